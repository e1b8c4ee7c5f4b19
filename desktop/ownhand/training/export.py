"""Makes a model of the store out of a finished run, like any importer does."""

from __future__ import annotations

import json
import math
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.clock import timestamp
from ownhand.core.messages import Stage
from ownhand.engine.architecture import Architecture, Array, Weights
from ownhand.engine.families import family_of
from ownhand.engine.families.parts import part_path
from ownhand.models.adapter import ADAPTER_FILE, whole_model_of
from ownhand.models.layout import (
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    Shapes,
    read_config,
    weight_shapes,
    write_config,
)
from ownhand.models.manifest import Adapter, Source, read_manifest, write_manifest
from ownhand.models.tensors import ModelTensors
from ownhand.models.weights_file import WeightsWriter
from ownhand.training.lineage import LINEAGE_FILE


class _Trained(ABC):
    """A `ModelImporter` whose source is a run.

    Args:
        base: Directory of the model the run started from.
        title: Name of the new model.
        lineage: Where it comes from, as `lineage.lineage_of_run` tells; kept beside the weights.
    """

    def __init__(self, base: Path, title: str, lineage: Mapping[str, Any]) -> None:
        self._base, self._title, self._lineage = base, title, lineage

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
        file_name, shapes = self._file()
        with WeightsWriter(staging / file_name, shapes) as writer:
            for done, (path, array) in enumerate(self._tensors()):
                cancel.raise_if_cancelled()
                yield Stage("Writing the model", done, len(shapes))
                writer.write(path, array)
        atomic.write_text(
            staging / LINEAGE_FILE, json.dumps(self._lineage, indent=2, ensure_ascii=False) + "\n"
        )
        whole = weight_shapes(class_name, config)
        write_manifest(
            staging,
            replace(
                read_manifest(self._base),
                slug="",
                title=self._title,
                parameters=sum(math.prod(shape) for shape in whole.values()),
                source=Source("finetuned", source, ""),
                weights_sha256=writer.sha256,
                created=timestamp(),
                adapter=self._adapter(),
            ),
        )

    @abstractmethod
    def _file(self) -> tuple[str, Shapes]:
        """Name of the weights file, and what will be in it."""

    @abstractmethod
    def _tensors(self) -> Iterator[tuple[str, Array]]:
        """What goes into it."""

    @abstractmethod
    def _adapter(self) -> Adapter | None:
        """What the model stands on, if it does."""


class TrainedModel(_Trained):
    """A run whose weights are all written: a full finetune, or a model made from scratch.

    Args:
        base: Directory of the model the run started from.
        arch: Its architecture.
        weights: What training made of its weights.
        title: Name of the new model.
        lineage: Where it comes from.
    """

    def __init__(
        self,
        base: Path,
        arch: Architecture,
        weights: Weights,
        title: str,
        lineage: Mapping[str, Any],
    ) -> None:
        super().__init__(base, title, lineage)
        self._arch, self._weights = arch, weights

    def _file(self) -> tuple[str, Shapes]:
        return WEIGHTS_FILE, weight_shapes(*read_config(self._base))

    def _tensors(self) -> Iterator[tuple[str, Array]]:
        class_name, _ = read_config(self._base)
        return family_of(class_name).write(self._arch, self._weights)

    def _adapter(self) -> Adapter | None:
        return None


class TrainedAdapter(_Trained):
    """A LoRA run: its factors alone are written, and the model stands on the whole one.

    If the run started from an adapter, the new factors are put beside the old ones, so that an
    adapter never stands on another.

    Args:
        base: Directory of the model the run started from.
        parameters: The factors, as `parameters.lora_parameters` names them.
        scale: By which their products are multiplied.
        title: Name of the new model.
        lineage: Where it comes from.
    """

    def __init__(
        self,
        base: Path,
        parameters: Mapping[str, Array],
        scale: float,
        title: str,
        lineage: Mapping[str, Any],
    ) -> None:
        super().__init__(base, title, lineage)
        self._scale = scale
        self._factors = self._joined(parameters)

    def _joined(self, parameters: Mapping[str, Array]) -> dict[str, Array]:
        factors: dict[str, Array] = {}
        for name, array in parameters.items():
            _, layer, part, side = name.split(".")
            factors[f"{part_path(int(layer), part)}.{side}"] = array
        before = ModelTensors(self._base)
        for path in before.adapted:
            a, b = before.factors(path)
            b = b * np.float32(before.scale / self._scale)  # a model has one scale
            if f"{path}.a" in factors:
                a = np.concatenate([a, factors[f"{path}.a"]], axis=1)
                b = np.concatenate([b, factors[f"{path}.b"]], axis=0)
            factors |= {f"{path}.a": a, f"{path}.b": b}
        return dict(sorted(factors.items()))

    def _file(self) -> tuple[str, Shapes]:
        return ADAPTER_FILE, {name: array.shape for name, array in self._factors.items()}

    def _tensors(self) -> Iterator[tuple[str, Array]]:
        yield from self._factors.items()

    def _adapter(self) -> Adapter | None:
        whole = read_manifest(whole_model_of(self._base))
        return Adapter(whole.slug, whole.weights_sha256, self._scale)
