"""transformers on torch, driven from a process of its own; see `worker.py`. Imports nothing of Ownhand."""

from __future__ import annotations

import time
from importlib.metadata import version
from typing import Any

import numpy as np
import torch
import transformers


class Engine:
    """Eager float32 over the same weights, as `generate` goes without further options."""

    def load(self, hf: str, threads: int, **_others: Any) -> dict[str, Any]:
        """Read the Hugging Face directory; nothing else of the command concerns it."""
        torch.set_num_threads(threads)
        torch.set_grad_enabled(False)
        self._model = transformers.AutoModelForCausalLM.from_pretrained(hf, dtype=torch.float32)
        self._model.eval()
        self._held: list[int] = []
        self._cache: Any = None
        found = f"{version('transformers')} (torch {version('torch')})"
        return {"version": found, "weights": "float32"}

    def decode(self, ids: list[int], new: int, **_others: Any) -> dict[str, Any]:
        """Greedy tokens by `generate`, noted as its streamer gets them."""
        stream = _Stream()
        inputs = torch.tensor([ids])
        begun = time.perf_counter()
        self._model.generate(
            inputs, attention_mask=torch.ones_like(inputs), max_new_tokens=new, do_sample=False,
            eos_token_id=None, pad_token_id=0, streamer=stream,
        )  # fmt: skip
        return {
            "first_s": stream.times[0] - begun,
            "total_s": stream.times[-1] - begun,
            "count": len(stream.times),
            "ids": stream.ids,
        }

    def prefill(self, ids: list[int]) -> dict[str, Any]:
        """Seconds from an empty cache to the logits after the last token."""
        begun = time.perf_counter()
        self._forward(ids, transformers.DynamicCache(), last=True)
        return {"seconds": time.perf_counter() - begun}

    def fill(self, ids: list[int]) -> dict[str, Any]:
        """Bring tokens into the cache, from the first that is not there."""
        if self._cache is None or ids[: len(self._held)] != self._held:
            self._cache, self._held = transformers.DynamicCache(), []
        self._forward(ids[len(self._held) :], self._cache, last=True)
        self._held = ids
        return {}

    def steps(self, token: int, count: int) -> dict[str, Any]:
        """Seconds of single steps behind what `fill` brought in; each is forgotten again."""
        taken = []
        for _ in range(count):
            begun = time.perf_counter()
            self._forward([token], self._cache, last=True)
            taken.append(time.perf_counter() - begun)
            self._cache.crop(-1)
        return {"seconds": taken}

    def score(self, windows: list[list[int]], file: str) -> dict[str, Any]:
        """Write the logits after every token but the last of each window, each window at once."""
        found = [self._forward(w[:-1], transformers.DynamicCache(), last=False) for w in windows]
        np.save(file, np.concatenate(found))
        return {}

    def _forward(self, ids: list[int], cache: Any, last: bool) -> Any:
        """Logits `<float32>[tokens, vocabulary]`, of the last token alone if nothing else is wanted."""
        keep = 1 if last else 0
        output = self._model(
            torch.tensor([ids]), past_key_values=cache, use_cache=True, logits_to_keep=keep
        )
        return output.logits[0].numpy()


class _Stream:
    """Notes when each token came; what comes first is the prompt."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.times: list[float] = []
        self._prompt = True

    def put(self, value: Any) -> None:
        """The prompt, then a token at a time."""
        if not self._prompt:
            self.ids += value.flatten().tolist()
            self.times.append(time.perf_counter())
        self._prompt = False

    def end(self) -> None:
        """Nothing is held back."""
