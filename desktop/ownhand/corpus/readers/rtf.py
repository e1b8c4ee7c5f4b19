"""Rich text (RTF 1.9), as word processors wrote it for thirty years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.limits import read_bytes, read_head

_TOKEN = re.compile(
    rb"\\(?:([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|'([0-9A-Fa-f]{2})|(.))|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
# Groups that hold no running text. Those marked with \* that are not known are left out as well.
_NO_TEXT = frozenset((
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"headerl", b"headerr",
    b"headerf", b"footer", b"footerl", b"footerr", b"footerf", b"listtable", b"listoverridetable", b"rsidtbl",
    b"generator", b"themedata", b"colorschememapping", b"latentstyles", b"datastore", b"fldinst", b"xe", b"tc",
    b"bkmkstart", b"bkmkend", b"annotation", b"atnid", b"atnauthor", b"filetbl", b"revtbl", b"pntext",
    b"nonshppict", b"mmathPr", b"xmlnstbl", b"ftnsep", b"ftnsepc", b"aftnsep", b"aftnsepc",
))  # fmt: skip
_SIGNS = {
    b"par": "\n\n", b"sect": "\n\n", b"page": "\n\n", b"row": "\n\n", b"line": "\n", b"tab": "\t", b"cell": "\t",
    b"emdash": "\u2014", b"endash": "\u2013", b"bullet": "\u2022", b"lquote": "\u2018",
    b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"emspace": "\u2003",
    b"enspace": "\u2002",
}  # fmt: skip
_SYMBOLS = {
    b"~": "\u00a0",
    b"_": "\u2011",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"\n": "\n\n",
    b"\r": "\n\n",
}
# fcharset of a font -> code page, from the specification's table
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {
    10000: "mac_roman",
    932: "cp932",
    936: "gb18030",
    949: "cp949",
    950: "big5",
    65001: "utf-8",
}
_TOKENS_BETWEEN_LOOKS = 50_000


@dataclass(frozen=True, slots=True)
class _Group:
    silent: bool = False
    font: int = -1
    skip_after_unicode: int = 1


class RtfReader:
    """Reads .rtf files; deleted and hidden passages are left out."""

    name = "rich text"
    suffixes = (".rtf",)

    def sniff(self, path: Path) -> bool:
        """Whether the file begins with the mark of RTF."""
        return read_head(path, 5) == rb"{\rtf"

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document]:
        """One document; looks at `cancel` every 50,000 control words."""
        data = read_bytes(path)
        if not data.startswith(rb"{\rtf"):
            raise UnreadableTextError("is not rich text, whatever its name says")
        text = _Rtf(data).text(cancel)
        builder = TextBuilder()
        builder.add_paragraphs(text.split("\n\n"))
        if not builder.length:
            raise UnreadableTextError("holds no text")
        yield builder.build(path, "paragraph")


class _Rtf:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts: list[str] = []
        self._bytes = bytearray()  # of a code page, waiting for the rest of their character
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._default_font = -1
        self._group = _Group()
        self._stack: list[_Group] = []
        self._in_font_table = 0
        self._table_font = -1
        self._to_skip = 0

    def text(self, cancel: CancelToken) -> str:
        position = 0
        count = 0
        while found := _TOKEN.match(self._data, position):
            if count % _TOKENS_BETWEEN_LOOKS == 0:
                cancel.raise_if_cancelled()
            count += 1
            position = found.end()
            word, number, code, symbol, brace, plain = found.groups()
            if plain is not None:
                self._plain(plain)
            elif code is not None:
                self._take(bytes.fromhex(code.decode("ascii")))
            elif brace == b"{":
                self._flush()
                self._stack.append(self._group)
            elif brace == b"}":
                self._flush()
                if len(self._stack) <= self._in_font_table:
                    self._in_font_table = 0
                self._group = self._stack.pop() if self._stack else _Group()
                self._to_skip = 0
            elif word is not None:
                if word == b"bin" and number:  # raw bytes follow
                    position += max(int(number), 0)
                else:
                    self._word(word, int(number) if number else None)
            elif symbol is not None:
                self._symbol(symbol)
        self._flush()
        joined = "".join(self._parts)
        return joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _plain(self, plain: bytes) -> None:
        skipped = min(self._to_skip, len(plain))
        self._to_skip -= skipped
        if len(plain) > skipped and not self._group.silent:
            self._bytes += plain[skipped:]

    def _take(self, byte: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not self._group.silent:
            self._bytes += byte

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            # A destination that a reader may not know, and that this one does not.
            self._group = replace(self._group, silent=True)
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, word: bytes, number: int | None) -> None:
        group = self._group
        if word == b"u" and number is not None:
            self._say(chr(number % 0x10000))
            self._to_skip = group.skip_after_unicode
        elif word == b"uc":
            self._group = replace(group, skip_after_unicode=min(max(number or 0, 0), 10))
        elif word == b"ansicpg" and number:
            self._page = _PAGES.get(number, f"cp{number}")
        elif word == b"mac":
            self._page = "mac_roman"
        elif word == b"deff" and number is not None:
            self._default_font = number
        elif word == b"fonttbl":
            self._in_font_table = len(self._stack)
            self._group = replace(group, silent=True)
        elif word == b"f" and number is not None:
            self._flush()
            if self._in_font_table:
                self._table_font = number
            self._group = replace(self._group, font=number)
        elif word == b"fcharset" and self._in_font_table and number in _CHARSETS:
            self._fonts[self._table_font] = _CHARSETS[number]
        elif word in (b"v", b"deleted"):
            self._flush()
            self._group = replace(group, silent=group.silent or number != 0)
        elif word in _NO_TEXT:
            self._group = replace(group, silent=True)
        elif word in _SIGNS:
            self._say(_SIGNS[word])

    def _say(self, text: str) -> None:
        self._flush()
        if self._to_skip and len(text) == 1:
            self._to_skip -= 1
        elif not self._group.silent:
            self._parts.append(text)

    def _flush(self) -> None:
        if self._bytes:
            page = self._fonts.get(
                self._group.font if self._group.font >= 0 else self._default_font, self._page
            )
            try:
                self._parts.append(self._bytes.decode(page, "replace"))
            except LookupError:
                self._parts.append(self._bytes.decode("cp1252", "replace"))
            self._bytes.clear()
