"""`ownhand` and `python -m ownhand`: the window, or a command."""

from __future__ import annotations

import sys

_COMMANDS = ("write", "models", "presets", "bench", "doctor")


def main() -> int:
    """Start the window when there is no command, else the command line.

    A file named like a command can be opened as `ownhand ./write`.
    """
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in _COMMANDS or arguments[0].startswith("-")):
        from ownhand.cli import run

        return run(arguments)
    from ownhand.app import main as show_window

    return show_window(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
