"""manifest.json: what a model directory holds and where it came from. Written last, read first."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import ModelError
from ownhand.core.words import Sentence
from ownhand.models.layout import FAMILIES

MANIFEST_FILE = "manifest.json"
SCHEMA = 2

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a model came from.

    Attributes:
        importer: Name of the importer that read it.
        name: File name, directory name or handle; never a full path.
        sha256: Hex digest of the model file, or "" where there is no single one.
    """

    importer: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Adapter:
    """What makes a model out of another one: its weights are those of the base and a product of two factors.

    Attributes:
        base: Slug that the base had in the store.
        base_sha256: `weights_sha256` of the base, which is a whole model.
        scale: By which the product is multiplied.
    """

    base: str
    base_sha256: str
    scale: float


@dataclass(frozen=True, slots=True)
class Manifest:
    """What Ownhand knows of a model without opening its weights.

    Attributes:
        slug: Directory name in the store; "" until the store has chosen one.
        title: Name for people.
        family: One of `layout.FAMILIES`.
        parameters: Number of weights.
        context_tokens: Longest context the model was made for.
        licence: SPDX identifier, or "" when unknown.
        bos_token_id: Token that begins a text, or None.
        add_bos: Whether the model expects that token before every prompt.
        stop_token_ids: Tokens that end a text.
        chat_template: Jinja template of the conversation format, or None for a plain text model.
        source: Where it came from.
        weights_sha256: Hex digest of the weights file, or of the adapter file.
        created: When it was imported, ISO 8601 in UTC.
        adapter: For a model that is an adapter, what it stands on; None for a whole one.
        schema: Version of this format.
    """

    slug: str
    title: str
    family: str
    parameters: int
    context_tokens: int
    licence: str
    bos_token_id: int | None
    add_bos: bool
    stop_token_ids: tuple[int, ...]
    chat_template: str | None
    source: Source
    weights_sha256: str
    created: str
    adapter: Adapter | None = None
    schema: int = SCHEMA


def from_1_every_model_was_whole(document: dict[str, Any]) -> dict[str, Any]:
    """Before schema 2 there were no adapters."""
    return document | {"schema": 2, "adapter": None}


Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
UPGRADES: dict[int, Upgrade] = {1: from_1_every_model_was_whole}
"""One named function per old schema version: from that version to the next."""


def is_slug(text: str) -> bool:
    """Whether `text` can be a directory name on every system and cannot lead out of the store."""
    return (
        _SLUG.fullmatch(text) is not None
        and text.split(".")[0] not in _RESERVED
        and ".." not in text
    )


def write_manifest(directory: Path, manifest: Manifest) -> None:
    """Write manifest.json atomically.

    Raises:
        ModelError: If a field is wrong.
        OSError: If it cannot be written.
    """
    document = asdict(manifest)
    _refuse_problems(document, "The new model")
    text = json.dumps(document, indent=2, ensure_ascii=False)
    atomic.write_text(directory / MANIFEST_FILE, text + "\n")


def read_manifest(directory: Path) -> Manifest:
    """Read manifest.json, of this schema version or an older one.

    Raises:
        ModelError: If it is missing, broken or from a newer Ownhand; says what to do.
    """
    where = Sentence("The model in “{name}”", name=directory.name)
    advice = Sentence("Remove the model and add it again.")
    try:
        document = json.loads((directory / MANIFEST_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise ModelError(
            Sentence(
                "{where} is not complete: {manifest_file} is missing. {advice}",
                where=where,
                manifest_file=MANIFEST_FILE,
                advice=advice,
            )
        ) from problem
    except (OSError, ValueError) as problem:
        raise ModelError(
            Sentence(
                "{where} is damaged: {manifest_file} cannot be read. {advice}",
                where=where,
                manifest_file=MANIFEST_FILE,
                advice=advice,
            )
        ) from problem
    if not isinstance(document, dict) or not isinstance(document.get("schema"), int):
        raise ModelError(
            Sentence(
                "{where} is damaged: {manifest_file} is not a manifest. {advice}",
                where=where,
                manifest_file=MANIFEST_FILE,
                advice=advice,
            )
        )
    if document["schema"] > SCHEMA:
        raise ModelError(
            Sentence("{where} was added by a newer Ownhand. Update Ownhand to use it.", where=where)
        )
    while document["schema"] < SCHEMA:
        upgrade = UPGRADES.get(document["schema"])
        if upgrade is None:
            raise ModelError(
                Sentence(
                    "{where} has a {manifest_file} of an unknown version. {advice}",
                    where=where,
                    manifest_file=MANIFEST_FILE,
                    advice=advice,
                )
            )
        document = upgrade(document)
    _refuse_problems(document, where, advice)
    known = {item.name for item in fields(Manifest)}
    values = {name: value for name, value in document.items() if name in known}
    values["stop_token_ids"] = tuple(values["stop_token_ids"])
    values["source"] = Source(
        **{name: values["source"][name] for name in ("importer", "name", "sha256")}
    )
    if values["adapter"] is not None:
        values["adapter"] = Adapter(
            **{name: values["adapter"][name] for name in ("base", "base_sha256", "scale")}
        )
    return Manifest(**values)


def _refuse_problems(document: dict[str, Any], where: str, advice: str = "") -> None:
    problems = [name for name, fits in _CHECKS.items() if not fits(document.get(name))]
    if problems:
        raise ModelError(
            f"{where} has a {MANIFEST_FILE} in which {', '.join(problems)} cannot be right. {advice}".rstrip()
        )


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0


def _is_token(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_digest(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value) is not None


def _is_source(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(name), str) for name in ("importer", "name", "sha256")
    )


def _is_adapter(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("base"), str)
        and is_slug(value["base"])
        and _is_digest(value.get("base_sha256"))
        and isinstance(value.get("scale"), int | float)
        and not isinstance(value["scale"], bool)
    )


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "slug": lambda v: isinstance(v, str) and (v == "" or is_slug(v)),
    "title": lambda v: isinstance(v, str) and bool(v.strip()),
    "family": lambda v: v in FAMILIES.values(),
    "parameters": _is_count,
    "context_tokens": _is_count,
    "licence": lambda v: isinstance(v, str),
    "bos_token_id": lambda v: v is None or _is_token(v),
    "add_bos": lambda v: isinstance(v, bool),
    "stop_token_ids": lambda v: isinstance(v, list | tuple) and all(map(_is_token, v)),
    "chat_template": lambda v: v is None or isinstance(v, str),
    "source": _is_source,
    "weights_sha256": _is_digest,
    "created": lambda v: isinstance(v, str),
    "adapter": lambda v: v is None or _is_adapter(v),
    "schema": lambda v: v == SCHEMA,
}
