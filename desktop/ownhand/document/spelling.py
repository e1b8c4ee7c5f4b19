"""Which words a dictionary does not know, and what may have been meant."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core import atomic

if TYPE_CHECKING:
    from spellchecker import SpellChecker

LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch",
}  # fmt: skip
"""Dictionaries that come along, by code."""

NAME_COUNT = 3
"""A capitalised word that stands so often in a text is taken to be a name of it."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
# A dictionary of American English knows the words of British English in another spelling.
_BRITISH = (
    (re.compile("our"), "or"),
    (re.compile("is(?=e[ds]?$|er|ing|ation)"), "iz"),
    (re.compile("ys(?=e[ds]?$|ing)"), "yz"),
    (re.compile("ll(?=ed$|ing$|er)"), "l"),
    (re.compile("(?<=[^aeiou])re(?=s?$)"), "er"),
    (re.compile("ence(?=s?$)"), "ense"),
    (re.compile("ogue(?=s?$)"), "og"),
    (re.compile("[ao]e"), "e"),
)
_SHORTEST, _LONGEST = 2, 40


class Speller:
    """A dictionary, the writer's own words, and the names of a text.

    Loading takes a few tenths of a second; `misspelt` about a microsecond a word.

    Args:
        language: A key of `LANGUAGES`.
        own_words: The writer's own, in lower case.
    """

    def __init__(self, language: str, own_words: frozenset[str] = frozenset()) -> None:
        from spellchecker import SpellChecker  # loads a second dictionary's worth of modules

        self.language = language
        self._dictionary: SpellChecker = SpellChecker(language=language)
        self._own = own_words
        self._names: frozenset[str] = frozenset()

    def add(self, word: str) -> None:
        """Know a word from now on."""
        self._own |= {word.casefold()}

    def learn_names(self, text: str) -> None:
        """Take capitalised words that come often for names; those of the text before are forgotten."""
        counts = Counter(
            _POSSESSIVE.sub("", match[0]) for match in _WORD.finditer(text) if match[0][0].isupper()
        )
        self._names = frozenset(word for word, count in counts.items() if count >= NAME_COUNT)

    def knows(self, word: str) -> bool:
        """Whether a word is right; what is too short or too long to be one counts as right."""
        word = word.replace("\u2019", "'")
        bare = _POSSESSIVE.sub("", word)
        if not _SHORTEST <= len(bare) <= _LONGEST or bare in self._names or bare.isupper():
            return True
        plain = bare.casefold()
        if plain in self._own or self._in_dictionary(word.lower()) or self._in_dictionary(plain):
            return True
        if self.language != "en":
            return False
        return any(
            self._in_dictionary(pattern.sub(american, plain))
            for pattern, american in _BRITISH
            if pattern.search(plain)
        )

    def misspelt(self, text: str) -> list[tuple[int, int]]:
        """(start, end) of the words that are not known."""
        return [match.span() for match in _WORD.finditer(text) if not self.knows(match[0])]

    def suggestions(self, word: str, most: int = 6) -> tuple[str, ...]:
        """What may have been meant, the likeliest first; takes up to some seconds for a long word."""
        plain = word.replace("\u2019", "'")
        likely = self._dictionary
        near = likely.known(likely.edit_distance_1(plain.lower()))
        found = near or (likely.candidates(plain.lower()) or set())
        ordered = sorted(found - {plain.lower()}, key=lambda w: (-likely[w], w))[:most]
        return tuple(_in_case_of(plain, other) for other in ordered)

    def _in_dictionary(self, word: str) -> bool:
        return word in self._dictionary


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """(start, end) of the word that touches a position, or None."""
    start = max(0, position - 2 * _LONGEST)
    for match in _WORD.finditer(text, start, position + 2 * _LONGEST):
        if match.start() <= position <= match.end():
            return match.span()
    return None


def load_own_words(path: Path) -> frozenset[str]:
    """The writer's own words, one a line; none if there is no such file.

    Raises:
        OSError: If it is there and cannot be read.
        UnicodeDecodeError: If it is not UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line.strip().casefold() for line in lines if line.strip())


def save_own_words(path: Path, words: frozenset[str]) -> None:
    """Keep the writer's own words.

    Raises:
        OSError: If they cannot be written; the old file is untouched.
    """
    atomic.write_text(path, "".join(f"{word}\n" for word in sorted(words)))


def _in_case_of(word: str, other: str) -> str:
    if word.isupper() and len(word) > 1:
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
