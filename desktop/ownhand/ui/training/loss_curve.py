"""The one curve of a run: how much the text surprises the model, step by step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ownhand.bridge.run_progress import Curve, RunProgress
from ownhand.bridge.tasks import Tasks
from ownhand.bridge.translation import number, tr
from ownhand.ui.theme import ThemeSwitch

_SHOWN_POINTS = 800
_MARKED_POINTS = 60


class LossCurve(QFrame):
    """Training and held-out loss over the steps; pyqtgraph is loaded when it is first shown.

    Attributes:
        plot: pyqtgraph's widget, or None until it is loaded.
    """

    def __init__(self, themes: ThemeSwitch, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: Any = None
        self._themes = themes
        self._tasks = tasks
        self._asked = False
        self._progress: RunProgress | None = None
        self._waiting = QLabel(tr("The curve appears with the first steps."), self)
        self._waiting.setObjectName("panelNote")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Learning curve"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.addWidget(self._waiting)
        self.draw(None)

    def draw(self, progress: RunProgress | None) -> None:
        """Show how far a run is; nothing for None."""
        self._progress = progress
        self.setAccessibleDescription(_in_words(progress))
        self.setToolTip(_in_words(progress))
        if self.plot is None:
            return
        begun = progress is not None and bool(progress.train.steps or progress.held_out.steps)
        self.plot.setVisible(begun)
        self._waiting.setVisible(not begun)
        if progress is None or not begun:
            return
        self._steps.setData(*_thinned(progress.train))
        self._train.setData(*_thinned(progress.smooth))
        self._held_out.setData(*_thinned(progress.held_out))
        self._held_out.setSymbol("o" if len(progress.held_out.steps) <= _MARKED_POINTS else None)
        shown = progress.smooth.values + progress.held_out.values
        low, high = min(shown), max(shown)
        room = max(0.15 * (high - low), 0.01)
        self.plot.setYRange(low - room, high + room, padding=0)
        self.plot.setXRange(0, max(progress.spec.steps, 1), padding=0.03)

    def showEvent(self, event: QShowEvent) -> None:
        """Load pyqtgraph, once."""
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            self._tasks.start(self._load())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.plot is not None:
            self._dress()

    def event(self, event: QEvent) -> bool:
        """Follow the window to a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self.plot is not None:
            self._dress()
        return super().event(event)

    async def _load(self) -> None:
        pyqtgraph = await self._tasks.in_thread(_pyqtgraph)
        self.plot = plot = pyqtgraph.PlotWidget(self)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.disableAutoRange()
        plot.setAccessibleName(self.accessibleName())
        self._legend = plot.addLegend(
            offset=(-12, 8),
            labelTextSize=f"{self.font().pointSize()}pt",
        )
        self._steps = plot.plot(antialias=True)
        self._train = plot.plot(antialias=True, name=tr("your texts, averaged"))
        self._held_out = plot.plot(antialias=True, name=tr("pages it never saw"), symbol="o", symbolSize=6)  # fmt: skip
        self._layout.addWidget(plot)
        self._themes.theme_changed.connect(self._dress)
        self._dress()
        self.draw(self._progress)

    def _dress(self) -> None:
        theme = self._themes.theme
        plot = self.plot
        plot.setBackground(theme.paper)
        faint = QColor(theme.accent)
        faint.setAlpha(55)
        dot = self.devicePixelRatioF()  # pens of a plot are as wide as so many dots of the screen
        self._steps.setPen(_pen(faint, dot))
        self._train.setPen(_pen(QColor(theme.accent), 2.2 * dot))
        self._held_out.setPen(_pen(QColor(theme.ink), 1.6 * dot, Qt.PenStyle.DashLine))
        self._held_out.setSymbolBrush(QColor(theme.paper))
        self._held_out.setSymbolPen(_pen(QColor(theme.ink), 1.4 * dot))
        for side, words in (("bottom", tr("Steps")), ("left", tr("Surprise"))):
            axis = plot.getAxis(side)
            axis.setPen(QColor(theme.edge))
            axis.setTextPen(QColor(theme.muted))
            axis.setTickFont(self.font())
            axis.setStyle(tickLength=-4)
            axis.enableAutoSIPrefix(False)
            axis.setLabel(
                words,
                color=theme.muted,
                **{"font-size": f"{self.font().pointSize()}pt"},
            )
        self._legend.setLabelTextColor(QColor(theme.ink))
        for _sample, label in self._legend.items:
            label.setText(label.text)


def _pyqtgraph() -> Any:
    import pyqtgraph

    return pyqtgraph


def _thinned(curve: Curve) -> tuple[list[int], list[float]]:
    """As many points as can be told apart, the newest among them."""
    every = 1 + len(curve.steps) // _SHOWN_POINTS
    first = (len(curve.steps) - 1) % every
    return curve.steps[first::every], curve.values[first::every]


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen


def _in_words(progress: RunProgress | None) -> str:
    """What the curve shows, for who cannot see it."""
    if progress is None or not (progress.train.steps or progress.held_out.steps):
        return tr("There is nothing to see yet.")
    told = []
    if progress.smooth.values:
        told.append(
            tr(
                "After {step} of {steps} steps your texts surprise the model by {now} nats per token, at the beginning by {first} (loss)."
            ).format(
                step=number(progress.step),
                steps=number(progress.spec.steps),
                now=number(progress.smooth.values[-1], 2),
                first=number(progress.smooth.values[0], 2),
            )
        )
    if progress.held_out.values:
        told.append(
            tr(
                "Pages it never saw: {now} nats per token, at first {first}. Lower is better."
            ).format(
                now=number(progress.held_out.values[-1], 3),
                first=number(progress.held_out.values[0], 3),
            )
        )
    return " ".join(told)
