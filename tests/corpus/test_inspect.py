from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.texts import Document
from ownhand.corpus.inspect import CorpusReport, inspect
from ownhand.document.words import count_words

POEM = "床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。"


def byte_tokens(texts: Sequence[str]) -> list[list[int]]:
    """A tokeniser that knows words of ASCII letters and spells everything else by bytes."""
    return [[n for word in text.split() for n in ([len(word)] if word.isascii() else word.encode())] for text in texts]  # fmt: skip


def report_of(texts: Sequence[str], **options: object) -> CorpusReport:
    documents = [Document(Path(f"{n}.txt"), text) for n, text in enumerate(texts)]
    *_, report = inspect(documents, CancelToken(), **options)  # type: ignore[arg-type]  # a test's shorthand
    assert isinstance(report, CorpusReport)
    return report


def numbered(n: int, times: int = 1) -> str:
    return "\n\n".join(" ".join(f"{w}{n}{t}" for w in PROSE.split()) for t in range(times))


def test_counts_are_those_of_the_texts() -> None:
    report = report_of([PROSE, POEM], tokenise=byte_tokens, generated_characters=7)
    assert (report.files, report.documents) == (2, 2)
    assert report.words == len(PROSE.split()) + 20
    assert report.characters == len(PROSE) + len(POEM)
    assert report.tokens == sum(map(len, byte_tokens([PROSE, POEM])))
    assert report.generated_characters == 7
    assert [name for name, _ in report.languages] == ["English", "Chinese"]


def test_a_script_that_the_model_does_not_know_is_told() -> None:
    report = report_of([POEM * 400], tokenise=byte_tokens)
    (script,) = report.scripts
    assert (script.name, script.known) == ("Han", False)
    assert script.tokens_per_letter == pytest.approx(3)
    assert report.verdict.level == "thin"
    assert "does not know the Han script" in report.verdict.reason
    assert report_of([PROSE], tokenise=byte_tokens).scripts[0].known


def test_a_script_of_unknown_tokens_is_told() -> None:
    report = report_of([POEM], tokenise=lambda ts: [[1] * (len(t) // 2) for t in ts], unknown_id=1)
    assert not report.scripts[0].known


def test_duplicates_are_told_and_do_not_count_for_the_verdict() -> None:
    long = [numbered(n, 20) for n in range(3)]
    report = report_of([*long, long[0].replace("\n\n", "\n"), long[1] + " and an afterthought"])
    assert report.findings.exact_duplicates == ((3, 0),)
    assert [(n.number, n.other) for n in report.findings.near_duplicates] == [(1, 4)]
    assert report.findings.same == {3: 0, 1: 4}
    assert report.duplicate_words == count_words(long[0]) + count_words(long[1])
    assert f"of {report.words:,}" in report.verdict.reason


@pytest.mark.parametrize(("times", "level"), [(5, "too little"), (60, "thin"), (350, "enough")])
def test_verdict_follows_the_amount_and_gives_its_reason(times: int, level: str) -> None:
    report = report_of([numbered(1, times)])
    assert report.verdict.level == level
    assert f"{report.words:,} words" in report.verdict.reason


def test_very_short_and_boilerplate_texts_are_told() -> None:
    texts = ["Only this.", *(f"{numbered(n)}\nThe same footer in all of them" for n in range(4))]
    report = report_of(texts)
    assert report.very_short == (0,)
    assert report.findings.repeated_lines == {"The same footer in all of them"}
    assert report.boilerplate_characters == 4 * len("The same footer in all of them")


def test_no_texts_are_too_little() -> None:
    report = report_of([], tokenise=byte_tokens)
    assert (report.words, report.verdict.level) == (0, "too little")


def test_an_inspection_can_be_cancelled() -> None:
    cancel = CancelToken()
    events = inspect([Document(Path("a"), PROSE)] * 3, cancel)
    next(events)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(events)
