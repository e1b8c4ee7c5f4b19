"""What the model writes in the middle of its training: the same engine, with the weights of the moment."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import GenerationRequest, TextArrived
from ownhand.core.presets import builtin_presets
from ownhand.engine.architecture import Array
from ownhand.engine.backends import BackendChoice, make_runtime
from ownhand.engine.decoder import KerasDecoder
from ownhand.engine.generation import continue_text
from ownhand.engine.session import Session
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.training.events import SampleWritten
from ownhand.training.method import adapters_of, read_base
from ownhand.training.parameters import merged
from ownhand.training.spec import TrainingSpec


class SampleWriter:
    """Writes a spec's samples.

    Args:
        spec: The model the run started from, prompt, length and presets.
        backend: Keras backend of this process.
    """

    def __init__(self, spec: TrainingSpec, backend: str) -> None:
        self._spec, self._backend = spec, backend
        directory = Path(spec.base)
        self._tokenizer = Tokenizer(directory / TOKENIZER_FILE, read_manifest(directory))

    def write(self, step: int, values: Mapping[str, Array]) -> Iterator[SampleWritten]:
        """One sample with each preset of the spec.

        Args:
            step: Steps taken; with the run's seed it decides the samples.
            values: The parameters, by name.
        """
        spec = self._spec
        base = read_base(
            Path(spec.base)
        )  # again each time: between samples the memory is for training
        weights = merged(
            base.arch, base.weights, base.layers, dict(values), adapters_of(spec).scale
        )
        runtime = make_runtime(BackendChoice(self._backend, dtype="float32"), base.arch, weights)
        del weights
        arch = base.arch
        token_bytes = arch.layers * 2 * arch.kv_heads * arch.head_width * 4
        session = Session(KerasDecoder(runtime, arch.vocabulary, arch.context, token_bytes))
        presets = {preset.slug: preset for preset in builtin_presets()}
        for slug in spec.samplers:
            settings = replace(presets[slug].settings, seed=spec.seed + step)
            request = GenerationRequest(
                prompt=spec.sample_prompt, settings=settings, max_tokens=spec.sample_tokens
            )  # fmt: skip
            events = continue_text(session, self._tokenizer, request, CancelToken())
            text = "".join(event.text for event in events if isinstance(event, TextArrived))
            yield SampleWritten(step, presets[slug].name, spec.sample_prompt, text)
        del session, runtime
        gc.collect()  # compiled functions hold themselves in circles, and the weights with them
