"""Copied passages on the page: found as they stream in, kept right through edits, shown and told."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot
from tests.helpers.desk import Desk
from tests.helpers.learned_models import learn, write_texts
from tests.helpers.scripted_generator import model_info
from tests.helpers.text_files import PROSE

from ownhand.core.cancel import CancelToken
from ownhand.core.texts import Document
from ownhand.corpus.ngrams import VerbatimIndex, build_index
from ownhand.document.spans import GENERATED, Span
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.editor.stream import StreamInserter
from ownhand.ui.editor.verbatim_search import VerbatimSearch

POEM = "床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。春眠不覺曉，處處聞啼鳥。"
WORDS = PROSE.split()
COPY = " ".join(WORDS[40:60])
OTHER = " ".join(WORDS[80:95])
OWN = "Nobody else has ever put it like that."


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> VerbatimIndex:
    folder = tmp_path_factory.mktemp("index")
    documents = [Document(folder / "mill.txt", PROSE), Document(folder / "poem.txt", POEM)]
    *_, index = build_index(folder / "index", lambda: documents, CancelToken())
    assert isinstance(index, VerbatimIndex)
    return index


@pytest.fixture
def page(qtbot: QtBot) -> WritingPage:
    page = WritingPage()
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()
    return page


@pytest.fixture
def search(page: WritingPage, index: VerbatimIndex) -> VerbatimSearch:
    search = VerbatimSearch(page)
    search.set_indices((index,))
    return search


def marked(page: WritingPage) -> list[str]:
    return [page.text()[p.start : p.end] for p in page.copied.all]


def stream(
    page: WritingPage, search: VerbatimSearch, text: str, lengths: Callable[[], int] = lambda: 3
) -> StreamInserter:
    """Write a text as a model would, piece by piece."""
    inserter = page.begin_stream()
    search.begin_stream()
    while text:
        count = lengths()
        inserter.insert(text[:count])
        text = text[count:]
    inserter.finish()
    search.end_stream()
    return inserter


def settle(qtbot: QtBot, search: VerbatimSearch) -> None:
    qtbot.waitUntil(lambda: search.settled)


def put_caret(page: WritingPage, text: str) -> None:
    page.set_caret_position(page.text().index(text))


# --- while it streams in ----------------------------------------------------------------------------


def test_a_passage_is_marked_while_it_streams_in(page: WritingPage, search: VerbatimSearch) -> None:
    page.insertPlainText("My own words, and then")
    inserter = page.begin_stream()
    search.begin_stream()
    for number, word in enumerate(WORDS[40:60], 1):
        inserter.insert(f" {word}")
        assert len(marked(page)) == (number > 8)  # the ninth word shows that the eighth is whole
    inserter.finish()
    assert marked(page) == [" ".join(WORDS[40:59])]


def planted(seed: int) -> tuple[str, list[str]]:
    """A text of this test's making with copies in it, and the copies as they are written there."""
    chance = random.Random(seed)
    signs = [" ", "\n", ", ", " — ", "” “", "...\n\n", "; ", "! "]
    parts, copies = [], []
    for number in range(6):
        count = chance.randint(8, 25)
        start = chance.randint(0, len(WORDS) - count)
        words = ["".join(c for c in w if c.isalnum()) for w in WORDS[start : start + count]]
        copy = "".join(
            w + (chance.choice(signs) if n < count - 1 else "") for n, w in enumerate(words)
        )
        copies.append(copy)
        parts += [f" Zyx{number} qwv{number}", chance.choice([". ", ": “", "\n\n"]), copy]
    start = chance.randint(0, 8)
    copies.append(POEM[start : start + 24])
    return "".join([*parts, " Zyx. ", copies[-1], " End."]), copies


@pytest.mark.parametrize("seed", range(8))
def test_every_planted_copy_is_marked_whatever_the_pieces(
    page: WritingPage, search: VerbatimSearch, qtbot: QtBot, seed: int
) -> None:
    text, copies = planted(seed)
    chance = random.Random(seed)
    stream(page, search, text, lambda: chance.randint(1, 5))
    settle(qtbot, search)
    for copy in copies:
        start = page.text().index(copy)
        end = start + len(copy.rstrip("，。"))
        covered = {n for p in page.copied.all for n in range(p.start, p.end)}
        first = start + len(copy) - len(copy.lstrip("，。"))
        assert {first, end - 1} <= covered, copy


def test_a_run_that_begins_in_the_writers_own_text_is_marked_whole(
    page: WritingPage, search: VerbatimSearch
) -> None:
    page.insertPlainText(f"{OWN} {' '.join(WORDS[40:45])}")
    stream(page, search, " " + " ".join([*WORDS[45:50], "xyzzy"]))
    assert marked(page) == [" ".join(WORDS[40:50])]


def test_the_writers_own_text_is_not_marked(
    page: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    page.insertPlainText(COPY)
    settle(qtbot, search)
    assert marked(page) == []


def test_two_runs_that_touch_are_two_passages(
    page: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    stream(page, search, f"{COPY} {OTHER}")
    settle(qtbot, search)
    assert marked(page) == [COPY.rstrip(".,;"), OTHER.rstrip(".,;")]


def test_a_run_goes_on_into_the_next_stream_and_the_text_behind_the_caret(
    page: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    page.insertPlainText(" " + " ".join(WORDS[55:60]))
    page.moveCursor(QTextCursor.MoveOperation.Start)
    stream(page, search, " ".join(WORDS[40:50])[:-2])
    settle(qtbot, search)
    stream(page, search, " ".join(WORDS[40:50])[-2:])
    stream(page, search, " " + " ".join(WORDS[50:55]))
    settle(qtbot, search)
    assert marked(page) == [COPY.rstrip(".,;")]


def test_typing_elsewhere_while_it_streams_loses_nothing(
    page: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    page.insertPlainText(f"{OWN}\n")
    inserter = page.begin_stream()
    search.begin_stream()
    for number, word in enumerate(f" {COPY}. And".split(" ")):
        inserter.insert(f" {word}")
        if number % 4 == 0:
            page.moveCursor(QTextCursor.MoveOperation.Start)
            page.insertPlainText("😀 ")
    inserter.finish()
    search.end_stream()
    settle(qtbot, search)
    assert marked(page) == [COPY.rstrip(".,;")]


# --- edits ------------------------------------------------------------------------------------------


@pytest.fixture
def copied(page: WritingPage, search: VerbatimSearch, qtbot: QtBot) -> WritingPage:
    """A page with the writer's words, a copied passage, and generated words that are not copied."""
    page.insertPlainText(OWN)
    stream(page, search, f" {COPY} And so on it went.")
    settle(qtbot, search)
    assert marked(page) == [COPY.rstrip(".,;")]
    return page


def test_marks_move_with_edits_before_them(copied: WritingPage) -> None:
    copied.set_caret_position(0)
    copied.insertPlainText("Once more 😀: ")
    assert marked(copied) == [COPY.rstrip(".,;")]


def test_an_edit_ends_the_copy_where_it_is_and_undo_brings_it_back(
    copied: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    steps = copied.document().availableUndoSteps()
    put_caret(copied, " ".join(WORDS[50:54]))
    copied.insertPlainText("xyzzy ")
    settle(qtbot, search)
    assert marked(copied) == [" ".join(WORDS[40:50]).rstrip(".,;"), " ".join(WORDS[50:60]).rstrip(".,;")]  # fmt: skip
    put_caret(copied, " ".join(WORDS[44:48]))
    copied.insertPlainText("xyzzy ")
    settle(qtbot, search)
    assert marked(copied) == [" ".join(WORDS[50:60]).rstrip(".,;")]
    while copied.document().availableUndoSteps() > steps:
        copied.undo()
    settle(qtbot, search)
    assert marked(copied) == [COPY.rstrip(".,;")]


def test_undo_and_redo_of_the_stream_take_the_marks_along(
    copied: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    copied.undo()
    assert marked(copied) == []
    copied.redo()
    settle(qtbot, search)
    assert marked(copied) == [COPY.rstrip(".,;")]


def test_letters_typed_at_the_edge_of_a_passage_shorten_it(
    copied: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    put_caret(copied, COPY)
    copied.insertPlainText("Un")
    settle(qtbot, search)
    assert marked(copied) == [" ".join(WORDS[41:60]).rstrip(".,;")]


def test_marks_leave_the_text_and_its_undo_history_alone(
    page: WritingPage, search: VerbatimSearch, qtbot: QtBot
) -> None:
    other = WritingPage()
    qtbot.addWidget(other)
    for one in (page, other):
        one.insertPlainText(OWN)
        inserter = one.begin_stream()
        search.begin_stream()
        inserter.insert(f" {COPY}")
        inserter.finish()
    search.end_stream()
    settle(qtbot, search)
    page.grab()
    assert marked(page)
    assert page.text() == other.text()
    assert page.spans() == other.spans()
    assert page.document().toHtml() == other.document().toHtml()
    assert page.document().availableUndoSteps() == other.document().availableUndoSteps()


@pytest.mark.parametrize("seed", range(12))
def test_marks_are_right_after_any_edits(
    page: WritingPage, search: VerbatimSearch, qtbot: QtBot, index: VerbatimIndex, seed: int
) -> None:
    chance = random.Random(seed)
    pool = [COPY, OTHER, POEM, OWN, " ", "\n", "😀", "x", "the mill", " ".join(WORDS[44:53])]
    for _ in range(25):
        length = len(page.text())
        page.set_caret_position(chance.randint(0, length))
        match chance.choice(["stream", "stream", "type", "delete", "undo", "redo", "wait"]):
            case "stream":
                text = " ".join(chance.sample(pool, 2))
                stream(page, search, text, lambda: chance.randint(1, 30))
            case "type":
                page.insertPlainText(chance.choice(pool))
            case "delete":
                start = chance.randint(0, length)
                page.select_range(start, min(length, start + chance.randint(1, 20)))
                page.textCursor().removeSelectedText()
            case "undo":
                page.undo()
            case "redo":
                page.redo()
            case "wait":
                settle(qtbot, search)
    settle(qtbot, search)
    text = page.text()
    generated = {n for s in page.spans() if s.origin == GENERATED for n in range(s.start, s.end)}
    covered = {n for p in page.copied.all for n in range(p.start, p.end)}
    for passage in page.copied.all:
        (whole,) = index.find(text[passage.start : passage.end])
        assert (whole.start, whole.end) == (0, passage.end - passage.start)
        assert generated & set(range(passage.start, passage.end))
    for match in index.find(text):
        run = set(range(match.start, match.end))
        assert not run & generated or run & generated <= covered, text[match.start : match.end]


# --- text that was there already --------------------------------------------------------------------


def test_another_text_is_looked_through_without_holding_up_the_window(
    page: WritingPage, index: VerbatimIndex, qtbot: QtBot
) -> None:
    class Clock:
        now = 0.0

        def __call__(self) -> float:
            self.now += 0.001  # each look at the clock takes a millisecond
            return self.now

    search = VerbatimSearch(page, Clock())
    text = f"{OWN} {COPY} {OWN * 400} {OTHER} {OWN}"
    page.set_text(text, (Span(len(OWN), len(text)),))
    told: list[tuple[int, bool]] = []
    search.changed.connect(lambda: told.append((len(page.copied), search.settled)))
    search.set_indices((index,))
    assert not search.settled
    settle(qtbot, search)
    assert (1, False) in told  # it took many turns of the event loop
    assert marked(page) == [COPY.rstrip(".,;"), OTHER.rstrip(".,;")]
    page.set_text(text)  # the same, typed
    settle(qtbot, search)
    assert marked(page) == []


def test_marks_go_with_the_index(page: WritingPage, search: VerbatimSearch, qtbot: QtBot) -> None:
    stream(page, search, COPY)
    settle(qtbot, search)
    with qtbot.waitSignal(search.changed):
        search.set_indices(())
    assert marked(page) == []
    page.insertPlainText(" more")
    assert search.settled


def test_a_long_passage_is_one_passage(page: WritingPage, tmp_path: Path, qtbot: QtBot) -> None:
    novel = " ".join(f"word{n} of{n % 13}" for n in range(3000))
    *_, index = build_index(
        tmp_path / "i", lambda: [Document(tmp_path / "n.txt", novel)], CancelToken()
    )
    assert isinstance(index, VerbatimIndex)
    search = VerbatimSearch(page)
    search.set_indices((index,))
    page.set_text(novel, (Span(100, len(novel)),))
    settle(qtbot, search)
    (passage,) = page.copied.all
    assert passage.words == 6000
    put_caret(page, "word2900")
    page.insertPlainText("xyzzy ")
    settle(qtbot, search)
    assert [p.words for p in page.copied.all] == [5800, 200]


# --- what is shown ----------------------------------------------------------------------------------


def painted_by(page: WritingPage, search: VerbatimSearch) -> set[tuple[int, int]]:
    """The pixels that are others because of the marks, which are gone afterwards."""
    page.setCursorWidth(0)
    marked = page.viewport().grab().toImage()
    search.set_indices(())
    plain = page.viewport().grab().toImage()
    return {
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if marked.pixel(x, y) != plain.pixel(x, y)
    }


def test_dots_and_a_sign_in_the_margin_are_painted(
    copied: WritingPage, search: VerbatimSearch
) -> None:
    put_caret(copied, COPY)
    begin = copied.cursorRect()
    lines = (len(COPY) * 12) // copied.viewport().width()
    pixels = painted_by(copied, search)
    margin = copied.document().documentMargin()
    sign = {(x, y) for x, y in pixels if x < margin}
    assert sign
    assert all(begin.top() <= y <= begin.bottom() for _, y in sign)
    assert len(pixels - sign) > 100
    assert len({y for _, y in pixels - sign}) >= 2 * lines


def test_dots_are_painted_where_directions_mix(
    page: WritingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    text = "אחת שתיים שלוש four five שש שבע שמונה תשע עשר"
    *_, index = build_index(
        tmp_path / "i", lambda: [Document(tmp_path / "h.txt", text)], CancelToken()
    )
    assert isinstance(index, VerbatimIndex)
    search = VerbatimSearch(page)
    search.set_indices((index,))
    stream(page, search, text)
    settle(qtbot, search)
    assert marked(page) == [text]
    dots = {x for x, _ in painted_by(page, search) if x > page.document().documentMargin()}
    assert max(dots) - min(dots) > 250
    assert len(dots) > 100


# --- the window -------------------------------------------------------------------------------------

MakeDesk = Callable[..., Desk]
ShowDesk = Callable[..., Desk]


@pytest.fixture
def learned_desk(make_a_desk: MakeDesk, tmp_path: Path) -> Iterator[ShowDesk]:
    """Makes a window whose model learned from a folder with mill.txt and writes what it is told to."""

    def make(*pieces: str, begin: bool = True) -> Desk:
        desk = make_a_desk(model_info("tiny", "Tiny", tmp_path / "data" / "models" / "tiny"))
        folder = write_texts(tmp_path / "mine", mill=f"A title\n\n{PROSE}")
        learn(desk.paths, folder, "tiny")
        desk.settings.change(max_tokens=5000)
        desk.generator.words = pieces
        if begin:
            desk.begin()
            desk.until(lambda: bool(desk.window.verbatim.search._indices))
        return desk

    yield make
    QToolTip.hideText()


def write_on(desk: Desk) -> None:
    desk.window.generation.continue_writing()
    desk.until_idle()
    desk.until(lambda: desk.window.verbatim.search.settled)


def test_continue_marks_what_the_model_copied(learned_desk: ShowDesk) -> None:
    text = f" {OWN} {COPY} {OWN}\n“{OTHER}”"
    desk = learned_desk(*(text[n : n + 4] for n in range(0, len(text), 4)))
    assert not desk.window.actions_by_name["next_copied"].isEnabled()
    write_on(desk)
    assert marked(desk.window.page) == [COPY.rstrip(".,;"), OTHER.rstrip(".,;")]
    status = desk.window.status.copied_label
    assert status.full_text == "2 passages as in your training texts"
    assert status.accessibleName() == status.full_text
    assert desk.window.actions_by_name["next_copied"].isEnabled()


def test_the_pointer_and_the_caret_are_told_where_a_passage_stands(learned_desk: ShowDesk) -> None:
    desk = learned_desk(f"{OWN} {COPY} {OWN}")
    page, window = desk.window.page, desk.window
    write_on(desk)
    told = "20 words as in mill.txt, line 3"

    announced: list[str] = []
    window.verbatim.announced.connect(announced.append)
    window.actions_by_name["next_copied"].trigger()
    assert page.caret_position() == page.text().index(COPY)
    assert window.status.copied_label.full_text == told
    assert announced == [told]

    inside = page.cursorRect().center() + QPoint(12, 0)
    margin = QPoint(8, inside.y())
    elsewhere = QPoint(page.viewport().width() - 40, page.viewport().height() - 20)
    for point, shown in ((inside, True), (elsewhere, False), (margin, True)):
        event = QHelpEvent(QEvent.Type.ToolTip, point, page.viewport().mapToGlobal(point))
        QApplication.sendEvent(page.viewport(), event)
        if shown:
            assert told in QToolTip.text()
            assert str(desk.paths.data.parent / "mine" / "mill.txt") in QToolTip.text()

    page.set_caret_position(2)
    assert window.status.copied_label.full_text == "1 passage as in your training texts"
    assert window.verbatim.marks.passage_at(elsewhere) is None


def test_the_source_is_opened_from_the_context_menu(learned_desk: ShowDesk, tmp_path: Path) -> None:
    desk = learned_desk(f"{OWN} {COPY}")
    write_on(desk)
    opened: list[Path] = []
    desk.window.verbatim._open_file = lambda path: not opened.append(path)  # type: ignore[func-returns-value]

    def choose(position: int) -> bool:
        menu = QMenu()
        desk.window.page.menu_opening.emit(menu, position)
        found = [a for a in menu.actions() if a.objectName() == "open-source"]
        for action in found:
            action.trigger()
        return bool(found)

    assert not choose(3)
    assert choose(len(OWN) + 20)
    assert opened == [tmp_path / "mine" / "mill.txt"]
    (tmp_path / "mine" / "mill.txt").unlink()
    assert choose(len(OWN) + 20)
    assert len(opened) == 1
    assert "mill.txt is no longer in" in desk.message("source")


def test_the_context_menu_key_asks_for_the_passage_at_the_caret(learned_desk: ShowDesk) -> None:
    desk = learned_desk(f"{OWN} {COPY}")
    write_on(desk)
    page = desk.window.page
    page.set_caret_position(len(OWN) + 5)
    asked: list[int] = []
    page.menu_opening.connect(lambda _menu, position: asked.append(position))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    page.contextMenuEvent(event)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    assert asked == [len(OWN) + 5]


def test_the_setting_switches_it_off_and_on(learned_desk: ShowDesk) -> None:
    desk = learned_desk(f"{OWN} {COPY}")
    write_on(desk)
    action = desk.window.actions_by_name["mark_copied"]
    assert action.isChecked()
    action.trigger()
    assert marked(desk.window.page) == []
    assert desk.window.status.copied_label.full_text == ""
    action.trigger()
    desk.until(lambda: len(marked(desk.window.page)) == 1)
    assert desk.settings.value.mark_copied


def test_a_model_without_texts_marks_nothing(learned_desk: ShowDesk) -> None:
    desk = learned_desk(f"{OWN} {COPY}")
    write_on(desk)
    desk.window.models.load(model_info("other", "Other", Path("/models/other")))
    desk.until(lambda: desk.window.models.loaded is not None)
    assert marked(desk.window.page) == []


def test_missing_files_are_told_once_the_model_is_there(
    learned_desk: ShowDesk, tmp_path: Path
) -> None:
    import shutil

    desk = learned_desk("x", begin=False)
    shutil.rmtree(desk.paths.verbatim)
    (tmp_path / "mine" / "mill.txt").unlink()
    desk.begin()
    desk.until(lambda: bool(desk.message("copied")))
    assert "mill.txt" in desk.message("copied")


def test_a_screen_reader_hears_of_passages_when_the_stream_is_over(learned_desk: ShowDesk) -> None:
    desk = learned_desk(f"{OWN} {COPY} {OWN}")
    announced: list[str] = []
    desk.window.verbatim.announced.connect(announced.append)
    write_on(desk)
    assert announced == ["1 passage as in your training texts"]
    assert QAccessible.queryAccessibleInterface(desk.window.status.copied_label) is not None


def test_next_goes_round(learned_desk: ShowDesk) -> None:
    desk = learned_desk(f"{OWN} {COPY} {OWN} {OTHER}")
    write_on(desk)
    page = desk.window.page
    places = [page.text().index(COPY), page.text().index(OTHER)]
    for expected in (places[0], places[1], places[0]):
        desk.key(Qt.Key.Key_F8)
        assert page.caret_position() == expected
