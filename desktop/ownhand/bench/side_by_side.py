"""What every contender can be timed at, in turn: decoding, single steps, prefill, several at once."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ownhand.bench.contenders import OWNHAND
from ownhand.bench.report import paired_ratio, spread
from ownhand.bench.roster import Roster

Figures = dict[str, dict[str, Any]]
"""Figures by contender."""

_WAYS = ("decode", "decode_completion", "decode_raw")
_STEPS = 8
"""Single steps of one turn."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """How fast everybody wrote the same number of tokens.

    Attributes:
        new: Tokens that each wrote.
        rates: Tokens per second behind the first token in each round, of each contender's best way.
        ways: All ways of each contender: medians and spread.
        seconds: From the prompt to the last token, in each round, of the same way as `rates`.
        written: What each wrote the last time: "ids" or "text".
    """

    new: int
    rates: Mapping[str, list[float]]
    ways: Mapping[str, dict[str, dict[str, float]]]
    seconds: Mapping[str, list[float]]
    written: Mapping[str, dict[str, Any]]


def decode(roster: Roster, text: str, ids: Sequence[int], new: int, runs: int) -> Decoded:
    """Greedy, `new` tokens after the prompt, each by its own ordinary interface."""
    roster.tell(f"Writing {new} tokens after {len(ids)}")
    answers = roster.in_turn(_WAYS, runs, text=text, ids=list(ids), new=new)
    rates = {key: [_rate(one) for one in found] for key, found in answers.items()}
    best: dict[str, str] = {}
    ways: dict[str, dict[str, dict[str, float]]] = {}
    for (name, do), found in rates.items():
        ways.setdefault(name, {})[do] = spread(found)
        if name not in best or statistics.median(found) > statistics.median(
            rates[name, best[name]]
        ):
            best[name] = do
    return Decoded(
        new=new,
        rates={name: rates[name, do] for name, do in best.items()},
        ways=ways,
        seconds={name: [one["total_s"] for one in answers[name, do]] for name, do in best.items()},
        written={name: answers[name, "decode"][-1] for name in best},
    )


def _rate(answer: Mapping[str, Any]) -> float:
    """Tokens per second behind the first one; with the prompt where the first one is not seen."""
    if answer["count"] < 2 or "first_s" not in answer:
        return float(answer["count"] / answer["total_s"])
    return float((answer["count"] - 1) / (answer["total_s"] - answer["first_s"]))


def steps(roster: Roster, ids: Sequence[int], lengths: Sequence[int], runs: int) -> Figures:
    """Milliseconds of one step with so many tokens in the cache, by length."""
    found: Figures = {}
    for length in lengths:
        roster.tell(f"Single steps behind {length:,} tokens")
        filled = roster.in_turn(["fill"], 1, warm_ups=0, ids=list(ids[:length]))
        answers = roster.in_turn(["steps"], runs, token=int(ids[0]), count=_STEPS)
        for (name, _), turns in answers.items():
            if (name, "fill") in filled:
                times = [1e3 * second for turn in turns for second in turn["seconds"]]
                found.setdefault(name, {})[str(length)] = spread(times)
    return found


def prefill(
    roster: Roster, ids: Sequence[int], lengths: Sequence[int], runs: int
) -> dict[str, dict[int, list[float]]]:
    """Prompt tokens per second from an empty cache, in each round, by contender and length."""
    found: dict[str, dict[int, list[float]]] = {}
    for length in lengths:
        roster.tell(f"Reading {length:,} tokens")
        answers = roster.in_turn(["prefill"], runs, ids=list(ids[:length]))
        for (name, _), turns in answers.items():
            found.setdefault(name, {})[length] = [length / turn["seconds"] for turn in turns]
    return found


def candidates(roster: Roster, text: str, new: int, count: int, runs: int) -> dict[str, Any]:
    """What `count` continuations at once take beside a single one."""
    roster.tell(f"{count} continuations at once")
    times: dict[int, list[float]] = {1: [], count: []}
    if OWNHAND not in roster.names("candidates"):
        return {}
    for turn in range(runs + 1):
        for many in times:
            answer = roster.ask(OWNHAND, "candidates", text=text, new=new, count=many)
            if answer is None:
                return {}
            if turn:
                times[many].append(answer["seconds"])
    return {
        "candidates_ratio": paired_ratio(times[count], times[1]),
        "one_candidate_s": spread(times[1]),
        f"{count}_candidates_s": spread(times[count]),
    }
