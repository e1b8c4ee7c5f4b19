"""What the commands share: stages on stderr, and Ctrl+C as a request to stop."""

from __future__ import annotations

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
    """Shows stages on stderr: one line redrawn on a terminal, a line per stage elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._shown = ""

    def show(self, stage: Stage) -> None:
        """Show what is being done now, with its share when it is known."""
        share = f" {stage.done * 100 // stage.total} %" if stage.total else ""
        text = f"{stage.label} …{share}" if self._live else f"{stage.label} …"
        if text == self._shown:
            return
        self._shown = text
        if self._live:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
        else:
            note(text)

    def clear(self) -> None:
        """Take the line away before a result is printed."""
        if self._live and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._shown = ""


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
