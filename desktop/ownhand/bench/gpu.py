"""Decoding and finetuning on a GPU, on the JAX backend, beside transformers on torch.

Run it on a machine with an NVIDIA GPU, as `ownhand bench gpu [--json FILE]`:

    pip install 'ownhand[jax]' 'jax[cuda12]'
    ownhand bench gpu --json gpu.json
    ownhand bench gpu --peer-python /path/to/python     # has torch with CUDA, transformers and peft

Nothing is downloaded: the models have the published sizes (`--shape llama-3.2-1b` or `llama-3.2-3b`, and
GPT-2 124M) and random weights, with which a step does the same work. It tells

- decoding in bfloat16: tokens per second, the bytes that a token makes the device read, and their share
  of the bandwidth that a large copy reaches on the same device in the same process;
- one finetuning step of 32 x 128 tokens, every weight and LoRA: tokens per second and peak memory;
- the same by transformers: `generate` with a static cache and torch.compile, and AdamW under autocast
  (LoRA with peft). What is not installed, or finds no GPU, is named under "absent".

Without a GPU it says so and ends with 1. `--tiny` tries everything with tiny sizes on the processor;
its figures mean nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ownhand.bench.gpu_ours import NO_GPU
from ownhand.bench.random_models import SHAPES
from ownhand.bench.report import spread, write_report
from ownhand.core.errors import BackendError

_PEER = Path(__file__).with_name("gpu_transformers.py")
_METHODS = ("full", "lora")
_DECODE = {"prompt": 100, "new": 128, "runs": 5, "copied_bytes": 1 << 31, "gpu": True}
_TRAIN = {"batch": 32, "seq": 128, "rank": 8, "runs": 10, "mixed": True, "gpu": True}
_TINY_DECODE = {"prompt": 20, "new": 8, "runs": 2, "copied_bytes": 1 << 22, "gpu": False}
_TINY_TRAIN = {"batch": 2, "seq": 16, "rank": 2, "runs": 2, "mixed": False, "gpu": False}


def measure(shape: str, peer_python: str, tiny: bool) -> dict[str, Any]:
    """All figures.

    Args:
        shape: Of the model that decodes, a key of `SHAPES`.
        peer_python: Has torch and transformers, or not.
        tiny: Whether to try everything out on the processor.

    Raises:
        BackendError: If there is no GPU, or Ownhand's part failed.
    """
    absent: dict[str, str] = {}
    decoding = {**(_TINY_DECODE if tiny else _DECODE), **_job(shape)}
    figures: dict[str, Any] = {"tiny": tiny, "decode": {"model": shape}, "absent": absent}
    figures["decode"]["ownhand"] = _decode_figures(_ours("decode", decoding))
    theirs = _theirs("decode", decoding, peer_python, absent)
    if theirs:
        figures["decode"]["transformers"] = _decode_figures(theirs)
        ours = figures["decode"]["ownhand"]["tokens_per_s"]["median"]
        peers = figures["decode"]["transformers"]["tokens_per_s"]["median"]
        figures["decode"]["ratio"] = round(ours / peers, 2)
    trained = "tiny-gpt2" if tiny else "gpt2-124m"
    for method in _METHODS:
        job = {**(_TINY_TRAIN if tiny else _TRAIN), **_job(trained), "method": method}
        tokens = job["batch"] * job["seq"]
        sides = {"ownhand": _train_figures(_ours("train", job), tokens)}
        theirs = _theirs("train", job, peer_python, absent)
        if theirs:
            sides["transformers"] = _train_figures(theirs, tokens)
        figures[f"train_{method}"] = {"model": trained, "tokens": tokens, **sides}
    return figures


def _job(shape: str) -> dict[str, Any]:
    """What both sides are told of a model."""
    found = SHAPES[shape]
    known = asdict(found.arch)
    names = ("vocabulary", "context", "width", "layers", "heads", "kv_heads")
    sizes = {name: known[name] for name in names}
    return {"shape": shape, "feed_forward": found.feed_forward, "wavelength": found.wavelength, **sizes}  # fmt: skip


def _decode_figures(told: Mapping[str, Any]) -> dict[str, Any]:
    rates = told["tokens_per_s"]
    figures = {**told, "tokens_per_s": spread(rates)}
    if "bytes_per_token" in told:
        limit = told["bandwidth_bytes_per_s"] / told["bytes_per_token"]
        figures["limit_tokens_per_s"] = round(limit, 1)
        figures["share_of_bandwidth"] = round(statistics.median(rates) / limit, 3)
    return figures


def _train_figures(told: Mapping[str, Any], tokens: int) -> dict[str, Any]:
    others = {name: told[name] for name in ("device", "versions", "losses") if name in told}
    return {
        "tokens_per_s": spread([tokens / seconds for seconds in told["step_s"]]),
        "peak_gb": round(told["peak_bytes"] / 1e9, 3),
        **others,
    }


def _ours(what: str, job: Mapping[str, Any]) -> dict[str, Any]:
    done = _run([sys.executable, "-m", "ownhand.bench.gpu_ours", what, json.dumps(job)])
    if done.returncode == NO_GPU:
        raise BackendError(
            f"There is no GPU to measure on. {done.stderr.strip().splitlines()[-1]} "
            "With one, install jax[cuda12] beside ownhand; --tiny tries the measurement without."
        )
    if done.returncode:
        raise BackendError(f"The measurement of “{what}” failed.\n{done.stderr.strip()}")
    return _answer(done)


def _theirs(
    what: str, job: Mapping[str, Any], python: str, absent: dict[str, str]
) -> dict[str, Any] | None:
    done = _run([python, str(_PEER), what, json.dumps(job)])
    if done.returncode:
        name = " ".join(filter(None, ("transformers", what, job.get("method"))))
        absent[name] = (done.stderr.strip().splitlines() or ["it did not start"])[-1]
        return None
    return _answer(done)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as problem:
        return subprocess.CompletedProcess(command, 1, "", f"{command[0]}: {problem.strerror}")


def _answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> None:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json")
    parser.add_argument("--shape", choices=[name for name in SHAPES if "llama" in name])
    parser.add_argument("--peer-python", default=sys.executable)
    parser.add_argument("--tiny", action="store_true")
    options = parser.parse_args()
    shape = options.shape or ("tiny-llama" if options.tiny else "llama-3.2-1b")
    try:
        write_report(measure(shape, options.peer_python, options.tiny), options.json)
    except BackendError as problem:
        sys.exit(f"ownhand: {problem}")


if __name__ == "__main__":
    main()
