"""Counting words as writers count them, and what one edit does to the count."""

from __future__ import annotations

import re
import unicodedata

# Scripts written without spaces: every character counts as a word, as word processors do.
_SINGLE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_SINGLE}]|[^\\W{_SINGLE}]+(?:['\u2019\u2010\u2011.-]?[^\\W{_SINGLE}]+)*")
_SINGLE_CHARACTER = re.compile(f"[{_SINGLE}]")
_LONGEST_WORD = 64


def count_words(text: str) -> int:
    """Number of words; "don't", "well-known" and "3.5" are one, each Han or Kana character is one."""
    return sum(1 for _ in _WORD.finditer(text))


def joins_words(character: str) -> bool:
    """Whether a character is part of the word beside it."""
    if character.isalnum():
        return not _SINGLE_CHARACTER.match(character)
    return (
        character in "'\u2019-\u2010\u2011_\u200c\u200d"
        or unicodedata.category(character)[0] == "M"
    )


def word_before(text: str, position: int) -> int:
    """Where the word that ends at `position` begins; `position` itself if none ends there."""
    start = position
    while start > 0 and position - start < _LONGEST_WORD and joins_words(text[start - 1]):
        start -= 1
    return start


def word_after(text: str, position: int) -> int:
    """Where the word that begins at `position` ends; `position` itself if none begins there."""
    end = position
    while end < len(text) and end - position < _LONGEST_WORD and joins_words(text[end]):
        end += 1
    return end


def touched_by_edit(text: str, position: int, removed: int, inserted: str) -> tuple[int, int]:
    """The words beside an edit that are other words after it.

    Args:
        text: Before the edit.
        position: Where characters are removed and inserted.
        removed: How many are removed.
        inserted: What is inserted.

    Returns:
        How many characters just before `position`, and just after what was removed, belong to a
        word that the edit changes. Two unchanged words that it moves apart give (0, 0).
    """
    cut = position + removed
    gone = text[position:cut]
    left, right = position - word_before(text, position), word_after(text, cut) - cut
    tail, head = text[cut : cut + right], text[position - left : position]
    if _first_word(gone, tail) == _first_word(inserted, tail):
        left = 0
    if _last_word(head, gone) == _last_word(head, inserted):
        right = 0
    return left, right


def _first_word(middle: str, tail: str) -> str:
    """What follows the word before `middle` without a gap."""
    end = word_after(middle, 0)
    return middle[:end] + (tail if end == len(middle) else "")


def _last_word(head: str, middle: str) -> str:
    """What precedes the word after `middle` without a gap."""
    start = word_before(middle, len(middle))
    return (head if start == 0 else "") + middle[start:]
