"""How long the window ever stands still: a real window, a real load, a real stream, a heartbeat.

`python -m ownhand.bench.gui [--training] [--json FILE]`, or `ownhand bench gui`. A text of a megabyte is
opened in the window, the model writes in the middle of it as fast as it can, somebody types a paragraph
below, and with `--training` a run of finetuning goes on beside, begun in the training window. Of each
stage it tells how long the times between two beats of a 5 ms timer on the GUI thread are, and of the
typing the time from each key to the paint that shows it; "stalls" says what stood in the way.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from ownhand.app import build_window, process_age_s, window_loop
from ownhand.bench.heart import BEAT_MS, Heart, StallWatch, percentiles
from ownhand.bench.keystrokes import Keystrokes
from ownhand.bench.training_beside import TrainingBeside
from ownhand.bridge.garbage import GarbageCollector
from ownhand.bridge.tasks import Tasks
from ownhand.core import atomic, resources
from ownhand.core.messages import JobFailed, Stage
from ownhand.core.paths import Paths, user_paths
from ownhand.ui.main_window import MainWindow

log = logging.getLogger(__name__)

LONG = 1_000_000  # characters
SECONDS = 20.0  # of each stage that streams: some 3,000 beats
KEY_MS = 45  # about 200 words a minute: faster than anyone writes
_TEXT = (
    "We left before it was light. The road climbed out of the valley in long, patient curves, and at "
    "every turn the headlights swept over another stand of black pines and then over nothing at all.\n\n"
)
_TYPED = "and while it writes, somebody goes on writing a little below. "
_CONTEXT_TOKENS = 1024  # so that it writes most of the time, and does not read
_STALLS_TOLD = 4  # of each stage


class GuiBench:
    """Drives a window through all stages.

    Args:
        window: Not shown yet.
        tasks: Coroutines of the measurement.
        folder: For the texts it opens.
        tokens: Longest continuation of each stream; the next one follows at once.
        characters: Of the long texts.
        seconds: Of each stage that streams.
        training: Folders of texts to train on beside; none for no training.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        folder: Path,
        *,
        tokens: int,
        characters: int = LONG,
        seconds: float = SECONDS,
        training: Sequence[str] = (),
    ) -> None:
        self._window = window
        self._page = window.page
        self._tasks = tasks
        self._folder = folder
        self._text = _TEXT * max(2, characters // len(_TEXT))
        self._tokens = tokens
        self._seconds = seconds
        self._training = tuple(training)
        self._problems: list[JobFailed] = []
        self.heart = Heart(window)
        self.watch = StallWatch(self.heart)

    async def run(self) -> dict[str, Any]:
        """Go through all stages; returns the figures.

        Raises:
            RuntimeError: If no model could be loaded, a stream failed, or the training did.
        """
        window = self._window
        figures = await self._start_and_load()
        keys: dict[str, dict[str, float]] = {}
        self.heart.stage = "open"
        await self._open(self._text)
        self.heart.stage = "type"
        keys["type"] = await self._typed_in(self._text, _TYPED)
        figures["tokens_per_s"] = {}
        for stage, typing in (("stream", False), ("stream, type", True)):
            keys |= await self._measure_stream(stage, typing, figures)
        if self._training:
            self.heart.stage = "begin training"
            beside = TrainingBeside(window, self._tasks, self.heart)
            await beside.begin(self._training)
            keys |= await self._measure_stream("stream, type, train", True, figures)
            figures["training"] = beside.figures()
            self.heart.stage = "end training"
            await beside.end()
        self.heart.stage = "one paragraph"  # Qt lays a paragraph out anew at each key: its limit
        one = self._text.replace("\n", " ")
        await self._open(one)
        keys["one paragraph"] = await self._typed_in(one, _TYPED[:4])
        return figures | {
            "characters": len(self._text),
            "stages": self.heart.figures(),
            "key_to_paint": keys,
            "stalls": self.watch.longest(_STALLS_TOLD),
        }

    async def _start_and_load(self) -> dict[str, Any]:
        window, heart = self._window, self.heart
        window.settings.change(
            max_tokens=self._tokens, context_tokens=_CONTEXT_TOKENS, welcomed=True
        )
        window.choice.change({"seed": 7, "banned_phrases": (), "stop_strings": ()})
        window.model_bridge.stage_changed.connect(self._on_stage_changed)
        window.model_bridge.failed.connect(lambda _job, failure: self._problems.append(failure))
        window.show()
        await self._tasks.emitted(window.first_shown)
        visible_s = process_age_s()
        heart.start()
        self.watch.start()
        window.begin(None)
        while not window.models.listed or window.models.busy_loading:
            await self._tasks.emitted(heart.beaten)
        model = window.models.loaded
        if model is None:
            raise RuntimeError(
                self._problems[0].message
                if self._problems
                else "There is no model to measure with."
            )
        return {
            "visible_s": round(visible_s, 3),
            "loaded_s": round(process_age_s(), 2),
            "model": model.info.title,
            "backend": model.backend,
            "device": model.device,
        }

    def _on_stage_changed(self, _job: int, stage: Stage) -> None:
        if self.heart.stage in ("start", "load"):
            self.heart.stage = "compile" if stage.label.startswith("Preparing") else "load"

    async def _open(self, text: str) -> None:
        """Open a text as the writer does, and wait until it is there."""
        file = self._folder / f"{self.heart.stage}.txt"
        file.write_text(text, encoding="utf-8")
        self._page.document().setModified(False)
        self._window.documents.open(file)
        await self._tasks.emitted(self._window.documents.text_shown)
        await asyncio.sleep(0.5)  # the page settles

    async def _typed_in(self, text: str, letters: str) -> dict[str, float]:
        """Type at the beginning, in the middle and at the end of a text."""
        times: list[float] = []
        for place in (0, len(text) // 2, len(text)):
            self._page.set_caret_position(place)
            await asyncio.sleep(0.5)
            keys = Keystrokes(self._page, letters, BEAT_MS)
            keys.start()
            await self._tasks.emitted(keys.all_typed)
            times += keys.times_ms
        return percentiles(times) | {"keys": len(times)}

    async def _measure_stream(
        self, stage: str, typing: bool, figures: dict[str, Any]
    ) -> dict[str, dict[str, float]]:
        """Have the model write in the middle of the text, one continuation after another.

        Returns:
            By the name of the stage the times from key to paint; nothing if nobody types.
        """
        page, generation = self._page, self._window.generation
        middle = self._text.index(_TEXT, len(self._text) // 2)
        place, below = middle - 2, middle + len(_TEXT) - 2  # at the ends of two paragraphs
        await self._stream_once(place)  # what is compiled for this length is compiled now
        page.set_caret_position(below)
        writers = page.textCursor()
        keys = Keystrokes(page, itertools.cycle(_TYPED) if typing else (), KEY_MS)
        self.heart.stage = stage
        speeds: list[float] = []
        begun = time.perf_counter()
        keys.start()
        while time.perf_counter() - begun < self._seconds:
            page.set_caret_position(place)  # so the model has read what it reads
            generation.continue_writing()
            page.setTextCursor(writers)
            await self._until_idle()
            if generation.last_result is not None:
                speeds.append(generation.last_result.tokens_per_s)
        keys.stop()
        self.heart.stage = "between"
        figures["tokens_per_s"][stage] = round(sorted(speeds)[len(speeds) // 2], 1)
        return {stage: percentiles(keys.times_ms) | {"keys": len(keys.times_ms)}} if typing else {}

    async def _stream_once(self, place: int) -> None:
        self.heart.stage = "compile"
        self._page.set_caret_position(place)
        self._window.generation.continue_writing()
        await self._until_idle()

    async def _until_idle(self) -> None:
        generation = self._window.generation
        if generation.state != "idle":
            await self._tasks.emitted(generation.state_changed, lambda state: state == "idle")
        if self._problems:
            raise RuntimeError(self._problems[0].message)


def measure(application: QApplication, paths: Paths, **options: Any) -> dict[str, Any]:
    """Measure with a window of its own.

    Args:
        application: The application.
        paths: Folders; `paths.models` holds at least one model. Texts, runs and journal come to lie there.
        options: As `GuiBench` takes them.

    Returns:
        "visible_s", "loaded_s", "model", "tokens_per_s", "stages", "key_to_paint", "stalls".

    Raises:
        RuntimeError: If no model could be loaded, a stream failed, or the training did.
    """
    loop = window_loop(application)
    with (
        contextlib.closing(loop),
        contextlib.closing(GarbageCollector(application)) as garbage,
    ):
        window = build_window(application, loop, paths, collect=garbage.collect)
        window.models.loaded_changed.connect(garbage.rest)
        faults: list[BaseException] = []
        bench = GuiBench(window, Tasks(loop, faults.append), paths.data, **options)
        try:
            result = loop.run_until_complete(bench.run())
        finally:
            bench.watch.stop()
            bench.heart.stop()
            window.page.document().setModified(False)
            window.close()
            ended = window.shut_down(timeout_s=5.0)
        if not ended:
            log.info("The lane did not end in time")
    if faults:
        raise RuntimeError("the measurement itself failed") from faults[0]
    return result


@contextlib.contextmanager
def _scratch_home() -> Iterator[Paths]:
    """The writer's models, settings and compiled programs, with folders for the rest that go away again."""
    mine = user_paths()
    with tempfile.TemporaryDirectory(
        prefix="ownhand-bench-", ignore_cleanup_errors=True
    ) as scratch:
        root = Path(scratch)
        paths = Paths(root / "data", root / "config", mine.cache, root / "logs")
        for folder in (paths.data, paths.config):
            folder.mkdir()
        if mine.models.is_dir():
            try:
                paths.models.symlink_to(mine.models.resolve(), target_is_directory=True)
            except OSError:  # Windows gives this right to few
                shutil.copytree(mine.models, paths.models)
        if mine.settings_file.exists():
            shutil.copy(mine.settings_file, paths.settings_file)
        yield paths


def main() -> int:
    """Measure with the writer's models and settings, but leave settings, texts and runs alone."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", type=Path)
    parser.add_argument("--tokens", type=int, default=200)
    parser.add_argument("--characters", type=int, default=LONG)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--training", action="store_true")
    parser.add_argument(
        "--folder", action="append", help="texts to train on; else a packaged sample"
    )
    options = parser.parse_args()
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["ownhand"])
    training = options.folder or [str(resources.resource_path("samples"))]
    with _scratch_home() as paths:
        try:
            result = measure(
                application,
                paths,
                tokens=options.tokens,
                characters=options.characters,
                seconds=options.seconds,
                training=training if options.training or options.folder else (),
            )
        except RuntimeError as problem:
            sys.stderr.write(f'{problem}\nA model can be had with: ownhand write "Once"\n')
            return 1
    text = json.dumps(result, indent=2, ensure_ascii=False)
    sys.stdout.write(text + "\n")
    if options.json is not None:
        atomic.write_text(options.json, text + "\n")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # the backend's own threads take seconds to wind down


if __name__ == "__main__":
    sys.exit(main())
