"""The tree of turns."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownhand.core.prompting import ChatTurn
from ownhand.document.conversations.conversation import Attachment, Conversation, Entry, told_turns


def texts(conversation: Conversation) -> list[str]:
    return [turn.text for turn in conversation.path]


class Told:
    """A conversation, and the lines that its file would have."""

    def __init__(self) -> None:
        self.talk = Conversation("one")
        self.lines: list[Entry] = [self.talk.begin()]

    def say(self, text: str, parent: str = "") -> str:
        speaker = "assistant" if text.startswith("a") else "user"
        self.lines.append(self.talk.say(speaker, text, parent))  # type: ignore[arg-type]
        return str(self.lines[-1]["id"])

    def again(self) -> Conversation:
        read = Conversation("one")
        for line in json.loads(json.dumps(self.lines)):
            assert read.apply(line)
        return read


@pytest.fixture
def told() -> Told:
    return Told()


def test_last_said_shows_and_variants_stand_beside_it(told: Told) -> None:
    question = told.say("question")
    first = told.say("answer 1", question)
    told.say("more", first)
    second = told.say("answer 2", question)
    assert texts(told.talk) == ["question", "answer 2"]
    assert [turn.text for turn in told.talk.variants(second)] == ["answer 1", "answer 2"]
    told.lines.append(told.talk.choose(first))
    assert texts(told.talk) == texts(told.again()) == ["question", "answer 1", "more"]


def test_other_wording_of_the_beginning_is_a_variant_of_it(told: Told) -> None:
    first = told.say("question")
    told.say("answer", first)
    other = told.say("question 2")
    assert texts(told.talk) == ["question 2"]
    assert len(told.talk.variants(other)) == 2


def test_removed_turn_takes_what_follows_along_and_comes_back(told: Told) -> None:
    question = told.say("question")
    answer = told.say("answer", question)
    told.say("more", answer)
    told.lines.append(told.talk.remove(answer))
    assert texts(told.again()) == texts(told.talk) == ["question"]
    assert answer not in told.talk
    told.lines.append(told.talk.bring_back(answer))
    assert texts(told.again()) == texts(told.talk) == ["question", "answer", "more"]


def test_removed_variant_leaves_the_others(told: Told) -> None:
    question = told.say("question")
    told.say("answer 1", question)
    second = told.say("answer 2", question)
    told.talk.remove(second)
    assert texts(told.talk) == ["question", "answer 1"]


def test_turn_grows_and_is_reworded(told: Told) -> None:
    turn = told.say("answer")
    told.lines += [told.talk.grow(turn, " one"), told.talk.grow(turn, " two")]
    assert told.again()[turn].text == "answer one two"
    told.lines += [told.talk.reword(turn, "else"), told.talk.note_record(turn, {"id": "ab"})]
    assert told.again()[turn].text == "else"
    assert told.again()[turn].record == {"id": "ab"}


def test_branch_is_a_conversation_of_its_own_up_to_a_turn(told: Told) -> None:
    question = told.say("question")
    answer = told.say("answer", question)
    told.say("more", answer)
    told.talk.tell("Be brief.", "Critic")
    copy, lines = told.talk.branch(answer, "two")
    assert texts(copy) == ["question", "answer"]
    assert (copy.system, copy.persona) == ("Be brief.", "Critic")
    read = Conversation("two")
    assert all(read.apply(line) for line in lines)
    assert texts(read) == texts(copy)


def test_name_is_the_title_or_how_it_begins(told: Told) -> None:
    assert told.talk.name == ""
    told.say("Who is\nMira?")
    assert told.talk.name == "Who is Mira?"
    told.talk.rename("Mira")
    assert told.talk.name == "Mira"


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"what": "said"},
        {"what": "said", "id": "x", "parent": "nowhere", "speaker": "user", "text": "t"},
        {"what": "said", "id": "x", "parent": "", "speaker": "god", "text": "t"},
        {"what": "grew", "id": "nobody", "text": "t"},
        {"what": "dances"},
        {"what": "removed", "id": ["a"]},
        {"what": "said", "id": "x", "parent": "", "speaker": "user", "text": "t", "attachment": 7},
    ],
)
def test_line_that_makes_no_sense_changes_nothing(told: Told, line: dict[str, Any]) -> None:
    told.say("question")
    assert not told.talk.apply(line)
    assert texts(told.talk) == ["question"]


def test_engine_is_told_the_system_first_and_attachments_with_the_question(told: Told) -> None:
    text = Attachment("Emma", "{question} stays", 100, passage=True)
    told.talk.say("user", "Who?", "", text)
    turns = told_turns("Be brief.", told.talk.path, "About: {text} / {question}")
    assert turns == (
        ChatTurn("system", "Be brief."),
        ChatTurn("user", "About: {question} stays / Who?"),
    )
    assert text.is_cut
    assert told_turns(" ", ()) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 20)), max_size=25))
def test_file_read_again_gives_the_same_conversation(steps: list[tuple[int, int]]) -> None:
    told = Told()
    ids = [""]
    for kind, number in steps:
        turn = ids[number % len(ids)]
        match kind:
            case 0 | 1 | 2:
                ids.append(told.say("aq"[kind % 2] + str(number), turn))
            case 3 if turn:
                told.lines.append(told.talk.grow(turn, "+"))
            case 4 if turn:
                told.lines.append(told.talk.choose(turn))
            case 5 if turn:
                told.lines.append(told.talk.remove(turn))
            case 6 if turn:
                told.lines.append(told.talk.bring_back(turn))
    read = told.again()
    assert read.path == told.talk.path
    assert all(read.variants(turn.id) == told.talk.variants(turn.id) for turn in read.path)
