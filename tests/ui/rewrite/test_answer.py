"""What is left of an answer when its chatter is gone."""

from __future__ import annotations

import pytest

from ownhand.ui.rewrite.answer import cleaned

PASSAGE = "The cat sat on the mat."
NEW = "A cat was sitting on a mat."


@pytest.mark.parametrize(
    "answer",
    [
        NEW,
        f'"{NEW}"',
        f"\u201c{NEW}\u201d",
        f"\u201e{NEW}\u201c",
        f"\u00bb{NEW}\u00ab",
        f"Here is the rewritten passage:\n\n{NEW}",
        f"Here's a more concise version: {NEW}",
        f"Sure! Here is a version that is more formal:\n\n\u201c{NEW}\u201d",
        f"Certainly!\n\n{NEW}",
        f"Rewritten passage:\n\n{NEW}",
        f"The revised text:\n{NEW}",
        f"{NEW}\n\nNote: I changed the tense.",
        f"{NEW}\n\nI hope this helps!",
        f"{NEW}\n\nThis version is shorter and more vivid.",
        f"```\n{NEW}\n```",
        f"  {NEW}\n",
    ],
)
def test_chatter_around_the_answer_is_taken_off(answer: str) -> None:
    assert cleaned(answer, PASSAGE) == NEW


@pytest.mark.parametrize(
    ("answer", "passage"),
    [
        ('"Stop," he said. "Now."', '"Halt," he said. "At once."'),
        ('"Stop," he said. "Now."', "He told them to stop at once."),
        ("Here is where she lived: a house by the sea.", "Here is her home: a house by the sea."),
        ("I hope this helps you to forget.", "I hope it helps."),
        ("'Twas a dark night.", "It was a dark night."),
        ("Sure enough, it rained.", "It rained, of course."),
    ],
)
def test_what_belongs_to_the_text_stays(answer: str, passage: str) -> None:
    assert cleaned(answer, passage) == answer


def test_talk_behind_a_single_paragraph_goes_unless_it_may_grow() -> None:
    answer = f"{NEW}\n\nThe language is lyrical."
    assert cleaned(answer, PASSAGE) == NEW
    assert cleaned(answer, PASSAGE, longer=True) == answer
    assert cleaned(answer, "One.\n\nTwo.") == answer


def test_an_empty_answer_stays_empty() -> None:
    assert cleaned("", PASSAGE) == cleaned(" \n", PASSAGE) == cleaned('""', PASSAGE) == ""
