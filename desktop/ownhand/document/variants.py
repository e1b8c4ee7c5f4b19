"""Every continuation that was ever written for a text: which stand in it, and which are kept aside.

A *place* is where a continuation begins; its *variants* are the continuations written there. At most
one variant of a place stands in the text. A variant that is continued takes the continuation along:
it is put aside and brought back with all that was written on in it. Positions are code points.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ownhand.document.passages import (
    Passage,
    Stand,
    Stands,
    after_edit,
    cut,
    find,
    line_of,
    merged,
    own_text,
    put,
    renamed,
)
from ownhand.document.spans import GENERATED, Span, Spans

log = logging.getLogger(__name__)

MOST_REMEMBERED = 400
"""States of the text to which undo may come back."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One continuation.

    Attributes:
        id: Unique in the tree.
        place: Id of its place.
        written: Its own text as it was first kept, without what was written on in it.
        passage: How it last stood in the text, with what was written on in it; while it stands, the
            text itself is what counts.
        created: UTC, ISO 8601.
        preset: Name of the preset it was written with.
        model: What the writer knows the model by.
        tokens: How many it took; 0 if that is not known.
        edited: Whether it is one that the writer changed, kept beside what it was made from.
    """

    id: str
    place: str
    written: str
    passage: Passage
    created: str
    preset: str = ""
    model: str = ""
    tokens: int = 0
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """An edit of the text that brings a variant in; one undo step.

    Attributes:
        start: First character that goes.
        end: One past the last.
        text: What comes instead.
        spans: Its origins, counted from its start.
    """

    start: int
    end: int
    text: str
    spans: Spans


class VariantTree:
    """The variants of one text. Told of each edit by `follow`, it knows what stands where.

    Undo and redo need no word of their own: a state of the text that was there before is known again.

    Attributes:
        variants: All by their id, in the order in which they were kept.
    """

    def __init__(self, text: str = "", spans: Spans = ()) -> None:
        self.variants: dict[str, Variant] = {}
        self._stands: Stands = ()
        self._text = text
        self._spans = spans
        self._number = 0
        self._seen: OrderedDict[tuple[int, int], Stands] = OrderedDict()
        self._expected: tuple[str, Stands] | None = None

    # --- looking ----------------------------------------------------------------------------------

    @property
    def stands(self) -> Stands:
        """The places in the text as it is now."""
        return self._stands

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._text

    def stand(self, place: str) -> Stand | None:
        """A place as it is in the text now; None if it lies in a variant that is put aside."""
        return find(self._stands, place)

    def is_standing(self, variant: str) -> bool:
        """Whether a variant stands in the text now."""
        return any(stand.variant == variant for stand in self._stands)

    def at(self, position: int) -> Stand | None:
        """The innermost place that a caret is at: in or beside what stands there, or where it would."""
        known = {variant.place for variant in self.variants.values()}
        near = [s for s in self._stands if s.start <= position <= s.end and s.place in known]
        return max(near, key=lambda s: (s.start < position or not s.variant, s.start), default=None)

    def of_place(self, place: str) -> tuple[Variant, ...]:
        """The variants of a place, in the order in which they were kept."""
        return tuple(v for v in self.variants.values() if v.place == place)

    def places_within(self, variant: str) -> Stands:
        """The places where a variant was continued, in the text if it stands there, else put aside."""
        known = self.variants.get(variant)
        aside = known.passage.stands if known else ()
        live = [s for s in self._stands if s.inside == variant]
        names = {s.place for s in live}
        return tuple(live + [s for s in aside if s.inside == variant and s.place not in names])

    def passage_of(self, variant: str) -> Passage:
        """A variant with what was written on in it, as it stands now or last stood."""
        for stand in self._stands:
            if stand.variant == variant:
                return cut(self._whole(), stand)
        return self.variants[variant].passage

    # --- keeping ----------------------------------------------------------------------------------

    def follow(self, position: int, removed: int, inserted: int, text: str, spans: Spans) -> None:
        """The text was edited, by whomever.

        Args:
            position: Where.
            removed: Characters that went.
            inserted: Characters that came.
            text: The whole text after it.
            spans: Its origins.
        """
        before = self._whole()
        touched = removed > 0 and any(
            s.start <= position + removed and s.end >= position for s in self._stands
        )
        moved = tuple(after_edit(s, position, removed, inserted) for s in self._stands)
        expected, self._expected = self._expected, None
        deliberate = expected is not None and expected[0] == text
        if expected is not None and deliberate:
            now = expected[1]
        elif self._stands and (known := self._seen.get(_key(text))) is not None:
            now = merged(known, moved)
        else:
            now = moved
        if touched or deliberate:
            self._remember(before.text, before.stands)
        self._text, self._spans = text, spans
        self._settle(before, now, deliberate)
        if touched or deliberate:
            self._remember(text, self._stands)

    def open_place(self, position: int, prefer: str = "") -> str:
        """The place for continuations that begin at a position, made if need be; nothing stands there.

        Args:
            position: Where.
            prefer: Which place to take if several are empty there.
        """
        empty = [s.place for s in self._stands if s.start == position and not s.variant]
        if empty:
            return prefer if prefer in empty else empty[-1]
        inside = self._continued_at(position)
        if inside is not None:
            self._stretch(inside, position)
        place = self._new_id("p")
        parent = inside.variant if inside else ""
        self._stands = (*self._stands, Stand(place, position, position, "", parent))
        return place

    def keep(
        self,
        place: str,
        written: str,
        created: str,
        preset: str = "",
        model: str = "",
        tokens: int = 0,
        spans: Spans | None = None,
    ) -> Variant:
        """Keep a continuation of a place, aside for now.

        Args:
            place: From `open_place`.
            written: Its text.
            created: UTC, ISO 8601.
            preset: Name of the preset.
            model: What the writer knows the model by.
            tokens: How many it took.
            spans: Its origins; all of it generated if None.
        """
        if spans is None:
            spans = (Span(0, len(written), GENERATED),) if written else ()
        passage = Passage(written, spans)
        variant = Variant(
            self._new_id("v"), place, written, passage, created, preset, model, tokens
        )
        self.variants[variant.id] = variant
        return variant

    def rewrite(self, variant: str, written: str, tokens: int, spans: Spans | None = None) -> None:
        """What is kept of a variant becomes another text, because it still grows or was cut."""
        known = self.variants[variant]
        if spans is None:
            spans = (Span(0, len(written), GENERATED),) if written else ()
        passage = replace(known.passage, text=written, spans=spans)
        self.variants[variant] = replace(known, written=written, tokens=tokens, passage=passage)

    def put_down(self, variant: str, start: int, end: int) -> None:
        """A variant stands in the text from now on: the text there is it already.

        Args:
            variant: Id; its place is at `start`.
            start: First character.
            end: One past the last.
        """
        known = self.variants[variant]
        old = find(self._stands, known.place)
        parent = old.inside if old else ""
        fresh = Stand(known.place, start, end, variant, parent)
        self._stands = tuple(fresh if s.place == known.place else s for s in self._stands)
        if old is None:
            self._stands = (*self._stands, fresh)
        above = self._holder(parent)
        if above is not None:
            self._stretch(above, end)
        self._remember(self._text, self._stands)

    def exchange(self, variant: str) -> Exchange | None:
        """Plan to bring a variant into the text, with the variants that it continues.

        The tree changes when the edit is made and `follow` or `settle` is told.

        Returns:
            The edit; None if the variant cannot be brought in because its place is gone.
        """
        chosen = self.variants[variant]
        passed = {chosen.id}
        while (stand := find(self._stands, chosen.place)) is None:
            holder = self._holding(chosen.place)
            if holder is None:
                return None
            if self.is_standing(holder.id):
                self._open_again(holder, chosen.place)
                continue
            if holder.id in passed:
                return None
            passed.add(holder.id)
            whole = self._exchanged(holder.passage, chosen)
            self.variants[holder.id] = replace(holder, passage=whole)
            chosen = self.variants[holder.id]
        if stand.variant == chosen.id:
            return Exchange(stand.start, stand.start, "", ())
        return self._expect(stand, chosen)

    def taking_out(self, place: str) -> Exchange | None:
        """Plan to take out what stands at a place; otherwise as `exchange`."""
        stand = find(self._stands, place)
        return self._expect(stand, None) if stand is not None else None

    def settle(self) -> None:
        """The edit planned last was made; needed where it changed nothing that can be seen."""
        if self._expected is not None and self._expected[0] == self._text:
            before, (_, now) = self._whole(), self._expected
            self._settle(before, now, deliberate=True)
        self._expected = None

    def remove(self, variant: str) -> Variant | None:
        """Forget a variant that does not stand in the text; `restore` brings it back."""
        if self.is_standing(variant):
            return None
        return self.variants.pop(variant, None)

    def restore(self, variant: Variant) -> None:
        """Undo `remove`."""
        self.variants.setdefault(variant.id, variant)
        self.variants = dict(sorted(self.variants.items(), key=lambda item: _number(item[0])))

    def snapshot(self) -> tuple[tuple[Variant, ...], Stands, str]:
        """All of the tree as frozen values: the variants, the places, and the text that they are in."""
        return tuple(self.variants.values()), self._stands, self._text

    def load(self, variants: Iterable[Variant], stands: Stands) -> None:
        """Begin with what was kept earlier; what names an unknown variant is left out."""
        self.variants = {variant.id: variant for variant in variants}
        ids = [name for v in self.variants.values() for name in (v.id, v.place)]
        self._number = max(map(_number, [*ids, *(s.place for s in stands)]), default=0)
        self._stands = tuple(self._sound(stands))
        for stand in stands:
            holder = self.variants.get(stand.inside)
            if holder is not None and not self.is_standing(holder.id):
                passage = _with_places(holder, Passage(stands=(stand,)))
                self.variants[holder.id] = replace(holder, passage=passage)
        self._seen.clear()
        self._remember(self._text, self._stands)

    # --- within -----------------------------------------------------------------------------------

    def _whole(self) -> Passage:
        return Passage(self._text, self._spans, self._stands)

    def _new_id(self, kind: str) -> str:
        self._number += 1
        return f"{kind}{self._number}"

    def _remember(self, text: str, stands: Stands) -> None:
        key = _key(text)
        self._seen[key] = stands
        self._seen.move_to_end(key)
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.popitem(last=False)

    def _continued_at(self, position: int) -> Stand | None:
        """What a continuation at a position continues: the innermost variant that it lies in or at the
        end of, white space between them left aside."""
        found = None
        for stand in self._stands:
            if not stand.variant or stand.start >= position:
                continue
            gap = self._text[stand.end : position]
            if (not gap or gap.isspace()) and (found is None or stand.start >= found.start):
                found = stand
        return found

    def _holder(self, variant: str) -> Stand | None:
        return next((s for s in self._stands if variant and s.variant == variant), None)

    def _stretch(self, stand: Stand, end: int) -> None:
        """Let a variant, and those it lies in, reach to `end` at least."""
        names = line_of(self._stands, stand)
        self._stands = tuple(
            replace(s, end=max(s.end, end)) if s.place in names else s for s in self._stands
        )

    def _holding(self, place: str) -> Variant | None:
        """The variant that holds a place; one of those put aside if there is any."""
        holders = [v for v in self.variants.values() if find(v.passage.stands, place)]
        return max(holders, key=lambda v: not self.is_standing(v.id), default=None)

    def _open_again(self, holder: Variant, place: str) -> None:
        """Bring back a place that a variant had when it was put aside, and that an edit took away."""
        stand, aside = self._holder(holder.id), find(holder.passage.stands, place)
        if stand is not None and aside is not None:
            point = min(stand.start + aside.start, stand.end)
            self._stands = (*self._stands, Stand(place, point, point, "", holder.id))

    def _expect(self, stand: Stand, variant: Variant | None) -> Exchange:
        come = variant.passage if variant else Passage()
        whole = put(self._whole(), stand, variant.id if variant else "", come)
        self._expected = whole.text, whole.stands
        return Exchange(stand.start, stand.end, come.text, come.spans)

    def _exchanged(self, passage: Passage, variant: Variant) -> Passage:
        """A passage put aside, with another variant at one of its places."""
        stand = find(passage.stands, variant.place)
        if stand is None or stand.variant == variant.id:
            return passage
        if stand.variant in self.variants:
            self._put_aside(self.variants[stand.variant], cut(passage, stand), deliberate=True)
        return put(passage, stand, variant.id, variant.passage)

    def _settle(self, before: Passage, now: Stands, deliberate: bool) -> None:
        """Take over new stands, and put aside what stood before and stands no more."""
        self._stands = tuple(self._sound(now))
        standing = {s.variant for s in self._stands}
        for stand in before.stands:
            known = self.variants.get(stand.variant)
            if known is None or stand.variant in standing:
                continue
            if stand.inside and stand.inside not in standing:
                continue  # it goes with the one that it lies in
            self._put_aside(known, cut(before, stand), deliberate)

    def _sound(self, stands: Stands) -> Iterator[Stand]:
        """Stands within the text, whose variants are known; what has lost its text is empty."""
        standing = {""}
        for stand in stands:
            start = min(stand.start, len(self._text))
            end = min(stand.end, len(self._text))
            if stand.inside not in standing:
                continue
            sound = replace(stand, start=start, end=end) if end != stand.end else stand
            if end <= start or stand.variant not in self.variants:
                empty = not stand.variant and start == stand.start == stand.end
                sound = stand if empty else Stand(stand.place, start, start, "", stand.inside)
            standing.add(sound.variant)
            yield sound

    def _put_aside(self, variant: Variant, passage: Passage, deliberate: bool) -> None:
        """Keep how a variant stood. What the writer changed in it is kept beside what it was."""
        own = own_text(variant.id, passage)
        alone = own == passage.text
        shortened = alone and variant.written.startswith(own)
        if own.startswith(variant.written):
            self.variants[variant.id] = replace(variant, passage=passage)
        elif not passage.text.strip() or (shortened and not deliberate):
            self.variants[variant.id] = replace(variant, passage=_with_places(variant, passage))
        else:
            self._keep_edited(variant, own, passage)

    def _keep_edited(self, variant: Variant, own: str, passage: Passage) -> None:
        for twin in self.of_place(variant.place):
            if twin.id != variant.id and twin.written == own:
                stands = renamed(passage.stands, variant.id, twin.id)
                self.variants[twin.id] = replace(twin, passage=replace(passage, stands=stands))
                return
        name = self._new_id("v")
        stands = renamed(passage.stands, variant.id, name)
        self.variants[name] = replace(
            variant,
            id=name,
            written=own,
            passage=replace(passage, stands=stands),
            edited=True,
        )


def _key(text: str) -> tuple[int, int]:
    return hash(text), len(text)


def _number(name: str) -> int:
    return int(name[1:]) if name[1:].isdecimal() else 0


def _with_places(variant: Variant, passage: Passage) -> Passage:
    """How a variant was kept before, with the places that it has got since."""
    kept = variant.passage
    names = {stand.place for stand in kept.stands}
    length = len(kept.text)
    new = (s for s in passage.stands if s.inside == variant.id and s.place not in names)
    empty = (Stand(s.place, min(s.start, length), min(s.start, length), "", s.inside) for s in new)
    return replace(kept, stands=(*kept.stands, *empty))
