"""Makes the pictures of the window: `python packaging/screenshots.py [FOLDER]`.

A real window, and a real continuation by the model that is installed (`ownhand write "Once"` fetches
the starter). Without FOLDER only the picture of the README is made, in `packaging/screenshots`; with
it also the dark, narrow, magnified and first-start variants, there.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ownhand.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]

TEXT = (
    "We left before it was light. The road climbed out of the valley in long, patient curves, and at "
    "every turn the headlights swept over another stand of black pines and then over nothing at all.\n\n"
    "By seven the sun had found the highest ridge. Nobody spoke much. There was coffee, and bread from "
    "the evening before, and the radio, which had been saying the same thing about the weather since "
    "Merced.\n\nMy trip to Yosemite was"
)


@dataclass(frozen=True)
class Scene:
    """One picture.

    Attributes:
        name: File name without ".png".
        theme: "light" or "dark".
        width: Of the window, in device-independent pixels.
        scale: Device pixels to each of them.
        first_start: Show the welcome and no model instead of a continuation.
    """

    name: str
    theme: str = "light"
    width: int = 1160
    scale: float = 1.0
    first_start: bool = False


SCENES = (
    Scene("window"),
    Scene("dark", theme="dark"),
    Scene("narrow", width=900),
    Scene("twice", scale=2.0, width=900),
    Scene("twice-dark", theme="dark", scale=2.0, width=900),
    Scene("first-start", first_start=True),
)


def main() -> int:
    """Make the pictures, each in a process of its own: the scale is fixed at its start."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--scene", help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = (options.folder or ROOT / "packaging" / "screenshots").absolute()
    if options.scene:
        take(next(s for s in SCENES if s.name == options.scene), folder / f"{options.scene}.png")
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES if options.folder else SCENES[:1]:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scene.scale),
        }
        command = [sys.executable, __file__, str(folder), "--scene", scene.name]
        subprocess.run(command, env=os.environ | environment, check=True)
    return 0


def take(scene: Scene, file: Path) -> None:
    """Build the window, have the model write, and save the picture."""
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication

    from ownhand.app import build_window, window_loop
    from ownhand.core.paths import Paths, user_paths

    application = QApplication(["ownhand"])
    families = QFontDatabase.families()
    wanted = ("Inter", "Cantarell", "Noto Sans", "DejaVu Sans", application.font().family())
    face = next(f for f in wanted if f in families or f == wanted[-1])
    application.setFont(QFont(face, 10))
    with tempfile.TemporaryDirectory() as scratch, contextlib.ExitStack() as stack:
        root = Path(scratch)
        paths = Paths(*(root / name for name in ("data", "config", "cache", "logs")))
        if not scene.first_start:
            paths.data.mkdir()
            paths.models.symlink_to(user_paths().models, target_is_directory=True)
        book = root / "Sierra"
        (book / "Letters").mkdir(parents=True)
        (book / "Merced.md").write_text("# Merced\n", encoding="utf-8")
        (book / "Packing list.txt").write_text("Bread, coffee\n", encoding="utf-8")
        text = book / "Yosemite, draft 2.txt"
        text.write_text(TEXT, encoding="utf-8")
        loop = stack.enter_context(contextlib.closing(window_loop(application)))
        window = build_window(application, loop, paths)
        window.settings.change(
            theme=scene.theme, welcomed=not scene.first_start, max_tokens=70, model="",
            library_folder="" if scene.first_start else str(book),
            library_visible=scene.width > 1000 and not scene.first_start,
        )  # fmt: skip
        window.choice.change({"seed": 20})
        window.resize(scene.width, 780)
        window.show()
        loop.run_until_complete(_play(window, None if scene.first_start else text))
        if not window.grab().save(str(file)):
            raise OSError(f"{file} cannot be written")
        window.page.document().setModified(False)
        window.close()
        window.shut_down(5.0)
    sys.stdout.write(f"{file} {file.stat().st_size:,} bytes\n")
    sys.stdout.flush()
    os._exit(0)  # the backend's threads take seconds to wind down


async def _play(window: MainWindow, text: Path | None) -> None:
    window.begin(text)
    while not window.models.listed:
        await asyncio.sleep(0.05)
    if text is not None:
        while window.models.busy_loading:
            await asyncio.sleep(0.05)
        if window.models.loaded is None:
            raise RuntimeError('There is no model yet. Fetch the starter: ownhand write "Once"')
        window.page.set_caret_position(len(TEXT))
        window.generation.continue_writing()
        while window.generation.state != "idle":
            await asyncio.sleep(0.05)
        window.documents.save()
    window.choice.reset()
    window.settings.change(max_tokens=200)
    await asyncio.sleep(2.5)  # the folder is read, the spelling looked at


if __name__ == "__main__":
    sys.exit(main())
