"""A run of the measurement as it would be written down."""

from __future__ import annotations

from typing import Any

from ownhand.bench.report import spread, with_machine


def bench_figures() -> dict[str, Any]:
    """Ownhand, KerasHub and llama.cpp, with figures that can be told apart."""
    steps = {"200": 5.0, "2000": 7.5, "8000": 14.0}
    return with_machine(
        {
            "model": "tiny",
            "threads": 2,
            "text": "emma.txt",
            "decode_vs_llama_cpp": 1.46,
            "decode_ratio": 10.4,
            "warm_start_s": 3.21,
            "start_s": {"ownhand": spread([2.5, 2.5]), "llama-cpp-python": spread([1.5, 1.5])},
            "memory_gb": {"ownhand": 0.31},
            "nats_per_byte": {"ownhand": 0.8123, "ownhand, at once": 0.8124, "keras-hub": 0.8122},
            "kl_to_float32": {"ownhand": 0.00123, "ownhand, at once": 0.00122},
            "top1_agreement": {"ownhand": 0.955, "ownhand, at once": 0.956},
            "failed": {"transformers": "[no memory] left"},
            "contenders": {
                "ownhand": {
                    "title": "Ownhand", "version": "numba on CPU", "weights": "int8",
                    "decode_tokens_per_s": spread([180.0, 190.0, 200.0]),
                    "step_ms": {length: spread([ms]) for length, ms in steps.items()},
                    "prefill_tokens_per_s": {"512": spread([400.0])},
                },
                "keras-hub": {
                    "title": "KerasHub generate()", "version": "0.32", "weights": "float32",
                    "decode_tokens_per_s": spread([18.0]),
                },
                "llama-cpp-python": {
                    "title": "llama.cpp", "version": "0.3", "weights": "GGUF Q4_1",
                    "decode_tokens_per_s": spread([130.0]),
                    "step_ms": {length: spread([ms + 3]) for length, ms in steps.items()},
                },
            },
        }
    )  # fmt: skip
