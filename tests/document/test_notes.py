from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.errors import DocumentError
from ownhand.core.prompting import LoreEntry, PromptExtras
from ownhand.document.notes import (
    FILE_NAME,
    LoreNote,
    Notes,
    load_notes,
    notes_from,
    notes_values,
    save_notes,
)

EMMA = LoreEntry(("Emma", "Miss Woodhouse"), "Emma is clever.", "Emma", enabled=False)


def test_notes_come_back_as_they_were_written(tmp_path: Path) -> None:
    notes = Notes("Memory ☃\n", "Note", 5, (LoreNote(EMMA),), 12)
    save_notes(tmp_path, notes)
    assert load_notes(tmp_path) == notes
    assert notes.extras == PromptExtras("Memory ☃\n", "Note", 5, (EMMA,), 12)


def test_text_without_notes_has_empty_ones_and_gets_no_file(tmp_path: Path) -> None:
    assert load_notes(tmp_path / "none") == Notes()
    save_notes(tmp_path / "none", Notes())
    assert not (tmp_path / "none").exists()


def test_fields_of_a_later_kind_are_kept(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    lore = [{"title": "Emma", "text": "x", "keywords": [], "colour": "red"}]
    file.write_text(json.dumps({"schema": 1, "memory": "m", "lore": lore, "mood": 3}))

    save_notes(tmp_path, load_notes(tmp_path))

    values = json.loads(file.read_text(encoding="utf-8"))
    assert values["mood"] == 3
    assert values["lore"][0]["colour"] == "red"


def test_values_that_make_no_sense_become_their_default() -> None:
    notes = notes_from(
        {"memory": 7, "note_depth": "deep", "lore_lines": 10**9, "lore": [3, {"keywords": "Emma"}]}
    )
    assert (notes.memory, notes.note_depth, notes.lore_lines) == ("", 3, 400)
    assert notes.lore == (LoreNote(LoreEntry((), "")),)


@pytest.mark.parametrize("text", ["{", "[]", "\x00", '"', "[" * 100_000])
def test_damaged_file_is_refused_and_untouched(tmp_path: Path, text: str) -> None:
    file = tmp_path / FILE_NAME
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match="damaged"):
        load_notes(tmp_path)
    assert file.read_text(encoding="utf-8") == text


def test_file_of_a_newer_ownhand_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"schema": 99}')
    with pytest.raises(DocumentError, match="newer"):
        load_notes(tmp_path)


def test_unread_file_is_set_aside_before_another_is_written(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{")
    for number in (1, 2):
        save_notes(tmp_path, Notes(f"new {number}"), set_aside=True)
    assert (tmp_path / "notes.unread-1.json").read_text() == "{"
    assert load_notes(tmp_path).memory == "new 2"


def test_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DocumentError, match="stay in the window"):
        save_notes(tmp_path / "file" / "folder", Notes("m"))


@given(
    st.builds(
        Notes,
        st.text(),
        st.text(),
        st.integers(0, 20),
        st.lists(
            st.builds(
                LoreNote,
                st.builds(
                    LoreEntry,
                    st.lists(st.text(min_size=1).filter(str.strip)).map(tuple),
                    st.text(),
                    st.text(),
                    st.booleans(),
                ),
            )
        ).map(tuple),
        st.integers(1, 400),
    )
)
def test_any_notes_survive_their_file(notes: Notes) -> None:
    assert notes_from(json.loads(json.dumps(notes_values(notes)))) == notes
