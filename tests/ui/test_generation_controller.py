"""Continue, Stop and Retry, in a real window with a scripted generator."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from tests.helpers.desk import Desk
from tests.helpers.scripted_generator import model_info

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import (
    ContextPlanned,
    FinishReason,
    GenerationEvent,
    GenerationFinished,
    GenerationRequest,
    LoopNoticed,
    PreviewChanged,
    Stage,
)
from ownhand.document.spans import GENERATED, Span

MakeDesk = Callable[..., Desk]


def _context_start(desk: Desk) -> int | None:
    cursor = desk.window.page._context_start
    return cursor.position() if cursor else None


def test_continue_inserts_the_stream_at_the_caret(desk: Desk) -> None:
    desk.write("Begin")

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until_idle()
    desk.until(lambda: len(desk.text()) > len("Begin"))
    desk.until_idle()

    assert desk.text() == "Begin one two three"
    assert desk.window.page.spans() == (Span(5, 19, GENERATED),)
    assert desk.generator.requests[0].prompt == "Begin"
    assert desk.window.status.speed_label.text() == "31 tokens/s"
    assert desk.window.status.context_label.text() == "context 4 / 2,048"


def test_request_carries_the_settings_of_the_panel(desk: Desk) -> None:
    desk.window.panel.fields["temperature"].editor.value_edited.emit(0.35)
    desk.settings.change(max_tokens=2, context_tokens=256)

    desk.window.generation.continue_writing()
    desk.until(lambda: bool(desk.generator.requests))
    desk.until_idle()

    request = desk.generator.requests[0]
    assert (request.settings.temperature, request.max_tokens, request.context_tokens) == (
        0.35,
        2,
        256,
    )
    assert request.preset == desk.window.choice.preset.name
    assert desk.text() == " one two"


def test_primary_button_becomes_stop_while_a_stream_runs(gated_desk: Desk) -> None:
    desk = gated_desk
    header = desk.window.header
    assert header.primary.accessibleName() == "Continue"

    header.primary.click()
    desk.generator.allow()
    desk.until(lambda: desk.text() == " one")
    assert header.primary.accessibleName() == "Stop"
    assert not desk.window.actions_by_name["continue"].isEnabled()

    header.primary.click()
    desk.until_idle()
    assert header.primary.accessibleName() == "Continue"
    assert desk.text() == " one"


def test_escape_stops_and_keeps_the_partial_text(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.window.generation.continue_writing()
    desk.generator.allow(2)
    desk.until(lambda: desk.text() == " one two")

    desk.key(Qt.Key.Key_Escape)
    desk.until_idle()

    assert desk.text() == " one two"
    result = desk.window.generation.last_result
    assert result is not None
    assert result.reason == "cancelled"


def test_stop_frees_the_page_when_the_lane_does_not_listen(
    make_a_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_a_desk(model_info())
    desk.begin()
    compiled = threading.Event()

    def stream(request: GenerationRequest, cancel: CancelToken) -> Iterator[GenerationEvent]:
        yield Stage("Compiling")
        compiled.wait()
        yield ContextPlanned(1, 0, 0, 10)

    monkeypatch.setattr(desk.generator, "stream", stream)
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.window.stream_strip.isVisible())

    desk.window.generation.stop()
    desk.until_idle()

    assert not desk.window.model_bridge.idle
    assert not desk.window.stream_strip.isVisible()
    compiled.set()


def test_typing_while_it_streams_keeps_both_texts(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.write("Begin")
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.text() == "Begin one")
    desk.window.page.moveCursor(QTextCursor.MoveOperation.Start)

    desk.write("Note. ")
    desk.generator.allow(2)
    desk.until_idle()

    assert desk.text() == "Note. Begin one two three"
    assert desk.window.page.caret_position() == 6
    for expected in ("Note. Begin one", "Begin one", "Begin", ""):
        desk.window.page.undo()
        assert desk.text() == expected


def test_undo_of_a_running_stream_stops_it(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.write("Begin")
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.text() == "Begin one")

    desk.window.page.undo()
    desk.until_idle()

    assert desk.text() == "Begin"


def test_change_of_the_page_by_the_program_stops_what_streams_into_it(gated_desk: Desk) -> None:
    gated_desk.write("Begin")
    gated_desk.window.generation.continue_writing()
    gated_desk.generator.allow()
    gated_desk.until(lambda: gated_desk.text() == "Begin one")
    gated_desk.window.page.replace_range(0, 5, "End")
    assert gated_desk.window.generation.state == "stopping"
    gated_desk.until_idle()
    assert gated_desk.text() == "End one"


def test_retry_sends_a_byte_identical_prompt(desk: Desk) -> None:
    desk.write("Été ☃ 🙂 ")
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.text().endswith("three"))
    desk.until_idle()
    desk.generator.words = (" other",)

    desk.window.actions_by_name["retry"].trigger()
    desk.until(lambda: desk.text().endswith("other"))
    desk.until_idle()

    first, second = desk.generator.requests
    assert second.prompt.encode() == first.prompt.encode() == "Été ☃ 🙂 ".encode()
    assert second.settings == first.settings
    assert desk.text() == "Été ☃ 🙂  other"


def test_retry_while_it_streams_stops_first(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.write("Begin")
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.text() == "Begin one")

    desk.window.generation.retry()
    desk.until(lambda: len(desk.generator.requests) == 2)
    desk.generator.allow(3)
    desk.until_idle()

    assert desk.text() == "Begin one two three"


def test_retry_without_anything_to_put_aside_does_nothing(desk: Desk) -> None:
    desk.write("Begin")

    desk.window.generation.retry()

    assert desk.text() == "Begin"
    assert desk.generator.requests == []


@pytest.mark.parametrize(
    ("reason", "trim", "expected"),
    [
        ("max_tokens", True, "Begin one. two."),
        ("max_tokens", False, "Begin one. two. three"),
        ("end_of_text", True, "Begin one. two. three"),
        ("stop_string", True, "Begin one. two. three"),
    ],
)
def test_unfinished_sentence_goes_where_the_length_was_reached(
    desk: Desk, reason: FinishReason, trim: bool, expected: str
) -> None:
    desk.generator.words = (" one.", " two.", " three")
    desk.generator.reason = reason
    desk.settings.change(trim_sentences=trim)
    desk.write("Begin")

    desk.window.generation.continue_writing()
    desk.until(lambda: desk.window.generation.last_result is not None)
    desk.until_idle()

    assert desk.text() == expected
    desk.window.page.undo()
    assert desk.text() == "Begin"  # one step, the trimming with it
    desk.window.page.redo()
    assert desk.text() == expected


def test_stop_leaves_an_unfinished_sentence(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.generator.words = (" one.", " two", " three")
    desk.generator.reason = "max_tokens"
    desk.window.generation.continue_writing()
    desk.generator.allow(2)
    desk.until(lambda: desk.text() == " one. two")

    desk.window.generation.stop()
    desk.until_idle()

    assert desk.text() == " one. two"


def test_words_that_the_writer_changed_in_a_stream_are_not_trimmed(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.generator.words = (" one.", " two", " three")
    desk.generator.reason = "max_tokens"
    desk.window.generation.continue_writing()
    desk.generator.allow(2)
    desk.until(lambda: desk.text() == " one. two")
    desk.window.page.set_caret_position(8)
    desk.write("X")
    desk.generator.allow()
    desk.until_idle()

    assert desk.text() == " one. twXo three"


def test_continue_waits_for_the_model_that_still_loads(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info())
    desk.generator.load_gated = True
    desk.window.show()
    desk.window.begin(None)
    desk.write("Begin")

    desk.window.generation.continue_writing()
    assert desk.window.generation.state == "waiting"
    assert desk.window.header.primary.accessibleName() == "Stop"
    desk.until(lambda: "waiting to write" in desk.window.status.model_label.full_text)

    desk.generator.allow(2)
    desk.until_idle()
    assert desk.text() == "Begin one two three"


def test_continue_without_a_model_offers_one(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk()
    desk.begin()

    desk.window.generation.continue_writing()

    assert "no model" in desk.message("model")
    bar = desk.window.messages.shown("model")
    assert bar is not None
    assert [b.text() for b in bar.buttons] == ["Get the starter model", "Add a model file …"]
    assert desk.window.generation.state == "idle"


def test_continue_after_unload_loads_again(desk: Desk) -> None:
    desk.window.models.unload()
    desk.until(lambda: desk.window.models.loaded is None)

    desk.window.generation.continue_writing()
    desk.until(lambda: desk.text().endswith("three"))

    assert len(desk.generator.loads) == 2


def test_loop_offers_the_remedy_and_retries_with_it(desk: Desk) -> None:
    remedy = (("repetition_penalty", 1.25),)
    desk.generator.extra = (LoopNoticed("one", 4, "The text goes round in circles.", remedy),)
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.message("stream") == "The text goes round in circles.")
    desk.until_idle()
    desk.generator.extra = ()

    desk.press("stream", "Repeat itself less and retry")
    desk.until(lambda: len(desk.generator.requests) == 2)
    desk.until_idle()

    assert desk.generator.requests[1].settings.repetition_penalty == 1.25
    assert desk.window.choice.changed_names == ("repetition_penalty",)
    assert desk.text() == " one two three"


def test_loop_remedy_alone_changes_only_what_comes_next(desk: Desk) -> None:
    remedy = (("repetition_penalty", 1.25),)
    desk.generator.extra = (LoopNoticed("one", 4, "Circles.", remedy),)
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.message("stream") == "Circles.")
    desk.until_idle()

    desk.press("stream", "Repeat itself less from now on")

    assert desk.window.choice.sampling.repetition_penalty == 1.25
    assert len(desk.generator.requests) == 1
    assert desk.message("stream") == ""


def test_preview_of_a_search_is_no_part_of_the_text(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.generator.extra = (PreviewChanged(" perhaps", 2),)
    desk.write("Begin")
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.window.generation.state == "writing")

    assert "perhaps" not in desk.text()
    desk.generator.allow(2)
    desk.until_idle()
    assert desk.text() == "Begin one two three"


@pytest.fixture
def searching_desk(make_a_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A search that has shown its best line so far and goes on until it is stopped."""
    desk = make_a_desk(model_info())
    desk.begin()

    def stream(request: GenerationRequest, cancel: CancelToken) -> Iterator[GenerationEvent]:
        yield ContextPlanned(1, 0, 0, 10)
        yield PreviewChanged(" perhaps and", 2)
        while not cancel.cancelled:
            time.sleep(0.005)
        yield GenerationFinished("cancelled", 1, 0, 0.1, 5.0, 7)

    monkeypatch.setattr(desk.generator, "stream", stream)
    desk.write("Begin")
    desk.window.generation.continue_writing()
    desk.until(lambda: desk.window.generation.state == "writing")
    return desk


def test_escape_in_a_search_keeps_its_best_line(searching_desk: Desk) -> None:
    desk = searching_desk

    desk.key(Qt.Key.Key_Escape)
    desk.until_idle()

    assert desk.text() == "Begin perhaps and"
    assert desk.window.page.spans() == (Span(5, 17, GENERATED),)
    desk.window.page.undo()
    assert desk.text() == "Begin"


def test_another_text_gets_nothing_of_a_search_that_was_stopped(
    searching_desk: Desk, tmp_path: Path
) -> None:
    desk = searching_desk
    file = tmp_path / "other.txt"
    file.write_text("Other.")

    desk.window.documents.open(file)
    desk.answer("Don't save")
    desk.until(lambda: desk.window.documents.path == file)
    desk.until_idle()

    assert desk.text() == "Other."
    assert not desk.window.documents.modified


def test_context_that_does_not_fit_is_dimmed(desk: Desk) -> None:
    desk.generator.extra = (ContextPlanned(100, 7, 0, 128),)
    desk.write("Some text that is long")

    desk.window.generation.continue_writing()
    desk.until(lambda: _context_start(desk) == 7)

    assert "128" in desk.window.status.context_label.text()


def test_failure_of_a_stream_is_a_sentence_and_keeps_the_text(desk: Desk) -> None:
    desk.write("Begin")
    desk.generator.unload()  # behind the window's back

    desk.window.generation.continue_writing()
    desk.until(lambda: desk.message("stream") != "")
    desk.until_idle()

    assert desk.message("stream") == "No model is loaded. Choose a model first."
    assert "Traceback" not in desk.message("stream")
    assert desk.text() == "Begin"


def test_model_that_ends_at_once_says_so(desk: Desk) -> None:
    desk.generator.words = ()

    desk.window.generation.continue_writing()
    desk.until(lambda: desk.message("stream") != "")

    assert "wrote nothing" in desk.message("stream")


def test_late_text_of_a_left_stream_is_dropped(gated_desk: Desk) -> None:
    desk = gated_desk
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.text() == " one")

    desk.window.generation.forget()
    desk.window.page.set_text("Another text")
    desk.generator.allow(2)
    desk.until(lambda: desk.window.model_bridge.idle)

    assert desk.text() == "Another text"


def test_other_model_ends_the_stream_and_keeps_its_text(make_a_desk: MakeDesk) -> None:
    desk = make_a_desk(model_info("a", "A"), model_info("b", "B"), gated=True)
    desk.begin()
    desk.window.generation.continue_writing()
    desk.generator.allow()
    desk.until(lambda: desk.text() == " one")

    desk.window.models.load(model_info("b", "B"))
    desk.until_idle()
    desk.until(lambda: desk.window.models.loaded is not None)

    assert desk.text() == " one"
    assert desk.message("stream") == ""


def test_cancelled_load_ends_what_waited_for_it_without_a_complaint(
    make_a_desk: MakeDesk,
) -> None:
    desk = make_a_desk(model_info())
    desk.generator.load_gated = True
    desk.window.show()
    desk.window.begin(None)
    desk.window.generation.continue_writing()

    desk.window.models.cancel_load()
    desk.until_idle()
    desk.until(lambda: desk.window.model_bridge.idle)

    assert desk.message("stream") == ""
    assert desk.text() == ""


def test_model_is_given_what_follows_the_caret(desk: Desk) -> None:
    desk.window.page.set_text("Once upon a time. The end.")
    desk.window.page.set_caret_position(len("Once upon a time."))
    desk.window.generation.continue_writing()
    desk.until_idle()
    (request,) = desk.generator.requests
    assert (request.prompt, request.after) == ("Once upon a time.", " The end.")
