"""Which models saw a file, and how one is trained again without it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.helpers.adapters import SCALE, random_factors
from tests.training.conftest import Desk

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError, ModelError
from ownhand.core.messages import ModelInfo
from ownhand.models.store import DirectoryStore
from ownhand.training.export import TrainedAdapter
from ownhand.training.lineage import (
    LINEAGE_FILE,
    lineage_of_run,
    models_that_saw,
    read_lineage,
    spec_continuing,
    spec_like,
    spec_without,
)
from ownhand.training.spec import TrainingSpec


@pytest.fixture
def store(desk: Desk) -> DirectoryStore:
    return DirectoryStore(desk.models)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(f"The text called {name}.", encoding="utf-8")
    return folder


def train(desk: Desk, base: str, title: str, files: Sequence[Path], **spec: object) -> ModelInfo:
    """A model with the lineage of a run from `base` over `files`."""
    directory = desk.models / base
    about = {
        "files": [
            {"path": str(file), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
            for file in files
        ]
    }
    chosen = desk.spec(
        base, name=title, folders=tuple({str(file.parent) for file in files}), **spec
    )
    lineage = lineage_of_run(chosen, directory, f"{title}-run", 7, about)
    factors = random_factors(directory, ("query",), seed=1)
    importer = TrainedAdapter(directory, factors, SCALE, title, lineage)
    *_, info = DirectoryStore(desk.models, importers=(importer,)).add("a run", CancelToken())
    assert isinstance(info, ModelInfo)
    return info


def test_lineage_comes_back_as_written(desk: Desk, store: DirectoryStore, texts: Path) -> None:
    info = train(desk, "tiny-llama", "First", [texts / "one.txt"], rank=3, targets=("query",))
    lineage = read_lineage(info.directory)
    assert lineage is not None
    assert (lineage.run, lineage.steps) == ("First-run", 7)
    assert (lineage.base, lineage.base_title) == ("tiny-llama", "Tiny Llama")
    assert lineage.base_sha256 == store.manifest("tiny-llama").weights_sha256
    assert (lineage.spec.rank, lineage.spec.targets) == (3, ("query",))
    assert [file.path for file in lineage.files] == [texts / "one.txt"]
    assert {"python", "ownhand", "keras", "tensorflow", "numpy"} <= lineage.versions.keys()
    assert lineage.before is None
    assert read_lineage(desk.models / "tiny-llama") is None


def test_model_that_saw_a_file_is_found_however_the_file_changed(
    desk: Desk, store: DirectoryStore, texts: Path, tmp_path: Path
) -> None:
    train(desk, "tiny-llama", "First", [texts / "one.txt", texts / "two.txt"])
    train(desk, "tiny-llama", "Other", [texts / "three.txt"])

    def seen(what: Path | str) -> list[tuple[str, str, str]]:
        return [(s.model.slug, s.recognised, s.through) for s in models_that_saw(store, what)]

    assert seen(texts / "one.txt") == [("first", "both", "")]
    assert seen("The text called two.") == [("first", "content", "")]
    assert seen("A text that nobody wrote.") == []
    moved = shutil.move(texts / "one.txt", tmp_path / "elsewhere.txt")
    assert seen(Path(moved)) == [("first", "content", "")]
    for path in (texts / "one.txt", texts / ".." / texts.name / "one.txt"):
        assert seen(path) == [("first", "path", "")]  # gone
    (texts / "two.txt").write_text("Rewritten.", encoding="utf-8")
    assert seen(texts / "two.txt") == [("first", "path", "")]
    assert seen(tmp_path / "elsewhere.txt")[0][0] == "first"
    assert seen(texts / "three.txt") == [("other", "both", "")]
    assert seen(texts / "never.txt") == []


def test_model_trained_from_one_that_saw_a_file_has_seen_it(
    desk: Desk, store: DirectoryStore, texts: Path
) -> None:
    train(desk, "tiny-llama", "First", [texts / "one.txt"])
    train(desk, "first", "Second", [texts / "two.txt"])
    train(desk, "second", "Third", [texts / "three.txt"])
    store.remove("first")  # what it saw is still known
    found = models_that_saw(store, texts / "one.txt")
    assert [(s.model.slug, s.through) for s in found] == [("second", "First"), ("third", "First")]
    found = models_that_saw(store, texts / "two.txt")
    assert [(s.model.slug, s.through) for s in found] == [("second", ""), ("third", "Second")]


@pytest.mark.parametrize("damage", ["{", "[]", '{"base": 3}'])
def test_damaged_lineage_hides_no_other_model(
    desk: Desk, store: DirectoryStore, texts: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    first = train(desk, "tiny-llama", "First", [texts / "one.txt"])
    train(desk, "tiny-llama", "Second", [texts / "one.txt"])
    (first.directory / LINEAGE_FILE).write_text(damage)
    assert [s.model.slug for s in models_that_saw(store, texts / "one.txt")] == ["second"]
    assert "First" in caplog.text or "first" in caplog.text
    with pytest.raises(ModelError, match="comes from cannot be read"):
        read_lineage(first.directory)


def test_spec_without_a_file_starts_from_the_same_base(
    desk: Desk, store: DirectoryStore, texts: Path, tmp_path: Path
) -> None:
    copy = texts / "copy.txt"
    shutil.copyfile(texts / "one.txt", copy)
    train(desk, "tiny-llama", "First", [texts / "one.txt", copy, texts / "two.txt"], steps=9, without=("x",))  # fmt: skip
    moved = Path(shutil.move(texts / "one.txt", tmp_path / "elsewhere.txt"))
    spec = spec_without(store, "first", [moved])
    assert set(spec.without) == {"x", str(texts / "one.txt"), str(copy), str(moved)}
    assert (spec.model, spec.base, spec.data) == ("tiny-llama", "", "")
    assert (spec.steps, spec.folders, spec.name) == (9, (str(texts),), "First 2")


def test_spec_without_a_file_that_was_not_seen_is_refused(
    desk: Desk, store: DirectoryStore, texts: Path
) -> None:
    train(desk, "tiny-llama", "First", [texts / "one.txt"])
    with pytest.raises(BadInputError, match=r"“First” has not seen two\.txt"):
        spec_without(store, "first", [texts / "one.txt", texts / "two.txt"])


def test_spec_without_a_file_that_the_base_saw_names_the_base(
    desk: Desk, store: DirectoryStore, texts: Path
) -> None:
    train(desk, "tiny-llama", "First", [texts / "one.txt"])
    train(desk, "first", "Second", [texts / "one.txt", texts / "two.txt"])
    with pytest.raises(BadInputError, match="Train “First” again without it first"):
        spec_without(store, "second", [texts / "one.txt"])
    assert spec_without(store, "second", [texts / "two.txt"]).model == "first"


def test_spec_of_a_model_whose_base_is_gone_says_what_to_do(
    desk: Desk, store: DirectoryStore, texts: Path
) -> None:
    train(desk, "tiny-llama", "First", [texts / "one.txt"])
    train(desk, "first", "Second", [texts / "two.txt"])
    store.remove("first")
    with pytest.raises(ModelError, match="started from “First”, which is not on this machine"):
        spec_like(store, "second")


def test_spec_of_a_model_made_elsewhere_is_refused(store: DirectoryStore) -> None:
    with pytest.raises(BadInputError, match="“Tiny Llama” was not trained here"):
        spec_like(store, "tiny-llama")


def test_continuing_starts_from_the_trained_model_with_more(
    desk: Desk, store: DirectoryStore, texts: Path, tmp_path: Path
) -> None:
    train(desk, "tiny-llama", "First", [texts / "one.txt"], steps=50, warmup=5, minutes=15.0)
    spec = spec_continuing(store, "first", epochs=2.0, folders=[tmp_path / "more"])
    assert (spec.model, spec.base, spec.data) == ("first", "", "")
    assert spec.folders == (str(texts), str(tmp_path / "more"))
    assert (spec.epochs, spec.minutes, spec.steps, spec.warmup) == (2.0, 0.0, 0, -1)
    assert (spec.method, spec.rank) == ("lora", TrainingSpec().rank)
    assert spec_continuing(store, "first").minutes == 15.0
    train(desk, "first", spec.name, [texts / "one.txt"])
    assert (spec.name, spec_continuing(store, "first-2").name) == ("First 2", "First 3")
    assert spec_continuing(store, "first", minutes=3.0).minutes == 3.0


def test_model_from_scratch_is_continued_with_the_tokeniser_it_has(
    desk: Desk, store: DirectoryStore, texts: Path
) -> None:
    info = train(desk, "gpt2", "Small", [texts / "one.txt"], method="scratch", layers=2)
    lineage = read_lineage(info.directory)
    assert lineage is not None
    assert (lineage.base, lineage.before) == ("", None)
    again = spec_like(store, "small")
    assert (again.method, again.model, again.layers) == ("scratch", "", 2)
    further = spec_continuing(store, "small", epochs=1.0)
    assert (further.method, further.model) == ("full", "small")


def test_lineage_of_an_older_spec_is_still_read(
    desk: Desk, store: DirectoryStore, texts: Path
) -> None:
    info = train(desk, "tiny-llama", "First", [texts / "one.txt"])
    path = info.directory / LINEAGE_FILE
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["spec"]["patience"]
    document["spec"]["colour"] = "red"
    path.write_text(json.dumps(document), encoding="utf-8")
    lineage = read_lineage(info.directory)
    assert lineage is not None
    assert lineage.spec.name == "First"
