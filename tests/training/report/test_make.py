from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.training.conftest import Desk, sequences

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.messages import Stage
from ownhand.training.blocks import Blocks
from ownhand.training.packed import PackedCorpus
from ownhand.training.report import forgetting, make
from ownhand.training.report.make import make_report
from ownhand.training.report.report import PAGE_FILE, REPORT_FILE, Report, read_report
from ownhand.training.spec import TrainingSpec

BACKEND = os.environ.get("KERAS_BACKEND", "tensorflow")


@pytest.fixture(autouse=True)
def _brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models write little, and the sample is short."""
    monkeypatch.setattr(make, "PROMPT_TOKENS", 8)
    monkeypatch.setattr(make, "PAIR_TOKENS", 8)
    passages = ["Somebody had lit a fire."] * 12
    monkeypatch.setattr(forgetting, "read_text", lambda _: "\n\n* * *\n\n".join(passages))


@pytest.fixture
def texts() -> PackedCorpus:
    """Ten held-out documents of letters, and training sequences without an end in between."""
    train, held_out = (Blocks(b.ids % 90 + 33, np.ones_like(b.ids)) for b in (sequences(12, 1), sequences(10, 2)))  # fmt: skip
    sizes = np.full(10, held_out.ids.shape[1] - 1, np.int32)
    return PackedCorpus(train, held_out, sizes, np.arange(10, dtype=np.int32), {})


def made(folder: Path, base: Path, tuned: Path, texts: PackedCorpus, spec: TrainingSpec) -> Report:
    folder.mkdir()
    *stages, report = make_report(folder, "run-1", base, tuned, texts, spec, BACKEND, CancelToken())
    assert isinstance(report, Report)
    assert all(isinstance(stage, Stage) for stage in stages)
    return report


def test_report_compares_both_models(desk: Desk, unsure: Path, texts: PackedCorpus, tmp_path: Path) -> None:  # fmt: skip
    folder, base = tmp_path / "run", desk.models / "tiny-llama"
    report = made(folder, base, unsure, texts, desk.spec(sample_prompt="Once", seed=3))
    assert (report.run, report.model, report.base) == ("run-1", "unsure", "tiny-llama")
    held_out = report.held_out
    assert held_out is not None
    assert held_out.samples == 10
    assert held_out.ci95[0] < held_out.difference < held_out.ci95[1] < 0
    assert report.sentence.startswith("On pages it never saw, this model is")
    assert held_out.after == pytest.approx(
        np.log(report.perplexity_after)
    )  # a byte is a token here
    assert report.forgetting.after < report.forgetting.before
    assert report.forgetting.samples == 12
    assert report.memorisation is not None
    assert report.memorisation.unit.startswith("share of 12-token")
    assert report.side_by_side[0].prompt == "Once"
    assert len(report.side_by_side) == 3
    assert report.pairs
    assert all(pair.before != pair.after for pair in report.pairs)
    assert report.tokens_per_s_before > 0
    assert report.tokens_per_s_after > 0

    assert read_report(folder) == report
    document = json.loads((folder / REPORT_FILE).read_text(encoding="utf-8"))
    assert document["held_out"]["difference"] == held_out.difference
    assert report.sentence in (folder / PAGE_FILE).read_text("utf-8").replace("\u00a0", " ")


def test_report_claims_nothing_without_held_out_pages_and_change(
    desk: Desk, texts: PackedCorpus, tmp_path: Path
) -> None:
    none = Blocks(texts.held_out.ids[:0], texts.held_out.segments[:0])
    empty = np.zeros(0, np.int32)
    bare = replace(texts, held_out=none, held_out_bytes=empty, held_out_document=empty)
    base = desk.models / "tiny-llama"
    report = made(tmp_path / "run", base, base, bare, desk.spec(method="scratch"))
    assert report.held_out is None
    assert report.base == ""
    assert "cannot be said" in report.sentence
    assert report.perplexity_after == 0.0
    assert report.forgetting.difference == 0.0
    assert not report.forgetting.certain
    assert len(report.side_by_side) == 3  # from the training texts
    assert report.pairs == ()  # the same model twice: nothing to choose between


def test_cancel_leaves_no_report(desk: Desk, unsure: Path, texts: PackedCorpus, tmp_path: Path) -> None:  # fmt: skip
    cancel = CancelToken()
    events = make_report(
        tmp_path, "run", desk.models / "tiny-llama", unsure, texts, desk.spec(), BACKEND, cancel
    )  # fmt: skip
    assert any(isinstance(event, Stage) and "memorised" in event.label for event in events)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(events)
    assert not (tmp_path / REPORT_FILE).exists()
    assert not (tmp_path / PAGE_FILE).exists()
