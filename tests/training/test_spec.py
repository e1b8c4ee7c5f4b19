"""Specs and events as they lie on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.core.errors import SettingsError
from ownhand.training.events import (
    CheckpointWritten,
    EpochDone,
    HeldOutScored,
    ModelKept,
    ReportWritten,
    RunEnded,
    RunStage,
    SampleWritten,
    StepDone,
    TrainingEvent,
    from_line,
    to_line,
)
from ownhand.training.spec import TrainingSpec, read_spec, write_spec

SPEC = TrainingSpec(
    "Mine ü",
    base="/models/a b",
    data="/data",
    steps=7,
    targets=("query",),
    rate=1e-3,
    folders=("🖋 a",),
)


def test_spec_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_spec(tmp_path / "spec.toml", SPEC)
    assert read_spec(tmp_path / "spec.toml") == SPEC


def test_every_problem_of_a_spec_is_named(tmp_path: Path) -> None:
    path = tmp_path / "spec.toml"
    path.write_text('schema = 1\nname = "x"\nbase = "y"\nsteps = "many"\ncolour = 3\nreport = 1\n')
    with pytest.raises(SettingsError) as caught:
        read_spec(path)
    message = str(caught.value)
    assert all(word in message for word in ("report", "steps", "colour"))


@pytest.mark.parametrize("content", ["", "schema = 9", "[[", "\udcff"])
def test_damaged_spec_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "spec.toml"
    path.write_bytes(content.encode("utf-8", errors="surrogateescape"))
    with pytest.raises(SettingsError):
        read_spec(path)


@pytest.mark.parametrize(
    "event",
    [
        RunStage("Liest 🖋"),
        StepDone(1, 2, 3.5, 0.25, 1e-4, 99.5),
        HeldOutScored(1, 2.0, 7.4, 0.5, best=True),
        EpochDone(1, 9, 2.0, 7.4, 0.5),
        SampleWritten(9, "Greedy", "Es war\n", "einmal 🖋"),
        ModelKept(9, "mine"),
        ReportWritten(9),
        CheckpointWritten(4),
        RunEnded("stopped", 5, "mine", ""),
    ],
)
def test_event_survives_its_line(event: TrainingEvent) -> None:
    assert from_line(to_line(event)) == event


@pytest.mark.parametrize("line", ["", "{", "[]", '{"event": "step"}', '{"event": "magic"}', "3"])
def test_other_lines_are_no_events(line: str) -> None:
    assert from_line(line) is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"dropout": 1.0}, "dropout"), ({"seq": 1}, "seq"), ({"samplers": ("magic",)}, "samplers"),
        ({"optimizer": "sgd"}, "adamw"), ({"warmup": -2}, "warmup"), ({"held_out_share": 0.9}, "held_out"),
    ],
)  # fmt: skip
def test_field_that_cannot_be_is_named(changes: dict[str, object], words: str) -> None:
    assert TrainingSpec().problems() == []
    assert words in " ".join(TrainingSpec(**changes).problems())  # type: ignore[arg-type]
