"""Imports a local Hugging Face directory (safetensors; never pickles)."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.clock import timestamp
from ownhand.core.errors import ImportRefusedError
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.models.importers.hf_family import HfFamily
from ownhand.models.importers.hf_gpt2 import GPT2
from ownhand.models.importers.hf_qwen2 import QWEN2
from ownhand.models.importers.hf_tokenizer import HfTokenizer
from ownhand.models.importers.source_tensor import Array, SourceTensor
from ownhand.models.layout import CONFIG_FILE, FAMILIES, weight_shapes, write_config
from ownhand.models.manifest import Manifest, Source, write_manifest
from ownhand.models.safetensors_source import INDEX_FILE, SINGLE_FILE, SafetensorsSource
from ownhand.models.weights_file import write_weights

_KINDS: dict[str, HfFamily] = {"gpt2": GPT2, "qwen2": QWEN2}  # by transformers' model_type
_CHUNK = 4 * 1024 * 1024
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt")
# What some versions of transformers saved beside the weights: the causal mask, the speeds of rotation.
_BUFFERS = re.compile(r"attn\.(bias|masked_bias|rotary_emb\.inv_freq)$")


class HfImporter:
    """Turns the files of a `transformers` model into a model directory."""

    @property
    def name(self) -> str:
        """What the kind is called."""
        return "Hugging Face directory"

    def sniff(self, source: str) -> bool:
        """Whether `source` is a directory with a `transformers` configuration of any model."""
        path = Path(source) / CONFIG_FILE
        try:
            config = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(config, dict) and "model_type" in config

    def needs_download(self, source: str) -> bool:  # noqa: ARG002 - the protocol has it
        """Never: the directory is here."""
        return False

    def convert(self, source: str, staging: Path, cancel: CancelToken) -> Iterator[Stage]:
        """Write the model into `staging`; looks at `cancel` between tensors and every 4 MB before them.

        Raises:
            ImportRefusedError: If it is not a model that KerasHub can hold; says why.
        """
        directory = Path(source).resolve()
        title = directory.name.replace("_", " ").strip() or "Model"
        yield from self.convert_directory(directory, title, staging, cancel)

    def convert_directory(
        self, directory: Path, title: str, staging: Path, cancel: CancelToken
    ) -> Iterator[Stage]:
        """Like `convert`, for a directory whose own name is not the model's."""
        document = json.loads((directory / CONFIG_FILE).read_text(encoding="utf-8"))
        family = family_of_document(document)
        config = family.config(document)
        if not any((directory / name).is_file() for name in (SINGLE_FILE, INDEX_FILE)):
            raise _no_safetensors(directory)
        source = SafetensorsSource(directory)
        shapes = weight_shapes(family.class_name, config)
        tensors = family.tensors(config, source.shapes)
        _refuse_unknown_tensors(source, tensors)
        yield Stage("Writing the tokeniser")
        tokenizer = HfTokenizer.read(
            directory, document, config["vocabulary_size"], plain_split=family.plain_split
        )
        tokenizer.write(staging)
        write_config(staging, family.class_name, config)
        digest = hashlib.sha256()
        yield from _hash(source.paths, digest.update, cancel)

        def weight(path: str) -> Array:
            tensor = tensors[path]
            return tensor.shaped(source.read(tensor.name))

        weights_sha256 = yield from write_weights(tensors, weight, staging, shapes, cancel)
        write_manifest(
            staging,
            Manifest(
                slug="",
                title=title,
                family=FAMILIES[family.class_name],
                parameters=sum(math.prod(shape) for shape in shapes.values()),
                context_tokens=family.context(document),
                licence="",
                bos_token_id=tokenizer.bos_token_id,
                add_bos=False,  # as transformers does
                stop_token_ids=tokenizer.stop_token_ids,
                chat_template=tokenizer.chat_template,
                source=Source(f"hf_{document['model_type']}", title, digest.hexdigest()),
                weights_sha256=weights_sha256,
                created=timestamp(),
            ),
        )


def family_of_document(document: Mapping[str, Any]) -> HfFamily:
    """How the model of a `transformers` configuration is kept.

    Raises:
        ImportRefusedError: If it is of a kind that Ownhand does not know.
    """
    kind = document.get("model_type")
    if kind not in _KINDS:
        raise ImportRefusedError(
            Sentence(
                "This directory holds a “{kind}” model; of Hugging Face directories Ownhand can use {list}. Look for a GGUF file of the model instead, if it is a llama.",
                kind=kind,
                list=", ".join(f"“{known}”" for known in _KINDS),
            )
        )
    return _KINDS[kind]


def _refuse_unknown_tensors(source: SafetensorsSource, tensors: Mapping[str, SourceTensor]) -> None:
    embedding = tensors["token_embedding/embeddings"].name
    for name in source.shapes.keys() - {tensor.name for tensor in tensors.values()}:
        if name == "lm_head.weight":
            if not np.array_equal(source.read(name), source.read(embedding)):
                raise ImportRefusedError(
                    "This model has an output layer of its own, which Ownhand cannot use. Choose another model."
                )
        elif not _BUFFERS.search(name):
            raise ImportRefusedError(
                Sentence(
                    "This model has a part ({name}) that Ownhand does not know. Choose another model.",
                    name=name,
                )
            )


def _no_safetensors(directory: Path) -> ImportRefusedError:
    pickles = [path.name for pattern in _PICKLES for path in directory.glob(pattern)]
    if pickles:
        return ImportRefusedError(
            Sentence(
                "{name} holds its weights as {pickles}, a format that can run programs when it is opened. Ownhand never opens it. Get the model with {single_file}, or convert it on a computer where that is safe.",
                name=directory.name,
                pickles=pickles[0],
                single_file=SINGLE_FILE,
            )
        )
    return ImportRefusedError(
        Sentence(
            "{name} holds no {single_file}. Get the model again, with all of its files.",
            name=directory.name,
            single_file=SINGLE_FILE,
        )
    )


def _hash(
    paths: tuple[Path, ...], update: Callable[[bytes], object], cancel: CancelToken
) -> Iterator[Stage]:
    total, done = sum(path.stat().st_size for path in paths), 0
    for path in paths:
        with open(path, "rb") as file:
            while chunk := file.read(_CHUNK):
                cancel.raise_if_cancelled()
                update(chunk)
                done += len(chunk)
                yield Stage("Checking the file", done, total)
