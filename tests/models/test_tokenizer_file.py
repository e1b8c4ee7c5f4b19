from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.tiny_models import MERGES, TOKENS
from tokenizers import Tokenizer

from ownhand.core.errors import ImportRefusedError
from ownhand.models.tokenizer_file import SPLITS, write_tokenizer

VOCABULARY = {token: index for index, token in enumerate(TOKENS)}


def build(directory: Path, split: str, **extra: list[str]) -> Tokenizer:
    write_tokenizer(directory, vocabulary=VOCABULARY, merges=MERGES, split=split, **extra)
    return Tokenizer.from_file(str(directory / "tokenizer.json"))


@pytest.mark.parametrize(
    ("split", "pieces"),
    [
        ("gpt-2", ["I", "'m", " 1234", "!", " \n", " don", "'t", "\r\n", " x"]),
        ("smollm", ["I", "'m", " ", "1", "2", "3", "4", "!", " \n", " don", "'t", "\r\n", " x"]),
        ("llama-bpe", ["I", "'m", " ", "123", "4", "!", " \n", " don", "'t", "\r\n", " x"]),
        ("qwen2", ["I", "'m", " ", "1", "2", "3", "4", "!", " \n", " don", "'t", "\r\n", " x"]),
    ],
)
def test_text_is_cut_as_the_split_says(tmp_path: Path, split: str, pieces: list[str]) -> None:
    text = "I'm 1234! \n don't\r\n x"
    cut = build(tmp_path, split).pre_tokenizer.pre_tokenize_str(text)
    assert [text[start:end] for _, (start, end) in cut] == pieces


@pytest.mark.parametrize("split", SPLITS)
@given(text=st.text())
def test_every_text_comes_back_unchanged(
    text: str, split: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tokenizer = build(tmp_path_factory.mktemp("t"), split)
    assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


def test_llama3_takes_whole_words_without_their_merges(tmp_path: Path) -> None:
    vocabulary = VOCABULARY | {"hill": len(TOKENS)}
    write_tokenizer(tmp_path, vocabulary=vocabulary, merges=MERGES, split="llama-bpe")
    tokenizer = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    assert tokenizer.encode("hill").tokens == ["hill"]
    write_tokenizer(tmp_path, vocabulary=vocabulary, merges=MERGES, split="gpt-2")
    tokenizer = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    assert tokenizer.encode("hill").tokens == ["h", "i", "ll"]


def test_special_tokens_keep_their_ids_and_have_no_text(tmp_path: Path) -> None:
    tokenizer = build(tmp_path, "gpt-2", special=["<|endoftext|>"])
    ids = tokenizer.encode("he<|endoftext|>").ids
    assert ids == [VOCABULARY["he"], VOCABULARY["<|endoftext|>"]]
    assert tokenizer.decode(ids, skip_special_tokens=True) == "he"


def test_unknown_split_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="“falcon”"):
        build(tmp_path, "falcon")


def test_merges_without_their_tokens_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="vocabulary"):
        write_tokenizer(tmp_path, vocabulary={"a": 0}, merges=[("a", "b")], split="gpt-2")
