"""The looks of the window, and the switch that follows the system."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QStyleHints
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ownhand.core import resources


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for, as "#rrggbb"; read from `resources/themes/<name>.toml`.

    Attributes:
        name: "light", "dark", "contrast-light" or "contrast-dark".
        paper: The page.
        chrome: Everything around the page.
        control: Ground of fields and buttons.
        hover: Ground under the pointer.
        edge: Lines between areas.
        control_edge: Outline of fields.
        groove: What a slider runs in.
        ink: Text.
        muted: Text that steps back.
        dimmed: Text before the context begins; controls that are switched off.
        accent: The one accent.
        accent_hover: The accent under the pointer.
        on_accent: Text on the accent.
        tint: Ground of generated text.
        tint_mark: Its mark in the margin.
        selection: Ground of selected text.
        notice: Ground of a message.
        problem: Ground of a message about something that failed.
        problem_mark: Its icon and words.
    """

    name: str
    paper: str
    chrome: str
    control: str
    hover: str
    edge: str
    control_edge: str
    groove: str
    ink: str
    muted: str
    dimmed: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    tint_mark: str
    selection: str
    notice: str
    problem: str
    problem_mark: str

    def stylesheet(self) -> str:
        """The style sheet of the window in these colours."""
        values = {item.name: str(getattr(self, item.name)) for item in fields(self)}
        values["theme"] = "dark" if self.name.endswith("dark") else "light"
        values["icons"] = resources.resource_path("icons").as_posix()
        sheet = resources.read_text("themes/window.qss")
        if self.name.startswith("contrast"):
            sheet += resources.read_text("themes/contrast.qss")
        return re.sub(r"@([a-z_]+)", lambda match: values[match[1]], sheet)

    def palette(self) -> QPalette:
        """What widgets use that the style sheet does not name."""
        palette = QPalette()
        for role, colour in (
            (QPalette.ColorRole.Window, self.chrome),
            (QPalette.ColorRole.WindowText, self.ink),
            (QPalette.ColorRole.Base, self.paper),
            (QPalette.ColorRole.AlternateBase, self.chrome),
            (QPalette.ColorRole.Text, self.ink),
            (QPalette.ColorRole.PlaceholderText, self.dimmed),
            (QPalette.ColorRole.Button, self.control),
            (QPalette.ColorRole.ButtonText, self.ink),
            (QPalette.ColorRole.BrightText, self.on_accent),
            (QPalette.ColorRole.Highlight, self.selection),
            (QPalette.ColorRole.HighlightedText, self.ink),
            (QPalette.ColorRole.Link, self.accent),
            (QPalette.ColorRole.LinkVisited, self.accent),
            (QPalette.ColorRole.Accent, self.accent),
            (QPalette.ColorRole.ToolTipBase, self.control),
            (QPalette.ColorRole.ToolTipText, self.ink),
            (QPalette.ColorRole.Mid, self.edge),
        ):
            palette.setColor(role, QColor(colour))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.dimmed))
        return palette

    def icon(self, name: str, colour: str = "") -> QIcon:
        """An icon of the family in one colour of the theme.

        Args:
            name: File name in `resources/icons`, without ".svg".
            colour: A colour's field name; "" is the ink.
        """
        return _icon(name, str(getattr(self, colour or "ink")))


@cache
def load_theme(name: str) -> Theme:
    """Read a theme of the installation by its name.

    Raises:
        FileNotFoundError: If the installation lacks it.
    """
    return Theme(name=name, **tomllib.loads(resources.read_text(f"themes/{name}.toml")))


def _icon(name: str, colour: str) -> QIcon:
    drawing = resources.read_text(f"icons/{name}.svg").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    icon = QIcon()
    for size in (16, 24, 32, 48):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _is_high(preference: Qt.ContrastPreference) -> bool:
    return preference == Qt.ContrastPreference.HighContrast


class ThemeSwitch(QObject):
    """Dresses the application, and follows the system while the writer left it to that.

    Attributes:
        theme: The theme in force.
    """

    theme_changed = Signal(object)
    """`Theme`: the application wears another one now."""

    def __init__(self, application: QApplication, choice: str) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        application.setStyle("Fusion")
        hints = application.styleHints()
        self._system = hints.colorScheme()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._high_contrast = False
        self._follow_contrast(hints)
        self.theme = load_theme(self._wanted())
        self._dress()

    def choose(self, choice: str) -> None:
        """Wear "light", "dark", "contrast" or whatever the "system" wears."""
        self._choice = choice
        self._refresh()

    def _wanted(self) -> str:
        if self._choice in ("light", "dark"):
            return self._choice
        tone = "dark" if self._system == Qt.ColorScheme.Dark else "light"
        is_contrast = self._choice == "contrast" or self._high_contrast
        return f"contrast-{tone}" if is_contrast else tone

    def _refresh(self) -> None:
        theme = load_theme(self._wanted())
        if theme != self.theme:
            self.theme = theme
            self._dress()
            self.theme_changed.emit(theme)

    def _dress(self) -> None:
        self._application.setPalette(self.theme.palette())
        self._application.setStyleSheet(self.theme.stylesheet())

    def _follow_contrast(self, hints: QStyleHints) -> None:
        """Notice when the system is set to high contrast; Qt tells from 6.10 on."""
        if hasattr(hints, "accessibility"):
            accessibility = hints.accessibility()
            accessibility.contrastPreferenceChanged.connect(self._on_contrast_changed)
            self._high_contrast = _is_high(accessibility.contrastPreference())

    def _on_contrast_changed(self, preference: Qt.ContrastPreference) -> None:
        self._high_contrast = _is_high(preference)
        self._refresh()

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._refresh()
