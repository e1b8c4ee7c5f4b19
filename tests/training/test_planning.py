"""From a wish to a run that can begin."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.helpers.processes import run_ownhand
from tests.training.conftest import Desk

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError, ModelError, NotEnoughMemoryError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.models.manifest import read_manifest
from ownhand.training import planning
from ownhand.training.forecast import measure
from ownhand.training.packed import read_packed
from ownhand.training.planning import Plan, plan_run
from ownhand.training.spec import TrainingSpec


@pytest.fixture
def paths(desk: Desk) -> Paths:
    home = desk.models.parent
    (home / "data" / "models").parent.mkdir(exist_ok=True)
    paths = Paths(home / "home", home / "config", home / "cache", home / "logs")
    paths.models.parent.mkdir(parents=True, exist_ok=True)
    paths.models.symlink_to(desk.models)
    return paths


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts 🖋"
    folder.mkdir()
    chance = random.Random(1)
    words = ["hello", "hill", "hell", "he", "toe", "low", "mellow"]
    for number in range(12):
        lines = [" ".join(chance.choices(words, k=60)) + "." for _ in range(10)]
        (folder / f"{number}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    return folder


def plan(spec: TrainingSpec, paths: Paths) -> Plan:
    *_, last = plan_run(spec, paths, "tensorflow", CancelToken())
    assert isinstance(last, Plan)
    return last


def test_nothing_is_left_open(texts: Path, paths: Paths) -> None:
    found = plan(
        TrainingSpec(folders=(str(texts),), model="tiny-llama", minutes=0.2, seq=32), paths
    )
    assert found.spec.open_fields() == []
    assert Path(found.spec.base) == paths.models / "tiny-llama"
    assert found.spec.rate == planning.RATES["lora"]
    assert found.spec.warmup == min(20, found.spec.steps // 10)
    assert 0 < found.epochs <= 3.01
    assert found.seconds > 0
    assert len(found.spec.sample_prompt.split()) == 8
    assert found.spec.sample_prompt in " ".join(
        path.read_text(encoding="utf-8") for path in texts.iterdir()
    )
    assert len(read_packed(Path(found.spec.data)).train) == found.prepared.train_blocks


def test_epochs_become_steps_and_steps_stay(texts: Path, paths: Paths) -> None:
    spec = TrainingSpec(folders=(str(texts),), model="tiny-llama", seq=32, epochs=2.0, batch=8)
    found = plan(spec, paths)
    assert found.spec.steps == -(-2 * found.prepared.train_blocks // 8)
    assert found.epochs == pytest.approx(2.0, abs=0.2)


def test_scratch_begins_with_a_model_of_its_own(texts: Path, paths: Paths) -> None:
    spec = TrainingSpec(folders=(str(texts),), method="scratch", steps=3, vocabulary="characters")
    found = plan(spec, paths)
    assert read_manifest(Path(found.spec.base)).context_tokens == found.spec.seq == 128
    assert Path(found.spec.base).is_relative_to(paths.data)
    assert found.spec.sample_prompt == ""
    assert read_packed(Path(found.spec.data)).train.ids.max() < 60


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"folders": ()}, BadInputError, "Choose the folders"),
        ({"folders": ("/no/such/folder",)}, BadInputError, "no text"),
        ({"rate": -1.0}, BadInputError, "rate"),
        ({"model": "nothere"}, ModelError, "nothere"),
        ({"model": ""}, ModelError, "no model to start from"),
        ({"minimum_paragraph": 100_000}, BadInputError, "Nothing is left"),
        ({"targets": ("q_proj",)}, BadInputError, "query"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_what_cannot_be_is_told_and_nothing_left_behind(
    texts: Path, paths: Paths, changes: dict[str, object], kind: type[Exception], words: str
) -> None:
    values: dict[str, object] = {"folders": (str(texts),), "model": "tiny-llama", "seq": 32}
    with pytest.raises(kind, match=words):
        plan(TrainingSpec(**(values | changes)), paths)  # type: ignore[arg-type]
    packed = paths.data / "packed"
    assert not packed.exists() or not list(packed.iterdir())


def test_cancelled_planning_leaves_nothing(texts: Path, paths: Paths) -> None:
    spec = TrainingSpec(folders=(str(texts),), model="tiny-llama", seq=32)
    cancel = CancelToken()
    events = plan_run(spec, paths, "tensorflow", cancel)
    for event in events:
        if isinstance(event, Stage) and event.label.startswith("Trying"):
            break
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(events)
    assert not list((paths.data / "packed").iterdir())


def test_trial_is_ended_before_the_memory_is(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotEnoughMemoryError, match="smaller batch"):
        measure(desk.spec(), tmp_path, "tensorflow", CancelToken(), spare_bytes=2**62)


def test_smaller_spec_learns_from_as_many_sequences_in_a_step() -> None:
    spec: TrainingSpec | None = TrainingSpec(batch=8, accumulate=2)
    seen = []
    while spec is not None:
        assert spec.batch * spec.accumulate == 16
        seen.append((spec.batch, spec.recompute))
        spec = planning._smaller(spec)
    assert seen == [(8, False), (4, False), (2, False), (1, False), (1, True)]


def test_planning_needs_no_keras(tmp_path: Path) -> None:
    code = (
        "import sys, ownhand.training.planning; print({'keras', 'tensorflow'} & set(sys.modules))"
    )
    done = run_ownhand(tmp_path, code=code)
    assert done.stdout == "set()\n", done.stderr
