"""Where the last whole sentence of a text ends."""

from __future__ import annotations

import re

# A sentence ends with one of these marks, closing quotes and brackets after it taken along. The full
# stops of Chinese and Japanese need no space behind them.
_CLOSING = "\"'”’»«›‹“‘)\\]}*_」』）】〉》"
_END = re.compile(
    rf"(?:[.!?…‽]+[{_CLOSING}]*(?=\s|$)|[。！？｡]+[{_CLOSING}]*|\n)",
)
_ABBREVIATIONS = frozenset(
    (
        "mr", "mrs", "ms", "dr", "prof", "st", "rev", "hon", "sr", "jr", "gen", "col", "capt", "lt", "sgt", "vs", "cf", "ca", "approx", "fig", "vol", "pp", "p",
        "e.g", "i.e", "a.m", "p.m", "u.s", "u.k",
        "bzw", "d.h", "z.b", "usw", "hr", "fr", "nr", "evtl", "ggf", "inkl", "vgl", "mme", "mlle",
    )
)  # fmt: skip


def finished_part(text: str) -> str:
    """The text up to the end of its last whole sentence; all of it if no sentence ends in it.

    White space after that end goes as well. A line that ends with a line break counts as finished, as
    a heading or a verse is.
    """
    last = 0
    for found in _END.finditer(text):
        if found[0] == "\n":
            if text[: found.start()].strip():
                last = found.start()
        elif not _is_abbreviation(text, found):
            last = found.end()
    kept = text[:last].rstrip()
    return kept if kept else text


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop belongs to the word before it: "Mr." or an initial; at the very end of the
    text it may, so nothing is said to end there."""
    if found[0] != ".":
        return False
    word = re.split(r"[\s(\[\"“„'‘—–-]", text[: found.start()])[-1]
    if word.casefold() in _ABBREVIATIONS:
        return True
    if word.isdecimal():  # "1." begins a list; a year ends a sentence
        return len(word) < 3
    return len(word) == 1 and word.isupper() and word != "I"
