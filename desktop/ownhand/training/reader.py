"""The process that reads texts for the window: `python -m ownhand.training.reader`.

Reading a million words is seconds of pure Python, and in the window's own process it would hold up
the writer's keys. Requests come as pickles on stdin, replies go as pickles to stdout, each request
ends with `Done`. The end of stdin cancels what is under way and ends the process; so does the end
of the window, however it came.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import queue
import sys
import threading
from collections.abc import Iterator
from typing import BinaryIO

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import OwnhandError
from ownhand.core.messages import Stage
from ownhand.core.priority import give_way_to_window
from ownhand.core.words import Sentence, why
from ownhand.training.folders import cleaning_of
from ownhand.training.inspection import Inspector
from ownhand.training.requests import Done, Failed, Request

log = logging.getLogger(__name__)

_NICENESS = 5  # the window comes first


def main() -> int:
    """Answer requests until stdin ends; returns the exit status."""
    logging.basicConfig(level=logging.WARNING)
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the replies
    give_way_to_window(_NICENESS)
    cancel = CancelToken()
    requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, cancel), daemon=True).start()
    inspector = Inspector()
    with contextlib.suppress(BrokenPipeError, Cancelled), replies:
        while (request := requests.get()) is not None:
            for reply in _answers(request, inspector, cancel):
                _send(replies, reply)
            _send(replies, Done())
    return 0


def _listen(requests: queue.SimpleQueue[Request | None], cancel: CancelToken) -> None:
    """On its own thread, for the others are at work."""
    with open(0, "rb", closefd=False) as source:
        try:
            while True:
                requests.put(pickle.load(source))
        except (EOFError, pickle.UnpicklingError):
            cancel.cancel()
            requests.put(None)


def _answers(request: Request, inspector: Inspector, cancel: CancelToken) -> Iterator[object]:
    try:
        match request.kind:
            case "inspect":
                yield from inspector.inspect(request.spec, request.paths, cancel)
            case "preview":
                if not inspector.has_texts:  # this process is a new one
                    yield from (
                        event
                        for event in inspector.inspect(request.spec, request.paths, cancel)
                        if isinstance(event, Stage)
                    )
                yield inspector.preview(cleaning_of(request.spec))
            case "plan":
                from ownhand.training.planning import plan_run

                yield from plan_run(request.spec, request.paths, request.backend, cancel)
    except OwnhandError as problem:
        yield Failed(type(problem).__name__, str(problem))
    except MemoryError:
        yield Failed("NotEnoughMemoryError", "There is not enough free memory to read these texts. Choose fewer of them, or close other programs.")  # fmt: skip
    except OSError as problem:
        log.exception("A request failed")
        yield Failed("OSError", Sentence("The disk refused ({reason}). Your texts are untouched. Make room on the disk, then try again.", reason=why(problem)))  # fmt: skip
    except Cancelled:
        raise
    except Exception as problem:
        log.exception("A request failed")
        yield Failed(type(problem).__name__, f"Something unforeseen went wrong ({type(problem).__name__}). Your texts are untouched. Try again; if it comes back, please report it with the log.")  # fmt: skip


def _send(replies: BinaryIO, reply: object) -> None:
    pickle.dump(reply, replies)
    replies.flush()


if __name__ == "__main__":
    sys.exit(main())
