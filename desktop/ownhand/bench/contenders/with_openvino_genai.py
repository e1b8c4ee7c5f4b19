"""openvino-genai, driven from a process of its own; see `worker.py`. Imports nothing of Ownhand."""

from __future__ import annotations

import time
from importlib.metadata import version
from typing import Any

import numpy as np
import openvino
import openvino_genai as genai


class Engine:
    """OpenVINO's text pipeline over the GGUF file, with its defaults but for the threads.

    It gives tokens, no logits; a step is the time between two tokens of its stream. It keeps the
    keys and values of earlier prompts, so that a prefill from nothing needs another first token.
    """

    def load(self, gguf: str, threads: int, **_others: Any) -> dict[str, Any]:
        """Translate the file and compile it; nothing else of the command concerns it."""
        self._pipeline = genai.LLMPipeline(gguf, "CPU", INFERENCE_NUM_THREADS=threads)
        self._fresh = 0
        self._held: list[int] = []
        return {"version": version("openvino-genai"), "weights": "GGUF, as its reader keeps it"}

    def decode(self, ids: list[int], new: int, **_others: Any) -> dict[str, Any]:
        """Greedy tokens, streamed."""
        begun, stream = time.perf_counter(), self._generate(ids, new)
        return {
            "first_s": stream.times[0] - begun,
            "total_s": stream.times[-1] - begun,
            "count": len(stream.times),
            "ids": stream.ids,
        }

    def prefill(self, ids: list[int]) -> dict[str, Any]:
        """Seconds from an empty cache to the first token."""
        self._fresh += 1
        ids = [100 + self._fresh, *ids[1:]]
        begun = time.perf_counter()
        return {"seconds": self._generate(ids, 1).times[0] - begun}

    def fill(self, ids: list[int]) -> dict[str, Any]:
        """Bring tokens into the cache."""
        self._held = ids
        self._generate(ids, 2)
        return {}

    def steps(self, count: int, **_others: Any) -> dict[str, Any]:
        """Seconds between tokens behind what `fill` brought in."""
        return {"seconds": np.diff(self._generate(self._held, count + 1).times).tolist()}

    def _generate(self, ids: list[int], new: int) -> _Stream:
        config = genai.GenerationConfig()
        config.max_new_tokens, config.ignore_eos, config.do_sample = new, True, False
        array = np.asarray([ids], np.int64)
        inputs = genai.TokenizedInputs(openvino.Tensor(array), openvino.Tensor(np.ones_like(array)))
        stream = _Stream()
        self._pipeline.generate(inputs, config, stream)
        return stream


class _Stream(genai.StreamerBase):  # type: ignore[misc]  # the library has no types
    """Notes when each token came."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[int] = []
        self.times: list[float] = []

    def write(self, token: Any) -> Any:
        """A token, or some at once."""
        found = token if isinstance(token, list) else [token]
        self.ids += found
        self.times += [time.perf_counter()] * len(found)
        return genai.StreamingStatus.RUNNING

    def end(self) -> None:
        """Nothing is held back."""
