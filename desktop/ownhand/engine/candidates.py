"""Several continuations of one place at once, to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.messages import (
    CandidateArrived,
    FinishReason,
    GenerationEvent,
    GenerationFinished,
    GenerationRecorded,
    GenerationRequest,
)
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.decoder import WIDTHS
from ownhand.engine.generation import (
    ROOM_AHEAD,
    Clock,
    Record,
    decode_run,
    plan_request,
    read_prompt,
    text_stream,
)
from ownhand.engine.sampling.candidates import CandidateRows
from ownhand.engine.sampling.run import (
    SamplerEvent,
    StopTokenReached,
    TokenChosen,
    TokensRetracted,
)
from ownhand.engine.session import Session
from ownhand.engine.text_stream import TextStream
from ownhand.engine.tokenizer import Tokenizer


def write_candidates(
    session: Session,
    tokenizer: Tokenizer,
    request: GenerationRequest,
    cancel: CancelToken,
    record: Record | None = None,
) -> Iterator[GenerationEvent]:
    """Continue `request.prompt` in `request.candidates` ways, in one batch.

    The first candidate is what `continue_text` would write; the next ones draw with the seeds that
    follow. The last event is `GenerationFinished`, also after a cancel, with the tokens of all.

    Args:
        session: The cache, with whatever the last request left in it.
        tokenizer: Of the same model.
        request: What is wanted; its settings carry a seed.
        cancel: Looked at between chunks of the prompt and between tokens.
        record: Makes the records that are told before the stream begins, one for each candidate;
            None tells none.
    """
    clock = Clock()
    count = min(request.candidates, WIDTHS[-1])
    plan = plan_request(session, tokenizer, request)
    settings = [candidate_settings(request.settings, index) for index in range(count)]
    texts = [_CandidateText(i, text_stream(tokenizer, plan, s)) for i, s in enumerate(settings)]
    reason: FinishReason = "end_of_text"
    if record is not None:
        for index, chosen in enumerate(settings):
            made = record(replace(request, settings=chosen), plan.ids)
            yield GenerationRecorded(replace(made, candidate=index))
    if request.fresh:
        session.forget()
    try:
        logits = yield from read_prompt(session, plan, count, cancel)
        runs = [decode_run(tokenizer, plan, s, len(logits)) for s in settings]
        rows = CandidateRows(session, logits, runs)
        events = rows.run()
        while True:
            cancel.raise_if_cancelled()
            if session.room < 1:
                yield from session.prepare(ROOM_AHEAD, count, cancel)
            found = next(events, None)
            if found is None:
                break
            index, event = found
            if index == _first_open(texts) and isinstance(event, TokenChosen):
                clock.step()
            yield from texts[index].take(event)
            if texts[index].ended:
                rows.end(index)
            elif texts[index].count >= plan.max_new and not texts[index].may_go_back:
                reason = "max_tokens"
                yield from texts[index].finish()
    except Cancelled:
        reason = "cancelled"
    for text in texts:
        if not text.ended and reason != "cancelled":
            reason = "max_tokens"
        yield from text.finish(drop_retractable=reason == "cancelled")
    yield GenerationFinished(
        reason=reason,
        prompt_tokens=len(plan.ids),
        new_tokens=sum(text.count for text in texts),
        first_token_s=clock.first_token_s,
        tokens_per_s=clock.tokens_per_s,
        seed=request.settings.seed or 0,
    )


def candidate_settings(settings: SamplingSettings, index: int) -> SamplingSettings:
    """What one of several candidates is written with.

    A way of choosing that leaves nothing to chance, or that needs rows of its own, would write the
    same text each time or cannot share the batch: such candidates are drawn. The first one of
    "greedy" stays the likeliest.

    Args:
        settings: Of the request.
        index: Which candidate, counted from 0.
    """
    seed = ((settings.seed or 0) + index) % 2**32
    keeps = settings.sampler == "random" or (settings.sampler == "greedy" and index == 0)
    return replace(settings, seed=seed, sampler=settings.sampler if keeps else "random")


class _CandidateText:
    """What one row has chosen, on its way to the screen."""

    def __init__(self, index: int, text: TextStream) -> None:
        self.count = 0
        self.ended = False
        self.may_go_back = False
        self._index = index
        self._text = text

    def take(self, event: SamplerEvent) -> Iterator[CandidateArrived]:
        """Pass on what one event means for the page."""
        match event:
            case TokenChosen(token=token, held=held):
                self.count += 1
                self.may_go_back = held > 0
                shown = self._text.push(token, held)
                self.ended = self._text.stopped
                if shown or self.ended:
                    yield CandidateArrived(self._index, shown, self.count, self.ended)
            case TokensRetracted(count=count):
                self.count -= count
                self._text.retract(count)
            case StopTokenReached():
                yield from self.finish()

    def finish(self, drop_retractable: bool = False) -> Iterator[CandidateArrived]:
        """Let out what is still held back; does nothing the second time."""
        if not self.ended:
            rest = self._text.finish(drop_retractable)
            self.ended = True
            yield CandidateArrived(self._index, rest, self.count, ended=True)


def _first_open(texts: list[_CandidateText]) -> int:
    return next((i for i, text in enumerate(texts) if not text.ended), 0)
