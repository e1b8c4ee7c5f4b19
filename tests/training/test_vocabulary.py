"""Tokenisers made of texts: what they cut, and that they put it together again while it streams."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE
from tests.helpers.untrained import untrained

from ownhand.core.cancel import CancelToken
from ownhand.core.sampling import SamplingSettings
from ownhand.corpus.clean import CleaningOptions, cleaned
from ownhand.corpus.inspect import inspect
from ownhand.engine.context_plan import plan_context
from ownhand.engine.text_stream import TextStream
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.training.vocabulary import count_characters, kind_for, size_for, train_tokenizer

KINDS = ("bpe", "wordpiece", "words", "characters")
SPACED = ("wordpiece", "words")

STORY = (
    'He said "hello there," didn\'t she? (Well -- "yes", she \'did\'.)\n\n'
    "A new paragraph - with *stars* and well-known words; $5.30 at 12:30.\n"
    '"Oh!" said the boys\' mother... “It’s 50% off/on — no…” she added: “‘Never’”.\n'
    "Next line, a word--joined to another [in brackets]. The other said hello to her mother. "
)
CHINESE = "春眠不覺曉，處處聞啼鳥。\n夜來風雨聲，花落知多少。\n"


def tokenizer_of(
    kind: str, texts: Sequence[str] = (STORY, STORY), *, size: int = 600, lower_case: bool = False
) -> tuple[str, list[int]]:
    """The tokeniser as it is written, and the ids of the first text."""
    cancel = CancelToken()
    amount = count_characters(lambda: texts, lower_case, cancel)
    made = train_tokenizer(kind, size, lower_case, lambda: texts, amount, cancel)
    return made.to_str(), made.encode(texts[0]).ids


@pytest.fixture
def opened(tmp_path: Path, request: pytest.FixtureRequest) -> Tokenizer:
    """A tokeniser of the kind that the test names, of the story, as the engine opens it."""
    return open_tokenizer(tmp_path, request.param)


def open_tokenizer(
    folder: Path, kind: str, texts: Sequence[str] = (STORY, STORY), **changes: object
) -> Tokenizer:
    values: dict[str, object] = {"vocabulary": kind, "vocabulary_size": 600, **changes}
    directory = untrained(folder / "model", texts, **values).directory
    return Tokenizer(directory / TOKENIZER_FILE, read_manifest(directory))


each_kind = pytest.mark.parametrize("opened", KINDS, indirect=True)
each_spaced_kind = pytest.mark.parametrize("opened", SPACED, indirect=True)


@each_kind
def test_text_comes_back_as_it_was_written(opened: Tokenizer) -> None:
    assert opened.decode(opened.encode(STORY).tolist()).rstrip(" ") == STORY.rstrip(" ")


@each_kind
def test_no_text_is_taken_back_while_it_streams(opened: Tokenizer) -> None:
    ids = opened.encode(STORY).tolist()
    for start in range(0, len(ids), 7):
        stream = TextStream(opened.decode, opened.tail([opened.start_id, *ids[:start]]))
        shown = "".join(stream.push(token) for token in ids[start:]) + stream.finish()
        before = opened.decode(ids[:start])
        assert before + shown == opened.decode(ids)


@each_kind
def test_offsets_are_places_in_the_text(opened: Tokenizer) -> None:
    ids, starts = opened.encode_with_offsets(STORY)
    assert starts == sorted(starts)
    for token, start, end in zip(ids.tolist(), starts, [*starts[1:], len(STORY)], strict=True):
        text = opened.token_texts[token].strip()
        assert text in STORY[max(start - 1, 0) : end]  # a dash of two is told by its second half


@each_kind
def test_bytes_of_the_tokens_are_about_those_of_the_text(opened: Tokenizer) -> None:
    ids = opened.encode(STORY)
    assert opened.token_bytes[ids].sum() == pytest.approx(len(STORY.encode()), rel=0.06)
    assert not opened.token_bytes[list(opened.special_ids)].any()
    if opened.token_texts[int(ids[0])] == " He":
        assert opened.token_bytes[ids[0]] == 3


@pytest.mark.parametrize("opened", ["bpe", "characters"], indirect=True)
def test_bytes_of_the_tokens_are_those_of_the_text_where_spaces_are_tokens(
    opened: Tokenizer,
) -> None:
    assert opened.token_bytes[opened.encode(STORY)].sum() == len(STORY.encode())


@each_kind
def test_special_tokens_are_there_and_mean_what_they_say(opened: Tokenizer) -> None:
    assert opened.stop_ids == {opened.start_id} == set(opened.first_ids)
    assert len(opened.special_ids) >= 2
    assert opened.decode(sorted(opened.special_ids)) == ""
    assert not set(opened.encode("say [BOS] and [PAD]").tolist()) & {opened.start_id, 0}


@each_kind
def test_prompt_begins_with_the_begin_mark_where_the_text_begins(opened: Tokenizer) -> None:
    assert plan_context(opened, "", 40, 10).ids.tolist() == [opened.start_id]
    whole = plan_context(opened, "the other", 40, 10)
    assert whole.ids[0] == opened.start_id
    assert opened.decode(whole.ids.tolist()) == "the other"
    cut = plan_context(opened, STORY * 3, 40, 10)
    assert cut.dropped_characters
    assert opened.start_id not in cut.ids
    assert len(cut.ids) + cut.max_new <= 40


@each_kind
def test_a_typed_space_is_brought_by_the_next_word(opened: Tokenizer) -> None:
    plan = plan_context(opened, "the other ", 80, 10)
    assert plan.healed == " "
    allowed = opened.bringing_space(int(plan.ids[-1]))
    assert allowed.any()
    whole = [i for i, text in enumerate(opened.token_texts) if "\ufffd" not in text]
    for token in (i for i in whole if allowed[i]):
        stream = TextStream(opened.decode, opened.tail(plan.ids), skip=len(plan.healed))
        shown = stream.push(token) + stream.finish()
        assert f"the other {shown}" == opened.decode([*plan.ids.tolist(), token])


@each_spaced_kind
def test_nothing_is_healed_where_no_token_brings_a_space(opened: Tokenizer) -> None:
    plan = plan_context(opened, "he said ( ", 80, 10)
    assert plan.healed == ""
    stream = TextStream(opened.decode, opened.tail(plan.ids))
    assert stream.push(int(opened.encode("hello")[0])) + stream.finish() in ("hello", "h")


def test_a_space_is_not_demanded_of_a_vocabulary_without_one(tmp_path: Path) -> None:
    tokenizer = open_tokenizer(tmp_path, "characters", (CHINESE,) * 3)
    assert plan_context(tokenizer, "春眠 ", 40, 10).healed == ""


def test_a_word_after_an_unknown_one_brings_its_space(tmp_path: Path) -> None:
    tokenizer = open_tokenizer(tmp_path, "words")
    ids = plan_context(tokenizer, "Zorblax", 40, 10).ids
    assert set(ids.tolist()) <= tokenizer.special_ids
    stream = TextStream(tokenizer.decode, tokenizer.tail(ids))
    assert stream.push(int(tokenizer.encode("said")[0])) + stream.finish() == " said"


@each_kind
def test_unknown_and_padding_are_never_written(opened: Tokenizer) -> None:
    from ownhand.engine.generation import _bias

    wished = SamplingSettings(logit_bias=((" ", 1.0), ("hello", 2.0)))
    bias = _bias(opened, wished, opened.stop_ids)
    banned = {token for token, value in bias.items() if value == -float("inf")}
    assert banned == opened.special_ids - {opened.start_id}
    if len(opened.encode("hello")) == 1:
        assert bias[int(opened.encode("hello")[0])] == 2.0


@pytest.mark.parametrize("kind", KINDS)
def test_small_letters_are_made_of_a_prompt_in_capitals(tmp_path: Path, kind: str) -> None:
    tokenizer = open_tokenizer(tmp_path, kind, lower_case=True)
    shouted = tokenizer.encode("HELLO, Mother")
    assert shouted.tolist() == tokenizer.encode("hello, mother").tolist()
    assert tokenizer.decode(shouted.tolist()) == "hello, mother"
    assert plan_context(tokenizer, STORY * 3, 40, 10).dropped_characters


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_texts_give_the_same_tokeniser(kind: str) -> None:
    texts = [PROSE, STORY, CHINESE]
    assert tokenizer_of(kind, texts) == tokenizer_of(kind, texts)


@pytest.mark.parametrize(
    ("kind", "size"), [("bpe", 300), ("wordpiece", 150), ("words", 40), ("characters", 30)]
)
def test_the_vocabulary_is_as_large_as_asked(kind: str, size: int) -> None:
    import tokenizers

    written, _ = tokenizer_of(kind, [PROSE, STORY], size=size)
    assert tokenizers.Tokenizer.from_str(written).get_vocab_size() == size


def test_contractions_numbers_and_line_breaks_are_words(tmp_path: Path) -> None:
    tokenizer = open_tokenizer(tmp_path, "words")
    texts = tokenizer.token_texts
    for word in (" didn't", " It’s", " 5.30", " 12:30", "\n", "\n\n", "...", "--"):
        assert word in texts


def test_split_punctuation_changes_no_word(tmp_path: Path) -> None:
    from ownhand.core.texts import Document

    text = "She didn't say \"no, never\" (it's odd), did she? The boys' well-known dog; yes."
    document = Document(tmp_path / "a.txt", text, "", 0, "utf-8")
    *_, report = inspect([document], CancelToken())
    (after,) = cleaned([document], CleaningOptions(split_punctuation=True), report.findings)  # type: ignore[union-attr] # the last event is the report
    assert " ," in after.text
    tokenizer = open_tokenizer(tmp_path, "words", (text, text))
    assert tokenizer.encode(after.text).tolist() == tokenizer.encode(text).tolist()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PROSE, "bpe"),
        (CHINESE, "characters"),
        ("こんにちは、世界。", "characters"),
        ("1234 ...", "bpe"),
    ],
)
def test_scripts_without_word_spaces_are_taken_by_characters(text: str, kind: str) -> None:
    assert kind_for(count_characters(lambda: [text], False, CancelToken())) == kind


@pytest.mark.parametrize("kind", ["bpe", "wordpiece"])
def test_suggested_size_grows_with_the_text(kind: str) -> None:
    def size(characters: int) -> int:
        return size_for(kind, count_characters(lambda: ["a" * characters], False, CancelToken()))

    assert size(1_000) == 512
    assert size(1_000_000) == 1216
    assert size(20_000_000) == 8192


def test_quotation_marks_between_spaces_are_put_to_their_words(tmp_path: Path) -> None:
    text = 'the film " jaws " is , i think , " good " .\n'
    tokenizer = open_tokenizer(tmp_path, "words", (text, text))
    shown = tokenizer.decode(tokenizer.encode(text).tolist())
    assert shown == 'the film "jaws" is, i think, "good".\n'


def test_chinese_words_are_put_together_without_spaces(tmp_path: Path) -> None:
    tokenizer = open_tokenizer(tmp_path, "words", (CHINESE,) * 2)
    assert tokenizer.decode(tokenizer.encode(CHINESE).tolist()) == CHINESE
