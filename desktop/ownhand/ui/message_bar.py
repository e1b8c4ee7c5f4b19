"""Sentences above the page: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ownhand.bridge.translation import tr
from ownhand.ui.icon_button import IconButton
from ownhand.ui.theme import ThemeSwitch

Kind = Literal["notice", "problem"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a message.

    Attributes:
        label: What it says; the message goes when it is pressed.
        act: What it does.
    """

    label: str
    act: Callable[[], object]


class MessageBar(QFrame):
    """One message with up to two buttons and a cross. Never takes the focus away from the page."""

    def __init__(
        self,
        text: str,
        kind: Kind,
        choices: tuple[Choice, ...],
        themes: ThemeSwitch,
        on_dismissed: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("kind", kind)
        self._kind = kind
        self._themes = themes
        self._on_dismissed = on_dismissed
        self._sign = QLabel(self)
        self._sign.setAccessibleName(tr("Problem") if kind == "problem" else tr("Note"))
        self.label = QLabel(text, self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 10, 8)
        layout.setSpacing(10)
        layout.addWidget(self._sign)
        layout.addWidget(self.label, 1)
        self.buttons: list[QPushButton] = []
        for choice in choices:
            button = QPushButton(tr(choice.label), self)
            button.setObjectName("plainButton")
            button.clicked.connect(lambda _=False, choice=choice: self._on_chosen(choice))
            layout.addWidget(button)
            self.buttons.append(button)
        self.cross = IconButton("dismiss", tr("Close this message"), themes, self)
        self.cross.clicked.connect(self._on_dismissed)
        layout.addWidget(self.cross)
        themes.theme_changed.connect(self._draw_icons)
        self._draw_icons()

    def _on_chosen(self, choice: Choice) -> None:
        self._on_dismissed()
        choice.act()

    def _draw_icons(self) -> None:
        theme = self._themes.theme
        colour = "problem_mark" if self._kind == "problem" else "accent"
        self._sign.setPixmap(theme.icon(self._kind, colour).pixmap(QSize(20, 20)))


class MessageArea(QWidget):
    """The messages of the window, one below the other; a new one of the same key replaces the old."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._bars: dict[str, MessageBar] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def tell(self, key: str, text: str, *choices: Choice, kind: Kind = "notice") -> MessageBar:
        """Show a message and have a screen reader say it.

        Args:
            key: What it concerns, for example "document".
            text: Whole sentences for the writer; a `Sentence` is translated here.
            choices: Up to two buttons.
            kind: "problem" when something failed.
        """
        self.clear(key)
        text = tr(text)  # from lower layers it comes in English
        bar = MessageBar(text, kind, choices, self._themes, lambda: self.clear(key), self)
        self._bars[key] = bar
        self._layout.addWidget(bar)
        self.show()
        event = QAccessibleAnnouncementEvent(self, text)
        if kind == "problem":
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        return bar

    def clear(self, key: str) -> None:
        """Take a message away, if it is there."""
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        if not self._bars:
            self.hide()

    def shown(self, key: str) -> MessageBar | None:
        """The message about `key`, or None."""
        return self._bars.get(key)
