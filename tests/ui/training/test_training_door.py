"""The training window is opened from the main window, and what it made is written with."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

MakeDesk = Callable[..., Desk]


def test_action_opens_one_window_beside_the_page(desk: Desk) -> None:
    action = desk.window.actions_by_name["learn"]
    assert action.shortcut().toString() == "Ctrl+Shift+L"
    action.trigger()
    door = desk.window.training
    desk.until(lambda: door.window is not None and door.window.isVisible())
    assert door.window is not None
    first = door.window
    assert not first.isModal()

    action.trigger()
    desk.until(lambda: desk.tasks.idle)

    assert door.window is first


def test_closing_the_main_window_closes_it_too(desk: Desk) -> None:
    desk.window.actions_by_name["learn"].trigger()
    door = desk.window.training
    desk.until(lambda: door.window is not None and door.window.isVisible())
    desk.until(lambda: desk.tasks.idle)
    desk.close()

    assert door.window is not None
    assert not door.window.isVisible()


def test_training_window_makes_way_for_the_page_when_its_model_is_wanted(desk: Desk) -> None:
    made = model_info("my-writing", "My writing")
    desk.store.infos[made.slug] = made
    desk.window.actions_by_name["learn"].trigger()
    door = desk.window.training
    desk.until(lambda: door.window is not None and door.window.isVisible())
    desk.until(lambda: desk.tasks.idle)
    assert door.window is not None

    door.window.model_wanted.emit(made.slug)

    assert not door.window.isVisible()
    desk.until(lambda: desk.window.models.loaded is not None)
    desk.until(lambda: not desk.window.models.busy_loading)
    assert desk.settings.value.model == "my-writing"


def test_model_that_was_made_is_listed_and_loaded(desk: Desk) -> None:
    made = model_info("my-writing", "My writing")
    desk.store.infos[made.slug] = made

    desk.window.training.model_wanted.emit(made.slug)
    desk.until(lambda: not desk.window.models.busy_loading)

    assert desk.window.models.loaded is not None
    assert desk.window.models.loaded.info.slug == "my-writing"
    assert made.slug in [info.slug for info in desk.window.models.models]
    assert desk.settings.value.model == "my-writing"
