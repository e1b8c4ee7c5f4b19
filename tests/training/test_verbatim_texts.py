"""The texts of a model, findable for as long as the model is there."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest
from tests.helpers.learned_models import learn, write_texts
from tests.helpers.text_files import PROSE
from tests.training.conftest import Desk

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.training.lineage import FileSeen
from ownhand.training.packed import read_packed
from ownhand.training.prepare import Texts, pack_texts, read_texts
from ownhand.training.spec import TrainingSpec
from ownhand.training.verbatim_texts import (
    OpenedTexts,
    forget_unused,
    index_name,
    index_texts,
    open_texts,
    texts_of_model,
)

OTHER = "The ferry had gone by the time we came down to the water, and nobody would say when the next one was."


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / name for name in ("data", "config", "cache", "logs")))


def opened(model: Path, paths: Paths) -> OpenedTexts:
    *_, last = open_texts(model, paths, CancelToken())
    assert isinstance(last, OpenedTexts)
    return last


def found_in(texts: OpenedTexts, text: str) -> list[str]:
    return [str(match.place) for index in texts.indices for match in index.find(text)]


def test_texts_are_found_though_their_files_are_gone(paths: Paths, tmp_path: Path) -> None:
    folder = write_texts(tmp_path / "mine", mill=f"A title\n\n{PROSE}")
    model = learn(paths, folder, "mine")
    (folder / "mill.txt").unlink()

    texts = opened(model, paths)

    assert found_in(texts, PROSE[:200]) == ["mill.txt, line 3"]
    assert texts.unread == ()


def test_a_lost_index_is_made_again_from_what_is_unchanged(paths: Paths, tmp_path: Path) -> None:
    folder = write_texts(tmp_path / "mine", mill=PROSE, ferry=OTHER)
    model = learn(paths, folder, "mine", index=False)
    (folder / "ferry.txt").write_text("Something else.")

    texts = opened(model, paths)
    assert found_in(texts, f"{PROSE[:200]} {OTHER}") == ["mill.txt, line 1"]
    assert texts.unread == (folder / "ferry.txt",)
    assert opened(model, paths).unread == (folder / "ferry.txt",)

    (folder / "ferry.txt").write_text(OTHER)  # it came back
    texts = opened(model, paths)
    assert len(found_in(texts, f"{PROSE[:200]} {OTHER}")) == 2
    assert texts.unread == ()


def test_an_index_that_is_there_is_opened_without_reading(paths: Paths, tmp_path: Path) -> None:
    model = learn(paths, write_texts(tmp_path / "mine", mill=PROSE), "mine")
    events = list(open_texts(model, paths, CancelToken()))
    assert not [event for event in events if isinstance(event, Stage)]


def test_a_model_of_a_model_has_the_texts_of_both(paths: Paths, tmp_path: Path) -> None:
    first = learn(paths, write_texts(tmp_path / "old", mill=PROSE), "first")
    model = learn(paths, write_texts(tmp_path / "new", ferry=OTHER), "second", base="first")
    shutil.rmtree(first)

    assert [t[0].path.name for t in texts_of_model(model)] == ["ferry.txt", "mill.txt"]
    places = found_in(opened(model, paths), f"{PROSE[:200]} {OTHER}")
    assert sorted(places) == ["ferry.txt, line 1", "mill.txt, line 1"]


def test_a_model_made_elsewhere_has_no_texts(paths: Paths) -> None:
    model = paths.models / "other"
    model.mkdir(parents=True)
    assert opened(model, paths) == OpenedTexts((), ())


def test_a_damaged_past_is_told_and_no_index_is_dropped_for_it(
    paths: Paths, tmp_path: Path
) -> None:
    model = learn(paths, write_texts(tmp_path / "mine", mill=PROSE), "mine")
    (model / "lineage.json").write_text("{")
    with pytest.raises(ModelError, match="cannot be read"):
        opened(model, paths)
    forget_unused(paths, kept_s=-60)
    assert len(list(paths.verbatim.iterdir())) == 1


def test_passages_a_model_wrote_are_not_in_the_index(paths: Paths, tmp_path: Path) -> None:
    from ownhand.document.sidecar import save_spans
    from ownhand.document.spans import Span

    text = f"{PROSE}\n\n{OTHER}"
    folder = write_texts(tmp_path / "mine", both=text)
    save_spans(paths.provenance, folder / "both.txt", text, (Span(0, len(PROSE)),))
    texts = opened(learn(paths, folder, "mine"), paths)
    assert found_in(texts, f"{PROSE[:200]} {OTHER}") == ["both.txt, line 3"]


def test_an_index_goes_with_the_last_model_that_used_it(paths: Paths, tmp_path: Path) -> None:
    mine = write_texts(tmp_path / "mine", mill=PROSE)
    first, second = learn(paths, mine, "first"), learn(paths, mine, "second")
    (paths.models / ".lock").touch()  # as a store leaves it
    (index,) = paths.verbatim.iterdir()
    day = 24 * 3600
    os.utime(index, (time.time() - 2 * day,) * 2)

    for model in (first, second):
        forget_unused(paths)
        assert index.is_dir()
        (model / "lineage.json").unlink()
    forget_unused(paths, kept_s=3 * day)
    assert index.is_dir()
    forget_unused(paths)
    assert not index.is_dir()


def test_an_index_of_a_run_stays(paths: Paths, tmp_path: Path) -> None:
    from ownhand.training.runs import SPEC_FILE
    from ownhand.training.spec import write_spec

    model = learn(paths, write_texts(tmp_path / "mine", mill=PROSE), "mine")
    data = json.loads((model / "lineage.json").read_text())["data"]
    (model / "lineage.json").unlink()
    run = paths.runs / "mine-1"
    (run / "data").mkdir(parents=True)
    (run / "data" / "packed.json").write_text(json.dumps(data))
    spec = TrainingSpec(name="Mine", base="x", data=str(run / "data"), steps=1)
    write_spec(run / SPEC_FILE, spec)
    forget_unused(paths, kept_s=-60)
    assert len(list(paths.verbatim.iterdir())) == 1


def test_what_the_preparation_tells_of_its_files_names_their_index(
    desk: Desk, paths: Paths, tmp_path: Path
) -> None:
    folder = write_texts(tmp_path / "mine", mill=PROSE, ferry="\n\n".join([OTHER] * 20))
    spec = TrainingSpec(folders=(str(folder),), seq=16)
    *_, texts = read_texts(spec, paths, CancelToken())
    assert isinstance(texts, Texts)
    list(index_texts(texts.files, texts.documents, paths.verbatim, CancelToken()))
    base = desk.models / "tiny-llama"
    *_, _prepared = pack_texts(texts, spec, base, paths, tmp_path / "packed", CancelToken())
    about = read_packed(tmp_path / "packed").about

    (index,) = paths.verbatim.iterdir()
    files = [FileSeen(Path(file["path"]), file["sha256"]) for file in about["files"]]
    assert index.name == index_name(files)
