"""Variants in a whole window: retried, exchanged, kept across restarts, several at once."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.helpers.desk import Desk
from tests.helpers.records import generation_record
from tests.helpers.scripted_generator import model_info

from ownhand.document.spans import GENERATED, Span
from ownhand.document.variants_file import FILE_NAME
from ownhand.ui.variants.variants_feature import VariantsFeature

MakeDesk = Callable[..., Desk]


def feature(desk: Desk) -> VariantsFeature:
    return next(f for f in desk.window.features if isinstance(f, VariantsFeature))


def wrote(desk: Desk, *words: str) -> None:
    """Have the model write these words at the caret."""
    desk.generator.words = words
    asked = len(desk.generator.requests)
    desk.window.generation.continue_writing()
    desk.until(lambda: len(desk.generator.requests) > asked)
    desk.until_idle()


def retried(desk: Desk, *words: str) -> None:
    desk.generator.words = words
    asked = len(desk.generator.requests)
    desk.window.actions_by_name["retry"].trigger()
    desk.until(lambda: len(desk.generator.requests) > asked)
    desk.until_idle()


def heading(desk: Desk) -> str:
    feature(desk).page.refresh()
    return feature(desk).page.heading.text()


def texts(desk: Desk) -> list[str]:
    return [variant.written for variant in feature(desk).controller.variants]


def test_alt_and_arrows_go_through_the_variants_one_undo_step_each(desk: Desk) -> None:
    desk.write("Begin")
    wrote(desk, " one")
    retried(desk, " two")
    retried(desk, " three")
    assert desk.text() == "Begin three"
    assert heading(desk) == "Variants 3/3"

    desk.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.text() == "Begin two"
    desk.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.text() == "Begin one"
    assert not desk.window.actions_by_name["earlier_variant"].isEnabled()
    assert desk.window.page.caret_position() == len("Begin one")
    assert desk.window.page.spans() == (Span(5, 9, GENERATED),)
    assert heading(desk) == "Variants 1/3"

    desk.window.page.undo()
    assert desk.text() == "Begin two"
    assert heading(desk) == "Variants 2/3"
    desk.window.page.undo()
    assert desk.text() == "Begin three"
    desk.window.page.redo()
    assert desk.text() == "Begin two"
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.text() == "Begin three"


def test_every_retry_reads_the_same_text(desk: Desk) -> None:
    desk.write("Été ☃ 🙂 ")
    wrote(desk, " one")
    retried(desk, " two")
    desk.window.actions_by_name["earlier_variant"].trigger()
    retried(desk, " three")
    prompts = {request.prompt.encode() for request in desk.generator.requests}
    assert prompts == {"Été ☃ 🙂 ".encode()}
    assert texts(desk) == [" one", " two", " three"]


def test_continuation_that_the_writer_edited_becomes_a_variant(desk: Desk) -> None:
    wrote(desk, " one two")
    desk.window.page.set_caret_position(2)
    desk.write("X")
    retried(desk, " other")

    assert desk.text() == " other"
    assert sorted(texts(desk)) == [" oXne two", " one two", " other"]
    edited = next(v for v in feature(desk).controller.variants if v.edited)
    feature(desk).controller.choose(edited.id)
    assert desk.text() == " oXne two"


def test_variant_comes_back_with_what_was_written_on_in_it(desk: Desk) -> None:
    wrote(desk, " one")
    wrote(desk, " on")
    controller = feature(desk).controller
    first = next(v for v in feature(desk).keeper.tree.variants.values() if v.written == " one")
    desk.window.page.set_caret_position(2)
    controller._last = ""  # as after opening the file anew: the caret alone says what is meant
    retried(desk, " two")
    assert desk.text() == " two"

    controller.choose(first.id)
    assert desk.text() == " one on"


def test_continue_from_here_keeps_what_was_written_on_before(desk: Desk) -> None:
    wrote(desk, " one")
    wrote(desk, " on")
    first = next(v for v in feature(desk).keeper.tree.variants.values() if v.written == " one")
    desk.generator.words = (" off",)

    feature(desk).controller.continue_from(first.id)
    desk.until(lambda: desk.text() == " one off")
    desk.until_idle()

    assert texts(desk) == [" on", " off"]
    assert desk.generator.requests[-1].prompt == " one"


def test_page_follows_the_caret(desk: Desk) -> None:
    wrote(desk, " one")
    retried(desk, " two")
    desk.write(" and I say: ")
    wrote(desk, " here")
    page = feature(desk).page
    desk.window.side.show_page("variants")
    desk.until(lambda: page.heading.text() == "Variants 1/1")

    desk.window.page.set_caret_position(2)
    desk.until(lambda: page.heading.text() == "Variants 2/2")
    assert [facts.text for facts in page.cards.shown] == [" one", " two"]
    assert [facts.present for facts in page.cards.shown] == [False, True]
    assert "1 token" in page.cards.shown[0].about
    assert "Variant 1 of 2, put aside: one." in page.cards.shown[0].spoken


def test_empty_page_says_what_to_do(desk: Desk) -> None:
    desk.window.side.show_page("variants")
    page = feature(desk).page
    assert "Put the caret" in page.hint.text()
    assert page.heading.text() == "Variants"
    assert not page.cards.isVisible()
    assert page.several_button.isEnabled()


def test_enter_in_the_list_puts_the_variant_into_the_text(desk: Desk) -> None:
    wrote(desk, " one")
    retried(desk, " two")
    desk.window.side.show_page("variants")
    page = feature(desk).page
    desk.until(lambda: page.cards.count() == 2)
    page.cards.setFocus()
    page.cards.setCurrentRow(0)

    QTest.keyClick(page.cards, Qt.Key.Key_Return)

    assert desk.text() == " one"


def test_deleted_variant_can_be_had_back(desk: Desk) -> None:
    wrote(desk, " one")
    retried(desk, " two")
    desk.window.side.show_page("variants")
    page = feature(desk).page
    desk.until(lambda: page.cards.count() == 2)
    page.cards.setCurrentRow(1)
    assert not page.delete_button.isEnabled()  # it stands in the text
    page.cards.setCurrentRow(0)
    page.delete_button.click()
    assert texts(desk) == [" two"]

    desk.press("variants", "Undo")
    assert texts(desk) == [" one", " two"]


def test_branches_show_all_and_lead_anywhere(desk: Desk) -> None:
    wrote(desk, " one")
    wrote(desk, " on")
    retried(desk, " off")
    desk.window.side.show_page("variants")
    page = feature(desk).page
    page.fold.button.click()
    page.refresh()
    items = page.branches._items()
    assert [item.text(0) for item in items] == ["● one", "○ 1/2 on", "● 2/2 off"]

    page.branches.setCurrentItem(items[1])
    QTest.keyClick(page.branches, Qt.Key.Key_Return)
    assert desk.text() == " one on"


def test_variants_come_back_with_the_file(make_a_desk: MakeDesk, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Begin")
    desk = make_a_desk(model_info(), root=tmp_path / "home")
    desk.begin(file)
    desk.until(lambda: desk.text() == "Begin")
    desk.window.page.set_caret_position(5)
    wrote(desk, " one")
    retried(desk, " two")
    desk.window.documents.save()
    desk.until(lambda: not desk.window.documents.modified)
    desk.close()

    again = make_a_desk(model_info(), root=tmp_path / "home")
    again.begin(file)
    again.until(lambda: again.text() == "Begin two")
    again.window.page.set_caret_position(9)
    again.window.actions_by_name["earlier_variant"].trigger()
    assert again.text() == "Begin one"
    retried(again, " three")
    assert texts(again) == [" one", " two", " three"]
    assert again.generator.requests[0].prompt == "Begin"


def test_variants_are_written_soon_after_a_generation(desk: Desk) -> None:
    wrote(desk, " one")
    file = desk.window.documents.belongings / "variants.json"
    desk.until(file.exists)
    assert " one" in file.read_text(encoding="utf-8")


def test_variants_fit_a_text_that_is_restored_after_a_crash(
    make_a_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = make_a_desk(model_info(), root=tmp_path / "home")
    desk.begin()
    desk.write("Begin")
    wrote(desk, " one")
    retried(desk, " two")
    feature(desk).keeper.save_now()
    desk.window.page.set_caret_position(0)
    desk.write("A line that the variants never heard of. ")
    feature(desk).keeper._dirty = False  # the crash came before they were written again
    desk.close()

    again = make_a_desk(model_info(), root=tmp_path / "home")
    again.begin()
    again.press("recovery", "Restore")
    again.until(lambda: again.text().endswith("Begin two"))
    again.window.page.set_caret_position(len(again.text()))
    again.window.actions_by_name["earlier_variant"].trigger()
    assert again.text() == "A line that the variants never heard of. Begin one"


def test_disk_that_refuses_is_told_and_nothing_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ownhand.ui.variants.variants_keeper.save_variants", full)
    wrote(desk, " one")
    desk.until(lambda: "No space left" in desk.message("variants file"))
    assert texts(desk) == [" one"]


def test_text_that_is_only_read_stays_as_it_is(desk: Desk) -> None:
    wrote(desk, " one")
    retried(desk, " two")
    desk.window.page.setReadOnly(True)
    desk.window.actions_by_name["earlier_variant"].trigger()
    assert desk.text() == " two"


def test_undone_stream_is_kept_as_a_variant(desk: Desk) -> None:
    desk.write("Begin")
    wrote(desk, " one")
    desk.window.page.undo()
    assert desk.text() == "Begin"
    assert heading(desk) == "Variants –/1"
    desk.window.actions_by_name["later_variant"].trigger()
    assert desk.text() == "Begin one"


def test_deleted_variant_is_not_offered_back_to_another_text(desk: Desk) -> None:
    wrote(desk, " one")
    retried(desk, " two")
    controller = feature(desk).controller
    controller.delete(controller.variants[0].id)
    assert desk.message("variants")
    desk.window.page.document().setModified(False)
    shown = desk.window.documents.shown
    desk.window.documents.new()
    desk.until(lambda: desk.window.documents.shown > shown)
    assert not desk.message("variants")


# --- several at once ------------------------------------------------------------------------------


def several(desk: Desk, count: int = 3) -> None:
    desk.settings.change(candidates=count)
    desk.window.actions_by_name["several"].trigger()
    desk.until(lambda: bool(desk.generator.requests))


def test_several_are_asked_for_at_once_and_all_are_kept(desk: Desk) -> None:
    desk.write("Begin")
    several(desk)
    desk.until_idle()

    assert desk.generator.requests[0].candidates == 3
    assert desk.text() == "Begin"
    assert texts(desk) == [f" one{i} two{i} three{i}" for i in range(3)]
    assert desk.window.side.page == "variants"


def test_chosen_candidate_is_one_undo_step(desk: Desk) -> None:
    desk.write("Begin")
    several(desk)
    desk.until_idle()

    feature(desk).controller.choose(feature(desk).controller.variants[1].id)
    assert desk.text() == "Begin one1 two1 three1"
    desk.window.page.undo()
    assert desk.text() == "Begin"
    desk.window.page.redo()
    assert heading(desk) == "Variants 2/3"


def test_candidate_that_is_taken_goes_on_in_the_page_and_the_others_in_the_list(
    gated_desk: Desk,
) -> None:
    desk = gated_desk
    desk.write("Begin")
    several(desk)
    desk.generator.allow()
    desk.until(lambda: texts(desk) == [" one0", " one1", " one2"])

    controller = feature(desk).controller
    controller.choose(controller.variants[0].id)
    assert desk.text() == "Begin one0"
    desk.generator.allow()
    desk.until(lambda: desk.text() == "Begin one0 two0")
    desk.until(lambda: texts(desk)[2] == " one2 two2")

    controller.choose(controller.variants[2].id)
    assert desk.text() == "Begin one2 two2"
    desk.generator.allow()
    desk.until_idle()
    assert desk.text() == "Begin one2 two2 three2"
    assert texts(desk) == [f" one{i} two{i} three{i}" for i in range(3)]
    assert heading(desk) == "Variants 3/3"
    desk.window.page.undo()
    assert desk.text() == "Begin one0 two0"
    desk.window.page.undo()
    assert desk.text() == "Begin"


def test_candidate_that_is_taken_back_by_undo_stays_out_of_the_page(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.write("Begin")
    several(desk)
    desk.generator.allow()
    desk.until(lambda: len(texts(desk)) == 3)
    controller = feature(desk).controller
    controller.choose(controller.variants[0].id)

    desk.window.page.undo()
    desk.generator.allow(2)
    desk.until_idle()

    assert desk.text() == "Begin"
    assert texts(desk)[0] == " one0 two0 three0"


def test_candidate_that_grows_in_the_page_keeps_its_record(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.generator.record = generation_record()
    several(desk)
    desk.generator.allow()
    desk.until(lambda: len(feature(desk).keeper.tree.variants) == 3)
    feature(desk).controller.choose(feature(desk).controller.variants[0].id)
    desk.generator.allow(2)
    desk.until_idle()
    assert desk.text() == " one0 two0 three0"
    assert desk.window.page.spans() == (Span(0, 17, GENERATED, "r1"),)


def test_stop_keeps_the_candidates_as_they_are(gated_desk: Desk) -> None:
    desk = gated_desk
    several(desk)
    desk.generator.allow(2)
    desk.until(lambda: texts(desk) == [f" one{i} two{i}" for i in range(3)])

    desk.key(Qt.Key.Key_Escape)
    desk.until_idle()

    assert texts(desk) == [f" one{i} two{i}" for i in range(3)]
    desk.until(lambda: not any(f.running for f in feature(desk).page.cards.shown))


def test_candidates_lose_their_unfinished_sentence(desk: Desk) -> None:
    desk.generator.words = (" a.", " b", " c")
    desk.settings.change(max_tokens=3)
    several(desk, 2)
    desk.until_idle()
    assert texts(desk) == [" a.0 b0 c0", " a.1 b1 c1"]  # "a.0" ends no sentence

    desk.generator.words = (" a0.\n", " b", " c")
    desk.window.page.set_text("")
    desk.until(lambda: desk.tasks.idle)
    (desk.window.documents.belongings / FILE_NAME).unlink(missing_ok=True)
    feature(desk).keeper._load()
    several(desk, 2)
    desk.until(lambda: len(desk.generator.requests) == 2)
    desk.until_idle()
    assert [text.strip() for text in texts(desk)] == ["a0.", "a0."]


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_whatever_the_writer_does(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    desk.write("The writer's own. ")
    kept: dict[str, str] = {}
    tree = feature(desk).keeper.tree
    controller = feature(desk).controller
    page = desk.window.page
    for step in range(25):
        act = chance.choice(
            ["stream", "retry", "earlier", "later", "undo", "redo", "type", "choose"]
        )
        if act == "stream":
            page.set_caret_position(chance.randint(0, len(desk.text())))
            wrote(desk, f" <{step}", " new>")
        elif act == "retry" and controller.stand is not None:
            retried(desk, f" <{step}", " again>")
        elif act in ("earlier", "later"):
            desk.window.actions_by_name[f"{act}_variant"].trigger()
        elif act == "undo":
            page.undo()
        elif act == "redo":
            page.redo()
        elif act == "type":
            page.set_caret_position(chance.randint(0, len(desk.text())))
            desk.write("w")
        elif act == "choose" and tree.variants:
            controller.choose(chance.choice(list(tree.variants)))
        assert tree.text == desk.text()
        kept |= {
            name: variant.written for name, variant in tree.variants.items() if name not in kept
        }
        assert {name: tree.variants[name].written for name in kept} == kept
        for stand in tree.stands:
            if stand.variant:
                shown = desk.text()[stand.start : stand.end]
                assert tree.passage_of(stand.variant).text == shown
