"""What the commands share: stages on stderr, and Ctrl+C as a request to stop."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage


def note(text: str) -> None:
    """A line for the person, never mixed with the result."""
    typer.echo(text, err=True)


class StageLine:
    """Shows stages on stderr: one line with a bar, redrawn, on a terminal; elsewhere a line per stage,
    and of a stage whose share is known one for each twentieth."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._shown = ""
        self._part = -1

    def show(self, stage: Stage) -> None:
        """Show what is being done now, with its share when it is known."""
        share = stage.done / stage.total if stage.total else 0.0
        text = f"{stage.label} …"
        if self._live:
            text = f"{_bar(share)} {share:4.0%}  {text}" if stage.total else text
            if text != self._shown:
                sys.stderr.write(f"\r\x1b[K{text[: shutil.get_terminal_size().columns - 1]}")
                sys.stderr.flush()
            self._shown = text
            return
        # The words of a stage may change with each step; they are told once in a while.
        part = int(share * _PARTS) if stage.total else -1
        if text != self._shown and (part < 0 or part != self._part):
            self._shown, self._part = text, part
            note(text)

    def clear(self) -> None:
        """Take the line away before a result is printed."""
        if self._live and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._shown = ""


_PARTS = 20


def _bar(share: float) -> str:
    full = int(share * _PARTS)
    return "━" * full + "╌" * (_PARTS - full)


@contextmanager
def stop_on_interrupt() -> Iterator[CancelToken]:
    """A token that Ctrl+C cancels; a second Ctrl+C ends the program at once."""
    cancel = CancelToken()

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        if cancel.cancelled:
            raise KeyboardInterrupt
        cancel.cancel()

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)
