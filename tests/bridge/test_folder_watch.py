"""Folders are read on a thread, and again when they changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ownhand.bridge.folder_watch import FolderWatch
from ownhand.document.folder import Listing, list_folder


@pytest.fixture
def make_watch(qtbot: QtBot) -> Iterator[Callable[..., tuple[FolderWatch, dict[Path, Listing]]]]:
    made: list[FolderWatch] = []

    def make(**more: object) -> tuple[FolderWatch, dict[Path, Listing]]:
        watch = FolderWatch(interval_s=0.02, **more)  # type: ignore[arg-type]
        told: dict[Path, Listing] = {}
        watch.folder_read.connect(lambda listing: told.update({listing.folder: listing}))
        made.append(watch)
        return watch, told

    yield make
    for watch in made:
        watch.close()
        assert "library" not in {thread.name for thread in threading.enumerate()}


def names(told: dict[Path, Listing], folder: Path) -> list[str]:
    return [entry.name for entry in told[folder].entries] if folder in told else []


def test_changes_from_outside_appear_by_themselves(
    qtbot: QtBot, tmp_path: Path, make_watch: Callable[..., tuple[FolderWatch, dict[Path, Listing]]]
) -> None:
    watch, told = make_watch()
    (tmp_path / "a.txt").write_text("")
    watch.watch(tmp_path)
    qtbot.waitUntil(lambda: names(told, tmp_path) == ["a.txt"])
    (tmp_path / "b.txt").write_text("")
    qtbot.waitUntil(lambda: names(told, tmp_path) == ["a.txt", "b.txt"])
    (tmp_path / "a.txt").unlink()
    qtbot.waitUntil(lambda: names(told, tmp_path) == ["b.txt"])


def test_vanished_folder_is_told(
    qtbot: QtBot, tmp_path: Path, make_watch: Callable[..., tuple[FolderWatch, dict[Path, Listing]]]
) -> None:
    watch, told = make_watch()
    folder = tmp_path / "novel"
    folder.mkdir()
    watch.watch(folder)
    qtbot.waitUntil(lambda: folder in told)
    folder.rmdir()
    qtbot.waitUntil(lambda: "not there" in told[folder].problem)


def test_slow_disk_holds_up_nobody(
    qtbot: QtBot, tmp_path: Path, make_watch: Callable[..., tuple[FolderWatch, dict[Path, Listing]]]
) -> None:
    gate = threading.Event()

    def slowly(folder: Path) -> Listing:
        gate.wait(10)
        return list_folder(folder)

    watch, told = make_watch(read=slowly)
    watch.watch(tmp_path)
    watch.look_again([tmp_path])
    watch.rest(True)
    watch.rest(False)
    assert not told
    gate.set()
    qtbot.waitUntil(lambda: tmp_path in told)


def test_nothing_is_looked_at_while_it_rests_and_all_afterwards(
    qtbot: QtBot, tmp_path: Path, make_watch: Callable[..., tuple[FolderWatch, dict[Path, Listing]]]
) -> None:
    reads: list[Path] = []

    def counting(folder: Path) -> Listing:
        reads.append(folder)
        return list_folder(folder)

    watch, told = make_watch(read=counting)
    watch.rest(True)
    watch.watch(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    watch.watch(other)
    watch.leave(other)
    assert not reads
    watch.rest(False)
    qtbot.waitUntil(lambda: tmp_path in told)
    assert other not in told
