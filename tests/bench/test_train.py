"""Training beside KerasHub's `fit`, on a tiny model: that both sides do the same work and are told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.helpers.processes import run_ownhand
from tests.helpers.tiny_models import TinyGguf


def test_both_sides_begin_at_the_same_loss(tmp_path: Path) -> None:
    path = TinyGguf(metadata={"llama.context_length": 512}).write(tmp_path / "tiny.gguf")
    assert run_ownhand(tmp_path, "models", "add", str(path), "--name", "tiny").returncode == 0
    text = tmp_path / "text.txt"
    text.write_text("\n\n".join(f"hello hill {n} the hell." for n in range(900)), encoding="utf-8")
    done = run_ownhand(
        tmp_path, "bench", "train", str(text), "--model", "tiny", "--runs", "1",
        "--json", str(tmp_path / "figures.json"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert figures["padding_share"]["ownhand"] < figures["padding_share"]["keras_hub"] < 1
    for method in ("lora", "full"):
        ours, theirs = (figures[f"{method}_{side}_losses"] for side in ("ownhand", "keras_hub"))
        assert ours[0] == pytest.approx(theirs[0], abs=2e-3)
        speeds = [
            figures[f"{method}_{side}_useful_tokens_per_s"] for side in ("ownhand", "keras_hub")
        ]
        assert figures[f"{method}_ratio"] == pytest.approx(speeds[0] / speeds[1], rel=0.02)
        assert figures[f"{method}_ownhand_peak_gb"] > 0.1
