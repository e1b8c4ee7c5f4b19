from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.text_files import PROSE

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.corpus.cache import CacheError
from ownhand.corpus.chunks import token_ids
from ownhand.corpus.pack import Packed, pack, segment_positions

END = 999


def letters(texts: Sequence[str]) -> list[list[int]]:
    return [[ord(c) for c in text] for text in texts]


def packed(folder: Path, texts: Sequence[str], length: int, end: int | None = END) -> Packed:
    *_, found = pack(
        folder, {"texts": list(texts)}, lambda: texts, letters, CancelToken(), length=length, end_id=end
    )  # fmt: skip
    assert isinstance(found, Packed)
    return found


def test_blocks_hold_each_document_apart_and_closed(tmp_path: Path) -> None:
    found = packed(tmp_path, ["abcdefghij", "kl", "mno"], 6)
    rows = [
        [(int(s), chr(t) if t != END else "|") for t, s in zip(b, g, strict=True) if s]
        for b, g in zip(found.blocks, found.segments, strict=True)
    ]
    assert ["".join(c for _, c in row) for row in rows] == ["abcdef", "ghij|", "mno|", "kl|"] or [
        "".join(c for _, c in row) for row in rows
    ] == ["abcdef", "ghij|", "kl|", "mno|"]
    assert found.tokens == 18
    assert found.padding_share == pytest.approx(1 - 18 / 24)
    assert found.blocks.dtype == np.int32
    assert isinstance(found.blocks, np.memmap)


def test_rests_share_blocks(tmp_path: Path) -> None:
    found = packed(tmp_path, ["abc"] * 10, 8)
    assert found.blocks.shape == (5, 8)
    assert found.padding_share == 0
    assert found.segments.tolist() == [[1] * 4 + [2] * 4] * 5
    assert sorted(o for owners in found.owners for o in owners) == list(range(10))


@settings(max_examples=15, deadline=None)
@given(
    lengths=st.lists(st.integers(0, 50), max_size=40),
    length=st.integers(2, 20),
    end=st.sampled_from([None, END]),
)
def test_every_token_is_packed_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], length: int, end: int | None
) -> None:
    texts = [chr(0x4E00 + n) * count for n, count in enumerate(lengths)]
    found = packed(tmp_path_factory.mktemp("pack"), texts, length, end)
    seen: dict[int, list[int]] = {n: [] for n in range(len(texts))}
    for block, segments, owners in zip(found.blocks, found.segments, found.owners, strict=True):
        for number, owner in enumerate(owners, 1):
            seen[owner] += block[segments == number].tolist()
        assert set(segments.tolist()) <= set(range(len(owners) + 1))
    for n, text in enumerate(texts):
        whole = [ord(c) for c in text] + ([end] if end and text else [])
        missing = len(whole) - len(seen[n])
        assert missing == (1 if len(whole) > length and len(whole) % length == 1 else 0)
        assert seen[n] == whole[: len(seen[n])]
    assert found.tokens == sum(map(len, seen.values()))


def test_positions_begin_anew_in_each_segment() -> None:
    segments = np.array([[1, 1, 1, 2, 2, 0], [1, 2, 3, 3, 3, 3]], np.int32)
    assert segment_positions(segments).tolist() == [[0, 1, 2, 0, 1, 0], [0, 0, 0, 1, 2, 3]]


def test_blocks_come_from_the_cache_until_something_changes(tmp_path: Path) -> None:
    first = packed(tmp_path, ["abcdef"], 4)

    def never() -> list[str]:
        raise AssertionError("packed twice")

    key = {"texts": ["abcdef"]}
    *_, again = pack(tmp_path, key, never, letters, CancelToken(), length=4, end_id=END)
    assert isinstance(again, Packed)
    assert (first.cached, again.cached) == (False, True)
    assert again.blocks.tolist() == first.blocks.tolist()
    assert again.owners == first.owners
    for length, end, padding in ((5, END, 0), (4, None, 0), (4, END, 7)):
        changed = pack(
            tmp_path, key, never, letters, CancelToken(), length=length, end_id=end, padding_id=padding
        )  # fmt: skip
        with pytest.raises(AssertionError, match="packed twice"):
            list(changed)


def test_a_cancelled_packing_leaves_nothing_behind(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(pack(tmp_path, {}, lambda: [PROSE], letters, cancel, length=8))
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_a_full_disk_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np.lib.format, "open_memmap", full)
    with pytest.raises(CacheError, match="Free some space"):
        packed(tmp_path, ["abc"], 4)


def test_no_texts_give_no_blocks(tmp_path: Path) -> None:
    found = packed(tmp_path, [], 4)
    assert (found.blocks.shape, found.tokens, found.padding_share) == ((0, 4), 0, 0.0)


def test_a_long_text_is_cut_between_words_for_the_tokeniser() -> None:
    text = (PROSE + "\n\n") * 200
    parts: list[str] = []

    def tokenise(texts: Sequence[str]) -> list[list[int]]:
        parts.extend(texts)
        return letters(texts)

    short, long = token_ids(["short", text], tokenise)
    assert "".join(map(chr, short.tolist())) == "short"
    assert "".join(map(chr, long.tolist())) == text
    assert len(parts) > 3
    for part in parts[2:]:
        assert part[0] == " "
        assert part[1].isalpha()
