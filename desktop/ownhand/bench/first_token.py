"""A long prompt read anew, one plain pass over it, and the same prompt with another last line."""

from __future__ import annotations

import time
from typing import Any

from ownhand.bench.loading import read_prompt
from ownhand.bench.report import paired_ratio, spread
from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids
from ownhand.engine.loader import LoadedModel
from ownhand.engine.session import Session

_CHANGED = 16  # tokens of a last line that was rewritten
_AHEAD = 128


def measure(model: LoadedModel, ids: Ids, runs: int) -> dict[str, Any]:
    """Time the three in turn.

    Args:
        model: Whose cache is used.
        ids: `<int32>[n]`, the prompt.
        runs: Of each.
    """
    session = Session(model.decoder)
    other = ids.copy()
    other[-_CHANGED:] = ids[:_CHANGED]

    def anew() -> None:
        session.rewind(session.length)
        read_prompt(session, ids)

    def one_pass() -> None:
        model.decoder.runtime.extend(cache, ids[None], 0, len(ids) - 1)

    def edited() -> None:
        nonlocal ids, other
        ids, other = other, ids
        read_prompt(session, ids)

    for _ in session.prepare(len(ids) + _AHEAD, 1, CancelToken(), seq=2):
        pass
    cache = model.decoder.runtime.new_cache(1, model.decoder.capacity)
    for warm_up in (anew, one_pass, anew, edited):
        warm_up()
    times: dict[str, list[float]] = {"anew": [], "pass": [], "edit": []}
    for _ in range(runs):
        for name, run in (("pass", one_pass), ("anew", anew), ("edit", edited)):
            begun = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - begun)
    count = len(ids)
    return {
        "first_token_ratio": paired_ratio(times["anew"], times["pass"]),
        "edit_last_line_ratio": paired_ratio(times["edit"], times["anew"]),
        f"first_token_of_{count}_s": spread(times["anew"]),
        f"one_pass_over_{count}_s": spread(times["pass"]),
        "first_token_after_edit_s": spread(times["edit"]),
    }
