"""One figure of a report: what it says, before and after, and the interval of the difference, drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ownhand.bridge.translation import tr
from ownhand.ui.theme import ThemeSwitch

Change = tuple[float, float, float]
"""A difference, and the ends of its interval."""


def reach_of(*changes: Change | None) -> float:
    """Where a line ends that has room for all of them."""
    return 1.15 * max((abs(value) for change in changes if change for value in change), default=1.0)


class IntervalBar(QWidget):
    """A line with "no change" in the middle; a dot for the difference, a bar for where it may lie."""

    def __init__(
        self, less: str, more: str, themes: ThemeSwitch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._less = less
        self._more = more
        self._themes = themes
        self._change, self._low, self._high, self._reach = 0.0, 0.0, 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.theme_changed.connect(lambda _theme: self.update())

    def show_change(self, change: float, low: float, high: float, reach: float) -> None:
        """Show a difference and its interval, in any unit; the line ends at `reach`."""
        self._change, self._low, self._high, self._reach = change, low, high, reach or 1.0
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the line and the words below it."""
        return QSize(300, 20 + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, half, line = self.width() / 2, self.width() / 2 - 10, 10.0

        def at(value: float) -> QPointF:
            return QPointF(middle + half * value / self._reach, line)

        painter.setPen(QPen(QColor(theme.control_edge), 1))
        painter.drawLine(QPointF(10, line), QPointF(self.width() - 10, line))
        painter.drawLine(QPointF(middle, line - 8), QPointF(middle, line + 8))
        bar = QPen(QColor(theme.accent), 5)
        bar.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(bar)
        painter.drawLine(at(self._low), at(self._high))
        painter.setPen(QPen(QColor(theme.paper), 2))
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(at(self._change), 6.5, 6.5)
        painter.setPen(QColor(theme.muted))
        words = QRectF(0, line + 8, self.width(), self.height() - line - 8)
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | top, f"← {self._less}")
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | top, tr("no change"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | top, f"{self._more} →")
        painter.end()


class GaugeView(QWidget):
    """A heading, a sentence, the bar, and the figures themselves.

    Attributes:
        remark: The sentence.
        figures: Before and after.
        bar: The drawing; hidden when nothing was measured.
    """

    def __init__(
        self, heading: str, less: str, more: str, themes: ThemeSwitch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heading = QLabel(heading, self)
        self._heading.setObjectName("panelHeading")
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        self.bar = IntervalBar(less, more, themes, self)
        self.figures = QLabel(self)
        self.figures.setObjectName("panelNote")
        self.figures.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (self._heading, self.remark, self.bar, self.figures):
            column.addWidget(widget)

    def show_gauge(
        self, remark: str, figures: str, change: Change | None, reach: float = 0.0
    ) -> None:
        """Show a figure.

        Args:
            remark: What it comes to, in a sentence; may be empty.
            figures: Before and after, in words; may be empty.
            change: The difference and its interval; None when nothing was measured.
            reach: Where the line of the bar ends, for bars that are compared; 0 for this one's own.
        """
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.figures.setText(figures)
        self.figures.setVisible(bool(figures))
        self.bar.setVisible(change is not None)
        if change is not None:
            self.bar.show_change(*change, reach or reach_of(change))
        self.bar.setAccessibleName(self._heading.text())
        self.bar.setAccessibleDescription(f"{remark} {figures}".strip())
