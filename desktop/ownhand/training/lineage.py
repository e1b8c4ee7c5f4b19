"""Where a trained model comes from: written beside its weights, and asked which models saw a file."""

from __future__ import annotations

import hashlib
import importlib.metadata
import itertools
import json
import logging
import platform
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from ownhand.core.errors import BadInputError, ModelError
from ownhand.core.messages import ModelInfo
from ownhand.core.words import Sentence
from ownhand.corpus.reading import file_digest
from ownhand.models.manifest import read_manifest
from ownhand.models.store import DirectoryStore
from ownhand.training.spec import TrainingSpec

log = logging.getLogger(__name__)

LINEAGE_FILE = "lineage.json"
SCHEMA = 1

_PACKAGES = ("ownhand", "keras", "tensorflow", "jax", "torch", "numpy")

Recognised = Literal["content", "path", "both"]


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file that a model was trained on.

    Attributes:
        path: Where it was then.
        sha256: Of its bytes then.
    """

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a trained model comes from.

    Attributes:
        run: Name of the run.
        steps: Steps taken.
        base: Slug of the model it started from, or "" for one made from scratch.
        base_title: Its name.
        base_sha256: Digest of its weights.
        before: Lineage of that model if it was trained here too, kept even when it is removed.
        spec: What was trained and how.
        files: What it was trained on, its held-out part included.
        versions: Of Python and the packages that made it.
    """

    run: str
    steps: int
    base: str
    base_title: str
    base_sha256: str
    before: Lineage | None
    spec: TrainingSpec
    files: tuple[FileSeen, ...]
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A model that saw a file.

    Attributes:
        model: Which.
        file: The file as it was then.
        recognised: By its content (it may have been moved since), by its path (it may have been
            changed since), or by both.
        through: Title of the model before it that saw the file, or "" if it saw the file itself.
    """

    model: ModelInfo
    file: FileSeen
    recognised: Recognised
    through: str


def lineage_of_run(
    spec: TrainingSpec, base: Path, run: str, steps: int, about: Mapping[str, Any]
) -> dict[str, Any]:
    """What is written beside the weights of a model that was trained.

    Args:
        spec: What was trained and how.
        base: Directory of the model it started from.
        run: Name of the run.
        steps: Steps taken.
        about: What the packed corpus tells of itself.
    """
    manifest = read_manifest(base)
    scratch = spec.method == "scratch"
    return {
        "schema": SCHEMA,
        "run": run,
        "steps": steps,
        "base": {
            "slug": "" if scratch else manifest.slug,
            "title": "" if scratch else manifest.title,
            "weights_sha256": manifest.weights_sha256,
            "lineage": None if scratch else _document(base) or None,
        },
        "spec": asdict(spec),
        "data": dict(about),
        "versions": _versions(),
    }


def read_lineage(directory: Path) -> Lineage | None:
    """Where a model comes from; None if it was not trained here.

    Raises:
        ModelError: If what is written beside it cannot be understood.
    """
    document = _document(directory)
    if document is None:
        return None
    try:
        return _lineage(document)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ModelError(
            Sentence(
                "Where the model in “{name}” comes from cannot be read: its {lineage_file} is damaged. The model itself can be used.",
                name=directory.name,
                lineage_file=LINEAGE_FILE,
            )
        ) from problem


def models_that_saw(store: DirectoryStore, seen: Path | str) -> tuple[Sighting, ...]:
    """The models that were trained on a file, or that come from one that was.

    Args:
        store: The models on this machine.
        seen: The file, which may be gone by now; or its text.

    Returns:
        By title of the model; one entry each.
    """
    path = Path(seen).absolute() if isinstance(seen, Path) else None
    digest = _digest(seen)
    found = []
    for info in store.list():
        try:
            lineage = read_lineage(info.directory)
        except ModelError as problem:
            log.warning("%s", problem)
            continue
        through = ""
        while lineage is not None:
            files = _matches(lineage, path, digest)
            if files:
                found.append(Sighting(info, files[0], _how(files[0], path, digest), through))
                break
            through, lineage = lineage.base_title, lineage.before
    return tuple(found)


def spec_like(store: DirectoryStore, slug: str) -> TrainingSpec:
    """The spec of a model, ready to be planned and carried out anew from the same beginning.

    Raises:
        BadInputError: If the model was not trained here.
        ModelError: If there is no such model, or what it started from is gone.
    """
    lineage = _lineage_of(store, slug)
    return replace(
        lineage.spec,
        name=_free_title(store, lineage.spec.name),
        model=_base_in(store, lineage),
        base="",
        data="",
    )


def spec_without(store: DirectoryStore, slug: str, files: Sequence[Path]) -> TrainingSpec:
    """The spec that trains a model again, without some of its files.

    Raises:
        BadInputError: If it did not see one of them, or a model it comes from saw one; says what to do.
        ModelError: If there is no such model, or what it started from is gone.
    """
    title, lineage = store.open(slug).title, _lineage_of(store, slug)
    left_out = list(lineage.spec.without)
    for file in files:
        path, digest = file.absolute(), _digest(file)
        seen = _matches(lineage, path, digest)
        before = lineage.before
        while before is not None:
            if _matches(before, path, digest):
                raise BadInputError(
                    Sentence(
                        "“{title}” was trained from “{base_title}”, which has seen {name} as well. Train “{base_title}” again without it first, then go on from the new one.",
                        title=title,
                        base_title=lineage.base_title,
                        name=file.name,
                    )
                )
            before = before.before
        if not seen:
            raise BadInputError(
                Sentence(
                    "“{title}” has not seen {name}. “ownhand models show {slug}” lists what it was trained on.",
                    title=title,
                    name=file.name,
                    slug=slug,
                )
            )
        copies = {item.sha256 for item in seen}
        left_out += [str(item.path) for item in lineage.files if item.sha256 in copies]
        left_out.append(str(path))  # it may have been moved since
    return replace(spec_like(store, slug), without=tuple(dict.fromkeys(left_out)))


def spec_continuing(
    store: DirectoryStore,
    slug: str,
    *,
    epochs: float = 0.0,
    minutes: float = 0.0,
    folders: Sequence[Path] = (),
) -> TrainingSpec:
    """The spec that trains a model further, from where it is.

    Args:
        store: The models on this machine.
        slug: The model; it stays as it is, and another one comes out.
        epochs: Times to go through the texts; 0 leaves it to the minutes.
        minutes: About how long; 0 keeps what the first run was given.
        folders: Texts beside those it was trained on.

    Raises:
        BadInputError: If the model was not trained here.
        ModelError: If there is no such model.
    """
    spec = _lineage_of(store, slug).spec
    more = [str(folder.absolute()) for folder in folders]
    scratch = spec.method == "scratch"
    return replace(
        spec,
        name=_free_title(store, spec.name),
        model=slug,
        base="",
        data="",
        method="full" if scratch else spec.method,  # with the tokeniser it has
        recipe="" if scratch else spec.recipe,
        folders=tuple(dict.fromkeys([*spec.folders, *more])),
        epochs=epochs,
        minutes=minutes or (0.0 if epochs else spec.minutes),
        steps=0,
        warmup=-1,
        score_every=0,
        sample_every=0,
    )


def _matches(lineage: Lineage, path: Path | None, digest: str) -> list[FileSeen]:
    """The files of one training that are a file, those of the same content first."""
    same = [file for file in lineage.files if digest and file.sha256 == digest]
    return same + [file for file in lineage.files if file not in same and _is_at(file, path)]


def _how(file: FileSeen, path: Path | None, digest: str) -> Recognised:
    if file.sha256 != digest:
        return "path"
    return "both" if _is_at(file, path) else "content"


def _is_at(file: FileSeen, path: Path | None) -> bool:
    """Whether a path leads to where the file was, by whatever name."""
    return path is not None and (file.path == path or file.path.resolve() == path.resolve())


def _lineage_of(store: DirectoryStore, slug: str) -> Lineage:
    info = store.open(slug)
    lineage = read_lineage(info.directory)
    if lineage is None:
        raise BadInputError(
            Sentence(
                "“{title}” was not trained here. Choose a model that was; “ownhand models list” shows all.",
                title=info.title,
            )
        )
    return lineage


def _base_in(store: DirectoryStore, lineage: Lineage) -> str:
    """Slug that the model a run started from has now."""
    if lineage.spec.method == "scratch":
        return ""
    slugs = [info.slug for info in store.list()]
    slugs.sort(key=lambda slug: slug != lineage.base)
    for slug in slugs:
        if store.manifest(slug).weights_sha256 == lineage.base_sha256:
            return slug
    raise ModelError(
        Sentence(
            "The training started from “{value}”, which is not on this machine any more. Add that model again, or start a new training from another one.",
            value=lineage.base_title or lineage.base,
        )
    )


def _free_title(store: DirectoryStore, title: str) -> str:
    """A name that no model has yet: "My writing 2" beside "My writing"."""
    taken = {info.title for info in store.list()}
    stem = re.sub(r" \d{1,2}$", "", title)
    names = itertools.chain([title], (f"{stem} {number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)


def _digest(seen: Path | str) -> str:
    if isinstance(seen, str):
        return hashlib.sha256(seen.encode("utf-8")).hexdigest()
    with suppress(OSError):
        return file_digest(seen)
    return ""


def _document(directory: Path) -> dict[str, Any] | None:
    """lineage.json as it stands; None if there is none or it is not readable at all."""
    try:
        document = json.loads((directory / LINEAGE_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as problem:
        log.warning("%s of %s cannot be read: %s", LINEAGE_FILE, directory.name, problem)
        return {}
    return document if isinstance(document, dict) else {}


def _lineage(document: Mapping[str, Any]) -> Lineage:
    base = document["base"]
    before = base.get("lineage")
    known = {item.name for item in fields(TrainingSpec)}
    spec = {name: value for name, value in document["spec"].items() if name in known}
    spec = {name: tuple(v) if isinstance(v, list) else v for name, v in spec.items()}
    return Lineage(
        run=document["run"],
        steps=document["steps"],
        base=base["slug"],
        base_title=base["title"],
        base_sha256=base["weights_sha256"],
        before=None if before is None else _lineage(before),
        spec=TrainingSpec(**spec),
        files=tuple(
            FileSeen(Path(file["path"]), file["sha256"]) for file in document["data"]["files"]
        ),
        versions=dict(document["versions"]),
    )


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        with suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found
