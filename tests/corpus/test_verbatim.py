from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.text_files import PROSE

from ownhand.core.cancel import CancelToken
from ownhand.core.texts import Document
from ownhand.corpus.ngrams import VerbatimIndex, build_index
from ownhand.corpus.verbatim import VerbatimGuard

POEM = "床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> VerbatimIndex:
    folder = tmp_path_factory.mktemp("index")
    documents = [Document(folder / "a.txt", PROSE), Document(folder / "b.txt", POEM)]
    *_, index = build_index(folder / "index", lambda: documents, CancelToken())
    assert isinstance(index, VerbatimIndex)
    return index


def test_a_run_is_marked_as_soon_as_its_eighth_word_is_whole(index: VerbatimIndex) -> None:
    guard = VerbatimGuard(index)
    words = ["Martha", "sat", "with", "her", "hands", "in", "her", "lap", "and", "listened"]
    seen = []
    for word in words:
        seen.append([m.words for m in guard.feed(" " + word[:2])])
        seen.append([m.words for m in guard.feed(word[2:])])
    seen.append([m.words for m in guard.finish()])
    assert seen == [[]] * 16 + [[8], [], [9], [], [10]]
    (match,) = guard.matches
    assert (match.start, match.end) == (1, len(" ".join(words)) + 1)


@settings(max_examples=100, deadline=None)
@given(cuts=st.lists(st.integers(1, 12), min_size=1, max_size=200))
def test_streaming_finds_what_asking_at_once_finds(index: VerbatimIndex, cuts: list[int]) -> None:
    text = f"It began so. {PROSE[40:260]} Then other words came, and then {PROSE[300:400]}. {POEM} End."
    guard = VerbatimGuard(index)
    position = 0
    for cut in cuts:
        guard.feed(text[position : position + cut])
        position += cut
    guard.feed(text[position:])
    guard.finish()
    expected = index.find(text)
    assert guard.matches == expected
    assert len(expected) == 3


def test_a_run_that_begins_before_the_stream_is_told(index: VerbatimIndex) -> None:
    before, rest = PROSE[:30], PROSE[30:100]
    guard = VerbatimGuard(index, before)
    guard.feed(rest)
    guard.finish()
    (match,) = guard.matches
    assert match.start == -30
    assert match.end <= 70


def test_a_copy_in_the_text_before_alone_is_not_told(index: VerbatimIndex) -> None:
    guard = VerbatimGuard(index, PROSE)
    guard.feed(" And something altogether new, by nobody else.")
    guard.finish()
    assert guard.matches == ()


def test_characters_without_spaces_are_told_at_once(index: VerbatimIndex) -> None:
    guard = VerbatimGuard(index)
    counts = [len(guard.feed(character)) for character in POEM]
    assert counts.index(1) == 18  # the sixteenth character, after three marks
    assert len(guard.matches) == 1


def test_an_apostrophe_in_two_pieces_is_one_word(tmp_path: Path) -> None:
    text = "she said that she didn't know the way to the mill"
    document = Document(tmp_path / "a.txt", text)
    *_, index = build_index(tmp_path / "index", lambda: [document], CancelToken())
    assert isinstance(index, VerbatimIndex)
    guard = VerbatimGuard(index)
    for piece in ("she said that she didn", "\u2019", "t know the way to the mill"):
        guard.feed(piece)
    guard.finish()
    (match,) = guard.matches
    assert match.words == 11
