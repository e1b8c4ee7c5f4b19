"""Find and replace in the text on the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from ownhand.bridge.delay import Delay
from ownhand.bridge.translation import number, tr
from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import BadInputError
from ownhand.document.replacing import (
    Replacement,
    position_after,
    replace_places,
    replacements_for,
)
from ownhand.document.search import Query, places_in
from ownhand.document.spans import Spans
from ownhand.ui.find.find_bar import FindBar
from ownhand.ui.find.found_places import FoundPlaces, Place
from ownhand.ui.reading_only import may_change
from ownhand.ui.shell import Shell

PAUSE_MS = 120


class Finding(QObject):
    """Finds on a thread, whenever the text or the wish changed; puts boxes around what it found.

    Attributes:
        bar: Below the page.
        places: What was found; what was edited since is looked at again after a moment.
    """

    search_ended = Signal()
    """What was asked for last is found, or cannot be, or is not asked for any more."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._page = shell.page
        self.places = FoundPlaces()
        self._running: CancelToken | None = None
        self._since: list[tuple[int, int, int]] = []  # edits since the search began
        self._from = 0  # where the writer was when the wish changed
        self._select_when_found = False
        self._scope: QTextCursor | None = None
        self._timer = Delay(PAUSE_MS, self._start_search, self)
        sheet = shell.page.parentWidget()
        self.bar = FindBar(shell.themes, sheet)
        layout = sheet.layout() if sheet is not None else None
        if layout is not None:
            layout.addWidget(self.bar)
        self._connect()
        self._show_count()

    @property
    def searching(self) -> bool:
        """Whether what is found may not be all of what is asked for now."""
        return self._running is not None or self._timer.isActive()

    def open(self, *, replace: bool = False) -> None:
        """Open the bar; a selection of the page is what to find, a long one where to find."""
        cursor = self._page.textCursor()
        selected = cursor.selectedText()
        was_open = self.bar.isVisible()
        self._from = self._page.code_point(cursor.selectionStart())
        if "\u2029" in selected:
            self._set_scope(True)
        elif selected and (not was_open or not self._at_place()):
            self.bar.field.setText(selected)
        self.bar.open(replace=replace)
        self._page.set_found(self.places.between)
        self._start_search()

    def close(self) -> None:
        """Close the bar; the page has the focus again, what is selected stays so."""
        self._stop()
        self.bar.hide()
        self.bar.scope_button.setChecked(False)
        self._page.set_found(None)
        self._page.setFocus()

    def find_next(self) -> None:
        """Go to the next place; opens the bar if there is nothing to be found yet."""
        self._go(forward=True)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._go(forward=False)

    def shut_down(self) -> None:
        """End what searches."""
        self._stop()

    # --- finding --------------------------------------------------------------------------------

    def _start_search(self) -> None:
        self._stop()
        self._since.clear()
        self._running = CancelToken()
        select, self._select_when_found = self._select_when_found, False
        self._shell.tasks.start(self._search(self.bar.query(), select, self._running))

    def _stop(self) -> None:
        self._timer.stop()
        if self._running is not None:
            self._running.cancel()
            self._running = None
            self.search_ended.emit()

    async def _search(self, query: Query, select: bool, cancel: CancelToken) -> None:
        places, problem = await self._find(query, cancel)
        if self._running is not cancel:  # something else is asked for by now
            return
        self._running = None
        self.places = FoundPlaces(places)
        for edit in self._since:
            self.places.follow_edit(*edit)
        if self._since:  # look again: an edit may have made new places
            self._timer.start()
        if self.bar.isVisible():
            self._page.set_found(self.places.between)
        self.bar.tell(problem)
        if select:
            self._select(self.places.after(self._from))
        self._show_count()
        self.search_ended.emit()

    async def _find(self, query: Query, cancel: CancelToken) -> tuple[tuple[Place, ...], str]:
        """The places, and why there are none if that is the pattern's fault."""
        text, scope = self._page.text(), self._scope_range()
        work = partial(_places, text, query, scope, cancel)
        try:
            return (await self._shell.tasks.in_thread(work) if query.text else ()), ""
        except BadInputError as bad:
            return (), str(bad)
        except TimeoutError:
            return (), tr(
                "This pattern takes too long on this text. Make it simpler: fewer + and * in each other."
            )
        except Cancelled:
            return (), ""

    def _go(self, *, forward: bool) -> None:
        if not self.bar.field.text():
            self.open()
            return
        self._shell.tasks.start(self._go_on(forward))

    async def _go_on(self, forward: bool) -> None:
        await self._settled()
        cursor = self._page.textCursor()
        start = self._page.code_point(cursor.selectionStart())
        end = self._page.code_point(cursor.selectionEnd())
        self._select(self.places.after(end) if forward else self.places.before(start))
        self._show_count()

    async def _settled(self) -> None:
        """Wait until what is found is of the text as it is."""
        self._select_when_found = False
        if self._timer.isActive() or not self.bar.isVisible():
            self._start_search()
        while self._running is not None:
            await self._shell.tasks.emitted(self.search_ended)

    def _select(self, place: Place | None) -> None:
        if place is not None:
            self._page.select_range(*place)

    def _show_count(self) -> None:
        total, place = len(self.places), self._at_place()
        if not self.bar.field.text() or self.bar.problem.text():
            said = ""
        elif not total:
            said = tr("Nothing found")
        elif place:
            said = tr("{number} of {total}").format(number=number(place), total=number(total))
        else:
            said = tr("%n places", total)
        self.bar.show_count(said)
        self.bar.let_replace(total > 0)

    def _at_place(self) -> int:
        """Which place is selected, from 1; or 0."""
        cursor = self._page.textCursor()
        return self.places.number_of(
            self._page.code_point(cursor.selectionStart()),
            self._page.code_point(cursor.selectionEnd()),
        )

    # --- only in the selection ------------------------------------------------------------------

    def _set_scope(self, on: bool) -> None:
        cursor = self._page.textCursor()
        if on and self._scope is None:
            if not cursor.hasSelection():
                self.bar.scope_button.setChecked(False)
                self._timer.stop()
                self.bar.tell(tr("Select the part of the text first, then press “Selection”."))
                return
            self._scope = QTextCursor(cursor)
            self._scope.setKeepPositionOnInsert(False)
        elif not on:
            self._scope = None
        self.bar.scope_button.setChecked(on)
        self._on_query_changed()

    def _scope_range(self) -> Place | None:
        if self._scope is None:
            return None
        start = self._page.code_point(self._scope.selectionStart())
        return start, self._page.code_point(self._scope.selectionEnd())

    # --- replacing ------------------------------------------------------------------------------

    async def _replace(self) -> None:
        """In the place that is selected; else go to the next one."""
        await self._settled()
        cursor = self._page.textCursor()
        start = self._page.code_point(cursor.selectionStart())
        end = self._page.code_point(cursor.selectionEnd())
        if not self.places.number_of(start, end):
            self._select(self.places.after(start))
            self._show_count()
            return
        done = await self._put([(start, end)])
        if done:
            await self._settled()
            self._select(self.places.after(start + len(done[0].text)))
            self._show_count()

    async def _replace_all(self) -> None:
        await self._settled()
        if not len(self.places):
            return
        done = await self._put(self.places.all)
        if done:
            await self._settled()
            self.bar.show_count(tr("%n replaced", len(done)))

    async def _put(self, places: Sequence[Place]) -> tuple[Replacement, ...]:
        """Replace in these places, as one undo step; () if that cannot be, which is told."""
        if self._shell.generation.active:
            self.bar.tell(tr("The model is writing. Stop it first, or wait until it has ended."))
            return ()
        if not may_change(self._shell):
            return ()
        page, query, template = self._page, self.bar.query(), self.bar.with_field.text()
        text, spans = page.text(), page.spans()
        cancel = CancelToken()

        def work() -> tuple[tuple[Replacement, ...], str, Spans]:
            made = replacements_for(text, query, template, places, cancel)
            return (made, *replace_places(text, spans, made))

        try:
            made, new_text, new_spans = await self._shell.tasks.in_thread(work)
        except (BadInputError, TimeoutError) as problem:
            said = str(problem) if isinstance(problem, BadInputError) else ""
            self.bar.tell(said or tr("This pattern takes too long on this text."))
            return ()
        if page.text() != text or page.spans() != spans:
            self.bar.tell(tr("The text was changed meanwhile. Nothing was replaced; try again."))
            return ()
        scope = self._scope_range()
        caret = position_after(made, page.caret_position())
        page.change_to(new_text, new_spans)
        page.set_caret_position(caret)
        if scope is not None and self._scope is not None:
            self._scope.setPosition(page.units(scope[0]))
            end = page.units(position_after(made, scope[1]))
            self._scope.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.bar.tell("")
        self._timer.start()
        return made

    # --- wiring ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        actions, bar, page, tasks = self._shell.actions, self.bar, self._page, self._shell.tasks
        actions["find"].triggered.connect(lambda _=False: self.open())
        actions["replace"].triggered.connect(lambda _=False: self.open(replace=True))
        actions["find_next"].triggered.connect(self.find_next)
        actions["find_previous"].triggered.connect(self.find_previous)
        bar.name_keys(actions["find_next"].shortcut(), actions["find_previous"].shortcut())
        bar.query_changed.connect(self._on_query_changed)
        bar.scope_wanted.connect(self._set_scope)
        bar.next_wanted.connect(self.find_next)
        bar.previous_wanted.connect(self.find_previous)
        bar.replace_wanted.connect(lambda: tasks.start(self._replace()))
        bar.replace_all_wanted.connect(lambda: tasks.start(self._replace_all()))
        bar.closed.connect(self.close)
        page.edited.connect(self._on_page_edited)
        page.text_replaced.connect(self._on_page_text_replaced)
        page.selectionChanged.connect(self._on_page_selection_changed)

    def _on_query_changed(self) -> None:
        self.bar.tell("")
        self._select_when_found = self.bar.field.hasFocus()
        self._timer.start()

    def _on_page_edited(self, position: int, removed: int, inserted: str, _spans: Spans) -> None:
        if self.bar.isVisible():
            self.places.follow_edit(position, removed, len(inserted))
            self._since.append((position, removed, len(inserted)))
            if not self._timer.isActive():  # a stream would put it off for ever
                self._timer.start()

    def _on_page_text_replaced(self) -> None:
        self._scope = None
        self.bar.scope_button.setChecked(False)
        self.places = FoundPlaces()
        self._since.clear()
        self._from = 0
        if self.bar.isVisible():
            self._page.set_found(self.places.between)
            self._timer.start()

    def _on_page_selection_changed(self) -> None:
        if self.bar.isVisible() and not self._timer.isActive():
            self._show_count()


def _places(text: str, query: Query, scope: Place | None, cancel: CancelToken) -> tuple[Place, ...]:
    """Runs on a thread."""
    first, last = scope or (0, len(text))
    found = places_in(text, query.compiled(), cancel)
    return tuple(place for place in found if place[0] >= first and place[1] <= last)
