"""Small models from scratch for tests, with weights in which nothing is zero or one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.models.layout import WEIGHTS_FILE, read_config, weight_shapes
from ownhand.models.weights_file import WeightsWriter
from ownhand.training.scratch import Untrained, make_untrained
from ownhand.training.spec import TrainingSpec

TEXTS = (
    'It was late. "Are you there?" she said, and he didn\'t answer.\n\nThe rain fell -- softly.',
    "He said (quietly) that the well-known house was empty; nobody lived there any more.",
    "The rain fell on the house. She was late, and he was there: the house was his.",
)


def untrained(directory: Path, texts: Sequence[str] = TEXTS, **changes: object) -> Untrained:
    """A tiny model of a few texts; a post-norm one unless the changes say otherwise."""
    values: dict[str, object] = {
        "method": "scratch", "architecture": "post_norm", "vocabulary": "words", "vocabulary_size": 300,
        "layers": 2, "width": 32, "heads": 3, "feed_forward": 24, "seq": 20,
    }  # fmt: skip
    spec = TrainingSpec(**(values | changes))  # type: ignore[arg-type] # whatever a test asks for
    *_, made = make_untrained(directory, lambda: texts, spec, "Tiny", CancelToken())
    assert isinstance(made, Untrained)
    return made


def shake(directory: Path, seed: int = 5, spoil: float = 0.0) -> dict[str, np.ndarray]:
    """Give every weight of a model another random value; returns them by path.

    `spoil` is added to one number of each.
    """
    rng = np.random.default_rng(seed)
    shapes = weight_shapes(*read_config(directory))
    (directory / WEIGHTS_FILE).unlink()
    arrays = {
        path: rng.normal(0.1, 0.4, shape).astype(np.float32) for path, shape in shapes.items()
    }
    for array in arrays.values():
        array.flat[0] += spoil
    with WeightsWriter(directory / WEIGHTS_FILE, shapes) as writer:
        for path, array in arrays.items():
            writer.write(path, array)
    return arrays
