"""Text leaves the stream whole, once, and never as the start of something forbidden."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.engine.text_stream import TextStream


def decode_bytes(tokens: Sequence[int]) -> str:
    """A tokeniser whose tokens are bytes."""
    return bytes(tokens).decode("utf-8", errors="replace")


def stream(text: str, **options: object) -> tuple[str, list[str], TextStream]:
    made = TextStream(decode_bytes, [], **options)  # type: ignore[arg-type]
    parts = []
    for token in text.encode():
        parts.append(made.push(token))
        if made.stopped:
            break
    parts.append(made.finish())
    return "".join(parts), parts, made


@given(st.text(max_size=40))
def test_text_arrives_whole_and_without_broken_characters(text: str) -> None:
    joined, parts, _ = stream(text)
    assert joined == text.rstrip("\ufffd")
    assert all("\ufffd" not in part or "\ufffd" in text for part in parts)


def test_emoji_is_held_until_its_last_byte() -> None:
    _, parts, _ = stream("a🖋b")
    assert parts == ["a", "", "", "", "🖋", "b", ""]


@given(st.text("abc", max_size=30), st.lists(st.text("abc", min_size=1, max_size=4), max_size=3))
def test_stop_string_ends_the_text_before_it(text: str, stops: list[str]) -> None:
    joined, _, made = stream(text, stop_strings=stops)
    places = [text.find(stop) for stop in stops if stop in text]
    assert made.stopped == bool(places)
    assert joined in ({text[:place] for place in places} or {text})
    assert not any(stop in joined for stop in stops)


def test_beginning_of_a_stop_string_is_held_and_let_go() -> None:
    _, parts, _ = stream("x</y", stop_strings=["</s>"])
    assert parts == ["x", "", "", "</y", ""]


def test_start_that_stands_in_the_prompt_is_left_out() -> None:
    joined, parts, _ = stream(" word", skip=1)
    assert joined == "word"
    assert parts[0] == ""


def test_held_tokens_can_be_retracted() -> None:
    made = TextStream(decode_bytes, [])
    assert made.push(ord("a"), held=1) == ""
    assert made.push(ord("b"), held=2) == ""
    made.retract(1)
    assert made.push(ord("c"), held=0) == "ac"


def test_shown_text_cannot_be_retracted() -> None:
    made = TextStream(decode_bytes, [])
    made.push(ord("a"))
    with pytest.raises(ValueError, match="held back"):
        made.retract(1)


def test_broken_bytes_do_not_hold_the_text_for_ever() -> None:
    made = TextStream(decode_bytes, [])
    shown = "".join(made.push(0x80) for _ in range(20))
    assert shown


def test_preview_shows_tokens_that_are_not_chosen() -> None:
    made = TextStream(decode_bytes, [], skip=1)
    assert made.preview(list(b" abc")) == "abc"
    assert made.push(ord(" ")) == ""
    assert made.push(ord("z")) == "z"


def test_stop_string_among_held_tokens_ends_the_text_once_they_are_safe() -> None:
    made = TextStream(decode_bytes, [], stop_strings=["x"])
    assert made.push(ord("a"), held=0) == "a"
    assert made.push(ord("x"), held=1) == ""  # it may yet be taken back
    assert made.push(ord("y"), held=1) == ""
    assert made.stopped
    assert made.finish() == ""


def test_stop_string_among_held_tokens_can_be_taken_back() -> None:
    made = TextStream(decode_bytes, [], stop_strings=["x"])
    made.push(ord("x"), held=1)
    made.retract(1)
    assert made.push(ord("b"), held=0) == "b"
    assert not made.stopped


def test_end_is_cut_at_a_stop_string_that_was_still_held() -> None:
    made = TextStream(decode_bytes, [], stop_strings=["x"])
    for held, letter in enumerate("axb", start=1):
        assert made.push(ord(letter), held) == ""
    assert made.finish() == "a"
    assert made.stopped


def test_what_might_have_been_taken_back_is_left_out_of_a_broken_off_end() -> None:
    made = TextStream(decode_bytes, [])
    made.push(ord("a"), held=0)
    made.push(ord("b"), held=1)
    made.push(ord("c"), held=2)
    assert made.finish(drop_retractable=True) == ""


def test_emoji_after_a_long_beginning_of_a_stop_string_stays_whole() -> None:
    text = "once upon a 🖋."
    joined, parts, _ = stream(text, stop_strings=["once upon a time"])
    assert joined == text
    assert not any("\ufffd" in part for part in parts)


def test_healed_space_is_no_stop_string() -> None:
    made = TextStream(decode_bytes, [], stop_strings=[" "], skip=1)
    assert "".join(made.push(token) for token in b" ab") == "ab"
    made.push(ord(" "))
    assert made.stopped


def test_preview_ends_before_a_stop_string() -> None:
    made = TextStream(decode_bytes, [], stop_strings=["\n"])
    assert made.preview(list(b"one\ntwo")) == "one"
