"""Which line ends of a text are paragraphs' ends, and which only the edge of the sheet.

A line was broken by a program when the next line's first word would not have fitted. Verse, lists and
dialogue break where they please: mostly before the edge, often after punctuation, with a capital next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

KEEP = "\n"
APART = "\n\n"
SPACE = " "
NOTHING = ""
HYPHEN = "-"
"""The line ends with a hyphen that may be the printer's."""

_FIRST_WORD = re.compile(r"\S+")
_CLOSING = "\"'\u2019\u201d\u00bb)]*_"
_SENTENCE_END = ".!?:;,\u2026\u3002\uff0c\uff1f\uff01\uff1b\u3001\uff1a\u300d\u300f"
_UNSPACED = re.compile(
    "[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_NARROWEST, _WIDEST = 45, 130
_NARROWEST_UNSPACED, _WIDEST_UNSPACED = 18, 80


@dataclass(frozen=True, slots=True)
class _Break:
    """A line end between two lines without a blank one between them."""

    width: int
    forced_above: int
    """The edge would have had to lie before this column to force the break."""
    capital: bool
    punctuation: bool
    indented: bool


@dataclass(frozen=True, slots=True)
class _Shares:
    edge: float
    forced: float
    capital: float
    punctuation: float

    def prose(self, unspaced: bool) -> bool:
        if unspaced:
            fits = _NARROWEST_UNSPACED <= self.edge <= _WIDEST_UNSPACED
            return fits and self.forced >= 0.7 and self.punctuation < 0.5
        fits = _NARROWEST <= self.edge <= _WIDEST
        return fits and self.forced >= 0.7 and self.capital < 0.6 and self.punctuation < 0.6


def joints(lines: Sequence[str], protect: Callable[[int, int], bool] | None = None) -> list[str]:
    """What stands after each line once hard-wrapped paragraphs are joined.

    Args:
        lines: Of one text, without line ends.
        protect: Tells for the numbers of a line and the next one that the line end has a meaning.

    Returns:
        For each line that is not blank, in order, one of the constants of this module.
    """
    blocks = _blocks(lines)
    written = [n for block in blocks for n in block]
    if not written:
        return []
    text = "".join(lines[n][:200] for n in written[:2000])
    unspaced = len(_UNSPACED.findall(text)) * 2 > len(text)
    breaks = [[_break(lines[a], lines[b], unspaced) for a, b in pairwise(block)] for block in blocks]  # fmt: skip
    flat = [b for block in breaks for b in block]
    whole = _shares(flat)
    wrapped = bool(flat) and whole.prose(unspaced)
    result: list[str] = []
    for block, ends in zip(blocks, breaks, strict=True):
        join = _joined(ends, whole, wrapped, unspaced)
        for i, end in enumerate(ends):
            line, following = lines[block[i]], lines[block[i + 1]]
            if (
                not join
                or _own_line(end, whole.edge if wrapped else _shares(ends).edge)
                or (protect is not None and protect(block[i], block[i + 1]))
            ):
                result.append(KEEP)
            else:
                result.append(_glue(line.rstrip(), following.lstrip()))
        result.append(APART)
    return result


def _blocks(lines: Sequence[str]) -> list[list[int]]:
    blocks: list[list[int]] = []
    current: list[int] = []
    for number, line in enumerate(lines):
        if line and not line.isspace():
            current.append(number)
        elif current:
            blocks.append(current)
            current = []
    if current:
        blocks.append(current)
    return blocks


def _break(line: str, following: str, unspaced: bool) -> _Break:
    line, after = line.rstrip(), following.lstrip()
    width = len(line)
    word = _FIRST_WORD.match(after)
    length = 1 if unspaced else len(word.group()) if word else 0
    start = after.lstrip("\"'\u2018\u201c\u00ab([*_")[:1]
    bare = line.rstrip(_CLOSING)
    return _Break(
        width=width,
        forced_above=width + length + (0 if unspaced else 1),
        capital=not start.islower() and not _UNSPACED.match(start or "a"),
        punctuation=bare[-1:] in _SENTENCE_END and not bare.endswith("--"),
        indented=_indent(following) > _indent(line),
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t\u3000"))


def _shares(ends: Sequence[_Break]) -> _Shares:
    if not ends:
        return _Shares(0, 0, 1, 1)
    widths = sorted(end.width for end in ends)
    edge = widths[int(0.95 * (len(widths) - 1))]
    count = len(ends)
    return _Shares(
        edge=edge,
        forced=sum(end.forced_above > 0.88 * edge for end in ends) / count,
        capital=sum(end.capital for end in ends) / count,
        punctuation=sum(end.punctuation for end in ends) / count,
    )


def _joined(ends: Sequence[_Break], whole: _Shares, wrapped: bool, unspaced: bool) -> bool:
    if not ends:
        return False
    if not wrapped:
        return len(ends) >= 3 and _shares(ends).prose(unspaced)
    forced = sum(end.forced_above > 0.88 * whole.edge for end in ends) / len(ends)
    capital = sum(end.capital for end in ends) / len(ends)
    # A stanza quoted in a novel, or an address.
    return forced >= 0.5 and not (len(ends) >= 3 and capital > 0.8 and forced < 0.9)


def _own_line(end: _Break, edge: float) -> bool:
    """Whether a break inside a wrapped paragraph was meant."""
    if end.forced_above > 0.88 * edge:
        return end.indented and end.capital and end.punctuation
    return end.indented or end.capital or end.width < 0.5 * edge


def _glue(line: str, following: str) -> str:
    if line.endswith(("--", "\u2014", "/")):
        return NOTHING
    if (
        line.endswith(("-", "\u2010", "\u00ad"))
        and line[-2:-1].isalpha()
        and following[:1].islower()
    ):
        return HYPHEN
    if _UNSPACED.match(line[-1:]) and _UNSPACED.match(following[:1]):
        return NOTHING
    return SPACE
