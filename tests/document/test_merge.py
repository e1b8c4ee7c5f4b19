from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.merge import Pick, merge_texts
from ownhand.document.spans import GENERATED, Span

BASE = "One went out. Two stayed in. Three slept.\n\nThe next day it rained.\nThe end.\n"


def clean(base: str, mine: str, theirs: str) -> str:
    merge = merge_texts(base, mine, theirs)
    assert merge.conflicts == ()
    return merge.result([])[0]


def test_changes_in_different_lines_go_together() -> None:
    mine = BASE.replace("The end.", "No end yet.")
    theirs = BASE.replace("The next day", "A week later") + "Thanks.\n"

    expected = "One went out. Two stayed in. Three slept.\n\nA week later it rained.\nNo end yet.\nThanks.\n"
    assert clean(BASE, mine, theirs) == expected
    assert clean(BASE, theirs, mine) == expected


def test_changes_in_different_sentences_of_a_paragraph_go_together() -> None:
    mine = BASE.replace("One went out.", "One ran out.")
    theirs = BASE.replace("Three slept.", "Three dreamt. Four did too.")

    assert clean(BASE, mine, theirs).startswith("One ran out. Two stayed in. Three dreamt. Four")


def test_same_change_on_both_sides_is_taken_once() -> None:
    changed = BASE.replace("rained", "snowed")

    assert clean(BASE, changed, changed) == changed


def test_line_deleted_here_and_left_alone_there_goes() -> None:
    mine = BASE.replace("The next day it rained.\n", "")
    theirs = "Title\n" + BASE

    assert clean(BASE, mine, theirs) == "Title\n" + mine


@pytest.mark.parametrize(
    ("pick", "expected"),
    [
        ("mine", "It poured. "),
        ("theirs", "It snowed. "),
        ("both", "It poured. It snowed. "),
    ],
)
def test_same_sentence_changed_twice_is_a_conflict(pick: Pick, expected: str) -> None:
    merge = merge_texts(
        "It rained. So we read.", "It poured. So we read.", "It snowed. So we read."
    )

    (conflict,) = merge.conflicts
    assert conflict.base == "It rained. "
    assert merge.text_of(conflict.mine) == "It poured. "
    assert merge.text_of(conflict.theirs) == "It snowed. "
    assert merge.result([pick])[0] == expected + "So we read."


def test_both_appended_at_the_end_is_a_conflict() -> None:
    merge = merge_texts("a\n", "a\nmine\n", "a\ntheirs\n")

    assert merge.result(["both"])[0] == "a\nmine\ntheirs\n"


def test_line_deleted_here_and_changed_there_is_a_conflict() -> None:
    merge = merge_texts("a\nb\nc\n", "a\nc\n", "a\nB\nc\n")

    (conflict,) = merge.conflicts
    assert (conflict.base, merge.text_of(conflict.mine)) == ("b\n", "")
    assert merge.text_of(conflict.theirs) == "B\n"
    assert merge.result(["theirs"])[0] == "a\nB\nc\n"


def test_origins_come_along_from_both() -> None:
    base, mine, theirs = "a\nb\nc\n", "a\nb\nc\nmine\n", "theirs\na\nb\nc\n"
    merge = merge_texts(base, mine, theirs)

    text, spans = merge.result([], (Span(6, 10, GENERATED),), (Span(0, 6, GENERATED),))

    assert text == "theirs\na\nb\nc\nmine\n"
    assert [text[s.start : s.end] for s in spans] == ["theirs", "mine"]


def test_picks_must_be_as_many_as_the_conflicts() -> None:
    with pytest.raises(ValueError, match="1 picks for 0"):
        merge_texts("a", "a", "a").result(["mine"])


texts = st.lists(st.sampled_from(["a. ", "b! ", "c? ", "\n", "word "]), max_size=12).map("".join)


@given(texts, texts, texts)
def test_one_sided_changes_win_and_both_sides_are_alike(base: str, mine: str, theirs: str) -> None:
    assert clean(base, mine, base) == mine
    assert clean(base, base, theirs) == theirs
    merge = merge_texts(base, mine, theirs)

    assert len(merge_texts(base, theirs, mine).conflicts) == len(merge.conflicts)
    picks: Sequence[Pick] = ["both"] * len(merge.conflicts)
    assert set(merge.result(picks)[0]) <= set(mine + theirs)  # nothing new comes up


def test_texts_without_a_known_origin_keep_what_only_one_has() -> None:
    merge = merge_texts(None, "a\nmine\nb\nc\n", "a\nb\ntheirs\nc\n")

    assert merge.conflicts == ()
    assert merge.result([])[0] == "a\nmine\nb\ntheirs\nc\n"


def test_neighbouring_sentences_changed_by_both_are_places_of_their_own() -> None:
    base = "It rained. We read. All slept."
    merge = merge_texts(base, "It poured. We ate. All slept.", "It snowed. We sang. All slept.")

    assert [conflict.base for conflict in merge.conflicts] == ["It rained. ", "We read. "]
    assert merge.result(["mine", "theirs"])[0] == "It poured. We sang. All slept."
