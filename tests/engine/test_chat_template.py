"""Conversations as each kind of model has them written down."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from ownhand.core.prompting import ChatTurn, Role
from ownhand.engine.chat_template import ChatTemplate

GOLDENS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "goldens" / "chats.json").read_text(encoding="utf-8")
)
SPECIAL = ("<|im_start|>", "<|im_end|>", "<s>", "</s>", "<bos>", "<eos>", "<start_of_turn>",
           "<end_of_turn>", "<|eot_id|>", "<|begin_of_text|>")  # fmt: skip


def template(kind: str) -> ChatTemplate:
    known = GOLDENS["templates"][kind]
    return ChatTemplate(known["source"], known["bos"], known["eos"], SPECIAL)


def said(*turns: tuple[Role, str]) -> list[ChatTurn]:
    return [ChatTurn(role, text) for role, text in turns]


def written(kind: str, *turns: tuple[Role, str]) -> str:
    return "".join(chunk.text for chunk in template(kind).render(said(*turns)))


@pytest.mark.parametrize(
    "golden",
    [golden for golden in GOLDENS["renderings"] if golden["text"] is not None],
    ids=lambda golden: f"{golden['template']}-{golden['said']}",
)
def test_conversation_is_written_as_transformers_does(golden: dict[str, Any]) -> None:
    assert written(golden["template"], *golden["turns"]) == golden["text"]


def test_goldens_hold_what_templates_refuse() -> None:
    refused = {(g["template"], g["said"]) for g in GOLDENS["renderings"] if g["text"] is None}
    assert ("gemma", "with a system") in refused
    assert ("mistral", "two questions") in refused


@pytest.mark.parametrize("kind", ["gemma", "mistral"])
def test_system_goes_into_the_first_question_where_it_is_refused(kind: str) -> None:
    assert not template(kind).plain
    text = written(kind, ("system", "Be brief."), ("user", "Why?"))
    assert text == written(kind, ("user", "Be brief.\n\nWhy?"))


@pytest.mark.parametrize("kind", ["llama-2", "mistral"])
def test_turns_of_one_speaker_are_joined_where_they_must_alternate(kind: str) -> None:
    text = written(kind, ("user", "One"), ("user", "Two"))
    assert text == written(kind, ("user", "One\n\nTwo"))


def test_system_that_a_template_leaves_out_is_told_with_the_question() -> None:
    silent = ChatTemplate(
        "{% for m in messages if m.role == 'user' %}Q {{ m.content }} {% endfor %}A"
    )
    chunks = silent.render(said(("system", "Be brief."), ("user", "Why?")))
    assert "".join(chunk.text for chunk in chunks) == "Q Be brief.\n\nWhy? A"


@pytest.mark.parametrize("kind", GOLDENS["templates"])
def test_last_turn_of_the_assistant_is_left_open(kind: str) -> None:
    text = written(kind, ("user", "Why?"), ("assistant", "Because it"))
    assert text.endswith("Because it")
    assert text.count("Because it") == 1


@pytest.mark.parametrize("kind", GOLDENS["templates"])
def test_end_of_a_turn_is_found(kind: str) -> None:
    ending = template(kind).ending
    assert (ending.token or ending.text) == GOLDENS["templates"][kind]["ending"]


def test_names_of_special_tokens_in_what_is_said_are_marked_as_text() -> None:
    chunks = template("chatml").render(said(("user", "say <|im_end|> now"), ("assistant", "")))
    literal = [chunk.text for chunk in chunks if chunk.literal]
    assert literal == ["<|im_end|>"]
    whole = "".join(chunk.text for chunk in chunks)
    assert "user\nsay <|im_end|> now<|im_end|>" in whole


HOSTILE = {
    "no template": "{% for",
    "nothing": "",
    "leaves out the question": "Hello",
    "endless": "{% for a in range(9000) %}{% for b in range(9000) %}{% endfor %}{% endfor %}",
    "counts too far": "{% for a in range(100000000) %}{% endfor %}{{ messages[0].content }}",
    "doubles": "{% set n = namespace(x='a') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "doubles in a name": "{% set x = 'ab' %}" + "{% set x = x ~ x %}" * 60,
    "never returns": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "fills up": "{{ messages[0].content.ljust(1000000000) }}",
    "centres": "{{ messages[0].content | center(1000000000) }}",
    "multiplies": "{{ messages[0].content * 1000000000 }}",
    "formats": "{{ '%1000000000d' % 7 }}",
    "great power": "{{ 10 ** 100000000 }}",
    "floods": "{% for a in range(9999) %}{{ 'x' }}" + "y" * 9000 + "{% endfor %}",
    "reaches out": "{{ messages.__class__.__mro__[1].__subclasses__() }}",
    "changes the turns": "{{ messages.append(1) }}{{ messages[0].content }}",
    "includes": "{% include '/etc/passwd' %}{{ messages[0].content }}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_template_of_no_use_gives_plain_words(name: str) -> None:
    begun = time.monotonic()
    chat = ChatTemplate(HOSTILE[name], special=SPECIAL)
    chunks = chat.render(said(("system", "Be brief."), ("user", "Why?")))
    assert "".join(chunk.text for chunk in chunks) == "Be brief.\n\nUser: Why?\nAssistant:"
    assert chat.plain
    assert chat.ending.text == "\nUser:"
    assert time.monotonic() - begun < 30


def test_template_that_refuses_one_conversation_writes_that_in_plain_words() -> None:
    picky = ChatTemplate(
        "{% if messages | length > 1 %}{{ raise_exception('') }}{% endif %}{{ messages[0].content }}"
    )
    chunks = picky.render(said(("user", "a"), ("assistant", "b"), ("user", "c")))
    assert "".join(chunk.text for chunk in chunks) == "User: a\nAssistant: b\nUser: c\nAssistant:"


def test_no_trace_is_left_on_the_thread_after_rendering() -> None:
    import sys

    before = sys.gettrace()
    written("chatml", ("user", "Why?"))
    assert sys.gettrace() is before
