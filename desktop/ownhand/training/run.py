"""The run itself: from a spec and a run directory to a model in the store, as a generator of events."""

from __future__ import annotations

import contextlib
import logging
import math
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import ModelImporter
from ownhand.core.errors import BadInputError, ModelError
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.engine.architecture import Array
from ownhand.models.store import DirectoryStore
from ownhand.training.blocks import Batch, Blocks, Score, micro_batches
from ownhand.training.checkpoints import Checkpoints
from ownhand.training.events import (
    CheckpointWritten,
    HeldOutScored,
    ModelKept,
    RunEnded,
    RunStage,
    StepDone,
    TrainingEvent,
    Wish,
)
from ownhand.training.export import TrainedAdapter, TrainedModel
from ownhand.training.lineage import lineage_of_run, read_lineage
from ownhand.training.method import adapters_of, numerics_of, read_base, trainable
from ownhand.training.optimizer import learning_rate
from ownhand.training.packed import read_packed
from ownhand.training.parameters import merged
from ownhand.training.progress import Progress, read_progress
from ownhand.training.samples import SampleWriter
from ownhand.training.spec import TrainingSpec
from ownhand.training.steppers import make_stepper
from ownhand.training.steppers.stepper import Stepper

log = logging.getLogger(__name__)

_SCORED_TOKENS = 8_192
"""Held-out tokens that are scored during a run; the report takes more."""


def carry_out(
    spec: TrainingSpec, folder: Path, models: Path, backend: str, wish: Callable[[], Wish]
) -> Iterator[TrainingEvent]:
    """Train as the spec says, from the newest checkpoint in `folder` if there is one.

    Args:
        spec: What to do, nothing left open.
        folder: The run's directory; checkpoints go into `checkpoints/` there.
        models: The model store's directory.
        backend: Keras backend; it must have a stepper.
        wish: Asked after every micro-batch.

    Yields:
        Events; the last is `RunEnded` with "finished", "stopped" or "paused".

    Raises:
        OwnhandError: If base, data or spec cannot be used.
        OSError: If the disk is full; the last checkpoint is whole.
    """
    if spec.open_fields():
        raise BadInputError(
            Sentence("The run is not planned yet: {list}.", list=", ".join(spec.open_fields()))
        )
    yield RunStage("Reading the model")
    packed = read_packed(Path(spec.data))
    if not len(packed.train):
        raise BadInputError("There is nothing to train on. Choose folders with more text.")
    run = _Run(spec, prepare(spec, backend), packed.held_out, folder / "checkpoints")
    run.resume()
    samples = SampleWriter(spec, backend)
    yield RunStage("Preparing the first step")
    if run.step == 0:
        yield from run.score()
    saved_at = time.monotonic()
    asked: Wish = ""
    epoch_ended = _epoch_ends(spec, len(packed.train))
    while run.step < spec.steps and not asked and not run.progress.is_stuck(spec.patience):
        done = take_step(run.stepper, packed.train, spec, run.step, wish)
        if isinstance(done, str):
            asked = done
            break
        event, score = done
        run.step += 1
        run.progress.add(score)
        yield event
        last = run.step == spec.steps
        epoch = epoch_ended(run.step)
        if epoch is not None:
            yield run.progress.end_epoch(epoch, run.step)
        if epoch is not None or (spec.score_every and run.step % spec.score_every == 0):
            yield from run.score()
        wanted = run.step % spec.sample_every == 0 if spec.sample_every else epoch is not None
        if wanted and not last:
            yield RunStage("Writing a sample")
            yield from samples.write(run.step, run.stepper.values())
        asked = wish()
        if not asked and time.monotonic() - saved_at >= 60 * spec.checkpoint_minutes:
            yield from run.save()
            saved_at = time.monotonic()
    yield from run.save()
    if asked == "pause":
        yield RunEnded("paused", run.step)
        return
    yield from run.score()
    values, step = run.best() if spec.keep_best else (run.stepper.values(), run.step)
    yield RunStage("Writing a sample")
    yield from samples.write(step, values)
    yield RunStage("Writing the model")
    del run
    slug = _keep(spec, values, folder, models, packed.about, step)
    yield ModelKept(step, slug)
    shutil.rmtree(folder / "checkpoints", ignore_errors=True)  # nothing goes on from them any more
    yield RunEnded("stopped" if asked else "finished", step, slug)


def prepare(spec: TrainingSpec, backend: str) -> Stepper:
    """The first state of a spec's parameters on a device.

    Raises:
        OwnhandError: If base or spec cannot be used.
    """
    return make_stepper(backend, trainable(spec, read_base(Path(spec.base))), numerics_of(spec))


def take_step(
    stepper: Stepper, blocks: Blocks, spec: TrainingSpec, step: int, wish: Callable[[], Wish]
) -> tuple[StepDone, Score] | Wish:
    """Take a step; or the writer's wish, for which it was given up half-way."""
    begun = time.monotonic()
    total = Score(0.0, 0.0, 0.0)
    batches = micro_batches(len(blocks), step, spec.batch, spec.accumulate, spec.seed)
    for number, chosen in enumerate(batches):
        if number and (asked := wish()):
            return asked
        total += stepper.accumulate(blocks.batch(chosen), step * spec.accumulate + number)
    rate = learning_rate(step, spec.steps, spec.rate, spec.schedule, spec.warmup)  # type: ignore[arg-type] # checked by the spec
    stepper.apply(rate)
    count = max(total.count, 1.0)
    seconds = max(time.monotonic() - begun, 1e-9)
    done = StepDone(
        step=step + 1,
        steps=spec.steps,
        loss=total.nats / count,
        accuracy=total.right / count,
        rate=rate,
        tokens_per_s=total.count / seconds,
    )
    return done, total


class _Run:
    """The state of a run: the stepper, what was told of it, and where both are kept."""

    def __init__(
        self, spec: TrainingSpec, stepper: Stepper, held_out: Blocks, folder: Path
    ) -> None:
        self.stepper = stepper
        self.step = 0
        self.progress = Progress()
        self._spec = spec
        self._held_out = held_out
        self._checkpoints = Checkpoints(folder, spec.keep_last)

    def resume(self) -> None:
        """Go on from the newest checkpoint, if there is one."""
        found = self._checkpoints.latest()
        if found is not None:
            self.step, state = found
            self.stepper.restore(state)
            self.progress = read_progress(state)

    def save(self) -> Iterator[TrainingEvent]:
        """Write a checkpoint."""
        told = dict(self.progress.tensors())
        shapes = self.stepper.shapes() | {name: array.shape for name, array in told.items()}
        self._checkpoints.write(self.step, shapes, chain(self.stepper.state(), told.items()))
        yield CheckpointWritten(self.step)

    def score(self) -> Iterator[TrainingEvent]:
        """Score the held-out part, the same sequences each time; keep the parameters if they are the best yet."""
        if not len(self._held_out) or self.progress.is_scored(self.step):
            return
        yield RunStage("Scoring the held-out pages")
        total = Score(0.0, 0.0, 0.0)
        for batch in scored_batches(self._held_out, self._spec):
            total += self.stepper.score(batch)
        count = max(total.count, 1.0)
        loss = total.nats / count
        best = self.progress.score(self.step, loss)
        if best and self._spec.keep_best and self.step:
            self._checkpoints.write_best(self.step, self.stepper.values())
        yield HeldOutScored(self.step, loss, math.exp(min(loss, 700.0)), total.right / count, best)

    def best(self) -> tuple[Mapping[str, Array], int]:
        """The parameters with the lowest held-out loss, and their step; as they are where none were kept."""
        step = self.progress.best_step
        found = self._checkpoints.best(step) if step else None
        return (found, step) if found and step else (self.stepper.values(), self.step)


def scored_batches(held_out: Blocks, spec: TrainingSpec) -> Iterator[Batch]:
    """Sequences for a held-out score, the same each time and all of one shape."""
    most = max(1, _SCORED_TOKENS // spec.seq)
    rng = np.random.Generator(np.random.PCG64(0))
    chosen = np.sort(rng.permutation(len(held_out))[:most]).astype(np.int32)
    for start in range(0, len(chosen), spec.batch):
        part = chosen[start : start + spec.batch]
        batch = held_out.batch(np.resize(part, spec.batch))
        batch.segments[len(part) :] = 0  # what fills up the last batch does not count
        yield batch


def _epoch_ends(spec: TrainingSpec, blocks: int) -> Callable[[int], int | None]:
    """A function that gives the number of the epoch that a step ends, or None."""
    size = spec.batch * spec.accumulate

    def ended(step: int) -> int | None:
        before, after = (step - 1) * size // blocks, step * size // blocks
        if after > before:
            return after
        return after + 1 if step == spec.steps else None

    return ended


def _keep(
    spec: TrainingSpec,
    values: Mapping[str, Array],
    folder: Path,
    models: Path,
    about: Mapping[str, Any],
    step: int,
) -> str:
    """Put the trained model into the store, unless it was put there before a kill; returns its slug."""
    for info in DirectoryStore(models).list():
        with contextlib.suppress(ModelError):
            known = read_lineage(info.directory)
            if known is not None and known.run == folder.name:
                return info.slug
    directory = Path(spec.base)
    lineage = lineage_of_run(spec, directory, folder.name, step, about)
    importer: ModelImporter
    if spec.method == "lora":
        importer = TrainedAdapter(directory, values, adapters_of(spec).scale, spec.name, lineage)
    else:
        base = read_base(directory)
        weights = merged(base.arch, base.weights, base.layers, dict(values), 1.0)
        importer = TrainedModel(directory, base.arch, weights, spec.name, lineage)
    store = DirectoryStore(models, importers=(importer,))
    slug = ""
    for event in store.add(folder.name, CancelToken()):
        if not isinstance(event, Stage):
            slug = event.slug
    return slug
