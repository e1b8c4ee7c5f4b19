"""The packed corpus of a run on disk, memory-mapped: `train` and `held_out`, ids and segments."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core import atomic
from ownhand.core.contracts import Ids
from ownhand.core.errors import BadInputError
from ownhand.core.words import Sentence
from ownhand.training.blocks import Blocks

_ABOUT = "packed.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class PackedCorpus:
    """Sequences to learn from, sequences to be judged by, and what they are.

    Attributes:
        train: Sequences of the training part.
        held_out: Sequences of the held-out part; may be empty.
        held_out_bytes: UTF-8 bytes that the wanted targets of each held-out sequence stand for,
            `<int32>[blocks]`, so that scores can be told per byte.
        held_out_document: Number of the document each held-out sequence begins in, `<int32>[blocks]`.
        about: Files with their hashes, options, counts; goes into the lineage.
    """

    train: Blocks
    held_out: Blocks
    held_out_bytes: Ids
    held_out_document: Ids
    about: dict[str, Any]


_ARRAYS = ("train_ids", "train_segments", "held_out_ids", "held_out_segments", "held_out_bytes", "held_out_document")  # fmt: skip


def write_packed(folder: Path, packed: PackedCorpus) -> None:
    """Write a packed corpus as one directory, whole or not there.

    Raises:
        OSError: If the disk is full or cannot be written.
    """
    arrays = dict(
        zip(
            _ARRAYS,
            (
                packed.train.ids, packed.train.segments, packed.held_out.ids,
                packed.held_out.segments, packed.held_out_bytes, packed.held_out_document,
            ),
            strict=True,
        )
    )  # fmt: skip
    with atomic.staged_directory(folder) as staging:
        for name, array in arrays.items():
            np.save(
                staging / f"{name}.npy", np.ascontiguousarray(array, np.int32), allow_pickle=False
            )
        text = json.dumps({"schema": SCHEMA, **packed.about}, indent=2, ensure_ascii=False)
        atomic.write_text(staging / _ABOUT, text + "\n")


def read_packed(folder: Path) -> PackedCorpus:
    """Map a packed corpus.

    Raises:
        BadInputError: If it is missing or damaged; it can be made again from the writer's files.
    """
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        found = {
            name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
            for name in _ARRAYS
        }
    except (OSError, ValueError) as problem:
        raise BadInputError(
            Sentence(
                "The prepared texts in {name} are missing or damaged. Start the training anew from your folders.",
                name=folder.name,
            )
        ) from problem
    return PackedCorpus(
        Blocks(found["train_ids"], found["train_segments"]),
        Blocks(found["held_out_ids"], found["held_out_segments"]),
        found["held_out_bytes"],
        found["held_out_document"],
        about,
    )
