"""Moves never replace, and reach other disks."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ownhand.document import moving
from ownhand.document.moving import move, remove, size_of


@pytest.fixture
def two_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if two folders were on two disks: the first rename between folders is refused."""
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.parent != Path(target).parent:
            raise OSError(errno.EXDEV, "other disk")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)


def test_move_refuses_a_name_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    with pytest.raises(FileExistsError):
        move(tmp_path / "a.txt", tmp_path / "b.txt")
    assert (tmp_path / "a.txt").read_text() == "a"
    assert (tmp_path / "b.txt").read_text() == "b"


def test_move_refuses_an_empty_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with pytest.raises(FileExistsError):
        move(tmp_path / "a", tmp_path / "b")


def test_move_of_what_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        move(tmp_path / "a.txt", tmp_path / "b.txt")
    assert not list(tmp_path.iterdir())


def test_move_takes_a_link_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    move(tmp_path / "link.txt", tmp_path / "other.txt")
    assert (tmp_path / "other.txt").is_symlink()
    assert (tmp_path / "a.txt").read_text() == "a"


def test_move_changes_capitals(tmp_path: Path) -> None:
    (tmp_path / "emma.txt").write_text("a")
    move(tmp_path / "emma.txt", tmp_path / "Emma.txt")
    assert [p.name for p in tmp_path.iterdir()] == ["Emma.txt"]


@pytest.mark.usefixtures("two_disks")
def test_move_to_another_disk_takes_a_whole_folder(tmp_path: Path) -> None:
    source, other = tmp_path / "one" / "novel", tmp_path / "two"
    source.mkdir(parents=True)
    other.mkdir()
    (source / "1 🌲.md").write_text("x")
    (source / "1 🌲.md").chmod(0o444)
    (source / "deep").mkdir()
    (source / "deep" / "2.md").write_text("y")
    (source / "link").symlink_to("deep")

    move(source, other / "novel")

    assert not list((tmp_path / "one").iterdir())
    assert (other / "novel" / "1 🌲.md").read_text() == "x"
    assert (other / "novel" / "deep" / "2.md").read_text() == "y"
    assert (other / "novel" / "link").is_symlink()
    assert [p.name for p in other.iterdir()] == ["novel"]


@pytest.mark.usefixtures("two_disks")
def test_move_to_another_disk_refuses_a_taken_name(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name)
    with pytest.raises(FileExistsError):
        move(tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt")
    assert [p.read_text() for p in (tmp_path / "two").iterdir()] == ["two"]
    assert (tmp_path / "one" / "a.txt").read_text() == "one"


@pytest.mark.usefixtures("two_disks")
def test_full_disk_leaves_the_original_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "a.txt").write_text("a")

    def full(_file: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(moving, "_sync", full)
    with pytest.raises(OSError, match="full"):
        move(tmp_path / "a.txt", tmp_path / "two" / "a.txt")
    assert (tmp_path / "a.txt").read_text() == "a"
    assert not list((tmp_path / "two").iterdir())


def test_size_counts_all_files_below(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a").write_bytes(b"123")
    (tmp_path / "deep" / "b").write_bytes(b"45")
    assert size_of(tmp_path) == 5
    remove(tmp_path / "deep")
    remove(tmp_path / "a")
    assert not list(tmp_path.iterdir())
