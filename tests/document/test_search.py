"""Finding in a text and in all texts of a folder."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError, UnreadableTextError
from ownhand.document.search import (
    Finished,
    Hit,
    LeftOut,
    Progress,
    Query,
    SearchEvent,
    TextHits,
    hits_in,
    places_in,
    read,
    search_folder,
)


def decode(data: bytes) -> str:
    """Takes all but zeros for Windows-1252."""
    if b"\0" in data:
        raise UnreadableTextError("is not a text")
    return data.decode("cp1252")


def search(folder: Path, query: Query, **more: object) -> list[SearchEvent]:
    return list(search_folder(folder, query, CancelToken(), decode, **more))  # type: ignore[arg-type]


def found(events: list[SearchEvent], folder: Path) -> dict[str, int]:
    hits = [event for event in events if isinstance(event, TextHits)]
    return {event.path.relative_to(folder).as_posix(): len(event.hits) for event in hits}


def places(text: str, query: Query) -> list[str]:
    spans = places_in(text, query.compiled(), CancelToken())
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query("road"), ["Road", "road", "road"]),
        (Query("road", match_case=True), ["road", "road"]),
        (Query("road", whole_words=True), ["Road", "road"]),
        (Query("r.ad"), []),
        (Query("r.ad", is_pattern=True), ["Road", "road", "road"]),
        (Query("^road|ahead$", is_pattern=True), ["Road", "ahead"]),
        (Query("a|road", is_pattern=True, whole_words=True), ["Road", "a", "road"]),
        (Query("x*", is_pattern=True), []),
        (Query("(ahead)", whole_words=True), []),
    ],
)
def test_places_are_found_as_asked(query: Query, expected: list[str]) -> None:
    assert places("Road a road\nrailroads ahead", query) == expected


def test_bad_pattern_is_a_sentence() -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        Query("(a", is_pattern=True).compiled()


def test_pattern_that_would_run_for_ever_ends() -> None:
    pattern = Query("(a+)+b", is_pattern=True).compiled()
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        list(places_in("a" * 5000 + "c", pattern, CancelToken(), timeout_s=0.1))
    assert time.monotonic() - begun < 5


def test_hit_knows_line_and_words_around() -> None:
    text = "first\n" + "long before " * 20 + "🌲 here it is, and so on\nlast"
    (hit,) = hits_in(text, Query("here it").compiled(), CancelToken())
    assert hit.line == 2
    assert text[hit.start : hit.end] == "here it"
    assert hit.preview[hit.preview_start : hit.preview_end] == "here it"
    assert hit.preview.startswith("…")
    assert hit.preview.endswith("is, and so on")


def test_hit_over_several_lines_shows_its_first_one() -> None:
    (hit,) = hits_in("a\n  b\nc", Query(r"b\sc", is_pattern=True).compiled(), CancelToken())
    assert hit == Hit(4, 7, 2, "b", 0, 1)


def test_folder_is_searched_in_the_order_of_the_library(tmp_path: Path) -> None:
    for name in ("10.txt", "2.txt", "deep/1.md", ".hidden/x.txt", "deep/.h.md", "image.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("road, road")
    (tmp_path / "none.txt").write_text("nothing")
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)

    events = search(tmp_path, Query("road"))

    assert found(events, tmp_path) == {"deep/1.md": 2, "2.txt": 2, "10.txt": 2}
    assert list(found(events, tmp_path)) == ["deep/1.md", "2.txt", "10.txt"]
    assert events[-1] == Finished(4, 6, capped=False)
    assert [e.texts for e in events if isinstance(e, Progress)] == [1, 2, 3, 4]


def test_other_encodings_are_read_and_positions_are_the_editors(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("Café\r\nrégate".encode("cp1252"))
    (tmp_path / "bom.txt").write_bytes("\ufeffa\r\n\u2029régate".encode())
    assert read(tmp_path / "old.txt", decode) == "Café\nrégate"
    hits = {
        e.path.name: e.hits[0] for e in search(tmp_path, Query("régate")) if isinstance(e, TextHits)
    }
    assert (hits["old.txt"].start, hits["old.txt"].line) == (5, 2)
    assert (hits["bom.txt"].start, hits["bom.txt"].line) == (3, 3)


def test_what_is_no_text_or_too_large_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ownhand.document.search.MOST_BYTES", 1 << 20)
    (tmp_path / "binary.txt").write_bytes(b"road\0\0")
    (tmp_path / "huge.txt").write_bytes(b"road" + b" " * (1 << 20))
    left_out = [e for e in search(tmp_path, Query("road")) if isinstance(e, LeftOut)]
    assert left_out == [
        LeftOut(tmp_path / "binary.txt", "is not a text"),
        LeftOut(tmp_path / "huge.txt", "is larger than 1 MB"),
    ]


def test_text_on_the_page_is_searched_as_it_stands_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("road")
    events = search(tmp_path, Query("street"), shown={tmp_path / "a.txt": "a street"})
    assert found(events, tmp_path) == {"a.txt": 1}


def test_search_ends_when_there_are_too_many(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("x " * 300)
    events = search(tmp_path, Query("x"), most_hits=250)
    first, second = (e for e in events if isinstance(e, TextHits))
    assert (len(first.hits), first.more, len(second.hits), second.more) == (200, True, 50, True)
    assert events[-1] == Finished(2, 250, capped=True)


def test_search_ends_when_it_is_cancelled(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x")
    cancel = CancelToken()
    running = search_folder(tmp_path, Query("x"), cancel, decode)
    assert isinstance(next(running), TextHits)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(running)
