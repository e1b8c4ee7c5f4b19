import json
import logging
import os
from pathlib import Path

import pytest
from tests.helpers.records import kept_record

from ownhand.core.errors import DocumentError
from ownhand.document.sidecar import (
    forget_spans,
    load_records,
    load_spans,
    save_spans,
    sidecar_path,
)
from ownhand.document.spans import Span

TEXT = "The first line.\nA generated line.\nMine 😀 again.\nThe last.\n"
START = TEXT.index("A gen")
SPANS = (
    Span(START, START + len("A generated line.\n")),
    Span(TEXT.index("again"), TEXT.index("again") + 5),
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "emma.md"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "provenance"


def marked(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


def test_spans_come_back_for_the_same_text(folder: Path, document: Path) -> None:
    save_spans(folder, document, TEXT, SPANS)
    assert load_spans(folder, document, TEXT) == SPANS
    assert [p.name for p in document.parent.iterdir()] == ["emma.md"]  # nothing beside the text


def test_an_unknown_document_has_no_spans(folder: Path, document: Path) -> None:
    assert load_spans(folder, document, TEXT) == ()


def test_the_record_holds_no_words_of_the_text(folder: Path, document: Path) -> None:
    save_spans(folder, document, TEXT, SPANS)
    assert "generated line" not in sidecar_path(folder, document).read_text()


def test_spans_of_untouched_lines_survive_a_change_outside(folder: Path, document: Path) -> None:
    save_spans(folder, document, TEXT, SPANS)
    changed = "A new first.\n" + TEXT.replace("😀", "smiling")
    spans = load_spans(folder, document, changed)
    assert marked(changed, spans) == ["A generated line.\n", "again"]


def test_a_word_changed_outside_leaves_the_rest_of_its_line_marked(
    folder: Path, document: Path
) -> None:
    line = "The wind rose over the dark fields, and she ran on."
    text = f"Mine.\n{line}\nMine again.\n"
    spans = (Span(6, 6 + 16, "generated", "r1"), Span(6 + 16, 6 + len(line) + 1, "pasted"))
    save_spans(folder, document, text, spans)
    changed = "New.\n" + text.replace("fields", "meadows").replace("Mine.", "My own.")
    found = load_spans(folder, document, changed)
    assert marked(changed, found) == ["The wind rose ov", "er the dark ", ", and she ran on.\n"]
    assert [(s.origin, s.record) for s in found] == [
        ("generated", "r1"),
        ("pasted", ""),
        ("pasted", ""),
    ]


def test_a_line_written_anew_is_not_marked_for_the_words_that_every_text_has(
    folder: Path, document: Path
) -> None:
    text = "The wind rose over the dark fields.\n"
    save_spans(folder, document, text, (Span(0, len(text)),))
    changed = "He looked over to the old house and waited.\n"
    assert load_spans(folder, document, changed) == ()


def test_records_are_kept_as_long_as_a_span_refers_to_them(folder: Path, document: Path) -> None:
    one, two = kept_record("aaaa"), kept_record("bbbb")
    spans = (Span(0, 3, "generated", "aaaa"), Span(4, 9, "edited", "bbbb"))
    save_spans(folder, document, TEXT, spans, {"aaaa": one, "bbbb": two})
    assert load_records(folder, document) == {"aaaa": one, "bbbb": two}
    save_spans(folder, document, TEXT, spans[:1])  # known already
    assert load_records(folder, document) == {"aaaa": one}
    assert load_spans(folder, document, TEXT) == spans[:1]


def test_a_record_of_the_first_schema_is_read(folder: Path, document: Path) -> None:
    save_spans(folder, document, TEXT, SPANS)
    path = sidecar_path(folder, document)
    record = json.loads(path.read_text())
    old = record | {"schema": 1, "spans": [[s.start, s.end, s.origin] for s in SPANS]}
    del old["words"], old["records"]
    path.write_text(json.dumps(old))
    assert load_spans(folder, document, TEXT) == SPANS
    assert load_records(folder, document) == {}
    changed = "New.\n" + TEXT
    assert len(load_spans(folder, document, changed)) == 2


def test_a_text_changed_throughout_keeps_no_span(folder: Path, document: Path) -> None:
    save_spans(folder, document, TEXT, SPANS)
    assert load_spans(folder, document, "Something else\naltogether, really\n") == ()


def test_a_moved_line_end_is_not_marked_beyond_the_text(folder: Path, document: Path) -> None:
    save_spans(folder, document, "one\ntwo\n", (Span(0, 8),))
    assert load_spans(folder, document, "one\ntwo") == (Span(0, 7),)


def test_a_text_without_spans_loses_its_old_record(folder: Path, document: Path) -> None:
    save_spans(folder, document, TEXT, SPANS)
    save_spans(folder, document, TEXT, ())
    assert list(folder.iterdir()) == []


def test_save_as_and_rename_carry_the_spans_over(folder: Path, document: Path) -> None:
    save_spans(folder, document, TEXT, SPANS)
    renamed = document.with_name("emma 2.md")
    document.rename(renamed)
    save_spans(folder, renamed, TEXT, load_spans(folder, document, TEXT))
    forget_spans(folder, document)
    assert load_spans(folder, renamed, TEXT) == SPANS
    assert load_spans(folder, document, TEXT) == ()


def test_a_link_finds_the_record_of_its_file(folder: Path, document: Path) -> None:
    link = document.with_name("link.md")
    try:
        link.symlink_to(document)
    except OSError:
        pytest.skip("no links here")
    save_spans(folder, document, TEXT, SPANS)
    assert load_spans(folder, link, TEXT) == SPANS


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        json.dumps({"schema": 99}),
        json.dumps({"schema": 1, "sha256": "x", "spans": [[1]], "lines": [], "lengths": []}),
        json.dumps({"schema": 1, "sha256": "x", "spans": [[0, -1, "generated"]], "lines": []}),
        json.dumps({"schema": 1, "sha256": "x", "spans": [], "lines": ["a"], "lengths": []}),
        "\x00" * 50,
    ],
)
def test_a_damaged_record_marks_nothing_and_is_logged(
    folder: Path, document: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    record = sidecar_path(folder, document)
    record.parent.mkdir(parents=True)
    record.write_text(damage)
    with caplog.at_level(logging.WARNING):
        assert load_spans(folder, document, TEXT) == ()
    if damage and "lines" not in damage:
        assert "cannot be read" in caplog.text


def test_a_full_disk_is_told_in_words(
    folder: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="is saved"):
        save_spans(folder, document, TEXT, SPANS)
