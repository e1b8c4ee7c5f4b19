"""One continuation: plan the context, fill the cache, run the sampler, let the text out."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.contracts import Floats, Ids
from ownhand.core.messages import (
    FinishReason,
    GenerationEvent,
    GenerationFinished,
    GenerationRecorded,
    GenerationRequest,
    LoopNoticed,
    PreviewChanged,
    Stage,
    TextArrived,
)
from ownhand.core.records import GenerationRecord
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.context_plan import ContextPlan
from ownhand.engine.loops import LoopWatch
from ownhand.engine.prompt import plan_prompt
from ownhand.engine.sampling import sampler_of
from ownhand.engine.sampling.run import (
    DecodeRun,
    LineChanged,
    SamplerEvent,
    StopTokenReached,
    TokenChosen,
    TokensRetracted,
)
from ownhand.engine.session import Session
from ownhand.engine.text_stream import TextStream
from ownhand.engine.tokenizer import Tokenizer

ROOM_AHEAD = 256
"""Tokens for which the cache is made ready at a time."""


@dataclass(slots=True)
class Clock:
    """When the request, its first and its latest decode step came, in seconds of a steady clock."""

    begun: float = field(default_factory=time.perf_counter)
    first: float = 0.0
    latest: float = 0.0
    steps: int = 0

    def step(self) -> None:
        """A decode step was made."""
        self.latest = time.perf_counter()
        self.steps += 1
        if self.steps == 1:
            self.first = self.latest

    @property
    def first_token_s(self) -> float:
        """Seconds from the request to the first token."""
        return self.first - self.begun if self.steps else 0.0

    @property
    def tokens_per_s(self) -> float:
        """Steps per second after the first one."""
        return (self.steps - 1) / (self.latest - self.first) if self.latest > self.first else 0.0


Record = Callable[[GenerationRequest, Ids], GenerationRecord]
"""Makes a record of a request and the token ids that the model is shown."""


def continue_text(
    session: Session,
    tokenizer: Tokenizer,
    request: GenerationRequest,
    cancel: CancelToken,
    record: Record | None = None,
) -> Iterator[GenerationEvent]:
    """Continue `request.prompt`; the last event is `GenerationFinished`, also after a cancel.

    Args:
        session: The cache, with whatever the last request left in it.
        tokenizer: Of the same model.
        request: What is wanted; its settings carry a seed.
        cancel: Looked at between chunks of the prompt and between tokens.
        record: Makes the record that is told before the stream begins; None tells none.
    """
    clock = Clock()
    settings = request.settings
    plan = plan_request(session, tokenizer, request)
    text = text_stream(tokenizer, plan, settings)
    written = _Written(LoopWatch(), tokenizer, text, settings)
    width = sampler_of(settings.sampler).width(settings)
    searched = False
    reason: FinishReason = "max_tokens"
    exact = record is not None or request.fresh
    if record is not None:
        yield GenerationRecorded(record(request, plan.ids))
    if request.fresh:
        session.forget()
    try:
        events = yield from _begin(session, tokenizer, plan, settings, cancel, exact)
        while True:
            cancel.raise_if_cancelled()
            if session.room <= session.lookahead:
                yield from session.prepare(ROOM_AHEAD, width, cancel)
            event = next(events, None)
            if event is None:
                break
            if isinstance(event, StopTokenReached):
                reason = "end_of_text"
                break
            searched = searched or isinstance(event, LineChanged)
            # The tokens of a finished search come all at once, without a step of their own.
            if isinstance(event, LineChanged) or (isinstance(event, TokenChosen) and not searched):
                clock.step()
            yield from written.take(event)
            if text.stopped:
                reason = "stop_string"
                break
    except Cancelled:
        reason = "cancelled"
    rest = text.finish(drop_retractable=reason == "cancelled")
    if text.stopped and reason != "cancelled":
        reason = "stop_string"
    if rest:
        yield TextArrived(rest, written.count)
    yield GenerationFinished(
        reason=reason,
        prompt_tokens=len(plan.ids),
        new_tokens=written.count,
        first_token_s=clock.first_token_s,
        tokens_per_s=clock.tokens_per_s,
        seed=settings.seed or 0,
    )


def _begin(
    session: Session,
    tokenizer: Tokenizer,
    plan: ContextPlan,
    settings: SamplingSettings,
    cancel: CancelToken,
    exact: bool,
) -> Generator[GenerationEvent, None, Iterator[SamplerEvent]]:
    """Fill the cache with the prompt and start the sampler; returns its events."""
    sampler = sampler_of(settings.sampler)
    width = sampler.width(settings)
    logits = yield from read_prompt(session, plan, width, cancel, sampler.needs_hidden, exact)
    run = decode_run(tokenizer, plan, settings, len(logits))
    if sampler.needs_hidden:
        run = replace(run, past_hidden=session.hidden_states())
    return sampler.run(session, logits, run)


def plan_request(session: Session, tokenizer: Tokenizer, request: GenerationRequest) -> ContextPlan:
    """What of a request goes into the cache."""
    return plan_prompt(tokenizer, request, session.context_tokens)


def read_prompt(
    session: Session,
    plan: ContextPlan,
    width: int,
    cancel: CancelToken,
    keep_hidden: bool = False,
    exact: bool = True,
) -> Generator[GenerationEvent, None, Floats]:
    """Fill the cache with the prompt and make it ready for `width` rows; returns the logits
    `<float32>[vocabulary]` after it, to the bit those of a prompt read anew if they shall be `exact`."""
    reused = session.start(plan.ids, keep_hidden, exact)
    yield plan.told(reused)
    ahead = min(plan.max_new, ROOM_AHEAD)
    todo = len(plan.ids) - reused
    yield from session.prepare(todo + ahead, 1, cancel, seq=todo)
    logits: Floats | None = None
    for event in session.prefill(plan.ids, cancel):
        if isinstance(event, Stage):
            yield event
        else:
            logits = event
    assert logits is not None
    yield from session.prepare(ahead, width, cancel)
    return logits


def decode_run(
    tokenizer: Tokenizer, plan: ContextPlan, settings: SamplingSettings, vocabulary: int
) -> DecodeRun:
    """What a sampler needs to know of a request; its chance comes from the seed of `settings`."""
    breakers = settings.dry_breakers if settings.dry_multiplier > 0 else ()
    return DecodeRun(
        settings=settings,
        prompt_ids=plan.ids,
        max_tokens=plan.max_new,
        stop_ids=tokenizer.stop_ids | plan.stop_ids,
        decode=tokenizer.decode,
        rng=np.random.Generator(np.random.PCG64(settings.seed)),
        bias=_bias(tokenizer, settings, plan.stop_ids),
        dry_breaker_ids=tokenizer.tokens_with(breakers) if breakers else frozenset(),
        first_allowed=_first_allowed(tokenizer, plan, vocabulary),
    )


class _Written:
    """What the sampler has chosen so far, on its way to the screen."""

    def __init__(
        self, watch: LoopWatch, tokenizer: Tokenizer, text: TextStream, settings: SamplingSettings
    ) -> None:
        self.count = 0
        self._watch = watch
        self._tokenizer = tokenizer
        self._text = text
        self._settings = settings

    def take(self, event: SamplerEvent) -> Iterator[GenerationEvent]:
        """Pass on what one event of the sampler means for the page."""
        match event:
            case TokenChosen(token=token, held=held):
                self.count += 1
                if shown := self._text.push(token, held):
                    yield TextArrived(shown, self.count)
                yield from self._look_for_loop(token)
            case TokensRetracted(count=count):
                self.count -= count
                self._text.retract(count)
                self._watch.retract(count)
            case LineChanged(tokens=tokens):
                yield PreviewChanged(self._text.preview(tokens), len(tokens))
            case StopTokenReached():
                pass

    def _look_for_loop(self, token: int) -> Iterator[LoopNoticed]:
        loop = self._watch.feed(token)
        if loop is not None:
            phrase = self._tokenizer.decode(loop.tokens)
            yield loop.notice(phrase, self._settings)


def text_stream(tokenizer: Tokenizer, plan: ContextPlan, settings: SamplingSettings) -> TextStream:
    """Lets the text of a continuation out, healed and up to the first stop string."""
    before = tokenizer.tail(plan.ids)
    stops = (*settings.stop_strings, *plan.stop_strings)
    return TextStream(tokenizer.decode, before, stops, len(plan.healed))


def _bias(
    tokenizer: Tokenizer, settings: SamplingSettings, stop_ids: frozenset[int]
) -> Mapping[int, float]:
    """Bias by token: for each word its token as it stands and after a space; of a word that is
    several tokens the first, unless that is mere space. A special token that ends nothing is never
    chosen."""
    bias = dict.fromkeys(tokenizer.special_ids - tokenizer.stop_ids - stop_ids, -np.inf)
    for word, value in settings.logit_bias:
        forms = (tokenizer.encode(form) for form in (word, " " + word.lstrip(" ")))
        for token in {int(ids[0]) for ids in forms if len(ids)}:
            if word.strip() and not tokenizer.decode([token]).strip():
                continue
            bias[token] = bias.get(token, 0.0) + value
    return bias


def _first_allowed(
    tokenizer: Tokenizer, plan: ContextPlan, vocabulary: int
) -> np.ndarray[tuple[int], np.dtype[np.bool_]] | None:
    """The tokens that bring the healed space along; None when there is nothing to heal."""
    if not plan.healed:
        return None
    allowed = np.zeros(vocabulary, np.bool_)
    bringing = tokenizer.bringing_space(int(plan.ids[-1]))[:vocabulary]
    allowed[: len(bringing)] = bringing
    return allowed
