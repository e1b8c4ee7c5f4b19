"""A Qwen 2 small enough to be written by a test, in the forms in which such models are handed on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from tests.helpers.tiny_models import (
    HEADS,
    INNER,
    KV_HEADS,
    LAYERS,
    MERGES,
    WIDTH,
    Array,
    TinyGguf,
    byte_alphabet,
)

SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
TOKENS = [*byte_alphabet(), *("".join(pair) for pair in MERGES), *SPECIAL]
END, TURN_END = TOKENS.index("<|endoftext|>"), TOKENS.index("<|im_end|>")
ROWS = len(TOKENS) + 5
"""Rows of the embedding: like the real ones, more than there are tokens."""

BASE, EPSILON, CONTEXT = 900.0, 1e-6, 64
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)

_GGUF = {
    "input_layernorm": "attn_norm",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "post_attention_layernorm": "ffn_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


def qwen_tensors(tied: bool = True) -> dict[str, Array]:
    """Its weights in Hugging Face's names and shapes."""
    rng = np.random.default_rng(13)

    def random(*shape: int) -> Array:
        return rng.normal(0, 0.3, shape).astype(np.float32)

    kv_width = WIDTH // HEADS * KV_HEADS
    tensors = {"model.embed_tokens.weight": random(ROWS, WIDTH)}
    for index in range(LAYERS):
        layer = f"model.layers.{index}"
        for name, rows in (("q", WIDTH), ("k", kv_width), ("v", kv_width)):
            tensors[f"{layer}.self_attn.{name}_proj.weight"] = random(rows, WIDTH)
            tensors[f"{layer}.self_attn.{name}_proj.bias"] = random(rows)
        tensors |= {
            f"{layer}.self_attn.o_proj.weight": random(WIDTH, WIDTH),
            f"{layer}.mlp.gate_proj.weight": random(INNER, WIDTH),
            f"{layer}.mlp.up_proj.weight": random(INNER, WIDTH),
            f"{layer}.mlp.down_proj.weight": random(WIDTH, INNER),
            f"{layer}.input_layernorm.weight": 1 + random(WIDTH),
            f"{layer}.post_attention_layernorm.weight": 1 + random(WIDTH),
        }
    tensors["model.norm.weight"] = 1 + random(WIDTH)
    return tensors if tied else tensors | {"lm_head.weight": random(ROWS, WIDTH)}


def write_hf_qwen2(
    directory: Path, tied: bool = True, config: Mapping[str, Any] | None = None
) -> None:
    """Write a Hugging Face directory."""
    from safetensors.numpy import save_file

    directory.mkdir(parents=True)
    save_file(qwen_tensors(tied), directory / "model.safetensors", metadata={"format": "pt"})
    document = {
        "architectures": ["Qwen2ForCausalLM"],
        "model_type": "qwen2",
        "vocab_size": ROWS,
        "hidden_size": WIDTH,
        "intermediate_size": INNER,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "num_key_value_heads": KV_HEADS,
        "max_position_embeddings": CONTEXT,
        "hidden_act": "silu",
        "rms_norm_eps": EPSILON,
        "rope_theta": BASE,
        "tie_word_embeddings": tied,
        "use_sliding_window": False,
        "sliding_window": 32,
        "bos_token_id": END,
        "eos_token_id": TURN_END,
    } | dict(config or {})
    others = {"eos_token_id": [TURN_END, END]}
    for name, content in (
        ("config.json", document),
        ("generation_config.json", others),
        ("tokenizer_config.json", {"chat_template": TEMPLATE}),
    ):
        (directory / name).write_text(json.dumps(content))
    qwen_tokenizer(normalised=True).save(str(directory / "tokenizer.json"))


def qwen_tokenizer(normalised: bool) -> Any:
    """Its tokeniser, made with the library alone; published ones normalise the text first."""
    from tokenizers import (
        AddedToken,
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
    )

    plain = {token: index for index, token in enumerate(TOKENS) if token not in SPECIAL}
    tokenizer = Tokenizer(models.BPE(vocab=plain, merges=list(MERGES)))
    if normalised:
        tokenizer.normalizer = normalizers.NFC()
    pieces = Regex(
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
        r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(pieces, behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, normalized=False) for token in SPECIAL])
    return tokenizer


def qwen_gguf(tied: bool = True, types: str = "F32", **metadata: Any) -> TinyGguf:
    """The same model to be written as a GGUF file of the architecture "qwen2".

    Args:
        tied: Whether the output is the embedding.
        types: Name of the ggml type for the matrices.
        metadata: Under "qwen2.", with "__" for a dot.
    """
    file = TinyGguf(tied, types)
    file.tensors = {_gguf_name(name): array for name, array in qwen_tensors(tied).items()}
    file.metadata = {
        **{name.replace("llama.", "qwen2."): value for name, value in file.metadata.items()},
        "general.name": "Tiny Qwen",
        "qwen2.context_length": CONTEXT,
        "qwen2.rope.freq_base": BASE,
        "qwen2.attention.layer_norm_rms_epsilon": EPSILON,
        "tokenizer.ggml.pre": "qwen2",
        "tokenizer.ggml.tokens": [*TOKENS, *(f"[PAD{i}]" for i in range(len(TOKENS), ROWS))],
        "tokenizer.ggml.token_type": [
            *(3 if token in SPECIAL else 1 for token in TOKENS),
            *[5] * (ROWS - len(TOKENS)),
        ],
        "tokenizer.ggml.eos_token_id": TURN_END,
        "tokenizer.ggml.bos_token_id": END,
        "tokenizer.chat_template": TEMPLATE,
        **{f"qwen2.{name.replace('__', '.')}": value for name, value in metadata.items()},
    }
    return file


def write_gguf_qwen2(path: Path, tied: bool = True, **metadata: Any) -> Path:
    """Write that file, unquantised."""
    return qwen_gguf(tied, **metadata).write(path, architecture="qwen2")


def _gguf_name(name: str) -> str:
    outer = {
        "model.embed_tokens.weight": "token_embd.weight",
        "model.norm.weight": "output_norm.weight",
        "lm_head.weight": "output.weight",
    }
    if name in outer:
        return outer[name]
    _, _, index, module, what = name.replace("self_attn.", "self_attn#").replace("mlp.", "mlp#").split(".")  # fmt: skip
    return f"blk.{index}.{_GGUF[module.replace('#', '.')]}.{what}"


def qwen_backbone(tied: bool = True) -> Any:
    """The same model built by KerasHub, each weight put in by its place in the layers."""
    import keras_hub

    backbone = keras_hub.models.QwenBackbone(
        vocabulary_size=ROWS,
        num_layers=LAYERS,
        num_query_heads=HEADS,
        num_key_value_heads=KV_HEADS,
        hidden_dim=WIDTH,
        intermediate_dim=INNER,
        rope_max_wavelength=BASE,
        layer_norm_epsilon=EPSILON,
        tie_word_embeddings=tied,
        dtype="float32",
    )
    weights = qwen_tensors(tied)
    backbone.token_embedding.embeddings.assign(weights["model.embed_tokens.weight"])
    if not tied:
        backbone.token_embedding.reverse_embeddings.assign(weights["lm_head.weight"].T)
    for index, layer in enumerate(backbone.transformer_layers):
        own = {
            name.removeprefix(f"model.layers.{index}."): array
            for name, array in weights.items()
            if name.startswith(f"model.layers.{index}.")
        }
        attention = layer._self_attention_layer
        for dense, name in (
            (attention._query_dense, "self_attn.q_proj"),
            (attention._key_dense, "self_attn.k_proj"),
            (attention._value_dense, "self_attn.v_proj"),
            (attention._output_dense, "self_attn.o_proj"),
            (layer._feedforward_gate_dense, "mlp.gate_proj"),
            (layer._feedforward_intermediate_dense, "mlp.up_proj"),
            (layer._feedforward_output_dense, "mlp.down_proj"),
        ):
            dense.kernel.assign(own[f"{name}.weight"].T.reshape(dense.kernel.shape))
            if f"{name}.bias" in own:
                dense.bias.assign(own[f"{name}.bias"].reshape(dense.bias.shape))
        layer._self_attention_layernorm.scale.assign(own["input_layernorm.weight"])
        layer._feedforward_layernorm.scale.assign(own["post_attention_layernorm.weight"])
    backbone.layer_norm.scale.assign(weights["model.norm.weight"])
    return backbone
