from __future__ import annotations

import re
import time
from collections.abc import Iterable

import numpy as np
import pytest
from tests.helpers.sampling_runs import run_sampler
from tests.helpers.tiny_decoder import ScriptedDecoder

from ownhand.core.messages import LoopNoticed
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.loops import Loop, LoopWatch


class Tokens:
    """Words with the space before them, and marks, as a byte-pair tokeniser gives for plain prose."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def encode(self, text: str) -> list[int]:
        ids = []
        for piece in re.findall(r" ?\w+|[^\w]", text):
            if piece not in self._texts:
                self._texts.append(piece)
            ids.append(self._texts.index(piece))
        return ids

    def decode(self, ids: Iterable[int]) -> str:
        return "".join(self._texts[i] for i in ids)


def first_loop(tokens: Iterable[int]) -> Loop | None:
    watch = LoopWatch()
    found = [loop for token in tokens if (loop := watch.feed(token)) is not None]
    assert len(found) <= 1  # it tells once
    return found[0] if found else None


BEGINNING = (
    "The harbour lay quiet under the first snow, and nobody had come down to the boats since noon. "
)
SENTENCE = "She went to the window and looked out at the sea. "
PARAGRAPH = (
    "When the ferry came in at last the whole town was on the quay, the mayor in his good coat and the"
    " baker with flour on her arms, and the children who had been let out of school an hour early ran"
    " along the wall and called out the names of those they knew. Nobody waved back. The deck was empty"
    " except for a dog, which sat beside the wheelhouse and looked at them as if they were late. The"
    " rope came over, somebody caught it, and then there was no sound at all but the water. "
)

LOOPS = {
    "sentence": BEGINNING + SENTENCE * 5,
    "two words": BEGINNING + "again and " * 30,
    "one word": BEGINNING + "no " * 40,
    "two lines of dialogue": BEGINNING + '"I will go," he said.\n"No," she said.\n' * 5,
    "paragraph": BEGINNING + PARAGRAPH * 2,
}
FINE = {
    "prose": BEGINNING + PARAGRAPH + SENTENCE,
    "said for effect": BEGINNING + "Never, never, never, never! " + SENTENCE,
    "laughter": BEGINNING + "ha ha ha ha ha ha ha ha ha! " + SENTENCE,
    "sentence twice": BEGINNING + SENTENCE * 2 + PARAGRAPH,
    "song": "Row, row, row your boat\n" * 3 + "Gently down the stream\n" * 2 + PARAGRAPH,
    "refrain": "".join(
        f"The {colour} leaves come down the hill,\nthe {colour} leaves go by,\nand all the bells of"
        " Saint Marie\nring under the same sky.\n\n"
        for colour in ("red", "brown", "yellow", "last", "white", "wet")
    ),
    "numbered list": "".join(
        f"{n}. Add the flour and stir until it is smooth.\n" for n in range(1, 12)
    ),
    "table": "| a | b |\n|---|---|\n" + "".join(f"| {n} | {n * n} |\n" for n in range(12)),
}


@pytest.mark.parametrize("name", LOOPS)
def test_watch_notices_a_loop_of(name: str) -> None:
    assert first_loop(Tokens().encode(LOOPS[name])) is not None


@pytest.mark.parametrize("name", FINE)
def test_watch_leaves_alone(name: str) -> None:
    assert first_loop(Tokens().encode(FINE[name])) is None


def test_watch_names_the_phrase_and_how_often_it_came() -> None:
    tokens = Tokens()
    loop = first_loop(tokens.encode(BEGINNING + SENTENCE * 9))
    assert loop is not None
    notice = loop.notice(tokens.decode(loop.tokens), SamplingSettings())
    assert isinstance(notice, LoopNoticed)
    assert notice.phrase == SENTENCE.strip()
    assert notice.times == 4


def test_loop_begins_where_its_first_repetition_began() -> None:
    ids = [100, 101, 102, *([7, 8, 9, 10] * 20)]
    loop = first_loop(ids)
    assert loop == Loop((7, 8, 9, 10), 8, 3)


@pytest.mark.parametrize("period", [1, 5, 16, 17, 60, 64, 65, 200, 256])
def test_watch_notices_every_length_of_phrase(period: int) -> None:
    phrase = np.random.default_rng(period).permutation(1000)[:period].tolist()
    loop = first_loop([*range(2000, 2300), *(phrase * 40)])
    assert loop is not None
    assert len(loop.tokens) == period
    assert loop.times == (max(4, 32 // period) if period <= 16 else 3 if period <= 64 else 2)


def test_watch_forgets_what_was_taken_back() -> None:
    watch = LoopWatch()
    phrase = [1, 2, 3, 4, 5, 6, 7, 8]
    for token in phrase * 3 + phrase[:7]:
        assert watch.feed(token) is None
    watch.retract(3)
    for token in (20, 6, 7):
        assert watch.feed(token) is None
    assert watch.feed(8) is None  # the circle was broken at 20
    watch.retract(4)
    found = [watch.feed(token) for token in (5, 6, 7, 8)]
    assert not any(found[:3])
    assert found[3] == Loop(tuple(phrase), 4, 0)  # exactly as if nothing had been in between


@pytest.mark.parametrize("sampler", ["greedy", "beam"])
def test_remedy_leads_a_deterministic_sampler_out_of_its_loop(sampler: str) -> None:
    settings = SamplingSettings.from_values({"sampler": sampler, "num_beams": 2})

    # What comes next depends on the last token alone, so the likeliest way soon runs into itself.
    table = np.random.default_rng(7).standard_normal((100, 100)) * 2

    def written(values: SamplingSettings) -> list[int]:
        decoder = ScriptedDecoder(100, lambda row: table[row[-1]].tolist())
        return run_sampler(decoder, [1, 2, 3], values, 200).tokens

    loop = first_loop(written(settings))
    assert loop is not None
    remedy = loop.notice("", settings).remedy
    cured = SamplingSettings.from_values(dict(remedy), base=settings)
    assert first_loop(written(cured)) is None


def test_remedy_is_stronger_when_the_usual_one_is_in_force() -> None:
    settings = SamplingSettings.from_values({"dry_multiplier": 0.8, "repetition_penalty": 1.1})
    remedy = dict(Loop((1, 2), 16, 0).notice("", settings).remedy)
    assert remedy == {"repetition_penalty": 1.2, "dry_multiplier": 1.6}


def test_remedy_looks_far_enough_back_to_see_the_phrase() -> None:
    settings = SamplingSettings.from_values({"penalty_window": 64})
    remedy = dict(Loop(tuple(range(100)), 2, 0).notice("", settings).remedy)
    assert remedy["penalty_window"] == 0


@pytest.mark.parametrize(
    "extreme", [{}, {"dry_multiplier": 5.0, "repetition_penalty": 2.0, "penalty_window": 1}]
)
def test_remedy_is_always_made_of_valid_settings(extreme: dict[str, float]) -> None:
    settings = SamplingSettings.from_values(extreme)
    remedy = Loop((1, 2), 16, 0).notice("", settings).remedy
    SamplingSettings.from_values(dict(remedy), base=settings)


def test_watch_costs_little_for_each_token() -> None:
    watch = LoopWatch()
    ids = np.random.default_rng(0).integers(0, 500, 4000).tolist()
    started = time.perf_counter()
    for token in ids:
        watch.feed(token)
    assert (time.perf_counter() - started) / len(ids) < 200e-6  # about 5 us on an idle core
