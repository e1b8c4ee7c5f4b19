"""What the model reads for a request, part by part."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tokenizers

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids, StepOutput
from ownhand.core.messages import ContextPlanned, GenerationFinished, GenerationRequest, TextArrived
from ownhand.core.prompting import ChatTurn, LoreEntry, PromptExtras, Role
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.context_plan import ContextPlan
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel
from ownhand.engine.prompt import plan_prompt
from ownhand.engine.session import Session
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest

GOLDENS = Path(__file__).parents[1] / "goldens" / "smollm2.json"
TEMPLATE = "{% for m in messages %}{{ m.role }}: {{ m.content }}<|im_end|>{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}"
LINES = "".join(f"line {number}\n" for number in range(500))


@pytest.fixture(scope="module")
def talker(roomy_llama: Path) -> Tokenizer:
    """A tokeniser whose model has a template."""
    manifest = read_manifest(roomy_llama)
    stop_ids = manifest.stop_token_ids[:1]  # as of models that forget the token that ends a turn
    manifest = replace(manifest, chat_template=TEMPLATE, stop_token_ids=stop_ids)
    return Tokenizer(roomy_llama / TOKENIZER_FILE, manifest)


@pytest.fixture(scope="module")
def filler(roomy_llama: Path, tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    """A tokeniser whose model can fill in."""
    path = tmp_path_factory.mktemp("filler") / TOKENIZER_FILE
    inner = tokenizers.Tokenizer.from_file(str(roomy_llama / TOKENIZER_FILE))
    inner.add_special_tokens(["<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>"])
    inner.save(str(path))
    return Tokenizer(path, read_manifest(roomy_llama))


def plan(tokenizer: Tokenizer, prompt: str = "", limit: int = 512, **wishes: Any) -> ContextPlan:
    request = GenerationRequest(prompt, max_tokens=100, context_tokens=limit)
    found = plan_prompt(tokenizer, replace(request, **wishes), 4096)
    assert sum(part.tokens for part in found.parts) == len(found.ids)
    assert len(found.ids) + found.max_new <= limit
    return found


def talk(*turns: tuple[Role, str]) -> tuple[ChatTurn, ...]:
    return tuple(ChatTurn(role, text) for role, text in turns)


def shown(found: ContextPlan) -> str:
    return "".join(part.text for part in found.parts)


EXTRAS = PromptExtras(
    memory="The sea is near.",
    note="Calm.",
    note_depth=1,
    lore=(LoreEntry(("mira",), "Mira cooks.", "Mira"), LoreEntry(("bob",), "Bob sings.", "Bob")),
)


def test_memory_and_due_lore_stand_first_and_the_note_before_the_last_lines(
    talker: Tokenizer,
) -> None:
    found = plan(talker, "One.\nMira came.\nShe", extras=EXTRAS)
    assert [part.kind for part in found.parts] == ["memory", "lore", "text", "note", "text"]
    assert shown(found) == "The sea is near.\nMira cooks.\nOne.\nCalm.\nMira came.\nShe"
    assert found.parts[1].title == "Mira"
    assert talker.decode(found.ids.tolist()) == shown(found)


def test_start_of_a_long_text_is_dropped_and_the_extras_stay(talker: Tokenizer) -> None:
    found = plan(talker, LINES + "mira", extras=EXTRAS)
    assert shown(found).startswith("The sea is near.\nMira cooks.\n")
    assert shown(found).endswith("Calm.\nline 499\nmira")
    text = "".join(part.text for part in found.parts if part.kind == "text")
    assert text == (LINES + "mira")[found.dropped_characters :]
    assert found.cut_characters == 0


def test_begin_of_a_prompt_stays_while_the_text_grows_so_that_the_cache_is_reused(
    talker: Tokenizer,
) -> None:
    extras = replace(EXTRAS, note="")
    plans = [plan(talker, LINES[: 3000 + 6 * grown], extras=extras) for grown in range(20)]
    starts = {found.dropped_characters for found in plans}
    assert len(starts) <= 5
    alike = [found for found in plans if found.dropped_characters == plans[0].dropped_characters]
    assert len(alike) > 1
    shared = alike[0].ids[:-3]
    assert all(np.array_equal(found.ids[: len(shared)], shared) for found in alike)


def test_extras_take_half_of_the_room_at_most_and_tell_what_was_cut(talker: Tokenizer) -> None:
    extras = PromptExtras(memory="memory " * 300, note="Calm.")
    found = plan(talker, LINES, extras=extras)
    memory = sum(part.tokens for part in found.parts if part.kind in ("memory", "note"))
    text = sum(part.tokens for part in found.parts if part.kind == "text")
    assert memory <= 206 <= 2 * memory
    assert text > 100
    assert found.cut_characters > 0
    assert found.told(0).cut_characters == found.preview.cut_characters == found.cut_characters


def test_trailing_space_is_healed_behind_a_note_too(talker: Tokenizer) -> None:
    found = plan(talker, "One.\nTwo ", extras=EXTRAS)
    assert found.healed == " "
    assert shown(found).endswith("Two")


def test_text_behind_the_caret_is_put_between_marks_where_the_model_can_fill_in(
    filler: Tokenizer,
) -> None:
    found = plan(filler, "The hero ", after=" and left.", extras=PromptExtras(memory="Sea."))
    assert shown(found) == ("<|fim_prefix|>Sea.\nThe hero <|fim_suffix|> and left.<|fim_middle|>")
    names = [filler.name_of(int(token)) for token in found.ids]
    assert names[0] == "<|fim_prefix|>"
    assert names[-1] == "<|fim_middle|>"
    assert found.healed == ""
    long = plan(filler, LINES, after=LINES)
    behind = next(part for part in long.parts if part.kind == "after")
    assert LINES.startswith(behind.text)
    assert behind.tokens <= 103


def test_text_behind_the_caret_is_ignored_by_other_models(talker: Tokenizer) -> None:
    assert shown(plan(talker, "The hero", after=" left.")) == "The hero"


def test_conversation_is_shown_by_turns_with_special_tokens_of_the_template_alone(
    talker: Tokenizer,
) -> None:
    found = plan(talker, chat=talk(("system", "Brief."), ("user", "say <|im_end|> now")))
    assert shown(found) == "system: Brief.<|im_end|>user: say <|im_end|> now<|im_end|>assistant: "
    assert [part.title for part in found.parts] == ["system", "user"]
    end = talker.id_of("<|im_end|>")
    assert found.ids.tolist().count(end) == 2
    assert found.stop_ids == {end}


def test_turn_of_the_assistant_is_gone_on_with(talker: Tokenizer) -> None:
    found = plan(talker, chat=talk(("user", "Why?"), ("assistant", "Because ")))
    assert shown(found).endswith("assistant: Because")
    assert found.healed == " "


def test_oldest_exchanges_are_dropped_whole_and_the_system_stays(talker: Tokenizer) -> None:
    turns: list[tuple[Role, str]] = [("system", "Brief.")]
    for number in range(20):
        turns += [("user", f"question {number}?"), ("assistant", f"answer {number}!")]
    turns.append(("user", "last?"))
    found = plan(talker, limit=400, chat=tuple(ChatTurn(r, t) for r, t in turns))
    assert found.dropped_turns > 0
    assert found.dropped_turns % 2 == 0
    left = turns[1 + found.dropped_turns :]
    rest = "".join(f"{role}: {text}<|im_end|>" for role, text in left)
    assert shown(found) == f"system: Brief.<|im_end|>{rest}assistant: "
    assert found.dropped_characters == sum(len(t) for _, t in turns[1 : 1 + found.dropped_turns])


def test_oldest_turn_shown_moves_rarely_so_that_the_cache_is_reused(talker: Tokenizer) -> None:
    turns: list[ChatTurn] = []
    dropped = []
    for number in range(40):
        turns += talk(("user", f"question {number}?"), ("assistant", f"answer {number}!"))
        found = plan(talker, limit=600, chat=(*turns, ChatTurn("user", "last?")))
        dropped.append(found.dropped_turns)
    assert dropped == sorted(dropped)
    assert 1 < len(set(dropped)) < 15


def test_middle_of_a_question_that_is_too_long_is_cut_and_told(talker: Tokenizer) -> None:
    found = plan(talker, chat=talk(("system", "Brief."), ("user", f"First.\n{LINES}Last?")))
    assert "user: First.\nline 0" in shown(found)
    assert "\n[…]\n" in shown(found)
    assert shown(found).endswith("Last?<|im_end|>assistant: ")
    assert found.cut_characters == found.told(0).cut_characters > 1000
    assert found.dropped_turns == 0
    assert len(found.ids) > 350


def test_endless_system_leaves_room_for_the_question(talker: Tokenizer) -> None:
    found = plan(talker, chat=talk(("system", LINES), ("user", "hello?")))
    assert "user: hello?<|im_end|>" in shown(found)
    assert found.cut_characters > 0


def test_answer_begun_that_fills_the_context_keeps_its_end(talker: Tokenizer) -> None:
    found = plan(talker, chat=talk(("user", "Go"), ("assistant", LINES + "the end")))
    assert shown(found).endswith("the end")


def test_model_without_a_template_gets_plain_words(roomy_llama: Path) -> None:
    tokenizer = Tokenizer(roomy_llama / TOKENIZER_FILE, read_manifest(roomy_llama))
    found = plan(tokenizer, chat=talk(("user", "Why?")))
    assert shown(found) == "User: Why?\nAssistant:"
    assert found.stop_strings == ("\nUser:",)


class Fed(Session):
    """Keeps the tokens that the model was given."""

    ids: list[int]

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        self.ids += ids[0].tolist()
        return super().extend(ids, all_positions)


@pytest.mark.parametrize(
    "request_",
    [
        GenerationRequest("One.\nmira came.\nShe", extras=EXTRAS),
        GenerationRequest(LINES, context_tokens=300, extras=EXTRAS),
        GenerationRequest("", chat=talk(("system", "Brief."), ("user", "Why?"))),
        GenerationRequest("", context_tokens=300, chat=talk(("user", LINES))),
    ],
    ids=["text", "long text", "conversation", "long conversation"],
)
def test_preview_is_what_the_model_is_fed(roomy: LoadedModel, request_: GenerationRequest) -> None:
    session = Fed(roomy.decoder)
    session.ids = []
    request_ = replace(request_, max_tokens=1, settings=SamplingSettings(seed=1))
    preview = plan_prompt(roomy.tokenizer, request_, session.context_tokens).preview
    events = list(continue_text(session, roomy.tokenizer, request_, CancelToken()))
    assert roomy.tokenizer.decode(session.ids) == "".join(part.text for part in preview.parts)
    assert len(session.ids) == preview.tokens
    planned = next(event for event in events if isinstance(event, ContextPlanned))
    assert planned.prompt_tokens == preview.tokens
    assert planned.dropped_characters == preview.dropped_characters
    assert planned.cut_characters == preview.cut_characters


def test_end_of_turn_token_ends_the_answer_though_the_model_does_not_name_it(
    roomy: LoadedModel, talker: Tokenizer
) -> None:
    end = talker.id_of("<|im_end|>")
    assert end is not None
    assert end not in talker.stop_ids
    likely = SamplingSettings(sampler="greedy")
    request = GenerationRequest("", likely, max_tokens=20, chat=talk(("user", "Why?")))

    class Ending(Session):
        def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
            output = super().extend(ids, all_positions)
            output.logits[..., end] = 1e4
            return output

    events = list(continue_text(Ending(roomy.decoder), talker, request, CancelToken()))
    assert not [event for event in events if isinstance(event, TextArrived)]
    last = events[-1]
    assert isinstance(last, GenerationFinished)
    assert last.reason == "end_of_text"


@pytest.mark.starter
def test_starter_reads_a_question_as_llama_cpp_does(starter_directory: Path) -> None:
    manifest = read_manifest(starter_directory)
    tokenizer = Tokenizer(starter_directory / TOKENIZER_FILE, manifest)
    goldens = json.loads(GOLDENS.read_text(encoding="utf-8"))
    asked = "<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n"
    golden = next(entry["ids"] for entry in goldens["tokenised"] if entry["text"] == asked)
    question = talk(("system", "Be brief."), ("user", "What is the capital of France?"))
    found = plan(tokenizer, chat=question)
    assert found.ids.tolist()[-len(golden) :] == golden
    assert shown(found) == "<|im_start|>system\nBe brief.<|im_end|>\n" + asked
    assert not tokenizer.chat_template.plain
    assert found.stop_ids == {tokenizer.id_of("<|im_end|>")}
