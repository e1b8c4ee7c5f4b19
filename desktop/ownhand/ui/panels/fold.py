"""A part of the panel that opens and closes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.ui.theme import ThemeSwitch


class Fold(QWidget):
    """A heading that shows and hides what stands below it; closed at first.

    Attributes:
        button: The heading.
        body: What is shown or hidden; give it a layout's widgets with `add`.
    """

    def __init__(self, title: str, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._title = title
        self._changed = 0
        self.button = QToolButton(self)
        self.button.setObjectName("foldButton")
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QWidget(self)
        self._body_layout = QVBoxLayout(self.body)
        self._body_layout.setContentsMargins(0, 2, 0, 8)
        self._body_layout.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button)
        layout.addWidget(self.body)
        self.button.toggled.connect(self._on_button_toggled)
        themes.theme_changed.connect(self._draw)
        self._on_button_toggled(False)

    def add(self, widget: QWidget) -> None:
        """Put a widget below those already in the body."""
        self._body_layout.addWidget(widget)

    def mark(self, changed: int) -> None:
        """Say in the heading how many settings within differ from the preset."""
        self._changed = changed
        self.button.setText(f"{self._title} • {changed}" if changed else self._title)
        self._describe()

    def _on_button_toggled(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._describe()
        self._draw()

    def _describe(self) -> None:
        state = tr("open") if self.button.isChecked() else tr("closed")
        changed = tr("%n changed from the preset", n=self._changed)
        changed = changed if self._changed else ""
        self.button.setAccessibleDescription(", ".join(filter(None, (state, changed))))
        self.button.setToolTip(changed)

    def _draw(self) -> None:
        name = "fold-open" if self.button.isChecked() else "fold-closed"
        self.button.setIcon(self._themes.theme.icon(name, "muted"))
