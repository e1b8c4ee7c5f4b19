"""Random editing against a list of characters that each carry a label of their own: none is mislabelled."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ownhand.document.sidecar import load_spans, save_spans
from ownhand.document.spans import Span, Spans
from ownhand.document.words import joins_words
from ownhand.ui.editor.page import WritingPage

Label = tuple[str, str]
TYPED: Label = ("typed", "")

texts = st.text(st.sampled_from("ab '-é日😀\nא."), min_size=1, max_size=9)
places = st.integers(0, 50)
actions = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from(["a", "b", " ", ".", "'"])),
        st.tuples(st.just("compose"), st.sampled_from(["é", "日", "a b"])),
        st.tuples(st.just("key"), st.sampled_from(["Backspace", "Delete", "Return"])),
        st.tuples(st.just("select"), st.tuples(places, places)),
        st.tuples(st.just("caret"), places),
        st.tuples(st.just("caret"), places),
        st.tuples(st.just("paste"), texts),
        st.tuples(st.just("cut_and_paste"), places),
        st.tuples(st.just("drag"), places),
        st.tuples(st.just("stream"), texts),
        st.tuples(st.just("stream"), texts),
        st.tuples(st.just("finish"), st.none()),
        st.tuples(st.just("retract"), st.none()),
        st.tuples(st.just("undo"), st.integers(1, 3)),
        st.tuples(st.just("redo"), st.integers(1, 3)),
        st.tuples(st.just("reload"), st.none()),
        st.tuples(st.just("other_program"), st.booleans()),
    ),
    max_size=30,
)


@dataclass(frozen=True)
class Letter:
    """One character and who wrote it."""

    character: str
    label: Label


Letters = tuple[Letter, ...]


def word_at(letters: Letters, index: int) -> str:
    """The word that a character is part of; "" if it is part of none."""
    if not joins_words(letters[index].character):
        return ""
    first = last = index
    while first > 0 and joins_words(letters[first - 1].character):
        first -= 1
    while last + 1 < len(letters) and joins_words(letters[last + 1].character):
        last += 1
    return "".join(letter.character for letter in letters[first : last + 1])


def after_writing(letters: Letters, start: int, end: int, came: Letters, typed: bool) -> Letters:
    """What an edit by the writer makes of each character.

    Args:
        letters: Before it.
        start: First that goes.
        end: One past the last.
        came: What comes instead.
        typed: Whether it was typed, and not brought from elsewhere.
    """
    new = letters[:start] + came + letters[end:]

    def changed(before: int) -> bool:
        after = before if before < start else before - (end - start) + len(came)
        return word_at(letters, before) != word_at(new, after)

    def of_a_model(index: int) -> bool:
        return letters[index].label[0] in ("generated", "edited")

    sides = (start - 1, end) if start > 0 and end < len(letters) else ()
    if typed and sides and all(changed(side) and of_a_model(side) for side in sides):
        came = tuple(Letter(c.character, ("edited", letters[start - 1].label[1])) for c in came)

    def touched(index: int) -> Letter:
        letter = letters[index]
        if letter.label[0] == "generated" and changed(index):
            return Letter(letter.character, ("edited", letter.label[1]))
        return letter

    before = tuple(touched(index) for index in range(start))
    after = tuple(touched(index) for index in range(end, len(letters)))
    return before + came + after


def plain(text: str, label: Label = TYPED) -> Letters:
    return tuple(Letter(character, label) for character in text)


def labels_of(text: str, spans: Spans) -> Letters:
    labels = [TYPED] * len(text)
    for span in spans:
        labels[span.start : span.end] = [(span.origin, span.record)] * len(span)
    return tuple(Letter(character, label) for character, label in zip(text, labels, strict=True))


class Desk:
    """A page and, beside it, what each of its characters should be."""

    def __init__(self, page: WritingPage, letters: Letters, folder: Path) -> None:
        self.page = page
        self.letters = letters
        self.folder = folder
        self.streams = 0
        self.stream = page.begin_stream()
        self.stream.finish()
        self.after_steps = {0: letters}  # by the length of the undo history

    def do(self, action: str, value: Any) -> None:
        steps = self.page.document().availableUndoSteps()
        before = self.letters
        getattr(self, action)(value)
        if self.page.document().availableUndoSteps() != steps or self.letters != before:
            self.after_steps = {n: s for n, s in self.after_steps.items() if n <= steps}
            self.after_steps[self.page.document().availableUndoSteps()] = self.letters

    def place(self, value: int) -> int:
        return value % (len(self.letters) + 1)

    def selection(self) -> tuple[int, int]:
        cursor = self.page.textCursor()
        units = (cursor.selectionStart(), cursor.selectionEnd())
        return self.page.code_point(units[0]), self.page.code_point(units[1])

    def write(self, came: Letters, typed: bool) -> None:
        self.letters = after_writing(self.letters, *self.selection(), came, typed)

    def type(self, value: str) -> None:
        self.write(plain(value), typed=True)
        QTest.keyClicks(self.page, value)

    def compose(self, value: str) -> None:
        self.write(plain(value), typed=True)
        event = QInputMethodEvent("", [])
        event.setCommitString(value)
        QApplication.sendEvent(self.page, event)

    def key(self, value: str) -> None:
        start, end = self.selection()
        if value == "Return":
            self.write(plain("\n"), typed=True)
        elif start != end:
            self.write((), typed=True)
        elif value == "Backspace" and start > 0:
            self.letters = after_writing(self.letters, start - 1, start, (), typed=True)
        elif value == "Delete" and start < len(self.letters):
            self.letters = after_writing(self.letters, start, start + 1, (), typed=True)
        QTest.keyClick(self.page, getattr(Qt.Key, f"Key_{value}"))

    def select(self, value: tuple[int, int]) -> None:
        self.page.select_range(*(self.place(each) for each in value))

    def caret(self, value: int) -> None:
        self.page.set_caret_position(self.place(value))

    def paste(self, value: str) -> None:
        self.write(plain(value, ("pasted", "")), typed=False)
        mime = QMimeData()
        mime.setText(value)
        self.page.insertFromMimeData(mime)

    def cut_and_paste(self, value: int) -> None:
        start, end = self.selection()
        taken = self.letters[start:end]
        mime = self.page.createMimeDataFromSelection()
        if taken:
            self.do("key", "Backspace")
        self.caret(value)
        self.do("put", (mime, taken))

    def put(self, value: tuple[QMimeData, Letters]) -> None:
        mime, taken = value
        self.write(taken, typed=False)
        self.page.insertFromMimeData(mime)

    def drag(self, value: int) -> None:
        start, end = self.selection()
        place = before = self.place(value)
        if not start <= place <= end:
            taken = self.letters[start:end]
            self.letters = after_writing(self.letters, start, end, (), typed=False)
            place -= (end - start) if place > start else 0
            self.letters = after_writing(self.letters, place, place, taken, typed=False)
            place = before
        target = QTextCursor(self.page.document())
        target.setPosition(self.page._mirror.map.to_units(place))
        self.page.move_selection(target)

    def stream_(self, value: str) -> None:
        if not self.stream.active:
            self.streams += 1
            self.stream = self.page.begin_stream()
            self.stream.record = f"r{self.streams}"
        end = self.stream.end
        came = plain(value, ("generated", self.stream.record))
        self.letters = self.letters[:end] + came + self.letters[end:]
        self.stream.insert(value)

    def finish(self, value: None) -> None:
        self.stream.finish()

    def retract(self, value: None) -> None:
        start, end = self.stream.start, self.stream.end
        if self.page.retract_stream(self.stream):
            self.letters = self.letters[:start] + self.letters[end:]

    def undo(self, value: int) -> None:
        for _ in range(value):
            self.page.undo()
        self.letters = self.after_steps[self.page.document().availableUndoSteps()]

    def redo(self, value: int) -> None:
        for _ in range(value):
            self.page.redo()
        self.letters = self.after_steps[self.page.document().availableUndoSteps()]

    def reload(self, value: None) -> None:
        self.show(self.page.text(), self.letters)

    def other_program(self, value: bool) -> None:
        """Another program puts a line before the text, or behind it."""
        line = f"line {len(self.letters)} of another program"
        text = self.page.text()
        if value:
            self.show(f"{line}\n{text}", plain(f"{line}\n") + self.letters)
        else:
            self.show(f"{text}\n{line}", self.letters + plain(f"\n{line}"))

    def show(self, text: str, letters: Letters) -> None:
        """Save the text, and read it again as it is on the disk by then."""
        path = self.folder / "text.txt"
        save_spans(self.folder / "data", path, self.page.text(), self.page.spans())
        self.page.set_text(text, load_spans(self.folder / "data", path, text))
        self.letters = letters
        self.after_steps = {self.page.document().availableUndoSteps(): letters}

    def travel(self, action: str, value: int) -> None:
        getattr(self, action)(value)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts,
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(1, 6), st.sampled_from(["generated", "pasted"])),
        max_size=3,
    ),
    actions,
)
def test_no_character_is_mislabelled_whatever_is_done(
    qapp: QApplication,
    text: str,
    marks: list[tuple[int, int, str]],
    actions: list[tuple[str, Any]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = WritingPage()
        page.set_text(text, [Span(s, s + n, o, "r0" * (o != "pasted")) for s, n, o in marks])
        desk = Desk(page, labels_of(text, page.spans()), Path(folder))
        for action, value in actions:
            if action in ("undo", "redo", "reload", "other_program", "cut_and_paste"):
                desk.travel(action, value)
            else:
                desk.do("stream_" if action == "stream" else action, value)
            assert labels_of(page.text(), page.spans()) == desk.letters, (action, value)
        page.deleteLater()
