"""What belongs to a text goes along with it."""

from __future__ import annotations

from pathlib import Path

from ownhand.document.belongings import (
    belongings_of,
    belongings_of_untitled,
    forget,
    take_along,
)


def test_each_way_to_a_file_finds_the_same_folder(tmp_path: Path) -> None:
    text = tmp_path / "a b 🌲.md"
    text.write_text("x")
    (tmp_path / "link.md").symlink_to(text)
    here = belongings_of(tmp_path / "data", text)
    assert here == belongings_of(tmp_path / "data", tmp_path / "link.md")
    assert here != belongings_of(tmp_path / "data", tmp_path / "other.md")


def test_belongings_of_an_untitled_text_move_to_its_file(tmp_path: Path) -> None:
    old = belongings_of_untitled(tmp_path, "abc")
    new = belongings_of(tmp_path, tmp_path / "text.md")
    old.mkdir(parents=True)
    (old / "notes.json").write_text("1")
    new.mkdir()
    (new / "stale").write_text("2")
    take_along(old, new)
    assert not old.exists()
    assert [file.name for file in new.iterdir()] == ["notes.json"]


def test_both_texts_have_them_after_save_as(tmp_path: Path) -> None:
    old, new = tmp_path / "one", tmp_path / "two"
    old.mkdir()
    (old / "notes.json").write_text("1")
    take_along(old, new, keep=True)
    assert (old / "notes.json").read_text() == (new / "notes.json").read_text() == "1"
    take_along(new, new)
    assert new.is_dir()
    take_along(tmp_path / "none", new)
    assert new.is_dir()


def test_forgotten_belongings_are_gone(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    forget(tmp_path / "one")
    forget(tmp_path / "one")
    assert not (tmp_path / "one").exists()
