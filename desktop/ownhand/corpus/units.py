"""A text as the units in which copying is counted: words, and single characters of scripts without word spaces.

Case, punctuation, quotation marks, line breaks and invisible characters make no difference.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice

import numpy as np
import numpy.typing as npt

UnitIds = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]

UNKNOWN = 0xFFFF_FFFF
"""Id of a unit that a vocabulary does not hold."""

WORD_WEIGHT, CHARACTER_WEIGHT = 2, 1
RUN_WEIGHT = 16
"""What a run must weigh to be told: 8 words, 16 characters of a script without spaces, or a mixture."""

LONGEST_GRAM = RUN_WEIGHT // CHARACTER_WEIGHT

# Han, Kana, Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_APOSTROPHES = "'\u2018\u2019\u02bc`\u00b4\uff07"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DROPPED = str.maketrans("", "", _APOSTROPHES + _INVISIBLE)
_MOST_SURFACES = 500_000
_UNITS_AT_ONCE = 50_000


@cache
def unit_pattern() -> re.Pattern[str]:
    """Matches one unit; made once, since the combining marks have to be looked up."""
    marks = "".join(
        re.escape(chr(code))
        for code in range(0x300, 0x1E950)
        if unicodedata.category(chr(code))[0] == "M" and not 0x0E00 <= code <= 0x0EFF
    )
    letter = f"[^\\W_{_UNSPACED}]"
    return re.compile(
        f"[{_UNSPACED}][{marks}]*"
        f"|{letter}(?:{letter}|[{marks}{_INVISIBLE}]|[{_APOSTROPHES}]+(?={letter}))*"
    )


def numbered_units(
    text: str, number: Callable[[Sequence[str]], UnitIds]
) -> tuple[UnitIds, npt.NDArray[np.int64]]:
    """The numbers of a text's units, and where each begins; little memory for a long text.

    Args:
        text: Of any length.
        number: `Vocabulary.learn` or `look_up`.
    """
    ids, starts = [np.zeros(0, np.uint32)], [np.zeros(0, np.int64)]
    found = unit_pattern().finditer(text)
    while batch := list(islice(found, _UNITS_AT_ONCE)):
        ids.append(number([m.group() for m in batch]))
        starts.append(np.fromiter((m.start() for m in batch), np.int64, len(batch)))
    return np.concatenate(ids), np.concatenate(starts)


def find_units(text: str) -> tuple[list[str], list[int]]:
    """The units of a text as they are written, and where each begins."""
    found = [(m.group(), m.start()) for m in unit_pattern().finditer(text)]
    return [surface for surface, _ in found], [start for _, start in found]


def normal_form(surface: str) -> str:
    """What two spellings of the same unit have in common."""
    if surface.isascii():
        return surface.replace("'", "").replace("`", "").lower()
    return unicodedata.normalize("NFKC", surface.translate(_DROPPED)).casefold()


@cache
def _single() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]")


def is_unspaced(unit: str) -> bool:
    """Whether a unit is a character of a script without word spaces."""
    return bool(_single().match(unit))


class Vocabulary:
    """Numbers for units, in the order in which they were met.

    Args:
        forms: Normal forms that are known from the start.
    """

    def __init__(self, forms: Iterable[str] = ()) -> None:
        self._ids: dict[str, int] = {form: number for number, form in enumerate(forms)}
        self._surfaces: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def forms(self) -> tuple[str, ...]:
        """All normal forms by number."""
        return tuple(self._ids)

    def weights(self) -> npt.NDArray[np.uint8]:
        """Weight of each unit by number."""
        return np.fromiter(
            (CHARACTER_WEIGHT if is_unspaced(form) else WORD_WEIGHT for form in self._ids),
            np.uint8,
            len(self._ids),
        )

    def learn(self, surfaces: Sequence[str]) -> UnitIds:
        """Numbers of units; new ones are added."""
        known = self._surfaces
        for surface in dict.fromkeys(surfaces):
            if surface not in known:
                form = sys.intern(normal_form(surface))
                known[surface] = self._ids.setdefault(form, len(self._ids))
        return np.fromiter(map(known.__getitem__, surfaces), np.uint32, len(surfaces))

    def look_up(self, surfaces: Sequence[str]) -> UnitIds:
        """Numbers of units, `UNKNOWN` for those that are not known."""
        known = self._surfaces
        if len(known) > _MOST_SURFACES:
            known.clear()
        for surface in surfaces:
            if surface not in known:
                known[surface] = self._ids.get(normal_form(surface), UNKNOWN)
        return np.fromiter(map(known.__getitem__, surfaces), np.uint32, len(surfaces))


_ODD = np.uint64(0x9E37_79B9_7F4A_7C15)
_MIX_1, _MIX_2 = np.uint64(0xBF58_476D_1CE4_E5B9), np.uint64(0x94D0_49BB_1331_11EB)
_BASE = np.uint64(0xD6E8_FEB8_6659_FD93)


def mixed(values: npt.NDArray[np.integer]) -> Hashes:
    """Numbers spread evenly over 64 bits (SplitMix64; Steele, Lea and Flood, 2014)."""
    x = values.astype(np.uint64) * _ODD + _ODD
    x = (x ^ (x >> np.uint64(30))) * _MIX_1
    x = (x ^ (x >> np.uint64(27))) * _MIX_2
    return x ^ (x >> np.uint64(31))


def window_hashes(
    ids: UnitIds, starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> Hashes:
    """A hash of each window of units (a polynomial in an odd base, modulo 2^64).

    Args:
        ids: `<uint32>[units]`.
        starts: `<int64>[windows]`.
        lengths: `<int64>[windows]`, at least 1.
    """
    values = mixed(ids)
    result = np.zeros(len(starts), np.uint64)
    longest = int(lengths.max(initial=0))
    shortest = int(lengths.min(initial=longest))
    for offset in range(longest):
        if offset < shortest:
            result = result * _BASE + values[starts + offset]
        else:
            some = np.nonzero(lengths > offset)[0]
            result[some] = result[some] * _BASE + values[starts[some] + offset]
    return mixed(result)
