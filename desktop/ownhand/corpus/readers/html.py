"""Web pages: their text, without markup, scripts and menus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document
from ownhand.corpus.decode import decode
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.limits import read_bytes, read_head

_SKIPPED = frozenset(("script", "style", "template", "svg", "head", "nav", "select", "button", "rp", "rt"))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
))  # fmt: skip
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)  # fmt: skip
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v]+")
_CHUNK = 1 << 20


class HtmlReader:
    """Reads .html files."""

    name = "web page"
    suffixes = (".html", ".htm", ".xhtml")

    def sniff(self, path: Path) -> bool:
        """Whether the file begins as a web page does."""
        return bool(_PAGE.search(read_head(path)))

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document]:
        """One document; looks at `cancel` once per megabyte."""
        data = read_bytes(path)
        text, encoding = decoded_page(data)
        builder = TextBuilder()
        title = add_page(builder, text, cancel)
        if not builder.length:
            raise UnreadableTextError("holds no text")
        yield builder.build(path, "line", title=title, encoding=encoding)


def decoded_page(data: bytes) -> tuple[str, str]:
    """A page's markup and its encoding: what the bytes say, else what the page says of itself."""
    found = decode(data)
    said = _CHARSET.search(data[:4096])
    if said and not found.encoding.startswith("utf"):
        name = said.group(1).decode("ascii", "replace")
        try:
            return data.decode(name), name.lower()
        except (LookupError, UnicodeDecodeError):
            pass
    return found.text, found.encoding


def add_page(
    builder: TextBuilder, markup: str, cancel: CancelToken, place: int | None = None
) -> str:
    """Append the text of a page.

    Args:
        builder: Where to.
        markup: The page.
        cancel: Looked at once per megabyte.
        place: Where all of it stands; None for its line numbers.

    Returns:
        Its title, or "".
    """
    page = _Page(builder, place)
    for start in range(0, len(markup), _CHUNK):
        cancel.raise_if_cancelled()
        page.feed(markup[start : start + _CHUNK])
    page.close()
    return " ".join(page.title.split())


class _Page(HTMLParser):
    def __init__(self, builder: TextBuilder, place: int | None) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self._builder = builder
        self._place = place
        self._skipped: list[str] = []
        self._in_title = False
        self._preformatted = 0
        self._gap = "\n\n" if builder.length else ""
        self._written = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "body":
            self._skipped.clear()
        if tag == "title":
            self._in_title = not self.title
        elif tag in _SKIPPED:
            self._skipped.append(tag)
        elif tag == "br":
            self._gap = "\n" if self._gap in ("", " ") else "\n\n"
        elif tag in _BLOCKS:
            self._end_block()
            self._preformatted += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SKIPPED:  # <script/> has no end
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif tag in self._skipped:
            while self._skipped.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self._end_block()
            if tag == "pre":
                self._preformatted = max(self._preformatted - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
            return
        if self._skipped:
            return
        line = self.getpos()[0]
        for number, part in enumerate(data.split("\n")):
            if number:
                if self._preformatted:
                    self._gap += "\n" if self._gap in ("", "\n", " ") else ""
                elif not self._gap:
                    self._gap = " "
            text = part if self._preformatted else _SPACES.sub(" ", part)
            if not text.strip():
                if text and not self._gap:
                    self._gap = " "
                continue
            if not self._preformatted:
                if text.startswith(" ") and not self._gap:
                    self._gap = " "
                ends_in_space = text.endswith(" ")
                text = text.strip(" ")
            else:
                ends_in_space = False
            if self._builder.length:
                self._builder.glue(self._gap)
            self._builder.add(text, self._place or line + number)
            self._gap = " " if ends_in_space else ""

    def _end_block(self) -> None:
        self._gap = "\n\n"
