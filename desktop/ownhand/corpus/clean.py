"""What is done to the texts before training, and what that changes."""

from __future__ import annotations

import dataclasses
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ownhand.core.texts import Document
from ownhand.corpus.boilerplate import notice_ranges, repeated_ranges
from ownhand.corpus.inspect import Findings

_BREAK = re.compile(r"(?:\s*<br\s*/?>)+\s*", re.IGNORECASE)
_PUNCTUATION = re.compile(
    f"([{re.escape(string.punctuation)}\u2018\u2019\u201c\u201d\u2013\u2014\u2026])"
)
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_PARAGRAPH_LINE = 120
"""Lines that are longer on average are paragraphs of their own, also without blank lines between."""

_SHOWN = 400


@dataclass(frozen=True, slots=True)
class CleaningOptions:
    """How texts are cleaned; in the order in which it is done.

    Attributes:
        drop_duplicates: Leave out documents that repeat another word for word.
        drop_near_duplicates: Leave out those most of which stands in another one.
        strip_boilerplate: Cut licences, legal notices and lines that come back in many files.
        minimum_paragraph: Leave out paragraphs of fewer characters; 0 keeps all. (R3: 512)
        html_breaks: Turn "<br />" into a space. (R4)
        lower_case: Write everything in small letters. (R3, R4)
        split_punctuation: Put a space before each punctuation mark, so that words stand alone. (R4)
    """

    drop_duplicates: bool = True
    drop_near_duplicates: bool = True
    strip_boilerplate: bool = True
    minimum_paragraph: int = 0
    html_breaks: bool = False
    lower_case: bool = False
    split_punctuation: bool = False

    @property
    def key(self) -> dict[str, bool | int]:
        """The options as JSON values, for the cache."""
        return dataclasses.asdict(self)


@dataclass(frozen=True, slots=True)
class Change:
    """One document before and after.

    Attributes:
        path: Its file.
        before: How it begins, from the first difference on.
        after: The same place cleaned; "" when the document is left out.
    """

    path: Path
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CleaningPreview:
    """What cleaning would do.

    Attributes:
        documents_before: Count.
        documents_after: Count.
        characters_before: Count.
        characters_after: Count.
        changes: Some of the documents that change.
    """

    documents_before: int
    documents_after: int
    characters_before: int
    characters_after: int
    changes: tuple[Change, ...]


def cleaned(
    documents: Sequence[Document], options: CleaningOptions, findings: Findings
) -> Iterator[Document]:
    """The documents as a model shall see them; empty ones are left out.

    Lower case, breaks and split punctuation give texts that no longer know their places.

    Args:
        documents: Some of those that the findings are of, or parts of them.
        options: What to do.
        findings: From the inspection.
    """
    for _, after in _pairs(documents, options, findings):
        if after is not None:
            yield after


def preview(
    documents: Sequence[Document], options: CleaningOptions, findings: Findings, most: int = 5
) -> CleaningPreview:
    """What `cleaned` would do, with up to `most` examples."""
    changes: list[Change] = []
    count = before_size = after_size = 0
    for before, after in _pairs(documents, options, findings):
        before_size += len(before.text)
        text = after.text if after is not None else ""
        count += after is not None
        after_size += len(text)
        if text != before.text and len(changes) < most:
            start = max(_first_difference(before.text, text) - 40, 0)
            changes.append(
                Change(
                    before.path, before.text[start : start + _SHOWN], text[start : start + _SHOWN]
                )
            )
    return CleaningPreview(len(documents), count, before_size, after_size, tuple(changes))


def paragraph_ranges(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of paragraphs: between blank lines, or long lines by themselves."""
    for block in _BLOCK.finditer(text):
        lines = block.group().split("\n")
        if len(block.group()) < _PARAGRAPH_LINE * len(lines):
            yield block.span()
            continue
        start = block.start()
        for line in lines:
            yield start, start + len(line)
            start += len(line) + 1


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [text[start:end] for start, end in paragraph_ranges(text) if text[start:end].strip()]


def _pairs(
    documents: Sequence[Document], options: CleaningOptions, findings: Findings
) -> Iterator[tuple[Document, Document | None]]:
    dropped: set[tuple[Path, int]] = set()
    if options.drop_duplicates:
        dropped |= {findings.keys[number] for number, _ in findings.exact_duplicates}
    if options.drop_near_duplicates:
        dropped |= {findings.keys[near.number] for near in findings.near_duplicates}
    for document in documents:
        key = (document.path, document.number)
        after = None if key in dropped else _cleaned(document, options, findings)
        yield document, after if after is not None and after.text.strip() else None


def _cleaned(document: Document, options: CleaningOptions, findings: Findings) -> Document:
    if options.strip_boilerplate:
        ranges = notice_ranges(document) + repeated_ranges(document, findings.repeated_lines)
        document = _trimmed(document.without(ranges)) if ranges else document
    if options.minimum_paragraph:
        spans = list(paragraph_ranges(document.text))
        short = [(a, b) for a, b in spans if b - a < options.minimum_paragraph]
        if short:
            # Each goes with the blank line after it.
            nexts = {a: n for (a, _), (n, _) in pairwise(spans)}
            document = _trimmed(
                document.without((a, nexts.get(a, len(document.text))) for a, _ in short)
            )
    text = document.text
    if options.html_breaks:
        text = _BREAK.sub(" ", text)
    if options.lower_case:
        text = text.lower()
    if options.split_punctuation:
        text = _PUNCTUATION.sub(r" \1", text)
    if text == document.text:
        return document
    return Document(
        document.path, text, document.title, document.number, document.encoding, document.unit
    )


def _trimmed(document: Document) -> Document:
    """Without the blank lines that a cut left at the edges."""
    text = document.text
    start, end = len(text) - len(text.lstrip("\n ")), len(text.rstrip())
    return document if (start, end) == (0, len(text)) else document.kept([(start, max(end, start))])


def _first_difference(a: str, b: str) -> int:
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[:middle] == b[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
