"""Imports KerasHub presets: a local directory, or a handle whose files KerasHub downloads itself."""

from __future__ import annotations

import hashlib
import json
import logging
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.clock import timestamp
from ownhand.core.errors import ImportRefusedError
from ownhand.core.messages import Stage
from ownhand.core.quiet import quiet_stderr
from ownhand.core.words import Sentence
from ownhand.models.importers.hf_directory import HfImporter, family_of_document
from ownhand.models.importers.keras_tokenizer import KerasTokenizer
from ownhand.models.importers.preset_files import (
    SHARDED_WEIGHTS,
    SINGLE_WEIGHTS,
    DownloadedPreset,
    LocalPreset,
    PresetFiles,
)
from ownhand.models.layout import (
    CONFIG_FILE,
    FAMILIES,
    weight_shapes,
    write_config,
)
from ownhand.models.manifest import Manifest, Source, write_manifest
from ownhand.models.weights_file import write_weights

log = logging.getLogger(__name__)

_HANDLE = re.compile(r"(?:kaggle|hf|modelscope)://[\w.\-/]+|[a-z][a-z0-9.]*(?:_[a-z0-9.]+)+")
_CLASSES = {
    "GPT2Backbone": "GPT2Backbone",
    "LlamaBackbone": "LlamaBackbone",
    "Llama3Backbone": "LlamaBackbone",  # a subclass that adds nothing
    "QwenBackbone": "QwenBackbone",
}
_IGNORED = {"name", "trainable", "dtype"}
_FLOATS = {"float32", "float16", "bfloat16", "mixed_float16", "mixed_bfloat16"}
_LLAMA_NEEDED = ("vocabulary_size", "num_layers", "num_query_heads", "num_key_value_heads", "hidden_dim", "intermediate_dim")  # fmt: skip
_GPT2_NEEDED = ("vocabulary_size", "num_layers", "num_heads", "hidden_dim", "intermediate_dim", "max_sequence_length")  # fmt: skip
_LLAMA_DEFAULTS: dict[str, Any] = {
    "rope_max_wavelength": 10000,
    "rope_position_scaling_factor": 1.0,
    "rope_frequency_adjustment_factor": None,
    "rope_low_freq_factor": None,
    "rope_high_freq_factor": None,
    "rope_pretraining_sequence_length": None,
    "layer_norm_epsilon": 1e-6,
    "dropout": 0,
}
_QWEN_DEFAULTS: dict[str, Any] = {
    "rope_max_wavelength": 10000,
    "rope_scaling_factor": 1.0,
    "layer_norm_epsilon": 1e-6,
    "dropout": 0,
}
_ARGUMENTS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    # class: (what has to be said, what else there is and its defaults in KerasHub)
    "GPT2Backbone": (_GPT2_NEEDED, {"dropout": 0.1}),
    "LlamaBackbone": (_LLAMA_NEEDED, _LLAMA_DEFAULTS),
    "QwenBackbone": (_LLAMA_NEEDED, _QWEN_DEFAULTS),
}
# A KerasHub preset does not say; Llama 3 and Qwen 2.5 were trained on these lengths.
_CONTEXTS = {"LlamaBackbone": 8192, "QwenBackbone": 32768}


class KerasPresetImporter:
    """Turns a KerasHub preset into a model directory. Keras itself reads the weights."""

    @property
    def name(self) -> str:
        """What the kind is called."""
        return "KerasHub preset"

    def sniff(self, source: str) -> bool:
        """Whether `source` is a preset directory, or looks like a handle and is no path."""
        path = Path(source)
        if path.exists():
            return (path / CONFIG_FILE).is_file() and (path / "metadata.json").is_file()
        return _HANDLE.fullmatch(source) is not None

    def needs_download(self, source: str) -> bool:
        """Whether `source` is a handle."""
        return not Path(source).exists()

    def convert(self, source: str, staging: Path, cancel: CancelToken) -> Iterator[Stage]:
        """Write the model into `staging`; looks at `cancel` between files and tensors.

        Raises:
            ImportRefusedError: If it is not a GPT-2, Llama or Qwen model in float numbers; says why.
            DownloadError: If KerasHub could not fetch a file.
        """
        files: PresetFiles
        if self.needs_download(source):
            yield Stage("Starting KerasHub")
            files = DownloadedPreset(source)
        else:
            files = LocalPreset(Path(source).resolve())
        yield Stage("Reading the description of the model")
        document = files.json(CONFIG_FILE)
        if "model_type" in document:  # a handle of a Hugging Face repository
            yield from _convert_hf(files, document, staging, cancel)
        else:
            yield from _convert_keras(files, document, staging, cancel)


def _convert_hf(
    files: PresetFiles, document: dict[str, Any], staging: Path, cancel: CancelToken
) -> Iterator[Stage]:
    family = family_of_document(document)
    family.config(document)  # refuses before the large download
    for name in (*family.tokenizer_files, "model.safetensors"):
        cancel.raise_if_cancelled()
        yield Stage(Sentence("Fetching {name}", name=name))
        path = files.path(name)
    yield from HfImporter().convert_directory(path.parent, files.title, staging, cancel)


def _convert_keras(
    files: PresetFiles, document: dict[str, Any], staging: Path, cancel: CancelToken
) -> Iterator[Stage]:
    class_name, config = _backbone_config(document)
    yield Stage("Writing the tokeniser")
    tokenizer = KerasTokenizer.read(files, config["vocabulary_size"])
    tokenizer.write(staging)
    cancel.raise_if_cancelled()
    yield Stage("Fetching the weights")
    weights = files.weights()
    cancel.raise_if_cancelled()
    if class_name != "GPT2Backbone":
        config["tie_word_embeddings"] = not _has_output_embedding(weights)
    yield Stage("Opening the weights with KerasHub")
    backbone = _load(class_name, config, weights)
    write_config(staging, class_name, config)
    shapes = weight_shapes(class_name, config)
    variables = {variable.path: variable for variable in backbone.weights}
    weights_sha256 = yield from write_weights(
        shapes, lambda path: np.asarray(variables[path], np.float32), staging, shapes, cancel
    )
    write_manifest(
        staging,
        Manifest(
            slug="",
            title=files.title,
            family=FAMILIES[class_name],
            parameters=sum(math.prod(shape) for shape in shapes.values()),
            context_tokens=int(config.get("max_sequence_length") or _CONTEXTS[class_name]),
            licence="",
            bos_token_id=tokenizer.bos_token_id,
            add_bos=tokenizer.add_bos,
            stop_token_ids=tokenizer.stop_token_ids,
            chat_template=None,
            source=Source("keras_preset", files.title, _digest(weights, cancel)),
            weights_sha256=weights_sha256,
            created=timestamp(),
        ),
    )


def _backbone_config(document: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Class and constructor arguments; only known classes and plain values get through.

    Nothing is deserialised by Keras, so a preset cannot bring code (a Lambda, say) with it.
    """
    found, values = document.get("class_name"), document.get("config")
    if found not in _CLASSES or not isinstance(values, dict):
        raise ImportRefusedError(
            Sentence(
                "This preset holds a “{found}”; Ownhand can use {list}. Choose another model.",
                found=found,
                list=", ".join(_CLASSES),
            )
        )
    dtype = values.get("dtype", "float32")
    if isinstance(dtype, dict):
        inner = dtype.get("config")
        dtype = inner.get("name") if isinstance(inner, dict) else None
    if dtype not in _FLOATS:
        raise ImportRefusedError(
            "This preset is quantised, which Ownhand cannot read. Choose the same model without “int8” or the like in its name."
        )
    class_name = _CLASSES[found]
    given = {name: value for name, value in values.items() if name not in _IGNORED}
    needed, defaults = _ARGUMENTS[class_name]
    config = defaults | given
    known = {*needed, *defaults}
    config.pop("tie_word_embeddings", None)  # what the weights say counts
    problems = []
    if config.pop("use_sliding_window_attention", False):
        problems.append("a window slides along the text (use_sliding_window_attention)")
    config.pop("sliding_window_size", None)  # without that it means nothing
    problems += [f"{name} is unknown" for name in sorted(config.keys() - known)]
    problems += [
        f"{name} is missing"
        for name in needed
        if type(config.get(name)) is not int or config[name] <= 0
    ]
    problems += [
        f"{name} is no number"
        for name, value in config.items()
        if isinstance(value, bool) or not isinstance(value, int | float | None)
    ]
    # KerasHub's Llama takes this factor but does not apply it.
    problems += [
        f"its positions are stretched ({name})"
        for name in ("rope_position_scaling_factor", "rope_scaling_factor")
        if config.get(name, 1.0) != 1.0
    ]
    if problems:
        raise ImportRefusedError(
            Sentence(
                "Ownhand cannot use this preset: {list}. Choose another model.",
                list="; ".join(problems),
            )
        )
    return class_name, config


def _has_output_embedding(weights: Path) -> bool:
    """Whether a Llama's or Qwen's weights hold an output embedding of its own.

    KerasHub does not write into a Llama's config.json whether it is tied, so the weights have to tell.
    """
    if weights.name == SHARDED_WEIGHTS:
        names = json.loads(weights.read_text(encoding="utf-8")).get("weight_map", {})
        return any(re.search(r"reversible_embedding/vars/1$", name) for name in names)
    import h5py

    try:
        with h5py.File(weights) as file:
            return "1" in file["layers/reversible_embedding/vars"]
    except (OSError, KeyError) as problem:
        raise ImportRefusedError(
            Sentence(
                "{name} is damaged or not whole ({problem}). Get the preset again.",
                name=weights.name,
                problem=problem,
            )
        ) from problem


def _load(class_name: str, config: dict[str, Any], weights: Path) -> Any:
    with quiet_stderr():
        import keras_hub

    try:
        backbone = getattr(keras_hub.models, class_name)(dtype="float32", **config)
        backbone.load_weights(str(weights))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        log.info("KerasHub could not read %s: %s", weights, problem)
        raise ImportRefusedError(
            Sentence(
                "KerasHub cannot read {name}: it is damaged, not whole, or of another model. Get the preset again.",
                name=weights.name,
            )
        ) from problem
    return backbone


def _digest(weights: Path, cancel: CancelToken) -> str:
    if weights.name != SINGLE_WEIGHTS:
        return ""
    digest = hashlib.sha256()
    with open(weights, "rb") as file:
        while chunk := file.read(4 * 1024 * 1024):
            cancel.raise_if_cancelled()
            digest.update(chunk)
    return digest.hexdigest()
