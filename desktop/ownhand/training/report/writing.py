"""What both models write when they are given the same: prompts side by side, pairs for the blind test."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import GenerationFinished, GenerationRequest, Stage, TextArrived
from ownhand.core.presets import builtin_presets
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel
from ownhand.engine.session import Session
from ownhand.engine.tokenizer import Tokenizer
from ownhand.training.blocks import Blocks

PROMPTS = 3
PROMPT_TOKENS = 60
PAIRS = 8
PAIR_TOKENS = 40
OPENING_TOKENS = 30
_CONTEXT = 512

_ABBREVIATION = r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])"
_SENTENCE_END = re.compile(rf"{_ABBREVIATION}[.!?…][\"”’')]*\s+|[。！？]|\n+")


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote.

    Attributes:
        texts: A continuation for each prompt.
        tokens_per_s: Median speed of decoding one row.
    """

    texts: tuple[str, ...]
    tokens_per_s: float


def openings(blocks: Blocks, tokenizer: Tokenizer, count: int, seed: int) -> list[str]:
    """Beginnings of passages, about 30 tokens each, from as many different sequences.

    A passage begins where a document does, or else with the first whole sentence of a sequence.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 3]))
    found: list[str] = []
    for row in rng.permutation(len(blocks)):
        if len(found) == count:
            break
        ids, segments = blocks.ids[row], blocks.segments[row]
        text = tokenizer.decode(ids[segments == segments[0]].tolist())
        opening = _opening(text, tokenizer)
        if opening and opening not in found:
            found.append(opening)
    return found


def write_on(
    model: LoadedModel, prompts: Sequence[tuple[str, int]], seed: int, cancel: CancelToken
) -> Iterator[Stage | Written]:
    """Continue prompts with the Balanced preset; the last event is what was written.

    The model may not end a text early, so that both models write the same length.

    Args:
        model: Loaded; its tokeniser forgets which tokens end a text.
        prompts: Each with the number of tokens to write.
        seed: Of the sampler, for every prompt the same.
        cancel: Looked at between tokens.

    Raises:
        Cancelled: Once asked to stop.
    """
    balanced = next(preset for preset in builtin_presets() if preset.slug == "balanced")
    settings = replace(balanced.settings, seed=seed, stop_strings=())
    model.tokenizer.stop_ids = frozenset()
    session = Session(model.decoder)
    texts: list[str] = []
    speeds: list[float] = []
    for number, (prompt, tokens) in enumerate(prompts):
        yield Stage("Writing", number, len(prompts))
        request = GenerationRequest(prompt, settings, tokens, _CONTEXT)
        text = ""
        for event in continue_text(session, model.tokenizer, request, cancel):
            if isinstance(event, TextArrived):
                text += event.text
            elif isinstance(event, GenerationFinished) and event.tokens_per_s:
                speeds.append(event.tokens_per_s)
        cancel.raise_if_cancelled()
        texts.append(_whole_words(text))
    yield Written(tuple(texts), statistics.median(speeds) if speeds else 0.0)


def _opening(text: str, tokenizer: Tokenizer) -> str:
    """The first tokens of a text from its first sentence on, cut between words; "" if it is too short."""
    start = _SENTENCE_END.search(text, 0, len(text) // 2)
    if start and (text[:1].isspace() or text[:1].islower()):  # in the middle of a sentence
        text = text[start.end() :]
    text = text.strip()
    ids = tokenizer.encode(text)[:OPENING_TOKENS]
    opening = tokenizer.decode(ids.tolist()).rstrip("\ufffd")
    if len(ids) < OPENING_TOKENS:
        return opening if len(ids) > OPENING_TOKENS // 3 else ""
    return _whole_words(opening)


def _whole_words(text: str) -> str:
    """The text without its last word, which may be cut in two; as it is in a script without spaces."""
    cut = re.search(r"\s+\S*$", text)
    return text[: cut.start()] if cut and cut.start() else text
