"""The variants of a text on disk: written whole and atomically, read with patience.

The text that comes back may be another than the one the variants were written for: a journal may be
a second ahead of them, and other programs change files. Each place is therefore looked for by the
text around it, and what stood there counts as standing only if it is found.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, replace
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.document.digests import text_digest
from ownhand.document.passages import Passage, Stand, Stands
from ownhand.document.spans import Span, Spans, normalised
from ownhand.document.variants import Variant, VariantTree

log = logging.getLogger(__name__)

FILE_NAME = "variants.json"
SCHEMA = 1
MOST_CHARACTERS = 4_000_000
"""Of all variants together; beyond it the oldest that do not stand in the text are let go."""

_ANCHOR = 48


def save_variants(path: Path, variants: Iterable[Variant], stands: Stands, text: str) -> None:
    """Write a `VariantTree.snapshot`; with nothing in it the file goes.

    Raises:
        OSError: If it cannot be written; the old file is untouched.
    """
    kept = list(_within_limit(list(variants), stands))
    if not kept:
        path.unlink(missing_ok=True)
        return
    places = {variant.place for variant in kept}
    values = {
        "schema": SCHEMA,
        "text": text_digest(text),
        "stands": [asdict(s) | _anchors(s, text) for s in stands if s.place in places],
        "variants": [_variant_values(variant) for variant in kept],
    }
    atomic.write_text(path, json.dumps(values, ensure_ascii=False, separators=(",", ":")))


def load_variants(path: Path, text: str, spans: Spans) -> VariantTree:
    """The variants of a text; what cannot be read is left out and logged.

    Args:
        path: The file; it need not be there.
        text: The text as it is now.
        spans: Its origins.
    """
    tree = VariantTree(text, spans)
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["schema"] > SCHEMA:
            log.warning("%s was written by a newer version of Ownhand; trying anyway.", path)
        variants = list(_readable(values["variants"], _variant, path))
        found = list(_readable(values["stands"], lambda value: (_stand(value), value), path))
    except FileNotFoundError:
        return tree
    except (OSError, ValueError, KeyError, TypeError) as problem:
        log.warning("The variants in %s cannot be read (%s).", path, problem)
        return tree
    if values.get("text") != text_digest(text):
        found = [(_looked_for(stand, value, text), value) for stand, value in found]
    tree.load(variants, tuple(stand for stand, _ in found))
    return tree


def _within_limit(variants: list[Variant], stands: Stands) -> Iterator[Variant]:
    """The variants, without the oldest of those put aside where all together are too much."""
    total = sum(len(v.written) + len(v.passage.text) for v in variants)
    standing = {stand.variant for stand in stands}
    for variant in variants:
        if total > MOST_CHARACTERS and variant.id not in standing:
            log.warning("A variant of %s was let go: there are too many.", variant.created)
            total -= len(variant.written) + len(variant.passage.text)
        else:
            yield variant


def _anchors(stand: Stand, text: str) -> dict[str, str]:
    return {
        "before": text[max(0, stand.start - _ANCHOR) : stand.start],
        "head": text[stand.start : min(stand.start + _ANCHOR, stand.end)],
        "tail": text[max(stand.start, stand.end - _ANCHOR) : stand.end],
        "after": text[stand.end : stand.end + _ANCHOR],
    }


def _looked_for(stand: Stand, value: dict[str, Any], text: str) -> Stand:
    """A place in a text that is not the one it was written for; empty where it is not found."""
    before, head, tail, after = (str(value.get(k, "")) for k in ("before", "head", "tail", "after"))
    if not stand.variant:
        point = _near(text, before, after, stand.start)
        return _at(stand, min(stand.start, len(text)) if point is None else point)
    start = _first(text, stand.start, (before, head), ("", head), (before, ""))
    if start is None:
        return _at(stand, min(stand.start, len(text)))
    expected = start + stand.end - stand.start
    end = _first(text, expected, (tail, after), (tail, ""), ("", after))
    if end is None and not after:
        end = len(text)  # it was the last of the text
    if end is None or not start < end <= start + 2 * (stand.end - stand.start) + 1000:
        return _at(stand, start)
    return replace(stand, start=start, end=end)


def _first(text: str, expected: int, *anchors: tuple[str, str]) -> int | None:
    """Where the first of several anchors is found that is more than white space."""
    for left, right in anchors:
        if (left + right).strip():
            place = _near(text, left, right, expected)
            if place is not None:
                return place
    return None


def _near(text: str, left: str, right: str, expected: int) -> int | None:
    """The place nearest to `expected` that has `left` before and `right` behind it."""
    wanted = left + right
    if not wanted:
        return expected if 0 <= expected <= len(text) else None
    around = expected - len(left)
    later = text.find(wanted, max(0, around))
    earlier = text.rfind(wanted, 0, max(0, around) + len(wanted))
    places = [place for place in (earlier, later) if place >= 0]
    if not places:
        return None
    return min(places, key=lambda place: abs(place - around)) + len(left)


def _at(stand: Stand, point: int) -> Stand:
    return replace(stand, start=point, end=point, variant="")


def _variant_values(variant: Variant) -> dict[str, Any]:
    passage = variant.passage
    return {
        "id": variant.id,
        "place": variant.place,
        "written": variant.written,
        "text": passage.text,
        "spans": [list(astuple(span)) for span in passage.spans],
        "stands": [asdict(stand) for stand in passage.stands],
        "created": variant.created,
        "preset": variant.preset,
        "model": variant.model,
        "tokens": variant.tokens,
        "edited": variant.edited,
    }


def _variant(values: dict[str, Any]) -> Variant:
    text = _text(values["text"])
    spans = normalised((Span(*span) for span in values.get("spans", ())), len(text))
    return Variant(
        id=_text(values["id"]),
        place=_text(values["place"]),
        written=_text(values["written"]),
        passage=Passage(text, spans, tuple(_stand(stand) for stand in values.get("stands", ()))),
        created=_text(values.get("created", "")),
        preset=_text(values.get("preset", "")),
        model=_text(values.get("model", "")),
        tokens=int(values.get("tokens", 0)),
        edited=bool(values.get("edited", False)),
    )


def _stand(values: dict[str, Any]) -> Stand:
    return Stand(
        place=_text(values["place"]),
        start=max(0, int(values["start"])),
        end=max(0, int(values["end"])),
        variant=_text(values.get("variant", "")),
        inside=_text(values.get("inside", "")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text is expected, not {value!r}")
    return value


def _readable(values: Any, read: Any, path: Path) -> Iterator[Any]:
    """Those of many values that can be read."""
    if not isinstance(values, list):
        raise TypeError("a list is expected")
    for value in values:
        try:
            yield read(value)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            log.warning("One of the variants in %s cannot be read (%s).", path, problem)
