"""From what a writer wants to a run that can begin: reads the texts, makes what is missing, tries a step."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError, NotEnoughMemoryError
from ownhand.core.messages import ModelInfo, Stage
from ownhand.core.paths import Paths
from ownhand.core.texts import Document
from ownhand.core.words import Sentence, mark
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.models.starter import chosen_or_starter
from ownhand.models.store import DirectoryStore
from ownhand.training.forecast import Forecast, measure
from ownhand.training.pace import paced, seconds_of
from ownhand.training.prepare import Prepared, Texts, pack_texts, read_texts, texts_of
from ownhand.training.scratch import Untrained, make_untrained
from ownhand.training.spec import TrainingSpec
from ownhand.training.steppers import refuse_untrainable
from ownhand.training.verbatim_texts import index_texts

RATES = {"lora": 1e-3, "full": 5e-5, "scratch": 2e-3}
"""Peak learning rates where a spec names none. LoRA: of 3e-4, 1e-3 and 2e-3 the one with the lowest
held-out loss after 30 steps of 4 x 256 tokens on a novel."""

_SEQ = {"lora": 256, "full": 256, "scratch": 128}


_OPENING_WORDS = 8
_OPENING_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Plan:
    """A run that can begin.

    Attributes:
        spec: With nothing left open.
        prepared: The texts.
        forecast: What was measured.
        seconds: About how long the training will take, without the report.
        epochs: Times it goes through the texts.
        advice: Sentences on what was chosen and why, for the writer.
    """

    spec: TrainingSpec
    prepared: Prepared
    forecast: Forecast
    seconds: float
    epochs: float
    advice: tuple[str, ...] = ()


def plan_run(
    spec: TrainingSpec, paths: Paths, backend: str, cancel: CancelToken
) -> Iterator[Stage | Prepared | Plan]:
    """Fill in what a spec leaves open; the last event is the `Plan`.

    What is made for the run lies in a directory of its own below `Paths.data`; it is taken away again
    if no plan comes of it.

    Args:
        spec: What the writer wants.
        paths: The writer's folders.
        backend: Keras backend to train on.
        cancel: Looked at per file, and ten times a second while a step is tried.

    Raises:
        BadInputError: If there is nothing to train on or a field cannot be.
        NotEnoughMemoryError: If it cannot fit; says what would.
    """
    if spec.problems():
        raise BadInputError(" ".join(spec.problems()))
    if not spec.folders:
        raise BadInputError("Choose the folders with your texts first.")
    refuse_untrainable(backend)
    folder = paths.data / "packed" / datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    try:
        yield from _planned(spec, paths, backend, folder, cancel)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _planned(
    spec: TrainingSpec, paths: Paths, backend: str, folder: Path, cancel: CancelToken
) -> Iterator[Stage | Prepared | Plan]:
    spec = replace(spec, seq=spec.seq or _SEQ[spec.method], rate=spec.rate or RATES[spec.method])
    shorter: tuple[str, ...] = ()
    scratch = spec.method == "scratch"
    model = None if scratch else chosen_or_starter(DirectoryStore(paths.models), spec.model)
    if model is not None:
        context = read_manifest(model.directory).context_tokens
        if context < spec.seq:
            shorter = (
                Sentence(
                    "Sequences are {count} tokens long: the model reads no more at once.",
                    count=context,
                ),
            )
        spec = replace(spec, base=str(model.directory), seq=min(spec.seq, context))
    texts: Texts | None = None
    for event in read_texts(spec, paths, cancel, _tokeniser(model)):
        if isinstance(event, Texts):
            texts = event
        else:
            yield event
    assert texts is not None
    yield from index_texts(texts.files, texts.documents, paths.verbatim, cancel)
    if model is None:
        into = folder / "untrained"
        train = partial(texts_of, texts.train, spec)
        for made in make_untrained(into, train, spec, spec.name, cancel):
            if isinstance(made, Untrained):
                spec = replace(spec, base=str(made.directory))
            else:
                yield made
    if model is not None and not spec.sample_prompt:
        # A pretrained model that begins from nothing writes anything, least of all the writer's kind.
        spec = replace(spec, sample_prompt=_opening(texts.held_out or texts.train))
    prepared: Prepared | None = None
    for step in pack_texts(texts, spec, Path(spec.base), paths, folder / "data", cancel):
        if isinstance(step, Prepared):
            prepared = step
        yield step
    assert prepared is not None
    if not prepared.train_blocks:
        raise BadInputError("There is too little text to train on. Choose folders with more of it.")
    spec = replace(spec, data=str(prepared.folder))
    yield Stage("Trying a step to see how long it takes")
    spec, forecast, advice = _tried(spec, paths, backend, cancel)
    per_epoch = prepared.train_blocks / (spec.batch * spec.accumulate)
    spec = paced(spec, forecast, per_epoch)
    seconds, epochs = seconds_of(spec, forecast, per_epoch), spec.steps / per_epoch
    if not prepared.held_out_blocks:
        advice = (*advice, mark("There is too little text to hold some out: nobody can tell how well it goes."))  # fmt: skip
    yield Plan(spec, prepared, forecast, seconds, epochs, (*shorter, *advice))


def _opening(texts: Sequence[Document]) -> str:
    """The first words of a text, for samples to continue."""
    for document in texts:
        words = document.text.split()[:_OPENING_WORDS]
        if words:
            return " ".join(words)[:_OPENING_CHARACTERS].rstrip()
    return ""


def _tokeniser(model: ModelInfo | None) -> Tokenizer | None:
    if model is None:
        return None
    directory = model.directory
    return Tokenizer(directory / TOKENIZER_FILE, read_manifest(directory))


def _tried(
    spec: TrainingSpec, paths: Paths, backend: str, cancel: CancelToken
) -> tuple[TrainingSpec, Forecast, tuple[str, ...]]:
    """A spec that fits into memory, and its forecast: micro-batches are halved until it does."""
    paths.cache.mkdir(parents=True, exist_ok=True)
    wanted = spec
    while True:
        try:
            forecast = measure(spec, paths.cache, backend, cancel)
        except NotEnoughMemoryError:
            smaller = _smaller(spec)
            if smaller is None:
                raise
            spec = smaller
            continue
        advice = () if spec == wanted else (_told(spec),)
        return spec, forecast, advice


def _smaller(spec: TrainingSpec) -> TrainingSpec | None:
    """The same training in less memory and more time, or None: as many sequences in a step, fewer at once."""
    if spec.batch > 1 and spec.batch % 2 == 0:
        return replace(spec, batch=spec.batch // 2, accumulate=2 * spec.accumulate)
    if not spec.recompute:
        return replace(spec, recompute=True)
    return None


def _told(spec: TrainingSpec) -> str:
    if spec.recompute:
        return Sentence("To fit into the free memory, it learns from {count} sequences at a time and with the blocks made twice; the result is the same, it takes longer.", count=spec.batch)  # fmt: skip
    return Sentence("To fit into the free memory, it learns from {count} sequences at a time; the result is the same, it takes longer.", count=spec.batch)  # fmt: skip
