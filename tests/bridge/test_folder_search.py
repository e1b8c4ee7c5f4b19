"""A search of a folder tells the window what it finds, and ends when it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ownhand.bridge.folder_search import FolderSearch
from ownhand.document.search import Finished, LeftOut, Query, SearchEvent, TextHits


@pytest.fixture
def search(qtbot: QtBot) -> Iterator[FolderSearch]:
    made = FolderSearch()
    yield made
    made.close()


def run(qtbot: QtBot, search: FolderSearch, folder: Path, query: Query) -> list[SearchEvent]:
    events: list[SearchEvent] = []
    search.found.connect(lambda _number, portion: events.extend(portion))
    with qtbot.waitSignal(search.ended, timeout=20_000) as ended:
        number = search.start(folder, query, {})
    assert ended.args == [number, ""]
    return events


def test_everything_found_is_told_in_order(
    qtbot: QtBot, search: FolderSearch, tmp_path: Path
) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text("road")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\0")
    (tmp_path / "latin.txt").write_bytes("côté road".encode("cp1252"))
    events = run(qtbot, search, tmp_path, Query("road"))
    found = [event.path.name for event in events if isinstance(event, TextHits)]
    assert found == [f"{number}.txt" for number in range(20)] + ["latin.txt"]
    assert [e.reason for e in events if isinstance(e, LeftOut)] == ["is a picture"]
    assert events[-1] == Finished(21, 21, capped=False)


def test_bad_pattern_is_told(qtbot: QtBot, search: FolderSearch, tmp_path: Path) -> None:
    with qtbot.waitSignal(search.ended, timeout=20_000) as ended:
        search.start(tmp_path, Query("(", is_pattern=True), {})
    assert ended.args is not None
    assert "cannot be read" in ended.args[1]


def test_new_search_ends_the_one_before(qtbot: QtBot, search: FolderSearch, tmp_path: Path) -> None:
    ends: list[int] = []
    search.ended.connect(lambda number, _problem: ends.append(number))
    first = search.start(tmp_path, Query("a"), {})
    second = search.start(tmp_path, Query("b"), {})
    qtbot.waitUntil(lambda: sorted(ends) == [first, second])
    assert search.number == second
