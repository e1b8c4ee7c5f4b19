"""Imports a local Hugging Face directory of a GPT-2 model (safetensors; never pickles)."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ownhand.core.cancel import CancelToken
from ownhand.core.clock import timestamp
from ownhand.core.errors import ImportRefusedError
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.models.importers.hf_tokenizer import HfTokenizer
from ownhand.models.layout import CONFIG_FILE, WEIGHTS_FILE, weight_shapes, write_config
from ownhand.models.manifest import Manifest, Source, write_manifest
from ownhand.models.safetensors_source import INDEX_FILE, SINGLE_FILE, SafetensorsSource
from ownhand.models.weights_file import WeightsWriter

Array = npt.NDArray[np.float32]

_CHUNK = 4 * 1024 * 1024
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt")
_BUFFERS = re.compile(r"h\.\d+\.attn\.(bias|masked_bias)")  # the causal mask, once saved as weights
_MUST_BE: dict[str, tuple[Any, tuple[Any, ...]]] = {
    # name: (what it is when not said, what KerasHub's GPT2Backbone computes)
    "activation_function": ("gelu_new", ("gelu_new", "gelu_pytorch_tanh")),
    "layer_norm_epsilon": (1e-5, (1e-5,)),
    "scale_attn_weights": (True, (True,)),
    "scale_attn_by_inverse_layer_idx": (False, (False,)),
    "add_cross_attention": (False, (False,)),
    "tie_word_embeddings": (True, (True,)),
}


class HfGpt2Importer:
    """Turns the files of `transformers`' GPT2LMHeadModel into a model directory."""

    @property
    def name(self) -> str:
        """What the kind is called."""
        return "Hugging Face GPT-2 directory"

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
            ImportRefusedError: If it is not a GPT-2 that KerasHub can hold; says why.
        """
        directory = Path(source).resolve()
        title = directory.name.replace("_", " ").strip() or "GPT-2"
        yield from self.convert_directory(directory, title, staging, cancel)

    def convert_directory(
        self, directory: Path, title: str, staging: Path, cancel: CancelToken
    ) -> Iterator[Stage]:
        """Like `convert`, for a directory whose own name is not the model's."""
        document = json.loads((directory / CONFIG_FILE).read_text(encoding="utf-8"))
        config = gpt2_config(document)
        if not any((directory / name).is_file() for name in (SINGLE_FILE, INDEX_FILE)):
            raise _no_safetensors(directory)
        tensors = SafetensorsSource(directory)
        prefix = "transformer." if "transformer.wte.weight" in tensors.shapes else ""
        _refuse_unknown_tensors(tensors, prefix, config)
        yield Stage("Writing the tokeniser")
        tokenizer = HfTokenizer.read(directory, document, config["vocabulary_size"])
        tokenizer.write(staging)
        write_config(staging, "GPT2Backbone", config)
        digest = hashlib.sha256()
        yield from _hash(tensors.paths, digest.update, cancel)
        shapes = weight_shapes("GPT2Backbone", config)
        with WeightsWriter(staging / WEIGHTS_FILE, shapes) as writer:
            for done, (path, shape) in enumerate(shapes.items()):
                cancel.raise_if_cancelled()
                yield Stage("Reading the weights", done, len(shapes))
                writer.write(path, _weight(tensors, prefix, path, shape))
        yield Stage("Reading the weights", len(shapes), len(shapes))
        write_manifest(
            staging,
            Manifest(
                slug="",
                title=title,
                family="gpt2",
                parameters=sum(math.prod(shape) for shape in shapes.values()),
                context_tokens=config["max_sequence_length"],
                licence="",
                bos_token_id=tokenizer.bos_token_id,
                add_bos=False,  # as transformers does
                stop_token_ids=tokenizer.stop_token_ids,
                chat_template=tokenizer.chat_template,
                source=Source("hf_gpt2", title, digest.hexdigest()),
                weights_sha256=writer.sha256,
                created=timestamp(),
            ),
        )


def gpt2_config(document: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments for `keras_hub.models.GPT2Backbone` from a `transformers` configuration.

    Raises:
        ImportRefusedError: If it is another model, or a GPT-2 with parts that backbone lacks.
    """
    kind = document.get("model_type")
    if kind != "gpt2":
        raise ImportRefusedError(
            Sentence(
                "This directory holds a “{kind}” model; of Hugging Face directories Ownhand can use “gpt2”. Look for a GGUF file of the model instead, if it is a llama.",
                kind=kind,
            )
        )
    wrong = [
        f"{name} = {document.get(name, default)}"
        for name, (default, fine) in _MUST_BE.items()
        if document.get(name, default) not in fine
    ]
    if wrong:
        raise ImportRefusedError(
            Sentence(
                "This GPT-2 differs from the usual one ({list}), which Ownhand cannot use. Choose another model.",
                list=", ".join(wrong),
            )
        )
    try:
        width = int(document.get("n_embd", 768))
        return {
            "vocabulary_size": int(document["vocab_size"]),
            "num_layers": int(document.get("n_layer", 12)),
            "num_heads": int(document.get("n_head", 12)),
            "hidden_dim": width,
            "intermediate_dim": int(document.get("n_inner") or 4 * width),
            "dropout": float(document.get("resid_pdrop", 0.1)),
            "max_sequence_length": int(document.get("n_positions", 1024)),
        }
    except (KeyError, TypeError, ValueError) as problem:
        raise ImportRefusedError(
            Sentence(
                "The model's {config_file} is damaged ({problem}). Get the model again.",
                config_file=CONFIG_FILE,
                problem=problem,
            )
        ) from problem


def _source(path: str) -> tuple[str, int | None]:
    """The tensor behind a KerasHub variable path, and which third of it (of q, k and v)."""
    fixed = {
        "token_embedding/embeddings": "wte.weight",
        "position_embedding/embeddings": "wpe.weight",
        "layer_norm/gamma": "ln_f.weight",
        "layer_norm/beta": "ln_f.bias",
    }
    if path in fixed:
        return fixed[path], None
    layer, part, *rest = path.split("/")
    block = f"h.{layer.removeprefix('transformer_layer_')}"
    if part == "self_attention":
        what = "weight" if rest[1] == "kernel" else "bias"
        if rest[0] == "attention_output":
            return f"{block}.attn.c_proj.{what}", None
        return f"{block}.attn.c_attn.{what}", ("query", "key", "value").index(rest[0])
    module = {
        "self_attention_layer_norm": "ln_1",
        "feedforward_layer_norm": "ln_2",
        "feedforward_intermediate_dense": "mlp.c_fc",
        "feedforward_output_dense": "mlp.c_proj",
    }[part]
    return f"{block}.{module}.{'weight' if rest[0] in ('kernel', 'gamma') else 'bias'}", None


def _weight(tensors: SafetensorsSource, prefix: str, path: str, shape: tuple[int, ...]) -> Array:
    """A weight in KerasHub's shape. GPT-2's Conv1D keeps kernels as `[inputs, outputs]`, as Keras does."""
    name, third = _source(path)
    values = tensors.read(prefix + name)
    if third is not None:
        if values.shape[-1] % 3:
            raise ImportRefusedError(
                Sentence(
                    "The weight {name} has a shape that does not fit. Get it again.", name=name
                )
            )
        values = np.split(values, 3, axis=-1)[third]
    if values.size != math.prod(shape):
        raise ImportRefusedError(
            Sentence(
                "The weight {name} has a shape that does not fit the model's {config_file}. Get the model again, with all of its files.",
                name=name,
                config_file=CONFIG_FILE,
            )
        )
    return values.reshape(shape)


def _refuse_unknown_tensors(
    tensors: SafetensorsSource, prefix: str, config: Mapping[str, Any]
) -> None:
    expected = {prefix + _source(path)[0] for path in weight_shapes("GPT2Backbone", config)}
    for name in tensors.shapes.keys() - expected:
        if name == "lm_head.weight":
            embedding = f"{prefix}wte.weight"
            if not np.array_equal(tensors.read(name), tensors.read(embedding)):
                raise ImportRefusedError(
                    "This GPT-2 has an output layer of its own, which Ownhand cannot use. Choose another model."
                )
        elif not _BUFFERS.fullmatch(name.removeprefix(prefix)):
            raise ImportRefusedError(
                Sentence(
                    "This GPT-2 has a part ({name}) that Ownhand does not know. Choose another model.",
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
