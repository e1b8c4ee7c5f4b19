from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ownhand.core.errors import BadInputError
from ownhand.core.prompting import LoreEntry
from ownhand.document import lore_files
from ownhand.document.lore_files import read_lore, write_lore
from ownhand.document.notes import LoreNote


def written(tmp_path: Path, values: Any) -> Path:
    path = tmp_path / "world.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def entries_of(path: Path) -> list[LoreEntry]:
    return [note.entry for note in read_lore(path).lore]


def test_own_lore_comes_back_as_it_was_written(tmp_path: Path) -> None:
    lore = (
        LoreNote(LoreEntry(("Emma",), "Clever.", "Emma", enabled=False), {"colour": "red"}),
        LoreNote(LoreEntry((), "Always.", "World")),
    )
    write_lore(tmp_path / "lore.json", lore)
    assert read_lore(tmp_path / "lore.json").lore == lore


def test_world_info_of_sillytavern_is_read(tmp_path: Path) -> None:
    values = {
        "entries": {
            "0": {"uid": 0, "key": ["Emma", "Miss Woodhouse"], "keysecondary": [], "comment": "Emma",
                  "content": "Clever.", "constant": False, "disable": False, "probability": 100},
            "1": {"uid": 1, "key": ["x"], "comment": "World", "content": "Surrey.", "constant": True},
            "2": {"uid": 2, "key": ["Box Hill"], "comment": "", "content": "A hill.", "disable": True},
        }
    }  # fmt: skip
    assert entries_of(written(tmp_path, values)) == [
        LoreEntry(("Emma", "Miss Woodhouse"), "Clever.", "Emma"),
        LoreEntry((), "Surrey.", "World"),
        LoreEntry(("Box Hill",), "A hill.", "Box Hill", enabled=False),
    ]


def test_book_of_a_character_card_is_read(tmp_path: Path) -> None:
    entry = {"keys": ["Emma"], "content": "Clever.", "name": "Emma", "enabled": False}
    values = {"spec": "chara_card_v2", "data": {"character_book": {"entries": [entry]}}}
    assert entries_of(written(tmp_path, values)) == [
        LoreEntry(("Emma",), "Clever.", "Emma", enabled=False)
    ]


def test_world_info_of_koboldai_is_read_from_a_story_and_alone(tmp_path: Path) -> None:
    worldinfo = [
        {"key": "Emma, Miss Woodhouse", "keysecondary": "", "keyanti": "", "content": "Clever.",
         "comment": "Emma", "constant": False, "probability": "100", "widisabled": False},
        {"key": "Hill", "content": "A hill.", "comment": "", "widisabled": True},
    ]  # fmt: skip
    expected = [
        LoreEntry(("Emma", "Miss Woodhouse"), "Clever.", "Emma"),
        LoreEntry(("Hill",), "A hill.", "Hill", enabled=False),
    ]
    story = {"gamestarted": True, "prompt": "Once", "worldinfo": worldinfo}
    assert entries_of(written(tmp_path, story)) == expected
    assert entries_of(written(tmp_path, worldinfo)) == expected


def test_entry_that_nothing_would_call_is_off(tmp_path: Path) -> None:
    values = {"entries": {"0": {"key": [], "content": "Never.", "constant": False}}}
    assert [entry.enabled for entry in entries_of(written(tmp_path, values))] == [False]


def test_what_is_lost_is_listed_once_with_its_number(tmp_path: Path) -> None:
    entry = {"key": ["/a|b/i"], "content": "{{user}}", "probability": 30, "selective": True,
             "keysecondary": ["x"]}  # fmt: skip
    empty = {"key": ["x"], "content": " "}
    taken = read_lore(written(tmp_path, {"entries": {"0": entry, "1": entry, "2": empty}}))
    told = " ".join(taken.left_out)
    for word in ("chance", "second list", "Patterns", "Placeholders", "without a text"):
        assert word in told
    assert told.count("(2 times)") == 4
    assert len(taken.lore) == 2


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '{"a": 1}', "\x00", "[" * 100_000, '{"data":' * 900 + "1" + "}" * 900])  # fmt: skip
def test_file_without_lore_is_a_sentence_with_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    with pytest.raises(BadInputError, match=r"bad\.json"):
        read_lore(path)


def test_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lore_files, "LARGEST_BYTES", 10)
    with pytest.raises(BadInputError, match="larger"):
        read_lore(written(tmp_path, {"lore": [], "more": "text"}))


def test_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        read_lore(tmp_path / "gone.json")
