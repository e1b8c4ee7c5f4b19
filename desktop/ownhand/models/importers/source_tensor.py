"""Where a weight of a model directory comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SourceTensor:
    """A tensor of the file that is brought in.

    Attributes:
        name: What it is called there.
        arrange: Brings it into KerasHub's shape and order.
    """

    name: str
    arrange: Callable[[Array], Array]

    def shaped(self, values: Array) -> Array:
        """The tensor's values as KerasHub has them.

        Raises:
            ImportRefusedError: If they are of another shape than a model of this kind has.
        """
        try:
            return self.arrange(values)
        except ValueError as problem:
            raise ImportRefusedError(
                Sentence(
                    "The weight {name} has a shape that does not fit this model ({problem}). Get the model again, with all of its files.",
                    name=self.name,
                    problem=problem,
                )
            ) from problem
