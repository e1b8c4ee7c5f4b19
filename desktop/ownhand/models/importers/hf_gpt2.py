"""GPT-2 in a Hugging Face directory: `transformers`' GPT2LMHeadModel."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np

from ownhand.models.importers.hf_family import HfFamily, MustBe
from ownhand.models.importers.source_tensor import Array, SourceTensor
from ownhand.models.layout import weight_shapes

_MUST_BE: MustBe = {
    "activation_function": ("gelu_new", ("gelu_new", "gelu_pytorch_tanh")),
    "layer_norm_epsilon": (1e-5, (1e-5,)),
    "scale_attn_weights": (True, (True,)),
    "scale_attn_by_inverse_layer_idx": (False, (False,)),
    "add_cross_attention": (False, (False,)),
    "tie_word_embeddings": (True, (True,)),
}


def _arguments(document: Mapping[str, Any]) -> dict[str, Any]:
    width = int(document.get("n_embd", 768))
    return {
        "vocabulary_size": int(document["vocab_size"]),
        "num_layers": int(document.get("n_layer", 12)),
        "num_heads": int(document.get("n_head", 12)),
        "hidden_dim": width,
        "intermediate_dim": int(document.get("n_inner") or 4 * width),
        "dropout": float(document.get("resid_pdrop", 0.1)),
        "max_sequence_length": _context(document),
    }


def _context(document: Mapping[str, Any]) -> int:
    return int(document.get("n_positions", 1024))


def _tensors(config: Mapping[str, Any], names: Collection[str]) -> dict[str, SourceTensor]:
    prefix = "transformer." if "transformer.wte.weight" in names else ""
    tensors = {}
    for path, shape in weight_shapes("GPT2Backbone", config).items():
        name, third = _source(path)
        tensors[path] = SourceTensor(prefix + name, _arrange(third, shape))
    return tensors


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


def _arrange(third: int | None, shape: tuple[int, ...]) -> Callable[[Array], Array]:
    """Into KerasHub's shape. GPT-2's Conv1D keeps kernels as `[inputs, outputs]`, as Keras does."""

    def arrange(values: Array) -> Array:
        own = values if third is None else np.split(values, 3, axis=-1)[third]
        return own.reshape(shape)

    return arrange


GPT2 = HfFamily(
    class_name="GPT2Backbone",
    must_be=_MUST_BE,
    arguments=_arguments,
    tensors=_tensors,
    context=_context,
    tokenizer_files=("vocab.json", "merges.txt"),
    plain_split="gpt-2",
)
