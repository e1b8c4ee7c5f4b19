"""`ownhand` and `python -m ownhand`: the window, or a command."""

from __future__ import annotations

import os
import sys
import threading

_COMMANDS = (
    "write",
    "chat",
    "models",
    "presets",
    "finetune",
    "runs",
    "provenance",
    "bench",
    "doctor",
)


def main() -> int:
    """Start the window when there is no command, else the command line.

    A file named like a command can be opened as `ownhand ./write`.
    """
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in _COMMANDS or arguments[0].startswith("-")):
        from ownhand.cli import run

        return _left(run(arguments))
    from ownhand.app import main as show_window

    return show_window(sys.argv)


def _left(status: int) -> int:
    """The exit status; ends the process at once when a compile still goes on, after Ctrl+C.

    The interpreter would end that thread in the middle of the compiler, which then aborts.
    """
    if threading.active_count() > 1:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(status)
    return status


if __name__ == "__main__":
    sys.exit(main())
