"""Everything that the palette can find: what stands in the menus, presets, models, recent texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from ownhand.bridge.translation import tr
from ownhand.ui.actions import MENUS
from ownhand.ui.preset_words import preset_about, preset_name
from ownhand.ui.shell import Shell


@dataclass(frozen=True)
class Command:
    """Something that can be done now.

    Attributes:
        label: What it is called in the language of the window.
        place: Where it is found without the palette: "File", "View › Theme".
        run: Does it.
        english: What it is called in English.
        about: What it does, in a sentence, or "".
        shortcut: Its keys, as the system writes them, or "".
        checked: Whether it is on; None where there is no on and off.
    """

    label: str
    place: str
    run: Callable[[], object]
    english: str = ""
    about: str = ""
    shortcut: str = ""
    checked: bool | None = None


def commands(shell: Shell) -> list[Command]:
    """All that can be done at the moment, in the order of the menus."""
    found: list[Command] = []
    for entry in shell.window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            found += _of_menu(menu, plain(menu.title()))
    found += _presets(shell)
    models = shell.header.model_button.menu()
    if isinstance(models, QMenu):
        models.aboutToShow.emit()  # it is built anew when it opens
        found += _of_menu(models, tr("Model"))
    return found


def plain(label: str) -> str:
    """A label of a menu without its mnemonic: "Save as …"."""
    return re.sub(r"&(.)", r"\1", label).strip()


def _of_menu(menu: QMenu, place: str) -> Iterator[Command]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            if inner.isEnabled():
                yield from _of_menu(inner, f"{place} › {plain(inner.title())}")
        elif action.isVisible() and action.isEnabled() and not action.isSeparator():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            label = plain(action.text())
            about = action.statusTip() or action.toolTip()
            yield Command(
                re.sub(r"^\d+  ", "", label),  # recent texts are numbered
                place,
                action.trigger,
                _ENGLISH.get(action.objectName(), ""),
                "" if plain(about) == label.removesuffix(" …") else about,
                keys,
                action.isChecked() if action.isCheckable() else None,
            )


def _presets(shell: Shell) -> Iterator[Command]:
    for preset in shell.choice.presets:
        yield Command(
            preset_name(preset),
            tr("Preset"),
            partial(shell.choice.choose, preset.name),
            preset.name,
            preset_about(preset),
            checked=preset.name == shell.choice.preset.name,
        )


_ENGLISH = {entry.name: plain(entry.label) for menu in MENUS.values() for entry in menu}
