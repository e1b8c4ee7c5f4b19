"""Retry, exchange, several at once: what is done with the variants of a text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ownhand.bridge.translation import tr
from ownhand.core.clock import timestamp
from ownhand.core.messages import CandidateArrived
from ownhand.core.records import GenerationRecord
from ownhand.document.passages import Stand
from ownhand.document.spans import GENERATED, Span, clipped, normalised
from ownhand.document.variants import Exchange, Variant, VariantTree
from ownhand.ui.message_bar import Choice
from ownhand.ui.shell import Shell
from ownhand.ui.stream_facts import StreamBegun, StreamEnded
from ownhand.ui.variants.candidate_run import CandidateRun
from ownhand.ui.variants.variants_keeper import VariantsKeeper


class VariantsController(QObject):
    """Acts on the place at the caret, or where there is none on the one that was written at last.

    Attributes:
        run: The request for several that runs, or ran last; None before the first.
    """

    shown_changed = Signal()
    """Another place is at the caret, or its variants or what is said of them changed."""
    several_begun = Signal()
    """Several continuations are being written."""

    def __init__(self, shell: Shell, keeper: VariantsKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self.run: CandidateRun | None = None
        self._shell = shell
        self._page = shell.page
        self._generation = shell.generation
        self._messages = shell.messages
        self._keeper = keeper
        self._last = ""
        self._held = ""
        self._moving = False
        self._shown = ""
        keeper.changed.connect(self._on_changed)
        shell.page.caret_moved.connect(self._on_caret_moved)
        generation = shell.generation
        generation.make_room = self._make_room
        generation.branch = self._branch
        generation.stream_begun.connect(self._on_stream_begun)
        generation.recorded.connect(self._on_recorded)
        generation.candidate_arrived.connect(self._on_candidate_arrived)
        generation.stream_ended.connect(self._on_stream_ended)
        generation.state_changed.connect(self._tell)
        shell.documents.text_shown.connect(self._on_text_shown)
        actions = shell.actions
        actions["several"].triggered.connect(generation.write_several)
        actions["earlier_variant"].triggered.connect(lambda: self.step(-1))
        actions["later_variant"].triggered.connect(lambda: self.step(1))
        self._tell()

    @property
    def tree(self) -> VariantTree:
        """The variants of the text on the page."""
        return self._keeper.tree

    @property
    def stand(self) -> Stand | None:
        """The place that is acted on, as it is in the text; None if there is none."""
        if self._held and (held := self.tree.stand(self._held)) is not None:
            return held
        at_caret = self.tree.at(self._page.caret_position())
        if at_caret is not None:
            return at_caret
        last = self.tree.stand(self._last) if self._last else None
        return last if last is not None and self.tree.of_place(last.place) else None

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The variants of that place."""
        stand = self.stand
        return self.tree.of_place(stand.place) if stand is not None else ()

    def is_running(self, variant: str) -> bool:
        """Whether a variant is still being written."""
        return self.run is not None and self.run.is_running(variant)

    def step(self, by: int) -> None:
        """Show the neighbour of the variant that stands at the place; -1 is the earlier one."""
        target = self._neighbour(by)
        if target is not None:
            self.choose(target.id)

    def choose(self, variant: str) -> None:
        """Put a variant into the text, in the place of the one that stands there; one undo step."""
        if variant not in self.tree.variants or self._page.isReadOnly():
            return
        run = self.run
        if run is not None and run.active and self.tree.variants[variant].place == run.place:
            run.leave()
            joined = self._exchange(variant)
            run.take(variant, joined)
        else:
            self._generation.when_idle(lambda: self._exchange(variant))

    def continue_from(self, variant: str) -> None:
        """Write on at the end of a variant; what was written on there before stays a variant."""

        def act() -> None:
            if variant not in self.tree.variants or self._page.isReadOnly():
                return
            if not self.tree.is_standing(variant):
                self._exchange(variant)
            stand = next((s for s in self.tree.stands if s.variant == variant), None)
            if stand is None:
                return
            at_end = [s for s in self.tree.stands if s.inside == variant and s.end == stand.end]
            end = stand.end
            if at_end and at_end[-1].variant:
                place = at_end[-1].place
                self._take_out(place)
                self._last = place
                end = at_end[-1].start
            self._put_caret(end)
            self._held = ""
            self._generation.continue_writing()

        self._generation.when_idle(act)

    def delete(self, variant: str) -> None:
        """Forget a variant that does not stand in the text; a message offers it back."""
        below = self._count_below(variant)
        removed = self.tree.remove(variant)
        if removed is None:
            return
        self._keeper.touch()
        told = tr("The variant was deleted.")
        if below:
            told += " " + tr("%n continuations of it went with it.", n=below)
        self._messages.tell("variants", told, Choice(tr("Undo"), lambda: self._restore(removed)))

    def _restore(self, removed: Variant) -> None:
        self.tree.restore(removed)
        self._keeper.touch()

    def _count_below(self, variant: str) -> int:
        places = self.tree.places_within(variant)
        found = [v for stand in places for v in self.tree.of_place(stand.place)]
        return len(found)

    def _neighbour(self, by: int) -> Variant | None:
        variants, stand = self.variants, self.stand
        if stand is None or not variants:
            return None
        ids = [v.id for v in variants]
        if stand.variant not in ids:
            return variants[0 if by > 0 else -1]
        index = ids.index(stand.variant) + by
        return variants[index] if 0 <= index < len(variants) else None

    def _exchange(self, variant: str) -> bool:
        """Bring a variant in.

        Returns:
            Whether that made an undo step.
        """
        change = self.tree.exchange(variant)
        if change is None:
            self._messages.tell(
                "variants",
                tr(
                    "The place of this variant is no longer in the text, so it cannot be put in. "
                    "It is kept; its text can be copied from the list."
                ),
            )
            return False
        made = self._put(change)
        place = self.tree.variants[variant].place
        stand = self.tree.stand(place)
        if stand is not None:
            self._put_caret(stand.end)
        self._held = self._last = place
        self._keeper.touch()
        return made

    def _take_out(self, place: str) -> None:
        change = self.tree.taking_out(place)
        if change is not None:
            self._put(change)
            self._keeper.touch()

    def _put(self, change: Exchange) -> bool:
        steps = self._page.document().availableUndoSteps()
        self._moving = True
        try:
            self._page.replace_range(change.start, change.end, change.text, change.spans)
        finally:
            self._moving = False
        self.tree.settle()
        return self._page.document().availableUndoSteps() != steps

    def _put_caret(self, position: int) -> None:
        self._moving = True
        try:
            self._page.set_caret_position(position)
        finally:
            self._moving = False

    def _make_room(self) -> bool:
        """What stands at the last place becomes a variant beside the one that is now written."""
        stand = self.tree.stand(self._last) if self._last else None
        stand = stand or self.stand
        if stand is None:
            return False
        if stand.variant:
            self._take_out(stand.place)
            stand = self.tree.stand(stand.place) or stand
        self._last = stand.place
        self._put_caret(stand.start)
        return True

    def _branch(self, position: int, text: str) -> bool:
        """The variant at a position stays as it is, beside one that goes another way from there."""
        around = [s for s in self.tree.stands if s.variant and s.start <= position < s.end]
        if not around:
            return False
        stand = max(around, key=lambda s: (s.start, -s.end))
        old = self.tree.variants[stand.variant]
        head = self._page.text()[stand.start : position]
        spans = clipped(self._page.spans(), stand.start, position)
        (here,) = clipped(self._page.spans(), position, position + 1) or (Span(0, 1),)
        chosen = Span(len(head), len(head) + len(text), GENERATED, here.record)
        kept = self.tree.keep(
            stand.place, head + text, timestamp(), old.preset, old.model,
            spans=normalised([*spans, chosen]),
        )  # fmt: skip
        self._exchange(kept.id)
        return True

    def _on_stream_begun(self, begun: StreamBegun) -> None:
        self._last = self._held = self.tree.open_place(begun.start, self._last)
        if begun.candidates > 1:
            if self.run is not None:
                self.run.deleteLater()
            self.run = CandidateRun(begun, self._last, self._keeper, self._page, timestamp, self)
            self.run.changed.connect(self._keeper.touch)
            self.several_begun.emit()
        self._tell()

    def _on_recorded(self, record: GenerationRecord) -> None:
        if self.run is not None and self.run.active:
            self.run.note(record)

    def _on_candidate_arrived(self, arrived: CandidateArrived) -> None:
        if self.run is not None and self.run.active:
            self._moving = True
            try:
                trim = self._shell.settings.value.trim_sentences
                self.run.take_in(arrived, trim=trim)
            finally:
                self._moving = False

    def _on_stream_ended(self, ended: StreamEnded) -> None:
        if self.run is not None and self.run.active:
            self.run.end()
        elif ended.text:
            spans = (Span(0, len(ended.text), GENERATED, ended.record),)
            begun, place = ended.begun, self._last
            kept = self.tree.keep(
                place, ended.text, timestamp(), begun.preset, begun.model, ended.tokens, spans
            )
            if ended.end > ended.start:
                self.tree.put_down(kept.id, ended.start, ended.end)
            self._keeper.touch()
        self._tell()

    def _on_text_shown(self) -> None:
        self._last = self._held = ""
        self.run = None
        self._messages.clear("variants")  # what was deleted belongs to the text before
        self._tell()

    def _on_caret_moved(self) -> None:
        if not (self._moving or self._generation.active):
            self._held = ""
            stand = self.stand
            if (stand.place if stand else "") != self._shown:
                self._tell()

    def _on_changed(self) -> None:
        self._tell()

    def _tell(self) -> None:
        stand = self.stand
        self._shown = stand.place if stand else ""
        actions, busy = self._shell.actions, self._generation.active
        actions["several"].setEnabled(not busy)
        actions["earlier_variant"].setEnabled(self._neighbour(-1) is not None)
        actions["later_variant"].setEnabled(self._neighbour(1) is not None)
        self._generation.retry_possible_changed.emit(busy or stand is not None)
        self.shown_changed.emit()
