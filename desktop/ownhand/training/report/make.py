"""Measures both models of a finished run and writes the report into the run's directory."""

from __future__ import annotations

import gc
import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.clock import timestamp
from ownhand.core.contracts import Ids
from ownhand.core.messages import Stage
from ownhand.core.words import mark
from ownhand.engine.backends import BackendChoice
from ownhand.engine.loader import LoadedModel, load_model
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.manifest import read_manifest
from ownhand.training.blocks import Batch, Blocks
from ownhand.training.packed import PackedCorpus
from ownhand.training.report.forgetting import GeneralEnglish, general_english
from ownhand.training.report.memorisation import Prefixes, matching_starts, training_prefixes
from ownhand.training.report.page import page
from ownhand.training.report.report import PAGE_FILE, Comparison, Gauge, Report, write_report
from ownhand.training.report.scoring import (
    BLOCK_TOKENS,
    BLOCKS,
    SequenceScores,
    chosen_blocks,
    score_blocks,
)
from ownhand.training.report.statistics import Difference, Sums, paired_difference
from ownhand.training.report.wording import sentence
from ownhand.training.report.writing import (
    PAIR_TOKENS,
    PAIRS,
    PROMPT_TOKENS,
    PROMPTS,
    Written,
    openings,
    write_on,
)
from ownhand.training.spec import TrainingSpec

_T = TypeVar("_T")
_BY_BYTE = mark("nats per byte")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What both models are asked, made once.

    Attributes:
        held_out: Sequences to score; may be empty.
        bytes: UTF-8 bytes of each one's targets.
        documents: The document of each.
        prefixes: Training stretches to continue, or None.
        prompts: Texts to continue, with the tokens wanted: those shown, then those of the blind test.
        shown: How many are shown side by side.
    """

    held_out: Blocks
    bytes: Sums
    documents: Ids
    prefixes: Prefixes | None
    prompts: tuple[tuple[str, int], ...]
    shown: int


@dataclass(frozen=True, slots=True)
class _Answers:
    """What one model makes of it."""

    held_out: SequenceScores
    general_scores: SequenceScores
    general: GeneralEnglish
    matched: Ids
    written: Written


def make_report(
    folder: Path,
    run: str,
    base: Path,
    tuned: Path,
    packed: PackedCorpus,
    spec: TrainingSpec,
    backend: str,
    cancel: CancelToken,
) -> Iterator[Stage | Report]:
    """Compare the model of a run with the one it came from; the last event is the report.

    Writes report.json and report.html. The models are in memory one after the other, never together.

    Args:
        folder: The run's directory.
        run: Name of the run.
        base: Directory of the model before; from scratch, one with random weights.
        tuned: Directory of the model after.
        packed: The run's texts.
        spec: What the run did.
        backend: Keras backend of this process.
        cancel: Looked at between tokens, batches and, while compiling, every few milliseconds.

    Raises:
        Cancelled: Once asked to stop; then nothing was written.
        OwnhandError: If a model cannot be read.
        OSError: If the disk is full.
    """
    sheet: _Sheet | None = None
    answers: list[_Answers] = []
    for directory, which in ((base, "before"), (tuned, "after")):
        choice = BackendChoice(backend=backend, runtime="keras")  # as it was trained
        model: LoadedModel = yield from _last(load_model(directory, choice, cancel), which)
        if sheet is None:
            sheet = _make_sheet(packed, spec, model)
        matched: Ids = np.zeros(0, np.int32)
        if sheet.prefixes is not None:
            matched = yield from _last(
                matching_starts(model.decoder, sheet.prefixes, cancel), which
            )
        written = yield from _last(write_on(model, sheet.prompts, spec.seed, cancel), which)
        general = general_english(model.tokenizer, sheet.held_out.ids.shape[1])
        del model
        gc.collect()  # compiled functions hold themselves in circles, and the weights with them
        sets = {"held_out": sheet.held_out, "general": general.blocks}
        scored = yield from _last(score_blocks(directory, sets, backend, cancel), which)
        answers.append(_Answers(scored["held_out"], scored["general"], general, matched, written))
    assert sheet is not None
    yield Stage("Writing the report")
    report = _compared(run, base, tuned, spec, sheet, *answers)
    write_report(folder, report)
    atomic.write_text(folder / PAGE_FILE, page(report, folder))
    yield report


def _last(events: Iterator[Stage | _T], which: str) -> Generator[Stage, None, _T]:
    """Pass on the stages of some work; returns its last event."""
    found: list[_T] = []
    for event in events:
        if isinstance(event, Stage):
            yield replace(event, label=f"Report, {which} training: {event.label}")
        else:
            found = [event]
    return found[0]


def _make_sheet(packed: PackedCorpus, spec: TrainingSpec, model: LoadedModel) -> _Sheet:
    tokenizer = model.tokenizer
    chosen = chosen_blocks(len(packed.held_out), BLOCKS, spec.seed)
    columns = min(packed.train.ids.shape[1], BLOCK_TOKENS + 1)
    held_out = Blocks(
        packed.held_out.ids[chosen][:, :columns], packed.held_out.segments[chosen][:, :columns]
    )
    whole = columns == packed.held_out.ids.shape[1]
    shown, blind = _prompts(packed, spec, tokenizer)
    sizes = packed.held_out_bytes[chosen] if whole else _bytes_of(held_out, tokenizer)
    return _Sheet(
        held_out=held_out,
        bytes=np.asarray(sizes, np.float64),
        documents=np.asarray(packed.held_out_document[chosen], np.int32),
        prefixes=training_prefixes(packed.train, model.decoder.context_tokens, spec.seed),
        prompts=(
            *((text, PROMPT_TOKENS) for text in shown),
            *((text, PAIR_TOKENS) for text in blind),
        ),
        shown=len(shown),
    )


def _prompts(
    packed: PackedCorpus, spec: TrainingSpec, tokenizer: Tokenizer
) -> tuple[list[str], list[str]]:
    """Prompts to be shown side by side, the writer's own first, and those of the blind test."""
    texts = packed.held_out if len(packed.held_out) else packed.train
    found = openings(texts, tokenizer, PROMPTS + PAIRS, spec.seed)
    own = [spec.sample_prompt] if spec.sample_prompt else []
    shown = [*own, *found][:PROMPTS]
    return shown, [text for text in found if text not in shown][:PAIRS]


def _bytes_of(blocks: Blocks, tokenizer: Tokenizer) -> Ids:
    """UTF-8 bytes of the wanted targets of sequences that were cut shorter."""
    wanted = Batch(blocks.ids, blocks.segments).wanted.astype(np.int32)
    total: Ids = (tokenizer.token_bytes[blocks.ids[:, 1:]] * wanted).sum(axis=1, dtype=np.int32)
    return total


def _compared(
    run: str,
    base: Path,
    tuned: Path,
    spec: TrainingSpec,
    sheet: _Sheet,
    before: _Answers,
    after: _Answers,
) -> Report:
    held_out = None
    if sheet.bytes.sum() > 0:
        held_out = _gauge(
            paired_difference(
                before.held_out.nats, after.held_out.nats, sheet.bytes, sheet.documents, spec.seed
            ),
            _BY_BYTE,
        )
    forgetting = _gauge(
        paired_difference(
            before.general_scores.nats,
            after.general_scores.nats,
            before.general.bytes,
            before.general.passages,
            spec.seed,
            "texts",
        ),
        _BY_BYTE,
    )
    pairs = list(zip(sheet.prompts, before.written.texts, after.written.texts, strict=True))
    comparisons = [Comparison(prompt, old, new) for (prompt, _), old, new in pairs]
    return Report(
        run=run,
        model=tuned.name,
        base="" if spec.method == "scratch" else base.name,
        title=read_manifest(tuned).title,
        sentence=sentence(held_out, spec.method),
        held_out=held_out,
        perplexity_before=_perplexity(before.held_out),
        perplexity_after=_perplexity(after.held_out),
        forgetting=forgetting,
        memorisation=_memorisation(sheet.prefixes, before.matched, after.matched, spec.seed),
        tokens_per_s_before=before.written.tokens_per_s,
        tokens_per_s_after=after.written.tokens_per_s,
        side_by_side=tuple(comparisons[: sheet.shown]),
        pairs=tuple(pair for pair in comparisons[sheet.shown :] if pair.before != pair.after),
        created=timestamp(),
        method=spec.method,
        matching_before=_mean(before.matched),
        matching_after=_mean(after.matched),
    )


def _memorisation(prefixes: Prefixes | None, before: Ids, after: Ids, seed: int) -> Gauge | None:
    if prefixes is None:
        return None
    count, length = prefixes.expected.shape
    old, new = ((matched == length).astype(np.float64) for matched in (before, after))
    difference = paired_difference(old, new, np.ones(count), None, seed, "training passages")
    return _gauge(difference, f"share of {length}-token prefixes continued word for word")


def _gauge(found: Difference, unit: str) -> Gauge:
    return Gauge(
        before=found.before,
        after=found.after,
        difference=found.after - found.before,
        ci95=found.ci95,
        unit=unit,
        samples=found.samples,
        method=found.method,
    )


def _perplexity(scores: SequenceScores) -> float:
    """Exponential of the nats per token; 0 where nothing was scored."""
    count = scores.counts.sum()
    return math.exp(min(scores.nats.sum() / count, 700.0)) if count else 0.0


def _mean(values: Ids | Sequence[int]) -> float:
    return float(np.mean(values)) if len(values) else 0.0
