"""How long the window ever stands still: a real window, a real load, a real stream, a heartbeat.

`python -m ownhand.bench.gui [--json FILE]` prints the figures and, of each stage, the longest time
between two beats of a 5 ms timer on the GUI thread. It types on the page while a stream runs, and
in texts of a megabyte, where it takes the time from each key to the paint that shows it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication

from ownhand.app import build_window, process_age_s, window_loop
from ownhand.bridge.garbage import GarbageCollector
from ownhand.bridge.tasks import Tasks
from ownhand.core.messages import JobFailed, Stage
from ownhand.core.paths import Paths, user_paths
from ownhand.core.settings import load_settings
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.main_window import MainWindow

log = logging.getLogger(__name__)

BEAT_MS = 5
LONG = 1_000_000  # characters
KEY_MS = 45  # about 200 words a minute: faster than anyone writes
_TEXT = (
    "We left before it was light. The road climbed out of the valley in long, patient curves, and at "
    "every turn the headlights swept over another stand of black pines and then over nothing at all.\n\n"
)
_TYPED = "and while it writes, somebody goes on writing at the top of the page. "


class Heart(QObject):
    """Beats every 5 ms while the event loop is free, and notes for how long it was not.

    Attributes:
        stage: Name under which the gaps are noted from now on.
        gaps_ms: Times between beats, by stage.
    """

    beaten = Signal()
    """One more beat."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = "start"
        self.gaps_ms: dict[str, list[float]] = {}
        self._last: tuple[str, float] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._last = (self.stage, time.perf_counter())
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def figures(self) -> dict[str, dict[str, float]]:
        """Of each stage: the longest gap, the 99th percentile, how many were over 50 ms, beats, seconds."""
        return {stage: _figures(gaps) for stage, gaps in self.gaps_ms.items()}

    def _beat(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            stage, last = self._last  # a gap belongs to the stage in which it began
            self.gaps_ms.setdefault(stage, []).append(1000 * (now - last))
        self._last = (self.stage, now)
        self.beaten.emit()


def measure(
    application: QApplication, paths: Paths, tokens: int, characters: int = LONG
) -> dict[str, Any]:
    """Drive a window through all stages.

    Args:
        application: The application.
        paths: Folders; `paths.models` holds at least one model.
        tokens: Longest continuation of each stream.
        characters: Of the long texts that are typed in.

    Returns:
        "visible_s", "loaded_s", "model", "tokens_per_s", "stages" and "keystroke_to_paint".

    Raises:
        RuntimeError: If no model could be loaded, or a stream failed.
    """
    loop = window_loop(application)
    with (
        contextlib.closing(loop),
        contextlib.closing(GarbageCollector(application)) as garbage,
    ):
        window = build_window(application, loop, paths, collect=garbage.collect)
        window.models.loaded_changed.connect(garbage.rest)
        faults: list[BaseException] = []
        tasks = Tasks(loop, faults.append)
        heart = Heart(window)
        try:
            result = loop.run_until_complete(_drive(window, tasks, heart, tokens, characters))
        finally:
            heart.stop()
            window.page.document().setModified(False)
            window.close()
            ended = window.shut_down(timeout_s=5.0)
        if not ended:
            log.info("The lane did not end in time")
    if faults:
        raise RuntimeError("the measurement itself failed") from faults[0]
    return result


async def _drive(
    window: MainWindow, tasks: Tasks, heart: Heart, tokens: int, characters: int
) -> dict[str, Any]:
    settings, page, generation = window.settings, window.page, window.generation
    settings.change(max_tokens=tokens, welcomed=True)
    window.choice.change({"seed": 7, "banned_phrases": (), "stop_strings": ()})
    window.show()
    heart.start()
    await tasks.emitted(heart.beaten)
    visible_s = process_age_s()
    await asyncio.sleep(0.3)

    def on_stage(_job: int, stage: Stage) -> None:
        heart.stage = "compile" if stage.label.startswith("Preparing") else heart.stage

    problems: list[JobFailed] = []
    window.model_bridge.stage_changed.connect(on_stage)
    window.model_bridge.failed.connect(lambda _job, failure: problems.append(failure))
    heart.stage = "load"
    window.begin(None)
    while not window.models.listed or window.models.busy_loading:
        await tasks.emitted(heart.beaten)
    if window.models.loaded is None:
        raise RuntimeError(
            problems[0].message if problems else "There is no model to measure with."
        )
    loaded_s = process_age_s()
    model = window.models.loaded

    page.insertPlainText(_TEXT * 4 + "My trip to Yosemite was")
    heart.stage = "stream"
    await _stream(window, tasks, problems)
    first = generation.last_result

    heart.stage = "typing"
    page.set_text(_TEXT * 4 + "My trip to Yosemite was")
    page.moveCursor(QTextCursor.MoveOperation.End)
    end = page.textCursor()
    generation.continue_writing()
    end.setPosition(0)
    page.setTextCursor(end)
    keys = QTimer(window)
    typed = iter(_TYPED * 100)
    keys.timeout.connect(lambda: _type(page, next(typed)))
    keys.start(KEY_MS)
    await _until_idle(window, tasks, problems)
    keys.stop()
    heart.stage = "long text"
    long = _TEXT * (characters // len(_TEXT))
    typing = {
        "characters": len(long),
        "novel": await _typed_in(window, tasks, long, _TYPED * 2),
        "one_paragraph": await _typed_in(window, tasks, long.replace("\n", " "), _TYPED[:20]),
    }
    return {
        "visible_s": round(visible_s, 3),
        "loaded_s": round(loaded_s, 2),
        "model": model.info.title,
        "backend": model.backend,
        "device": model.device,
        "tokens_per_s": round(first.tokens_per_s, 1) if first else 0.0,
        "stages": heart.figures(),
        "keystroke_to_paint": typing,
    }


class Keystrokes(QObject):
    """Types one letter after another, each once the last one was painted.

    Attributes:
        times_ms: From each key to the end of the paint that shows it.
    """

    all_typed = Signal()
    """Every letter is on the page."""

    def __init__(self, page: WritingPage, letters: str) -> None:
        super().__init__(page)
        self.times_ms: list[float] = []
        self._page = page
        self._letters = iter(letters)
        self._pressed_at: float | None = None
        page.add_overlay(self._on_painted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._press)

    def start(self) -> None:
        """Begin to type where the caret is."""
        self._timer.start()

    def _press(self) -> None:
        letter = next(self._letters, None)
        if letter is None:
            self.all_typed.emit()
            return
        self._pressed_at = time.perf_counter()
        _type(self._page, letter)

    def _on_painted(self, _painter: QPainter) -> None:
        if self._pressed_at is not None:
            self.times_ms.append(1000 * (time.perf_counter() - self._pressed_at))
            self._pressed_at = None
            self._timer.start()


async def _typed_in(window: MainWindow, tasks: Tasks, text: str, letters: str) -> dict[str, float]:
    """Type at the beginning, in the middle and at the end of a text."""
    page = window.page
    with tempfile.TemporaryDirectory(prefix="ownhand-bench-") as folder:
        file = Path(folder) / "long.txt"
        file.write_text(text, encoding="utf-8")
        page.document().setModified(False)
        window.documents.open(file)
        await tasks.emitted(window.documents.text_shown)
    times: list[float] = []
    for place in (0, len(text) // 2, len(text)):
        page.set_caret_position(place)
        await asyncio.sleep(0.5)  # the page settles
        keys = Keystrokes(page, letters)
        keys.start()
        await tasks.emitted(keys.all_typed)
        times += keys.times_ms
    ordered = sorted(times)
    return {
        "median_ms": round(ordered[len(ordered) // 2], 1),
        "p99_ms": round(ordered[int(0.99 * (len(ordered) - 1))], 1),
        "longest_ms": round(ordered[-1], 1),
        "keys": len(ordered),
    }


async def _stream(window: MainWindow, tasks: Tasks, problems: list[JobFailed]) -> None:
    window.generation.continue_writing()
    await _until_idle(window, tasks, problems)


async def _until_idle(window: MainWindow, tasks: Tasks, problems: list[JobFailed]) -> None:
    if window.generation.state != "idle":
        await tasks.emitted(window.generation.state_changed, lambda state: state == "idle")
    if problems:
        raise RuntimeError(problems[0].message)


def _type(page: QObject, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(page, event)


def _figures(gaps: list[float]) -> dict[str, float]:
    ordered = sorted(gaps)
    return {
        "longest_gap_ms": round(ordered[-1], 1),
        "p99_ms": round(ordered[int(0.99 * (len(ordered) - 1))], 1),
        "gaps_over_50_ms": sum(1 for gap in ordered if gap > 50),
        "beats": len(ordered),
        "seconds": round(sum(ordered) / 1000, 2),
    }


def main() -> int:
    """Measure with the writer's models and settings, but leave settings and log alone."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", type=Path)
    parser.add_argument("--tokens", type=int, default=60)
    parser.add_argument("--characters", type=int, default=LONG)
    options = parser.parse_args()
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["ownhand"])
    mine = user_paths()
    with tempfile.TemporaryDirectory(prefix="ownhand-bench-") as scratch:
        paths = replace(mine, config=Path(scratch) / "config", logs=Path(scratch) / "logs")
        paths.config.mkdir()
        if mine.settings_file.exists():
            shutil.copy(mine.settings_file, paths.settings_file)
            log.info("Measuring with %s", load_settings(paths.settings_file))
        try:
            result = measure(application, paths, options.tokens, options.characters)
        except RuntimeError as problem:
            sys.stderr.write(f'{problem}\nA model can be had with: ownhand write "Once"\n')
            return 1
    text = json.dumps(result, indent=2)
    sys.stdout.write(text + "\n")
    if options.json is not None:
        options.json.write_text(text + "\n", encoding="utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # the backend's own threads take seconds to wind down


if __name__ == "__main__":
    sys.exit(main())
