"""Tests of writes in which the latest wish wins."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from ownhand.document.latest_writes import LatestWrites


def test_older_write_never_replaces_a_newer_one(tmp_path: Path) -> None:
    writes, path = LatestWrites(), tmp_path / "file"
    old, new = writes.ticket(), writes.ticket()
    writes.write(new, path, partial(path.write_text, "new"))
    writes.write(old, path, partial(path.write_text, "old"))
    assert path.read_text() == "new"


def test_write_that_failed_can_be_tried_again(tmp_path: Path) -> None:
    writes, path = LatestWrites(), tmp_path / "none" / "file"
    ticket = writes.ticket()
    with pytest.raises(FileNotFoundError):
        writes.write(ticket, path, partial(path.write_text, "text"))
    path.parent.mkdir()
    writes.write(ticket, path, partial(path.write_text, "text"))
    assert path.read_text() == "text"


def test_older_write_to_another_path_still_happens(tmp_path: Path) -> None:
    writes, one, other = LatestWrites(), tmp_path / "one", tmp_path / "other"
    old, new = writes.ticket(), writes.ticket()
    writes.write(new, one, partial(one.write_text, "new"))
    writes.write(old, other, partial(other.write_text, "old"))
    assert other.read_text() == "old"
