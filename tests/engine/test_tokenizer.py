from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE

from ownhand.corpus.chunks import token_ids
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.manifest import Manifest, Source
from ownhand.models.tokenizer_file import SPLITS, write_tokenizer

TEXT = "\n\n".join(
    [PROSE, "\u201cNo,\u201d she said -- twice.  And 12,345 more; don't!", PROSE] * 60
)


def byte_tokenizer(folder: Path, split: str) -> Tokenizer:
    from tokenizers import pre_tokenizers

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    merges = [("Ġ", "t"), ("h", "e"), ("Ġt", "he"), ("Ġ", "s"), ("i", "n"), ("Ċ", "Ċ"), (".", "Ċ")]
    tokens = [*letters, *("".join(pair) for pair in merges)]
    write_tokenizer(
        folder, vocabulary={t: n for n, t in enumerate(tokens)}, merges=merges, split=split
    )
    manifest = Manifest(
        slug="tiny", title="Tiny", family="gpt2", parameters=0, context_tokens=8, licence="",
        bos_token_id=None, add_bos=False, stop_token_ids=(), chat_template=None,
        source=Source("test", "tiny", ""), weights_sha256="", created="",
    )  # fmt: skip
    return Tokenizer(folder / "tokenizer.json", manifest)


@pytest.mark.parametrize("split", SPLITS)
def test_a_batch_gives_what_single_texts_give(tmp_path: Path, split: str) -> None:
    tokenizer = byte_tokenizer(tmp_path, split)
    texts = [PROSE, "", TEXT[:1000]]
    assert [i.tolist() for i in tokenizer.encode_batch(texts)] == [
        tokenizer.encode(text).tolist() for text in texts
    ]


@pytest.mark.parametrize("split", SPLITS)
def test_a_long_text_in_pieces_gives_the_tokens_of_the_whole(tmp_path: Path, split: str) -> None:
    tokenizer = byte_tokenizer(tmp_path, split)
    (ids,) = token_ids([TEXT], tokenizer.encode_batch)
    assert len(TEXT) > 60_000
    assert ids.tolist() == tokenizer.encode(TEXT).tolist()


def test_tokens_with_marks_are_those_whose_text_holds_one(tmp_path: Path) -> None:
    tokenizer = byte_tokenizer(tmp_path, SPLITS[0])
    found = {tokenizer.token_texts[token] for token in tokenizer.tokens_with(("\n", "."))}
    assert found == {"\n", "\n\n", ".", ".\n"}
    found = {tokenizer.token_texts[token] for token in tokenizer.tokens_with(("he",))}
    assert found == {"he", " the"}
