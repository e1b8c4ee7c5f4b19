"""From the metadata and tensors of a GGUF file to a KerasHub Llama or Qwen backbone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence
from ownhand.models.gguf_file import GgufFile
from ownhand.models.importers.llama_tensors import llama_tensors
from ownhand.models.importers.source_tensor import SourceTensor

BACKBONES = {"llama": "LlamaBackbone", "qwen2": "QwenBackbone"}
"""The architectures that can be brought in, and KerasHub's class for each."""

_ROPE_FACTORS = "rope_freqs.weight"
_LLAMA3_LOW, _LLAMA3_HIGH, _LLAMA3_CONTEXT = 1.0, 4.0, 8192
_DERIVED = re.compile(r"attn_rot_embd|rotary_emb\.inv_freq")  # old files keep a table of angles
_UNSUPPORTED = (
    (re.compile(r"_exps\.weight$|ffn_gate_inp|\.ffn_\w+\.\d+\.weight$"), "a mixture of experts"),
    (re.compile(r"\.bias$"), "biases in its layers"),
    (re.compile(r"attn_[qk]_norm"), "normalised queries and keys"),
    (re.compile(r"_sub_norm|_scale$|rope_factors_"), "extra scales in its layers"),
)


def architecture_of(file: GgufFile) -> str:
    """What the file calls its architecture; one of `BACKBONES` if it can be brought in."""
    return str(file.metadata.get("general.architecture"))


def gguf_config(file: GgufFile) -> dict[str, Any]:
    """Arguments for the backbone in `BACKBONES`.

    Raises:
        ImportRefusedError: If something is missing, or is what that backbone cannot express.
    """
    _refuse_unknown_parts(file)
    width, heads = _count(file, "embedding_length"), _count(file, "attention.head_count")
    kv_heads = _count(file, "attention.head_count_kv", heads)
    if width % heads or heads % kv_heads:
        raise _refused(f"{heads} and {kv_heads} attention heads for a width of {width}")
    for key in ("attention.key_length", "attention.value_length", "rope.dimension_count"):
        if _count(file, key, width // heads) != width // heads:
            raise _refused(f"heads that are not the {heads}th part of its width ({key})")
    embedding = file.tensors.get("token_embd.weight")
    if embedding is None or len(embedding.shape) != 2 or embedding.shape[1] != width:
        raise ImportRefusedError(
            "This GGUF file lacks a usable token embedding. Get the file again."
        )
    rope: dict[str, Any] = {}
    if architecture_of(file) == "llama":
        rope = {"rope_position_scaling_factor": 1.0, **_rope_adjustment(file, width // heads)}
    return {
        "vocabulary_size": embedding.shape[0],
        "num_layers": _count(file, "block_count"),
        "num_query_heads": heads,
        "num_key_value_heads": kv_heads,
        "hidden_dim": width,
        "intermediate_dim": _count(file, "feed_forward_length"),
        "rope_max_wavelength": _number(file, "rope.freq_base", 10000.0),
        **rope,
        "layer_norm_epsilon": _number(file, "attention.layer_norm_rms_epsilon"),
        "dropout": 0,
        "tie_word_embeddings": "output.weight" not in file.tensors,
    }


def gguf_tensors(file: GgufFile, config: Mapping[str, Any]) -> dict[str, SourceTensor]:
    """For every KerasHub variable path, in the order of the weights file, where it comes from.

    Raises:
        ImportRefusedError: If a tensor of the file would be left out; names it.
    """
    llama = architecture_of(file) == "llama"
    tensors = llama_tensors(config, qkv_bias=not llama, neighbours=llama)
    used = {tensor.name for tensor in tensors.values()}
    if llama:
        used.add(_ROPE_FACTORS)
    for name in file.tensors:
        if name not in used and not _DERIVED.search(name):
            kinds = (what for pattern, what in _UNSUPPORTED if pattern.search(name))
            raise _refused(f"{next(kinds, 'a part that is not known here')} ({name})")
    return tensors


def _refuse_unknown_parts(file: GgufFile) -> None:
    if _count(file, "expert_count", 0):
        raise _refused("a mixture of experts")
    context, window = _count(file, "context_length"), _count(file, "attention.sliding_window", 0)
    if 0 < window < context:
        raise _refused(f"a window that slides along the text (of {window} tokens)")
    kind = _value(file, "rope.scaling.type", "none")
    factor = max(_number(file, "rope.scaling.factor", 1.0), _number(file, "rope.scale_linear", 1.0))
    # KerasHub's Llama takes a position scaling factor but does not apply it.
    if kind not in ("none", "linear") or factor != 1.0:
        raise _refused(f"stretched positions (RoPE scaling “{kind}”, factor {factor:g})")


def _rope_adjustment(file: GgufFile, head: int) -> dict[str, Any]:
    """Llama 3.1's frequency factors: GGUF has the outcome, KerasHub wants the formula's inputs.

    The largest factor is the adjustment; the other inputs are those of every published Llama 3, and
    are taken only if they give exactly the factors in the file.
    """
    names = ("frequency_adjustment_factor", "low_freq_factor", "high_freq_factor", "pretraining_sequence_length")  # fmt: skip
    if _ROPE_FACTORS not in file.tensors:
        return dict.fromkeys((f"rope_{name}" for name in names), None)
    factors = file.read(_ROPE_FACTORS).ravel()
    adjustment = float(factors.max())
    base = _number(file, "rope.freq_base", 10000.0)
    wavelength = 2 * np.pi * base ** (np.arange(0, head, 2) / head)
    turns = _LLAMA3_CONTEXT / wavelength
    smooth = np.clip((turns - _LLAMA3_LOW) / (_LLAMA3_HIGH - _LLAMA3_LOW), 0, 1)
    expected = 1 / ((1 - smooth) / adjustment + smooth)
    if factors.shape != expected.shape or not np.allclose(factors, expected, rtol=1e-4):
        raise _refused("frequency factors for its positions other than those of Llama 3")
    values = (adjustment, _LLAMA3_LOW, _LLAMA3_HIGH, _LLAMA3_CONTEXT)
    return {f"rope_{name}": value for name, value in zip(names, values, strict=True)}


def _value(file: GgufFile, key: str, default: Any) -> Any:
    return file.metadata.get(f"{architecture_of(file)}.{key}", default)


def _count(file: GgufFile, key: str, default: int | None = None) -> int:
    value = _value(file, key, default)
    if isinstance(value, list) and value and len(set(value)) == 1:
        value = value[0]  # one number per layer, all the same
    if isinstance(value, list):
        raise _refused(f"layers that differ from each other ({key})")
    if not isinstance(value, int) or (value <= 0 and value != default):
        raise ImportRefusedError(
            Sentence(
                "This GGUF file does not say its {replace}. Get the file again or choose another one.",
                replace=key.replace("_", " "),
            )
        )
    return value


def _number(file: GgufFile, key: str, default: float | None = None) -> float:
    value = _value(file, key, default)
    if not isinstance(value, int | float) or not value > 0:
        raise ImportRefusedError(
            Sentence(
                "This GGUF file does not say its {replace}. Get the file again or choose another one.",
                replace=key.replace("_", " "),
            )
        )
    return float(str(np.float32(value)))  # 1e-05 and not 9.999999747378752e-06


def _refused(what: str) -> ImportRefusedError:
    return ImportRefusedError(
        Sentence(
            "This model has {what}, which Ownhand cannot use yet. Choose another model.",
            what=what,
        )
    )
