"""The threads that share a pass: late ones, many passes in a row, and their end."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.loading import choice_of
from tests.helpers.narrow_models import LLAMA, kernel, logits_of, random_weights

from ownhand.core.cancel import CancelToken
from ownhand.engine.engine import Engine
from ownhand.engine.narrow import runtime as runtime_module
from ownhand.engine.narrow.forward_pass import work
from ownhand.engine.narrow.runtime import NarrowRuntime
from ownhand.engine.narrow.team import Team

IDS = np.random.default_rng(1).integers(0, LLAMA.vocabulary, 200).astype(np.int32)
PATIENCE_S = 60


def runtime_of(threads: int) -> NarrowRuntime:
    return kernel(LLAMA, random_weights(LLAMA), narrow=True, threads=threads)


def helpers() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "kernel"}


class Gate:
    """Work that helpers begin only when they may; the caller's goes on as always."""

    def __init__(self, work: Callable[..., None]) -> None:
        self._work = work
        self.open = threading.Event()
        self.waiting, self.passed = threading.Semaphore(0), threading.Semaphore(0)

    def __call__(self, *task: Any) -> None:
        helper = threading.current_thread().name == "kernel"
        if helper:
            self.waiting.release()
            assert self.open.wait(PATIENCE_S)
        self._work(*task)
        if helper:
            self.passed.release()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    gate = Gate(work)
    monkeypatch.setattr(runtime_module, "work", gate)
    return gate


def test_helpers_that_never_begin_hold_nobody_up(gate: Gate) -> None:
    expected = logits_of(runtime_of(1), IDS)
    runtime = runtime_of(3)
    assert np.array_equal(logits_of(runtime, IDS), expected)
    gate.open.set()


def test_helpers_that_come_late_disturb_no_later_pass(gate: Gate) -> None:
    expected = logits_of(runtime_of(1), IDS)
    runtime = runtime_of(3)
    for _ in range(3):
        logits_of(runtime, IDS[:5], 1)
    for _ in range(2):  # each holds the task of a pass that is over
        assert gate.waiting.acquire(timeout=PATIENCE_S)
    gate.open.set()
    for _ in range(3):
        assert np.array_equal(logits_of(runtime, IDS), expected)
    for _ in range(2):
        assert gate.passed.acquire(timeout=PATIENCE_S)


def test_many_passes_in_a_row_from_changing_caches_give_the_same_bits() -> None:
    alone, together = runtime_of(1), runtime_of(4)
    rng = np.random.default_rng(3)
    caches = [(rows, alone.new_cache(rows, 640), together.new_cache(rows, 640)) for rows in (1, 2, 5)]  # fmt: skip
    lengths = [0] * len(caches)
    for _ in range(250):
        which = int(rng.integers(len(caches)))
        rows, own, shared = caches[which]
        new = int(rng.choice([1, 1, 1, 2, 9, 40]))
        if lengths[which] + new > 600:
            lengths[which] = 0
        ids = rng.integers(0, LLAMA.vocabulary, (rows, new)).astype(np.int32)
        last = None if new == 9 else new - 1
        one = alone.extend(own, ids, lengths[which], last).logits
        other = together.extend(shared, ids, lengths[which], last).logits
        assert np.array_equal(one, other)
        lengths[which] += new


def test_numbers_of_passes_come_round_without_a_zero() -> None:
    team = Team(1, lambda *_: None, lambda *_: None)
    team._number = (1 << 22) - 2
    assert [team.next_number() for _ in range(4)] == [(1 << 22) - 1, 1 << 22, 1, 2]


def test_a_closed_team_has_no_threads() -> None:
    before = helpers()
    runtime = runtime_of(4)
    logits_of(runtime, IDS[:3])
    mine = helpers() - before
    assert len(mine) == 3
    runtime._team.close()
    runtime._team.close()
    for thread in mine:
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


def test_threads_end_with_their_runtime() -> None:
    before = helpers()
    runtime = runtime_of(4)
    logits_of(runtime, IDS)
    mine, freed = helpers() - before, weakref.ref(runtime._packed.data)
    del runtime
    for thread in mine:
        thread.join(PATIENCE_S)
        assert not thread.is_alive()
    gc.collect()
    assert freed() is None


def test_unloading_frees_the_weights_and_ends_the_threads(
    tiny_llama: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime_module, "usable_cores", lambda: 3)
    before = helpers()
    engine = Engine(choice_of("int8", cache_dir=tmp_path))
    list(engine.load(tiny_llama, CancelToken()))
    assert engine._model is not None
    runtime = engine._model.decoder.runtime
    assert isinstance(runtime, NarrowRuntime)
    mine, mapped = helpers() - before, weakref.ref(runtime._packed.data)
    assert isinstance(runtime._packed.data, np.memmap)
    assert len(mine) == 2
    gone = weakref.ref(runtime)
    del runtime
    engine.unload()
    assert gone() is None
    assert mapped() is None
    for thread in mine:
        thread.join(PATIENCE_S)
        assert not thread.is_alive()
