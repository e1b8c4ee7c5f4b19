"""A heartbeat on the GUI thread: how long the window stands still, when, and over what."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

import ownhand

BEAT_MS = 5
LONG_GAP_MS = 40
"""A gap of more is looked into."""

_LOOK_S = 0.008
_PACKAGE = str(Path(ownhand.__file__).parent)


class Heart(QObject):
    """Beats every 5 ms while the event loop is free, and notes for how long it was not.

    Attributes:
        stage: Name under which the gaps are noted from now on.
        gaps_ms: Times between beats, by stage.
        long_gaps: Stage and length of the gaps over `LONG_GAP_MS`, by the number of the beat before.
        beats: Number of the last beat.
        beaten_at: Its time; None while it does not beat.
    """

    beaten = Signal()
    """One more beat."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = "start"
        self.gaps_ms: dict[str, list[float]] = {}
        self.long_gaps: dict[int, tuple[str, float]] = {}
        self.beats = 0
        self.beaten_at: float | None = None
        self._begun_in = self.stage
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._begun_in, self.beaten_at = self.stage, time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
        self.beaten_at = None

    def figures(self) -> dict[str, dict[str, float]]:
        """Of each stage: how the times between beats are spread, and how many were over 50 ms."""
        return {
            stage: {
                **percentiles(gaps),
                "gaps_over_50_ms": sum(1 for gap in gaps if gap > 50),
                "beats": len(gaps),
                "seconds": round(sum(gaps) / 1000, 2),
            }
            for stage, gaps in self.gaps_ms.items()
        }

    def _beat(self) -> None:
        now = time.perf_counter()
        if self.beaten_at is not None:
            gap_ms = 1000 * (now - self.beaten_at)
            stage = self._begun_in  # a gap belongs to the stage in which it began
            self.gaps_ms.setdefault(stage, []).append(gap_ms)
            if gap_ms > LONG_GAP_MS:
                self.long_gaps[self.beats] = (stage, gap_ms)
        self.beats += 1
        self._begun_in, self.beaten_at = self.stage, now
        self.beaten.emit()


class StallWatch:
    """Looks from a thread of its own at what goes on whenever the heart is late.

    Args:
        heart: Beats on the main thread.
    """

    def __init__(self, heart: Heart) -> None:
        self._heart = heart
        self._seen: dict[int, Counter[tuple[str, str]]] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="stall-watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def longest(self, count: int) -> dict[str, list[dict[str, Any]]]:
        """The longest gaps of each stage: length, what the GUI thread was at, what others were at.

        What the GUI thread was at is its last places in Ownhand, the innermost first, as they were seen
        most often; "Qt" when it was in none. A GUI thread that waits for the interpreter lock looks the
        same as one that computes: then the others tell what held it.
        """
        told: dict[str, list[dict[str, Any]]] = {}
        for beat, (stage, gap_ms) in sorted(
            self._heart.long_gaps.items(), key=lambda item: -item[1][1]
        ):
            if len(told.setdefault(stage, [])) < count:
                seen = self._seen.get(beat) or Counter({("not seen", ""): 1})
                (window, others), _ = seen.most_common(1)[0]
                told[stage].append({"ms": round(gap_ms, 1), "window": window, "others": others})
        return told

    def _run(self) -> None:
        main = threading.main_thread().ident
        me = threading.get_ident()
        while not self._over.wait(_LOOK_S):
            beat, since = self._heart.beats, self._heart.beaten_at
            if since is None or 1000 * (time.perf_counter() - since) < LONG_GAP_MS / 2:
                continue
            names = {thread.ident: thread.name for thread in threading.enumerate()}
            frames = sys._current_frames()
            window = _places(frames.pop(main, None), 3) if main is not None else ""
            others = "; ".join(
                f"{names.get(ident, '?')}: {_innermost(frame)}"
                for ident, frame in frames.items()
                if ident != me and not _waits(frame)
            )
            self._seen.setdefault(beat, Counter())[window or "Qt", others] += 1


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """The 50th, 99th and 99.9th percentile and the greatest, of values in milliseconds."""
    ordered = sorted(values)
    last = len(ordered) - 1
    return {
        "p50_ms": round(ordered[round(0.5 * last)], 1),
        "p99_ms": round(ordered[round(0.99 * last)], 1),
        "p99_9_ms": round(ordered[round(0.999 * last)], 1),
        "longest_ms": round(ordered[-1], 1),
    }


def _places(frame: FrameType | None, count: int) -> str:
    """The innermost places of a stack that are in Ownhand, but for the measurement itself."""
    found: list[str] = []
    while frame is not None and len(found) < count:
        file = frame.f_code.co_filename
        if file.startswith(_PACKAGE) and not file.startswith(str(Path(_PACKAGE, "bench"))):
            found.append(_named(frame))
        frame = frame.f_back
    return " < ".join(found)


def _innermost(frame: FrameType) -> str:
    return f"{_named(frame)} ({_places(frame, 1)})"


def _named(frame: FrameType) -> str:
    file = Path(frame.f_code.co_filename)
    return f"{file.parent.name}/{file.name}:{frame.f_lineno} {frame.f_code.co_name}"


def _waits(frame: FrameType) -> bool:
    """Whether a thread is only waiting for work."""
    return Path(frame.f_code.co_filename).name in ("threading.py", "lane.py", "queue.py")
