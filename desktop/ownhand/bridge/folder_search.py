"""Finds in all texts of a folder, on a thread, and tells the window in portions."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError
from ownhand.document.search import Query, SearchEvent, search_folder

_PORTION_S = 0.05


class FolderSearch(QObject):
    """One search at a time; a new one ends the one before. Its thread is "library-search".

    Attributes:
        number: Of the search that runs or ran last; what is told of earlier ones is out of date.
    """

    found = Signal(int, tuple)
    """(number, events): `SearchEvent`s of a search, in order. Sent from the thread."""
    ended = Signal(int, str)
    """(number, problem): a search is over; "" unless the pattern is at fault. Sent from the thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self._cancel = CancelToken()
        self._thread: threading.Thread | None = None

    def start(self, folder: Path, query: Query, shown: Mapping[Path, str]) -> int:
        """Search, and give the search's number.

        Args:
            folder: Where.
            query: What.
            shown: Texts on the page by their paths; they are searched as they stand there.
        """
        self.stop()
        self.number += 1
        self._cancel = CancelToken()
        arguments = (self.number, folder, query, dict(shown), self._cancel)
        self._thread = threading.Thread(
            target=self._run, args=arguments, name="library-search", daemon=True
        )
        self._thread.start()
        return self.number

    def stop(self) -> None:
        """End the search that runs; it is told as ended."""
        self._cancel.cancel()

    def close(self, timeout_s: float = 2.0) -> None:
        """End for good; one that a dead disk holds is left to itself."""
        self.stop()
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _run(
        self,
        number: int,
        folder: Path,
        query: Query,
        shown: Mapping[Path, str],
        cancel: CancelToken,
    ) -> None:
        problem = ""
        portion: list[SearchEvent] = []
        told_at = time.monotonic()
        try:
            for event in search_folder(folder, query, cancel, _decode, shown):
                portion.append(event)
                if time.monotonic() - told_at > _PORTION_S:
                    self._tell(number, portion)
                    portion, told_at = [], time.monotonic()
        except Cancelled:
            pass
        except BadInputError as bad:
            problem = str(bad)
        self._tell(number, portion)
        with contextlib.suppress(RuntimeError):  # the window is gone
            self.ended.emit(number, problem)

    def _tell(self, number: int, portion: list[SearchEvent]) -> None:
        if portion:
            with contextlib.suppress(RuntimeError):
                self.found.emit(number, tuple(portion))


def _decode(data: bytes) -> str:
    from ownhand.corpus.decode import decode  # only for what is not UTF-8

    return decode(data).text
