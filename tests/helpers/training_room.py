"""What a page of the training window stands on: tasks, themes, runs in a folder of the test."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ownhand.app import window_loop
from ownhand.bridge.tasks import Tasks
from ownhand.training.report.report import Comparison, Gauge, Report
from ownhand.training.runs import RunStore
from ownhand.ui.theme import ThemeSwitch

TIMEOUT_MS = 30_000


@dataclass
class Room:
    """Attributes: what a page is given, and what to look after it with."""

    bot: QtBot
    root: Path
    tasks: Tasks
    themes: ThemeSwitch
    runs: RunStore
    faults: list[BaseException]
    pages: list[QWidget] = field(default_factory=list)

    def show(self, page: QWidget) -> None:
        """Show a page until the end of the test."""
        self.pages.append(page)
        page.resize(820, 680)
        page.show()
        self.until(page.isVisible)

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=TIMEOUT_MS)


@contextmanager
def training_room(bot: QtBot, application: QApplication, root: Path) -> Iterator[Room]:
    """A room; all pages in it are gone afterwards, and nothing went wrong unseen."""
    loop = window_loop(application)
    faults: list[BaseException] = []
    tasks = Tasks(loop, faults.append)
    room = Room(
        bot, root, tasks, ThemeSwitch(application, "light"), RunStore(root / "runs"), faults
    )
    yield room
    for page in room.pages:
        page.hide()
        page.deleteLater()
    tasks.cancel_all()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setStyleSheet("")
    assert not faults


def report(run: str, pairs: int = 3) -> Report:
    """A report whose figures are made up."""
    return Report(
        run=run,
        model="mine",
        base="smollm2",
        title="Mine",
        sentence="On pages it never saw, this model is 7 % less surprised by your writing (between 5 % and 9 %).",
        held_out=Gauge(0.9, 0.837, -0.063, (-0.081, -0.045), "nats per byte", 64, "bootstrap"),
        perplexity_before=42.5,
        perplexity_after=32.5,
        forgetting=Gauge(1.0, 1.01, 0.01, (-0.003, 0.019), "nats per byte", 48, "bootstrap"),
        memorisation=Gauge(0.0, 0.02, 0.02, (0.0, 0.05), "share", 50, "bootstrap"),
        tokens_per_s_before=31.2,
        tokens_per_s_after=30.4,
        side_by_side=tuple(Comparison(f"Prompt {n}", f" old {n}", f" new {n}") for n in range(3)),
        pairs=tuple(Comparison(f"Pair {n}", f" old {n}", f" new {n}") for n in range(pairs)),
        created="2026-01-01T00:00:00Z",
    )
