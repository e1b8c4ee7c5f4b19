"""Model files small enough to be written by a test, and plain NumPy references for them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

WIDTH, HEADS, KV_HEADS, INNER, LAYERS = 32, 4, 2, 64, 2


def byte_alphabet() -> list[str]:
    """The 256 characters that stand for bytes in GPT-2's vocabulary, in byte order."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    other = iter(range(256, 512))
    return [chr(byte) if byte in plain else chr(next(other)) for byte in range(256)]


MERGES = (("h", "e"), ("l", "l"), ("he", "ll"), ("Ġ", "t"), ("Ġ", "Ġ"), ("1", "2"))
TOKENS = [*byte_alphabet(), *("".join(pair) for pair in MERGES), "<|endoftext|>", "<|im_end|>"]
END = TOKENS.index("<|endoftext|>")


@dataclass
class TinyGguf:
    """A llama model in GGUF's names, shapes and order, ready to be written.

    Attributes:
        metadata: Written as it is, after the defaults of a correct file.
        tensors: Weights in float32, before quantisation.
        types: Name of the ggml type for the matrices.
    """

    tied: bool = True
    types: str = "F32"
    metadata: dict[str, Any] = field(default_factory=dict)
    tensors: dict[str, Array] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(7)

        def matrix(rows: int, columns: int) -> Array:
            return rng.normal(0, 0.3, (rows, columns)).astype(np.float32)

        def norm() -> Array:
            return rng.uniform(0.5, 1.5, WIDTH).astype(np.float32)

        kv_width = WIDTH // HEADS * KV_HEADS
        self.tensors = {"token_embd.weight": matrix(len(TOKENS), WIDTH)}
        for index in range(LAYERS):
            block = f"blk.{index}"
            self.tensors |= {
                f"{block}.attn_norm.weight": norm(),
                f"{block}.attn_q.weight": matrix(WIDTH, WIDTH),
                f"{block}.attn_k.weight": matrix(kv_width, WIDTH),
                f"{block}.attn_v.weight": matrix(kv_width, WIDTH),
                f"{block}.attn_output.weight": matrix(WIDTH, WIDTH),
                f"{block}.ffn_norm.weight": norm(),
                f"{block}.ffn_gate.weight": matrix(INNER, WIDTH),
                f"{block}.ffn_up.weight": matrix(INNER, WIDTH),
                f"{block}.ffn_down.weight": matrix(WIDTH, INNER),
            }
        self.tensors["output_norm.weight"] = norm()
        if not self.tied:
            self.tensors["output.weight"] = matrix(len(TOKENS), WIDTH)
        self.metadata = {
            "general.name": "Tiny Llama",
            "general.license": "mit",
            "llama.block_count": LAYERS,
            "llama.context_length": 64,
            "llama.embedding_length": WIDTH,
            "llama.feed_forward_length": INNER,
            "llama.attention.head_count": HEADS,
            "llama.attention.head_count_kv": KV_HEADS,
            "llama.rope.freq_base": 500.0,
            "llama.attention.layer_norm_rms_epsilon": 1e-5,
            "tokenizer.ggml.model": "gpt2",
            "tokenizer.ggml.pre": "smollm",
            "tokenizer.ggml.tokens": TOKENS,
            "tokenizer.ggml.token_type": [3 if t.startswith("<|") else 1 for t in TOKENS],
            "tokenizer.ggml.merges": [" ".join(pair) for pair in MERGES],
            "tokenizer.ggml.eos_token_id": END,
            "tokenizer.ggml.bos_token_id": END,
            "tokenizer.ggml.add_bos_token": False,
        } | self.metadata

    def dequantised(self) -> dict[str, Array]:
        """The weights as the file will give them back."""
        from gguf.quants import dequantize, quantize

        kind = self._kind()
        return {
            name: dequantize(quantize(values, kind), kind) if values.ndim == 2 else values
            for name, values in self.tensors.items()
        }

    def write(self, path: Path, architecture: str = "llama") -> Path:
        """Write the GGUF file."""
        from gguf import GGUFWriter
        from gguf.quants import quantize

        writer = GGUFWriter(path, architecture)
        for key, value in self.metadata.items():
            if value is None:
                continue
            if isinstance(value, bool):
                writer.add_bool(key, value)
            elif isinstance(value, int):
                writer.add_uint32(key, value)
            elif isinstance(value, float):
                writer.add_float32(key, value)
            elif isinstance(value, str):
                writer.add_string(key, value)
            else:
                writer.add_array(key, value)
        for name, values in self.tensors.items():
            kind = self._kind()
            if values.ndim == 2 and self.types != "F32":
                writer.add_tensor(name, quantize(values, kind), raw_dtype=kind)
            else:
                writer.add_tensor(name, values)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return path

    def _kind(self) -> Any:
        from gguf.constants import GGMLQuantizationType

        return GGMLQuantizationType[self.types]


def write_wheel(path: Path, members: Mapping[str, Path]) -> Path:
    """A wheel (or any zip archive) with these files inside."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in members.items():
            archive.write(file, name)
    return path


def llama_logits(
    weights: Mapping[str, Array],
    ids: list[int],
    base: float = 500.0,
    rope_factors: Array | None = None,
) -> Array:
    """`<float32>[seq, vocabulary]` of a llama in GGUF's own order: rotary pairs are neighbours."""
    head = WIDTH // HEADS
    x = weights["token_embd.weight"][ids].astype(np.float64)
    angles = np.arange(len(ids))[:, None] / base ** (np.arange(0, head, 2) / head)
    if rope_factors is not None:
        angles = angles / rope_factors
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]

    def norm(values: Any, name: str) -> Any:
        scale = 1 / np.sqrt((values**2).mean(-1, keepdims=True) + 1e-5)
        return values * scale * weights[name]

    def rotate(values: Any) -> Any:
        even, odd = values[..., 0::2], values[..., 1::2]
        out = np.empty_like(values)
        out[..., 0::2], out[..., 1::2] = even * cos - odd * sin, even * sin + odd * cos
        return out

    for index in range(LAYERS):
        block = f"blk.{index}"
        h = norm(x, f"{block}.attn_norm.weight")
        q = rotate((h @ weights[f"{block}.attn_q.weight"].T).reshape(-1, HEADS, head))
        k = rotate((h @ weights[f"{block}.attn_k.weight"].T).reshape(-1, KV_HEADS, head))
        v = (h @ weights[f"{block}.attn_v.weight"].T).reshape(-1, KV_HEADS, head)
        x = x + _attention(q, k, v) @ weights[f"{block}.attn_output.weight"].T
        h = norm(x, f"{block}.ffn_norm.weight")
        gate = h @ weights[f"{block}.ffn_gate.weight"].T
        up = h @ weights[f"{block}.ffn_up.weight"].T
        x = x + (gate / (1 + np.exp(-gate)) * up) @ weights[f"{block}.ffn_down.weight"].T
    output = weights.get("output.weight", weights["token_embd.weight"])
    logits: Array = (norm(x, "output_norm.weight") @ output.T).astype(np.float32)
    return logits


def _attention(q: Any, k: Any, v: Any) -> Any:
    """Causal attention of `[seq, heads, head]`; keys and values may have fewer heads."""
    length, heads, head = q.shape
    k, v = (np.repeat(item, heads // item.shape[1], axis=1) for item in (k, v))
    scores = np.einsum("qhd,khd->hqk", q, k) / np.sqrt(head)
    scores = np.where(np.tril(np.ones((length, length), bool)), scores, -np.inf)
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    scores /= scores.sum(-1, keepdims=True)
    return np.einsum("hqk,khd->qhd", scores, v).reshape(length, heads * head)


def gpt2_tensors() -> dict[str, Array]:
    """A GPT-2 in Hugging Face's names and shapes, without prefix."""
    rng = np.random.default_rng(11)

    def random(*shape: int) -> Array:
        return rng.normal(0, 0.3, shape).astype(np.float32)

    tensors = {"wte.weight": random(len(TOKENS), WIDTH), "wpe.weight": random(48, WIDTH)}
    for index in range(LAYERS):
        block = f"h.{index}"
        for name in ("ln_1", "ln_2"):
            tensors |= {f"{block}.{name}.weight": 1 + random(WIDTH)}
            tensors |= {f"{block}.{name}.bias": random(WIDTH)}
        for name, rows, columns in (
            ("attn.c_attn", WIDTH, 3 * WIDTH),
            ("attn.c_proj", WIDTH, WIDTH),
            ("mlp.c_fc", WIDTH, INNER),
            ("mlp.c_proj", INNER, WIDTH),
        ):
            tensors |= {f"{block}.{name}.weight": random(rows, columns)}
            tensors |= {f"{block}.{name}.bias": random(columns)}
    return tensors | {"ln_f.weight": 1 + random(WIDTH), "ln_f.bias": random(WIDTH)}


def gpt2_logits(weights: Mapping[str, Array], ids: list[int]) -> Array:
    """`<float32>[seq, vocabulary]` of a GPT-2 from Hugging Face's tensors."""
    x = (weights["wte.weight"][ids] + weights["wpe.weight"][: len(ids)]).astype(np.float64)

    def dense(values: Any, name: str) -> Any:
        return values @ weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def norm(values: Any, name: str) -> Any:
        centred = values - values.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5)
        return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    for index in range(LAYERS):
        block = f"h.{index}"
        qkv = np.split(dense(norm(x, f"{block}.ln_1"), f"{block}.attn.c_attn"), 3, axis=-1)
        q, k, v = (item.reshape(len(ids), HEADS, -1) for item in qkv)
        x = x + dense(_attention(q, k, v), f"{block}.attn.c_proj")
        h = dense(norm(x, f"{block}.ln_2"), f"{block}.mlp.c_fc")
        h = 0.5 * h * (1 + np.tanh(np.sqrt(2 / np.pi) * (h + 0.044715 * h**3)))
        x = x + dense(h, f"{block}.mlp.c_proj")
    logits: Array = (norm(x, "ln_f") @ weights["wte.weight"].T).astype(np.float32)
    return logits


def write_hf_gpt2(
    directory: Path,
    *,
    prefix: str = "transformer.",
    config: Mapping[str, Any] | None = None,
    tokenizer_json: bool = False,
    dtype: str = "float32",
) -> dict[str, Array]:
    """Write a Hugging Face GPT-2 directory; gives the weights as the files hold them."""
    import ml_dtypes
    from safetensors.numpy import save_file

    directory.mkdir(parents=True)
    kind = np.dtype(ml_dtypes.bfloat16 if dtype == "bfloat16" else dtype)
    stored = {name: values.astype(kind) for name, values in gpt2_tensors().items()}
    save_file({prefix + name: v for name, v in stored.items()}, directory / "model.safetensors")
    document = {
        "model_type": "gpt2",
        "vocab_size": len(TOKENS),
        "n_embd": WIDTH,
        "n_layer": LAYERS,
        "n_head": HEADS,
        "n_inner": INNER,
        "n_positions": 48,
        "activation_function": "gelu_new",
        "layer_norm_epsilon": 1e-5,
        "eos_token_id": END,
        "bos_token_id": END,
    } | dict(config or {})
    (directory / "config.json").write_text(json.dumps(document))
    vocabulary = {token: index for index, token in enumerate(TOKENS)}
    if tokenizer_json:
        from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors

        tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=list(MERGES)))
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokenizer.decoder = decoders.ByteLevel()
        tokenizer.post_processor = processors.TemplateProcessing(
            single="<|endoftext|> $A", special_tokens=[("<|endoftext|>", END)]
        )
        tokenizer.enable_truncation(4)
        tokenizer.add_special_tokens(["<|endoftext|>"])
        tokenizer.save(str(directory / "tokenizer.json"))
    else:
        (directory / "vocab.json").write_text(json.dumps(vocabulary))
        lines = ["#version: 0.2", *(" ".join(pair) for pair in MERGES), ""]
        (directory / "merges.txt").write_text("\n".join(lines), encoding="utf-8")
    return {name: values.astype(np.float32) for name, values in stored.items()}


def backbone_logits(backbone: Any, ids: list[int]) -> Array:
    """`<float32>[seq, vocabulary]` of a KerasHub backbone with its reversible embedding."""
    tokens = np.array([ids], np.int32)
    hidden = backbone({"token_ids": tokens, "padding_mask": np.ones_like(tokens)})
    logits: Array = np.asarray(backbone.token_embedding(hidden, reverse=True))[0]
    return logits
