"""Listing, naming, renaming and moving in the writer's folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ownhand.core.errors import BadInputError, DocumentError
from ownhand.core.paths import Paths
from ownhand.document.folder import (
    free_name,
    list_folder,
    move_into,
    natural_key,
    new_folder,
    new_text,
    outermost,
    problem_with_name,
    rename,
)
from ownhand.document.sidecar import load_spans, save_spans
from ownhand.document.spans import GENERATED, Span

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a superuser may do anything"
)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / ".own" / name for name in ("data", "config", "cache", "logs")))


def names(folder: Path) -> list[str]:
    return [entry.name for entry in list_folder(folder).entries]


def test_listing_shows_folders_and_texts_as_people_count(tmp_path: Path) -> None:
    for name in ("Chapter 10.txt", "chapter 2.MD", "Chapter 1.text", "ä 🌲.markdown"):
        (tmp_path / name).write_text("x")
    for name in ("picture.png", ".hidden.txt", "noext"):
        (tmp_path / name).write_text("x")
    (tmp_path / "Zoo").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "folder.txt").mkdir()

    assert names(tmp_path) == [
        "folder.txt",
        "Zoo",
        "ä 🌲.markdown",
        "Chapter 1.text",
        "chapter 2.MD",
        "Chapter 10.txt",
    ]


def test_listing_leaves_out_links_that_lead_back_up(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "other").mkdir()
    (tmp_path / "a" / "aside").symlink_to(tmp_path / "other")
    (tmp_path / "a" / "broken.txt").symlink_to(tmp_path / "nowhere")

    assert names(tmp_path / "a") == ["aside", "b"]


def test_listing_says_how_many_it_left_out(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text("")
    listing = list_folder(tmp_path, most=10)
    assert [entry.name for entry in listing.entries] == [f"{n}.txt" for n in range(10)]
    assert listing.more == 2


def test_listing_of_a_vanished_folder_is_a_sentence(tmp_path: Path) -> None:
    assert "not there" in list_folder(tmp_path / "gone").problem


@needs_permissions
def test_listing_of_a_closed_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert "not allowed" in list_folder(tmp_path / "closed").problem


def test_natural_key_compares_numbers_before_letters() -> None:
    assert sorted(["b", "a2", "A10", "1", "²"], key=natural_key) == ["1", "²", "a2", "A10", "b"]


@pytest.mark.parametrize("name", ["", "  ", ".", "..", ".hidden", "a/b", "a\\b", "a\nb", "a\0"])
def test_names_that_cannot_be_are_refused_in_a_sentence(name: str) -> None:
    assert problem_with_name(name).endswith(("Choose another.", "letter."))


@pytest.mark.parametrize("name", ["Emma, draft 2", "🌲 forest.md", "a.b.c", "“what?” – no"])
def test_names_that_people_use_are_taken(name: str) -> None:
    assert problem_with_name(name) == ""


def test_new_text_and_folder_find_a_free_name(tmp_path: Path) -> None:
    assert new_text(tmp_path, "Untitled").name == "Untitled.txt"
    assert new_text(tmp_path, "Untitled.txt").name == "Untitled (2).txt"
    assert new_text(tmp_path, "Untitled").name == "Untitled (3).txt"
    assert new_folder(tmp_path, "Vol. 1").name == "Vol. 1"
    assert new_folder(tmp_path, "Vol. 1").name == "Vol. 1 (2)"
    assert free_name(tmp_path, "free.md") == "free.md"


def test_rename_keeps_the_ending_of_a_text(tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "a.md").write_text("x")
    assert rename(paths, tmp_path / "a.md", " Chapter 1.5 ").name == "Chapter 1.5.md"
    assert rename(paths, tmp_path / "Chapter 1.5.md", "b.txt").name == "b.txt"
    assert (tmp_path / "b.txt").read_text() == "x"


def test_rename_of_a_folder_keeps_who_wrote_what_below_it(tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text("one")
    save_spans(paths.provenance, tmp_path / "old" / "a.md", "one", (Span(0, 3, GENERATED),))

    new = rename(paths, tmp_path / "old", "new")

    assert load_spans(paths.provenance, new / "a.md", "one") == (Span(0, 3, GENERATED),)


def test_rename_to_a_taken_name_changes_nothing(tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "b.md").write_text("b")
    with pytest.raises(DocumentError, match=r"already is something called b\.md"):
        rename(paths, tmp_path / "a.md", "b")
    assert (tmp_path / "b.md").read_text() == "b"


def test_rename_of_a_vanished_text_says_so(tmp_path: Path, paths: Paths) -> None:
    with pytest.raises(DocumentError, match="not there any more"):
        rename(paths, tmp_path / "a.md", "b")


def test_rename_to_too_long_a_name_says_so(tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "a.md").write_text("a")
    with pytest.raises(DocumentError, match="shorter"):
        rename(paths, tmp_path / "a.md", "x" * 300)
    with pytest.raises(BadInputError):
        rename(paths, tmp_path / "a.md", "x/y")


@needs_permissions
def test_rename_in_a_closed_folder_says_so(tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "ro").mkdir()
    (tmp_path / "ro" / "a.md").write_text("a")
    (tmp_path / "ro").chmod(0o555)
    with pytest.raises(DocumentError, match="not allowed"):
        rename(paths, tmp_path / "ro" / "a.md", "b")
    (tmp_path / "ro").chmod(0o755)


def test_move_into_another_folder(tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "a.md").write_text("a")
    assert move_into(paths, tmp_path / "a.md", tmp_path / "to") == tmp_path / "to" / "a.md"
    assert (tmp_path / "to" / "a.md").read_text() == "a"


def test_move_into_itself_is_refused(tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(DocumentError, match="into itself"):
        move_into(paths, tmp_path / "a", tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_outermost_leaves_out_what_goes_along_anyway(tmp_path: Path) -> None:
    a, b, c = tmp_path / "a", tmp_path / "a" / "x" / "b", tmp_path / "c"
    assert outermost([b, a, c, a]) == (a, c)
