"""The model as a writer has it: loaded with the settings of this machine, a prompt read as a stream reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids
from ownhand.core.messages import Stage
from ownhand.core.paths import user_paths
from ownhand.core.settings import load_settings
from ownhand.engine.backends import BackendChoice
from ownhand.engine.loader import LoadedModel, load_model
from ownhand.engine.session import Session

_AHEAD = 128  # tokens for which there is room behind a prompt


def load_for_bench(directory: Path, **changes: Any) -> LoadedModel:
    """Load a model as the settings have it.

    Args:
        directory: The model.
        changes: Fields of `BackendChoice` that shall differ from them.

    Raises:
        OwnhandError: If it cannot be loaded.
    """
    paths = user_paths()
    settings = load_settings(paths.settings_file)
    choice = replace(BackendChoice.of(settings, paths.cache), **changes)
    for event in load_model(directory, choice, CancelToken()):
        if not isinstance(event, Stage):
            return event
    raise AssertionError("a load ends with the model")


def read_prompt(session: Session, ids: Ids) -> None:
    """Bring a prompt into a cache, from the first token that is not there, with room behind it.

    Args:
        session: The cache.
        ids: `<int32>[n]`.
    """
    cancel = CancelToken()
    session.start(ids, keep_hidden=False)
    todo = len(ids) - session.length
    for _ in session.prepare(todo + _AHEAD, 1, cancel, seq=todo):
        pass
    for _ in session.prefill(ids, cancel):
        pass
