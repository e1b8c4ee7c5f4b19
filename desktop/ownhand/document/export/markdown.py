"""What a text says about its own form: Markdown where the file is Markdown, else paragraphs and lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MARKDOWN_SUFFIXES = (".md", ".markdown")

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def is_markdown(path: Path | None) -> bool:
    """Whether a text is read as Markdown: its file name says so."""
    return path is not None and path.suffix.lower() in MARKDOWN_SUFFIXES


def printable(text: str) -> str:
    """The text without the characters that XML and HTML forbid."""
    return _FORBIDDEN.sub("", text)


def paragraphs(text: str) -> Iterator[list[str]]:
    """The lines of each paragraph of a plain text; empty lines part them."""
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield lines
            lines = []


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; HTML in it is text, and nothing is ever fetched."""
    from markdown_it import MarkdownIt  # not needed until something is exported

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def to_html_body(text: str, markdown: bool) -> str:
    """The text as the inside of an HTML body."""
    text = printable(text)
    if markdown:
        return str(parser().render(text))
    return "\n".join(
        f"<p>{'<br>'.join(html.escape(line, quote=False) for line in lines)}</p>"
        for lines in paragraphs(text)
    )
