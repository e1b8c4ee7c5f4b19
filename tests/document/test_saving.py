from dataclasses import replace
from pathlib import Path

import pytest

from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document.belongings import belongings_of
from ownhand.document.opening import claim, open_document
from ownhand.document.saving import last_common_text, save_document
from ownhand.document.sidecar import load_spans
from ownhand.document.spans import GENERATED, Span
from ownhand.document.text_file import ChangedOnDiskError, TextFile
from ownhand.document.versions import BEFORE_SAVING, OPENED, OTHER, SAVED, Versions


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / name for name in ("data", "config", "cache", "logs")))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Emma")
    return path


def versions_of(paths: Paths, path: Path) -> Versions:
    return Versions(belongings_of(paths.documents, path) / "versions")


def kept(paths: Paths, path: Path) -> list[tuple[str, str]]:
    versions = versions_of(paths, path)
    return [(version.reason, versions.text_of(version)) for version in versions.list()]


def test_text_opened_is_a_version_once(paths: Paths, letter: Path) -> None:
    for _ in range(2):
        opened = open_document(paths, letter)
        assert opened.file.text == "Dear Emma"
        assert opened.lock is not None
        opened.lock.release()

    assert kept(paths, letter) == [(OPENED, "Dear Emma")]


def test_save_writes_text_origins_and_version(paths: Paths, letter: Path) -> None:
    opened = open_document(paths, letter)
    text = "Dear Emma, it rains"

    saved = save_document(
        paths, letter, replace(opened.file, text=text), (Span(9, 19, GENERATED),), opened.lock
    )

    assert letter.read_text() == text
    assert saved.lock is opened.lock
    assert saved.problems == ()
    assert load_spans(paths.provenance, letter, text) == (Span(9, 19, GENERATED),)
    assert kept(paths, letter) == [(SAVED, text), (OPENED, "Dear Emma")]
    saved.lock.release()


def test_previous_text_that_no_version_has_is_kept_first(paths: Paths, letter: Path) -> None:
    opened = open_document(paths, letter)
    for file in (belongings_of(paths.documents, letter) / "versions").glob("*.json"):
        file.unlink()

    saved = save_document(paths, letter, replace(opened.file, text="New"), (), opened.lock)

    assert kept(paths, letter) == [(SAVED, "New"), (BEFORE_SAVING, "Dear Emma")]
    saved.lock.release()


def test_file_changed_elsewhere_is_refused_then_kept_when_overwritten(
    paths: Paths, letter: Path
) -> None:
    opened = open_document(paths, letter)
    letter.write_text("Theirs")
    mine = replace(opened.file, text="Mine")

    with pytest.raises(ChangedOnDiskError):
        save_document(paths, letter, mine, (), opened.lock)
    assert letter.read_text() == "Theirs"

    saved = save_document(paths, letter, mine, (), opened.lock, overwrite=True)
    assert letter.read_text() == "Mine"
    assert (OTHER, "Theirs") in kept(paths, letter)
    saved.lock.release()


def test_save_as_over_a_file_with_versions_keeps_those_of_both(
    paths: Paths, letter: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Other")
    for path in (letter, other):
        lock = open_document(paths, path).lock
        assert lock is not None
        lock.release()
    before = belongings_of(paths.documents, letter)

    saved = save_document(
        paths, other, TextFile("Dear Emma"), (), moved=(before, True), overwrite=True
    )

    texts = {text for _reason, text in kept(paths, other)}
    assert texts == {"Dear Emma", "Other"}
    assert kept(paths, letter) == [(OPENED, "Dear Emma")]
    saved.lock.release()


def test_file_that_another_window_writes_to_is_left_alone(paths: Paths, letter: Path) -> None:
    held = claim(paths, letter)
    assert held is not None

    with pytest.raises(DocumentError, match="open in another window"):
        save_document(paths, letter, TextFile("Mine"), (), overwrite=True)
    assert letter.read_text() == "Dear Emma"
    assert open_document(paths, letter).lock is None

    held.release()


def test_failed_save_lets_go_of_a_lock_it_took(paths: Paths, letter: Path) -> None:
    with pytest.raises(ChangedOnDiskError):
        save_document(paths, letter, TextFile("Mine"), ())

    lock = claim(paths, letter)
    assert lock is not None
    lock.release()


def test_nothing_is_written_beside_the_file(paths: Paths, letter: Path) -> None:
    opened = open_document(paths, letter)
    save_document(paths, letter, replace(opened.file, text="New"), (), opened.lock).lock.release()

    assert sorted(p.name for p in letter.parent.iterdir()) == ["data", "letter.txt"]


def test_text_that_a_crashed_file_held_is_found_by_its_mark(paths: Paths, letter: Path) -> None:
    opened = open_document(paths, letter)
    assert opened.lock is not None
    opened.lock.release()

    versions = versions_of(paths, letter)
    assert last_common_text(versions, opened.file.fingerprint) == "Dear Emma"
    assert last_common_text(versions, None) is None
