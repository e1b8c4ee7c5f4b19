"""KerasHub over the same weights: its own `generate()`, and the reference for quality."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core.paths import user_paths
from ownhand.core.settings import load_settings
from ownhand.engine.backends import BackendChoice, choose_backend, prepare_process
from ownhand.models.kerashub import causal_model


class KerasHubEngine:
    """Obeys `worker.serve`. `generate()` is one program: it has no steps and no stream."""

    def load(self, directory: str, threads: int, **_others: Any) -> dict[str, Any]:
        """Fill KerasHub's model with the weights, float32, greedy."""
        os.environ.setdefault("TF_NUM_INTRAOP_THREADS", str(threads))
        settings = load_settings(user_paths().settings_file)
        backend = choose_backend(settings.backend)
        prepare_process(BackendChoice(backend, settings.device))
        self._model = causal_model(Path(directory))
        self._model.compile(sampler="greedy")
        import keras_hub

        return {"version": f"{keras_hub.__version__} ({backend})", "weights": "float32"}

    def decode(self, ids: list[int], new: int, **_others: Any) -> dict[str, Any]:
        """Greedy tokens; all of them come at once."""
        total = len(ids) + new
        padded = np.zeros((1, total), np.int32)
        padded[0, : len(ids)] = ids
        inputs = {"token_ids": padded, "padding_mask": (np.arange(total) < len(ids))[None]}
        begun = time.perf_counter()
        output = self._model.generate(inputs, stop_token_ids=None)
        seconds = time.perf_counter() - begun
        written = np.asarray(output["token_ids"])[0, len(ids) :].tolist()
        return {"total_s": seconds, "count": new, "ids": written}

    def score(self, windows: list[list[int]], file: str) -> dict[str, Any]:
        """Write the logits after every token but the last of each window, each window at once."""
        backbone = self._model.backbone
        parts = []
        for window in windows:
            ids = np.asarray([window[:-1]], np.int32)
            hidden = backbone({"token_ids": ids, "padding_mask": np.ones_like(ids)})
            parts.append(np.asarray(backbone.token_embedding(hidden, reverse=True))[0])
        np.save(file, np.concatenate(parts).astype(np.float32))
        return {}
