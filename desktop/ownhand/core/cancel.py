"""A flag that one thread sets and another looks at between units of work."""

from __future__ import annotations

import threading


class Cancelled(Exception):
    """The work was stopped because somebody asked for it. Not an error, and never shown as one."""


class CancelToken:
    """Asks a running job to stop. Safe to set from any thread or signal handler.

    The worker calls `raise_if_cancelled` (or reads `cancelled`) between tokens and between load
    stages, so a job ends within one of them.
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask the job to stop. Returns at once; calling it twice does no harm."""
        self._event.set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` once `cancel` was called.

        Raises:
            Cancelled: If the job was asked to stop.
        """
        if self._event.is_set():
            raise Cancelled
