"""A report as it might come out, and two models to compare."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from tests.training.conftest import Desk

from ownhand.models.layout import WEIGHTS_FILE
from ownhand.training.report.report import Comparison, Gauge, Report

EMBEDDING = "token_embedding/embeddings"


@pytest.fixture
def unsure(desk: Desk) -> Path:
    """The tiny llama with a quarter of its output: less sure of itself, and less often wrong."""
    folder = desk.models / "unsure"
    shutil.copytree(desk.models / "tiny-llama", folder)
    weights = load_file(folder / WEIGHTS_FILE)
    weights[EMBEDDING] = np.ascontiguousarray(weights[EMBEDDING] * 0.25)
    (folder / WEIGHTS_FILE).unlink()
    save_file(weights, folder / WEIGHTS_FILE)
    return folder


@pytest.fixture
def report() -> Report:
    """Seven per cent better, nothing forgotten, nothing known by heart."""
    by_byte = "nats per byte"
    return Report(
        run="emma-20260101-100000",
        model="emma",
        base="smollm2",
        title="Emma & I",
        sentence="On pages it never saw, this model is 7 % less surprised by your writing (between 5 % and 9 %).",
        held_out=Gauge(1.0, 0.93, -0.07, (-0.09, -0.05), by_byte, 64, "paired bootstrap over 9 documents"),
        perplexity_before=40.0,
        perplexity_after=30.0,
        forgetting=Gauge(0.8, 0.81, 0.01, (-0.01, 0.03), by_byte, 12, "paired bootstrap over 12 texts"),
        memorisation=Gauge(0.0, 0.0, 0.0, (0.0, 0.0), "share", 32, "paired bootstrap over 32 passages"),
        tokens_per_s_before=24.0,
        tokens_per_s_after=23.5,
        side_by_side=(Comparison("She <b>said</b>", " & left", " & stayed"),),
        pairs=(Comparison("He", " went", " came"),),
        created="2026-01-01T10:00:00+00:00",
        matching_before=0.5,
        matching_after=0.75,
    )  # fmt: skip
