"""What is said of a variant in the list and in the tree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ownhand.bridge.translation import number, recent_moment, tr
from ownhand.document.spans import share
from ownhand.document.variants import Variant, VariantTree


@dataclass(frozen=True, slots=True)
class VariantFacts:
    """One variant as it is shown.

    Attributes:
        id: Which.
        text: With what was written on in it.
        about: Preset, length, when and by whom, in one line.
        present: Whether it stands in the text.
        running: Whether it is still being written.
        position: Which of its place, counted from 1.
        count: How many its place has.
    """

    id: str
    text: str
    about: str
    present: bool
    running: bool
    position: int
    count: int

    @property
    def spoken(self) -> str:
        """All of it for a screen reader."""
        state = tr("in the text") if self.present else tr("put aside")
        if self.running:
            state = tr("being written")
        head = tr("Variant {position} of {count}, {state}").format(
            position=self.position, count=self.count, state=state
        )
        return f"{head}: {' '.join(self.text.split())}. {self.about}"


def facts_of(
    tree: VariantTree, variant: Variant, running: bool, now: datetime | None = None
) -> VariantFacts:
    """What is said of a variant.

    Args:
        tree: It belongs to this.
        variant: Which.
        running: Whether it is still being written.
        now: What time it is for the writer.
    """
    passage = tree.passage_of(variant.id)
    ids = [v.id for v in tree.of_place(variant.place)]
    parts = [tr("writing …")] if running else []
    if variant.preset:
        parts.append(variant.preset)
    if variant.tokens and not variant.edited:
        parts.append(tr("%Ln tokens", n=variant.tokens))
    generated = share(passage.spans, len(passage.text))
    if variant.edited:
        parts.append(tr("changed by you"))
    if passage.text and generated < 0.995:
        parts.append(tr("{share} % generated").format(share=number(100 * generated)))
    if not running:
        parts.append(_when(variant.created, now or datetime.now().astimezone()))
    return VariantFacts(
        variant.id,
        passage.text,
        " · ".join(part for part in parts if part),
        tree.is_standing(variant.id),
        running,
        ids.index(variant.id) + 1 if variant.id in ids else 0,
        len(ids),
    )


def _when(created: str, now: datetime) -> str:
    try:
        return recent_moment(datetime.fromisoformat(created).astimezone(now.tzinfo), now)
    except ValueError:
        return ""
