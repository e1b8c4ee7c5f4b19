"""Vocabulary and merges of GPT-2's tokeniser as two files, the way both libraries keep them."""

from __future__ import annotations

import json
from pathlib import Path

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence


def read_vocabulary(path: Path) -> dict[str, int]:
    """Token to id, from JSON.

    Raises:
        ImportRefusedError: If the file is missing or damaged.
    """
    try:
        vocabulary = json.loads(path.read_text(encoding="utf-8"))
        if not vocabulary or any(
            type(index) is not int or index < 0 for index in vocabulary.values()
        ):
            raise ValueError("it is not a vocabulary")
        if len(set(vocabulary.values())) != len(vocabulary):
            raise ValueError("two tokens have the same number")
    except (OSError, ValueError, AttributeError) as problem:
        raise _unusable(path, problem) from problem
    return {str(token): int(index) for token, index in vocabulary.items()}


def read_merges(path: Path) -> list[tuple[str, str]]:
    """Pairs, the most important first, from lines "left right".

    Raises:
        ImportRefusedError: If the file is missing or damaged.
    """
    merges = []
    try:
        # Only "\n" ends a line here: str.splitlines would also cut at the byte alphabet's U+0085.
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip() and not line.startswith("#version"):
                left, right = line.rstrip("\r").split(" ")
                merges.append((left, right))
    except (OSError, ValueError) as problem:
        raise _unusable(path, problem) from problem
    return merges


def _unusable(path: Path, problem: Exception) -> ImportRefusedError:
    return ImportRefusedError(
        Sentence(
            "The model's {name} is missing or damaged ({problem}). Get the model again, with all of its files.",
            name=path.name,
            problem=problem,
        )
    )
