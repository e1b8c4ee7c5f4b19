"""What the writer deletes in the library goes here, and can be brought back.

Each deletion is a folder of `Paths.trash` with two entries: "record.json", which says where it came
from, and "item", the file or folder itself.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.core.paths import Paths
from ownhand.core.words import Sentence
from ownhand.document.folder import free_name
from ownhand.document.following import known_below, let_follow
from ownhand.document.moving import move, remove, size_of

log = logging.getLogger(__name__)

SCHEMA = 1
OLD_DAYS = 90
MOST_BYTES = 1 << 30

_RECORD, _ITEM = "record.json", "item"


@dataclass(frozen=True, slots=True)
class Discarded:
    """Something in the trash.

    Attributes:
        key: Name of its folder there.
        origin: Where it was; None if the record of that is damaged.
        discarded_at: When it was deleted, in seconds since the epoch.
        is_folder: Whether it is a folder.
        size: Bytes.
    """

    key: str
    origin: Path | None
    discarded_at: float
    is_folder: bool
    size: int

    @property
    def name(self) -> str:
        """What it was called."""
        return self.origin.name if self.origin else self.key


class Trash:
    """Takes files and folders and gives them back; nothing is removed unless `remove` is called.

    Everything here touches disks and belongs off the window's thread.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._folder = paths.trash

    def put(self, path: Path, now: float | None = None) -> Discarded:
        """Move a file or folder into the trash, with what is known of it.

        Raises:
            DocumentError: If it cannot be moved; it is where it was.
        """
        at = time.time() if now is None else now
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(at))
        place = self._folder / f"{stamp}-{secrets.token_hex(4)}"
        origin = path.absolute()
        is_folder = path.is_dir() and not path.is_symlink()
        try:
            if not os.path.lexists(path):
                raise FileNotFoundError(errno.ENOENT, "gone", str(path))
            record = Discarded(place.name, origin, at, is_folder, size_of(path))
            place.mkdir(parents=True)
            atomic.write_text(place / _RECORD, _written(record))
            known = known_below(self._paths, path)
            move(path, place / _ITEM)
        except OSError as problem:
            self._drop_empty(place)
            raise DocumentError(_why_not_deleted(path, problem)) from problem
        let_follow(self._paths, known, place / _ITEM)
        return record

    def list(self) -> tuple[Discarded, ...]:
        """What can be brought back, the latest first."""
        try:
            places = list(self._folder.iterdir())
        except FileNotFoundError:
            return ()
        except OSError as problem:
            log.warning("The trash cannot be read (%s).", problem)
            return ()
        found = [self._read(place) for place in places if os.path.lexists(place / _ITEM)]
        return tuple(sorted(found, key=lambda each: (-each.discarded_at, each.key)))

    def restore(self, discarded: Discarded, folder: Path | None = None) -> Path:
        """Bring something back to where it was, under another name if its own is taken.

        Args:
            discarded: From `put` or `list`.
            folder: Where to instead; needed where the origin is not known.

        Returns:
            Where it is now.

        Raises:
            DocumentError: If it cannot be brought back; it stays in the trash.
        """
        place = self._folder / discarded.key
        item = place / _ITEM
        if folder is None:
            if discarded.origin is None:
                raise DocumentError("It is not known where this was. Choose a folder for it.")
            folder = discarded.origin.parent
        try:
            known = known_below(self._paths, item)
            folder.mkdir(parents=True, exist_ok=True)
            target = self._to_free_name(item, folder, discarded.name)
        except OSError as problem:
            raise DocumentError(_why_not_restored(discarded.name, folder, problem)) from problem
        let_follow(self._paths, known, target)
        self._drop_empty(place)
        return target

    def old(
        self, now: float | None = None, days: float = OLD_DAYS, most_bytes: int = MOST_BYTES
    ) -> tuple[Discarded, ...]:
        """What could go: deleted longer ago than `days`, or, from the oldest on, beyond `most_bytes`.

        Only says so; `remove` does it once the writer agreed.
        """
        before = (time.time() if now is None else now) - 86400 * days
        total, found = 0, []
        for each in self.list():
            total += each.size
            if each.discarded_at < before or total > most_bytes:
                found.append(each)
        return tuple(found)

    def remove(self, chosen: Sequence[Discarded]) -> None:
        """Delete for good, with what is known of it. Only ever called because the writer said so.

        Raises:
            DocumentError: If some of it cannot be removed.
        """
        left = []
        for each in chosen:
            place = self._folder / each.key
            try:
                for known in known_below(self._paths, place / _ITEM):
                    known.sidecar.unlink(missing_ok=True)
                    if known.belongings.is_dir():
                        remove(known.belongings)
                remove(place)
            except FileNotFoundError:
                continue
            except OSError as problem:
                log.warning("%s cannot be removed (%s).", place, problem)
                left.append(each.name)
        if left:
            raise DocumentError(
                Sentence(
                    "Could not be deleted for good: {list}. It is still in the list; you may remove it from {folder} by hand.",
                    list=", ".join(left),
                    folder=self._folder,
                )
            )

    def _to_free_name(self, item: Path, folder: Path, name: str) -> Path:
        while True:
            target = folder / free_name(folder, name)
            try:
                move(item, target)
            except FileExistsError:
                continue  # somebody was quicker; the next name then
            return target

    def _read(self, place: Path) -> Discarded:
        item = place / _ITEM
        try:
            record = json.loads((place / _RECORD).read_text(encoding="utf-8"))
            if record["schema"] != SCHEMA:
                raise ValueError(f"schema {record['schema']!r}")
            return Discarded(
                place.name,
                Path(str(record["origin"])),
                float(record["discarded_at"]),
                bool(record["is_folder"]),
                int(record["size"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as problem:
            log.info("The record of %s cannot be read (%s).", place, problem)
            return Discarded(place.name, None, _changed_at(place), item.is_dir(), size_of(item))

    def _drop_empty(self, place: Path) -> None:
        """Remove the folder of a deletion that holds nothing (any more)."""
        try:
            if not os.path.lexists(place / _ITEM):
                (place / _RECORD).unlink(missing_ok=True)
                place.rmdir()
        except OSError as problem:
            log.info("%s was left in the trash (%s).", place, problem)


def _written(record: Discarded) -> str:
    return json.dumps(
        {
            "schema": SCHEMA,
            "origin": str(record.origin),
            "discarded_at": record.discarded_at,
            "is_folder": record.is_folder,
            "size": record.size,
        },
        indent=1,
    )


def _changed_at(place: Path) -> float:
    try:
        return place.stat().st_mtime
    except OSError:
        return 0.0


def _why_not_deleted(path: Path, problem: OSError) -> str:
    what = f"{path.name} was not deleted"
    if isinstance(problem, FileNotFoundError):
        return f"{what}: it is not there any more."
    if isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
        return f"{what}: you are not allowed to change its folder."
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{what}: the disk with your home folder has no room to keep it for you. Free some space and try again."
    return f"{what} ({problem.strerror or problem}). Nothing was changed; try again."


def _why_not_restored(name: str, folder: Path, problem: OSError) -> str:
    what, safe = f"{name} was not brought back", "It is still in “Recently deleted”"
    if isinstance(problem, FileNotFoundError):
        return f"{what}: it is not in the trash any more."
    if isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
        return f"{what}: you are not allowed to change {folder}. {safe}."
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{what}: the disk is full. {safe}; free some space and try again."
    return f"{what} to {folder} ({problem.strerror or problem}). {safe}."
