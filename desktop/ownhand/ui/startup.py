"""What must be in order before a QApplication can be made, for that aborts the process if it is not."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import PySide6

from ownhand.core.system_libraries import missing_library, missing_library_advice


def display_problem() -> str:
    """What keeps a window from opening here, in sentences that say what to do; "" if nothing known does."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform not in ("", "xcb", "wayland"):
        return ""
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if not platform and not wayland and not os.environ.get("DISPLAY"):
        return (
            "Ownhand cannot open a window: there is no display (neither WAYLAND_DISPLAY nor DISPLAY is "
            "set). Start it from a desktop session, or write without a window: ownhand write --help"
        )
    plugin = platform or ("wayland" if wayland else "xcb")
    file = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}[plugin]
    path = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / file
    if not path.exists():
        return ""
    try:
        ctypes.CDLL(str(path))
    except OSError as problem:
        library = missing_library(str(problem))
        return missing_library_advice(library) if library else ""
    return ""
