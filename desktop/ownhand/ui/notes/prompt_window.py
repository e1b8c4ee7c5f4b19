"""The window that shows exactly what the model reads."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.bridge.translation import mark, number, tr
from ownhand.core.prompting import PromptPart, PromptPreview
from ownhand.ui.notes.context_bar import TITLES, ContextBar, Share, colour, shares_of
from ownhand.ui.notes.prompt_watch import PromptWatch
from ownhand.ui.theme import ThemeSwitch
from ownhand.ui.training.sample_view import text_face

_ROLES = {
    "system": mark("Instructions"),
    "user": mark("You"),
    "assistant": mark("The model"),
}


class PromptWindow(QWidget):
    """Part by part, with the length of each; follows the text while it is open. Not modal.

    Attributes:
        headline: How long the prompt is, or why that is not known.
        view: The prompt.
    """

    def __init__(
        self, watch: PromptWatch, settings: SettingsOwner, themes: ThemeSwitch, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("trainingWindow")  # the ground of a window of its own
        self.setWindowTitle(tr("What the model reads"))
        self.resize(640, 700)
        self._watch = watch
        self._settings = settings
        self._themes = themes
        self._shown: PromptPreview | None = None
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.bar = ContextBar(themes, self)
        self.legend = QLabel(self)
        self.legend.setObjectName("settingHelp")
        self.legend.setWordWrap(True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.view = QTextEdit(self)
        self.view.setObjectName("passage")
        self.view.setReadOnly(True)
        self.view.setUndoRedoEnabled(False)
        self.view.setAccessibleName(tr("What the model reads"))
        self.view.setTabChangesFocus(True)
        self.view.document().setDocumentMargin(14)
        self.copy_button = QPushButton(tr("&Copy all"), self)
        self.copy_button.setObjectName("plainButton")
        self.copy_button.clicked.connect(self._copy)
        self.close_button = QPushButton(tr("C&lose"), self)
        self.close_button.setObjectName("plainButton")
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.bar)
        column.addWidget(self.legend)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        column.addLayout(row)
        watch.preview_changed.connect(self._on_preview_changed)
        themes.theme_changed.connect(self._draw)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what is known; the watch follows."""
        super().showEvent(event)
        self._draw()
        self._watch.refresh()

    def _on_preview_changed(self, _preview: object) -> None:
        if self.isVisible() and self._watch.preview != self._shown:
            self._draw()

    def _draw(self) -> None:
        preview = self._shown = self._watch.preview
        self.copy_button.setEnabled(preview is not None)
        self.legend.setVisible(preview is not None)
        if preview is None:
            self.headline.setText(
                tr("It is being counted …")
                if self._watch.ready
                else tr(
                    "No model is loaded, so its tokens cannot be counted. Load a model, and this window shows what it would read."
                )
            )
            self.bar.show_shares(())
            self.view.clear()
            return
        shares = shares_of(preview)
        self.headline.setText(
            tr("{used} of {limit} tokens. {dropped}")
            .format(
                used=number(preview.tokens),
                limit=number(preview.limit_tokens),
                dropped=_dropped(preview),
            )
            .strip()
        )
        self.bar.show_shares(shares)
        self.legend.setText("  ".join(self._legend_of(share) for share in shares))
        self._draw_parts(preview)

    def _legend_of(self, share: Share) -> str:
        """A square in the colour of the piece, its name and length, never broken."""
        words = html.escape(f"{share.title} {number(share.tokens)}").replace(" ", "&nbsp;")
        square = colour(self._themes.theme, share.kind).name()
        return f'<span style="color:{square}">■</span>&nbsp;{words} &nbsp; '

    def _draw_parts(self, preview: PromptPreview) -> None:
        bar = self.view.verticalScrollBar()
        at_end, place = bar.value() >= bar.maximum() - 4, bar.value()
        theme = self._themes.theme
        face = text_face(self._settings.value.font_family, self._settings.value.font_points)
        heading = QTextCharFormat()
        heading.setFont(self.font())
        heading.setFontWeight(QFont.Weight.DemiBold)
        heading.setForeground(QColor(theme.accent))
        plain = QTextCharFormat()
        plain.setFont(face)
        plain.setForeground(QColor(theme.ink))
        special = QTextCharFormat(plain)
        special.setForeground(QColor(theme.tint_mark))
        heading_block, text_block = QTextBlockFormat(), QTextBlockFormat()
        heading_block.setTopMargin(12)
        text_block.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self.view.setUpdatesEnabled(False)
        self.view.clear()
        cursor = QTextCursor(self.view.document())
        cursor.beginEditBlock()
        for place, part in enumerate(preview.parts):
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(heading_block if place else QTextBlockFormat())
            cursor.insertText(f"{_title(part)} · {tr('%Ln tokens', n=part.tokens)}", heading)
            cursor.insertBlock(text_block)
            text = part.text.rstrip("\n")
            cursor.insertText(text, special if part.kind == "begin" else plain)
            cursor.insertText("↵" * (len(part.text) - len(text)), special)
        cursor.endEditBlock()
        self.view.setUpdatesEnabled(True)
        bar.setValue(bar.maximum() if at_end else place)

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText("".join(part.text for part in self._shown.parts))


def _title(part: PromptPart) -> str:
    name = tr(TITLES[part.kind])
    title = tr(_ROLES[part.title]) if part.title in _ROLES else part.title
    return f"{name}: {title}" if title else name


def _dropped(preview: PromptPreview) -> str:
    if not preview.dropped_characters:
        return tr("The whole text before the caret is read.")
    return tr("%Ln characters at the start of the text do not fit.", n=preview.dropped_characters)
