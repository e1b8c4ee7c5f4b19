"""Which weights a model directory holds: names and shapes, worked out from config.json alone.

`model.safetensors` keeps every weight under the path that KerasHub gives the variable, in the shape
KerasHub gives it, so that filling a backbone is one lookup per variable. A test compares these
tables with backbones that KerasHub really built.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.errors import ModelError
from ownhand.core.words import Sentence

CONFIG_FILE = "config.json"
WEIGHTS_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"

FAMILIES = {
    "LlamaBackbone": "llama",
    "QwenBackbone": "qwen",
    "GPT2Backbone": "gpt2",
    "PostNormGPT": "post_norm_gpt",
}
"""KerasHub class to the family in the manifest. `PostNormGPT` is Ownhand's own name for what one builds
of KerasHub's layers by hand: embeddings, `TransformerDecoder` blocks, an output of its own."""

Shapes = dict[str, tuple[int, ...]]


def write_config(directory: Path, class_name: str, config: Mapping[str, Any]) -> None:
    """Write config.json: the backbone's class and the arguments of its constructor."""
    document = {"class_name": class_name, "config": dict(config)}
    atomic.write_text(directory / CONFIG_FILE, json.dumps(document, indent=2) + "\n")


def read_config(directory: Path) -> tuple[str, dict[str, Any]]:
    """The class name and the constructor arguments in config.json.

    Raises:
        ModelError: If the file is missing, broken or of another class than Ownhand knows.
    """
    if not directory.is_dir():
        raise ModelError(
            Sentence(
                "The model “{name}” is not on this machine any more. Add or train it again under that name.",
                name=directory.name,
            )
        )
    path = directory / CONFIG_FILE
    advice = Sentence("Remove the model and add it again.")
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        class_name, config = document["class_name"], document["config"]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ModelError(
            Sentence(
                "The model in {name} is damaged: {config_file} cannot be read. {advice}",
                name=directory.name,
                config_file=CONFIG_FILE,
                advice=advice,
            )
        ) from problem
    if class_name not in FAMILIES or not isinstance(config, dict):
        raise ModelError(
            Sentence(
                "The model in {name} has a {config_file} for “{class_name}”, which Ownhand does not know. {advice}",
                name=directory.name,
                config_file=CONFIG_FILE,
                class_name=class_name,
                advice=advice,
            )
        )
    return class_name, config


def weight_shapes(class_name: str, config: Mapping[str, Any]) -> Shapes:
    """Every weight of a backbone, by KerasHub variable path, in KerasHub's order.

    Raises:
        ModelError: If the configuration lacks something or does not add up.
    """
    try:
        if class_name in ("LlamaBackbone", "QwenBackbone"):
            return _llama(config, biases=class_name == "QwenBackbone")
        return _gpt2(config) if class_name == "GPT2Backbone" else _post_norm_gpt(config)
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as problem:
        raise ModelError(
            Sentence(
                "The model's configuration is not usable ({problem}). Get the model again, or choose another one.",
                problem=problem,
            )
        ) from problem


def _llama(config: Mapping[str, Any], biases: bool) -> Shapes:
    """A Llama; a Qwen is one with biases on queries, keys and values."""
    width, inner = int(config["hidden_dim"]), int(config["intermediate_dim"])
    heads, kv_heads = int(config["num_query_heads"]), int(config["num_key_value_heads"])
    vocabulary, head = int(config["vocabulary_size"]), _head_width(width, heads)
    if heads % kv_heads:
        raise ValueError("the query heads are not a multiple of the key heads")
    shapes: Shapes = {"token_embedding/embeddings": (vocabulary, width)}
    if not config["tie_word_embeddings"]:
        shapes["token_embedding/reverse_embeddings"] = (width, vocabulary)
    for index in range(int(config["num_layers"])):
        layer = f"transformer_layer_{index}"
        for name, count in (("query", heads), ("key", kv_heads), ("value", kv_heads)):
            shapes[f"{layer}/self_attention/{name}/kernel"] = (width, count, head)
            if biases:
                shapes[f"{layer}/self_attention/{name}/bias"] = (count, head)
        shapes |= {
            f"{layer}/self_attention/attention_output/kernel": (heads, head, width),
            f"{layer}/self_attention_layernorm/scale": (width,),
            f"{layer}/feedforward_intermediate_dense/kernel": (width, inner),
            f"{layer}/feedforward_gate_dense/kernel": (width, inner),
            f"{layer}/feedforward_output_dense/kernel": (inner, width),
            f"{layer}/feedforward_layernorm/scale": (width,),
        }
    shapes["sequence_output_layernorm/scale"] = (width,)
    return shapes


def _gpt2(config: Mapping[str, Any]) -> Shapes:
    width, inner = int(config["hidden_dim"]), int(config["intermediate_dim"])
    heads = int(config["num_heads"])
    shapes = _gpt_blocks(config, width, inner, heads, _head_width(width, heads))
    shapes["layer_norm/gamma"] = (width,)
    shapes["layer_norm/beta"] = (width,)
    return shapes


def _post_norm_gpt(config: Mapping[str, Any]) -> Shapes:
    width, inner = int(config["hidden_dim"]), int(config["intermediate_dim"])
    vocabulary = int(config["vocabulary_size"])
    shapes = _gpt_blocks(config, width, inner, int(config["num_heads"]), int(config["head_dim"]))
    shapes["output/kernel"] = (width, vocabulary)
    shapes["output/bias"] = (vocabulary,)
    return shapes


def _gpt_blocks(config: Mapping[str, Any], width: int, inner: int, heads: int, head: int) -> Shapes:
    """What the two kinds of GPT share: embeddings, and blocks with biases."""
    shapes: Shapes = {
        "token_embedding/embeddings": (int(config["vocabulary_size"]), width),
        "position_embedding/embeddings": (int(config["max_sequence_length"]), width),
    }
    for index in range(int(config["num_layers"])):
        layer = f"transformer_layer_{index}"
        for name in ("query", "key", "value"):
            shapes[f"{layer}/self_attention/{name}/kernel"] = (width, heads, head)
            shapes[f"{layer}/self_attention/{name}/bias"] = (heads, head)
        shapes |= {
            f"{layer}/self_attention/attention_output/kernel": (heads, head, width),
            f"{layer}/self_attention/attention_output/bias": (width,),
            f"{layer}/self_attention_layer_norm/gamma": (width,),
            f"{layer}/self_attention_layer_norm/beta": (width,),
            f"{layer}/feedforward_intermediate_dense/kernel": (width, inner),
            f"{layer}/feedforward_intermediate_dense/bias": (inner,),
            f"{layer}/feedforward_output_dense/kernel": (inner, width),
            f"{layer}/feedforward_output_dense/bias": (width,),
            f"{layer}/feedforward_layer_norm/gamma": (width,),
            f"{layer}/feedforward_layer_norm/beta": (width,),
        }
    return shapes


def _head_width(width: int, heads: int) -> int:
    if width % heads:
        raise ValueError(f"the width {width} cannot be shared among {heads} heads")
    return width // heads
