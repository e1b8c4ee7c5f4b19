"""What is deleted can be brought back."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.document import moving
from ownhand.document.belongings import belongings_of
from ownhand.document.sidecar import load_spans, save_spans, sidecar_path
from ownhand.document.spans import GENERATED, Span
from ownhand.document.trash import Trash

DAY = 86400.0


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / "own" / name for name in ("data", "config", "cache", "logs")))


@pytest.fixture
def trash(paths: Paths) -> Trash:
    return Trash(paths)


def text(path: Path, content: str = "one") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def test_deleted_text_comes_back_with_what_is_known_of_it(
    tmp_path: Path, paths: Paths, trash: Trash
) -> None:
    path = text(tmp_path / "a b 🌲.md")
    save_spans(paths.provenance, path, "one", (Span(0, 3, GENERATED),))
    text(belongings_of(paths.documents, path) / "note")

    discarded = trash.put(path)
    assert not path.exists()
    assert not sidecar_path(paths.provenance, path).exists()
    text(path, "another of the same name").unlink()

    assert trash.list() == (discarded,)
    assert (discarded.origin, discarded.name, discarded.size) == (path, path.name, 3)
    assert trash.restore(discarded) == path
    assert path.read_text() == "one"
    assert load_spans(paths.provenance, path, "one") == (Span(0, 3, GENERATED),)
    assert (belongings_of(paths.documents, path) / "note").exists()
    assert trash.list() == ()
    assert not list(paths.trash.iterdir())


def test_deleted_folder_comes_back_into_a_folder_that_is_gone(tmp_path: Path, trash: Trash) -> None:
    text(tmp_path / "novel" / "part" / "1.md")
    discarded = trash.put(tmp_path / "novel" / "part")
    (tmp_path / "novel").rmdir()

    assert discarded.is_folder
    trash.restore(discarded)

    assert (tmp_path / "novel" / "part" / "1.md").read_text() == "one"


def test_taken_name_is_kept_and_the_text_gets_a_new_one(tmp_path: Path, trash: Trash) -> None:
    path = text(tmp_path / "a.md", "first")
    discarded = trash.put(path)
    text(path, "second")

    assert trash.restore(discarded) == tmp_path / "a (2).md"
    assert path.read_text() == "second"
    assert (tmp_path / "a (2).md").read_text() == "first"


def test_latest_deletion_is_listed_first(tmp_path: Path, trash: Trash) -> None:
    first = trash.put(text(tmp_path / "a.md"), now=1000.0)
    second = trash.put(text(tmp_path / "b.md"), now=2000.0)
    assert trash.list() == (second, first)


def test_text_that_is_not_there_is_told_and_leaves_nothing(
    tmp_path: Path, paths: Paths, trash: Trash
) -> None:
    with pytest.raises(DocumentError, match="not there any more"):
        trash.put(tmp_path / "gone.md")
    assert trash.list() == ()
    assert not paths.trash.exists()


def test_full_disk_keeps_the_text_where_it_is(
    tmp_path: Path, trash: Trash, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = text(tmp_path / "a.md")

    def full(_source: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(moving, "_rename", full)
    with pytest.raises(DocumentError, match="no room"):
        trash.put(path)
    assert path.read_text() == "one"
    assert not list(paths.trash.iterdir())


def test_damaged_record_still_gives_the_text_back(
    tmp_path: Path, trash: Trash, paths: Paths
) -> None:
    discarded = trash.put(text(tmp_path / "a.md"))
    (paths.trash / discarded.key / "record.json").write_text("{")

    (found,) = trash.list()
    assert found.origin is None
    with pytest.raises(DocumentError, match="Choose a folder"):
        trash.restore(found)
    assert trash.restore(found, tmp_path / "back").read_text() == "one"


def test_old_and_large_are_named_but_stay(tmp_path: Path, trash: Trash) -> None:
    now = 1000 * DAY
    ancient = trash.put(text(tmp_path / "a.md"), now=now - 91 * DAY)
    large = trash.put(text(tmp_path / "b.md", "12345678"), now=now - 3 * DAY)
    recent = trash.put(text(tmp_path / "c.md"), now=now - DAY)

    assert trash.old(now) == (ancient,)
    assert trash.old(now, most_bytes=10) == (large, ancient)
    assert trash.list() == (recent, large, ancient)


def test_removed_for_good_takes_what_is_known_along(
    tmp_path: Path, trash: Trash, paths: Paths
) -> None:
    path = text(tmp_path / "a.md")
    save_spans(paths.provenance, path, "one", (Span(0, 3, GENERATED),))
    text(belongings_of(paths.documents, path) / "note")

    trash.remove([trash.put(path)])

    assert trash.list() == ()
    assert not list(paths.provenance.iterdir())
    assert not list(paths.documents.iterdir())
