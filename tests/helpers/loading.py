"""Load a model directory in a test, as the model lane would."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.engine.backends import BackendChoice, suits_kernel
from ownhand.engine.loader import LoadedModel, load_model
from ownhand.engine.narrow.ahead import compile_ahead
from ownhand.engine.narrow.jit import keep_compiled_in

RUNTIMES = ("keras", "kernel", "int8")
"""The Keras layers on the backend of this test run; the kernel with float32; with narrow weights."""


def choice_of(runtime: str, dtype: str = "auto", cache_dir: Path | None = None) -> BackendChoice:
    """What makes a model run on the processor in one of `RUNTIMES`."""
    backend = os.environ.get("KERAS_BACKEND", "tensorflow")
    if runtime == "keras":
        return BackendChoice(backend, "cpu", dtype, cache_dir, "keras")
    choice = BackendChoice(backend, "cpu", {"kernel": "float32", "int8": "int8"}[runtime], cache_dir)  # fmt: skip
    if not suits_kernel(choice):
        pytest.skip("this processor has not what the kernel needs")
    keep_compiled_in(None)  # as `conftest` said
    list(compile_ahead(CancelToken()))  # so that loading tells the same stages each time
    return choice


def load(
    directory: Path, dtype: str = "auto", runtime: str = "keras", cache_dir: Path | None = None
) -> LoadedModel:
    """Load a model on the processor, by default on the Keras layers."""
    choice = choice_of(runtime, dtype, cache_dir)
    for event in load_model(directory, choice, CancelToken()):
        if not isinstance(event, Stage):
            return event
    raise AssertionError("the last event is the model")
