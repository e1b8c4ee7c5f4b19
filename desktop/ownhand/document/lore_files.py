"""Lore as files that are passed on: Ownhand's own, SillyTavern's world info, KoboldAI's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import BadInputError
from ownhand.core.prompting import LoreEntry
from ownhand.core.words import Sentence, why
from ownhand.document.notes import SCHEMA, LoreNote, Notes, notes_from, notes_values

LARGEST_BYTES = 16_000_000
"""No lore of a writer is larger; whatever is, is something else."""

MOST_ENTRIES = 5000


@dataclass(frozen=True, slots=True)
class TakenLore:
    """What a file gave.

    Attributes:
        lore: Its entries, in order.
        left_out: What could not be taken over, a sentence each.
    """

    lore: tuple[LoreNote, ...]
    left_out: tuple[Sentence, ...] = ()


def read_lore(path: Path) -> TakenLore:
    """Read lore of any kind.

    Raises:
        BadInputError: If the file cannot be read or holds no lore.
    """
    values = _read_json(path)
    if isinstance(values, dict) and isinstance(values.get("lore"), list):
        return TakenLore(notes_from(values).lore)
    found = list(_foreign_entries(values))
    if not found:
        raise BadInputError(
            Sentence(
                "{name} holds no lore. Ownhand reads its own lore files, the world info of SillyTavern, and stories and world info of KoboldAI.",
                name=path.name,
            )
        )
    left_out: dict[Sentence, int] = {}
    lore = []
    for item in found[:MOST_ENTRIES]:
        entry = _entry(item)
        if not entry.text.strip():
            _count(left_out, Sentence("Entries without a text."))
            continue
        for sentence in _losses(item):
            _count(left_out, sentence)
        lore.append(LoreNote(entry))
    if len(found) > MOST_ENTRIES:
        left_out[Sentence("All entries after the first {count:,}.", count=MOST_ENTRIES)] = 1
    return TakenLore(
        tuple(lore),
        tuple(_with_number(sentence, number) for sentence, number in left_out.items()),
    )


def write_lore(path: Path, lore: tuple[LoreNote, ...]) -> None:
    """Write lore to a file of its own.

    Raises:
        OSError: If it cannot be written; an old file is untouched.
    """
    values = {"schema": SCHEMA, "lore": notes_values(Notes(lore=lore))["lore"]}
    atomic.write_text(path, json.dumps(values, ensure_ascii=False, indent=1))


def _read_json(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BadInputError(
                Sentence(
                    "{name} is larger than {value} MB; that is no lore.",
                    name=path.name,
                    value=LARGEST_BYTES // 1000000,
                )
            )
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as problem:
        raise BadInputError(
            Sentence("{name} cannot be read: {reason}.", name=path.name, reason=why(problem))
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise BadInputError(
            Sentence(
                "{name} is no lore file: it is not written in JSON, or is damaged.", name=path.name
            )
        ) from problem


def _foreign_entries(values: Any, depth: int = 4) -> Iterator[Mapping[str, Any]]:
    """The entries, wherever the kind of file keeps them.

    SillyTavern: `entries`, by number. A character card: `data.character_book.entries`, a list.
    KoboldAI: a list, or `worldinfo` of a story; the older client: `entries` by number.
    """
    if isinstance(values, list):
        yield from (item for item in values if isinstance(item, dict) and "content" in item)
    elif isinstance(values, dict) and depth:
        for key in ("entries", "worldinfo", "character_book", "data"):
            if key in values:
                inside = values[key]
                if key == "entries" and isinstance(inside, dict):
                    inside = list(inside.values())
                yield from _foreign_entries(inside, depth - 1)
                return


def _entry(item: Mapping[str, Any]) -> LoreEntry:
    keys = () if item.get("constant") is True else _words(item.get("key", item.get("keys")))
    off = (
        item.get("disable") is True
        or item.get("widisabled") is True
        or item.get("enabled") is False
        or (
            not keys and item.get("constant") is not True
        )  # without keywords it would be told always
    )
    title = next((t for k in ("comment", "name") if (t := _text(item.get(k)).strip())), "")
    return LoreEntry(keys, _text(item.get("content")), title or ", ".join(keys[:2]), not off)


def _losses(item: Mapping[str, Any]) -> Iterator[Sentence]:
    """What an entry asks for that Ownhand cannot do."""
    chance = item.get("probability", 100)
    if item.get("useProbability", True) and str(chance) not in ("100", "100.0", "None", ""):
        yield Sentence("A chance below 100 %: such entries are told each time.")
    if item.get("selective") is True and _words(
        item.get("keysecondary", item.get("secondary_keys"))
    ):
        yield Sentence("A second list of keywords that must also be there.")
    if _words(item.get("keyanti")):
        yield Sentence("Keywords that must not be there.")
    if any(word.startswith("/") and word.count("/") > 1 for word in _words(item.get("key"))):
        yield Sentence("Patterns instead of keywords (regular expressions): they match nothing.")
    if "{{" in _text(item.get("content")):
        yield Sentence("Placeholders such as {{user}}: they stay in the text as they are.")


def _words(value: Any) -> tuple[str, ...]:
    """Keywords of a list, or of a text with commas between them."""
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list):
        return ()
    return tuple(word.strip() for word in items if isinstance(word, str) and word.strip())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _with_number(sentence: Sentence, number: int) -> Sentence:
    if number == 1:
        return sentence
    return Sentence("{loss} ({count} times)", loss=sentence, count=number)


def _count(counts: dict[Sentence, int], sentence: Sentence) -> None:
    counts[sentence] = counts.get(sentence, 0) + 1
