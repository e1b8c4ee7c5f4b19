"""The writer's folder of texts: what is in it, and new, rename and move without replacing anything."""

from __future__ import annotations

import errno
import os
import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ownhand.core.errors import BadInputError, DocumentError
from ownhand.core.paths import Paths
from ownhand.core.words import Sentence
from ownhand.document.following import known_below, let_follow
from ownhand.document.moving import move

SUFFIXES = (".txt", ".md", ".markdown", ".text")
"""File names of texts end so, in capitals or not."""

MOST_ENTRIES = 2000

_DIGITS = re.compile(r"(\d+)")
_NEVER = re.compile(r"[\x00-\x1f\x7f/\\]")
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A text or a folder.

    Attributes:
        path: Where it lies.
        is_folder: Which of the two.
    """

    path: Path
    is_folder: bool

    @property
    def name(self) -> str:
        """Its file name."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Listing:
    """What is in one folder, without what is below its sub-folders.

    Attributes:
        folder: Which.
        entries: Folders first, each kind as people count: "Chapter 2" before "Chapter 10".
        more: How many were left out because there are too many.
        problem: Why it could not be read, a sentence for the writer; or "".
    """

    folder: Path
    entries: tuple[Entry, ...] = ()
    more: int = 0
    problem: str = ""


def is_text_name(name: str) -> bool:
    """Whether a file of this name is a text that the library shows."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts names as people do: numbers by what they count, capitals beside small letters."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _DIGITS.split(folded)
        if part
    )


def list_folder(folder: Path, most: int = MOST_ENTRIES) -> Listing:
    """Read one folder. Hidden entries, other files, and links that lead back up are left out.

    Never raises: a folder that cannot be read says why.
    """
    entries: list[Entry] = []
    try:
        here = os.path.realpath(folder)
        with os.scandir(folder) as scan:
            for item in scan:
                entry = _entry(folder, item, here)
                if entry is not None:
                    entries.append(entry)
    except OSError as problem:
        return Listing(folder, problem=_why_unreadable(folder, problem))
    entries.sort(key=lambda e: (not e.is_folder, natural_key(e.name), e.name))
    return Listing(folder, tuple(entries[:most]), max(0, len(entries) - most))


def problem_with_name(name: str) -> str:
    """Why a file or folder cannot be called so, as a sentence; "" if it can."""
    if not name.strip():
        return "A name needs at least one letter."
    if name in (".", "..") or name.startswith("."):
        return "A name that begins with a dot would be hidden. Choose another."
    wrong = _NEVER.search(name)
    if wrong is None and sys.platform == "win32":
        wrong = _NOT_ON_WINDOWS.search(name)
    if wrong is None:
        return ""
    what = f"“{wrong[0]}”" if wrong[0].isprintable() else "an invisible character"
    return f"A name cannot have {what} in it. Choose another."


def free_name(folder: Path, name: str) -> str:
    """The name, or "name (2)" and so on where it is taken."""
    stem, suffix = _parts(name)
    number, free = 1, name
    while os.path.lexists(folder / free):
        number += 1
        free = f"{stem} ({number}){suffix}"
    return free


def new_text(folder: Path, name: str) -> Path:
    """Make an empty text; where the name is taken, a number is put behind it.

    Raises:
        BadInputError: If nothing can be called so.
        DocumentError: If it cannot be made.
    """
    _check(name)
    if not is_text_name(name):
        name += SUFFIXES[0]
    try:
        path = folder / free_name(folder, name)
        with open(path, "xb"):
            return path
    except OSError as problem:
        raise DocumentError(_why_not(f"{name} was not made", problem, folder)) from problem


def new_folder(folder: Path, name: str) -> Path:
    """Make a folder; where the name is taken, a number is put behind it.

    Raises:
        BadInputError: If nothing can be called so.
        DocumentError: If it cannot be made.
    """
    _check(name)
    try:
        path = folder / free_name(folder, name)
        path.mkdir()
        return path
    except OSError as problem:
        raise DocumentError(_why_not(f"{name} was not made", problem, folder)) from problem


def rename(paths: Paths, path: Path, name: str, shown: Path | None = None) -> Path:
    """Give a text or folder another name; what is known of it follows.

    Args:
        paths: The folders of the writer.
        path: What.
        name: A text keeps the ending of its name where this has none that texts have.
        shown: The text on the page; the window lets it be followed.

    Returns:
        Its path from now on.

    Raises:
        BadInputError: If nothing can be called so.
        DocumentError: If it cannot be renamed; it is as it was.
    """
    name = name.strip()
    _check(name)
    if is_text_name(path.name) and not path.is_dir() and not is_text_name(name):
        name += path.suffix
    target = path.with_name(name)
    if target == path:
        return path
    _move(paths, path, target, f"{path.name} was not renamed", shown)
    return target


def move_into(paths: Paths, path: Path, folder: Path, shown: Path | None = None) -> Path:
    """Move a text or folder into another folder; what is known of it follows.

    Args:
        paths: The folders of the writer.
        path: What.
        folder: Where to.
        shown: The text on the page; the window lets it be followed.

    Returns:
        Its path from now on.

    Raises:
        DocumentError: If it cannot be moved; it is where it was.
    """
    target = folder / path.name
    if target == path:
        return path
    if folder == path or folder.resolve().is_relative_to(path.resolve()):
        raise DocumentError(
            Sentence("{name} was not moved: a folder cannot be moved into itself.", name=path.name)
        )
    _move(paths, path, target, f"{path.name} was not moved", shown)
    return target


def outermost(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Without those that lie in another of them, in their order."""
    chosen = tuple(dict.fromkeys(paths))
    return tuple(p for p in chosen if not any(parent in chosen for parent in p.parents))


def _move(paths: Paths, path: Path, target: Path, what: str, shown: Path | None) -> None:
    try:
        known = known_below(paths, path, shown)
        move(path, target)
    except OSError as problem:
        raise DocumentError(_why_not(what, problem, target.parent, target.name)) from problem
    let_follow(paths, known, target)


def _entry(folder: Path, item: os.DirEntry[str], here: str) -> Entry | None:
    if item.name.startswith("."):
        return None
    try:
        is_folder = item.is_dir()
        if is_folder and item.is_symlink():
            there = os.path.realpath(item.path)
            if here == there or here.startswith(there.rstrip(os.sep) + os.sep):
                return None  # a loop
        if is_folder or (is_text_name(item.name) and item.is_file()):
            return Entry(folder / item.name, is_folder)
    except OSError:
        pass  # it went away meanwhile
    return None


def _parts(name: str) -> tuple[str, str]:
    """(stem, suffix) where only the ending of a text is a suffix: "Vol. 2" has none."""
    suffix = next((s for s in SUFFIXES if name.lower().endswith(s)), "")
    return name[: len(name) - len(suffix)], name[len(name) - len(suffix) :]


def _check(name: str) -> None:
    problem = problem_with_name(name)
    if problem:
        raise BadInputError(problem)


def _why_unreadable(folder: Path, problem: OSError) -> str:
    if isinstance(problem, (FileNotFoundError, NotADirectoryError)):
        return f"The folder {folder} is not there (any more). Open another, or connect its disk."
    if isinstance(problem, PermissionError):
        return f"You are not allowed to look into {folder}. Ask its owner, or open another folder."
    return f"The folder {folder} cannot be read ({problem.strerror or problem}). Check its disk."


def _why_not(what: str, problem: OSError, folder: Path, name: str = "") -> str:
    if isinstance(problem, FileExistsError):
        return f"{what}: there already is something called {name or 'so'} in {folder.name}. Choose another name."
    if isinstance(problem, FileNotFoundError):
        return f"{what}: it or its folder is not there any more. Nothing else was changed."
    if isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
        return f"{what}: you are not allowed to change this folder. Nothing was changed."
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{what}: the disk is full. Nothing was changed; free some space and try again."
    if problem.errno in (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ):
        return f"{what}: the system does not accept this name. Choose a shorter or simpler one."
    return f"{what} ({problem.strerror or problem}). Nothing was changed; try again."
