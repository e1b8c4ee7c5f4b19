"""Word documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.limits import Archive, elements, parse, read_head

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


class DocxReader:
    """Reads .docx files: the text with tracked changes accepted, then foot- and endnotes."""

    name = "Word document"
    suffixes = (".docx", ".docm")

    def sniff(self, path: Path) -> bool:
        """Whether the archive begins with what Word puts first."""
        head = read_head(path)
        return head.startswith(b"PK\x03\x04") and (
            b"word/" in head or b"[Content_Types].xml" in head
        )

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document]:
        """One document; looks at `cancel` every 20,000 XML elements."""
        with Archive(path, cancel) as archive:
            paragraphs: list[str] = []
            for part in _PARTS:
                if part == _PARTS[0] or archive.has(part):
                    _add_part(archive.read(part), cancel, paragraphs)
            title = ""
            if archive.has("docProps/core.xml"):
                core = parse(archive.read("docProps/core.xml"))
                title = core.findtext("{http://purl.org/dc/elements/1.1/}title") or ""
        builder = TextBuilder()
        builder.add_paragraphs(paragraphs)
        if not builder.length:
            raise UnreadableTextError("holds no text")
        yield builder.build(path, "paragraph", title=title.strip())


def _add_part(data: bytes, cancel: CancelToken, paragraphs: list[str]) -> None:
    skipping = 0
    open_paragraphs: list[list[str]] = []  # a text box holds paragraphs inside a paragraph
    for event, element in elements(io.BytesIO(data), cancel):
        name = _local(element)
        if element.tag == _FALLBACK or name in ("moveFrom", "del"):
            skipping += 1 if event == "start" else -1
        if skipping or name is None:
            continue
        if name == "p":
            if event == "start":
                open_paragraphs.append([])
            else:
                paragraphs.append("".join(open_paragraphs.pop()))
                element.clear()
        elif event == "end" and open_paragraphs:
            if name == "t":
                open_paragraphs[-1].append(element.text or "")
            elif name in _SIGNS:
                open_paragraphs[-1].append(_SIGNS[name])


def _local(element: Any) -> str | None:
    tag = str(element.tag)
    for namespace in (_W, _STRICT):
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return None
