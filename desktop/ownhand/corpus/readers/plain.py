"""Plain text, in any encoding, its hard-wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document
from ownhand.corpus.decode import decode, looks_like_text
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.limits import read_bytes, read_head

# The same characters as in document/text_file.py: positions must agree with those of the editor.
_LINE_END = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")


class PlainReader:
    """Reads .txt files and what has no ending but looks like text."""

    name = "plain text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".asc")

    def sniff(self, path: Path) -> bool:
        """Whether the first kilobytes could be text."""
        return looks_like_text(read_head(path))

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document]:
        """One document; looks at `cancel` once, since a file is read in a blink."""
        cancel.raise_if_cancelled()
        text, encoding = decoded_lines(path)
        if not text.strip():
            raise UnreadableTextError("is empty")
        lines = text.split("\n")
        skip, title = self.front_matter(lines)
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        lines[:skip] = [""] * skip
        builder = TextBuilder()
        builder.add_lines(lines, range(1, len(lines) + 1), starts, self.protection(lines))
        # The editor opens UTF-8 alone, so only there can anything be known of what was generated.
        source = text if encoding == "utf-8" else ""
        yield builder.build(path, "line", title=title, encoding=encoding, source=source)

    def front_matter(self, lines: list[str]) -> tuple[int, str]:
        """How many lines at the start are no text, and the title they give."""
        del lines  # Markdown has some
        return 0, ""

    def protection(self, lines: list[str]) -> Callable[[int, int], bool] | None:
        """Which line ends must stay; see `unwrap.joints`."""
        del lines  # Markdown has some
        return None


def decoded_lines(path: Path) -> tuple[str, str]:
    """A file's text with "\\n" for line ends, and its encoding.

    Raises:
        UnreadableTextError: If it is no text or cannot be read.
    """
    found = decode(read_bytes(path))
    return _LINE_END.sub("\n", found.text), found.encoding
