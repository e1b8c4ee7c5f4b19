"""OpenDocument texts, as LibreOffice writes them."""

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

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIPPED = frozenset((f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note-citation"))
_MIME = b"application/vnd.oasis.opendocument.text"


class OdtReader:
    """Reads .odt files; notes follow the paragraph they belong to."""

    name = "OpenDocument text"
    suffixes = (".odt", ".ott")

    def sniff(self, path: Path) -> bool:
        """Whether the archive begins with the type that the standard demands there."""
        head = read_head(path)
        return head.startswith(b"PK\x03\x04") and _MIME in head

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document]:
        """One document; looks at `cancel` every 20,000 XML elements."""
        with Archive(path, cancel) as archive:
            if archive.has("META-INF/manifest.xml") and b"encryption-data" in archive.read(
                "META-INF/manifest.xml"
            ):
                raise UnreadableTextError("needs a password; save it without one to use it")
            paragraphs = list(_paragraphs(archive.read("content.xml"), cancel))
            title = ""
            if archive.has("meta.xml"):
                found = parse(archive.read("meta.xml")).find(
                    ".//{http://purl.org/dc/elements/1.1/}title"
                )
                title = (found.text or "") if found is not None else ""
        builder = TextBuilder()
        builder.add_paragraphs(paragraphs)
        if not builder.length:
            raise UnreadableTextError("holds no text")
        yield builder.build(path, "paragraph", title=title.strip())


def _paragraphs(data: bytes, cancel: CancelToken) -> Iterator[str]:
    skipping = 0
    depth = 0
    notes: list[str] = []
    for event, element in elements(io.BytesIO(data), cancel):
        if element.tag in _SKIPPED:
            skipping += 1 if event == "start" else -1
            if event == "end":
                _empty(element)
        if skipping or element.tag not in (f"{_TEXT}p", f"{_TEXT}h"):
            continue
        depth += 1 if event == "start" else -1
        if event == "end":
            if depth:  # a note or text box inside a paragraph
                notes.append(_flat(element))
                _empty(element)
            else:
                yield _flat(element)
                yield from notes
                notes.clear()
                _empty(element)


def _empty(element: Any) -> None:
    """Drop what is in an element, but not the text after it."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _flat(element: Any) -> str:
    """The text of an element; a stack, not recursion, so that no nesting is too deep."""
    parts: list[str] = [" ".join((element.text or "").split("\n"))]
    stack = [iter(element)]
    tails: list[str] = []
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            if tails:
                parts.append(tails.pop())
            continue
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            parts.append(" " * (min(int(count), 100) if count.isdigit() else 1))
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag not in _SKIPPED and child.text:
            parts.append(child.text)
        stack.append(iter(()) if child.tag in _SKIPPED else iter(child))
        tails.append(child.tail or "")
    return "".join(parts)
