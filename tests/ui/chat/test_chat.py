"""The conversation beside the text, from the writer's side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.helpers.desk import Desk
from tests.helpers.records import generation_record
from tests.helpers.scripted_generator import model_info

from ownhand.core.messages import ContextPlanned
from ownhand.core.prompting import ChatTurn
from ownhand.document.conversations.conversation import Conversation, Turn
from ownhand.document.conversations.shelf import ConversationShelf
from ownhand.ui.chat.chat_feature import ChatFeature
from ownhand.ui.provenance.who_wrote_what import WhoWroteWhat

MakeDesk = Callable[..., Desk]


def chat_of(desk: Desk) -> ChatFeature:
    found = desk.window.findChild(ChatFeature)
    assert found is not None
    return found


@pytest.fixture
def chat(desk: Desk) -> ChatFeature:
    return opened(desk)


def opened(desk: Desk) -> ChatFeature:
    desk.window.actions_by_name["page_chat"].trigger()
    return chat_of(desk)


def ask(desk: Desk, text: str, *, wait: bool = True) -> None:
    chat = chat_of(desk)
    chat.page.composer.field.setPlainText(text)
    QTest.keyClick(chat.page.composer.field, Qt.Key.Key_Return)
    if wait:
        desk.until(lambda: chat.controller.state == "idle")


def texts(chat: ChatFeature) -> list[str]:
    return [turn.text for turn in chat.controller.conversation.path]


def last(chat: ChatFeature) -> Turn:
    turn = chat.controller.conversation.last
    assert turn is not None
    return turn


def wish(chat: ChatFeature, what: str, turn: Turn) -> None:
    chat.page.turns.views[turn.id].wished.emit(what, turn.id)


def kept(desk: Desk) -> Conversation:
    chat = chat_of(desk)
    desk.until(lambda: chat.controller.keeper.idle)
    return ConversationShelf(desk.paths.chats).read(chat.controller.conversation.id)


def test_question_is_answered_shown_and_kept(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    assert texts(chat) == ["How many?", "one two three"]
    assert desk.generator.requests[-1].chat == (ChatTurn("user", "How many?"),)
    views = [view.text.toPlainText() for view in chat.page.turns.views.values()]
    assert views == ["How many?", "one two three"]
    assert chat.page.composer.field.toPlainText() == ""
    assert [turn.text for turn in kept(desk).path] == texts(chat)


def test_whole_conversation_and_system_are_told(desk: Desk, chat: ChatFeature) -> None:
    chat.controller.tell("Be brief.")
    ask(desk, "One?")
    ask(desk, "Two?")
    assert desk.generator.requests[-1].chat == (
        ChatTurn("system", "Be brief."),
        ChatTurn("user", "One?"),
        ChatTurn("assistant", "one two three"),
        ChatTurn("user", "Two?"),
    )
    assert kept(desk).system == "Be brief."


def test_answer_is_written_anew_beside_the_old_one(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    desk.generator.words = (" four",)
    wish(chat, "again", last(chat))
    desk.until(lambda: chat.controller.state == "idle")
    assert texts(chat) == ["How many?", "four"]
    view = chat.page.turns.views[last(chat).id]
    assert view._count.text() == "2 of 2"
    view.stepped.emit(last(chat).id, -1)
    assert texts(chat) == ["How many?", "one two three"]
    assert [turn.text for turn in kept(desk).path] == texts(chat)


def test_answer_is_gone_on_with(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    wish(chat, "go_on", last(chat))
    desk.until(lambda: chat.controller.state == "idle")
    assert desk.generator.requests[-1].chat[-1] == ChatTurn("assistant", "one two three")
    assert last(chat).text == "one two three one two three"


def test_question_is_reworded_and_asked_anew(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    first = chat.controller.conversation.path[0]
    wish(chat, "edit", first)
    view = chat.page.turns.views[first.id]
    assert view._editor is not None
    view._editor.field.setPlainText("How few?")
    view._editor.done.emit("How few?", True)
    desk.until(lambda: chat.controller.state == "idle")
    assert texts(chat) == ["How few?", "one two three"]
    assert len(chat.controller.conversation.variants(chat.controller.conversation.path[0].id)) == 2


def test_reworded_turn_keeps_what_follows(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    chat.page.turns.reworded.emit(last(chat).id, "Seven.", False)
    assert texts(chat) == ["How many?", "Seven."]
    assert chat.page.turns.views[last(chat).id].text.toPlainText() == "Seven."


def test_deleted_turn_comes_back(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    wish(chat, "delete", chat.controller.conversation.path[0])
    assert texts(chat) == []
    assert chat.page.undo_button.isVisibleTo(chat.page)
    chat.page.undo_button.click()
    assert texts(chat) == ["How many?", "one two three"]
    assert not chat.page.undo_button.isVisibleTo(chat.page)


def test_branch_goes_on_in_a_conversation_of_its_own(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "One?")
    first, answer = chat.controller.conversation.id, last(chat)
    ask(desk, "Two?")
    wish(chat, "branch", answer)
    assert texts(chat) == ["One?", "one two three"]
    assert chat.controller.conversation.id != first
    assert len(kept(desk).path) == 2
    assert len(ConversationShelf(desk.paths.chats).read(first).path) == 4


def test_reply_is_inserted_as_generated_text_at_the_caret(desk: Desk, chat: ChatFeature) -> None:
    desk.write("Count:  !")
    ask(desk, "How many?")
    desk.window.page.set_caret_position(7)
    wish(chat, "insert", last(chat))
    assert desk.text() == "Count: one two three !"
    assert [(s.start, s.end, s.origin) for s in desk.window.page.spans()] == [(7, 20, "generated")]
    desk.window.page.undo()
    assert desk.text() == "Count:  !"


def test_reply_inserted_while_the_text_goes_on_brings_its_record_and_stops_nothing(
    gated_desk: Desk,
) -> None:
    desk, chat = gated_desk, opened(gated_desk)
    desk.generator.record = generation_record()
    ask(desk, "How many?", wait=False)
    desk.generator.allow(3)
    desk.until(lambda: chat.controller.state == "idle")
    desk.write("Count: ")
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.text() == "Count:  one")
    desk.window.page.set_caret_position(0)
    wish(chat, "insert", last(chat))
    desk.generator.allow(2)
    desk.until_idle()

    assert desk.text() == "one two threeCount:  one two three"
    kept = next(f for f in desk.window.features if isinstance(f, WhoWroteWhat)).records
    reply, text = desk.window.page.spans()
    assert (reply.record, text.record) == ("r1", "r2")
    assert {"r1", "r2"} <= set(kept.records)
    told = kept.get("r2")
    assert told is not None
    assert told.characters == len(" one two three")


def test_reply_is_not_put_into_a_text_that_is_only_read(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    desk.window.page.setReadOnly(True)
    wish(chat, "insert", last(chat))
    assert desk.text() == ""
    assert "reading only" in desk.message("stream")


def test_reply_is_copied(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "How many?")
    wish(chat, "copy", last(chat))
    assert QGuiApplication.clipboard().text() == "one two three"


def test_stop_keeps_what_there_is_and_esc_is_stop(gated_desk: Desk) -> None:
    chat = opened(gated_desk)
    ask(gated_desk, "How many?", wait=False)
    gated_desk.generator.allow(1)
    gated_desk.until(lambda: chat.controller.state == "answering")
    assert gated_desk.window.actions_by_name["stop"].isEnabled()
    QTest.keyClick(chat.page.composer.field, Qt.Key.Key_Escape)
    gated_desk.until(lambda: chat.controller.state == "idle")
    assert texts(chat) == ["How many?", "one"]
    assert not gated_desk.window.actions_by_name["stop"].isEnabled()
    assert gated_desk.window.actions_by_name["continue"].isEnabled()


def test_answer_stopped_before_its_first_word_leaves_no_turn(gated_desk: Desk) -> None:
    chat = opened(gated_desk)
    ask(gated_desk, "How many?", wait=False)
    gated_desk.window.actions_by_name["stop"].trigger()
    gated_desk.until(lambda: chat.controller.state == "idle")
    assert texts(chat) == ["How many?"]


def test_tokens_are_on_the_disk_while_the_answer_still_comes(gated_desk: Desk) -> None:
    chat = opened(gated_desk)
    ask(gated_desk, "How many?", wait=False)
    gated_desk.generator.allow(2)
    gated_desk.until(lambda: last(chat).text == "one two")
    gated_desk.until(lambda: chat.controller.keeper.idle)
    read = ConversationShelf(gated_desk.paths.chats).read(chat.controller.conversation.id)
    assert [turn.text for turn in read.path] == ["How many?", "one two"]


def test_question_waits_politely_while_the_model_writes_in_the_text(gated_desk: Desk) -> None:
    chat = opened(gated_desk)
    gated_desk.window.generation.continue_writing()
    gated_desk.until(lambda: gated_desk.window.generation.state == "waiting")
    ask(gated_desk, "How many?", wait=False)
    assert texts(chat) == []
    assert "Stop it there" in chat.page.note.text()
    assert chat.page.composer.field.toPlainText() == "How many?"


def test_continue_rests_while_the_model_answers(gated_desk: Desk) -> None:
    chat = opened(gated_desk)
    ask(gated_desk, "How many?", wait=False)
    assert not gated_desk.window.actions_by_name["continue"].isEnabled()
    gated_desk.generator.allow(9)
    gated_desk.until(lambda: chat.controller.state == "idle")
    assert gated_desk.window.actions_by_name["continue"].isEnabled()


@pytest.mark.parametrize("enter_sends", [True, False])
def test_key_that_sends_is_the_writers_choice(
    desk: Desk, chat: ChatFeature, enter_sends: bool
) -> None:
    desk.settings.change(chat_enter_sends=enter_sends)
    field = chat.page.composer.field
    field.setPlainText("a")
    field.moveCursor(field.textCursor().MoveOperation.End)
    other = Qt.KeyboardModifier.ShiftModifier if enter_sends else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(field, Qt.Key.Key_Return, other)
    QTest.keyClicks(field, "b")
    assert texts(chat) == []
    sends = Qt.KeyboardModifier.NoModifier if enter_sends else Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_Return, sends)
    desk.until(lambda: chat.controller.state == "idle")
    assert texts(chat)[0].replace("\u2028", "\n") == "a\nb"


def test_selection_is_asked_about(desk: Desk) -> None:
    desk.write("Mira sings. Bob sleeps.")
    desk.window.page.select_range(0, 11)
    desk.window.actions_by_name["ask_about"].trigger()
    chat = chat_of(desk)
    assert desk.window.side.page == "chat"
    composer = chat.page.composer
    desk.until(lambda: composer._chip is not None and "2 tokens" in composer._chip.accessibleName())
    taken = composer.attachment
    assert taken is not None
    assert taken.passage
    ask(desk, "Who?")
    told = desk.generator.requests[-1].chat[-1].text
    assert "Mira sings." in told
    assert "Bob" not in told
    assert told.endswith("Who?")
    assert composer.attachment is None
    attached = kept(desk).path[0].attachment
    assert attached is not None
    assert attached.text == "Mira sings."


def test_whole_text_is_asked_about_as_far_as_the_model_can_read(desk: Desk) -> None:
    text = " ".join(f"word{number}" for number in range(2000))
    desk.window.page.set_text(text)
    desk.window.actions_by_name["ask_about"].trigger()
    composer = chat_of(desk).page.composer
    desk.until(lambda: composer._chip is not None and "tokens" in composer._chip.accessibleName())
    attachment = composer.attachment
    assert attachment is not None
    assert attachment.is_cut
    assert attachment.text.startswith("word0 ")
    assert attachment.text.endswith("word1999")
    assert composer._chip is not None
    assert "cut to" in composer._chip.accessibleName()
    assert len(attachment.text.split()) < 400


def test_new_conversation_keeps_the_old_one_in_the_list(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "One?")
    first = chat.controller.conversation.id
    chat.page.new_button.click()
    assert texts(chat) == []
    ask(desk, "Two?")
    chat.page.list_button.click()
    listed = chat.page.conversations.list
    desk.until(lambda: listed.count() == 2)
    assert {listed.item(row).text() for row in range(2)} == {"One?", "Two?"}
    chat.page.conversations.opened.emit(first)
    desk.until(lambda: texts(chat) == ["One?", "one two three"])


def test_list_is_searched_renamed_deleted_and_brought_back(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "One?")
    chat.page.new_button.click()
    ask(desk, "Zwei?")
    chat.page.list_button.click()
    page = chat.page.conversations
    desk.until(lambda: page.list.count() == 2)
    page.search.setText("zwei")
    desk.until(lambda: page.list.count() == 1)
    page.list.item(0).setText("Second")
    desk.until(lambda: chat.controller.conversation.title == "Second")
    page.search.clear()
    desk.until(lambda: page.list.count() == 2)
    page.deleted.emit(chat.controller.conversation.id)
    desk.until(lambda: page.list.count() == 1)
    assert texts(chat) == []
    page.undo_button.click()
    desk.until(lambda: page.list.count() == 2)


def test_last_conversation_is_there_after_a_restart(make_a_desk: MakeDesk, tmp_path: Path) -> None:
    first = make_a_desk(model_info())
    first.begin()
    opened(first)
    ask(first, "Still there?")
    first.settings.flush()
    first.close()
    again = make_a_desk(model_info())
    again.begin()
    chat = opened(again)
    again.until(lambda: texts(chat) == ["Still there?", "one two three"])


def test_persona_is_chosen_changed_and_kept(desk: Desk, chat: ChatFeature) -> None:
    chat.page.persona_button.click()
    personas = chat.page.personas
    desk.until(lambda: personas.choice.count() > 2)
    personas.choice.setCurrentIndex(2)
    personas.choice.activated.emit(2)
    assert chat.controller.conversation.persona == "Editor"
    assert "editor" in chat.controller.conversation.system
    personas.system.setPlainText("You are a pirate.")
    assert chat.controller.conversation.persona == ""
    personas.name.setText("Pirate")
    personas.kept.emit("Pirate", "You are a pirate.")
    desk.until(lambda: chat.controller.conversation.persona == "Pirate")
    desk.until(lambda: chat.page.persona_button.text() == "Pirate")
    assert list(desk.paths.personas.iterdir())


def test_meter_and_left_out_turns_are_shown(desk: Desk, chat: ChatFeature) -> None:
    ask(desk, "One?")
    chat.controller.context_changed.emit(ContextPlanned(812, 0, 0, 2048, dropped_turns=4))
    assert chat.page.composer.meter.text() == "812 of 2,048 tokens"
    assert "4 older turns" in chat.page.turns._left_out.text()
    assert chat.page.turns._left_out.isVisibleTo(chat.page)


def test_long_conversation_shows_its_end_and_more_on_wish(desk: Desk, chat: ChatFeature) -> None:
    parent = ""
    for number in range(50):
        parent = chat.controller.conversation.say("user", f"turn {number}", parent)["id"]
    chat.controller.conversation_changed.emit()
    assert len(chat.page.turns.views) == 20
    assert chat.page.turns._earlier.isVisibleTo(chat.page)
    chat.page.turns._earlier.click()
    assert len(chat.page.turns.views) == 40
    first = next(iter(chat.page.turns.views.values()))
    assert first.turn.text == "turn 10"


def test_failure_of_the_disk_is_told_and_the_conversation_goes_on(
    desk: Desk, chat: ChatFeature
) -> None:
    desk.paths.chats.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.chats.write_text("in the way")
    ask(desk, "One?")
    desk.until(lambda: "cannot be saved" in desk.message("chat"))
    desk.paths.chats.unlink()
    ask(desk, "Two?")
    desk.until(lambda: desk.message("chat") == "")
    assert [turn.text for turn in kept(desk).path] == texts(chat)
    assert len(texts(chat)) == 4


def test_window_without_a_model_says_so(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk()
    desk.begin()
    chat = opened(desk)
    ask(desk, "One?")
    assert texts(chat) == []
    assert "no model" in chat.page.note.text()


def test_model_that_did_not_learn_to_talk_is_told_apart(desk: Desk, chat: ChatFeature) -> None:
    assert chat.page.untaught.isVisibleTo(chat.page)
    loaded = desk.window.models.loaded
    assert loaded is not None
    desk.window.models.loaded = replace(loaded, info=replace(loaded.info, chats=True))
    desk.window.models.loaded_changed.emit()
    assert not chat.page.untaught.isVisibleTo(chat.page)


def test_continue_from_the_header_waits_its_turn(gated_desk: Desk) -> None:
    chat = opened(gated_desk)
    ask(gated_desk, "How many?", wait=False)
    gated_desk.window.generation.continue_writing()
    gated_desk.generator.allow(20)
    gated_desk.until(lambda: chat.controller.state == "idle")
    gated_desk.until_idle()
    assert texts(chat) == ["How many?", "one two three"]
    assert gated_desk.text() == " one two three"
