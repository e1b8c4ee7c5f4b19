"""Replacing many places at once keeps who wrote what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.document.replacing import (
    Replacement,
    position_after,
    replace_places,
    replacements_for,
)
from ownhand.document.search import Query, places_in
from ownhand.document.spans import EDITED, GENERATED, PASTED, Span, Spans


def replaced_all(text: str, query: Query, template: str) -> str:
    cancel = CancelToken()
    places = list(places_in(text, query.compiled(), cancel))
    return replace_places(text, (), replacements_for(text, query, template, places, cancel))[0]


def test_words_are_replaced_as_they_stand() -> None:
    assert replaced_all("a.b a.b", Query("a.b"), r"\1 $&") == r"\1 $& \1 $&"


def test_groups_of_a_pattern_come_back() -> None:
    query = Query(r"(?P<first>\w+) (\w+)", is_pattern=True)
    assert (
        replaced_all("one two\nthree four", query, r"\2 \g<first>\n") == "two one\n\nfour three\n"
    )


def test_unknown_group_is_a_sentence() -> None:
    with pytest.raises(BadInputError, match="instead cannot be read"):
        replaced_all("a", Query("a", is_pattern=True), r"\3")


def test_only_the_given_places_are_replaced() -> None:
    query, cancel = Query("a", is_pattern=True), CancelToken()
    made = replacements_for("a a a", query, "b", [(2, 3)], cancel)
    assert made == (Replacement(2, 3, "b"),)


@pytest.mark.parametrize(
    ("text", "spans", "place", "came", "expected"),
    [
        # Whole generated words give way to the writer's own.
        ("one two six", (Span(0, 11),), (4, 7, "four"), "one four six", (Span(0, 4), Span(8, 12))),
        # A generated word that is changed within is an edited one.
        (
            "colours",
            (Span(0, 7, GENERATED, "r"),),
            (4, 5, ""),
            "colors",
            (Span(0, 6, EDITED, "r"),),
        ),
        ("a xyz", (Span(2, 5),), (2, 3, "Q"), "a Qyz", (Span(3, 5, EDITED),)),
        ("abc d", (Span(0, 3, PASTED),), (1, 2, "Q"), "aQc d", (Span(0, 1, PASTED), Span(2, 3, PASTED))),
    ],
)  # fmt: skip
def test_what_comes_is_the_writers(
    text: str, spans: Spans, place: tuple[int, int, str], came: str, expected: Spans
) -> None:
    assert replace_places(text, spans, [Replacement(*place)]) == (came, expected)


TEXTS = st.text("ab \n🌲", max_size=40)


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), TEXTS), max_size=6), st.data()
)
def test_what_was_not_replaced_keeps_its_origin_or_becomes_edited(
    text: str, wanted: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    replacements: list[Replacement] = []
    position = 0
    for start, length, came in sorted(wanted):
        end = min(start + length, len(text))
        if position <= start < end:
            replacements.append(Replacement(start, end, came))
            position = end
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))

    new, origins = replace_places(text, spans, replacements)

    def origin(found: Spans, position: int) -> str:
        return next((s.origin for s in found if s.start <= position < s.end), "")

    expected, kept = [], 0
    for each in replacements:
        expected += [*text[kept : each.start], each.text]
        kept = each.end
    assert new == "".join([*expected, text[kept:]])
    gone = {p for each in replacements for p in range(each.start, each.end)}
    for position in set(range(len(text))) - gone:
        there = position_after(replacements, position)
        assert new[there] == text[position]
        before, after = origin(spans, position), origin(origins, there)
        assert after == before or (before, after) == (GENERATED, EDITED)
