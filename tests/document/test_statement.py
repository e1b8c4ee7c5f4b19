from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.records import kept_record

from ownhand.document.digests import text_digest
from ownhand.document.spans import Span, normalised
from ownhand.document.statement import Statement, make_statement
from ownhand.document.statement_text import as_markdown, as_plain_text
from ownhand.document.words import count_words

TEXT = "I wrote this. The wixnd rose and it blew over the dark fields until the dawn came. Quoted. Mine."
FIRST = TEXT.index("The")
EDITED = TEXT.index("wixnd")
LAST = TEXT.index(" Quoted")
SPANS = (
    Span(FIRST, EDITED, "generated", "r1"),
    Span(EDITED, EDITED + 5, "edited", "r1"),
    Span(EDITED + 5, LAST, "generated", "r1"),
    Span(LAST, LAST + 8, "pasted"),
)


def statement(spans: tuple[Span, ...] = SPANS) -> Statement:
    return make_statement("Emma", "2026-11-21", TEXT, spans, {"r1": kept_record("r1")})


def test_shares_are_exact() -> None:
    made = statement()
    counted = {share.origin: (share.characters, share.words) for share in made.shares}
    assert counted["pasted"] == (8, 1)
    assert counted["edited"] == (5, 1)
    assert counted["generated"] == (LAST - FIRST - 5, 13)
    assert counted["typed"] == (len(TEXT) - (LAST - FIRST) - 8, 4)
    assert made.part("pasted") == 8 / len(TEXT)


def test_an_edited_word_stays_within_its_passage() -> None:
    (passage,) = statement().passages
    assert passage.beginning == "The wixnd rose and it blew"
    assert passage.ending == "dark fields until the dawn came."
    assert (passage.words, passage.edited_words) == (14, 1)
    assert (passage.model, passage.preset, passage.seed) == ("Tiny", "Balanced", 7)
    assert passage.text_sha256 == kept_record("r1").text_sha256


def test_passages_of_two_generations_are_two() -> None:
    spans = (Span(0, 13, "generated", "r1"), Span(13, 30, "generated", "r2"))
    made = statement(spans)
    assert [p.record for p in made.passages] == ["r1", "r2"]
    assert {(model, preset) for model, preset, _ in made.sources} == {
        ("Tiny", "Balanced"),
        ("", ""),
    }


def test_an_origin_that_is_not_known_never_counts_as_typed() -> None:
    made = statement((Span(0, len(TEXT), "dreamt"),))
    assert made.part("typed") == 0
    assert made.part("generated") == 1


@given(
    st.text(st.sampled_from("ab '-é日. \n5"), max_size=60),
    st.lists(
        st.builds(
            lambda start, length, origin: Span(start, start + length, origin),
            st.integers(0, 60),
            st.integers(0, 20),
            st.sampled_from(["generated", "edited", "pasted"]),
        ),
        max_size=6,
    ),
)
def test_every_character_and_word_counts_once(text: str, spans: list[Span]) -> None:
    made = make_statement("", "", text, normalised(spans, len(text)), {})
    assert sum(share.characters for share in made.shares) == len(text)
    assert sum(share.words for share in made.shares) == count_words(text) == made.words


def test_the_statement_says_all_of_it_in_plain_words() -> None:
    text = as_markdown(statement())
    for part in (
        "# Who wrote what: Emma", "19 words", "typed", "pasted from elsewhere", "generated, then edited",
        "Tiny, preset Balanced: 14 words", "seed 7", "2026-11-21 09:30 UTC", "1 of them edited",
        f"`{text_digest(TEXT)}`", "It proves nothing by itself",
    ):  # fmt: skip
        assert part in text, part


def test_signs_of_markdown_in_the_text_are_harmless() -> None:
    made = make_statement("*A* _b_", "d", "# <b>x</b>", (Span(0, 10, "generated"),), {})
    text = as_markdown(made)
    assert r"\# \<b\>x\</b\>" in text
    assert r"\*A\* \_b\_" in text
    plain = as_plain_text(text)
    assert "# <b>x</b>" in plain
    assert "Who wrote what: *A* _b_" in plain
    assert "**" not in plain


def test_sentences_are_translated_where_they_are_shown() -> None:
    words = {"Shares": "Anteile", "typed": "getippt"}
    text = as_markdown(statement(), lambda sentence: words.get(sentence, sentence))
    assert "## Anteile" in text
    assert "getippt: 4 words" in text


def test_a_text_without_generated_parts_says_so_by_its_shares() -> None:
    text = as_markdown(statement(()))
    assert "**100.0 %** typed" in text
    assert "Generated passages" not in text
