from __future__ import annotations

import dataclasses
import logging
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.tiny_models import TinyGguf, write_hf_gpt2, write_wheel

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import ImportRefusedError, ModelError
from ownhand.core.messages import ModelInfo, Stage
from ownhand.models.manifest import is_slug, read_manifest
from ownhand.models.starter_record import starter_record
from ownhand.models.store import DirectoryStore, slug_from_title
from ownhand.models.store_lock import store_lock


@pytest.fixture
def store(tmp_path: Path) -> DirectoryStore:
    return DirectoryStore(tmp_path / "models")


@pytest.fixture
def source(tmp_path: Path) -> str:
    return str(TinyGguf().write(tmp_path / "tiny.gguf"))


def add(store: DirectoryStore, source: str, slug: str | None = None) -> ModelInfo:
    *stages, info = store.add(source, CancelToken(), slug=slug)
    assert all(isinstance(stage, Stage) for stage in stages)
    assert isinstance(info, ModelInfo)
    return info


def names(directory: Path) -> set[str]:
    """What lies in the store, the lock file aside."""
    return {path.name for path in directory.iterdir()} - {".lock"}


def test_added_model_is_listed_and_opened(store: DirectoryStore, source: str) -> None:
    info = add(store, source)
    assert info.slug == "tiny-llama"
    assert info.title == "Tiny Llama"
    assert info.size_bytes == sum(path.stat().st_size for path in info.directory.iterdir())
    assert store.list() == (info,)
    assert store.open("tiny-llama") == info
    assert store.manifest("tiny-llama").slug == "tiny-llama"


def test_models_are_listed_by_title(store: DirectoryStore, source: str, tmp_path: Path) -> None:
    write_hf_gpt2(tmp_path / "another one")
    add(store, source)
    add(store, str(tmp_path / "another one"))
    assert [info.title for info in store.list()] == ["another one", "Tiny Llama"]


def test_empty_store_lists_nothing(store: DirectoryStore) -> None:
    assert store.list() == ()


def test_same_file_again_replaces_the_model(store: DirectoryStore, source: str) -> None:
    add(store, source)
    (store.open("tiny-llama").directory / "extra").write_text("x")
    info = add(store, source)
    assert store.list() == (info,)
    assert not (info.directory / "extra").exists()
    assert names(info.directory.parent) == {"tiny-llama"}


def test_other_file_of_the_same_title_gets_a_name_of_its_own(
    store: DirectoryStore, source: str, tmp_path: Path
) -> None:
    add(store, source)
    other = TinyGguf(tied=False).write(tmp_path / "other.gguf")
    assert add(store, str(other)).slug == "tiny-llama-2"


def test_wished_name_that_is_taken_is_refused(
    store: DirectoryStore, source: str, tmp_path: Path
) -> None:
    assert add(store, source, "mine").slug == "mine"
    other = TinyGguf(tied=False).write(tmp_path / "other.gguf")
    with pytest.raises(ImportRefusedError, match="already a model “mine”"):
        add(store, str(other), "mine")
    assert store.manifest("mine").source.name == "tiny.gguf"


def test_title_and_licence_can_be_given(store: DirectoryStore, source: str) -> None:
    *_, info = store.add(source, CancelToken(), title="Mine", licence="CC0-1.0")
    assert isinstance(info, ModelInfo)
    assert (info.slug, info.title, info.licence) == ("mine", "Mine", "CC0-1.0")


def test_model_is_found_by_the_digest_of_its_file(store: DirectoryStore, source: str) -> None:
    assert store.find_source("0" * 64) is None
    info = add(store, source)
    assert store.find_source(store.manifest(info.slug).source.sha256) == info


def test_removed_model_is_gone(store: DirectoryStore, source: str, tmp_path: Path) -> None:
    add(store, source)
    store.remove("tiny-llama")
    assert store.list() == ()
    assert names(tmp_path / "models") == set()
    with pytest.raises(ModelError, match="no model “tiny-llama”"):
        store.remove("tiny-llama")


@pytest.mark.parametrize("slug", ["../outside", "..", ".", "", "/etc", "a/b", ".hidden", "nowhere"])
def test_slug_that_leads_elsewhere_is_refused(
    store: DirectoryStore, source: str, tmp_path: Path, slug: str
) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "models" / ".hidden").mkdir(parents=True)
    for act in (store.open, store.remove):
        with pytest.raises(ModelError, match="There is no model"):
            act(slug)
    assert (tmp_path / "outside").is_dir()
    if slug != "nowhere":
        with pytest.raises(ImportRefusedError, match="cannot be the name"):
            add(store, source, slug)


def test_cancel_at_any_stage_leaves_nothing(
    store: DirectoryStore, source: str, tmp_path: Path
) -> None:
    count = len(list(store.add(source, CancelToken())))
    before = store.list()
    store.remove("tiny-llama")
    for stop in range(count - 1):
        cancel = CancelToken()
        events = store.add(source, cancel)
        for _ in range(stop):
            next(events)
        cancel.cancel()
        with pytest.raises(Cancelled):
            list(events)
        assert names(tmp_path / "models") == set()
    assert [add(store, source)] == list(before)


def test_abandoned_iterator_leaves_nothing_and_lets_go_of_the_store(
    store: DirectoryStore, source: str, tmp_path: Path
) -> None:
    events = store.add(source, CancelToken())
    for _ in range(5):
        next(events)
    assert names(tmp_path / "models")
    events.close()  # type: ignore[attr-defined]  # it is a generator
    assert names(tmp_path / "models") == set()
    add(store, source)


def test_killed_import_leaves_no_model_and_the_next_add_cleans_up(
    store: DirectoryStore, source: str, tmp_path: Path
) -> None:
    script = """
        import os, sys
        from pathlib import Path
        from ownhand.core.cancel import CancelToken
        from ownhand.models.store import DirectoryStore
        for event in DirectoryStore(Path(sys.argv[1])).add(sys.argv[2], CancelToken()):
            if event.label == "Reading the weights" and event.done == 9:
                os._exit(9)  # as kill -9 would: nothing is cleaned up
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path / "models"), source]
    assert subprocess.run(command, check=False).returncode == 9
    left = names(tmp_path / "models")
    assert len(left) == 1
    assert all(name.startswith(".") for name in left)
    assert store.list() == ()
    add(store, source)
    assert names(tmp_path / "models") == {"tiny-llama"}


def test_model_that_was_being_replaced_in_a_crash_comes_back(
    store: DirectoryStore, source: str, tmp_path: Path
) -> None:
    info = add(store, source)
    info.directory.rename(info.directory.with_name(".tiny-llama.0123abcd.old"))
    (tmp_path / "models" / ".other.0123abcd.removed").mkdir()
    write_hf_gpt2(tmp_path / "other")
    add(store, str(tmp_path / "other"))
    assert names(tmp_path / "models") == {"tiny-llama", "other"}
    assert store.open("tiny-llama") == info


def test_second_writer_is_asked_to_wait(store: DirectoryStore, source: str, tmp_path: Path) -> None:
    add(store, source)
    with store_lock(tmp_path / "models"):
        with pytest.raises(ModelError, match="Another Ownhand"):
            add(store, source)
        with pytest.raises(ModelError, match="Another Ownhand"):
            store.remove("tiny-llama")
        assert len(store.list()) == 1  # reading needs no lock


def test_full_disk_is_said_before_the_import(
    store: DirectoryStore, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(ModelError, match="disk is too full"):
        add(store, source)
    assert names(tmp_path / "models") == set()


def test_store_whose_place_is_a_file_is_reported(source: str, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("in the way")
    with pytest.raises(ModelError, match=r"could not be added: .*Nothing was changed"):
        add(DirectoryStore(tmp_path / "models"), source)


@pytest.mark.parametrize("damage", ["manifest.json", "config.json", "model.safetensors", "tokenizer.json"])  # fmt: skip
def test_model_with_a_missing_file_is_left_out_and_logged(
    store: DirectoryStore, source: str, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    info = add(store, source)
    (info.directory / damage).unlink()
    with caplog.at_level(logging.WARNING):
        assert store.list() == ()
    assert damage in caplog.text
    with pytest.raises(ModelError, match=r"Remove (it|the model) and add it again"):
        store.open(info.slug)


def test_model_with_truncated_weights_is_damaged(store: DirectoryStore, source: str) -> None:
    info = add(store, source)
    weights = info.directory / "model.safetensors"
    os.truncate(weights, weights.stat().st_size - 1)
    with pytest.raises(ModelError, match="is not whole"):
        store.open(info.slug)
    add(store, source)  # and can be repaired
    assert store.open(info.slug)


def test_missing_source_is_refused(store: DirectoryStore, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="no file or directory"):
        add(store, str(tmp_path / "Nothing.gguf"))


def test_unknown_kind_of_file_is_refused_with_the_kinds_known(
    store: DirectoryStore, tmp_path: Path
) -> None:
    (tmp_path / "novel.txt").write_text("It was a dark and stormy night.")
    with pytest.raises(ImportRefusedError, match=r"“novel\.txt” is\. It can add: GGUF file"):
        add(store, str(tmp_path / "novel.txt"))


@pytest.mark.parametrize("handle", ["gpt2_base_en", "hf://openai-community/gpt2", "kaggle://keras/gpt2/keras/gpt2_base_en"])  # fmt: skip
def test_handle_is_refused_until_the_download_is_allowed(
    store: DirectoryStore, handle: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportRefusedError, match="would have to be downloaded"):
        add(store, handle)
    assert not (tmp_path / "models").exists()


def test_starter_added_by_hand_gets_its_title(
    store: DirectoryStore, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = store.manifest(add(store, source).slug).source.sha256
    record = dataclasses.replace(starter_record(), model_sha256=digest)
    monkeypatch.setattr("ownhand.models.store.starter_record", lambda: record)
    wheel = write_wheel(tmp_path / "starter.whl", {"pkg/model.gguf": Path(source)})
    info = add(store, str(wheel))
    assert (info.title, info.licence) == (record.title, "Apache-2.0")
    assert info.slug == record.slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("SmolLM2 135M Instruct", "smollm2-135m-instruct"),
        ("Llama 3.2 1B", "llama-3.2-1b"),
        ("Émile Zola (1871)", "emile-zola-1871"),
        ("../../etc/passwd", "etc-passwd"),
        ("你好", "model"),
        ("CON", "model-con"),
        ("a" * 300, "a" * 60),
    ],
)
def test_slug_is_made_from_the_title(title: str, slug: str) -> None:
    assert slug_from_title(title) == slug


@given(st.text())
def test_slug_from_any_title_is_safe(title: str) -> None:
    assert is_slug(slug_from_title(title))


def test_importing_the_store_needs_no_heavy_package() -> None:
    script = "import sys, ownhand.models.store, ownhand.models.starter; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    ).stdout.split()
    assert "ownhand.models.importers.keras_preset" in modules
    heavy = {"keras", "keras_hub", "tensorflow", "gguf", "tokenizers", "h5py", "safetensors"}
    assert not heavy & set(modules)


def test_manifest_is_complete_in_the_directory(store: DirectoryStore, source: str) -> None:
    info = add(store, source)
    assert read_manifest(info.directory) == store.manifest(info.slug)


def test_source_with_an_impossible_name_is_refused(store: DirectoryStore) -> None:
    with pytest.raises(ImportRefusedError, match="cannot be read"):
        next(store.add("x" * 300, CancelToken()))


def test_remove_that_cannot_lock_the_store_is_reported(
    store: DirectoryStore, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = add(store, source)

    def refuse(root: Path) -> None:
        raise OSError(30, "Read-only file system", str(root))

    monkeypatch.setattr("ownhand.models.store.store_lock", refuse)
    with pytest.raises(ModelError, match="Read-only file system"):
        store.remove(info.slug)
    assert store.list() == (info,)
