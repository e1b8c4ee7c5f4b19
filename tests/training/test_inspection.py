"""What a writer is shown of the folders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.paths import Paths
from ownhand.models.store import DirectoryStore
from ownhand.training.folders import cleaning_of
from ownhand.training.inspection import Inspection, Inspector
from ownhand.training.scratch import make_untrained
from ownhand.training.spec import TrainingSpec

SENTENCES = "The rain came down on the old harbour, and nobody was on the quay to see it. "


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / "home" / name for name in ("data", "config", "cache", "logs")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "old").mkdir(parents=True)
    (folder / "harbour.txt").write_text(SENTENCES * 30)
    (folder / "again.txt").write_text(SENTENCES * 30)
    (folder / "old" / "note.md").write_text("Buy bread.")
    (folder / "old" / "latin.txt").write_bytes(("Das Café am Fluß war zu, und wir gingen weiter über die Brücke. " * 9).encode("latin-1"))  # fmt: skip
    (folder / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    return folder


def inspected(inspector: Inspector, spec: TrainingSpec, paths: Paths) -> Inspection:
    *stages, last = inspector.inspect(spec, paths, CancelToken())
    assert stages
    assert isinstance(last, Inspection)
    return last


def test_inspection_tells_files_copies_encodings_and_what_was_not_read(
    folder: Path, paths: Paths
) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    seen = inspected(Inspector(), TrainingSpec(folders=(str(folder),)), paths)

    files = {file.path.name: file for file in seen.files}
    assert set(files) == {"harbour.txt", "again.txt", "note.md", "latin.txt"}
    assert files["harbour.txt"].note == "repeats again.txt"
    assert files["harbour.txt"].words == 17 * 30
    assert files["note.md"].note == "very short"
    assert files["latin.txt"].encoding not in ("", "utf-8")
    assert [(skipped.path.name, "old Word" in skipped.reason) for skipped in seen.skipped] == [("letter.doc", True)]  # fmt: skip
    assert seen.duplicates == 1
    assert seen.cleaning.documents_before - seen.cleaning.documents_after == 1
    assert seen.report.verdict.level == "too little"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_tokens_are_of_the_model_that_is_chosen(folder: Path, paths: Paths, tmp_path: Path) -> None:
    TinyGguf().write(tmp_path / "tiny.gguf")
    *_, info = DirectoryStore(paths.models).add(str(tmp_path / "tiny.gguf"), CancelToken())
    spec = TrainingSpec(folders=(str(folder),), model=info.slug)  # type: ignore[union-attr]

    assert inspected(Inspector(), spec, paths).report.tokens > 0
    assert inspected(Inspector(), spec, paths).model == info.title  # type: ignore[union-attr]
    scratch = TrainingSpec(folders=(str(folder),), model=spec.model, method="scratch")
    assert inspected(Inspector(), scratch, paths).report.tokens == 0


def test_script_that_a_model_from_scratch_never_met_is_told(folder: Path, paths: Paths) -> None:
    spec = TrainingSpec(folders=(str(folder),), vocabulary="characters", layers=1, width=8, heads=1)
    list(make_untrained(paths.models / "mine", lambda: [SENTENCES], spec, "Mine", CancelToken()))
    (folder / "poem.txt").write_text("昨夜雨疏风骤，浓睡不消残酒。" * 40, encoding="utf-8")

    seen = inspected(Inspector(), replace(spec, model="mine"), paths)

    assert {script.name: script.known for script in seen.report.scripts}["Han"] is False
    assert "Han" in seen.report.verdict.reason


def test_file_that_is_left_out_is_told(folder: Path, paths: Paths) -> None:
    spec = TrainingSpec(folders=(str(folder),), without=(str(folder / "again.txt"),))

    seen = inspected(Inspector(), spec, paths)

    assert "again.txt" not in {file.path.name for file in seen.files}
    assert ("again.txt", "is left out on request") in {
        (s.path.name, s.reason) for s in seen.skipped
    }


def test_another_cleaning_is_shown_without_reading_again(folder: Path, paths: Paths) -> None:
    inspector = Inspector()
    spec = TrainingSpec(folders=(str(folder),))
    inspected(inspector, spec, paths)
    for file in folder.rglob("*.*"):
        file.unlink()

    shown = inspector.preview(cleaning_of(TrainingSpec(lower_case=True)))

    assert any(change.after.startswith("the rain") for change in shown.changes)


def test_folder_without_a_text_is_refused_with_reasons(paths: Paths, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    spec = TrainingSpec(folders=(str(tmp_path / "empty.txt"),))

    with pytest.raises(BadInputError, match=r"empty\.txt is empty.*Choose folders"):
        list(Inspector().inspect(spec, paths, CancelToken()))


def test_inspection_ends_when_cancelled(folder: Path, paths: Paths) -> None:
    cancel = CancelToken()
    work = Inspector().inspect(TrainingSpec(folders=(str(folder),)), paths, cancel)
    next(work)
    cancel.cancel()

    with pytest.raises(Cancelled):
        list(work)
