"""Whole streams over a tiny real model."""

from __future__ import annotations

import math
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.loading import load
from tests.helpers.one_by_one import OneByOne

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids, StepOutput
from ownhand.core.messages import (
    ContextPlanned,
    GenerationEvent,
    GenerationFinished,
    GenerationRequest,
    LoopNoticed,
    PreviewChanged,
    Stage,
    TextArrived,
)
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.decoder import KerasDecoder
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel
from ownhand.engine.session import Session

PROMPT = "hello the hell"
LETTERS = tuple((letter, 20.0) for letter in "abcdefghijklmnopqrstuvwxyz")
NEUTRAL = SamplingSettings(seed=11, logit_bias=LETTERS)  # random weights, yet whole characters


def run(
    model: LoadedModel, request: GenerationRequest, session: Session | None = None
) -> list[GenerationEvent]:
    session = session or Session(model.decoder)
    return list(continue_text(session, model.tokenizer, request, CancelToken()))


class CancellingSession(Session):
    """Asks to stop at the n-th token, as a writer may at any time."""

    def __init__(self, decoder: KerasDecoder, cancel: CancelToken, steps: int) -> None:
        super().__init__(decoder)
        self._cancel, self._steps = cancel, steps

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        self._steps -= 1
        if not self._steps:
            self._cancel.cancel()
        return super().extend(ids, all_positions)


class CountingSession(Session):
    """Counts the calls that append tokens."""

    calls = 0

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        self.calls += 1
        return super().extend(ids, all_positions)


def text_of(events: list[GenerationEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextArrived))


def last(events: list[GenerationEvent]) -> GenerationFinished:
    assert isinstance(events[-1], GenerationFinished)
    return events[-1]


def planned(events: list[GenerationEvent]) -> ContextPlanned:
    return next(event for event in events if isinstance(event, ContextPlanned))


def test_stream_ends_with_what_it_did(roomy: LoadedModel) -> None:
    events = run(roomy, GenerationRequest(PROMPT, NEUTRAL, max_tokens=20))
    end = last(events)
    assert end.reason in ("max_tokens", "end_of_text")
    assert end.new_tokens <= 20
    assert end.seed == 11
    assert end.first_token_s > 0
    assert text_of(events)


def test_same_seed_gives_the_same_text_and_another_seed_another(roomy: LoadedModel) -> None:
    texts = []
    for seed in (1, 1, 2):
        roomy.decoder.rewind(roomy.decoder.length)
        settings = replace(NEUTRAL, seed=seed)
        texts.append(text_of(run(roomy, GenerationRequest(PROMPT, settings, max_tokens=40))))
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize("sampler", ["beam", "contrastive"])
def test_searches_give_the_same_text_whatever_was_cached(roomy: LoadedModel, sampler: str) -> None:
    settings = SamplingSettings.from_values({"sampler": sampler, "num_beams": 3}, NEUTRAL)
    request = GenerationRequest(PROMPT, settings, max_tokens=12)
    session = Session(roomy.decoder)
    first = text_of(run(roomy, request, session))
    again = run(roomy, request, session)
    assert text_of(again) == first


def test_beam_previews_and_inserts_at_the_end(roomy: LoadedModel) -> None:
    settings = replace(NEUTRAL, sampler="beam", num_beams=3)
    events = run(roomy, GenerationRequest(PROMPT, settings, max_tokens=8))
    kinds = [type(event) for event in events]
    assert kinds.count(PreviewChanged) >= 7
    previews = [event.text for event in events if isinstance(event, PreviewChanged)]
    assert kinds.index(TextArrived) > max(
        i for i, kind in enumerate(kinds) if kind is PreviewChanged
    )
    assert previews[-1] == text_of(events)


def test_speed_of_a_search_counts_each_token_once(roomy: LoadedModel) -> None:
    settings = replace(NEUTRAL, sampler="beam", num_beams=3)
    request = GenerationRequest(PROMPT, settings, max_tokens=60)
    run(roomy, request)  # compiles
    times = []
    for event in continue_text(Session(roomy.decoder), roomy.tokenizer, request, CancelToken()):
        if isinstance(event, PreviewChanged):
            times.append(time.perf_counter())
    assert isinstance(event, GenerationFinished)
    assert event.tokens_per_s < 1.5 * (len(times) - 1) / (times[-1] - times[0])


@pytest.mark.parametrize("sampler", ["random", "beam", "contrastive"])
@pytest.mark.parametrize("words", [2, 257, 400])
def test_nothing_is_compiled_behind_the_back_of_the_cancel_token(
    roomy_llama: Path, sampler: str, words: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = load(roomy_llama)
    runtime = model.decoder.runtime
    inside = runtime.extend
    unprepared: list[tuple[int, int, int]] = []

    def extend(cache: Any, ids: Any, index: int, last: int | None) -> Any:
        ready = runtime.is_compiled(cache, ids.shape[1], last is None)
        if threading.current_thread() is threading.main_thread() and not ready:
            unprepared.append((cache.rows, ids.shape[1], cache.capacity))
        return inside(cache, ids, index, last)

    monkeypatch.setattr(runtime, "extend", extend)
    settings = SamplingSettings.from_values({"sampler": sampler, "num_beams": 3}, NEUTRAL)
    new = model.decoder.capacity + 20 if words == 2 else 3
    end = last(run(model, GenerationRequest("a " * words, settings, max_tokens=new)))
    assert end.new_tokens > 0
    assert unprepared == []


def test_second_request_reuses_the_prompt(roomy: LoadedModel) -> None:
    session = Session(roomy.decoder)
    text = "one two three four five six seven eight"
    run(roomy, GenerationRequest(text, NEUTRAL, max_tokens=4), session)
    plan = planned(run(roomy, GenerationRequest(text + " nine", NEUTRAL, max_tokens=4), session))
    assert plan.reused_tokens >= plan.prompt_tokens - 8
    assert plan.reused_tokens > 0


def test_settings_cost_no_compile(roomy: LoadedModel) -> None:
    session = Session(roomy.decoder)
    run(roomy, GenerationRequest(PROMPT, NEUTRAL, max_tokens=4), session)
    traces = roomy.decoder.runtime.traces
    changes: list[dict[str, object]] = [
        {"sampler": "greedy"},
        {"temperature": 0.3, "top_k": 7, "top_p": 0.8, "min_p": 0.02, "typical_p": 0.9},
        {"xtc_probability": 0.5, "repetition_penalty": 1.3, "presence_penalty": 0.4},
        {"frequency_penalty": 0.2, "dry_multiplier": 0.9, "logit_bias": {"a": 2.0}},
        {"banned_phrases": ["he"], "stop_strings": ["zz"], "seed": 99},
    ]
    for change in changes:
        settings = SamplingSettings.from_values(change)
        events = run(roomy, GenerationRequest(PROMPT + "x", settings, max_tokens=6), session)
        assert not [event for event in events if isinstance(event, Stage)]
    assert roomy.decoder.runtime.traces == traces


def test_beam_width_is_compiled_once_per_bucket(roomy: LoadedModel) -> None:
    session = Session(roomy.decoder)
    for beams in (9, 10, 16, 12):
        settings = SamplingSettings(sampler="beam", num_beams=beams, seed=1)
        run(roomy, GenerationRequest(PROMPT, settings, max_tokens=4), session)
        if beams == 9:
            traces = roomy.decoder.runtime.traces
    assert roomy.decoder.runtime.traces == traces


def test_cancel_stops_within_a_token_and_says_so(roomy: LoadedModel) -> None:
    cancel = CancelToken()
    request = GenerationRequest(PROMPT, NEUTRAL, max_tokens=1000)
    events: list[GenerationEvent] = []
    arrived = 0
    stream = continue_text(Session(roomy.decoder), roomy.tokenizer, request, cancel)
    for event in stream:
        events.append(event)
        arrived += isinstance(event, TextArrived)
        if arrived == 3:
            cancel.cancel()
            break
    rest = list(stream)
    assert [type(event) for event in rest if not isinstance(event, TextArrived)] == [
        GenerationFinished
    ]
    assert last(rest).reason == "cancelled"
    assert last(rest).new_tokens <= 6


def test_cancel_before_the_prompt_is_read_writes_nothing(roomy: LoadedModel) -> None:
    cancel = CancelToken()
    cancel.cancel()
    request = GenerationRequest(PROMPT, NEUTRAL)
    events = list(continue_text(Session(roomy.decoder), roomy.tokenizer, request, cancel))
    assert last(events).reason == "cancelled"
    assert text_of(events) == ""


def test_stop_string_is_not_written(roomy: LoadedModel) -> None:
    free = text_of(run(roomy, GenerationRequest(PROMPT, NEUTRAL, max_tokens=40)))
    stop = free[10:13]
    roomy.decoder.rewind(roomy.decoder.length)
    settings = replace(NEUTRAL, stop_strings=(stop,))
    events = run(roomy, GenerationRequest(PROMPT, settings, max_tokens=40))
    assert last(events).reason == "stop_string"
    assert text_of(events) == free[: free.index(stop)]


def test_stop_string_that_banned_phrases_hold_back_ends_the_text(roomy: LoadedModel) -> None:
    free = text_of(run(roomy, GenerationRequest(PROMPT, NEUTRAL, max_tokens=12)))
    stop = free[-1]
    settings = replace(NEUTRAL, stop_strings=(stop,), banned_phrases=(free[-1] + "☃",))
    events = run(roomy, GenerationRequest(PROMPT, settings, max_tokens=12))
    assert last(events).reason == "stop_string"
    assert text_of(events) == free[: free.index(stop)]


def test_cancel_on_a_banned_phrase_keeps_it_off_the_page(roomy: LoadedModel) -> None:
    request = GenerationRequest(PROMPT, replace(NEUTRAL, sampler="greedy"), max_tokens=40)
    phrase = text_of(run(roomy, request))[4:7]
    request = replace(request, settings=replace(request.settings, banned_phrases=(phrase,)))
    for steps in range(1, 12):
        cancel = CancelToken()
        session = CancellingSession(roomy.decoder, cancel, steps)
        text = text_of(list(continue_text(session, roomy.tokenizer, request, cancel)))
        assert phrase.casefold() not in text.casefold()


def test_broken_symbol_in_the_prompt_is_no_obstacle(roomy: LoadedModel) -> None:
    events = run(roomy, GenerationRequest("half \ud83d of it", NEUTRAL, max_tokens=3))
    assert text_of(events)


def test_banned_phrase_never_reaches_the_page(roomy: LoadedModel) -> None:
    request = GenerationRequest(PROMPT, replace(NEUTRAL, sampler="greedy"), max_tokens=40)
    free = text_of(run(roomy, request))
    phrase = free[4:7]
    settings = replace(request.settings, banned_phrases=(phrase,))
    text = text_of(run(roomy, replace(request, settings=settings)))
    assert text
    assert phrase.casefold() not in text.casefold()


def test_trailing_space_is_brought_along_by_the_first_token(roomy: LoadedModel) -> None:
    settings = replace(NEUTRAL, sampler="greedy")
    events = run(roomy, GenerationRequest("hello t ", settings, max_tokens=1))
    plan = planned(events)
    assert plan.prompt_tokens == len(roomy.tokenizer.encode("hello t"))
    assert last(events).new_tokens == 1
    assert not text_of(events).startswith(" ")


def test_logit_bias_decides_what_is_written(roomy: LoadedModel) -> None:
    settings = replace(NEUTRAL, logit_bias=(("q", 100.0),))
    text = text_of(run(roomy, GenerationRequest(PROMPT, settings, max_tokens=6)))
    assert set(text.replace(" ", "")) == {"q"}


def test_loop_is_noticed_once_with_a_remedy(roomy: LoadedModel) -> None:
    settings = replace(NEUTRAL, sampler="greedy", logit_bias=(("q", 100.0),))
    events = run(roomy, GenerationRequest(PROMPT, settings, max_tokens=80))
    loops = [event for event in events if isinstance(event, LoopNoticed)]
    assert len(loops) == 1
    assert loops[0].phrase
    assert SamplingSettings.from_values(dict(loops[0].remedy))


def test_text_longer_than_the_context_is_continued_and_reported(tiny_llama: Path) -> None:
    model = load(tiny_llama)
    events = run(model, GenerationRequest("hello there " * 50, NEUTRAL, max_tokens=30))
    plan = planned(events)
    assert plan.dropped_characters > 400
    assert plan.limit_tokens == 64
    assert last(events).new_tokens > 0


def test_cache_grows_in_the_middle_of_a_stream(roomy: LoadedModel) -> None:
    settings = replace(NEUTRAL, logit_bias=(("q", 100.0),))
    before = roomy.decoder.capacity
    request = GenerationRequest("a", settings, max_tokens=before + 40, context_tokens=4096)
    events = run(roomy, request)
    assert last(events).new_tokens == before + 40
    assert any(isinstance(event, Stage) for event in events[5:])


def test_special_tokens_are_never_chosen(roomy: LoadedModel) -> None:
    settings = replace(NEUTRAL, temperature=5.0)
    events = run(roomy, GenerationRequest(PROMPT, settings, max_tokens=60))
    assert "<|" not in text_of(events)
    assert math.isfinite(last(events).tokens_per_s)


@pytest.mark.parametrize(
    "values", [{"sampler": "greedy"}, {"temperature": 0.2, "banned_phrases": ["cab"]}]
)
def test_stream_tells_the_same_with_and_without_guesses(
    roomy: LoadedModel, values: dict[str, Any]
) -> None:
    few = replace(NEUTRAL, logit_bias=LETTERS[:4])  # so that the text soon repeats itself
    settings = SamplingSettings.from_values(values, few)
    request = GenerationRequest("the shell, " * 30, settings, max_tokens=120)
    told, calls = [], []
    inner = roomy.decoder
    for looks_ahead in (False, True):
        decoder = KerasDecoder(
            OneByOne(inner.runtime), inner.vocabulary_size, inner.context_tokens, 1
        )
        session = CountingSession(decoder, looks_ahead)
        events = run(roomy, request, session)
        end = replace(last(events), first_token_s=0.0, tokens_per_s=0.0)
        told.append([*(event for event in events[:-1] if not isinstance(event, Stage)), end])
        calls.append(session.calls)
    assert told[0] == told[1]
    assert calls[1] < calls[0]
