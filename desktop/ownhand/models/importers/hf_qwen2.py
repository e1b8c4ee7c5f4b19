"""Qwen 2 and 2.5 in a Hugging Face directory: `transformers`' Qwen2ForCausalLM."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from ownhand.models.importers.hf_family import HfFamily, MustBe, unusual
from ownhand.models.importers.llama_tensors import llama_tensors
from ownhand.models.importers.source_tensor import SourceTensor

_MUST_BE: MustBe = {
    "hidden_act": ("silu", ("silu",)),
    "use_sliding_window": (False, (False,)),
    "rope_scaling": (None, (None,)),
}
_NAMES = {  # in GGUF, and in transformers
    "token_embd": "model.embed_tokens",
    "output_norm": "model.norm",
    "output": "lm_head",
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}


def _arguments(document: Mapping[str, Any]) -> dict[str, Any]:
    width, heads = int(document["hidden_size"]), int(document["num_attention_heads"])
    if int(document.get("head_dim") or width // heads) * heads != width:
        raise unusual(f"head_dim = {document['head_dim']}")
    return {
        "vocabulary_size": int(document["vocab_size"]),
        "num_layers": int(document["num_hidden_layers"]),
        "num_query_heads": heads,
        "num_key_value_heads": int(document.get("num_key_value_heads") or heads),
        "hidden_dim": width,
        "intermediate_dim": int(document["intermediate_size"]),
        "rope_max_wavelength": _wavelength(document),
        "layer_norm_epsilon": float(document.get("rms_norm_eps", 1e-6)),
        "dropout": 0,
        "tie_word_embeddings": bool(document.get("tie_word_embeddings", False)),
    }


def _wavelength(document: Mapping[str, Any]) -> float:
    """The base of the rotation; since its version 5 transformers keeps it among other settings."""
    rope = document.get("rope_parameters") or {}
    if rope.get("rope_type", "default") != "default":
        raise unusual(f"rope_type = {rope['rope_type']}")
    return float(rope.get("rope_theta") or document.get("rope_theta") or 10000.0)


def _context(document: Mapping[str, Any]) -> int:
    return int(document["max_position_embeddings"])


def _tensors(config: Mapping[str, Any], _names: Collection[str]) -> dict[str, SourceTensor]:
    return {
        path: replace(tensor, name=_name(tensor.name))
        for path, tensor in llama_tensors(config, qkv_bias=True).items()
    }


def _name(gguf: str) -> str:
    """For example "model.layers.3.mlp.up_proj.weight" of "blk.3.ffn_up.weight"."""
    *block, module, what = gguf.split(".")
    layer = f"model.layers.{block[1]}." if block else ""
    return f"{layer}{_NAMES[module]}.{what}"


QWEN2 = HfFamily(
    class_name="QwenBackbone",
    must_be=_MUST_BE,
    arguments=_arguments,
    tensors=_tensors,
    context=_context,
    tokenizer_files=("tokenizer.json", "tokenizer_config.json", "generation_config.json"),
    plain_split=None,  # its special tokens stand in tokenizer.json alone
)
