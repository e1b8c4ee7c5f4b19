"""What transformers does of the GPU measurement; a process of its own, which imports nothing of Ownhand.

`python gpu_transformers.py decode|train JSON` prints one JSON line. `ownhand bench gpu` starts it, with the
Python it was told, and tells it the sizes; the weights are random.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import torch
import transformers


def decode(job: dict[str, Any], device: str) -> dict[str, Any]:
    """Greedy decoding by `generate` with a static cache, compiled where there is a GPU."""
    config = transformers.LlamaConfig(
        vocab_size=job["vocabulary"], hidden_size=job["width"], num_hidden_layers=job["layers"],
        num_attention_heads=job["heads"], num_key_value_heads=job["kv_heads"],
        intermediate_size=job["feed_forward"], max_position_embeddings=job["context"],
        rope_theta=job["wavelength"], tie_word_embeddings=True, rms_norm_eps=1e-5,
        bos_token_id=None, eos_token_id=None, pad_token_id=0,
    )  # fmt: skip
    with torch.device(device):
        model = transformers.LlamaForCausalLM(config).to(torch.bfloat16).eval()
    if device == "cuda":
        model.forward = torch.compile(model.forward, mode="reduce-overhead", fullgraph=True)
    ids = torch.arange(job["prompt"], device=device)[None] % job["vocabulary"]
    options = {"do_sample": False, "cache_implementation": "static", "eos_token_id": None}

    def seconds(new: int) -> float:
        _wait(device)
        begun = time.perf_counter()
        with torch.no_grad():
            model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=new, **options)
        _wait(device)
        return time.perf_counter() - begun

    for _ in range(2):  # compiles
        seconds(job["new"])
        seconds(1)
    rates = [(job["new"] - 1) / (seconds(job["new"]) - seconds(1)) for _ in range(job["runs"])]
    return {"tokens_per_s": rates, "compiled": device == "cuda"}


def train(job: dict[str, Any], device: str) -> dict[str, Any]:
    """Steps of AdamW on a GPT-2, blocks in bfloat16; "lora" by peft."""
    config = transformers.GPT2Config(
        vocab_size=job["vocabulary"], n_embd=job["width"], n_layer=job["layers"],
        n_head=job["heads"], n_positions=job["context"], resid_pdrop=0.0, embd_pdrop=0.0,
        attn_pdrop=0.0, bos_token_id=None, eos_token_id=None,
    )  # fmt: skip
    model: Any = transformers.GPT2LMHeadModel(config).to(device).train()
    if job["method"] == "lora":
        peft: Any = importlib.import_module("peft")
        wanted = peft.LoraConfig(r=job["rank"], lora_alpha=2 * job["rank"], target_modules=["c_attn"], fan_in_fan_out=True)  # fmt: skip
        model = peft.get_peft_model(model, wanted)
    learnt = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=5e-5, weight_decay=0.0, fused=device == "cuda")
    ids = torch.arange(job["batch"] * job["seq"], device=device).reshape(job["batch"], job["seq"])
    ids = ids % job["vocabulary"]

    def step() -> None:
        with torch.autocast(device, torch.bfloat16, enabled=job["mixed"]):
            loss = model(input_ids=ids, labels=ids).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)

    for _ in range(2):
        step()
    return {"step_s": _timed(step, job["runs"], device), "peak_bytes": _peak(device)}


def _timed(step: Callable[[], None], runs: int, device: str) -> list[float]:
    times = []
    for _ in range(runs):
        _wait(device)
        begun = time.perf_counter()
        step()
        _wait(device)
        times.append(time.perf_counter() - begun)
    return times


def _wait(device: str) -> None:
    if device == "cuda":
        torch.cuda.synchronize()


def _peak(device: str) -> int:
    if device == "cuda":
        return int(torch.cuda.max_memory_allocated())
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Do one job."""
    job = json.loads(sys.argv[2])
    device = "cuda" if job["gpu"] else "cpu"
    if device == "cuda" and not torch.cuda.is_available():
        sys.exit("This torch cannot use the GPU.")
    told = {"decode": decode, "train": train}[sys.argv[1]](job, device)
    versions = {"transformers": transformers.__version__, "torch": torch.__version__}
    sys.stdout.write(json.dumps(told | {"versions": versions}) + "\n")


if __name__ == "__main__":
    main()
