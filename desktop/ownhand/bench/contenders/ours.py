"""Ownhand as a contender: the loader, session and stream that the window uses."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.bench import first_token, speculation
from ownhand.bench.loading import load_for_bench, read_prompt
from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Floats
from ownhand.core.messages import GenerationFinished, GenerationRequest, Stage, TextArrived
from ownhand.core.paths import user_paths
from ownhand.core.presets import find_preset
from ownhand.core.sampling import SamplingSettings
from ownhand.core.settings import load_settings
from ownhand.engine.candidates import write_candidates
from ownhand.engine.generation import continue_text
from ownhand.engine.session import Session

_NEVER = CancelToken()


class OwnhandEngine:
    """Obeys `worker.serve`.

    Args:
        changes: What shall differ from the writer's settings: fields of `BackendChoice`.
    """

    def __init__(self, **changes: str) -> None:
        self._changes = changes

    def load(self, directory: str, **_others: Any) -> dict[str, Any]:
        """Load the model with the writer's own settings; stop tokens stop nothing from now on."""
        self._model = load_for_bench(Path(directory), **self._changes)
        self._model.tokenizer.stop_ids = frozenset()
        # Guesses at the next tokens help where a text repeats, as greedy text does; they are measured apart.
        self._session = Session(self._model.decoder, looks_ahead=False)
        runtime = self._model.decoder.runtime
        return {
            "version": f"{runtime.backend} on {runtime.device}",
            "weights": runtime.dtype,
            "backend": runtime.backend,
            "dtype": runtime.dtype,
        }

    def decode(self, text: str, new: int, **_others: Any) -> dict[str, Any]:
        """Greedy text, streamed as the window and `ownhand write` stream it."""
        self._session.forget()
        request = GenerationRequest(text, SamplingSettings(sampler="greedy", seed=0), max_tokens=new)  # fmt: skip
        begun = time.perf_counter()
        events = continue_text(self._session, self._model.tokenizer, request, _NEVER)
        arrivals = [(time.perf_counter() - begun, e) for e in events if isinstance(e, TextArrived)]
        (first_s, first), (last_s, last) = arrivals[0], arrivals[-1]
        return {
            "first_s": first_s,
            "total_s": last_s,
            "count": last.tokens - first.tokens + 1,
            "text": "".join(event.text for _, event in arrivals),
        }

    def candidates(self, text: str, new: int, count: int) -> dict[str, Any]:
        """Seconds for some continuations at once, with the writer's preset, the prompt read anew."""
        self._session.forget()
        preset = find_preset(load_settings(user_paths().settings_file).preset, user_paths())
        settings = replace(preset.settings, seed=7)
        request = GenerationRequest(text, settings, max_tokens=new, candidates=count)
        write = write_candidates if count > 1 else continue_text
        begun = time.perf_counter()
        *_, last = write(self._session, self._model.tokenizer, request, _NEVER)
        assert isinstance(last, GenerationFinished)
        return {"seconds": time.perf_counter() - begun, "tokens": last.new_tokens}

    def prefill(self, ids: list[int]) -> dict[str, Any]:
        """Seconds from an empty cache to the logits after the last token."""
        self._session.forget()
        begun = time.perf_counter()
        self.fill(ids)
        return {"seconds": time.perf_counter() - begun}

    def fill(self, ids: list[int]) -> dict[str, Any]:
        """Bring tokens into the cache, from the first that is not there, as a prompt is read."""
        read_prompt(self._session, np.asarray(ids, np.int32))
        return {}

    def steps(self, token: int, count: int) -> dict[str, Any]:
        """Seconds of single steps behind what `fill` brought in; each is forgotten again."""
        _drain(self._session.prepare(1, 1, _NEVER))
        ids = np.array([[token]], np.int32)
        taken = []
        for _ in range(count):
            begun = time.perf_counter()
            self._session.extend(ids)
            taken.append(time.perf_counter() - begun)
            self._session.rewind(1)
        return {"seconds": taken}

    def score(self, windows: list[list[int]], file: str) -> dict[str, Any]:
        """Write the logits after every token but the last of each window, each window at once."""
        found = [self._logits(window[:-1], at_once=len(window) - 1) for window in windows]
        np.save(file, np.concatenate(found))
        return {}

    def score_by_step(self, windows: list[list[int]], file: str) -> dict[str, Any]:
        """The same, one token at a time, as text is written."""
        found = [self._logits(window[:-1], at_once=1) for window in windows]
        np.save(file, np.concatenate(found))
        return {}

    def _logits(self, window: list[int], at_once: int) -> Floats:
        """`<float32>[tokens, vocabulary]`, from an empty cache."""
        self._session.forget()
        ids = np.asarray([window], np.int32)
        _drain(self._session.prepare(len(window), 1, _NEVER, seq=at_once, all_positions=True))
        parts = [ids[:, start : start + at_once] for start in range(0, len(window), at_once)]
        return np.concatenate(
            [self._session.extend(p, all_positions=True).logits[0] for p in parts]
        )

    def first_token(self, ids: list[int], runs: int) -> dict[str, Any]:
        """What reading a long prompt costs beside one plain pass over it."""
        return first_token.measure(self._model, np.asarray(ids, np.int32), runs)

    def speculation(self, runs: int) -> dict[str, Any]:
        """What guessing by looking up the prompt gains."""
        return speculation.measure(self._model, runs)


def _drain(events: Iterator[Stage]) -> None:
    for _ in events:
        pass
