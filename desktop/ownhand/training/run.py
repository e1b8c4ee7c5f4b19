"""The run itself: from a spec and a run directory to a model in the store, as a generator of events."""

from __future__ import annotations

import importlib.metadata
import logging
import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.messages import Stage
from ownhand.engine.architecture import Architecture, LayerWeights, Weights
from ownhand.engine.families import family_of
from ownhand.engine.loader import tensor_reader
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest
from ownhand.models.store import DirectoryStore
from ownhand.training.blocks import Blocks, Score, micro_batches
from ownhand.training.checkpoints import Checkpoints
from ownhand.training.events import (
    CheckpointWritten,
    HeldOutScored,
    RunEnded,
    RunStage,
    StepDone,
    TrainingEvent,
    Wish,
)
from ownhand.training.export import TrainedModel
from ownhand.training.optimizer import AdamW, learning_rate
from ownhand.training.packed import PackedCorpus, read_packed
from ownhand.training.parameters import (
    Adapters,
    Parameters,
    full_parameters,
    lora_parameters,
    merged,
    with_adapters,
    with_full,
)
from ownhand.training.spec import TrainingSpec
from ownhand.training.steppers import Assemble, make_stepper
from ownhand.training.steppers.stepper import Stepper

log = logging.getLogger(__name__)

_HELD_OUT_BATCHES = 8


@dataclass(frozen=True, slots=True)
class Base:
    """The model a run starts from."""

    directory: Path
    arch: Architecture
    weights: Weights
    layers: tuple[LayerWeights, ...]


def carry_out(
    spec: TrainingSpec, folder: Path, models: Path, backend: str, wish: Callable[[], Wish]
) -> Iterator[TrainingEvent]:
    """Train as the spec says, from the newest checkpoint in `folder` if there is one.

    Args:
        spec: What to do.
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
    yield RunStage("Reading the model")
    packed = read_packed(Path(spec.data))
    if not len(packed.train):
        raise BadInputError("There is nothing to train on. Choose folders with more text.")
    base, stepper = prepare(spec, backend)
    checkpoints = Checkpoints(folder / "checkpoints")
    step = 0
    found = checkpoints.latest()
    if found is not None:
        step, state = found
        stepper.restore(state)
    yield RunStage("Preparing the first step")
    if step == 0 and len(packed.held_out):
        yield _held_out(stepper, packed, spec, 0)
    saved_at = time.monotonic()
    asked: Wish = ""
    while step < spec.steps and not asked:
        done = take_step(stepper, packed.train, spec, step, wish)
        if isinstance(done, str):
            asked = done
            break
        step += 1
        yield done
        asked = wish()
        if not asked and time.monotonic() - saved_at >= 60 * spec.checkpoint_minutes:
            checkpoints.write(step, stepper.state())
            saved_at = time.monotonic()
            yield CheckpointWritten(step)
            if len(packed.held_out):
                yield _held_out(stepper, packed, spec, step)
    state = stepper.state()
    checkpoints.write(step, state)
    yield CheckpointWritten(step)
    if asked == "pause":
        yield RunEnded("paused", step)
        return
    if len(packed.held_out):
        yield _held_out(stepper, packed, spec, step)
    yield RunStage("Writing the model")
    slug = _keep(spec, base, state, folder, models, packed.about)
    yield RunEnded("stopped" if asked else "finished", step, slug)


def prepare(spec: TrainingSpec, backend: str) -> tuple[Base, Stepper]:
    """The model a spec starts from, and its first state on a device.

    Raises:
        OwnhandError: If base or spec cannot be used.
    """
    base = _read_base(Path(spec.base))
    parameters, assemble = _method(spec, base)
    optimizer = AdamW(weight_decay=spec.weight_decay, clip_norm=spec.clip_norm)
    return base, make_stepper(backend, base.arch, base.weights, parameters, assemble, optimizer)


def _read_base(directory: Path) -> Base:
    class_name, config = read_config(directory)
    manifest = read_manifest(directory)
    config = {**config, "context_tokens": manifest.context_tokens}
    arch, weights = family_of(class_name).read(config, tensor_reader(directory, CancelToken()))
    layers = tuple(weights.layers)
    return Base(directory, arch, replace(weights, layers=layers), layers)


def _method(spec: TrainingSpec, base: Base) -> tuple[Parameters, Assemble]:
    if spec.method == "full":
        return full_parameters(base.weights, base.layers), with_full
    adapters = Adapters(spec.rank, spec.alpha, spec.targets)

    def assemble(frozen: Mapping[str, Any], tensors: Mapping[str, Any]) -> Mapping[str, Any]:
        return with_adapters(base.arch, frozen, tensors, adapters.scale)

    return lora_parameters(base.arch, base.layers, adapters, spec.seed), assemble


def take_step(
    stepper: Stepper, blocks: Blocks, spec: TrainingSpec, step: int, wish: Callable[[], Wish]
) -> StepDone | Wish:
    """Take a step; or the writer's wish, for which it was given up half-way."""
    begun = time.monotonic()
    total = Score(0.0, 0.0, 0.0)
    batches = micro_batches(len(blocks), step, spec.batch, spec.accumulate, spec.seed)
    for number, chosen in enumerate(batches):
        if number and (asked := wish()):
            return asked
        total += stepper.accumulate(blocks.batch(chosen))
    rate = learning_rate(step, spec.steps, spec.rate, spec.schedule, spec.warmup)  # type: ignore[arg-type] # checked by the spec
    stepper.apply(rate)
    count = max(total.count, 1.0)
    seconds = max(time.monotonic() - begun, 1e-9)
    return StepDone(
        step=step + 1,
        steps=spec.steps,
        loss=total.nats / count,
        accuracy=total.right / count,
        rate=rate,
        tokens_per_s=total.count / seconds,
    )


def _held_out(
    stepper: Stepper, packed: PackedCorpus, spec: TrainingSpec, step: int
) -> HeldOutScored:
    """Score the first sequences of the held-out part, the same ones each time."""
    total = Score(0.0, 0.0, 0.0)
    for chosen in micro_batches(len(packed.held_out), 0, spec.batch, _HELD_OUT_BATCHES, 0):
        total += stepper.score(packed.held_out.batch(chosen))
    loss = total.nats / max(total.count, 1.0)
    return HeldOutScored(
        step, loss, math.exp(min(loss, 700.0)), total.right / max(total.count, 1.0)
    )


def _keep(
    spec: TrainingSpec,
    base: Base,
    state: Mapping[str, Any],
    folder: Path,
    models: Path,
    about: Mapping[str, Any],
) -> str:
    """Put the trained model into the store; returns its slug."""
    values = {
        name.removeprefix("value/"): array
        for name, array in state.items()
        if name.startswith("value/")
    }
    scale = Adapters(spec.rank, spec.alpha, spec.targets).scale
    weights = merged(base.arch, base.weights, base.layers, values, scale)
    manifest = read_manifest(base.directory)
    lineage = {
        "base": {"slug": manifest.slug, "weights_sha256": manifest.weights_sha256},
        "spec": asdict(spec),
        "data": dict(about),
        "versions": {
            name: importlib.metadata.version(name) for name in ("ownhand", "keras", "numpy")
        },
    }
    importer = TrainedModel(base.directory, base.arch, weights, spec.name, lineage)
    store = DirectoryStore(models, importers=(importer,))
    slug = ""
    for event in store.add(folder.name, CancelToken()):
        if not isinstance(event, Stage):
            slug = event.slug
    return slug
