"""The kinds of model files that can be brought in. `IMPORTERS` is asked from the top down."""

from __future__ import annotations

from ownhand.core.contracts import ModelImporter
from ownhand.models.importers.gguf import GgufImporter
from ownhand.models.importers.hf_directory import HfImporter
from ownhand.models.importers.keras_preset import KerasPresetImporter

IMPORTERS: tuple[ModelImporter, ...] = (
    GgufImporter(),
    HfImporter(),
    KerasPresetImporter(),  # last: it takes bare names for handles
)
