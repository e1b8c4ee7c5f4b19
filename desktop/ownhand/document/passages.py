"""Passages: texts that know which continuations stand where in them, and how to exchange one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ownhand.document.spans import Spans, clipped, replaced


@dataclass(frozen=True, slots=True)
class Stand:
    """A place within a text, and what stands there.

    Attributes:
        place: Id of the place.
        start: Where it is.
        end: One past the last character of what stands there; `start` if nothing does.
        variant: Id of the variant that stands there, or "".
        inside: Id of the variant that is continued here, or "" where the writer's own text is.
    """

    place: str
    start: int
    end: int
    variant: str = ""
    inside: str = ""


Stands = tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with who wrote it and the places in it.

    Attributes:
        text: The text.
        spans: Its origins.
        stands: Places in it; a place comes after the one that holds the variant it lies in.
    """

    text: str = ""
    spans: Spans = ()
    stands: Stands = ()


def find(stands: Stands, place: str) -> Stand | None:
    """A place by its id."""
    return next((stand for stand in stands if stand.place == place), None)


def line_of(stands: Stands, stand: Stand) -> set[str]:
    """The places of a stand and of those that it lies in."""
    names = {stand.place}
    inside = stand.inside
    while inside:
        above = next((s for s in stands if s.variant == inside and s.place not in names), None)
        if above is None:
            break
        names.add(above.place)
        inside = above.inside
    return names


def places_below(stands: Stands, variant: str) -> Stands:
    """The places in a variant, at whatever depth."""
    found, wanted = [], {variant}
    for stand in stands:
        if stand.inside in wanted:
            found.append(stand)
            if stand.variant:
                wanted.add(stand.variant)
    return tuple(found)


def cut(passage: Passage, stand: Stand) -> Passage:
    """What stands at a place, by itself."""
    below = places_below(passage.stands, stand.variant) if stand.variant else ()
    stands = tuple(replace(s, start=s.start - stand.start, end=s.end - stand.start) for s in below)
    spans = clipped(passage.spans, stand.start, stand.end)
    return Passage(passage.text[stand.start : stand.end], spans, stands)


def put(passage: Passage, stand: Stand, variant: str, come: Passage) -> Passage:
    """A passage with another variant at one of its places.

    Args:
        passage: The whole.
        stand: The place in it.
        variant: Id of the variant that comes; "" for none.
        come: The variant's own passage.
    """
    start, end = stand.start, stand.end
    shift = len(come.text) - (end - start)
    gone = (
        {s.place for s in places_below(passage.stands, stand.variant)} if stand.variant else set()
    )
    line = line_of(passage.stands, stand)
    stands: list[Stand] = []
    for other in passage.stands:
        if other.place in gone:
            continue
        if other.place == stand.place:
            stands.append(replace(stand, end=start + len(come.text), variant=variant))
            stands += [replace(s, start=s.start + start, end=s.end + start) for s in come.stands]
        elif other.place in line:
            stands.append(replace(other, end=other.end + shift))
        elif other.start >= end and (other.start > start or other.variant):
            stands.append(replace(other, start=other.start + shift, end=other.end + shift))
        else:
            stands.append(other)
    return Passage(
        passage.text[:start] + come.text + passage.text[end:],
        replaced(passage.spans, start, end - start, len(come.text), come.spans),
        tuple(stands),
    )


def after_edit(stand: Stand, position: int, removed: int, inserted: int) -> Stand:
    """Where a place is after an edit; what is put in beside a variant is no part of it."""
    start, end, cut, shift = stand.start, stand.end, position + removed, inserted - removed
    if not stand.variant:
        point = start if start <= position else position if start < cut else start + shift
        return stand if point == start else replace(stand, start=point, end=point)
    if cut <= start and not (cut == start == position and removed):
        return replace(stand, start=start + shift, end=end + shift)
    if position >= end:
        return stand
    if position <= start and cut >= end:
        return replace(stand, start=position, end=position)
    if position < start:  # its beginning went
        return replace(stand, start=position + inserted, end=end + shift)
    return replace(stand, end=end + shift if cut <= end else position)


def merged(known: Stands, moved: Stands) -> Stands:
    """The stands of a state that is back, and the places that came up since."""
    merged = list(known)
    names = {stand.place for stand in known}
    standing = {"", *(stand.variant for stand in known)}
    for stand in moved:
        if stand.place not in names and stand.inside in standing:
            merged.append(stand)
            standing.add(stand.variant)
    return tuple(merged)


def own_text(variant: str, passage: Passage) -> str:
    """A passage without the continuations that stand in it."""
    pieces, position = [], 0
    for stand in sorted(
        (s for s in passage.stands if s.inside == variant and s.variant), key=lambda s: s.start
    ):
        pieces.append(passage.text[position : stand.start])
        position = max(position, stand.end)
    return "".join([*pieces, passage.text[position:]])


def renamed(stands: Stands, old: str, new: str) -> Stands:
    """The places of a variant that is another one from now on."""
    return tuple(replace(s, inside=new) if s.inside == old else s for s in stands)
