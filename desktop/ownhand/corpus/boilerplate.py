"""What stands in many texts and is no part of any: licences, and lines that come back in every file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ownhand.core.texts import Document

_START = re.compile(
    r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT).{0,300}?\*\*\*\s*", re.DOTALL
)
_END = re.compile(r"(?:End of (?:the |this )?Project Gutenberg.{0,200}?\s+)?\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT)", re.DOTALL)  # fmt: skip
_OLD_END = re.compile(r"^End of (?:the |this )?Project Gutenberg(?:'s|\u2019s)? E(?:book|text)", re.MULTILINE | re.IGNORECASE)  # fmt: skip
_CREDIT = re.compile(r"(?:Produced by|E-?text prepared by|This e-?text was (?:produced|prepared))[^\n]{0,400}\s*", re.IGNORECASE)  # fmt: skip
_LICENCE = re.compile(
    r"Permission is hereby granted, free of charge, to any person"
    r"|Apache License\s+Version 2\.0, January 2004"
    r"|GNU (?:LESSER |AFFERO )?GENERAL PUBLIC LICENSE\s+Version"
    r"|Redistribution and use in source and binary forms"
    r"|Creative Commons[^\n]{0,80}Public Licen[sc]e\s"
    r"|Mozilla Public License Version"
)
_LICENCE_NAME = re.compile(r"(?:licen[sc]e|copying|notice|unlicense)(?:[-_. ].*)?", re.IGNORECASE)
_RIGHTS = re.compile(
    r"all rights reserved|no part of this (?:book|publication|work) may be|\u00a9|\(c\)\s*(?:19|20)\d\d"
    r"|copyright\s+(?:\u00a9|\(c\)|(?:19|20)\d\d)|\bISBN\b|licensed under|creativecommons\.org",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_EDGE_PARAGRAPHS = 6
_SHORT_NOTICE, _LONGEST_NOTICE = 200, 1_500
_SHORTEST_LINE = 15
_FEWEST_DOCUMENTS = 3
_SHARE_OF_DOCUMENTS = 0.3


def notice_ranges(document: Document) -> list[tuple[int, int]]:
    """(start, end) of licence texts, legal notices and the frame of Project Gutenberg."""
    text = document.text
    head = text[:3_000]
    named = _LICENCE_NAME.fullmatch(
        document.path.stem if document.path.suffix else document.path.name
    )
    if (
        len(text) < 60_000
        and _LICENCE.search(head)
        and (named or (len(text) < 12_000 and _LICENCE.search(text[:400])))
    ):
        return [(0, len(text))]
    ranges: list[tuple[int, int]] = []
    start = _START.search(text, 0, 40_000)
    if start:
        credit = _CREDIT.match(text, start.end())
        ranges.append((0, credit.end() if credit else start.end()))
    end = _END.search(text, start.end() if start else 0) or _OLD_END.search(text)
    if end:
        ranges.append((end.start(), len(text)))
    first = ranges[0][1] if start else 0
    last = end.start() if end else len(text)
    ranges += _notices(text, first, last)
    return sorted(ranges)


def _notices(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Short legal notices near the beginning and the end."""
    for start, stop in (
        (first, min(first + 8_000, last)),
        (max(last - 4_000, first + 8_000), last),
    ):
        paragraphs = list(_PARAGRAPH.finditer(text, start, max(stop, start)))
        edge = paragraphs[:_EDGE_PARAGRAPHS] if start == first else paragraphs[-_EDGE_PARAGRAPHS:]
        for paragraph in edge:
            signs = len(_RIGHTS.findall(paragraph.group()))
            # One sign may stand in any sentence, two hardly do.
            longest = _LONGEST_NOTICE if signs > 1 else _SHORT_NOTICE if signs else 0
            if len(paragraph.group()) <= longest:
                yield paragraph.start(), min(paragraph.end() + 2, last)


def repeated_lines(documents: Iterable[Document]) -> frozenset[str]:
    """Lines, without outer space and with "#" for numbers, that stand in a third of the documents."""
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += 1
        counts.update({key for key in map(_key, document.text.split("\n")) if key})
    least = max(_FEWEST_DOCUMENTS, _SHARE_OF_DOCUMENTS * total)
    return frozenset(line for line, count in counts.items() if count >= least)


def repeated_ranges(document: Document, lines: frozenset[str]) -> list[tuple[int, int]]:
    """(start, end) of lines that are among `lines`, with their line ends."""
    if not lines:
        return []
    ranges = []
    start = 0
    for line in document.text.split("\n"):
        end = start + len(line) + 1
        if _key(line) in lines:
            ranges.append((start, min(end, len(document.text))))
        start = end
    return ranges


_DIGITS = re.compile(r"\d+")


def _key(line: str) -> str:
    line = line.strip()
    if len(line) < _SHORTEST_LINE or len(line) > 400:
        return ""
    return _DIGITS.sub("#", line)
