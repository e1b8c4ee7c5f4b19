"""Loading models in tests."""

from __future__ import annotations

import os
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.engine.backends import BackendChoice
from ownhand.engine.loader import LoadedModel, load_model


def load(directory: Path, dtype: str = "auto") -> LoadedModel:
    """Load a model on the processor with the backend of this test run."""
    choice = BackendChoice(os.environ.get("KERAS_BACKEND", "tensorflow"), device="cpu", dtype=dtype)
    for event in load_model(directory, choice, CancelToken()):
        if not isinstance(event, Stage):
            return event
    raise AssertionError("a load ends with the model")
