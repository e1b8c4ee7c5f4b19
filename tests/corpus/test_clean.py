from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE

from ownhand.core.texts import Document
from ownhand.corpus.clean import CleaningOptions, cleaned, paragraphs, preview
from ownhand.corpus.inspect import Findings
from ownhand.corpus.near_duplicates import NearDuplicate

NOTHING = CleaningOptions(False, False, False)
FINDINGS = Findings(
    tuple((Path(f"{n}.txt"), 0) for n in range(4)),
    ((1, 0),),
    (NearDuplicate(2, 0, 0.9),),
    frozenset({"A footer that comes back."}),
)


def documents(*texts: str) -> list[Document]:
    return [Document(Path(f"{n}.txt"), text) for n, text in enumerate(texts)]


def clean(options: CleaningOptions, *texts: str) -> list[str]:
    return [d.text for d in cleaned(documents(*texts), options, FINDINGS)]


def test_nothing_is_done_unless_asked_for() -> None:
    texts = ["One.", "One.", "One, nearly.\nA footer that comes back."]
    assert clean(NOTHING, *texts) == texts


def test_duplicates_and_footers_go_by_default() -> None:
    texts = ["One.\nA footer that comes back.", "copy", "nearly", "Four."]
    assert clean(CleaningOptions(), *texts) == ["One.", "Four."]


def test_short_paragraphs_go_as_in_r3() -> None:
    text = f"CHAPTER I\n\n{PROSE}\n\n\u201cYes.\u201d\n\n{PROSE}\n\nThe end."
    options = CleaningOptions(minimum_paragraph=512)
    assert len(PROSE) >= 512
    assert clean(options, text) == [f"{PROSE}\n\n{PROSE}"]
    assert clean(options, PROSE[:511]) == []
    assert clean(options, PROSE[:512]) == [PROSE[:512]]


def test_one_paragraph_a_line_counts_each_line() -> None:
    assert paragraphs(f"{PROSE}\n{PROSE[:200]}\n") == [PROSE, PROSE[:200]]
    assert paragraphs("a verse,\nanother,\n\nnext") == ["a verse,\nanother,", "next"]


def test_words_are_set_apart_as_in_r4() -> None:
    options = CleaningOptions(False, False, False, html_breaks=True, lower_case=True, split_punctuation=True)  # fmt: skip
    text = "This MOVIE is great!<br /><br />I said: (wow)."
    assert clean(options, text) == ["this movie is great ! i said :  (wow ) ."]


def test_preview_tells_what_changes_and_changes_nothing() -> None:
    texts = documents("One stays.", "copy", "Two stays.", f"{PROSE}\nA footer that comes back.")
    before = [d.text for d in texts]
    shown = preview(texts, CleaningOptions(drop_near_duplicates=False), FINDINGS)
    assert (shown.documents_before, shown.documents_after) == (4, 3)
    assert shown.characters_before - shown.characters_after == len(
        "copy\nA footer that comes back."
    )
    dropped, shortened = shown.changes
    assert (dropped.path.name, dropped.after) == ("1.txt", "")
    assert "footer" in shortened.before
    assert "footer" not in shortened.after
    assert [d.text for d in texts] == before


@pytest.mark.parametrize("name", list(CleaningOptions.__dataclass_fields__))
def test_every_option_is_in_the_key(name: str) -> None:
    assert name in CleaningOptions().key
