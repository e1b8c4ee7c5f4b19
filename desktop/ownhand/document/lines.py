"""Which lines two versions of a text have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line with its line end, where it has one."""

_LONGEST_SEARCH = 5000  # lines; difflib takes about a second for as many


def matching_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of lines that both texts have: (first in old, first in new, how many), in order.

    Common first and last lines are found directly; between them difflib decides, unless that would
    take long (over 5,000 lines), when nothing between them counts as kept.
    """
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    rest = shortest - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    if head:
        yield 0, 0, head
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if middle_old and middle_new and len(middle_old) + len(middle_new) <= _LONGEST_SEARCH:
        matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
        for match in matcher.get_matching_blocks():
            if match.size:
                yield head + match.a, head + match.b, match.size
    if tail:
        yield len(old) - tail, len(new) - tail, tail
