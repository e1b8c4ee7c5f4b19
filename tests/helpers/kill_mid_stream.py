"""Kills a window while it is written in, and measures how much of the text is gone.

`python tests/helpers/kill_mid_stream.py --times 50`: each time a real window on a process of its own
is typed in, key by key, while a continuation streams in at 30 tokens a second; every other one also
saves now and then. It notes whatever its page shows. At a random moment it is killed, and what
`unsaved_journals` and the file bring back is looked up among what was shown.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TYPED = "It rained on the day of the fair, and nobody went home. "
STREAMED = (" the", " band", " played", " on", " under", " the", " tents", " and") * 200
TOKENS_PER_S = 30
KEYS_PER_S = 12
WAIT_S = 60.0


@dataclass(frozen=True)
class Outcome:
    """What one kill cost.

    Attributes:
        edits: How many edits the page had shown.
        generated: How many characters of the last text shown were streamed.
        lost_edits: How many of the edits were gone.
        lost_ms: Age of the oldest of these at the kill; 0 if none was lost.
        saved: Whether some of it was saved to a file.
    """

    edits: int
    generated: int
    lost_edits: int
    lost_ms: float
    saved: bool


def kill_once(
    folder: Path, chance: random.Random, saving: bool = False, longest_s: float = 3.0
) -> Outcome:
    """Have a window write, kill it, recover.

    Args:
        folder: Empty; everything of the run lies in it.
        chance: Decides on the moment.
        saving: Have it save now and then.
        longest_s: Longest wait for the kill, once there is generated text.

    Raises:
        AssertionError: If what was recovered was never shown, or its origins were others.
    """
    command = [sys.executable, __file__, "--write", str(folder)] + ["--saving"] * saving
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    errors = folder / "errors.txt"
    with open(errors, "wb") as sink:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=sink)
        try:
            _wait_for_streamed_text(folder / "shown.jsonl", process, errors)
            time.sleep(chance.uniform(0.0, longest_s))
        finally:
            process.kill()
            process.wait()
    killed = time.monotonic()
    shown = _shown(folder / "shown.jsonl")
    kept = max(_index(shown, *found) for found in _recovered(folder))
    lost = shown[kept + 1 :]
    return Outcome(
        len(shown),
        sum(end - start for start, end, _origin in shown[-1]["spans"]),
        len(lost),
        (killed - lost[0]["at"]) * 1000 if lost else 0.0,
        saving and (folder / "text.txt").stat().st_size > 0,
    )


def _wait_for_streamed_text(log: Path, process: subprocess.Popen[bytes], errors: Path) -> None:
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline and process.poll() is None:
        if log.exists() and b'"generated"' in log.read_bytes():
            return
        time.sleep(0.02)
    raise AssertionError(f"the window wrote nothing: {errors.read_text()}")


def _shown(log: Path) -> list[dict[str, Any]]:
    """What the page showed, one entry an edit; the empty page first."""
    lines = log.read_bytes().split(b"\n")[:-1]
    entries = [json.loads(line) for line in lines]
    return [{"at": 0.0, "text": _digest(""), "spans": []}, *entries]


def _recovered(folder: Path) -> list[tuple[str, list[list[Any]]]]:
    """Text and origins as the next start finds them: unsaved ones first, else the file's."""
    from ownhand.document.journal import unsaved_journals
    from ownhand.document.sidecar import load_spans
    from ownhand.document.text_file import read_text_file

    data = folder / "data"
    provenance = data / "provenance"
    found = [
        (u.state.file.text, _plain(u.state.spans))
        for u in unsaved_journals(data / "journal", provenance)
    ]
    file = folder / "text.txt"
    if not found and file.exists():
        text = read_text_file(file).text
        found.append((text, _plain(load_spans(provenance, file, text))))
    return found or [("", [])]


def _index(shown: list[dict[str, Any]], text: str, spans: list[list[Any]]) -> int:
    """The last time that this text was shown; its origins must be those of then."""
    digest = _digest(text)
    same = [number for number, entry in enumerate(shown) if entry["text"] == digest]
    assert same, f"never shown: …{text[-80:]!r}"
    agreeing = [number for number in same if shown[number]["spans"] == spans]
    assert agreeing, f"other origins: {spans} and not {shown[same[-1]]['spans']}"
    return agreeing[-1]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(spans: Any) -> list[list[Any]]:
    return [[span.start, span.end, span.origin] for span in spans]


# --- the process that is killed ---------------------------------------------------------------------


def write(folder: Path, saving: bool) -> None:
    """Show a window and write in it until the end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from tests.helpers.desk import make_desk
    from tests.helpers.scripted_generator import model_info

    from ownhand.ui import main_window
    from ownhand.ui.editor.page import WritingPage

    log = os.open(folder / "shown.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    class NotingPage(WritingPage):
        """Notes what it shows, before anyone else hears of it."""

        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.edited.connect(self._note)

        def _note(self) -> None:
            spans = _plain(self.spans())
            entry = {"at": time.monotonic(), "text": _digest(self.text()), "spans": spans}
            os.write(log, json.dumps(entry).encode() + b"\n")

    vars(main_window)["WritingPage"] = NotingPage
    application = QApplication([])
    desk = make_desk(None, application, folder, model_info(), gated=True)  # type: ignore[arg-type]
    desk.generator.words = STREAMED
    window, page = desk.window, desk.window.page
    keys = iter(TYPED * 1000)

    def press() -> None:
        QTest.keyClicks(page, next(keys))
        if page.caret_position() == 12:  # from here on the model writes at the end, the writer here
            window.generation.continue_writing()
            page.set_caret_position(3)

    def pace() -> None:
        while True:
            desk.generator.allow()
            time.sleep(1 / TOKENS_PER_S)

    typing, saves = QTimer(), QTimer()
    typing.timeout.connect(press)
    saves.timeout.connect(window.documents.save)
    desk.settings.change(max_tokens=len(STREAMED))
    window.show()
    file = folder / "text.txt"
    if saving:
        file.touch()
        window.documents.text_shown.connect(lambda: typing.start(1000 // KEYS_PER_S))
        saves.start(900)
    else:
        typing.start(1000 // KEYS_PER_S)
    window.begin(file if saving else None)
    threading.Thread(target=pace, daemon=True).start()
    desk.loop.run_forever()


def main() -> int:
    """Kill as often as asked, and say what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--saving", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        write(options.write, options.saving)
        return 0
    chance = random.Random(options.seed)
    worst = 0.0
    for number in range(options.times):
        with tempfile.TemporaryDirectory(prefix="ownhand-kill-") as folder:
            outcome = kill_once(Path(folder), chance, saving=number % 2 == 1)
        worst = max(worst, outcome.lost_ms)
        sys.stdout.write(f"{number + 1:3}  {outcome}\n")
        sys.stdout.flush()
    sys.stdout.write(f"Worst loss of {options.times} kills: {worst:.0f} ms\n")
    return 0 if worst <= 1000 else 1


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT)]
    sys.exit(main())
