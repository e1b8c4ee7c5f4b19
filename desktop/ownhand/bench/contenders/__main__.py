"""`python -m ownhand.bench.contenders NAME`: serves Ownhand or KerasHub, see `worker.py`."""

from __future__ import annotations

import sys
from typing import Any

from ownhand.bench.contenders import FLOAT32, KERAS_HUB, KERAS_LAYERS
from ownhand.bench.contenders.worker import own_stdout, serve


def _engine(name: str) -> Any:
    if name == KERAS_HUB:
        from ownhand.bench.contenders.keras_hub import KerasHubEngine

        return KerasHubEngine()
    from ownhand.bench.contenders.ours import OwnhandEngine

    changes = {FLOAT32: {"dtype": "float32"}, KERAS_LAYERS: {"runtime": "keras"}}
    return OwnhandEngine(**changes.get(name, {}))


if __name__ == "__main__":
    with own_stdout() as answers:
        serve(_engine(sys.argv[1]), sys.stdin, answers)
