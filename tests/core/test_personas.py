"""Named system prompts as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownhand.core.errors import BadInputError
from ownhand.core.personas import BUILTIN, all_personas, delete_persona, save_persona


def test_builtin_personas_come_first_and_say_something(tmp_path: Path) -> None:
    found = all_personas(tmp_path / "none")
    assert len(found) == len(BUILTIN)
    assert all(persona.builtin and persona.name and persona.system for persona in found)


def test_own_persona_is_kept_replaced_and_deleted(tmp_path: Path) -> None:
    kept = save_persona(tmp_path, "  Groß &  klein ", 'Sag "ja".\nImmer.')
    assert all_personas(tmp_path)[-1] == kept
    again = save_persona(tmp_path, "groß & KLEIN", "Nein.")
    assert again.path == kept.path
    own = [persona for persona in all_personas(tmp_path) if not persona.builtin]
    assert [persona.system for persona in own] == ["Nein."]
    delete_persona(own[0])
    assert all(persona.builtin for persona in all_personas(tmp_path))


def test_names_that_make_the_same_file_name_stay_apart(tmp_path: Path) -> None:
    save_persona(tmp_path, "A-B", "one")
    save_persona(tmp_path, "A B", "two")
    save_persona(tmp_path, "???", "three")
    assert {persona.system for persona in all_personas(tmp_path)} >= {"one", "two", "three"}


@pytest.mark.parametrize("name", ["", "  ", "editor", "EDITOR"])
def test_name_that_cannot_be_taken_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInputError):
        save_persona(tmp_path, name, "words")


def test_builtin_persona_cannot_be_deleted(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="stays"):
        delete_persona(all_personas(tmp_path)[0])


@pytest.mark.parametrize(
    "text", ["", "schema = 99\nname = 'x'\nsystem = 'y'", "schema = 1\nname = 7", "not toml ["]
)
def test_file_that_is_no_persona_is_left_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.toml").write_text(text, encoding="utf-8")
    assert len(all_personas(tmp_path)) == len(BUILTIN)
