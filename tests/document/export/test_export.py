"""A text in other formats says what it said."""

from __future__ import annotations

import io

import docx
import pytest

from ownhand.document.export.html_page import to_html
from ownhand.document.export.word import to_docx

MARKDOWN = """# One & <two>

Some *leaning* and **heavy** text with `code`, ~~gone~~, a [link](https://a.b/c).
Still the same paragraph.

- first
  - inner
    - deep
      - deeper

1. one

> said

***

```
x = 1 < 2
```

| a | b |
|---|---|
| 1 | 2 |

<script>alert(1)</script>
"""
PLAIN = "First line\nsecond line & <b>no tag</b>\n\n\n  \nNext paragraph \U0001f332\n"


def read(data: bytes) -> list[tuple[str, str]]:
    document = docx.Document(io.BytesIO(data))
    return [(str(p.style and p.style.name), p.text) for p in document.paragraphs]


def test_word_keeps_the_lines_of_a_plain_text() -> None:
    assert read(to_docx(PLAIN, "T")) == [
        ("Normal", "First line\nsecond line & <b>no tag</b>"),
        ("Normal", "Next paragraph \U0001f332"),
    ]


def test_word_has_the_form_that_markdown_says() -> None:
    data = to_docx(MARKDOWN, "T", markdown=True)
    assert read(data) == [
        ("Heading 1", "One & <two>"),
        ("Normal", "Some leaning and heavy text with code, gone, a link (https://a.b/c). Still the same paragraph."),
        ("List Bullet", "first"),
        ("List Bullet 2", "inner"),
        ("List Bullet 3", "deep"),
        ("List Bullet 3", "deeper"),
        ("List Number", "one"),
        ("Quote", "said"),
        ("Normal", "* * *"),
        ("No Spacing", "x = 1 < 2"),
        ("Normal", "a\tb"),
        ("Normal", "1\t2"),
        ("Normal", "<script>alert(1)</script>"),
    ]  # fmt: skip
    runs = {run.text: run for run in docx.Document(io.BytesIO(data)).paragraphs[1].runs}
    assert runs["leaning"].italic
    assert not runs["leaning"].bold
    assert runs["heavy"].bold
    assert runs["gone"].font.strike
    assert runs["code"].font.name == "Courier New"


def test_html_shows_text_as_text() -> None:
    page = to_html(PLAIN, "A <title>")
    assert "<title>A &lt;title&gt;</title>" in page
    assert "<p>First line<br>second line &amp; &lt;b&gt;no tag&lt;/b&gt;</p>" in page
    assert "<p>Next paragraph \U0001f332</p>" in page


def test_html_of_markdown_runs_nothing() -> None:
    page = to_html(MARKDOWN, "T", markdown=True)
    assert "<h1>One &amp; &lt;two&gt;</h1>" in page
    assert "<strong>heavy</strong>" in page
    assert "<script" not in page


@pytest.mark.parametrize("markdown", [False, True])
def test_characters_that_no_file_may_hold_are_left_out(markdown: bool) -> None:
    text = "a\x00b\x0bc\ud83dd"
    assert read(to_docx(text, "\x01", markdown))[0][1].replace("\ufffd", "") == "abcd"
    assert "abcd" in to_html(text, "\x01", markdown).replace("\ufffd", "")


@pytest.mark.parametrize("markdown", [False, True])
def test_empty_text_gives_an_empty_file(markdown: bool) -> None:
    assert read(to_docx("", "T", markdown)) == []
    assert "<body>\n\n</body>" in to_html("", "T", markdown)
