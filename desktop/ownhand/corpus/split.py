"""Which texts a model is trained on, and which it is judged by. Comes before everything else."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ownhand.core.texts import Document

WHOLE_DOCUMENTS_FROM = 10
"""With fewer documents than this, the tail of each is held out."""


@dataclass(frozen=True, slots=True)
class Split:
    """Training and held-out texts; no word is in both.

    Attributes:
        train: To learn from.
        held_out: To judge by; one entry per document or tail.
        by_document: Whether whole documents are held out.
    """

    train: tuple[Document, ...]
    held_out: tuple[Document, ...]
    by_document: bool


def split(
    documents: Sequence[Document],
    seed: int,
    share: float = 0.1,
    same: Mapping[int, int] | None = None,
) -> Split:
    """Hold out a part of the texts.

    Args:
        documents: All of them.
        seed: The same seed gives the same split of the same documents.
        share: Of the characters to hold out, 0 to 0.5.
        same: Number of a document -> number of one that it nearly equals (see
            `near_duplicates`); such documents stay on one side, or held-out text would be trained on.

    Raises:
        ValueError: If `share` is out of range.
    """
    if not 0 <= share <= 0.5:
        raise ValueError(f"share {share} is not between 0 and 0.5")
    if share == 0:
        return Split(tuple(documents), (), True)
    if len(documents) < WHOLE_DOCUMENTS_FROM:
        return _tails(documents, share, same or {})
    groups = _groups(len(documents), same or {})
    random.Random(seed).shuffle(groups)
    wanted = share * sum(len(document.text) for document in documents)
    held: set[int] = set()
    size = 0
    for group in groups:
        amount = sum(len(documents[n].text) for n in group)
        if size + amount / 2 <= wanted:  # brings the size nearer to what is wanted
            held.update(group)
            size += amount
    if not held:
        smallest = min(groups, key=lambda group: sum(len(documents[n].text) for n in group))
        if len(smallest) < len(documents):
            held.update(smallest)
    return Split(
        tuple(d for n, d in enumerate(documents) if n not in held),
        tuple(d for n, d in enumerate(documents) if n in held),
        True,
    )


def _tails(documents: Sequence[Document], share: float, same: Mapping[int, int]) -> Split:
    alike = set(same) | set(same.values())
    if len(alike) == len(documents):  # nothing else to hold out
        alike = set()
    train: list[Document] = []
    held: list[Document] = []
    for number, document in enumerate(documents):
        if number in alike:  # its tail may stand in the other one
            train.append(document)
            continue
        cut = _cut(document.text, share)
        head, tail = document.kept([(0, cut)]), document.kept([(cut, len(document.text))])
        if head.text.strip():
            train.append(head)
        if tail.text.strip():
            held.append(tail)
    return Split(tuple(train), tuple(held), False)


def _cut(text: str, share: float) -> int:
    """Where the tail begins: at a paragraph, line, sentence or word, whichever is near enough."""
    aim = round(len(text) * (1 - share))
    reach = max(int(len(text) * share / 2), 1)
    for mark in ("\n\n", "\n", ". ", "\u3002", " "):
        after = text.find(mark, aim, aim + reach)
        before = text.rfind(mark, max(aim - reach, 0), aim)
        places = [p + len(mark) for p in (before, after) if p >= 0]
        if places:
            return min(places, key=lambda p: abs(p - aim))
    return aim


def _groups(count: int, same: Mapping[int, int]) -> list[list[int]]:
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for number, other in same.items():
        parent[root(number)] = root(other)
    found: dict[int, list[int]] = {}
    for number in range(count):
        found.setdefault(root(number), []).append(number)
    return list(found.values())
