"""Streaming speed beside KerasHub's own `generate()`: same process, same weights, in turn, medians.

Run with `python -m ownhand.bench.speed`, or as `ownhand bench`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.bench import start
from ownhand.bench.report import spread, write_report
from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids
from ownhand.core.errors import BadInputError, OwnhandError
from ownhand.core.messages import GenerationRequest, Stage, TextArrived
from ownhand.core.paths import user_paths
from ownhand.core.sampling import SamplingSettings
from ownhand.core.settings import load_settings
from ownhand.engine.backends import BackendChoice, choose_backend
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel, load_model
from ownhand.engine.session import Session
from ownhand.models.kerashub import causal_model
from ownhand.models.starter import chosen_or_starter
from ownhand.models.store import DirectoryStore

_NEW = 128
_PROMPT = 100
_LONG = 1000
_GROWN = 2000
_CHANGED = 16  # tokens of a last line that was rewritten


def main() -> None:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model")
    parser.add_argument("--json")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    try:
        _measure(options)
    except OwnhandError as problem:
        sys.exit(f"ownhand: {problem}")


def _measure(options: argparse.Namespace) -> None:
    directory = _directory(options.model)
    # The processes come first, while this one holds no memory and no threads.
    cold = start.measure(directory, cold=True)
    warm = [start.measure(directory, cold=False) for _ in range(3)]
    warm.sort(key=lambda one: float(one["total_s"]))
    model = _load(directory)
    figures: dict[str, Any] = {
        "model": directory.name,
        "backend": model.decoder.runtime.backend,
        "dtype": model.decoder.runtime.dtype,
    }
    figures |= _decode(model, directory, options.runs)
    figures |= _growth(model, options.runs)
    figures |= _first_token(model, options.runs)
    figures |= {
        "cold_start_s": cold["total_s"],
        "cold_start_stages": cold["stages"],
        "warm_start_s": warm[1]["total_s"],
        "warm_start_stages": warm[1]["stages"],
    }
    write_report(figures, options.json)


def _decode(model: LoadedModel, directory: Path, runs: int) -> dict[str, Any]:
    """Streaming against `generate()`, greedy, from the same prompt."""

    session = Session(model.decoder)
    prompt = _text_ids(model, _PROMPT)
    text = model.tokenizer.decode(prompt.tolist())
    request = GenerationRequest(text, SamplingSettings(sampler="greedy", seed=0), max_tokens=_NEW)
    prompt = model.tokenizer.encode(text)
    reference = _keras_hub_model(directory)
    total = len(prompt) + _NEW
    padded = np.zeros((1, total), np.int32)
    padded[0, : len(prompt)] = prompt
    inputs = {"token_ids": padded, "padding_mask": (np.arange(total) < len(prompt))[None]}

    def ours() -> str:
        session.rewind(session.length)
        events = continue_text(session, model.tokenizer, request, CancelToken())
        return "".join(event.text for event in events if isinstance(event, TextArrived))

    def theirs() -> str:
        output = reference.generate(inputs, stop_token_ids=None)
        ids = np.asarray(output["token_ids"])[0, len(prompt) :]
        return model.tokenizer.decode(ids.tolist())

    same = ours() == theirs()  # both are warm afterwards
    times = _in_turn([ours, theirs], runs)
    return {
        "decode_ratio": _ratio(times[1], times[0]),
        "decode_tokens_per_s": spread([_NEW / t for t in times[0]]),
        "keras_hub_generate_tokens_per_s": spread([_NEW / t for t in times[1]]),
        "same_greedy_text": same,
    }


def _keras_hub_model(directory: Path) -> Any:
    """KerasHub's own generator over the same weights, greedy."""
    model = causal_model(directory)
    model.compile(sampler="greedy")
    return model


def _growth(model: LoadedModel, runs: int) -> dict[str, Any]:
    """Time per token with 200 and with 2,000 tokens in the cache."""
    session = Session(model.decoder)
    steps: dict[int, list[float]] = {}
    for length in (200, _GROWN):
        ids = _text_ids(model, length)
        _fill(session, ids)
        _drain(session.prepare(64, 1, CancelToken()))
        session.extend(ids[None, :1])
        steps[length] = []
        for _ in range(max(runs, 3) * 8):
            begun = time.perf_counter()
            session.extend(ids[None, :1])
            steps[length].append(time.perf_counter() - begun)
            session.rewind(1)
    return {
        "context_growth": round(
            statistics.median(steps[_GROWN]) / statistics.median(steps[200]), 3
        ),
        "step_ms_at_200": spread([1e3 * t for t in steps[200]]),
        "step_ms_at_2000": spread([1e3 * t for t in steps[_GROWN]]),
    }


def _first_token(model: LoadedModel, runs: int) -> dict[str, Any]:
    """A long prompt anew, one plain pass over it, and the same after a change in its last line."""
    session = Session(model.decoder)
    ids = _text_ids(model, _LONG)
    other = ids.copy()
    other[-_CHANGED:] = ids[:_CHANGED]

    def anew() -> None:
        session.rewind(session.length)
        _fill(session, ids)

    def one_pass() -> None:
        model.decoder.runtime.extend(cache, ids[None], 0, _LONG - 1)

    def edited() -> None:
        nonlocal ids, other
        ids, other = other, ids
        _fill(session, ids)

    _drain(session.prepare(_LONG + 64, 1, CancelToken(), seq=2))
    cache = model.decoder.runtime.new_cache(1, model.decoder.capacity)
    for warm_up in (anew, one_pass, anew, edited):
        warm_up()
    times: dict[str, list[float]] = {"anew": [], "pass": [], "edit": []}
    for _ in range(runs):
        for name, run in (("pass", one_pass), ("anew", anew), ("edit", edited)):
            begun = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - begun)
    return {
        "first_token_ratio": _ratio(times["anew"], times["pass"]),
        "edit_last_line_ratio": _ratio(times["edit"], times["anew"]),
        "first_token_of_1000_s": spread(times["anew"]),
        "one_pass_over_1000_s": spread(times["pass"]),
        "first_token_after_edit_s": spread(times["edit"]),
    }


def _fill(session: Session, ids: Ids) -> Any:
    """Bring a prompt into the cache, reusing what is there; returns the logits after it."""
    session.start(ids, keep_hidden=False)
    todo = len(ids) - session.length
    _drain(session.prepare(todo + _NEW, 1, CancelToken(), seq=todo))
    _drain(session.prepare(todo + _NEW, 1, CancelToken()))
    last: Any = None
    for event in session.prefill(ids, CancelToken()):
        if not isinstance(event, Stage):
            last = event
    return last


def _text_ids(model: LoadedModel, count: int) -> Ids:
    """`<int32>[count]`, tokens of a packaged text, repeated if it is short."""
    from ownhand.core.resources import read_text

    ids = model.tokenizer.encode(read_text("samples/english.txt"))
    return np.resize(ids, count).astype(np.int32)


def _in_turn(works: list[Callable[[], Any]], runs: int) -> list[list[float]]:
    """Seconds of each work, one after the other, `runs` times: a drift of the machine hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begun)
    return times


def _ratio(a: list[float], b: list[float]) -> float:
    """Median of the pairwise ratios."""
    return round(statistics.median(x / y for x, y in zip(a, b, strict=True)), 3)


def _drain(stages: Any) -> None:
    for _ in stages:
        pass


def _load(directory: Path) -> LoadedModel:
    settings = load_settings(user_paths().settings_file)
    choice = BackendChoice(
        choose_backend(settings.backend), settings.device, settings.dtype, user_paths().cache
    )
    for event in load_model(directory, choice, CancelToken()):
        if not isinstance(event, Stage):
            return event
    raise AssertionError("a load ends with the model")


def _directory(name: str | None) -> Path:
    info = chosen_or_starter(DirectoryStore(user_paths().models), name)
    if info.context_tokens <= _GROWN:
        raise BadInputError(
            f"The measurement needs a model with a context of at least {_GROWN + 1:,} tokens; {info.title} has {info.context_tokens:,}."
        )
    return info.directory


if __name__ == "__main__":
    main()
