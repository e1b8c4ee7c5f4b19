import os
from pathlib import Path

import pytest

from ownhand.corpus import cache
from ownhand.corpus.cache import cached_directory


def make(root: Path, name: str) -> Path:
    with cached_directory(root, "things", {"name": name}) as entry:
        if entry.staging is not None:
            (entry.staging / "file").write_text(name)
    return entry.folder


def test_an_entry_is_made_once_and_found_by_its_key(tmp_path: Path) -> None:
    folder = make(tmp_path, "a")
    with cached_directory(tmp_path, "things", {"name": "a"}) as entry:
        assert entry.staging is None
    assert (folder / "file").read_text() == "a"
    assert make(tmp_path, "b") != folder


def test_changed_code_makes_a_new_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path, "a")
    monkeypatch.setattr(cache, "_code_version", lambda: "another")
    assert make(tmp_path, "a") != folder


def test_the_entry_unused_for_longest_goes_first(tmp_path: Path) -> None:
    folders = [make(tmp_path, str(n)) for n in range(cache.KEPT)]
    for age, folder in enumerate(folders):
        os.utime(folder, (1_000 + age, 1_000 + age))
    make(tmp_path, "0")  # used again
    new = make(tmp_path, "new")
    left = set(new.parent.iterdir())
    assert left == {new, *folders} - {folders[1]}


def test_a_failed_block_leaves_no_entry(tmp_path: Path) -> None:
    def fail() -> None:
        with cached_directory(tmp_path, "things", {}) as entry:
            assert entry.staging is not None
            (entry.staging / "half").write_text("x")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
    with cached_directory(tmp_path, "things", {}) as entry:
        assert entry.staging is not None
