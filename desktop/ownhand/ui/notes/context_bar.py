"""How the context is divided: one bar, and in words what each piece of it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ownhand.bridge.translation import mark, number, tr
from ownhand.core.prompting import PartKind, PromptPreview
from ownhand.ui.theme import Theme, ThemeSwitch

TITLES: dict[PartKind, str] = {
    "begin": mark("Beginning"),
    "memory": mark("Memory"),
    "lore": mark("Lore"),
    "text": mark("Text"),
    "note": mark("Author's note"),
    "chat": mark("Conversation"),
    "after": mark("Text behind the caret"),
}
"""What a writer calls each kind of part."""

_HEIGHT = 14


@dataclass(frozen=True, slots=True)
class Share:
    """A piece of the bar.

    Attributes:
        kind: A kind of part, "reserved" or "free".
        title: What it is called.
        tokens: Its length.
    """

    kind: str
    title: str
    tokens: int


def shares_of(preview: PromptPreview) -> tuple[Share, ...]:
    """The pieces of the context, in the order of the prompt; then what is kept for the answer, and what is free."""
    lengths: dict[PartKind, int] = {}
    for part in preview.parts:
        lengths[part.kind] = lengths.get(part.kind, 0) + part.tokens
    shares = [Share(kind, tr(TITLES[kind]), tokens) for kind, tokens in lengths.items() if tokens]
    reserved = max(0, min(preview.reserved_tokens, preview.limit_tokens - preview.tokens))
    free = max(0, preview.limit_tokens - preview.tokens - reserved)
    return (
        *shares,
        Share("reserved", tr("Kept for the continuation"), reserved),
        Share("free", tr("Free"), free),
    )


class ContextBar(QWidget):
    """The bar; says in its accessible description what it shows."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._shares: tuple[Share, ...] = ()
        self.setAccessibleName(tr("How the context is divided"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.theme_changed.connect(self.update)

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show other pieces; none empty the bar."""
        self._shares = shares
        words = "; ".join(f"{share.title}: {number(share.tokens)}" for share in shares)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of text, as wide as there is room."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pieces of their share of the width, with a line between two of them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._themes.theme
        frame = QRectF(0.5, 0.5, self.width() - 1, _HEIGHT - 1)
        painter.fillRect(frame, QColor(theme.paper))
        whole = sum(share.tokens for share in self._shares)
        x = frame.left()
        for share in self._shares if whole else ():
            width = frame.width() * share.tokens / whole
            if share.kind != "free" and width > 0:
                piece = QRectF(x, frame.top(), max(width - 1, 1.5), frame.height())
                painter.fillRect(piece, colour(theme, share.kind))
            x += width
        painter.setPen(QPen(QColor(theme.control_edge), 1.0))
        painter.drawRect(frame)
        painter.end()


def colour(theme: Theme, kind: str) -> QColor:
    """The colour of a kind of piece; their order and names tell them apart too."""
    names = {
        "memory": theme.accent,
        "lore": theme.tint_mark,
        "note": theme.problem_mark,
        "text": theme.selection,
        "chat": theme.selection,
        "after": theme.tint,
        "reserved": theme.groove,
        "free": theme.paper,
    }
    return QColor(names.get(kind, theme.muted))
