from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.text_files import PROSE

from ownhand.core.texts import Document
from ownhand.corpus.split import split


def documents(count: int, length: int = 200) -> list[Document]:
    return [Document(Path(f"{n}.txt"), f"{n} " + "word " * length) for n in range(count)]


def test_whole_documents_are_held_out() -> None:
    texts = documents(40)
    found = split(texts, seed=1)
    assert found.by_document
    assert len(found.held_out) == 4
    assert {d.path for d in found.train} & {d.path for d in found.held_out} == set()
    assert len(found.train) + len(found.held_out) == 40


def test_the_seed_decides() -> None:
    texts = documents(40)
    assert split(texts, seed=1) == split(texts, seed=1)
    assert split(texts, seed=1) != split(texts, seed=2)


def test_near_duplicates_stay_on_one_side() -> None:
    texts = documents(12)
    same = {n: n % 4 for n in range(4, 12)}
    for seed in range(10):
        found = split(texts, seed=seed, same=same)
        sides = [{int(d.path.stem) % 4 for d in side} for side in (found.train, found.held_out)]
        assert sides[0] & sides[1] == set()
        assert all(sides)


@pytest.mark.parametrize("count", [1, 3, 9])
def test_few_documents_give_their_tails(count: int) -> None:
    texts = [Document(Path(f"{n}.txt"), "\n\n".join([PROSE] * 20)) for n in range(count)]
    found = split(texts, seed=0)
    assert not found.by_document
    assert len(found.train) == len(found.held_out) == count
    for head, tail, whole in zip(found.train, found.held_out, texts, strict=True):
        assert head.text + tail.text == whole.text
        assert tail.text == "\n\n".join([PROSE] * 2)


def test_few_documents_that_are_alike_are_not_held_out() -> None:
    texts = [Document(Path(f"{n}.txt"), "\n\n".join([PROSE] * 20)) for n in range(3)]
    found = split(texts, 0, same={0: 1})
    assert [d.path.name for d in found.held_out] == ["2.txt"]
    assert [d.text for d in found.train[:2]] == [texts[0].text, texts[1].text]


def test_a_huge_document_does_not_leave_too_little_to_train_on() -> None:
    texts = [*documents(20), Document(Path("huge.txt"), "word " * 20_000)]
    for seed in range(5):
        found = split(texts, seed=seed)
        assert found.train
        assert found.held_out


@given(st.lists(st.integers(0, 5000), max_size=30), st.integers(0, 5))
def test_no_character_is_lost_or_doubled(lengths: list[int], seed: int) -> None:
    texts = [
        Document(Path(f"{n}"), ("ab c. " * length)[:length]) for n, length in enumerate(lengths)
    ]
    found = split(texts, seed)
    total = sum(len(d.text) for d in (*found.train, *found.held_out))
    assert sum(lengths) - total <= sum(1 for n in lengths if n < 20) * 20


def test_nothing_held_out_when_asked() -> None:
    texts = documents(3)
    assert split(texts, 0, share=0).train == tuple(texts)
    with pytest.raises(ValueError, match="share"):
        split(texts, 0, share=0.9)
