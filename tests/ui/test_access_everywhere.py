"""With every page and dialog open, in each language: named, reachable, not cut off, no key twice."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QProgressBar,
    QWidget,
)
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info
from tests.ui.test_accessibility import controls

from ownhand.bridge.translation import LANGUAGES, speak
from ownhand.ui.elided_label import ElidedLabel
from ownhand.ui.panels.fold import Fold
from ownhand.ui.training.training_window import INSPECTION, LIVE, SETUP, TrainingWindow

MakeDesk = Callable[..., Desk]

OPENED_BY = ("presets", "prompt", "versions", "statement", "statistics", "goal", "palette")
"""Actions that open a window or a dialog."""

WIDTH, HEIGHT = 900, 640
"""A screen of 1800 by 1280 at 200 %."""


@pytest.fixture(params=LANGUAGES)
def spoken_desk(
    request: pytest.FixtureRequest, make_a_desk: MakeDesk, qapp: QApplication, tmp_path: Path
) -> Desk:
    """A window with a text in a folder, a continuation, and both sidebars."""
    speak(qapp, request.param)
    folder = tmp_path / "novels"
    folder.mkdir()
    (folder / "Emma.txt").write_text("Emma Woodhouse, handsome, clever and rich.", encoding="utf-8")
    desk = make_a_desk(model_info())
    desk.settings.change(library_folder=str(folder), library_visible=True, welcomed=True)
    desk.window.resize(WIDTH, HEIGHT)
    desk.begin(folder / "Emma.txt")
    desk.until(lambda: desk.text().startswith("Emma Woodhouse"))
    desk.until(lambda: desk.window.models.loaded is not None)
    desk.window.page.set_caret_position(len(desk.text()))
    desk.window.generation.continue_writing()
    desk.until_idle()
    return desk


def stages(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """One view after the other: what it is, and the window that shows it."""
    window = desk.window
    for fold in window.panel.folds.values():
        fold.button.setChecked(True)
    for name in window.side.names:
        window.side.show_page(name)
        yield f"page {name}", window
    for name in ("find", "replace", "find_in_files"):
        window.actions_by_name[name].trigger()
        yield name, window
    for name in OPENED_BY:
        yield name, opened(desk, name)
    training = opened(desk, "learn")
    assert isinstance(training, TrainingWindow)
    for page in (INSPECTION, SETUP, LIVE):
        training.go_to(page)
        for group in training.findChildren(Fold):
            group.button.setChecked(True)
        yield f"training {page}", training


def opened(desk: Desk, name: str) -> QWidget:
    """What an action opens; closed again when the next one is asked for."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = {w for w in app.topLevelWidgets() if w.isVisible()}
    for other in before - {desk.window}:
        other.close()
        before.discard(other)
    desk.until(
        lambda: not [w for w in app.topLevelWidgets() if w.isVisible() and w is not desk.window]
    )

    def new() -> list[QWidget]:
        visible = (w for w in app.topLevelWidgets() if w.isVisible() and w.isWindow())
        return [w for w in visible if w is not desk.window and not isinstance(w, QMenu)]

    desk.window.actions_by_name[name].trigger()
    desk.until(lambda: bool(new()))
    view = new()[0]
    if not isinstance(view, QDialog):
        view.resize(min(view.width(), WIDTH), min(view.height(), HEIGHT))
    return view


def test_every_view_is_accessible(spoken_desk: Desk) -> None:
    problems = []
    for name, view in stages(spoken_desk):
        with contextlib.suppress(TimeoutError):  # what is open has to be laid out first
            spoken_desk.bot.waitUntil(partial(is_whole, view), timeout=20_000)
        for check in (unnamed, out_of_reach, cut_off, mnemonics_twice):
            problems += [f"{name}: {problem}" for problem in check(view)]
    assert not problems, "\n".join(dict.fromkeys(problems))


def unnamed(view: QWidget) -> Iterator[str]:
    for control in controls(view):
        interface = QAccessible.queryAccessibleInterface(control)
        if control.isVisibleTo(view) and not interface.text(QAccessible.Text.Name).strip():
            yield f"no name: {said(control)} in {said(parent_of(control))}"


def out_of_reach(view: QWidget) -> Iterator[str]:
    reached = {view}
    widget = view.nextInFocusChain()
    while widget is not None and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    for control in controls(view):
        passive = isinstance(control, QProgressBar) or not control.isEnabled()
        by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
        if control.isVisibleTo(view) and not passive and not (by_tab and control in reached):
            yield f"out of reach: {said(control)}"


def cut_off(view: QWidget) -> Iterator[str]:
    for widget in view.findChildren(QWidget):
        if not widget.isVisibleTo(view) or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if widget.text() and widget.height() < needed - 1:
                yield f"cut off below ({widget.height()} of {needed}): {widget.text()[:60]}"
        elif isinstance(widget, (QLabel, QAbstractButton)) and widget.text():
            needed = widget.sizeHint().width()
            if widget.width() < needed - 1 and not gives_way(widget):
                yield f"cut off ({widget.width()} of {needed}): {widget.text()}"


def is_whole(view: QWidget) -> bool:
    return not any(cut_off(view))


def gives_way(widget: QWidget) -> bool:
    """What is made to shrink: the model's name in the header, headings that open and close."""
    return widget.objectName() in ("modelButton", "foldButton")


def mnemonics_twice(view: QWidget) -> Iterator[str]:
    found: Counter[str] = Counter()
    for widget in view.findChildren(QWidget):
        if isinstance(widget, QMenu):
            within = Counter(keys_of([a.text() for a in widget.actions() if a.isVisible()]))
            yield from (
                f"{key} twice in the menu {widget.title()}" for key, n in within.items() if n > 1
            )
        elif isinstance(widget, (QAbstractButton, QLabel)) and widget.isVisibleTo(view):
            has_key = not isinstance(widget, QLabel) or widget.buddy() is not None
            found.update(keys_of([widget.text()]) if has_key else [])
    yield from (f"{key} twice" for key, count in found.items() if count > 1)


def keys_of(labels: list[str]) -> Iterator[str]:
    for label in labels:
        key = QKeySequence.mnemonic(label).toString()
        if key:
            yield key


def parent_of(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    return parent if parent is not None else widget


def said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    name = widget.accessibleName() or widget.objectName() or text
    return f"{type(widget).__name__} {name!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_share_a_key(
    make_a_desk: MakeDesk, qapp: QApplication, language: str
) -> None:
    speak(qapp, language)
    window = make_a_desk(model_info()).window
    bar = Counter(keys_of([action.text() for action in window.menuBar().actions()]))
    assert max(bar.values()) == 1
    for entry in window.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        counted = Counter(keys_of([action.text() for action in menu.actions()]))
        assert not [key for key, count in counted.items() if count > 1], menu.title()
