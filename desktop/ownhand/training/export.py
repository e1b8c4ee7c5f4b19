"""Makes a model of the store out of a finished run, like any importer does."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.engine.architecture import Architecture, Weights
from ownhand.engine.families import family_of
from ownhand.models.layout import (
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    read_config,
    weight_shapes,
    write_config,
)
from ownhand.models.manifest import Source, now, read_manifest, write_manifest
from ownhand.models.weights_file import WeightsWriter

LINEAGE_FILE = "lineage.json"


class TrainedModel:
    """A `ModelImporter` whose source is a run: base, trained weights, lineage.

    Args:
        base: Directory of the model the run started from.
        arch: Its architecture.
        weights: What training made of its weights.
        title: Name of the new model.
        lineage: Where it comes from (base, spec, data hashes, versions), kept beside the weights.
    """

    def __init__(
        self,
        base: Path,
        arch: Architecture,
        weights: Weights,
        title: str,
        lineage: Mapping[str, Any],
    ) -> None:
        self._base, self._arch, self._weights = base, arch, weights
        self._title, self._lineage = title, lineage

    @property
    def name(self) -> str:
        """What the kind is called."""
        return "finetuned model"

    def sniff(self, source: str) -> bool:  # noqa: ARG002 - made for one source
        """Always: it stands for one run."""
        return True

    def needs_download(self, source: str) -> bool:  # noqa: ARG002 - the protocol has it
        """Never."""
        return False

    def convert(self, source: str, staging: Path, cancel: CancelToken) -> Iterator[Stage]:
        """Write the model into `staging`; looks at `cancel` between tensors."""
        class_name, config = read_config(self._base)
        write_config(staging, class_name, config)
        shutil.copyfile(self._base / TOKENIZER_FILE, staging / TOKENIZER_FILE)
        shapes = weight_shapes(class_name, config)
        with WeightsWriter(staging / WEIGHTS_FILE, shapes) as writer:
            tensors = family_of(class_name).write(self._arch, self._weights)
            for done, (path, array) in enumerate(tensors):
                cancel.raise_if_cancelled()
                yield Stage("Writing the model", done, len(shapes))
                writer.write(path, array)
        atomic.write_text(
            staging / LINEAGE_FILE, json.dumps(self._lineage, indent=2, ensure_ascii=False) + "\n"
        )
        base = read_manifest(self._base)
        write_manifest(
            staging,
            replace(
                base,
                slug="",
                title=self._title,
                parameters=sum(math.prod(shape) for shape in shapes.values()),
                source=Source("finetuned", source, ""),
                weights_sha256=writer.sha256,
                created=now(),
            ),
        )
