"""Runs over a tiny model: what they learn, what they leave, and that they resume exactly."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.loading import load
from tests.training.conftest import Desk, sequences

from ownhand.core.errors import BadInputError, ModelError
from ownhand.engine.architecture import Array
from ownhand.models.store import DirectoryStore
from ownhand.models.tensors import ModelTensors
from ownhand.training.events import (
    CheckpointWritten,
    EpochDone,
    HeldOutScored,
    ModelKept,
    RunEnded,
    RunStage,
    SampleWritten,
    StepDone,
    TrainingEvent,
    Wish,
)
from ownhand.training.lineage import LINEAGE_FILE
from ownhand.training.run import carry_out
from ownhand.training.spec import TrainingSpec

BACKEND = os.environ.get("KERAS_BACKEND", "tensorflow")


def never() -> Wish:
    return ""


def train(
    desk: Desk, spec: TrainingSpec, name: str = "run", wish: Callable[[], Wish] = never
) -> list[TrainingEvent]:
    return list(carry_out(spec, desk.folder / name, desk.models, BACKEND, wish))


def ended(events: list[TrainingEvent]) -> RunEnded:
    assert isinstance(events[-1], RunEnded)
    return events[-1]


def final_weights(desk: Desk, events: list[TrainingEvent]) -> dict[str, Array]:
    tensors = ModelTensors(desk.models / ended(events).model)
    return {name: tensors(name) for name in tensors.names}


def numpy_loss(directory: Path, held_out: bool = True) -> float:
    """Nats per wanted token of the held-out part, by the decoder, document by document."""
    decoder = load(directory).decoder
    blocks = sequences(6, seed=2) if held_out else sequences(24, seed=1)
    nats, count = 0.0, 0
    for ids, segments in zip(blocks.ids, blocks.segments, strict=True):
        for number in (1, 2):
            part = ids[segments == number]
            decoder.rewind(decoder.length)
            # Positions go on within a row; a rotary model sees only their differences.
            logits = (
                decoder.extend(part[None, :-1], all_positions=True).logits[0].astype(np.float64)
            )
            logits -= logits.max(axis=1, keepdims=True)
            logs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
            nats -= float(logs[np.arange(len(part) - 1), part[1:]].sum())
            count += len(part) - 1
    return nats / count


@pytest.mark.parametrize("method", ["lora", "full"])
@pytest.mark.parametrize("base", ["tiny-llama", "tiny-qwen", "gpt2"])
def test_run_learns_and_leaves_a_model(desk: Desk, base: str, method: str) -> None:
    events = train(desk, desk.spec(base, method=method, steps=20))
    steps = [event for event in events if isinstance(event, StepDone)]
    scored = [event for event in events if isinstance(event, HeldOutScored)]
    assert [event.step for event in steps] == list(range(1, 21))
    assert steps[-1].loss < steps[0].loss - 0.2
    assert (scored[0].step, scored[-1].step) == (0, 20)
    assert scored[-1].loss < scored[0].loss
    assert ended(events).state == "finished"
    info = DirectoryStore(desk.models).open(ended(events).model)
    assert info.title == "Mine"
    lineage = json.loads((info.directory / LINEAGE_FILE).read_text(encoding="utf-8"))
    assert lineage["spec"]["method"] == method
    assert lineage["base"]["slug"] == base
    assert lineage["data"]["files"][0]["path"] == "/texts/a.txt"


@pytest.mark.parametrize("method", ["lora", "full"])
def test_scores_are_those_of_the_decoder_before_and_after(desk: Desk, method: str) -> None:
    spec = desk.spec(method=method, batch=3, accumulate=1, steps=6)
    events = train(desk, spec)
    scored = [event for event in events if isinstance(event, HeldOutScored)]
    assert scored[0].loss == pytest.approx(numpy_loss(desk.models / "tiny-llama"), abs=2e-4)
    model = desk.models / ended(events).model
    assert scored[-1].loss == pytest.approx(numpy_loss(model), abs=2e-4)
    assert scored[-1].loss != scored[0].loss


def test_lora_changes_its_targets_alone(desk: Desk) -> None:
    model = ended(train(desk, desk.spec(targets=("query", "up")))).model
    before, after = ModelTensors(desk.models / "tiny-llama"), ModelTensors(desk.models / model)
    changed = {name for name in before.names if not np.array_equal(before(name), after(name))}
    kinds = {name.split("/", 1)[1] for name in changed}
    assert kinds == {"self_attention/query/kernel", "feedforward_intermediate_dense/kernel"}


def test_unknown_target_is_refused_with_the_right_names(desk: Desk) -> None:
    with pytest.raises(BadInputError, match=r"q_proj.*query"):
        train(desk, desk.spec(targets=("q_proj", "value")))


@pytest.mark.parametrize("method", ["lora", "full"])
def test_interrupted_run_ends_with_the_very_same_weights(desk: Desk, method: str) -> None:
    spec = desk.spec(method=method)
    whole = final_weights(desk, train(desk, spec, "whole"))
    asked = itertools.count(1)
    # Some pauses come between steps, some between the micro-batches of one.
    stops = {3, 8, 9, 15}
    for _ in range(20):
        events = train(desk, spec, "broken", lambda: "pause" if next(asked) in stops else "")
        if ended(events).state == "finished":
            break
        assert ended(events).state == "paused"
    broken = final_weights(desk, events)
    for name in whole:
        assert np.array_equal(whole[name], broken[name]), name


def test_stopped_run_keeps_the_model_so_far(desk: Desk) -> None:
    asked = itertools.count(1)
    events = train(desk, desk.spec(), wish=lambda: "stop" if next(asked) > 5 else "")
    assert ended(events).state == "stopped"
    assert 0 < ended(events).step < 8
    assert DirectoryStore(desk.models).open(ended(events).model).title == "Mine"


def test_damaged_checkpoint_is_passed_over(desk: Desk) -> None:
    asked = itertools.count(1)
    spec = desk.spec(checkpoint_minutes=1e-9)
    train(desk, spec, wish=lambda: "pause" if next(asked) > 7 else "")
    newest = sorted((desk.folder / "run" / "checkpoints").iterdir())[-1]
    newest.write_bytes(newest.read_bytes()[:100])
    events = train(desk, spec)
    assert ended(events).state == "finished"
    first = next(event for event in events if isinstance(event, StepDone))
    assert 1 < first.step < 8


def test_old_checkpoints_are_deleted_and_in_the_end_all(desk: Desk) -> None:
    spec = desk.spec(checkpoint_minutes=1e-9)
    asked = itertools.count(1)
    events = train(desk, spec, wish=lambda: "pause" if next(asked) > 14 else "")
    assert sum(isinstance(event, CheckpointWritten) for event in events) > 3
    folder = desk.folder / "run" / "checkpoints"
    step = ended(events).step
    names = sorted(path.name for path in folder.iterdir())
    assert names[-2:] == [f"step-{step - 1:08d}.safetensors", f"step-{step:08d}.safetensors"]
    assert len([name for name in names if name.startswith("step")]) == 2
    assert ended(train(desk, spec)).state == "finished"
    assert not folder.exists()


def test_model_that_was_kept_before_a_kill_is_not_kept_twice(desk: Desk) -> None:
    spec = desk.spec(steps=2)
    events = carry_out(spec, desk.folder / "run", desk.models, BACKEND, never)
    for event in events:
        if isinstance(event, RunStage) and event.label == "Writing the model":
            break
    kept = next(events)
    assert isinstance(kept, ModelKept)
    del events  # as if killed before the line was in the log
    again = train(desk, spec)
    assert ended(again).model == kept.model
    assert not (desk.models / "mine-2").exists()


def test_missing_data_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="anew from your folders"):
        train(desk, desk.spec(data=str(desk.folder / "none")))


def test_missing_base_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(ModelError, match="Add or train it again"):
        train(desk, desk.spec(base=str(desk.models / "none")))


@pytest.mark.parametrize(
    "changes", [{"dropout": 0.2}, {"dropout": 0.2, "recompute": True, "optimizer": "adam", "weight_decay": 0.1}],
    ids=["dropout", "dropout-recompute-adam"],
)  # fmt: skip
def test_interrupted_run_drops_the_very_same(desk: Desk, changes: dict[str, object]) -> None:
    spec = desk.spec("gpt2", method="full", steps=4, **changes)
    whole = final_weights(desk, train(desk, spec, "whole"))
    asked = itertools.count(1)
    train(desk, spec, "broken", lambda: "pause" if next(asked) == 3 else "")
    events = train(desk, spec, "broken")
    assert ended(events).state == "finished"
    broken = final_weights(desk, events)
    for name in whole:
        assert np.array_equal(whole[name], broken[name]), name


def test_recomputed_blocks_give_the_same_steps(desk: Desk) -> None:
    losses = []
    for recompute in (False, True):
        spec = desk.spec(method="full", recompute=recompute, steps=4, dropout=0.1)
        events = train(desk, spec, f"recompute-{recompute}")
        losses.append([event.loss for event in events if isinstance(event, StepDone)])
    assert losses[0] == pytest.approx(losses[1], abs=1e-5)


def test_dropout_is_for_learning_alone(desk: Desk) -> None:
    plain, dropped = (
        train(desk, desk.spec(method="full", dropout=rate, steps=1), f"dropout-{rate}")
        for rate in (0.0, 0.5)
    )

    def first(events: list[TrainingEvent], kind: type[StepDone | HeldOutScored]) -> float:
        return next(event.loss for event in events if isinstance(event, kind))

    assert first(plain, HeldOutScored) == first(dropped, HeldOutScored)
    assert first(plain, StepDone) != pytest.approx(first(dropped, StepDone), abs=1e-3)


def test_mixed_precision_learns_in_float32_parameters(desk: Desk) -> None:
    events = train(desk, desk.spec(method="full", precision="mixed", steps=20))
    steps = [event.loss for event in events if isinstance(event, StepDone)]
    assert steps[-1] < steps[0] - 0.2
    exact = train(desk, desk.spec(method="full", steps=1), "exact")
    start = next(event.loss for event in exact if isinstance(event, StepDone))
    assert steps[0] == pytest.approx(start, abs=0.02)
    assert steps[0] != start


def test_best_step_is_kept_and_the_run_ends_early(desk: Desk) -> None:
    spec = desk.spec(
        method="full", rate=0.3, warmup=0, schedule="constant", clip_norm=0.0, steps=40, score_every=1,
        patience=3,
    )  # fmt: skip
    events = train(desk, spec)
    scored = [event for event in events if isinstance(event, HeldOutScored) and event.step]
    best = min(scored, key=lambda event: event.loss)
    assert ended(events).state == "finished"
    assert len(scored) == scored.index(best) + 1 + 3 < 40
    assert ended(events).step == best.step
    assert [event.best for event in scored].count(True) >= 1
    model = desk.models / ended(events).model
    assert numpy_loss(model) == pytest.approx(best.loss, abs=2e-4)


def test_last_step_is_taken_where_the_best_is_not_wanted(desk: Desk) -> None:
    spec = desk.spec(method="full", rate=0.3, warmup=0, steps=6, score_every=1, keep_best=False)
    events = train(desk, spec)
    scored = [event for event in events if isinstance(event, HeldOutScored)]
    assert ended(events).step == 6
    model = desk.models / ended(events).model
    assert numpy_loss(model) == pytest.approx(scored[-1].loss, abs=2e-4)


def test_epochs_are_told_and_sampled(desk: Desk) -> None:
    # 24 sequences, 4 a step: an epoch is 6 steps.
    spec = desk.spec(
        steps=14, sample_prompt="hello", samplers=("greedy", "beam-10"), keep_best=False
    )
    events = train(desk, spec)
    epochs = [event for event in events if isinstance(event, EpochDone)]
    assert [(event.epoch, event.step) for event in epochs] == [(1, 6), (2, 12), (3, 14)]
    steps = [event for event in events if isinstance(event, StepDone)]
    assert epochs[0].loss == pytest.approx(np.mean([s.loss for s in steps[:6]]), abs=1e-4)
    assert epochs[0].perplexity == pytest.approx(np.exp(epochs[0].loss))
    samples = [event for event in events if isinstance(event, SampleWritten)]
    assert [(s.step, s.sampler) for s in samples] == [
        (6, "Greedy"), (6, "Beam 10"), (12, "Greedy"), (12, "Beam 10"), (14, "Greedy"), (14, "Beam 10"),
    ]  # fmt: skip
    assert all(sample.prompt == "hello" for sample in samples)
    scored = [event.step for event in events if isinstance(event, HeldOutScored)]
    assert scored == [0, 6, 12, 14]


def test_samples_come_every_so_many_steps_on_request(desk: Desk) -> None:
    events = train(desk, desk.spec(steps=5, sample_every=2, keep_best=False, samplers=("greedy",)))
    assert [event.step for event in events if isinstance(event, SampleWritten)] == [2, 4, 5]


def test_unplanned_spec_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="steps"):
        train(desk, desk.spec(steps=0))


@pytest.mark.parametrize("base", ["tiny-llama", "tiny-qwen", "gpt2"])
def test_lora_leaves_biases_and_norms_alone(desk: Desk, base: str) -> None:
    model = ended(train(desk, desk.spec(base, steps=3))).model
    before, after = ModelTensors(desk.models / base), ModelTensors(desk.models / model)
    changed = {n for n in before.names if not np.array_equal(before(n), after(n))}
    assert changed
    assert all(name.endswith(("query/kernel", "value/kernel")) for name in changed)


def test_alpha_is_the_strength_of_the_adapter(desk: Desk) -> None:
    deltas = []
    for alpha in (8.0, 16.0):
        spec = desk.spec(steps=1, warmup=0, alpha=alpha, keep_best=False, clip_norm=0.0)
        model = ended(train(desk, spec, f"alpha-{alpha}")).model
        name = "transformer_layer_0/self_attention/value/kernel"
        base, tuned = ModelTensors(desk.models / "tiny-llama"), ModelTensors(desk.models / model)
        deltas.append(tuned(name) - base(name))
    # Adam's first step is as long whatever the gradient: the factors are equal, their weight is not.
    np.testing.assert_allclose(deltas[1], 2 * deltas[0], rtol=1e-3, atol=1e-7)
