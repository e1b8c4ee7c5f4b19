"""Several continuations at once over a tiny real model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.engine.test_generation import NEUTRAL, PROMPT, last, run, text_of

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import CandidateArrived, GenerationEvent, GenerationRequest, TextArrived
from ownhand.engine.candidates import candidate_settings, write_candidates
from ownhand.engine.loader import LoadedModel
from ownhand.engine.session import Session


def write(
    model: LoadedModel, request: GenerationRequest, cancel: CancelToken | None = None
) -> list[GenerationEvent]:
    session = Session(model.decoder)
    return list(write_candidates(session, model.tokenizer, request, cancel or CancelToken()))


def texts_of(events: list[GenerationEvent], count: int) -> list[str]:
    texts = [""] * count
    for event in events:
        if isinstance(event, CandidateArrived):
            texts[event.candidate] += event.text
    return texts


def emptied(model: LoadedModel) -> LoadedModel:
    model.decoder.fork([0])
    model.decoder.rewind(model.decoder.length)
    return model


@pytest.mark.parametrize("changes", [{}, {"sampler": "greedy"}, {"banned_phrases": ("e", "ab")}])
def test_candidates_are_the_single_runs_of_seeds_that_follow(
    roomy_on_each: LoadedModel, changes: dict[str, Any]
) -> None:
    settings = replace(NEUTRAL, **changes)
    request = GenerationRequest(PROMPT, settings, max_tokens=24, candidates=4)
    several = texts_of(write(roomy_on_each, request), 4)
    for index in range(4):
        single = replace(request, candidates=1, settings=candidate_settings(settings, index))
        assert several[index] == text_of(run(emptied(roomy_on_each), single))
    assert len(set(several)) == 4


def test_each_candidate_says_once_that_it_ended_and_all_end(roomy_on_each: LoadedModel) -> None:
    events = write(roomy_on_each, GenerationRequest(PROMPT, NEUTRAL, max_tokens=9, candidates=3))
    ends = [e.candidate for e in events if isinstance(e, CandidateArrived) and e.ended]
    assert sorted(ends) == [0, 1, 2]
    assert not any(isinstance(event, TextArrived) for event in events)
    end = last(events)
    assert end.reason == "max_tokens"
    assert end.new_tokens == 27
    assert end.seed == NEUTRAL.seed


def test_stop_string_ends_its_candidate_alone(roomy_on_each: LoadedModel) -> None:
    request = GenerationRequest(PROMPT, NEUTRAL, max_tokens=24, candidates=4)
    plain = texts_of(write(roomy_on_each, request), 4)
    stop = plain[1][3:5]
    stopping = replace(request, settings=replace(NEUTRAL, stop_strings=(stop,)))
    stopped = texts_of(write(emptied(roomy_on_each), stopping), 4)
    assert stopped == [text.split(stop)[0] for text in plain]
    assert stopped[1] != plain[1]


def test_cancelled_candidates_keep_what_is_there(roomy_on_each: LoadedModel) -> None:
    cancel = CancelToken()
    request = GenerationRequest(PROMPT, NEUTRAL, max_tokens=200, candidates=2)
    events: list[GenerationEvent] = []
    session = Session(roomy_on_each.decoder)
    for event in write_candidates(session, roomy_on_each.tokenizer, request, cancel):
        events.append(event)
        if isinstance(event, CandidateArrived) and event.tokens >= 8:
            cancel.cancel()
    assert last(events).reason == "cancelled"
    whole = texts_of(write(emptied(roomy_on_each), replace(request, max_tokens=40)), 2)
    kept = texts_of(events, 2)
    assert all(kept)
    assert all(full.startswith(part) for full, part in zip(whole, kept, strict=True))


def test_context_that_is_nearly_full_ends_every_candidate(roomy_on_each: LoadedModel) -> None:
    request = GenerationRequest("a " * 200, NEUTRAL, max_tokens=50, context_tokens=32, candidates=4)
    events = write(roomy_on_each, request)
    assert last(events).reason == "max_tokens"
    assert roomy_on_each.decoder.length <= 32
