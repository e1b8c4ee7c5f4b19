"""The GPU measurement goes through with tiny sizes on the processor, and says where there is no GPU."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

with_jax = pytest.mark.skipif(importlib.util.find_spec("jax") is None, reason="needs JAX")


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ownhand.bench.gpu", *arguments],
        env={**os.environ, "JAX_PLATFORMS": "cpu"},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


@with_jax
def test_tiny_measurement_tells_every_figure(tmp_path: Path) -> None:
    report = tmp_path / "gpu.json"

    done = bench("--tiny", "--json", str(report), "--peer-python", str(tmp_path / "none"))

    assert done.returncode == 0, done.stderr
    figures = json.loads(report.read_text())
    ours = figures["decode"]["ownhand"]
    assert ours["tokens_per_s"]["median"] > 0
    assert ours["traces"] == 2, "one program reads the prompt, one takes all the steps"
    limit = ours["bandwidth_bytes_per_s"] / ours["bytes_per_token"]
    share = ours["tokens_per_s"]["median"] / limit
    assert ours["share_of_bandwidth"] == pytest.approx(share, abs=1e-3)
    for method in ("full", "lora"):
        trained = figures[f"train_{method}"]["ownhand"]
        assert trained["losses"][1] < trained["losses"][0]
        assert trained["peak_gb"] > 0
    assert len(figures["absent"]) == 3, "each thing that the peer could not do is named"


def test_without_a_gpu_it_says_so_and_fails() -> None:
    done = bench()

    assert done.returncode != 0
    assert "There is no GPU to measure on" in done.stderr
    assert "--tiny" in done.stderr
