"""The window's side of the process that reads texts."""

from __future__ import annotations

import contextlib
import logging
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import IO, Any

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError, NotEnoughMemoryError, OwnhandError
from ownhand.training.requests import Done, Failed, Request

log = logging.getLogger(__name__)

_LOOK_S = 0.1
_CALM_END_S = 3.0
_KINDS: dict[str, type[OwnhandError]] = {
    "BadInputError": BadInputError,
    "SettingsError": BadInputError,
    "NotEnoughMemoryError": NotEnoughMemoryError,
}


class ReaderProcess:
    """Asks the reader, which is started at the first request and stays for the next ones.

    Lives on the training lane; only `close` may come from elsewhere.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._replies: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def ask(self, request: Request, cancel: CancelToken) -> Iterator[Any]:
        """The reader's events on a request.

        Args:
            request: What to do.
            cancel: Looked at ten times a second; the reader is then ended.

        Raises:
            Cancelled: If `cancel` was set.
            BadInputError, NotEnoughMemoryError, OwnhandError: As the reader says.
        """
        process = self._started()
        assert process.stdin is not None
        try:
            pickle.dump(request, process.stdin)
            process.stdin.flush()
            while True:
                try:
                    reply = self._replies.get(timeout=_LOOK_S)
                except queue.Empty:
                    cancel.raise_if_cancelled()
                    continue
                cancel.raise_if_cancelled()
                if isinstance(reply, Done):
                    return
                if reply is None:
                    raise BrokenPipeError
                if isinstance(reply, Failed):
                    raise _KINDS.get(reply.kind, OwnhandError)(reply.message)
                yield reply
        except (Cancelled, GeneratorExit):
            self.close()
            raise
        except BrokenPipeError as problem:
            self.close()
            cancel.raise_if_cancelled()
            raise OwnhandError(
                "Reading your texts was ended by the system; most likely there was not enough memory. Your texts are untouched. Choose fewer of them, or close other programs."
            ) from problem

    def close(self) -> None:
        """End the reader, at once if it does not end calmly. The next request starts another one."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        with contextlib.suppress(OSError):
            process.stdin.close()
        try:
            process.wait(_CALM_END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ownhand.training.reader"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
            )  # fmt: skip
            self._replies = queue.SimpleQueue()
            threading.Thread(
                target=_listen, args=(self._process.stdout, self._replies),
                name="reader-replies", daemon=True,
            ).start()  # fmt: skip
        return self._process


def _listen(source: IO[bytes], replies: queue.SimpleQueue[Any]) -> None:
    """On its own thread: a pipe cannot be waited for with a look at the token."""
    with source:
        try:
            while True:
                replies.put(pickle.load(source))
        except (EOFError, OSError, pickle.UnpicklingError):
            replies.put(None)
