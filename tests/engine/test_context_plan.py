"""What part of a prompt is shown."""

from __future__ import annotations

import pytest

from ownhand.engine.context_plan import plan_context
from ownhand.engine.loader import LoadedModel


def test_short_prompt_is_kept_whole(roomy: LoadedModel) -> None:
    plan = plan_context(roomy.tokenizer, "hello there", 512, 100)
    assert roomy.tokenizer.decode(plan.ids.tolist()) == "hello there"
    assert plan.dropped_characters == 0
    assert plan.max_new == 100
    assert plan.healed == ""


def test_last_tokens_of_a_long_prompt_are_kept(roomy: LoadedModel) -> None:
    text = "".join(f"line {number}\n" for number in range(400))
    plan = plan_context(roomy.tokenizer, text, 256, 56)
    kept = roomy.tokenizer.decode(plan.ids.tolist())
    assert text.endswith(kept)
    assert len(text) - len(kept) == plan.dropped_characters > 0
    assert len(plan.ids) + plan.max_new <= 256
    assert len(plan.ids) > 150


def test_start_of_a_long_prompt_moves_in_steps_so_that_the_cache_is_reused(
    roomy: LoadedModel,
) -> None:
    text = "".join(f"line {number}\n" for number in range(3000))
    starts = [
        plan_context(roomy.tokenizer, text[: 20_000 + grown], 256, 56).dropped_characters
        for grown in range(0, 100, 4)
    ]
    assert len(set(starts)) <= 6


@pytest.mark.parametrize("length", [2_000, 50_000])
def test_trailing_space_is_left_for_the_first_token(roomy: LoadedModel, length: int) -> None:
    plan = plan_context(roomy.tokenizer, ("hello " * length)[:length].rstrip() + " ", 256, 56)
    assert plan.healed == " "
    assert not roomy.tokenizer.decode(plan.ids.tolist()).endswith(" ")


@pytest.mark.parametrize("prompt", ["", " "])
def test_empty_prompt_still_gives_a_token(roomy: LoadedModel, prompt: str) -> None:
    plan = plan_context(roomy.tokenizer, prompt, 64, 16)
    assert len(plan.ids) >= 1
    assert plan.dropped_characters == 0


def test_wish_longer_than_the_context_leaves_half_for_the_prompt(roomy: LoadedModel) -> None:
    plan = plan_context(roomy.tokenizer, "hello " * 300, 64, 10_000)
    assert len(plan.ids) >= 24
    assert plan.max_new == 64 - len(plan.ids)


def test_names_of_special_tokens_in_a_text_are_text(roomy: LoadedModel) -> None:
    plan = plan_context(roomy.tokenizer, "say <|endoftext|> now", 256, 16)
    assert not set(plan.ids.tolist()) & roomy.tokenizer.special_ids
