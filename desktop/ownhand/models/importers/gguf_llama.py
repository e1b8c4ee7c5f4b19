"""From the metadata and tensors of a llama GGUF file to a KerasHub Llama backbone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence
from ownhand.models.gguf_file import GgufFile

Array = npt.NDArray[np.float32]

_ROPE_FACTORS = "rope_freqs.weight"
_LLAMA3_LOW, _LLAMA3_HIGH, _LLAMA3_CONTEXT = 1.0, 4.0, 8192
_DERIVED = re.compile(r"attn_rot_embd|rotary_emb\.inv_freq")  # old files keep a table of angles
_UNSUPPORTED = (
    (re.compile(r"_exps\.weight$|ffn_gate_inp|\.ffn_\w+\.\d+\.weight$"), "a mixture of experts"),
    (re.compile(r"\.bias$"), "biases in its layers"),
    (re.compile(r"attn_[qk]_norm"), "normalised queries and keys"),
    (re.compile(r"_sub_norm|_scale$|rope_factors_"), "extra scales in its layers"),
)


@dataclass(frozen=True, slots=True)
class SourceTensor:
    """Where a weight comes from.

    Attributes:
        name: Tensor in the GGUF file.
        arrange: Brings it into KerasHub's shape and order.
    """

    name: str
    arrange: Callable[[Array], Array]


def llama_config(file: GgufFile) -> dict[str, Any]:
    """Arguments for `keras_hub.models.LlamaBackbone`.

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
    _count(file, "context_length")
    return {
        "vocabulary_size": embedding.shape[0],
        "num_layers": _count(file, "block_count"),
        "num_query_heads": heads,
        "num_key_value_heads": kv_heads,
        "hidden_dim": width,
        "intermediate_dim": _count(file, "feed_forward_length"),
        "rope_max_wavelength": _number(file, "rope.freq_base", 10000.0),
        "rope_position_scaling_factor": 1.0,
        **_rope_adjustment(file, width // heads),
        "layer_norm_epsilon": _number(file, "attention.layer_norm_rms_epsilon"),
        "dropout": 0,
        "tie_word_embeddings": "output.weight" not in file.tensors,
    }


def llama_tensors(config: dict[str, Any]) -> dict[str, SourceTensor]:
    """For every KerasHub variable path, in the order of the weights file, where it comes from."""
    heads, kv_heads = config["num_query_heads"], config["num_key_value_heads"]
    width = config["hidden_dim"]
    tensors = {"token_embedding/embeddings": SourceTensor("token_embd.weight", np.asarray)}
    if not config["tie_word_embeddings"]:
        tensors["token_embedding/reverse_embeddings"] = SourceTensor("output.weight", np.transpose)
    for index in range(config["num_layers"]):
        layer, block = f"transformer_layer_{index}", f"blk.{index}"
        tensors |= {
            f"{layer}/self_attention/query/kernel": SourceTensor(
                f"{block}.attn_q.weight", lambda w: _heads_last(_half_split(w, heads), heads)
            ),
            f"{layer}/self_attention/key/kernel": SourceTensor(
                f"{block}.attn_k.weight", lambda w: _heads_last(_half_split(w, kv_heads), kv_heads)
            ),
            f"{layer}/self_attention/value/kernel": SourceTensor(
                f"{block}.attn_v.weight", lambda w: _heads_last(w, kv_heads)
            ),
            f"{layer}/self_attention/attention_output/kernel": SourceTensor(
                f"{block}.attn_output.weight", lambda w: w.T.reshape(heads, width // heads, width)
            ),
            f"{layer}/self_attention_layernorm/scale": SourceTensor(
                f"{block}.attn_norm.weight", np.asarray
            ),
            f"{layer}/feedforward_intermediate_dense/kernel": SourceTensor(
                f"{block}.ffn_up.weight", np.transpose
            ),
            f"{layer}/feedforward_gate_dense/kernel": SourceTensor(
                f"{block}.ffn_gate.weight", np.transpose
            ),
            f"{layer}/feedforward_output_dense/kernel": SourceTensor(
                f"{block}.ffn_down.weight", np.transpose
            ),
            f"{layer}/feedforward_layernorm/scale": SourceTensor(
                f"{block}.ffn_norm.weight", np.asarray
            ),
        }
    tensors["sequence_output_layernorm/scale"] = SourceTensor("output_norm.weight", np.asarray)
    return tensors


def refuse_unknown_tensors(file: GgufFile, tensors: Mapping[str, SourceTensor]) -> None:
    """See that no tensor of the file would be left out.

    Raises:
        ImportRefusedError: If one would be; names it.
    """
    used = {tensor.name for tensor in tensors.values()} | {_ROPE_FACTORS}
    for name in file.tensors:
        if name not in used and not _DERIVED.search(name):
            raise _refused(f"a part that is not known here ({name})")


def _half_split(rows: Array, heads: int) -> Array:
    """Rotary pairs from neighbours (GGUF's llama order) to the two halves of a head (KerasHub's)."""
    count, inputs = rows.shape
    pairs = rows.reshape(heads, count // heads // 2, 2, inputs)
    return pairs.swapaxes(1, 2).reshape(count, inputs)


def _heads_last(rows: Array, heads: int) -> Array:
    """`[heads * head, inputs]` to `[inputs, heads, head]`."""
    count, inputs = rows.shape
    return rows.T.reshape(inputs, heads, count // heads)


def _refuse_unknown_parts(file: GgufFile) -> None:
    if _count(file, "expert_count", 0):
        raise _refused("a mixture of experts")
    for name in file.tensors:
        for pattern, what in _UNSUPPORTED:
            if pattern.search(name):
                raise _refused(f"{what} ({name})")
    kind = file.metadata.get("llama.rope.scaling.type", "none")
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


def _count(file: GgufFile, key: str, default: int | None = None) -> int:
    value = file.metadata.get(f"llama.{key}", default)
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
    value = file.metadata.get(f"llama.{key}", default)
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
            "This llama model has {what}, which Ownhand cannot use yet. Choose another model.",
            what=what,
        )
    )
