"""A model goes with what was made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.loading import load
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.engine.removal import remove_model
from ownhand.models.manifest import MANIFEST_FILE
from ownhand.models.store import DirectoryStore


@pytest.fixture
def store(tmp_path: Path) -> DirectoryStore:
    """A store with two tiny models of different weights."""
    store = DirectoryStore(tmp_path / "models")
    for size, slug in enumerate(("one", "other"), start=1):
        tiny = TinyGguf()
        tiny.tensors["token_embd.weight"] *= size
        path = tiny.write(tmp_path / f"{slug}.gguf")
        list(store.add(str(path), CancelToken(), slug=slug))
    return store


def test_packed_weights_go_with_their_model(store: DirectoryStore, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for slug in ("one", "other"):
        load(store.open(slug).directory, runtime="int8", cache_dir=cache)
    kept = store.manifest("other").weights_sha256[:32]
    assert len(list((cache / "weights").iterdir())) == 2
    remove_model(store, "one", cache)
    (left,) = (cache / "weights").iterdir()
    assert left.name.startswith(kept)
    assert [info.slug for info in store.list()] == ["other"]


def test_a_damaged_model_can_be_removed(store: DirectoryStore, tmp_path: Path) -> None:
    (store.open("one").directory / MANIFEST_FILE).write_text("{")
    remove_model(store, "one", tmp_path / "cache")
    assert [info.slug for info in store.list()] == ["other"]


def test_nothing_goes_where_there_is_no_such_model(store: DirectoryStore, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model"):
        remove_model(store, "neither", tmp_path / "cache")
    assert len(store.list()) == 2
