"""Several continuations while they are written: all are kept, and any can be taken at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ownhand.core.messages import CandidateArrived
from ownhand.core.records import GenerationRecord
from ownhand.document.sentences import finished_part
from ownhand.document.spans import GENERATED, Span, Spans
from ownhand.ui.editor.page import WritingPage
from ownhand.ui.editor.stream import StreamInserter, with_plain_line_ends
from ownhand.ui.stream_facts import StreamBegun
from ownhand.ui.variants.variants_keeper import VariantsKeeper


class CandidateRun(QObject):
    """One request for several continuations. The one that is taken goes on growing in the page.

    Attributes:
        place: Id of the place in the tree of variants.
        active: Whether more may come.
    """

    changed = Signal()
    """A candidate has another text, or has ended."""

    def __init__(
        self,
        begun: StreamBegun,
        place: str,
        keeper: VariantsKeeper,
        page: WritingPage,
        clock: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.active = True
        self._begun = begun
        self._keeper = keeper
        self._page = page
        self._clock = clock
        self._ids: dict[int, str] = {}
        self._texts: dict[int, str] = {}
        self._tokens: dict[int, int] = {}
        self._ended: set[int] = set()
        self._records: dict[int, str] = {}
        self._taken: int | None = None
        self._inserter: StreamInserter | None = None

    def is_running(self, variant: str) -> bool:
        """Whether a variant is a candidate that is still written."""
        return self.active and any(
            name == variant and index not in self._ended for index, name in self._ids.items()
        )

    def note(self, record: GenerationRecord) -> None:
        """A candidate comes about in this way."""
        self._records[record.candidate] = record.id

    def take_in(self, arrived: CandidateArrived, *, trim: bool) -> None:
        """New text of a candidate.

        Args:
            arrived: The text.
            trim: Whether the unfinished last sentence goes where the length is reached.
        """
        index = arrived.candidate
        piece = with_plain_line_ends(arrived.text)
        self._texts[index] = self._texts.get(index, "") + piece
        self._tokens[index] = arrived.tokens
        if self._texts[index]:
            self._keep(index)
            self._write_on(index, piece)
        if arrived.ended:
            self._ended.add(index)
            if trim and arrived.tokens >= self._begun.max_tokens:
                self._trim(index)
        self.changed.emit()

    def take(self, variant: str, joined: bool) -> None:
        """A candidate stands in the page now; what still comes of it follows, at the caret.

        Args:
            variant: Its id.
            joined: Whether that made an undo step, which what follows belongs to.
        """
        self.leave()
        found = next((index for index, name in self._ids.items() if name == variant), None)
        if found is not None and self.is_running(variant):
            self._taken = found
            self._inserter = self._page.begin_stream(join=joined)
            self._inserter.record = self._records.get(found, "")

    def leave(self) -> None:
        """What still comes goes into no page."""
        if self._inserter is not None:
            self._inserter.finish()
        self._inserter = self._taken = None

    def end(self) -> None:
        """Nothing more comes."""
        self.leave()
        self.active = False
        self.changed.emit()

    def _keep(self, index: int) -> None:
        tree, text, spans = self._keeper.tree, self._texts[index], self._spans(index)
        if index in self._ids and self._ids[index] not in tree.variants:
            return  # the writer has deleted it
        if index in self._ids:
            tree.rewrite(self._ids[index], text, self._tokens[index], spans)
            return
        begun = self._begun
        kept = tree.keep(
            self.place, text, self._clock(), begun.preset, begun.model, self._tokens[index], spans
        )
        self._ids[index] = kept.id

    def _write_on(self, index: int, piece: str) -> None:
        """Let what is taken grow in the page, unless the writer has taken it out since."""
        if index != self._taken or self._inserter is None or not piece:
            return
        stand = self._keeper.tree.stand(self.place)
        if stand is None or stand.variant != self._ids[index] or not self._inserter.active:
            self.leave()
            return
        self._inserter.insert(piece)
        self._put_down(index, self._inserter.end)

    def _trim(self, index: int) -> None:
        text = self._texts.get(index, "")
        kept = finished_part(text)
        if kept == text:
            return
        self._texts[index] = kept
        if index == self._taken and self._inserter is not None:
            stand = self._keeper.tree.stand(self.place)
            end = self._inserter.end
            if stand is not None and self._page.text()[stand.start : end] == text:
                self._page.shorten_streamed(self._inserter, stand.start + len(kept))
                self._put_down(index, stand.start + len(kept))
        self._keep(index)

    def _put_down(self, index: int, end: int) -> None:
        stand = self._keeper.tree.stand(self.place)
        if stand is not None:
            self._keeper.tree.put_down(self._ids[index], stand.start, end)

    def _spans(self, index: int) -> Spans:
        text = self._texts[index]
        return (Span(0, len(text), GENERATED, self._records.get(index, "")),) if text else ()
