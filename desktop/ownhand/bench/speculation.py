"""Writing with and without guesses at the next tokens, in turn: a paragraph rewritten, and a new one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ownhand.bench.report import paired_ratio
from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Floats, Ids, StepOutput
from ownhand.core.messages import GenerationRequest, Stage, TextArrived
from ownhand.core.presets import builtin_presets
from ownhand.core.resources import read_text
from ownhand.engine.decoder import KerasDecoder
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel
from ownhand.engine.session import Session
from ownhand.ui.rewrite.instruction import load_instruction

_PARAGRAPH = 1  # of the packaged text; one of 140 tokens
_NEW = 128


def measure(model: LoadedModel, runs: int) -> dict[str, Any]:
    """How much faster guesses make a rewriting, and that they do not slow down what repeats nothing.

    Args:
        model: Of a decoder that looks ahead; for another there is nothing to measure.
        runs: How often each way is taken.

    Returns:
        `speculation_ratio`, the speed of rewriting a paragraph with guesses over that without;
        `speculation_held`, the share of the guesses that were right; `speculation_same_text`;
        `speculation_ratio_writing`, as the first when new text is written.
    """
    if not model.decoder.lookahead:
        return {}
    paragraphs = read_text("samples/english.txt").split("\n\n")
    rewriting = load_instruction("rewrite").request(paragraphs[_PARAGRAPH], "", 2048)
    balanced = next(one.settings for one in builtin_presets() if one.slug == "balanced")
    writing = GenerationRequest("\n\n".join(paragraphs[:2]), balanced, _NEW)
    rewritten, written = (_compare(model, request, runs) for request in (rewriting, writing))
    return {
        "speculation_ratio": rewritten.ratio,
        "speculation_held": rewritten.held,
        "speculation_same_text": rewritten.same and written.same,
        "speculation_ratio_writing": written.ratio,
    }


@dataclass(frozen=True, slots=True)
class _Compared:
    """One request, written in both ways.

    Attributes:
        ratio: Time without guesses over time with them.
        held: Share of the guesses that were right; 0 if none was made.
        same: Whether both ways wrote the same each time.
    """

    ratio: float
    held: float
    same: bool


def _compare(model: LoadedModel, request: GenerationRequest, runs: int) -> _Compared:
    """Write a request both ways, with another seed in each turn."""
    plain, guessing = (_Measured(model.decoder, looks_ahead) for looks_ahead in (False, True))
    times: dict[_Measured, list[float]] = {plain: [], guessing: []}
    made = refused = 0
    same = True
    for turn in range(runs + 1):
        seeded = replace(request, settings=replace(request.settings, seed=turn))
        texts = set()
        for session, taken in times.items():
            texts.add(session.write(model, seeded))
            if turn:  # the first one is to warm up
                taken.append(session.seconds)
        same = same and len(texts) == 1
        made, refused = made + guessing.made, refused + guessing.refused
    held = 1 - refused / made if made else 0.0
    return _Compared(paired_ratio(times[plain], times[guessing]), round(held, 3), same)


class _Measured(Session):
    """Tells how long it took to write after the prompt, and how many guesses were made.

    Attributes:
        made: Guesses.
        refused: Those of them that were wrong.
        seconds: From the end of the prompt to the end of the text.
    """

    def __init__(self, decoder: KerasDecoder, looks_ahead: bool) -> None:
        super().__init__(decoder, looks_ahead)
        self.made = self.refused = 0
        self.seconds = 0.0
        self._begun = 0.0

    def write(self, model: LoadedModel, request: GenerationRequest) -> str:
        """Write the answer to a request."""
        events = continue_text(self, model.tokenizer, request, CancelToken())
        text = "".join(event.text for event in events if isinstance(event, TextArrived))
        self.seconds = time.perf_counter() - self._begun
        return text

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        self.made += ids.shape[1] - 1
        return super().extend(ids, all_positions)

    def rewind(self, count: int) -> None:
        self.refused += count
        super().rewind(count)

    def prefill(self, ids: Ids, cancel: CancelToken) -> Iterator[Stage | Floats]:
        yield from super().prefill(ids, cancel)
        self.made = self.refused = 0
        self._begun = time.perf_counter()
