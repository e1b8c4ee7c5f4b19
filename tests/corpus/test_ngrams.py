import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers.text_files import PROSE

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.texts import Document
from ownhand.corpus.ngrams import VerbatimIndex, build_index
from ownhand.corpus.readers.builder import TextBuilder

NOVEL = " ".join(
    f"{random.Random(n).choice(['The', 'A'])} word{n} in the {n % 7} middle of don\u2019t-care-{n}, said she."
    for n in range(300)
)
POEM = "床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。春眠不覺曉，處處聞啼鳥。夜來風雨聲，花落知多少。"
THAI = "ภาษาไทยเขียนติดกันโดยไม่มีช่องว่างระหว่างคำ"


def index_of(folder: Path, *texts: str) -> VerbatimIndex:
    documents = []
    for number, text in enumerate(texts):
        builder = TextBuilder()
        lines = text.split("\n")
        for line_number, line in enumerate(lines, 1):
            builder.add(line, line_number)
            builder.glue("\n")
        documents.append(builder.build(folder / f"{number}.txt", "line"))
    *_, index = build_index(folder / "index", lambda: documents, CancelToken())
    assert isinstance(index, VerbatimIndex)
    return index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> VerbatimIndex:
    return index_of(tmp_path_factory.mktemp("index"), NOVEL, PROSE.replace(". ", ".\n"), POEM, THAI)


def test_a_copy_is_told_with_file_and_line(index: VerbatimIndex) -> None:
    copied = "a silence would have woken her. What she minded was the letter"
    (match,) = index.find(f"So he wrote: {copied}; or did not.")
    assert match.place.path.name == "1.txt"
    assert match.place.number == 3
    assert (match.start, match.end) == (13, 13 + len(copied))
    assert match.words == 12


def test_seven_words_are_free_and_eight_are_not(index: VerbatimIndex) -> None:
    words = ["Martha", "sat", "with", "her", "hands", "in", "her", "lap"]
    assert index.find(" ".join(words[:7]) + " xyzzy") == ()
    assert len(index.find(" ".join(words) + " xyzzy")) == 1


@pytest.mark.parametrize(("count", "found"), [(15, 0), (16, 1), (20, 1)])
def test_sixteen_characters_without_word_spaces_are_a_run(
    index: VerbatimIndex, count: int, found: int
) -> None:
    plain = POEM.replace("，", "").replace("。", "")
    assert len(index.find("甲" + plain[3 : 3 + count] + "乙")) == found


def test_thai_counts_by_characters(index: VerbatimIndex) -> None:
    assert len(index.find(THAI[5:40])) == 1
    assert index.find(THAI[5:12]) == ()


def test_a_mixture_of_words_and_characters_is_weighed(tmp_path: Path) -> None:
    text = "他說 good morning my dear 然後他走出門去了 and that was all of it"
    index = index_of(tmp_path, text)
    assert len(index.find("good morning my dear 然後他走出門去了")) == 1  # 4 words and 8 characters
    assert index.find("morning my dear 然後他走出門去了") == ()


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda t: t.replace(" ", "\n"),
        lambda t: t.replace(" ", "  \r\n\t"),
        lambda t: t.replace("'", "\u2019").replace("\u2019", "'"),
        lambda t: t.replace(",", " --").replace(".", "!?"),
        lambda t: "\u201c" + t.replace(" ", " \u201c") + "\u201d",
        lambda t: t.replace("d", "d\u00ad"),
        lambda t: t.replace("-", " \u2014 "),
        lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
        lambda t: t.replace(" ", " *").replace("the", "_the_"),
    ],
)
def test_spelling_of_signs_makes_no_difference(index: VerbatimIndex, change: object) -> None:
    assert callable(change)
    copied = change(NOVEL[2000:2200])
    matches = index.find(f"Other. {copied} Other.")
    covered = sum(m.end - m.start for m in matches)
    assert covered >= len(copied) * 0.85


SIGNS = st.sampled_from([" ", "\n", ", ", " \u2014 ", "\u201d \u201c", "...\n\n", "; ", " *", "! "])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_every_planted_copy_is_found(index: VerbatimIndex, data: st.DataObject) -> None:
    words = PROSE.replace(";", "").replace(",", "").replace(".", "").split()
    count = data.draw(st.integers(8, 30))
    start = data.draw(st.integers(0, len(words) - count))
    parts = []
    for word in words[start : start + count]:
        parts.append(data.draw(st.sampled_from([word, word.upper(), word.title()])))
        parts.append(data.draw(SIGNS))
    copied = "".join(parts[:-1])
    before, after = (
        data.draw(st.sampled_from(["", "qqq ", "\u201cqqq "])),
        data.draw(st.sampled_from(["", " qqq", "\u201d"])),
    )
    matches = index.find(before + copied + after)
    first, last = len(before), len(before + copied)
    assert min(m.start for m in matches) == first
    assert max(m.end for m in matches) == last
    reach = first
    for match in matches:
        assert match.start <= reach
        reach = max(reach, match.end)
        assert match.words >= 8


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            ["the", "mill", "and", "her", "hands", "in", "lap", "had", "been", "was", "not", "that"]
        ),
        max_size=60,
    )
)
def test_nothing_is_told_that_does_not_stand_there(index: VerbatimIndex, words: list[str]) -> None:
    plain = " ".join("".join(c if c.isalnum() else " " for c in PROSE.lower()).split())
    text = " ".join(words)
    for match in index.find(text):
        assert text[match.start : match.end] in plain


def test_words_of_one_hash_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np

    from ownhand.corpus import ngrams

    monkeypatch.setattr(
        ngrams, "window_hashes", lambda _ids, starts, _lengths: np.zeros(len(starts), np.uint64)
    )
    text = "one two three four five six seven eight"
    index = index_of(tmp_path, text)
    assert index.find("eight eight seven six five four three two one") == ()
    assert len(index.find(text)) == 1


def test_a_run_does_not_go_over_from_one_text_into_the_next(tmp_path: Path) -> None:
    index = index_of(tmp_path, "one two three four five six", "seven eight nine ten eleven twelve")
    assert index.find("one two three four five six seven eight nine ten eleven twelve") == ()


def test_a_text_that_repeats_itself_without_end_is_quick_to_ask(tmp_path: Path) -> None:
    index = index_of(tmp_path, "la " * 20_000)
    (match,) = index.find("no " + "la " * 50)
    assert match.words == 50


def test_a_built_index_is_taken_as_it_is(tmp_path: Path) -> None:
    index_of(tmp_path, PROSE)
    documents: list[Document] = []

    def never() -> list[Document]:
        raise AssertionError("built twice")

    *_, again = build_index(tmp_path / "index", never, CancelToken())
    assert isinstance(again, VerbatimIndex)
    assert again.find(PROSE)
    *_, other = build_index(tmp_path / "other", lambda: documents, CancelToken())
    assert isinstance(other, VerbatimIndex)
    assert other.find(PROSE) == ()


def test_a_cancelled_index_leaves_nothing_behind(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    document = Document(tmp_path / "a.txt", PROSE)
    with pytest.raises(Cancelled):
        list(build_index(tmp_path / "index", lambda: [document], cancel))
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
