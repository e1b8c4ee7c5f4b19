"""The models on this machine: one directory each, whole or not there."""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import ModelImporter
from ownhand.core.errors import ImportRefusedError, ModelError
from ownhand.core.messages import ModelInfo, Stage
from ownhand.core.words import Sentence, why
from ownhand.models.adapter import (
    ADAPTER_FILE,
    check_adapter,
    manifests,
    stands_on,
    whole_model_of,
)
from ownhand.models.importers import IMPORTERS
from ownhand.models.layout import (
    FAMILIES,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    read_config,
    weight_shapes,
)
from ownhand.models.manifest import (
    MANIFEST_FILE,
    Manifest,
    is_slug,
    read_manifest,
    write_manifest,
)
from ownhand.models.starter_record import starter_record
from ownhand.models.store_lock import store_lock
from ownhand.models.weights_file import check_weights

log = logging.getLogger(__name__)

_LEFTOVER = re.compile(r"\.(?P<slug>.+)\.[0-9a-f]{8}\.(?P<kind>staging|old|incoming|removed)")


class DirectoryStore:
    """Keeps models in one directory each below `root`. Safe to use from any thread.

    Names that begin with "." are work in progress or leftovers, and are never listed.
    """

    def __init__(self, root: Path, importers: tuple[ModelImporter, ...] = IMPORTERS) -> None:
        self._root = root
        self._importers = importers

    def list(self) -> tuple[ModelInfo, ...]:
        """All complete models, by title; damaged directories are left out and logged."""
        found = []
        entries = sorted(self._root.iterdir()) if self._root.is_dir() else []
        for directory in entries:
            if is_slug(directory.name) and directory.is_dir():
                try:
                    found.append(self.open(directory.name))
                except ModelError as problem:
                    log.warning("%s", problem)
        return tuple(sorted(found, key=lambda info: (info.title.casefold(), info.slug)))

    def open(self, slug: str) -> ModelInfo:
        """One model by its slug.

        Raises:
            ModelError: If there is none of that name or it is damaged.
        """
        directory = self._directory(slug)
        try:
            manifest = _checked(directory)
            size = sum(file.stat().st_size for file in directory.iterdir() if file.is_file())
        except OSError as problem:
            raise ModelError(
                Sentence(
                    "The model “{slug}” cannot be read ({reason}). Remove it and add it again.",
                    slug=slug,
                    reason=why(problem),
                )
            ) from problem
        return ModelInfo(
            slug=slug,
            title=manifest.title,
            family=manifest.family,
            parameters=manifest.parameters,
            context_tokens=manifest.context_tokens,
            licence=manifest.licence,
            directory=directory,
            size_bytes=size,
            base=self._base_of(directory, manifest),
            chats=manifest.chat_template is not None,
        )

    def manifest(self, slug: str) -> Manifest:
        """The manifest of one model. Raises `ModelError` as `open` does."""
        return read_manifest(self._directory(slug))

    def find_source(self, sha256: str) -> ModelInfo | None:
        """The model that was made from the file with this digest, if it is here and whole."""
        for info in self.list():
            if self.manifest(info.slug).source.sha256 == sha256:
                return info
        return None

    def remove(self, slug: str) -> None:
        """Delete a model from the disk.

        Raises:
            ModelError: If there is none of that name, others stand on it, or it cannot be deleted.
        """
        directory = self._directory(slug)
        hidden = directory.with_name(f".{slug}.{secrets.token_hex(4)}.removed")
        try:
            with store_lock(self._root):
                others = self._standing_on(slug)
                if others:
                    one = Sentence("The model “{slug}” is needed by {others}, trained from it. Remove that first; nothing was changed.", slug=slug, others=in_words(others))  # fmt: skip
                    some = Sentence("The model “{slug}” is needed by {others}, trained from it. Remove those first; nothing was changed.", slug=slug, others=in_words(others))  # fmt: skip
                    raise ModelError(one if len(others) == 1 else some)
                os.replace(directory, hidden)
                shutil.rmtree(hidden, ignore_errors=True)
        except OSError as problem:
            raise ModelError(
                Sentence(
                    "The model “{slug}” cannot be deleted ({reason}). Close what uses it and try again; nothing was changed.",
                    slug=slug,
                    reason=why(problem),
                )
            ) from problem

    def add(
        self,
        source: str,
        cancel: CancelToken,
        *,
        slug: str | None = None,
        title: str | None = None,
        licence: str | None = None,
        allow_download: bool = False,
    ) -> Iterator[Stage | ModelInfo]:
        """Import a model; the last event is its `ModelInfo`. Stopped anywhere, it leaves nothing.

        Args:
            source: Path of a file or directory, or a handle that an importer knows.
            cancel: Looked at between tensors.
            slug: Directory name; made from the title if not given.
            title: Name for people instead of the one in the source.
            licence: SPDX identifier instead of the one in the source.
            allow_download: Whether a handle may be fetched from the network.

        Raises:
            ImportRefusedError: If the source cannot be used; says why.
            ModelError: If the disk is full or the store cannot be written.
            Cancelled: If `cancel` was set.
        """
        importer = self._importer(source)
        if slug is not None and not is_slug(slug):
            raise ImportRefusedError(
                Sentence(
                    "“{slug}” cannot be the name of a model. Use small letters, digits, dots and hyphens.",
                    slug=slug,
                )
            )
        if importer.needs_download(source) and not allow_download:
            raise ImportRefusedError(
                Sentence(
                    "“{source}” is not on this machine and would have to be downloaded. Allow the download, or give the path of a file or directory.",
                    source=source,
                )
            )
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            with store_lock(self._root):
                self._clean_up()
                yield from self._add(importer, source, cancel, slug, title, licence)
        except OSError as problem:
            raise ModelError(
                Sentence(
                    "The model could not be added: {reason} ({value}). Nothing was changed.",
                    reason=why(problem),
                    value=problem.filename or self._root,
                )
            ) from problem

    def _add(
        self,
        importer: ModelImporter,
        source: str,
        cancel: CancelToken,
        slug: str | None,
        title: str | None,
        licence: str | None,
    ) -> Iterator[Stage | ModelInfo]:
        incoming = self._root / f".model.{secrets.token_hex(4)}.incoming"
        incoming.mkdir()
        try:
            yield from importer.convert(source, incoming, cancel)
            cancel.raise_if_cancelled()
            manifest = read_manifest(incoming)
            known = starter_record()
            if manifest.source.sha256 == known.model_sha256:  # the starter model, added by hand
                title, licence = title or known.title, licence or known.licence
            manifest = dataclasses.replace(
                manifest, title=title or manifest.title, licence=licence or manifest.licence
            )
            manifest = dataclasses.replace(manifest, slug=self._free_slug(manifest, slug))
            yield Stage("Putting the model into place")
            with atomic.staged_directory(self._root / manifest.slug) as staging:
                (incoming / MANIFEST_FILE).unlink()
                for file in incoming.iterdir():
                    os.replace(file, staging / file.name)
                write_manifest(staging, manifest)
                _checked(staging)
        finally:
            shutil.rmtree(incoming, ignore_errors=True)
        yield self.open(manifest.slug)

    def _importer(self, source: str) -> ModelImporter:
        try:
            for importer in self._importers:
                if importer.sniff(source):
                    return importer
        except OSError as problem:  # a name that is too long, a folder that may not be entered
            raise ImportRefusedError(
                Sentence(
                    "“{source}” cannot be read ({reason}). Check the path and try again.",
                    source=source[:80],
                    reason=why(problem),
                )
            ) from problem
        kinds = ", ".join(importer.name for importer in self._importers)
        if not Path(source).exists():
            raise ImportRefusedError(
                Sentence(
                    "There is no file or directory “{source}”. Check the path and try again.",
                    source=source,
                )
            )
        raise ImportRefusedError(
            Sentence(
                "Ownhand does not know what kind of model “{name}” is. It can add: {kinds}.",
                name=Path(source).name,
                kinds=kinds,
            )
        )

    def _free_slug(self, manifest: Manifest, wish: str | None) -> str:
        """A name that is free, or of a model from the same file, which is then replaced; not if that
        would take the weights away from under an adapter."""
        base = wish or slug_from_title(manifest.title)
        names = [base] if wish else [base, *(f"{base}-{number}" for number in range(2, 1000))]
        for name in names:
            if not (self._root / name).exists():
                return name
            with contextlib.suppress(ModelError):
                here = self.manifest(name)
                same_file = here.source.sha256 and here.source.sha256 == manifest.source.sha256
                same_weights = here.weights_sha256 == manifest.weights_sha256
                if same_file and (same_weights or not self._standing_on(name)):
                    return name
        raise ImportRefusedError(
            Sentence(
                "There is already a model “{base}”. Remove it first, or choose another name.",
                base=base,
            )
        )

    def _base_of(self, directory: Path, manifest: Manifest) -> str:
        if manifest.adapter is None:
            return ""
        with contextlib.suppress(ModelError):  # told when the model is loaded
            return whole_model_of(directory).name
        return manifest.adapter.base

    def _standing_on(self, slug: str) -> tuple[str, ...]:
        """Titles of the models that could not be used without this one."""
        try:
            base = self.manifest(slug)
        except ModelError:  # damaged: nothing can stand on it any more
            return ()
        others = [manifest for path, manifest in manifests(self._root) if path.name != slug]
        if any(other.weights_sha256 == base.weights_sha256 for other in others):
            return ()
        return tuple(sorted(other.title for other in others if stands_on(other, base)))

    def _directory(self, slug: str) -> Path:
        directory = self._root / slug
        if not is_slug(slug) or not directory.is_dir():
            raise ModelError(
                Sentence(
                    "There is no model “{slug}” on this machine. Look at the list of models for the right name, or add it.",
                    slug=slug,
                )
            )
        return directory

    def _clean_up(self) -> None:
        """Delete what an interrupted add or remove left behind; the lock is held."""
        for path in list(self._root.iterdir()):
            match = _LEFTOVER.fullmatch(path.name)
            if match is None:
                continue
            final = self._root / match["slug"]
            if match["kind"] == "old" and not final.exists():
                os.replace(path, final)  # stopped between the two renames of a replacement
            else:
                shutil.rmtree(path, ignore_errors=True)


def slug_from_title(title: str) -> str:
    """A directory name made from a title, for example "smollm2-135m-instruct"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9.]+|\.{2,}", "-", plain).strip("-.")[:60].strip("-.")
    if is_slug(slug):
        return slug
    return f"model-{slug}" if is_slug(f"model-{slug}") else "model"


def in_words(titles: Sequence[str]) -> str:
    """Titles in a sentence: “A”, “B” and “C”."""
    quoted = [f"“{title}”" for title in titles]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)


def _checked(directory: Path) -> Manifest:
    """The manifest of a directory in which everything is there and whole.

    Raises:
        ModelError: If not; says what to do.
    """
    manifest = read_manifest(directory)
    class_name, config = read_config(directory)
    try:
        if FAMILIES[class_name] != manifest.family:
            raise ModelError("Its configuration belongs to another family.")
        shapes = weight_shapes(class_name, config)
        if manifest.adapter is None:
            check_weights(directory / WEIGHTS_FILE, shapes)
        else:
            check_adapter(directory / ADAPTER_FILE, shapes)
        if not (directory / TOKENIZER_FILE).is_file():
            raise ModelError(
                Sentence("The file {tokenizer_file} is missing.", tokenizer_file=TOKENIZER_FILE)
            )
    except ModelError as problem:
        raise ModelError(
            f"The model “{manifest.title}” is damaged. {problem} Remove it and {'add' if manifest.adapter is None else 'train'} it again."
        ) from problem
    return manifest
