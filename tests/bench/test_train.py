"""Training beside KerasHub's `fit`, on a tiny model: that both sides do the same work and are told apart."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from tests.helpers.processes import run_ownhand
from tests.helpers.tiny_models import TinyGguf

_STAND_IN = """#!{python}
import json, sys
import numpy as np
from safetensors.numpy import load_file

job = json.load(open(sys.argv[2]))
batches = np.load(job["batches"])
known = load_file(job["model"] + "/model.safetensors")
assert sys.argv[1].endswith("train_peft.py")
assert all("model.layers.0.self_attn." + part + ".weight" in known for part in job["targets"])
assert batches["ids"].shape[2] == batches["wanted"].shape[2] + 1
told = dict(
    first_s=1, step_s=[1e6] * (len(batches["ids"]) - 1), losses=[3, 2], peak_bytes=10**12,
    places=batches["wanted"][0].size, versions=dict(peft="0"),
)
print(json.dumps(told))
"""
"""In the place of a Python that has transformers and peft: slow, and greedy for memory."""


def test_both_sides_begin_at_the_same_loss(tmp_path: Path) -> None:
    path = TinyGguf(metadata={"llama.context_length": 512}).write(tmp_path / "tiny.gguf")
    assert run_ownhand(tmp_path, "models", "add", str(path), "--name", "tiny").returncode == 0
    text = tmp_path / "text.txt"
    text.write_text("\n\n".join(f"hello hill {n} the hell." for n in range(900)), encoding="utf-8")
    stand_in = tmp_path / "python"
    stand_in.write_text(_STAND_IN.format(python=sys.executable), encoding="utf-8")
    stand_in.chmod(0o755)
    peers = [] if os.name == "nt" else ["--peft-python", str(stand_in)]
    done = run_ownhand(
        tmp_path, "bench", "train", str(text), "--model", "tiny", "--runs", "1", *peers,
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
    assert figures["train_ratio"] == figures["lora_ratio"]
    assert figures["train_memory_ratio"] == figures["lora_memory_ratio"] > 0
    if peers:
        assert figures["train_vs_peft"] > 100
        assert figures["train_memory_vs_peft"] < 0.1
        assert figures["lora_transformers_peft_losses"] == [3, 2]
