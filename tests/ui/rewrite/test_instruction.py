"""The instructions of the installation."""

from __future__ import annotations

import pytest

from ownhand.ui.rewrite.instruction import load_instruction
from ownhand.ui.rewrite.rewriting import TITLES


@pytest.mark.parametrize("kind", TITLES)
def test_the_passage_stands_in_the_question_as_it_is(kind: str) -> None:
    passage = 'She said {tone} and {passage} and "%s".'
    request = load_instruction(kind).request(passage, "merry", 1000)
    system, user = request.chat
    assert (system.role, user.role) == ("system", "user")
    assert passage in user.text
    assert ("merry" in user.text) == (kind == "tone")
    assert request.prompt == ""
    assert request.context_tokens == 1000


def test_the_longest_answer_follows_the_passage_and_the_kind() -> None:
    passage = "word " * 200
    longest = {
        kind: load_instruction(kind).request(passage, "", 2048).max_tokens for kind in TITLES
    }
    assert longest["shorten"] < longest["rewrite"] < longest["expand"]
    shorter = load_instruction("expand").request("word " * 20, "", 2048).max_tokens
    assert shorter < longest["expand"] / 4
