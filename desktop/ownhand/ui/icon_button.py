"""A button that is an icon."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from ownhand.ui.theme import ThemeSwitch


class IconButton(QToolButton):
    """Shows an icon in the colours of the theme; its name is read aloud and stands in the tooltip.

    Args:
        icon: File name in `resources/icons`, without ".svg".
        name: What it does, in the writer's language.
        themes: Colours the icon.
        parent: Where it stands.
    """

    def __init__(self, icon: str, name: str, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._themes = themes
        self.setObjectName("iconButton")
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(name)
        self.setToolTip(name)
        themes.theme_changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(self._themes.theme.icon(self._icon, "muted"))
