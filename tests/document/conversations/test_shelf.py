"""Conversations as files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ownhand.core.errors import DocumentError
from ownhand.document.conversations.conversation import Conversation
from ownhand.document.conversations.shelf import ConversationShelf


@pytest.fixture
def shelf(tmp_path: Path) -> ConversationShelf:
    return ConversationShelf(tmp_path / "chats")


def talk(shelf: ConversationShelf, *texts: str) -> Conversation:
    conversation = shelf.new()
    lines, parent = [conversation.begin()], ""
    for text in texts:
        lines.append(conversation.say("user", text, parent))
        parent = lines[-1]["id"]
    shelf.append(conversation.id, lines)
    return conversation


def test_what_was_said_is_read_again(shelf: ConversationShelf) -> None:
    said = talk(shelf, "Grüße,\n春眠 🖋", "und dann?")
    read = shelf.read(said.id)
    assert read.path == said.path
    assert read.created == said.created


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_torn_last_line_is_left_out_and_what_follows_is_kept(
    shelf: ConversationShelf, tmp_path: Path, cut: int
) -> None:
    said = talk(shelf, "one", "two")
    path = tmp_path / "chats" / f"{said.id}.jsonl"
    os.truncate(path, path.stat().st_size - cut)
    read = shelf.read(said.id)
    kept = ["one", "two"] if cut == 1 else ["one"]
    assert [turn.text for turn in read.path] == kept
    shelf.append(said.id, [read.say("user", "three", read.path[-1].id)])
    assert [turn.text for turn in shelf.read(said.id).path] == [*kept, "three"]


def test_damaged_line_in_the_middle_is_left_out(shelf: ConversationShelf, tmp_path: Path) -> None:
    said = talk(shelf, "one")
    path = tmp_path / "chats" / f"{said.id}.jsonl"
    path.write_bytes(path.read_bytes() + b'\xff\x00{"what\n[1]\n7\n')
    shelf.append(said.id, [said.say("user", "two", said.path[-1].id)])
    assert [turn.text for turn in shelf.read(said.id).path] == ["one", "two"]


def test_list_has_the_latest_first_and_is_searched_in_all_texts(
    shelf: ConversationShelf, tmp_path: Path
) -> None:
    first, second = talk(shelf, "About Mira", "the COOK"), talk(shelf, "About Bob")
    os.utime(tmp_path / "chats" / f"{first.id}.jsonl", (1, 1))
    assert [one.id for one in shelf.list()] == [second.id, first.id]
    assert [one.name for one in shelf.list("cook mira")] == ["About Mira"]
    assert shelf.list("nobody") == ()
    assert shelf.list()[1].turns == 2


def test_deleted_conversation_is_not_listed_and_comes_back(shelf: ConversationShelf) -> None:
    said = talk(shelf, "one")
    shelf.delete(said.id)
    assert shelf.list() == ()
    shelf.bring_back(said.id)
    assert shelf.read(said.id).path == said.path


def test_conversation_of_a_newer_version_is_not_touched(
    shelf: ConversationShelf, tmp_path: Path
) -> None:
    (tmp_path / "chats").mkdir()
    line = {"what": "conversation", "schema": 99, "id": "new", "created": ""}
    (tmp_path / "chats" / "new.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="newer"):
        shelf.read("new")


def test_failure_to_write_is_told_and_loses_nothing(
    shelf: ConversationShelf, tmp_path: Path
) -> None:
    (tmp_path / "chats").write_text("a file stands in the way")
    conversation = shelf.new()
    with pytest.raises(DocumentError, match="stays in the window"):
        shelf.append(conversation.id, [conversation.begin()])


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden"])
def test_name_cannot_lead_out_of_the_folder(shelf: ConversationShelf, name: str) -> None:
    with pytest.raises(DocumentError):
        shelf.read(name)


def test_line_is_on_the_disk_when_append_returns(
    shelf: ConversationShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    talk(shelf, "one")
    assert synced
