"""Finds words or a pattern in a text, and in all texts below a folder."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError, DocumentError, UnreadableTextError
from ownhand.core.words import Sentence, why
from ownhand.document.folder import is_text_name, natural_key
from ownhand.document.text_file import decoded

if TYPE_CHECKING:
    import regex

MOST_BYTES = 16 << 20
MOST_HITS = 2000
MOST_HITS_PER_TEXT = 200
TEXT_TIMEOUT_S = 2.0

_BEFORE, _AFTER = 18, 160
_BETWEEN_LOOKS = 256


@dataclass(frozen=True, slots=True)
class Query:
    """What to find.

    Attributes:
        text: Words as they stand, or a pattern.
        is_pattern: Whether `text` is a regular expression.
        match_case: Whether capitals and small letters differ.
        whole_words: Whether a letter or digit beside it rules it out.
    """

    text: str
    is_pattern: bool = False
    match_case: bool = False
    whole_words: bool = False

    def compiled(self) -> regex.Pattern[str]:
        """The pattern that finds it; "^" and "$" mean lines.

        Raises:
            BadInputError: If `text` is no pattern; a sentence that says where.
        """
        return _compiled(self)


@lru_cache(16)
def _compiled(query: Query) -> regex.Pattern[str]:
    import regex  # takes a tenth of the second in which the window appears

    pattern = query.text if query.is_pattern else regex.escape(query.text)
    if query.whole_words:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    flags = regex.MULTILINE | (0 if query.match_case else regex.IGNORECASE)
    try:
        if query.is_pattern:
            regex.compile(query.text, flags)  # so that a position in a problem is the writer's
        return regex.compile(pattern, flags)
    except regex.error as problem:
        raise BadInputError(
            Sentence("This pattern cannot be read: {problem}.", problem=problem)
        ) from problem
    except (RecursionError, OverflowError) as problem:
        raise BadInputError("This pattern is too large. Use a shorter one.") from problem


@dataclass(frozen=True, slots=True)
class Hit:
    """One place.

    Attributes:
        start: First character in the text as the editor shows it.
        end: One past the last.
        line: Number of its line, from 1.
        preview: Part of that line.
        preview_start: Where the found words begin in it.
        preview_end: Where they end.
    """

    start: int
    end: int
    line: int
    preview: str
    preview_start: int
    preview_end: int


@dataclass(frozen=True, slots=True)
class TextHits:
    """What was found in one text.

    Attributes:
        path: The text.
        hits: In order.
        more: Whether there are more in it than are told.
    """

    path: Path
    hits: tuple[Hit, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text or folder that was not looked into.

    Attributes:
        path: Which.
        reason: Half a sentence for the writer: "is larger than 16 MB".
    """

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many texts were looked into so far."""

    texts: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of it.

    Attributes:
        texts: How many were looked into.
        hits: How many places were told.
        capped: Whether it ended because there are too many.
    """

    texts: int
    hits: int
    capped: bool


SearchEvent = TextHits | LeftOut | Progress | Finished
Decode = Callable[[bytes], str]


def search_folder(
    folder: Path,
    query: Query,
    cancel: CancelToken,
    decode: Decode,
    shown: Mapping[Path, str] | None = None,
    most_hits: int = MOST_HITS,
) -> Iterator[SearchEvent]:
    """Look into all texts below a folder, in the order in which the library shows them.

    Hidden entries are left out, each folder is looked into once however many links lead to it. Looks
    at `cancel` before each entry and every few hundred hits.

    Args:
        folder: Where to look.
        query: What to find.
        cancel: Ends the search.
        decode: Makes text of bytes that are not UTF-8; raises `UnreadableTextError` with the reason.
        shown: Texts that are on the page, maybe not saved yet, by their paths.
        most_hits: After so many it ends.

    Raises:
        BadInputError: If the query is no pattern.
        Cancelled: If the search was ended.
    """
    pattern = query.compiled()
    texts = hits = 0
    for found in _texts_below(folder, cancel):
        if isinstance(found, LeftOut):
            yield found
            continue
        content = (shown or {}).get(found)
        try:
            if content is None:
                content = read(found, decode)
            room = min(MOST_HITS_PER_TEXT, most_hits - hits)
            here = hits_in(content, pattern, cancel, room)
        except UnreadableTextError as problem:
            yield LeftOut(found, str(problem))
            continue
        except TimeoutError:
            yield LeftOut(found, "takes too long with this pattern")
            continue
        texts += 1
        if here:
            told = here[:room]
            hits += len(told)
            yield TextHits(found, told, more=len(here) > room)
            if hits >= most_hits:
                yield Finished(texts, hits, capped=True)
                return
        yield Progress(texts)
    yield Finished(texts, hits, capped=False)


def read(path: Path, decode: Decode) -> str:
    """A text as the editor would show it, whatever its encoding.

    Raises:
        UnreadableTextError: If it cannot be read, or is none; the message goes on after its name.
    """
    try:
        if not path.is_file():  # opening a pipe would wait for ever
            raise UnreadableTextError("is no ordinary file")
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except PermissionError as problem:
        raise UnreadableTextError("may not be read by you") from problem
    except OSError as problem:
        raise UnreadableTextError(
            Sentence("cannot be read ({reason})", reason=why(problem))
        ) from problem
    if len(data) > MOST_BYTES:
        raise UnreadableTextError(Sentence("is larger than {value} MB", value=MOST_BYTES >> 20))
    if b"\0" not in data:
        try:
            return decoded((data, 0), path).text
        except DocumentError:
            pass  # another encoding
    return decoded((decode(data).encode("utf-8", "replace"), 0), path).text


def hits_in(
    text: str,
    pattern: regex.Pattern[str],
    cancel: CancelToken,
    most: int = MOST_HITS_PER_TEXT,
    timeout_s: float = TEXT_TIMEOUT_S,
) -> tuple[Hit, ...]:
    """The places in one text, one more than `most` if there are more. Places without width do not count.

    Raises:
        TimeoutError: If the pattern takes too long.
        Cancelled: If the search was ended.
    """
    found: list[Hit] = []
    starts: list[int] = []
    for start, end in places_in(text, pattern, cancel, timeout_s):
        if not starts:
            starts = _line_starts(text)
        found.append(_hit(text, starts, start, end))
        if len(found) > most:
            break
    return tuple(found)


def places_in(
    text: str, pattern: regex.Pattern[str], cancel: CancelToken, timeout_s: float = TEXT_TIMEOUT_S
) -> Iterator[tuple[int, int]]:
    """(start, end) of each place that has a width, in order; other threads go on meanwhile.

    Raises:
        TimeoutError: If the pattern takes too long.
        Cancelled: If the search was ended; looked at every few hundred places.
    """
    matches = pattern.finditer(text, concurrent=True, timeout=timeout_s)
    for number, match in enumerate(matches):
        if number % _BETWEEN_LOOKS == 0:
            cancel.raise_if_cancelled()
        start, end = match.span()
        if start < end:
            yield start, end


def _texts_below(folder: Path, cancel: CancelToken) -> Iterator[Path | LeftOut]:
    seen: set[str] = set()
    waiting: list[tuple[Path, bool]] = [(folder, True)]  # folders first, as in the library
    while waiting:
        cancel.raise_if_cancelled()
        here, is_folder = waiting.pop()
        if not is_folder:
            yield here
            continue
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(here) as scan:
                items = [item for item in scan if not item.name.startswith(".")]
        except OSError as problem:
            yield LeftOut(here, f"cannot be looked into ({problem.strerror or problem})")
            continue
        found = [(here / item.name, _is_folder(item)) for item in items]
        found = [each for each in found if each[1] or is_text_name(each[0].name)]
        found.sort(key=lambda each: (not each[1], natural_key(each[0].name), each[0].name))
        waiting += reversed(found)


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False  # it went away meanwhile


def _line_starts(text: str) -> list[int]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


def _hit(text: str, line_starts: list[int], start: int, end: int) -> Hit:
    line = bisect_right(line_starts, start)
    line_start = line_starts[line - 1]
    line_end = line_starts[line] - 1 if line < len(line_starts) else len(text)
    first, last = max(line_start, start - _BEFORE), min(line_end, start + _AFTER)
    if first > line_start:  # not in the middle of a word, if there is a gap between two
        first = text.find(" ", first, start) + 1 or first
    raw = text[first:last]
    preview = raw.lstrip()
    lead = "…" if first > line_start else ""
    shift = len(lead) - first - (len(raw) - len(preview))
    preview_start = max(start + shift, 0)
    return Hit(
        start,
        end,
        line,
        lead + preview + ("…" if last < line_end else ""),
        preview_start,
        max(min(end, last) + shift, preview_start),
    )
