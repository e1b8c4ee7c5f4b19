from pathlib import Path
from textwrap import fill

from tests.helpers.text_files import PROSE

from ownhand.core.cancel import CancelToken
from ownhand.core.texts import Document
from ownhand.corpus.readers.markdown import MarkdownReader
from ownhand.corpus.readers.plain import PlainReader


def read(path: Path, text: str | bytes, reader: PlainReader | None = None) -> Document:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (document,) = (reader or PlainReader()).read(path, CancelToken())
    return document


def test_wrapped_lines_become_paragraphs_that_know_their_lines(tmp_path: Path) -> None:
    wrapped = fill(PROSE, 70)
    document = read(tmp_path / "a.txt", f"Chapter One\r\n\r\n{wrapped}\n\n{wrapped}\n")
    assert document.text == f"Chapter One\n\n{PROSE}\n\n{PROSE}"
    lines = ["Chapter One", "", *wrapped.split("\n")]
    for number, line in enumerate(lines, 1):
        if line:
            assert document.place_of(document.text.index(line.split()[0])).number <= number
            at = document.text.index(line)
            assert document.place_of(at).number == number
            assert document.place_of(at + len(line) - 1).number == number


def test_source_positions_point_at_the_same_characters(tmp_path: Path) -> None:
    document = read(tmp_path / "a.txt", "  Indented start\n\n" + fill(PROSE, 60) + "  \n\nEnd.\n")
    ends = [*document.starts[1:], len(document.text)]
    for start, end, source in zip(document.starts, ends, document.source_starts, strict=True):
        piece = document.text[start:end].rstrip()
        assert document.source[source : source + len(piece)] == piece


def test_a_legacy_encoding_is_reported_and_has_no_source(tmp_path: Path) -> None:
    document = read(
        tmp_path / "a.txt", "Un été à la plage, où le café était fermé.".encode("cp1252")
    )
    assert document.encoding == "cp1252"
    assert document.text == "Un été à la plage, où le café était fermé."
    assert document.source == ""


def test_a_printers_hyphen_goes_where_the_whole_word_is_known(tmp_path: Path) -> None:
    text = (
        fill(PROSE, 66)
        + "\n\nIt was the sort of letter which comes to a house late in the after-\n"
        "noon, when everybody has read the paper twice and nobody in a well-\n"
        "known family wants to be the first who speaks about it; so that it\n"
        "lay there until the evening.\n"
    )
    joined = read(tmp_path / "a.txt", text).text
    assert "late in the afternoon, when" in joined
    assert "well-known family" in joined


def test_markdown_keeps_its_own_lines(tmp_path: Path) -> None:
    wrapped = fill(PROSE, 70)
    text = f"---\ntitle: 'My notes'\ndate: today\n---\n# Heading\n{wrapped}\n\n- one thing\n- another thing\n\n```\nx = 1\ny = 2\n```\n\nLast line  \nbroken on purpose\n"
    document = read(tmp_path / "a.md", text, MarkdownReader())
    assert document.title == "My notes"
    assert document.text == (
        f"# Heading\n{PROSE}\n\n- one thing\n- another thing\n\n```\nx = 1\ny = 2\n```\n\nLast line\nbroken on purpose"
    )
