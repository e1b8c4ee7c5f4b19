"""Removes a model with what was made of it in the cache."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from ownhand.core.errors import ModelError
from ownhand.models.store import DirectoryStore


def remove_model(store: DirectoryStore, slug: str, cache_dir: Path) -> None:
    """Delete a model from the disk, and its packed weights; another model of the same weights packs them
    anew when it is loaded.

    Args:
        store: Where it is.
        slug: Its name there.
        cache_dir: Where packed weights are kept, in `weights`.

    Raises:
        ModelError: As `DirectoryStore.remove`; then nothing was deleted.
    """
    digest = ""
    with contextlib.suppress(ModelError):  # a damaged one can be removed, too
        digest = store.manifest(slug).weights_sha256
    store.remove(slug)
    if digest:
        for packed in (cache_dir / "weights").glob(f"{digest[:32]}-*"):
            shutil.rmtree(packed, ignore_errors=True)
