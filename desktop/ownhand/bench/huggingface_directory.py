"""A model of the store in the form that transformers reads, for as long as it is measured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file

from ownhand.core.errors import BadInputError
from ownhand.models.layout import read_config
from ownhand.models.manifest import read_manifest
from ownhand.models.tensors import Array, ModelTensors


def write_huggingface(directory: Path, target: Path) -> None:
    """Write config.json and model.safetensors, float32, into an empty folder.

    Args:
        directory: A model of the store.
        target: The folder.

    Raises:
        BadInputError: If the model is no Llama.
        ModelError: If it is damaged.
    """
    class_name, config = read_config(directory)
    if class_name != "LlamaBackbone":
        raise BadInputError("Only a Llama can be shown to transformers.")
    tied = bool(config["tie_word_embeddings"])
    tensors = {name: np.ascontiguousarray(array) for name, array in _llama(directory, config, tied)}
    described = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "vocab_size": config["vocabulary_size"],
        "hidden_size": config["hidden_dim"],
        "intermediate_size": config["intermediate_dim"],
        "num_hidden_layers": config["num_layers"],
        "num_attention_heads": config["num_query_heads"],
        "num_key_value_heads": config["num_key_value_heads"],
        "max_position_embeddings": read_manifest(directory).context_tokens,
        "rms_norm_eps": config["layer_norm_epsilon"],
        "rope_theta": config["rope_max_wavelength"],
        "tie_word_embeddings": tied,
        "torch_dtype": "float32",
    }
    (target / "config.json").write_text(json.dumps(described), encoding="utf-8")
    save_file(tensors, target / "model.safetensors", metadata={"format": "pt"})


def _llama(directory: Path, config: dict[str, Any], tied: bool) -> Iterator[tuple[str, Array]]:
    """Every weight by transformers' name, the matrices `[outputs, inputs]`."""
    tensor = ModelTensors(directory)
    yield "model.embed_tokens.weight", tensor("token_embedding/embeddings")
    if not tied:
        yield "lm_head.weight", tensor("token_embedding/reverse_embeddings").T
    yield "model.norm.weight", tensor("sequence_output_layernorm/scale")
    for index in range(int(config["num_layers"])):
        ours, theirs = f"transformer_layer_{index}", f"model.layers.{index}"
        for part, letter in (("query", "q"), ("key", "k"), ("value", "v")):
            kernel = tensor(f"{ours}/self_attention/{part}/kernel")
            yield f"{theirs}.self_attn.{letter}_proj.weight", kernel.reshape(len(kernel), -1).T
        kernel = tensor(f"{ours}/self_attention/attention_output/kernel")
        yield f"{theirs}.self_attn.o_proj.weight", kernel.reshape(-1, kernel.shape[-1]).T
        for part, name in (("gate", "gate"), ("intermediate", "up"), ("output", "down")):
            yield (
                f"{theirs}.mlp.{name}_proj.weight",
                tensor(f"{ours}/feedforward_{part}_dense/kernel").T,
            )
        yield (
            f"{theirs}.input_layernorm.weight",
            tensor(f"{ours}/self_attention_layernorm/scale"),
        )
        yield (
            f"{theirs}.post_attention_layernorm.weight",
            tensor(f"{ours}/feedforward_layernorm/scale"),
        )
