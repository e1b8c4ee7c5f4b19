"""What was made from the writer's texts, kept under a key of everything it depends on."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import OwnhandError
from ownhand.core.words import Sentence, why

log = logging.getLogger(__name__)

KEPT = 8
"""Entries of one kind that are kept; the one that was not used for longest goes first."""


class CacheError(OwnhandError):
    """Something made from the texts could not be stored; the texts are untouched."""


@dataclass(slots=True)
class Entry:
    """One artefact in the cache.

    Attributes:
        folder: Where it lies, or will when it is made.
        staging: An empty folder to make it in; None when it is there already.
    """

    folder: Path
    staging: Path | None


@contextlib.contextmanager
def cached_directory(root: Path, kind: str, key: Mapping[str, Any]) -> Iterator[Entry]:
    """A directory of the cache; made by the block, or there already.

    Args:
        root: `Paths.cache`.
        kind: For example "packed".
        key: JSON values that the artefact depends on; the version of this code is added.

    Raises:
        CacheError: If the disk is full or read-only.
    """
    folder = root / "corpus" / kind / key_digest(key)
    if folder.is_dir():
        with contextlib.suppress(OSError):
            os.utime(folder)
        yield Entry(folder, None)
        return
    try:
        with atomic.staged_directory(folder) as staging:
            yield Entry(folder, staging)
    except OSError as problem:
        raise CacheError(
            Sentence(
                "What was made from your texts cannot be stored in {root} ({reason}). Your texts are untouched. Free some space on that disk, then try again.",
                root=root,
                reason=why(problem),
            )
        ) from problem
    _trim(folder.parent, folder)


def key_digest(key: Mapping[str, Any]) -> str:
    """A short name for a key and the code that uses it."""
    text = json.dumps({**key, "code": _code_version()}, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


@cache
def _code_version() -> str:
    """Changes whenever this package does."""
    digest = hashlib.sha256(importlib.metadata.version("ownhand").encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):  # none in a frozen program
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _trim(kind: Path, newest: Path) -> None:
    try:
        entries = [e for e in kind.iterdir() if e != newest and not e.name.startswith(".")]
        entries.sort(key=lambda e: e.stat().st_mtime, reverse=True)
        for old in entries[KEPT - 1 :]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError as problem:
        log.warning("Old entries of %s were not removed (%s).", kind, problem)
