"""Loading, fetching, adding and removing models from the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.core.errors import DownloadError, ModelError
from ownhand.models.starter_record import starter_record

MakeDesk = Callable[..., Desk]


def menu_labels(desk: Desk) -> list[str]:
    menu = desk.window.model_menu
    menu.rebuild()
    return [a.text() for a in menu.actions() if a.isVisible() and not a.isSeparator()]


def choose(desk: Desk, label: str) -> None:
    menu = desk.window.model_menu
    menu.rebuild()
    entries = list(menu.actions())
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            entries += submenu.actions()
    next(a for a in entries if a.text() == label).trigger()


def test_model_used_last_is_loaded_at_the_start(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info("a", "A"), model_info("b", "B"))
    desk.settings.change(model="b")

    desk.begin()

    assert [d.name for d in desk.generator.loads] == ["b"]
    assert desk.window.header.model_button.text() == "B · CPU"
    assert desk.window.status.model_label.full_text == "B · CPU"


def test_load_shows_its_stages_and_can_be_cancelled(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info())
    desk.generator.load_gated = True
    desk.window.show()
    desk.window.begin(None)
    desk.generator.allow()
    desk.until(lambda: desk.window.load_strip.label.text() == "Reading the weights · 50 %")
    assert desk.window.load_strip.isVisible()

    desk.window.load_strip.cancel_button.click()
    desk.until(lambda: desk.window.models.listed)

    assert desk.window.models.loaded is None
    assert not desk.window.load_strip.isVisible()
    assert desk.window.status.model_label.full_text == "no model loaded"
    assert desk.message("model") == ""  # what the writer asked for is no problem


def test_load_that_fails_says_so_and_can_be_repeated(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info())
    desk.generator.load_problem = ModelError("The weights are damaged. Add the model again.")
    desk.begin()
    assert desk.message("model") == "The weights are damaged. Add the model again."
    desk.generator.load_problem = None

    desk.press("model", "Try again")
    desk.until(lambda: desk.window.models.loaded is not None)

    assert desk.message("model") == ""


def test_other_model_is_loaded_from_the_menu_and_remembered(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info("a", "A"), model_info("b", "B"))
    desk.begin()

    choose(desk, "B")
    desk.until(lambda: desk.window.header.model_button.text() == "B · CPU")

    assert desk.settings.value.model == "b"


def test_first_start_offers_the_starter_with_all_that_matters(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk()
    desk.begin()
    welcome = desk.window.welcome

    assert welcome.isVisible()
    assert welcome.offer is not None
    shown = " ".join(
        label.text() for label in welcome.offer.findChildren(type(desk.window.status.words_label))
    )
    record = starter_record()
    memory = f"{record.memory_bytes / 1e9:.1f} GB"
    for fact in (record.title, "93 MB", "542 MB", f"about {memory}", record.licence, record.wheel):
        assert fact in shown
    assert not desk.window.fetch_bridge._open  # nothing is fetched before the click


def test_starter_is_fetched_at_the_click_and_loaded(
    make_a_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_a_desk()
    monkeypatch.setattr(
        "ownhand.models.starter.fetch_starter",
        lambda store, _cache, cancel: store.add("starter.whl", cancel),
    )
    desk.begin()
    button = desk.window.welcome.get_button
    assert button is not None

    button.click()
    assert not button.isEnabled()
    desk.until(lambda: desk.window.models.loaded is not None)

    assert desk.window.header.model_button.text() == "Starter · CPU"
    assert desk.window.welcome.offer is not None
    assert not desk.window.welcome.offer.isVisible()
    assert "Get the starter model" not in menu_labels(desk)


def test_fetch_that_fails_can_be_repeated_or_done_by_hand(
    make_a_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_a_desk()
    desk.store.problem = DownloadError("There is no network. Nothing was installed.")
    monkeypatch.setattr(
        "ownhand.models.starter.fetch_starter",
        lambda store, _cache, cancel: store.add("starter.whl", cancel),
    )
    desk.begin()
    desk.window.models.fetch_starter()
    desk.until(lambda: desk.message("model") != "")
    desk.until(lambda: not desk.window.models.fetching)
    assert desk.message("model") == "There is no network. Nothing was installed."
    bar = desk.window.messages.shown("model")
    assert bar is not None
    assert [b.text() for b in bar.buttons] == ["Try again", "Add a model file …"]

    desk.store.problem = None
    desk.press("model", "Try again")
    desk.until(lambda: desk.window.models.loaded is not None)


def test_fetch_shows_progress_and_can_be_cancelled(make_a_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_a_desk()
    desk.store.hold = True
    desk.begin()
    desk.window.models.add(tmp_path / "new.gguf")
    desk.until(lambda: desk.window.fetch_strip.label.text() == "Reading the file · 25 %")

    desk.window.fetch_strip.cancel_button.click()
    desk.until(lambda: not desk.window.models.fetching)

    assert not desk.window.fetch_strip.isVisible()
    assert desk.window.models.models == ()
    assert desk.message("model") == ""


def test_file_is_added_through_the_dialog(make_a_desk: MakeDesk, tmp_path: Path) -> None:
    file = tmp_path / "mine.gguf"
    file.write_bytes(b"GGUF")
    desk = make_a_desk()
    desk.begin()

    choose(desk, "Add a model file …")
    desk.choose_file(file)
    desk.until(lambda: desk.window.models.loaded is not None)

    assert desk.window.header.model_button.text() == "Mine · CPU"


def test_second_model_is_offered_and_does_not_replace_the_first(desk: Desk, tmp_path: Path) -> None:
    desk.window.models.add(tmp_path / "other.gguf")
    desk.until(lambda: desk.message("model") == "Other was added.")
    assert desk.window.header.model_button.text() == "Tiny · CPU"

    desk.press("model", "Use it")
    desk.until(lambda: desk.window.header.model_button.text() == "Other · CPU")


def test_removal_asks_unloads_and_deletes(desk: Desk) -> None:
    choose(desk, "Tiny …")
    desk.answer("Keep")
    desk.until(lambda: desk.tasks.idle)
    assert list(desk.store.infos) == ["tiny"]

    choose(desk, "Tiny …")
    desk.answer("Remove")
    desk.until(lambda: desk.tasks.idle)

    assert desk.store.infos == {}
    assert desk.window.models.models == ()
    assert desk.window.models.loaded is None
    assert "Get the starter model" in menu_labels(desk)


def test_removal_that_fails_keeps_the_model_in_the_list(desk: Desk) -> None:
    desk.store.problem = ModelError("It is in use. Try again; nothing was changed.")

    choose(desk, "Tiny …")
    desk.answer("Remove")
    desk.until(lambda: desk.tasks.idle)

    assert desk.message("model") == "It is in use. Try again; nothing was changed."
    assert [m.slug for m in desk.window.models.models] == ["tiny"]


def test_unload_frees_the_model(desk: Desk) -> None:
    choose(desk, "Unload the model (frees its memory)")
    desk.until(lambda: desk.window.models.loaded is None)

    assert desk.window.header.model_button.text() == "No model"


def test_start_does_not_fetch_or_ask_when_there_is_no_model(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk()
    desk.settings.change(welcomed=True)
    desk.begin()

    assert desk.window.models.models == ()
    assert not desk.window.welcome.isVisible()
    assert not desk.window.models.fetching


def test_model_that_adapters_stand_on_is_not_removed_and_they_are_named(
    make_a_desk: MakeDesk,
) -> None:
    letters = replace(model_info("letters", "Letters"), base="a")
    desk = make_a_desk(model_info("a", "A"), letters)
    desk.begin()

    desk.window.models.ask_to_remove(desk.store.infos["a"])

    desk.until(lambda: "needed by “Letters”" in desk.message("model"))
    assert "Remove that first" in desk.message("model")
    assert set(desk.store.infos) == {"a", "letters"}
    assert desk.window.models.loaded is not None
