"""Finding in all texts of the library's folder, and going to what was found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ownhand.bridge.folder_search import FolderSearch
from ownhand.document.search import Hit, Query, SearchEvent
from ownhand.ui.library.library_page import LibraryPage
from ownhand.ui.shell import Shell


class FolderFinding(QObject):
    """Connects the box, the search on its thread and the list of what it found.

    Attributes:
        search: Looks into the texts.
    """

    def __init__(self, shell: Shell, page: LibraryPage) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._to_select: tuple[Path, Hit] | None = None
        self.search = FolderSearch(self)
        self.search.found.connect(self._on_search_found)
        self.search.ended.connect(self._on_search_ended)
        page.box.wanted.connect(self._on_box_wanted)
        page.box.emptied.connect(self._on_box_emptied)
        page.box.results_wanted.connect(page.results.go_to_first)
        page.results.stop_wanted.connect(self.search.stop)
        page.results.place_chosen.connect(self._on_place_chosen)
        shell.documents.text_shown.connect(self._select_hit)

    def _on_box_wanted(self, query: Query) -> None:
        path = self._shell.documents.path
        shown = {path: self._shell.page.text()} if path is not None else {}
        folder = self._page.tree.entries.root
        self._page.results.begin(folder)
        self._page.show_results()
        self.search.start(folder, query, shown)

    def _on_box_emptied(self) -> None:
        self.search.stop()
        if self._page.stack.currentWidget() is self._page.results:
            self._page.show_tree()

    def _on_search_found(self, number: int, events: tuple[SearchEvent, ...]) -> None:
        if number == self.search.number:
            self._page.results.add(events)

    def _on_search_ended(self, number: int, problem: str) -> None:
        if number == self.search.number:
            self._page.results.end(problem)

    def _on_place_chosen(self, path: Path, hit: Hit | None) -> None:
        self._to_select = (path, hit) if hit is not None else None
        if path == self._shell.documents.path:
            self._select_hit()
            self._shell.page.setFocus()
        else:
            self._shell.documents.open(path)

    def _select_hit(self) -> None:
        """Select what was found, if it is still there; else go to its line."""
        if self._to_select is None or self._to_select[0] != self._shell.documents.path:
            return
        (_path, hit), self._to_select = self._to_select, None
        text, page = self._shell.page.text(), self._shell.page
        wanted = hit.preview[hit.preview_start : hit.preview_end]
        if text.startswith(wanted, hit.start) and hit.end <= len(text):
            page.select_range(hit.start, hit.end)
        else:
            lines = text.split("\n")[: hit.line - 1]
            page.set_caret_position(sum(len(line) + 1 for line in lines))
