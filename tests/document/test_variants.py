"""Variants of a text that is edited in every way: none is lost, and what stands is what it says."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ownhand.document.spans import GENERATED, Span, Spans, clipped, replaced
from ownhand.document.variants import Exchange, Variant, VariantTree
from ownhand.document.variants_file import load_variants, save_variants

NOW = "2026-01-01T00:00:00+00:00"


class Sheet:
    """A text with an undo history, and its variants."""

    def __init__(self, text: str = "", file: Path | None = None) -> None:
        self.text = text
        self.spans: Spans = ()
        self.tree = VariantTree(text)
        self.file = file
        self._undo: list[tuple[int, str, Spans, str, Spans]] = []
        self._redo: list[tuple[int, str, Spans, str, Spans]] = []

    def edit(self, position: int, removed: int, inserted: str, spans: Spans = ()) -> None:
        gone = self.text[position : position + removed]
        gone_spans = clipped(self.spans, position, position + removed)
        self._undo.append((position, gone, gone_spans, inserted, spans))
        self._redo.clear()
        self._apply(position, len(gone), inserted, spans)

    def undo(self) -> None:
        if self._undo:
            step = self._undo.pop()
            self._redo.append(step)
            position, gone, gone_spans, inserted, _ = step
            self._apply(position, len(inserted), gone, gone_spans)

    def redo(self) -> None:
        if self._redo:
            step = self._redo.pop()
            self._undo.append(step)
            position, gone, _, inserted, spans = step
            self._apply(position, len(gone), inserted, spans)

    def _apply(self, position: int, removed: int, inserted: str, spans: Spans) -> None:
        self.spans = replaced(self.spans, position, removed, len(inserted), spans)
        self.text = self.text[:position] + inserted + self.text[position + removed :]
        self.tree.follow(position, removed, len(inserted), self.text, self.spans)

    def generate(self, position: int, text: str) -> Variant:
        place = self.tree.open_place(position)
        self.edit(position, 0, text, (Span(0, len(text), GENERATED),))
        return self.stood(place, text)

    def stood(self, place: str, text: str) -> Variant:
        variant = self.tree.keep(place, text, NOW)
        stand = self.tree.stand(place)
        assert stand is not None
        self.tree.put_down(variant.id, stand.start, stand.start + len(text))
        return variant

    def retry(self, variant: Variant, text: str) -> Variant:
        self.make(self.tree.taking_out(variant.place))
        stand = self.tree.stand(variant.place)
        assert stand is not None
        self.edit(stand.start, 0, text, (Span(0, len(text), GENERATED),))
        return self.stood(variant.place, text)

    def choose(self, variant: Variant | str) -> None:
        self.make(self.tree.exchange(variant if isinstance(variant, str) else variant.id))

    def make(self, change: Exchange | None) -> None:
        assert change is not None
        if (change.start, change.text) != (change.end, ""):
            self.edit(change.start, change.end - change.start, change.text, change.spans)
        self.tree.settle()

    def reload(self, text: str | None = None) -> None:
        assert self.file is not None
        save_variants(self.file, *self.tree.snapshot())
        self.text = self.text if text is None else text
        self.tree = load_variants(self.file, self.text, self.spans)
        self._undo.clear()
        self._redo.clear()

    def standing(self) -> list[str]:
        """The text of each variant that stands, outermost first."""
        return [self.text[s.start : s.end] for s in self.tree.stands if s.variant]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet("Once upon a time", tmp_path / "variants.json")


def test_retry_keeps_the_earlier_one_and_it_can_be_had_back(sheet: Sheet) -> None:
    first = sheet.generate(16, " there was a king.")
    second = sheet.retry(first, " there was a queen.")
    assert sheet.text == "Once upon a time there was a queen."
    sheet.choose(first)
    assert sheet.text == "Once upon a time there was a king."
    assert sheet.spans == (Span(16, 34, GENERATED),)
    sheet.choose(second)
    assert sheet.text == "Once upon a time there was a queen."
    assert [v.written for v in sheet.tree.of_place(first.place)] == [
        " there was a king.",
        " there was a queen.",
    ]


def test_what_was_written_on_comes_back_with_the_variant_it_continues(sheet: Sheet) -> None:
    king = sheet.generate(16, " a king")
    crown = sheet.generate(len(sheet.text), " with a crown")
    queen = sheet.retry(king, " a queen")
    assert sheet.text == "Once upon a time a queen"
    assert sheet.tree.stand(crown.place) is None
    sheet.choose(king)
    assert sheet.text == "Once upon a time a king with a crown"
    sword = sheet.retry(crown, " with a sword")
    sheet.choose(queen)
    sheet.choose(crown)  # brings its king along
    assert sheet.text == "Once upon a time a king with a crown"
    assert {sword.id, queen.id} <= set(sheet.tree.variants)


def test_new_paragraph_between_two_continuations_keeps_them_together(sheet: Sheet) -> None:
    king = sheet.generate(16, " a king.")
    sheet.edit(len(sheet.text), 0, "\n\n")
    sheet.generate(len(sheet.text), "He slept.")
    sheet.retry(king, " a queen.")
    assert sheet.text == "Once upon a time a queen."
    sheet.choose(king)
    assert sheet.text == "Once upon a time a king.\n\nHe slept."


def test_text_that_the_writer_put_between_stays_where_it_is(sheet: Sheet) -> None:
    king = sheet.generate(16, " a king")
    sheet.edit(len(sheet.text), 0, ", I think,")
    sheet.generate(len(sheet.text), " lived")
    sheet.retry(king, " a queen")
    assert sheet.text == "Once upon a time a queen, I think, lived"


def test_undo_and_redo_know_what_stands_again(sheet: Sheet) -> None:
    one = sheet.generate(16, " one two")
    other = sheet.retry(one, " one three")
    for _ in range(3):
        sheet.undo()  # the new one
        sheet.undo()  # the taking out
        assert sheet.text.endswith(" one two")
        assert sheet.tree.is_standing(one.id)
        assert not sheet.tree.is_standing(other.id)
        sheet.redo()
        sheet.redo()
        assert sheet.tree.is_standing(other.id)
    sheet.choose(one)
    sheet.undo()
    assert sheet.tree.is_standing(other.id)
    assert sheet.standing() == [" one three"]


def test_edited_variant_is_kept_beside_what_it_was_made_from(sheet: Sheet) -> None:
    king = sheet.generate(16, " a king")
    sheet.edit(17, 1, "the")
    queen = sheet.retry(king, " a queen")
    texts = {v.written: v for v in sheet.tree.of_place(king.place)}
    assert set(texts) == {" a king", " the king", " a queen"}
    assert texts[" the king"].edited
    sheet.choose(texts[" the king"])
    assert sheet.text == "Once upon a time the king"
    sheet.choose(queen)
    assert len(sheet.tree.variants) == 3  # nothing was changed, so nothing more is kept


def test_deleted_variant_keeps_all_of_its_text(sheet: Sheet) -> None:
    king = sheet.generate(16, " a king")
    for _ in range(7):
        sheet.edit(len(sheet.text) - 1, 1, "")
    assert sheet.text == "Once upon a time"
    assert not sheet.tree.is_standing(king.id)
    sheet.choose(king)
    assert sheet.text == "Once upon a time a king"


def test_variant_deleted_with_text_around_it_comes_back_in_its_place_by_undo(sheet: Sheet) -> None:
    king = sheet.generate(4, " long ago")
    sheet.edit(0, 20, "")
    assert not sheet.tree.is_standing(king.id)
    sheet.undo()
    assert sheet.standing() == [" long ago"]


def test_place_follows_the_text_before_it(sheet: Sheet) -> None:
    king = sheet.generate(16, " a king")
    sheet.edit(0, 4, "Twice and")
    assert sheet.standing() == [" a king"]
    found = sheet.tree.at(len(sheet.text))
    assert found is not None
    assert found.place == king.place


def test_caret_finds_the_innermost_place(sheet: Sheet) -> None:
    king = sheet.generate(16, " a king")
    crown = sheet.generate(23, " with a crown")
    places = {p: sheet.tree.at(p) for p in (3, 18, 30, len(sheet.text))}
    assert places[3] is None
    assert [places[p].place for p in (18, 30, len(sheet.text))] == [  # type: ignore[union-attr]  # these are there
        king.place,
        crown.place,
        crown.place,
    ]


def test_candidate_that_grows_is_kept_aside_and_can_be_put_down(sheet: Sheet) -> None:
    place = sheet.tree.open_place(16)
    a, b = (sheet.tree.keep(place, text, NOW) for text in (" a", " b"))
    sheet.edit(0, 0, "So: ")
    sheet.tree.rewrite(a.id, " a king", 3)
    sheet.choose(a)
    assert sheet.text == "So: Once upon a time a king"
    sheet.choose(b)
    assert sheet.text == "So: Once upon a time b"


def test_removed_variant_can_be_restored_in_its_order(sheet: Sheet) -> None:
    one = sheet.generate(16, " one")
    two = sheet.retry(one, " two")
    sheet.retry(one, " three")
    assert sheet.tree.remove(two.id) is not None
    assert len(sheet.tree.of_place(one.place)) == 2
    sheet.tree.restore(two)
    assert [v.written for v in sheet.tree.of_place(one.place)] == [" one", " two", " three"]


def test_variant_that_stands_cannot_be_removed(sheet: Sheet) -> None:
    one = sheet.generate(16, " one")
    assert sheet.tree.remove(one.id) is None
    assert one.id in sheet.tree.variants


def test_tree_comes_back_from_disk(sheet: Sheet) -> None:
    king = sheet.generate(16, " a 👑 king")
    sheet.generate(len(sheet.text), " slept")
    queen = sheet.retry(king, " a queen")
    sheet.reload()
    assert sheet.standing() == [" a queen"]
    sheet.choose(king)
    assert sheet.text == "Once upon a time a 👑 king slept"
    sheet.choose(queen)
    assert sheet.text == "Once upon a time a queen"


@pytest.mark.parametrize(
    ("change", "standing"),
    [
        (lambda t: "A line more.\n" + t, [" a king slept", " slept"]),
        (lambda t: t + " And then", [" a king slept", " slept"]),
        (lambda t: t.replace("a king", "a king!!"), [" a king!! slept", " slept"]),
        (lambda t: t.replace(" a king slept", ""), []),
        (lambda _: "Quite another text", []),
        (lambda _: "", []),
    ],
)
def test_places_are_found_in_a_text_that_changed_meanwhile(
    sheet: Sheet, change: Callable[[str], str], standing: list[str]
) -> None:
    king = sheet.generate(16, " a king")
    sheet.generate(len(sheet.text), " slept")
    sheet.reload(change(sheet.text))
    assert sheet.standing() == standing
    _check(sheet, {king.id: " a king"})
    if not standing:
        before = sheet.text
        sheet.choose(king)
        assert len(sheet.text) == len(before) + len(" a king")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"schema":1}', '{"schema":1,"variants":3}'])
def test_unreadable_file_gives_an_empty_tree(tmp_path: Path, content: str) -> None:
    file = tmp_path / "variants.json"
    file.write_text(content)
    assert load_variants(file, "text", ()).variants == {}


def test_oldest_are_let_go_when_there_is_too_much(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ownhand.document.variants_file.MOST_CHARACTERS", 100)
    one = sheet.generate(16, "x" * 20)
    two = sheet.retry(one, "y" * 20)
    three = sheet.retry(one, "z" * 20)
    sheet.reload()
    assert set(sheet.tree.variants) == {two.id, three.id}


@pytest.mark.parametrize("seed", range(40))
def test_no_variant_and_no_character_of_the_writers_is_ever_lost(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    sheet = Sheet("The writer's own beginning. ", tmp_path / "variants.json")
    written: dict[str, str] = {}
    words = 0
    for _ in range(60):
        length = len(sheet.text)
        known = list(sheet.tree.variants.values())
        act = chance.choice(
            ["stream", "stream", "retry", "switch", "switch", "type", "delete", "undo", "undo", "redo", "reload"]
        )  # fmt: skip
        outside = _outside(sheet)
        if act == "stream":
            words += 1
            variant = sheet.generate(chance.randint(0, length), f" <{words} generated>")
            written[variant.id] = variant.written
        elif act == "retry" and known:
            variant = chance.choice(known)
            if sheet.tree.stand(variant.place) is not None:
                words += 1
                fresh = sheet.retry(variant, f" <{words} retried>")
                written[fresh.id] = fresh.written
        elif act == "switch" and known:
            stood = sheet.text
            chosen = chance.choice(known)
            change = sheet.tree.exchange(chosen.id)
            assert change is not None
            sheet.make(change)
            assert sheet.tree.is_standing(chosen.id)
            shown = next(s for s in sheet.tree.stands if s.variant == chosen.id)
            assert sheet.text[shown.start : shown.end] == sheet.tree.passage_of(chosen.id).text
            assert _outside(sheet) == outside
            if sheet.text != stood:
                sheet.undo()
                assert sheet.text == stood
                sheet.redo()
                assert sheet.tree.is_standing(chosen.id)
        elif act == "type":
            words += 1
            sheet.edit(chance.randint(0, length), 0, f"w{words}")
        elif act == "delete" and length:
            start = chance.randint(0, length - 1)
            sheet.edit(start, chance.randint(1, min(12, length - start)), "")
        elif act == "undo":
            sheet.undo()
        elif act == "redo":
            sheet.redo()
        elif act == "reload":
            before = sheet.tree.stands
            sheet.reload()
            assert sheet.tree.stands == before
        _check(sheet, written)


def _outside(sheet: Sheet) -> str:
    """What stands in no variant: the writer's own, which no choice of a variant may touch."""
    kept, position = [], 0
    for stand in sorted((s for s in sheet.tree.stands if s.variant), key=lambda s: s.start):
        kept.append(sheet.text[position : max(position, stand.start)])
        position = max(position, stand.end)
    return "".join([*kept, sheet.text[position:]])


def _check(sheet: Sheet, written: dict[str, str]) -> None:
    tree = sheet.tree
    assert {name: tree.variants[name].written for name in written} == written
    places = [stand.place for stand in tree.stands]
    assert len(places) == len(set(places))
    for stand in tree.stands:
        assert 0 <= stand.start <= stand.end <= len(sheet.text)
        assert bool(stand.variant) == (stand.end > stand.start)
        if stand.inside:
            holder = next(s for s in tree.stands if s.variant == stand.inside)
            assert holder.start <= stand.start <= stand.end <= holder.end
    for variant in tree.variants.values():
        assert tree.stand(variant.place) or any(
            stand.place == variant.place
            for other in tree.variants.values()
            for stand in other.passage.stands
        ), f"{variant.id} cannot be reached"
