"""Spans as lists of plain values, as the files of Ownhand hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from ownhand.document.spans import Span, Spans

_NAMES = [field.name for field in fields(Span)]
_values = attrgetter(*_NAMES)


def to_lists(spans: Iterable[Span]) -> list[list[Any]]:
    """[start, end, origin, …] for each span; fields that say nothing are left out at the end."""
    lists = []
    for span in spans:
        values = list(_values(span))
        while len(values) > 3 and not values[-1]:
            values.pop()
        lists.append(values)
    return lists


def from_lists(lists: Iterable[Iterable[Any]]) -> Spans:
    """The spans again; fields of a newer version are left out.

    Raises:
        ValueError: If one of them is no span.
        TypeError: If they are no lists.
    """
    spans = []
    for start, end, origin, *rest in lists:
        more = [str(value) for value in rest[: len(_NAMES) - 3]]
        spans.append(Span(int(start), int(end), str(origin), *more))
    return tuple(spans)
