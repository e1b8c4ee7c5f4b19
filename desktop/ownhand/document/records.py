"""The records of the generations in a text: kept beside the text, each until its passage is gone.

While the text is written they stand in `records.jsonl` among the text's belongings, one JSON line each, so
that a crash loses none. When the text is saved, `sidecar.py` keeps those that its spans refer to.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ownhand.core.errors import SettingsError
from ownhand.core.records import GenerationRecord
from ownhand.core.sampling import SamplingSettings
from ownhand.document.spans import Spans

log = logging.getLogger(__name__)

RECORDS_FILE = "records.jsonl"


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """How a passage came about, and what it was when it came.

    Attributes:
        record: How it came about.
        text_sha256: Of the text that the model wrote, in UTF-8; "" while it is being written.
        characters: How long that text is.
        cut_short: Whether the model was stopped, so that it would have written on.
    """

    record: GenerationRecord
    text_sha256: str = ""
    characters: int = 0
    cut_short: bool = False


Records = Mapping[str, KeptRecord]


def referred(records: Records, spans: Spans) -> dict[str, KeptRecord]:
    """The records that spans refer to."""
    ids = {span.record for span in spans}
    return {id_: kept for id_, kept in records.items() if id_ in ids}


def to_json(kept: KeptRecord) -> dict[str, Any]:
    """A record in plain values; of the settings those that are not neutral."""
    values = asdict(kept)
    values["record"]["settings"] = kept.record.settings.changed_values()
    return values


def from_json(values: Any) -> KeptRecord:
    """The record again; what a newer version added is left out.

    Raises:
        ValueError: If it is no record.
        TypeError: Likewise.
        KeyError: Likewise.
    """
    known = {field.name for field in fields(GenerationRecord)} - {"settings"}
    given = {name: value for name, value in values["record"].items() if name in known}
    try:
        settings = SamplingSettings.from_values(values["record"]["settings"])
    except SettingsError as problem:
        raise ValueError(str(problem)) from problem
    return KeptRecord(
        GenerationRecord(settings=settings, **given),
        str(values["text_sha256"]),
        int(values["characters"]),
        bool(values["cut_short"]),
    )


def many_from_json(values: Any, where: object) -> dict[str, KeptRecord]:
    """Records by id; one that cannot be read is left out and logged.

    Args:
        values: An object of records in plain values.
        where: What to call the place in the log.
    """
    found = {}
    for id_, value in values.items() if isinstance(values, dict) else ():
        try:
            found[str(id_)] = from_json(value)
        except (ValueError, TypeError, KeyError, AttributeError) as problem:
            log.warning("A record of a generation in %s cannot be read (%s).", where, problem)
    return found


def read_records(belongings: Path) -> dict[str, KeptRecord]:
    """The records among a text's belongings, by id; what cannot be read is left out and logged."""
    path = belongings / RECORDS_FILE
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    except OSError as problem:
        log.warning("%s cannot be read (%s).", path, problem)
        return {}
    values: dict[str, Any] = {}
    for line in lines:
        with contextlib.suppress(ValueError, TypeError, KeyError):  # the last one may be torn
            value = json.loads(line)
            values[value["record"]["id"]] = value  # a later line knows more
    return many_from_json(values, path)


def append_record(belongings: Path, kept: KeptRecord) -> None:
    """Add a record to a text's belongings, or tell more of one that is there.

    Raises:
        OSError: If it cannot be written.
    """
    belongings.mkdir(parents=True, exist_ok=True)
    line = json.dumps(to_json(kept), separators=(",", ":")).encode("ascii") + b"\n"
    with (belongings / RECORDS_FILE).open("ab") as file:
        if file.tell():
            line = b"\n" + line  # the line before may be torn
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def many_to_json(records: Iterable[KeptRecord]) -> dict[str, Any]:
    """Records in plain values, by id."""
    return {kept.record.id: to_json(kept) for kept in records}
