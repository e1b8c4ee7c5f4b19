"""llama-cpp-python, driven from a process of its own; see `worker.py`. Imports nothing of Ownhand."""

from __future__ import annotations

import time
from importlib.metadata import version
from itertools import islice
from typing import Any

import llama_cpp
import numpy as np


class Engine:
    """llama.cpp over the GGUF file, with its defaults but for the threads and the context."""

    def load(self, gguf: str, threads: int, context: int, **_others: Any) -> dict[str, Any]:
        """Open the file; nothing else of the command concerns it."""
        self._options = {
            "model_path": gguf, "n_threads": threads, "n_threads_batch": threads, "verbose": False,
        }  # fmt: skip
        self._llama = llama_cpp.Llama(n_ctx=context, **self._options)
        kind = self._llama.metadata.get("general.file_type", "")
        name = {"0": "F32", "1": "F16", "2": "Q4_0", "3": "Q4_1", "7": "Q8_0"}.get(kind, kind)
        return {"version": version("llama-cpp-python"), "weights": f"GGUF {name}"}

    def decode(self, ids: list[int], new: int, **_others: Any) -> dict[str, Any]:
        """Greedy tokens by its Python generator, as a program streams them."""
        self._llama.reset()
        return _timed(islice(self._llama.generate(ids, temp=0.0), new))

    def decode_completion(self, ids: list[int], new: int, **_others: Any) -> dict[str, Any]:
        """Greedy text by `create_completion`, the same with its text and stop strings."""
        self._llama.reset()
        events = self._llama.create_completion(ids, max_tokens=new, temperature=0.0, stream=True)
        return {**_timed(0 for _ in events), "ids": []}

    def decode_raw(self, ids: list[int], new: int, **_others: Any) -> dict[str, Any]:
        """Greedy tokens by bare `eval` and an argmax: what its engine can do without its wrapper."""
        self._llama.reset()
        return _timed(self._greedy(ids, new))

    def _greedy(self, ids: list[int], new: int) -> Any:
        for _ in range(new):
            self._llama.eval(ids)
            ids = [int(self._logits().argmax())]
            yield ids[0]

    def _logits(self) -> Any:
        """`<float32>[vocabulary]` after the last token; a view that the next `eval` changes."""
        pointer = llama_cpp.llama_get_logits_ith(self._llama.ctx, -1)
        return np.ctypeslib.as_array(pointer, shape=(self._llama.n_vocab(),))

    def prefill(self, ids: list[int]) -> dict[str, Any]:
        """Seconds from an empty cache to the logits after the last token."""
        self._llama.reset()
        begun = time.perf_counter()
        self._llama.eval(ids)
        self._logits()
        return {"seconds": time.perf_counter() - begun}

    def fill(self, ids: list[int]) -> dict[str, Any]:
        """Bring tokens into the cache, from the first that is not there."""
        held = self._llama.input_ids[: self._llama.n_tokens].tolist()
        same = next((i for i, (a, b) in enumerate(zip(held, ids)) if a != b), min(len(held), len(ids)))  # noqa: B905  # fmt: skip
        self._llama.n_tokens = min(same, len(ids) - 1)
        self._llama.eval(ids[self._llama.n_tokens :])
        self._logits()
        return {}

    def steps(self, token: int, count: int) -> dict[str, Any]:
        """Seconds of single steps behind what `fill` brought in; each is forgotten again."""
        taken = []
        for _ in range(count):
            begun = time.perf_counter()
            self._llama.eval([token])
            self._logits()
            taken.append(time.perf_counter() - begun)
            self._llama.n_tokens -= 1
        return {"seconds": taken}

    def score(self, windows: list[list[int]], file: str) -> dict[str, Any]:
        """Write the logits after every token but the last of each window, each window at once."""
        np.save(file, np.concatenate([self._logits_at_once(w[:-1]) for w in windows]))
        return {}

    def score_by_step(self, windows: list[list[int]], file: str) -> dict[str, Any]:
        """The same, one token at a time, as text is written."""
        np.save(file, np.concatenate([self._logits_by_step(w[:-1]) for w in windows]))
        return {}

    def _logits_by_step(self, ids: list[int]) -> Any:
        self._llama.reset()
        found = []
        for token in ids:
            self._llama.eval([token])
            found.append(self._logits().copy())
        return np.stack(found)

    def _logits_at_once(self, ids: list[int]) -> Any:
        llama = llama_cpp.Llama(n_ctx=len(ids), logits_all=True, **self._options)
        llama.eval(ids)
        return llama.scores[: len(ids)].copy()


def _timed(tokens: Any) -> dict[str, Any]:
    """Seconds to the first and to the last of some tokens."""
    begun = time.perf_counter()
    ids, first = [], 0.0
    for token in tokens:
        ids.append(int(token))
        first = first or time.perf_counter() - begun
    return {"first_s": first, "total_s": time.perf_counter() - begun, "count": len(ids), "ids": ids}
