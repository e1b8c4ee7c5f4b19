"""From one model to another over the same whole weights: only the matrices that differ are exchanged.

The base's own matrices are read from its file again, never got back by subtracting, so that going to
an adapter and back changes no bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.engine.families.parts import matrix_of, read_matrix
from ownhand.engine.loader import LoadedModel, cancellable
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import Manifest, read_manifest
from ownhand.models.tensors import ModelTensors


def can_switch(loaded: LoadedModel, manifest: Manifest) -> bool:
    """Whether a model differs from the loaded one by adapters alone."""
    adapter = manifest.adapter
    whole = adapter.base_sha256 if adapter else manifest.weights_sha256
    return whole == loaded.whole_sha256 and manifest.context_tokens == loaded.arch.context


def switch_model(
    loaded: LoadedModel, directory: Path, cancel: CancelToken
) -> Iterator[Stage | LoadedModel]:
    """Make the loaded model another one; the last event is that `LoadedModel`, with the same decoder.

    If it does not come to its end, the loaded model is neither the one nor the other, and must be freed.

    Raises:
        Cancelled: Between two matrices, once asked to stop.
        ModelError: If the directory is damaged.
    """
    manifest = read_manifest(directory)
    label = Sentence("Switching to {title}", title=manifest.title)
    yield Stage(label)
    tokenizer = Tokenizer(directory / TOKENIZER_FILE, manifest)
    tensors = ModelTensors(directory)
    changed = sorted({matrix_of(path) for path in loaded.adapted | tensors.adapted})
    for done, (layer, name) in enumerate(changed):
        yield Stage(label, done, len(changed))
        matrix = read_matrix(loaded.arch, cancellable(tensors, cancel), layer, name)
        loaded.decoder.runtime.replace(layer, name, matrix)
    loaded.decoder.forget()
    yield LoadedModel(
        manifest, tokenizer, loaded.decoder, loaded.arch, loaded.whole_sha256, tensors.adapted
    )
