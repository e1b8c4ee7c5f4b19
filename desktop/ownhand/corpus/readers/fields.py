"""Which of many fields holds the text, and how its value becomes one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

USUAL = (
    "text", "paragraphs", "content", "body", "selftext", "message", "post", "story", "article", "comment",
    "review", "abstract", "document", "lines", "verses", "completion", "response", "output", "chapter",
)  # fmt: skip
TITLES = ("title", "name", "headline", "subject", "heading")
_SAMPLE = 200
_NO_PROSE = re.compile(r"\s*(?:https?://\S*|[0-9a-fA-F-]{12,}|[\d.,:/TZ +-]+|\S+@\S+|)\s*")


def text_of(value: Any) -> str:
    """A string, or a list of strings joined line by line, as text; "" for anything else."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(text_of(item) for item in value)
    return ""


def value_of(entry: Mapping[str, Any], field: str) -> Any:
    """A field's value; "a.b" is the field b of the object a."""
    if field in entry:
        return entry[field]
    outer, _, inner = field.partition(".")
    nested = entry.get(outer)
    return nested.get(inner) if inner and isinstance(nested, Mapping) else None


def guess_field(entries: Iterable[Mapping[str, Any]]) -> str | None:
    """The field that holds the text: one with a usual name, else the one with the most prose."""
    amounts: dict[str, int] = {}
    for count, entry in enumerate(entries):
        if count >= _SAMPLE:
            break
        for name, value in _flat(entry):
            text = text_of(value)
            if text and not _NO_PROSE.fullmatch(text):
                amounts[name] = amounts.get(name, 0) + len(text)
    usual = {n: a for n, a in amounts.items() if n.rpartition(".")[2].lower() in USUAL}
    prose = {n: a for n, a in amounts.items() if n.lower() not in TITLES}
    best = usual or prose or amounts
    return max(best, key=lambda name: best[name]) if best else None


def title_of(entry: Mapping[str, Any], field: str) -> str:
    """What an entry calls itself."""
    for name in TITLES:
        value = entry.get(name)
        if isinstance(value, str) and name != field:
            return value.strip()
    return ""


def _flat(entry: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for name, value in entry.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{inner}", nested) for inner, nested in value.items())
        else:
            yield name, value
