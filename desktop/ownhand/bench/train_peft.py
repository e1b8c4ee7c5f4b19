"""What transformers and peft do of the training measurement; a process of its own, which imports nothing of Ownhand.

`python train_peft.py JOB` reads a JSON file, takes its steps of LoRA, and prints one JSON line.
`ownhand bench train` starts it with the Python it was told.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
import transformers


def main() -> None:
    """Train as the job says.

    Its keys: "model" (a Hugging Face directory), "batches" (an .npz file with "ids" `<int32>[steps,
    batch, seq + 1]` and "wanted" `<float32>[steps, batch, seq]`), "targets", "rank", "alpha", "rate",
    "clip_norm", "threads".
    """
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    peft: Any = importlib.import_module("peft")
    torch.set_num_threads(job["threads"])
    base = transformers.AutoModelForCausalLM.from_pretrained(job["model"], dtype=torch.float32)
    wanted = peft.LoraConfig(
        r=job["rank"], lora_alpha=job["alpha"], target_modules=job["targets"], lora_dropout=0.0
    )
    model: Any = peft.get_peft_model(base, wanted).train()
    learnt = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=job["rate"], weight_decay=0.0)
    with np.load(job["batches"]) as batches:
        all_ids, all_wanted = batches["ids"], batches["wanted"]
    times, losses = [], []
    for ids, counts in zip(all_ids, all_wanted, strict=True):
        begun = time.perf_counter()
        labels = np.where(counts > 0, ids[:, 1:], -100)
        logits = model(input_ids=torch.tensor(ids[:, :-1], dtype=torch.long)).logits
        flat = torch.tensor(labels, dtype=torch.long).reshape(-1)
        loss = torch.nn.functional.cross_entropy(logits.reshape(len(flat), -1), flat)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, job["clip_norm"])
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(round(float(loss), 4))
        times.append(time.perf_counter() - begun)
    packages = {"torch": torch, "transformers": transformers, "peft": peft}
    line = {
        "first_s": times[0], "step_s": times[1:], "losses": [losses[0], losses[-1]],
        "places": all_wanted[0].size, "peak_bytes": _peak(),
        "versions": {name: package.__version__ for name, package in packages.items()},
    }  # fmt: skip
    sys.stdout.write(json.dumps(line) + "\n")


def _peak() -> int:
    """Most memory that this process ever had, in bytes."""
    try:
        import resource
    except ImportError:  # Windows, where psutil knows the peak
        import psutil

        return int(getattr(psutil.Process().memory_info(), "peak_wset", 0))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(most) * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
