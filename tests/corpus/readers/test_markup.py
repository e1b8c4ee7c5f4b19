"""Web pages, rich text, JSON and tables."""

import json
from pathlib import Path

import pytest

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import TextReader
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document, Skipped
from ownhand.corpus.readers.csv_rows import CsvReader
from ownhand.corpus.readers.html import HtmlReader
from ownhand.corpus.readers.json_texts import JsonLinesReader, JsonReader
from ownhand.corpus.readers.rtf import RtfReader


def read_all(reader: TextReader, path: Path, content: str | bytes) -> list[Document | Skipped]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(reader.read(path, CancelToken()))


def read(reader: TextReader, path: Path, content: str | bytes) -> Document:
    (document,) = read_all(reader, path, content)
    assert isinstance(document, Document)
    return document


def texts(items: list[Document | Skipped]) -> list[str]:
    return [item.text for item in items if isinstance(item, Document)]


def test_html_gives_text_without_menus_and_scripts(tmp_path: Path) -> None:
    page = """<!doctype html><html><head><title>My
      story</title><style>p { color: red }</style></head><body>
    <nav><a href="/">Home</a></nav><script>var x = "<p>no</p>";</script>
    <h1>Chapter&nbsp;1</h1>
    <p>It was <em>late</em>,
       very late.<br>And dark.</p>
    <ul><li>one<li>two</ul><pre>  a
  b</pre></body></html>"""
    document = read(HtmlReader(), tmp_path / "a.html", page)
    assert document.text == (
        "Chapter\u00a01\n\nIt was late, very late.\nAnd dark.\n\none\n\ntwo\n\n  a\n  b"
    )
    assert document.title == "My story"
    assert document.place_of(document.text.index("very")).number == 6


def test_html_says_its_encoding(tmp_path: Path) -> None:
    page = (
        '<html><head><meta charset="iso-8859-2"></head><body><p>Zażółć gęślą jaźń</p></body></html>'
    )
    document = read(HtmlReader(), tmp_path / "a.html", page.encode("iso-8859-2"))
    assert document.text == "Zażółć gęślą jaźń"
    assert document.encoding == "iso-8859-2"


def test_rtf_gives_text_of_every_code_page(tmp_path: Path) -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}{\f2\fcharset128 MS;}}"
        rb"{\colortbl;\red0;}{\*\generator Word;}{\info{\title Secret}}"
        rb"\pard Caf\'e9 \u8220?quoted\u8221\'94 {\b bold} text\line next"
        rb"\par {\f1 \'cf\'f0\'e8\'e2\'e5\'f2}\par {\f2 \'82\'b1\'82\'f1}{\v hidden}{\deleted gone}"
        rb"\emdash end \{\\\}{\pict\bin4 }}}}}\par\uc0\u955 x}"
    )
    document = read(RtfReader(), tmp_path / "a.rtf", rtf)
    assert document.text == "Café “quoted” bold text\nnext\n\nПривет\n\nこん—end {\\}\n\nλx"
    assert str(document.place_of(document.text.index("При"))) == "a.rtf, paragraph 2"


def test_rtf_pairs_of_surrogates_are_one_character(tmp_path: Path) -> None:
    document = read(RtfReader(), tmp_path / "a.rtf", rb"{\rtf1 \u-10179?\u-8704? ok}")
    assert document.text == "😀 ok"


def test_poems_in_json_are_joined_line_by_line_and_know_their_lines(tmp_path: Path) -> None:
    poems = [
        {"author": "李白", "paragraphs": ["床前明月光，", "疑是地上霜。"], "title": "靜夜思", "id": "3ad6d468-7ff1"},
        {"author": "無名", "paragraphs": [], "title": "空", "id": "3ad6d468-7ff2"},
        {"author": "杜甫", "paragraphs": ["國破山河在，"], "title": "春望", "id": "3ad6d468-7ff3"},
    ]  # fmt: skip
    content = json.dumps(poems, ensure_ascii=False, indent=1)
    items = read_all(JsonReader(), tmp_path / "a.json", content)
    assert texts(items) == ["床前明月光，\n疑是地上霜。", "國破山河在，"]
    first, second = (item for item in items if isinstance(item, Document))
    assert (first.title, first.number, second.number) == ("靜夜思", 0, 1)
    lines = content.split("\n")
    assert "疑是地上霜" in lines[first.place_of(first.text.index("疑")).number - 1]
    assert "國破山河在" in lines[second.place_of(0).number - 1]
    (skipped,) = (item for item in items if isinstance(item, Skipped))
    assert skipped.lines == 1
    assert "1 entry without text" in skipped.reason


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (["One text.", "Another text."], ["One text.", "Another text."]),
        ([{"id": "a1b2c3d4e5f6a7b8", "url": "https://example.org/" + "x" * 80, "words": "Mine."}], ["Mine."]),
        ([{"title": "A long title, longer than the text itself", "body": "Short."}], ["Short."]),
        ({"posts": [{"text": "One."}, {"text": "Two."}], "user": "me"}, ["One.", "Two."]),
        ({"data": {"items": [{"message": "Deep."}]}}, ["Deep."]),
        ([{"message": {"content": "Nested here."}, "role": "user"}], ["Nested here."]),
        ({"title": "T", "text": "Alone."}, ["Alone."]),
    ],
)  # fmt: skip
def test_the_texts_in_json_are_guessed(
    tmp_path: Path, content: object, expected: list[str]
) -> None:
    assert texts(read_all(JsonReader(), tmp_path / "a.json", json.dumps(content))) == expected


def test_a_json_file_that_breaks_off_gives_what_is_whole(tmp_path: Path) -> None:
    content = '[\n{"text": "One."},\n{"text": "Two."},\n{"text": "Thr'
    *documents, skipped = read_all(JsonReader(), tmp_path / "a.json", content)
    assert texts(documents) == ["One.", "Two."]
    assert isinstance(skipped, Skipped)
    assert "line 4" in skipped.reason


@pytest.mark.parametrize("content", ["[1, 2, 3]", "{}", "[", "nonsense", "[" * 100_000])
def test_json_without_texts_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(UnreadableTextError):
        read_all(JsonReader(), tmp_path / "a.json", content)


def test_json_lines_tell_the_broken_ones(tmp_path: Path) -> None:
    content = '{"text": "One."}\nnot json\n\n{"text": "Two."}\n'
    items = read_all(JsonLinesReader(), tmp_path / "a.jsonl", content)
    assert texts(items) == ["One.", "Two."]
    assert isinstance(items[1], Document)
    assert items[1].place_of(0).number == 4
    assert isinstance(items[2], Skipped)
    assert "line 2" in items[2].reason
    assert texts(read_all(JsonReader(), tmp_path / "b.json", content)) == ["One.", "Two."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('title,text\nA,"Some, quoted\ntext."\nB,More.\n', ["Some, quoted\ntext.", "More."]),
        ("nr;Beitrag\n1;Ein längerer Text, mit Komma.\n2;Noch einer, auch mit.\n", ["Ein längerer Text, mit Komma.", "Noch einer, auch mit."]),
        ("a much longer row of text\nand another row of text\n", ["a much longer row of text", "and another row of text"]),
        ("1\tfirst words\n2\tsecond words\n", ["first words", "second words"]),
    ],
)  # fmt: skip
def test_the_text_column_of_a_table_is_guessed(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    assert texts(read_all(CsvReader(), tmp_path / "a.csv", content)) == expected


def test_rows_know_their_lines_and_empty_ones_are_listed(tmp_path: Path) -> None:
    content = 'id,text\n1,"two\nlines"\n2,\n3,last\n'
    items = read_all(CsvReader(), tmp_path / "a.csv", content)
    documents = [item for item in items if isinstance(item, Document)]
    assert [d.place_of(0).number for d in documents] == [2, 5]
    assert documents[0].place_of(5).number == 3
    assert isinstance(items[-1], Skipped)
    assert "line 4" in items[-1].reason


def test_a_table_of_numbers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError, match="no column"):
        read_all(CsvReader(), tmp_path / "a.csv", "1,2\n3,4\n")
