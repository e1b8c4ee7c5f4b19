"""Which lore is due, and where the author's note stands."""

from __future__ import annotations

import pytest

from ownhand.core.prompting import LoreEntry, PromptExtras
from ownhand.engine.extras import due_lore, note_place


@pytest.mark.parametrize(
    ("keyword", "text", "due"),
    [
        ("Mira", "Then mira came.", True),
        ("Mira", "An admiral came.", False),
        ("Mira", "Mira's hat", True),
        ("old  mill", "by the Old\nMill stood", True),
        ("C++", "He wrote C++ all day", True),
        ("春眠", "昨夜春眠不觉晓", True),
        ("Emma", "我看见Emma来了", True),
        ("엠마", "엠마는 왔다", True),
        ("Ünal", "ÜNAL came", True),
        ("a.b", "axb", False),
    ],
)
def test_lore_is_due_when_its_keyword_stands_there(keyword: str, text: str, due: bool) -> None:
    extras = PromptExtras(lore=(LoreEntry((keyword,), "words"),))
    assert bool(due_lore(extras, text)) is due


def test_lore_is_looked_for_in_the_last_lines_alone() -> None:
    extras = PromptExtras(lore=(LoreEntry(("Mira",), "A cook."),), lore_lines=3)
    assert due_lore(extras, "Mira\n1\n2")
    assert not due_lore(extras, "Mira\n1\n2\n3")


def test_lore_without_keywords_is_always_due_and_switched_off_lore_never() -> None:
    always, off = LoreEntry((), "Always."), LoreEntry((), "Never.", enabled=False)
    blank = LoreEntry((" ",), "Blank keyword.")
    assert due_lore(PromptExtras(lore=(always, off, blank)), "") == (always, blank)


@pytest.mark.parametrize(
    ("depth", "begins"), [(0, "four"), (1, "three"), (2, "two"), (3, "one"), (9, "one")]
)
def test_note_goes_before_a_line_empty_ones_not_counted(depth: int, begins: str) -> None:
    text = "one\n\ntwo\n\nthree\nfour"
    assert text[note_place(text, depth) :].startswith(begins)
