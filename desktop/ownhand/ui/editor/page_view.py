"""How the page looks: measure, margins, face, zoom, colours. What it holds is `WritingPage`'s matter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from ownhand.ui.editor.colours import PageColours
from ownhand.ui.editor.page_painter import PagePainter

SERIF_FACES = (
    "Charter",
    "Iowan Old Style",
    "Georgia",
    "Source Serif 4",
    "Noto Serif",
    "DejaVu Serif",
)
MIN_POINTS, MAX_POINTS = 6.0, 96.0
PAGE_CHARACTERS = 72

_SAMPLE = "In the quiet of the evening they walked along the river, talking of nothing much."
_MARGIN = 28.0
_MOUSE_EVENTS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonDblClick,
)


class PageView(QTextEdit):
    """A text editor at most 72 characters wide, centred in whatever width it gets."""

    zoom_changed = Signal(float)
    """The text size is now this many points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = PagePainter(self)
        self._context_start: QTextCursor | None = None
        self._base_points = self._points = 13.0
        self._wheel_angle = 0
        self._air = self._aired = 0
        self._overlays: list[Callable[[QPainter], None]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(_MARGIN)
        self.setCursorWidth(2)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.set_face("", self._points)
        self.set_colours(PageColours())

    # --- face and zoom --------------------------------------------------------------------------

    def set_face(self, family: str, points: float) -> None:
        """Set the text face and the size that `zoom_reset` returns to.

        Args:
            family: Font family; "" for the first serif face that this machine has.
            points: Size, 6 to 96.
        """
        font = QFont()
        font.setFamilies([family, *SERIF_FACES] if family else list(SERIF_FACES))
        font.setStyleHint(QFont.StyleHint.Serif)
        self.setFont(font)
        self._base_points = min(max(points, MIN_POINTS), MAX_POINTS)
        self.set_points(self._base_points)

    @property
    def points(self) -> float:
        """Text size in points."""
        return self._points

    def set_points(self, points: float) -> None:
        """Zoom to this text size, 6 to 96 points."""
        points = min(max(points, MIN_POINTS), MAX_POINTS)
        changed, self._points = points != self._points, points
        font = self.font()
        font.setPointSizeF(points)
        self.document().size()  # a text that was just opened is laid out to its end by this
        top = self.cursorForPosition(self.viewport().rect().topLeft())
        before = self.cursorRect(top).top()
        self.setFont(font)
        metrics = QFontMetricsF(font)
        self.setTabStopDistance(4 * metrics.averageCharWidth())
        self._centre()
        self.verticalScrollBar().setValue(
            self.verticalScrollBar().value() + self.cursorRect(top).top() - before
        )
        if changed:
            self.zoom_changed.emit(points)

    def zoom_in(self) -> None:
        """One point larger."""
        self.set_points(self._points + 1)

    def zoom_out(self) -> None:
        """One point smaller."""
        self.set_points(self._points - 1)

    def zoom_reset(self) -> None:
        """Back to the size given to `set_face`."""
        self.set_points(self._base_points)

    # --- colours and context --------------------------------------------------------------------

    def set_colours(self, colours: PageColours) -> None:
        """Use other colours; neither text nor undo history is touched."""
        self._painter.colours = colours
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, colours.paper),
            (QPalette.ColorRole.Window, colours.paper),
            (QPalette.ColorRole.Text, colours.ink),
            (QPalette.ColorRole.WindowText, colours.ink),
            (QPalette.ColorRole.PlaceholderText, colours.dim),
            (QPalette.ColorRole.Highlight, colours.accent),
            (QPalette.ColorRole.HighlightedText, colours.paper),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        self.viewport().update()

    @property
    def colours(self) -> PageColours:
        """The colours in use."""
        return self._painter.colours

    # --- geometry -------------------------------------------------------------------------------

    def set_air(self, pixels: int) -> None:
        """Let the text be scrolled up further than to its end, by so many pixels."""
        bar = self.verticalScrollBar()
        natural, self._air = bar.maximum() - self._air, pixels
        self._aired = natural + pixels
        bar.setRange(bar.minimum(), self._aired)

    def _on_range_changed(self, low: int, high: int) -> None:
        # Told before the value is held against the new range: air added here keeps the view in place.
        if self._air and high != self._aired:
            self._aired = high + self._air
            self.verticalScrollBar().setRange(low, self._aired)
        self._centre()

    def page_width(self) -> float:
        """Width of 72 characters of ordinary prose in the present face, in pixels."""
        advance = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return advance * PAGE_CHARACTERS

    def _centre(self) -> None:
        """Keep the page in the middle and its width the same with and without a scroll bar."""
        bar = self.verticalScrollBar()
        bar_width = bar.sizeHint().width()
        free = self.width() - bar_width
        side = max(0, int((free - self.page_width() - 2 * _MARGIN) / 2))
        right = side if bar.maximum() > bar.minimum() else side + bar_width
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (side, right):
            self.setViewportMargins(side, 0, right, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page centred and the top line where it was."""
        self._centre()
        super().resizeEvent(event)

    # --- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint beneath the text, dimming and context line above it."""
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        self._painter.paint_beneath(painter)
        painter.end()
        super().paintEvent(event)
        for overlay in self._overlays:
            painter = QPainter(self.viewport())
            painter.setClipRegion(event.region())
            overlay(painter)
            painter.end()
        top = self._context_top()
        if top is not None:
            painter = QPainter(self.viewport())
            painter.setClipRegion(event.region())
            self._painter.paint_above(painter, top)
            painter.end()

    def add_overlay(self, paint: Callable[[QPainter], None]) -> None:
        """Have something painted above the text at each paint.

        Args:
            paint: Told a painter on the viewport; paints what is in view and touches nothing else.
        """
        self._overlays.append(paint)

    def _context_top(self) -> float | None:
        cursor = self._context_start
        if cursor is None or cursor.position() == 0:
            return None
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        if not line.isValid():
            return None
        top = self.document().documentLayout().blockBoundingRect(block).top() + line.y()
        return float(top) - self.verticalScrollBar().value()

    # --- the margins belong to the page ----------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Let clicks and the wheel work in the margins beside the page as they do on it."""
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return event.isAccepted()
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE_EVENTS:
            viewport = self.viewport()
            moved = QMouseEvent(
                event.type(),
                QPointF(viewport.mapFrom(self, event.position())),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
                event.pointingDevice(),
            )
            return QApplication.sendEvent(viewport, moved)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # A touchpad sends many small turns; one notch of a wheel is 120.
        self._wheel_angle += event.angleDelta().y()
        steps = int(self._wheel_angle / 120)
        self._wheel_angle -= 120 * steps
        if steps:
            self.set_points(self._points + steps)
        event.accept()
