"""What two versions of a text have in common at their start and at their end, origins included."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from ownhand.document.spans import Spans


def common_ends(old: str, old_spans: Spans, new: str, new_spans: Spans) -> tuple[int, int]:
    """How many characters at the start and how many after these at the end are the same, whoever wrote them.

    Args:
        old: One text.
        old_spans: Its origins, normalised.
        new: Another.
        new_spans: Its origins, normalised.
    """
    limit = min(len(old), len(new))
    head = _common(old, new, min(limit, _agreeing(old_spans, new_spans)))
    turned = _turned(old_spans, len(old)), _turned(new_spans, len(new))
    tail = min(limit - head, _agreeing(*turned))
    return head, _common_end(old, new, tail)


def _agreeing(one: Spans, other: Spans) -> int:
    """Up to which position two lists of spans say the same."""
    for first, second in zip_longest(one, other):
        if first == second:
            continue
        if first is None or second is None:
            return int((first or second).start)
        if first.start != second.start:
            return min(first.start, second.start)
        if replace(first, end=second.end) != second:
            return int(first.start)
        return min(first.end, second.end)
    return 1 << 60


def _turned(spans: Spans, length: int) -> Spans:
    """As seen from the end."""
    return tuple(
        replace(span, start=length - span.end, end=length - span.start) for span in reversed(spans)
    )


def _common(old: str, new: str, limit: int) -> int:
    """Length of the common start, at most `limit`; by halving, since comparing whole slices is quick."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str, limit: int) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
