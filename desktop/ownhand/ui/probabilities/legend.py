"""The line below the page that explains the colours of the token view."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ownhand.bridge.translation import tr
from ownhand.ui.editor.colours import Ground
from ownhand.ui.elided_label import ElidedLabel
from ownhand.ui.icon_button import IconButton
from ownhand.ui.probabilities.bands import grounds_of, step_names
from ownhand.ui.theme import Theme, ThemeSwitch

_PADDING = 7


class Swatch(QWidget):
    """One step: its words on its ground."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._ground: Ground | None = None
        self._theme: Theme | None = None
        self.setAccessibleName(text)

    def show_ground(self, ground: Ground | None, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self._ground, self._theme = ground, theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = QFontMetrics(self.font())
        return QSize(
            metrics.horizontalAdvance(self._text) + 2 * _PADDING, metrics.height() + _PADDING
        )

    def minimumSizeHint(self) -> QSize:
        """The same: the words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, and the dots of the least likely."""
        if self._theme is None:
            return
        painter = QPainter(self)
        colour = QColor(self._ground.colour if self._ground else self._theme.paper)
        painter.fillRect(self.rect(), colour)
        ink = QColor(self._theme.ink)
        painter.setPen(ink)
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)
        if self._ground and self._ground.dotted:
            painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine))
            bottom = self.height() - 3
            painter.drawLine(_PADDING, bottom, self.width() - _PADDING, bottom)


class Legend(QFrame):
    """Steps from likely to unlikely, what to do, and a cross that ends the view."""

    closed = Signal()
    """The writer wants to see the page as usual."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probabilityLegend")
        self.setAccessibleName(tr("How likely the model finds each word"))
        self._themes = themes
        self._text = ""
        self.swatches = [Swatch(name, self) for name in reversed(step_names())]
        self.told = ElidedLabel(self)
        self.cross = IconButton("dismiss", tr("Hide the probabilities"), themes, self)
        self.cross.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 10, 4)
        row.setSpacing(4)
        row.addWidget(QLabel(tr("Likely"), self))
        for swatch in self.swatches:
            row.addWidget(swatch)
        row.addWidget(QLabel(tr("unlikely"), self))
        row.addSpacing(14)
        row.addWidget(self.told, 1)
        row.addWidget(self.cross)
        themes.theme_changed.connect(self._dress)
        self._dress()

    def tell(self, text: str) -> None:
        """Say what to do, or what is being done; left out where the window is too narrow for it."""
        self._text = text
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words go or come back with the room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = self.told.width() >= self.told.fontMetrics().horizontalAdvance(self._text) + 4
        self.told.set_text(self._text if fits else "")

    def _dress(self) -> None:
        theme = self._themes.theme
        for swatch, ground in zip(self.swatches, reversed(grounds_of(theme)), strict=True):
            swatch.show_ground(ground, theme)
