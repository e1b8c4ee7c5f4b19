"""The kinds of model files that can be brought in. `IMPORTERS` is asked from the top down."""

from __future__ import annotations

from ownhand.core.contracts import ModelImporter
from ownhand.models.importers.gguf import GgufImporter

IMPORTERS: tuple[ModelImporter, ...] = (GgufImporter(),)
