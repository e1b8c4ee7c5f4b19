"""The verbatim index: finds every run of 8 words (or 16 characters without word spaces) that stands in a file.

Of each position of the training text the shortest run that is long enough to be told is hashed; the
sorted hashes lie in a memory-mapped file. A hit is compared unit by unit with the text, so nothing is
told that does not stand there, and any run that does holds at least one hashed run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.core.texts import Document, Place, PlaceUnit
from ownhand.core.words import Sentence, why
from ownhand.corpus.cache import CacheError
from ownhand.corpus.units import (
    RUN_WEIGHT,
    UNKNOWN,
    Hashes,
    UnitIds,
    Vocabulary,
    find_units,
    numbered_units,
    unit_pattern,
    window_hashes,
)

_MOST_PLACES = 8
"""Of a run that stands in more places than this, only the first ones are remembered."""

_BLOCK = 256
_PAGE = 4096
_DOCUMENTS = "documents.json"
_VOCABULARY = "vocabulary.txt"
_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Match:
    """A run of text that stands in a training file.

    Attributes:
        start: First character of the run.
        end: One past its last character.
        words: Units in it: words, or characters of a script without word spaces.
        place: Where it stands.
    """

    start: int
    end: int
    words: int
    place: Place


@dataclass(frozen=True, slots=True)
class Run:
    """A match in units: `start` to `end` of the text asked about stand at `source` of the index."""

    start: int
    end: int
    source: int


class VerbatimIndex:
    """Looks runs up in a built index. Any thread may use it, one at a time.

    Args:
        folder: The finished index.
    """

    def __init__(self, folder: Path) -> None:
        self._hashes: Hashes = np.load(folder / "hashes.npy", mmap_mode="r")
        self._positions = np.load(folder / "positions.npy", mmap_mode="r")
        self._ids: UnitIds = np.load(folder / "ids.npy", mmap_mode="r")
        self._pieces = np.load(folder / "pieces.npy", mmap_mode="r")
        self._starts = np.load(folder / "starts.npy")
        record = json.loads((folder / _DOCUMENTS).read_text(encoding="utf-8"))
        self._documents: list[tuple[str, PlaceUnit]] = [(p, u) for p, u in record["documents"]]
        forms = (folder / _VOCABULARY).read_text(encoding="utf-8")
        self._vocabulary = Vocabulary(forms.split("\n")[:-1])
        self._weights = self._vocabulary.weights()
        # Now, so that the first look-up is as quick as the others, also from a slow disk.
        unit_pattern()
        for mapped in (self._hashes, self._positions, self._ids):
            mapped[:: _PAGE // mapped.itemsize].max(initial=0)

    @property
    def units(self) -> int:
        """Words and characters indexed."""
        return len(self._ids)

    def find(self, text: str) -> tuple[Match, ...]:
        """All runs of a text that stand in the training files, by their start.

        They cover every copied word. Where copies of different places overlap, so do the matches.
        """
        surfaces, starts = find_units(text)
        if not surfaces:
            return ()
        ends = [start + len(surface) for start, surface in zip(starts, surfaces, strict=True)]
        runs = self.runs(self.look_up(surfaces))
        return tuple(
            Match(starts[r.start], ends[r.end - 1], r.end - r.start, self.place_of(r.source))
            for r in runs
        )

    def look_up(self, surfaces: list[str]) -> UnitIds:
        """Numbers of units for `runs`."""
        return self._vocabulary.look_up(surfaces)

    def runs(self, ids: UnitIds, covered: int = 0) -> list[Run]:
        """Runs of units that stand in the index.

        Args:
            ids: From `look_up`.
            covered: Runs that end at or before this unit are not looked for.
        """
        if not len(self._hashes):
            return []
        weights = np.zeros(len(ids), np.uint8)
        known = ids != UNKNOWN
        weights[known] = self._weights[ids[known]]
        starts, lengths = _grams(weights, np.zeros(1, np.int64))
        # A gram with an unknown unit stands nowhere.
        strange = np.concatenate(([0], np.cumsum(~known)))
        whole = (strange[starts + lengths] == strange[starts]) & (starts + lengths > covered)
        starts, lengths = starts[whole], lengths[whole]
        hashes = window_hashes(ids, starts, lengths)
        first = np.searchsorted(self._hashes, hashes, side="left")
        found = np.nonzero(self._hashes[np.minimum(first, len(self._hashes) - 1)] == hashes)[0]
        result: list[Run] = []
        for hit in found:
            start, length = int(starts[hit]), int(lengths[hit])
            if start + length <= covered:
                continue
            best = 0
            for at in range(
                int(first[hit]), min(int(first[hit]) + _MOST_PLACES, len(self._hashes))
            ):
                if self._hashes[at] != hashes[hit]:
                    break
                position = int(self._positions[at])
                end = self.extended(ids, start, position)
                if end - start >= length and end > best:
                    best, source = end, position
            if best:
                result.append(Run(start, best, source))
                covered = best
        return result

    def extended(self, ids: UnitIds, start: int, source: int) -> int:
        """Where the units from `start` on cease to be those at `source`, within one document."""
        document = int(np.searchsorted(self._starts, source, side="right"))
        limit = int(self._starts[document]) if document < len(self._starts) else len(self._ids)
        end = min(len(ids), start + limit - source)
        while start < end:
            count = min(_BLOCK, end - start)
            differ = np.nonzero(ids[start : start + count] != self._ids[source : source + count])[0]
            if len(differ):
                return start + int(differ[0])
            start += count
            source += count
        return start

    def place_of(self, source: int) -> Place:
        """File and line of a unit of the index."""
        document = int(np.searchsorted(self._starts, source, side="right")) - 1
        piece = int(np.searchsorted(self._pieces[:, 0], source, side="right")) - 1
        path, unit = self._documents[document]
        return Place(Path(path), unit, int(self._pieces[piece, 1]) if piece >= 0 else 1)


def build_index(
    folder: Path, documents: Callable[[], Iterable[Document]], cancel: CancelToken
) -> Iterator[Stage | VerbatimIndex]:
    """Make the index of some documents, or take the one that was made before.

    Looks at `cancel` at each document. The last event is the index.

    Args:
        folder: Where it lies; the name tells of which texts it is.
        documents: Gives the texts as they stand in the files; not called when the index is there.
        cancel: Ends the work; nothing is left behind.

    Raises:
        CacheError: If it cannot be written.
    """
    if not (folder / _DOCUMENTS).is_file():
        try:
            with atomic.staged_directory(folder) as staging:
                yield from _write(staging, documents(), cancel)
        except OSError as problem:
            raise CacheError(
                Sentence(
                    "The list of passages in your texts cannot be stored in {parent} ({reason}). Your texts are untouched. Free some space on that disk, then try again.",
                    parent=folder.parent,
                    reason=why(problem),
                )
            ) from problem
    yield VerbatimIndex(folder)


def _write(folder: Path, documents: Iterable[Document], cancel: CancelToken) -> Iterator[Stage]:
    vocabulary = Vocabulary()
    ids: list[UnitIds] = []
    pieces: list[_Numbers] = []
    starts: list[int] = []
    names: list[tuple[str, str]] = []
    length = 0
    for number, document in enumerate(documents):
        cancel.raise_if_cancelled()
        if number % 100 == 0:
            yield Stage("Indexing the texts", number)
        numbers, positions = numbered_units(document.text, vocabulary.learn)
        ids.append(numbers)
        first_units = np.searchsorted(positions, document.starts) + length
        pieces.append(np.stack([first_units, document.places], axis=1).reshape(-1, 2))
        starts.append(length)
        names.append((str(document.path), document.unit))
        length += len(numbers)
    yield Stage("Indexing the texts", len(names), len(names))
    units = np.concatenate(ids) if ids else np.zeros(0, np.uint32)
    del ids
    weights = vocabulary.weights()[units] if len(units) else np.zeros(0, np.uint8)
    gram_starts, lengths = _grams(weights, np.asarray(starts or [0], np.int64))
    hashes = window_hashes(units, gram_starts, lengths)
    order = np.argsort(hashes, kind="stable")
    hashes, positions_of = hashes[order], gram_starts[order].astype(np.uint32)
    few = _rank_among_equals(hashes) < _MOST_PLACES
    np.save(folder / "hashes.npy", hashes[few])
    np.save(folder / "positions.npy", positions_of[few])
    np.save(folder / "ids.npy", units)
    found = np.concatenate(pieces) if pieces else np.zeros((0, 2), np.int64)
    np.save(folder / "pieces.npy", found.astype(np.uint32))
    np.save(folder / "starts.npy", np.asarray(starts, np.int64))
    (folder / _VOCABULARY).write_bytes("".join(f"{form}\n" for form in vocabulary.forms).encode())
    (folder / _DOCUMENTS).write_text(json.dumps({"documents": names}), encoding="utf-8")


def _grams(weights: npt.NDArray[np.uint8], document_starts: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Starts and lengths of the shortest runs that weigh enough, none over a document's end."""
    sums = np.concatenate(([0], np.cumsum(weights, dtype=np.int64)))
    ends = np.searchsorted(sums, sums[:-1] + RUN_WEIGHT, side="left")
    starts = np.arange(len(weights), dtype=np.int64)
    limits = np.append(document_starts, len(weights))
    limit = limits[np.searchsorted(document_starts, starts, side="right")]
    fits = ends <= limit
    return starts[fits], (ends - starts)[fits]


def _rank_among_equals(hashes: Hashes) -> _Numbers:
    places = np.arange(len(hashes), dtype=np.int64)
    new = np.ones(len(hashes), bool)
    new[1:] = hashes[1:] != hashes[:-1]
    return places - np.maximum.accumulate(np.where(new, places, 0))
