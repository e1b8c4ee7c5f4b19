"""PDF files that hold text; scans are pictures and are told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document, Skipped
from ownhand.core.words import Sentence
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.limits import MAX_BYTES, read_head, why_unreadable

_MOST_PAGES = 20_000
_LARGEST = 512 * 1024 * 1024
_PAGE_NUMBER = re.compile(r"[-\u2013\u2014\s]*(?:page\s+)?(?:\d{1,5}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,5})?[-\u2013\u2014\s]*", re.IGNORECASE)  # fmt: skip
_DIGITS = re.compile(r"\d+")
_ENDS = (".", "!", "?", ":", "\u201d", '"', "\u2026", "\u3002")


class PdfReader:
    """Reads .pdf files page by page; running heads and page numbers are left out."""

    name = "PDF"
    suffixes = (".pdf",)

    def sniff(self, path: Path) -> bool:
        """Whether the mark of a PDF stands near the start."""
        return b"%PDF-" in read_head(path, 1024)

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document | Skipped]:
        """One document; looks at `cancel` between pages."""
        from pypdf.errors import PyPdfError  # only when there is a PDF: the import takes 0.2 s

        if not self.sniff(path):
            raise UnreadableTextError("is not a PDF, whatever its name says")
        try:
            if path.stat().st_size > _LARGEST:
                raise UnreadableTextError("is larger than 512 MB; split it into parts to use it")
            pages, title, bad = _pages(path, cancel)
        except OSError as problem:
            raise UnreadableTextError(why_unreadable(problem)) from problem
        except PyPdfError as problem:
            raise UnreadableTextError("is damaged: it does not open as a PDF") from problem
        if not any(pages):
            raise UnreadableTextError("holds only pictures of pages, no text")
        if bad:
            yield Skipped(path, Sentence("page {page} and {count} others are damaged", page=bad[0], count=len(bad) - 1) if len(bad) > 1 else Sentence("page {page} is damaged", page=bad[0]), len(bad))  # fmt: skip
        lines, places = _joined(pages)
        builder = TextBuilder()
        builder.add_lines(lines, places, printed=True)
        yield builder.build(path, "page", title=title)


def _pages(path: Path, cancel: CancelToken) -> tuple[list[list[str]], str, list[int]]:
    """Lines of each page, the title, and the numbers of damaged pages."""
    import pypdf

    with pypdf.PdfReader(path) as file:
        if file.is_encrypted:
            try:
                opened = bool(file.decrypt(""))
            except Exception as problem:  # what is missing differs with the kind of encryption
                raise UnreadableTextError(
                    "is locked; print it into a new PDF without a password"
                ) from problem
            if not opened:
                raise UnreadableTextError("needs a password; save it without one to use it")
        pages: list[list[str]] = []
        bad: list[int] = []
        left = MAX_BYTES
        for number, page in enumerate(file.pages, 1):
            cancel.raise_if_cancelled()
            if number > _MOST_PAGES or left < 0:
                raise UnreadableTextError("holds more text than any book")
            try:
                text = page.extract_text()
            except Exception:  # a damaged page raises nearly anything; the others are still good
                bad.append(number)
                text = ""
            left -= len(text)
            lines = [line.rstrip() for line in text.replace("\x00", "").split("\n")]
            pages.append(lines if any(lines) else [])
        try:
            title = str((file.metadata.title if file.metadata else "") or "")
        except Exception:
            title = ""
    return pages, title.strip(), bad


def _joined(pages: list[list[str]]) -> tuple[list[str], list[int]]:
    """All lines with their pages, less running heads and numbers; a paragraph may go over the page."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_DIGITS.sub("#", line.strip()) for line in _edges(page)})
    running = {line for line, count in edges.items() if count >= max(3, len(pages) // 3)}
    lines: list[str] = []
    places: list[int] = []
    for number, page in enumerate(pages, 1):
        body = list(page)
        for at in (0, -1):
            while body and (
                not body[at].strip()
                or _PAGE_NUMBER.fullmatch(body[at].strip())
                or _DIGITS.sub("#", body[at].strip()) in running
            ):
                body.pop(at)
        if not body:
            continue
        if lines and lines[-1].endswith(_ENDS):
            lines.append("")
            places.append(number)
        lines += body
        places += [number] * len(body)
    return lines, places


def _edges(page: list[str]) -> list[str]:
    written = [line for line in page if line.strip()]
    return written[:2] + written[-2:]
