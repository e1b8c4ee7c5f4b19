"""Peers for tests of the measurement: plain scripts that obey the same commands as real ones."""

from __future__ import annotations

import sys
from pathlib import Path

from ownhand.bench.contenders import worker

_PEER = '''
import json, os, sys, time


class Engine:
    """Writes down what it is asked; fails or dies where a test wants it to."""

    def load(self, **told):
        self._asked = []
        print("noise of a library")
        return {"version": "1.0", "weights": "none", "threads": os.environ["OMP_NUM_THREADS"]}

    def decode(self, ids, new, **others):
        self._turn("decode")
        return {"first_s": 0.5, "total_s": 0.5 + (new - 1) / RATE, "count": new, "ids": [1] * new}

    def prefill(self, ids):
        self._turn("prefill")
        return {"seconds": len(ids) / RATE}

    def fail(self):
        raise ArithmeticError("too much")

    def die(self):
        print("bad_alloc: no memory left", file=sys.stderr)
        sys.stderr.flush()
        os._exit(3)

    def _turn(self, what):
        self._asked.append(what)
        if len(self._asked) == DIES_AT:
            self.die()
        with open(LOG, "a") as log:
            log.write(NAME + " ")
'''


def fake_peer(
    folder: Path, name: str, rate: float = 100.0, dies_at: int = 0, log: Path | None = None
) -> list[str]:
    """The command that starts a peer.

    Args:
        folder: For its script.
        name: Written into the log at each turn.
        rate: Tokens per second that it claims.
        dies_at: Which turn it does not survive; 0 for none.
        log: Its turns.
    """
    script = folder / f"with_{name}.py"
    values = {"RATE": rate, "DIES_AT": dies_at, "NAME": name, "LOG": str(log or folder / "log")}
    script.write_text(
        "".join(f"{key} = {value!r}\n" for key, value in values.items()) + _PEER, encoding="utf-8"
    )
    return [sys.executable, worker.__file__, str(script)]
