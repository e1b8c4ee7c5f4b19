"""Kills a window while the model answers in the chat, and measures how much of the answer is gone.

`python tests/helpers/kill_mid_answer.py --times 10`: each time a window on a process of its own notes
whatever its conversation says, at 30 tokens a second, and is killed at a random moment.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
TOKENS_PER_S = 30
WAIT_S = 90.0


def kill_once(folder: Path, chance: random.Random, longest_s: float = 2.0) -> float:
    """Have a window answer, kill it, read the conversation again.

    Returns:
        Age in milliseconds, at the kill, of the oldest text that is lost; 0 if none is.

    Raises:
        AssertionError: If what is read was never said.
    """
    from ownhand.document.conversations.shelf import ConversationShelf

    log = folder / "said.jsonl"
    process = subprocess.Popen(
        [sys.executable, __file__, "--answer", str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        end = time.monotonic() + WAIT_S
        while not log.exists() or log.read_bytes().count(b"\n") < 3:
            assert process.poll() is None, "the window ended by itself"
            assert time.monotonic() < end, "no answer came"
            time.sleep(0.02)
        time.sleep(chance.uniform(0.0, longest_s))
    finally:
        process.kill()
        process.wait()
    killed = time.monotonic()
    said = [json.loads(line) for line in log.read_text("utf-8").split("\n")[:-1]]
    shelf = ConversationShelf(folder / "data" / "chats")
    listed = shelf.list()
    path = shelf.read(listed[0].id).path if listed else ()
    kept = path[1].text if len(path) > 1 else ""
    assert said[-1]["text"].startswith(kept), "something else was kept than was said"
    lost = [entry["at"] for entry in said if len(entry["text"]) > len(kept)]
    return (killed - lost[0]) * 1000 if lost else 0.0


def answer(folder: Path) -> None:
    """A window that asks itself something and notes each word of the answer. Runs until it is killed."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication
    from tests.helpers.desk import make_desk
    from tests.helpers.scripted_generator import model_info

    from ownhand.ui.chat.chat_feature import ChatFeature

    application = QApplication([])
    nobody = cast("QtBot", None)  # only the waits of a test need one
    desk = make_desk(nobody, application, folder, model_info(), gated=True)
    desk.generator.words = tuple(f" word{number}" for number in range(100_000))
    desk.settings.change(max_tokens=100_000)
    desk.window.show()
    desk.window.begin(None)
    log = open(folder / "said.jsonl", "a", encoding="utf-8")  # noqa: SIM115 - until the end

    async def feed() -> None:
        while not desk.window.models.listed:
            await asyncio.sleep(0.01)
        chat = desk.window.findChild(ChatFeature)
        assert chat is not None

        def note(turn_id: str) -> None:
            text = chat.controller.conversation[turn_id].text
            log.write(json.dumps({"at": time.monotonic(), "text": text}) + "\n")
            log.flush()

        chat.controller.turn_changed.connect(note)
        chat.controller.ask("How does it go on?")
        while True:
            desk.generator.allow(1)
            await asyncio.sleep(1 / TOKENS_PER_S)

    desk.loop.run_until_complete(feed())


def main() -> None:
    """Kill as often as is wished, and tell what it cost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--answer", type=Path)
    options = parser.parse_args()
    if options.answer:
        answer(options.answer)
        return
    chance = random.Random(1)
    costs = []
    for number in range(options.times):
        with tempfile.TemporaryDirectory() as folder:
            costs.append(kill_once(Path(folder), chance))
        sys.stdout.write(f"{number + 1}: {costs[-1]:.0f} ms lost\n")
    sys.stdout.write(f"at most {max(costs):.0f} ms lost\n")


if __name__ == "__main__":
    main()
