import json
import logging
import os
from pathlib import Path

import pytest

from ownhand.core.errors import DocumentError
from ownhand.document.sidecar import forget_spans, load_spans, save_spans, sidecar_path
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
    assert marked(changed, spans) == ["A generated line.\n"]


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
