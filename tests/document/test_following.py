"""What is known of a text follows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.core.paths import Paths
from ownhand.document.belongings import belongings_of
from ownhand.document.following import known_below, let_follow
from ownhand.document.sidecar import load_spans, save_spans, sidecar_path
from ownhand.document.spans import GENERATED, Span


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / name for name in ("data", "config", "cache", "logs")))


def remember(paths: Paths, file: Path) -> None:
    """A text with a generated word and a note."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("one two")
    save_spans(paths.provenance, file, "one two", (Span(0, 3, GENERATED),))
    notes = belongings_of(paths.documents, file)
    notes.mkdir(parents=True)
    (notes / "note").write_text(file.name)


def assert_known(paths: Paths, file: Path, note: str) -> None:
    assert load_spans(paths.provenance, file, "one two") == (Span(0, 3, GENERATED),)
    assert (belongings_of(paths.documents, file) / "note").read_text() == note


def test_all_texts_below_a_folder_take_theirs_along(tmp_path: Path, paths: Paths) -> None:
    old, new = tmp_path / "novel", tmp_path / "Novel 🌲"
    remember(paths, old / "a b.md")
    remember(paths, old / "deep" / "2.md")
    old_record = sidecar_path(paths.provenance, old / "a b.md")

    known = known_below(paths, old)
    old.rename(new)
    let_follow(paths, known, new)

    assert_known(paths, new / "a b.md", "a b.md")
    assert_known(paths, new / "deep" / "2.md", "2.md")
    assert not old_record.exists()
    record = sidecar_path(paths.provenance, new / "a b.md").read_text(encoding="utf-8")
    assert "Novel" in record


def test_a_moved_link_leaves_what_is_known_of_its_target(tmp_path: Path, paths: Paths) -> None:
    remember(paths, tmp_path / "a.md")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")

    known = known_below(paths, tmp_path / "link.md")
    (tmp_path / "link.md").rename(tmp_path / "other.md")
    let_follow(paths, known, tmp_path / "other.md")

    assert_known(paths, tmp_path / "a.md", "a.md")


def test_a_record_that_cannot_be_read_follows_as_it_is(tmp_path: Path, paths: Paths) -> None:
    remember(paths, tmp_path / "a.md")
    sidecar_path(paths.provenance, tmp_path / "a.md").write_bytes(b"\xff[")

    known = known_below(paths, tmp_path / "a.md")
    (tmp_path / "a.md").rename(tmp_path / "b.md")
    let_follow(paths, known, tmp_path / "b.md")

    assert sidecar_path(paths.provenance, tmp_path / "b.md").read_bytes() == b"\xff["
