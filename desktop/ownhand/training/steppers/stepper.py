"""What a training backend is given, and what it implements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ownhand.engine.architecture import Architecture, Array
from ownhand.models.layout import Shapes
from ownhand.training.blocks import Batch, Score
from ownhand.training.optimizer import Adam
from ownhand.training.parameters import Parameters

Convert = Callable[[Any, str], Any]
"""`(array, dtype) -> tensor` of a backend."""


@dataclass(frozen=True, slots=True)
class Trainable:
    """A model, told apart into what is learnt and what stays.

    Attributes:
        arch: The architecture.
        parameters: What is learnt, by name; a block's begin with "layers.<index>.".
        frozen: Gives the weights that stay, as the fields of `Weights`, put on a device by a `Convert`.
        around: `(frozen weights, trained tensors outside the blocks) -> weights`, but for the blocks.
        layer: `(frozen block, its trained tensors by their names within it) -> block`.
    """

    arch: Architecture
    parameters: Parameters
    frozen: Callable[[Convert, str], Mapping[str, Any]]
    around: Callable[[Mapping[str, Any], Mapping[str, Any]], Mapping[str, Any]]
    layer: Callable[[Mapping[str, Any], Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Numerics:
    """How a step is computed.

    Attributes:
        optimizer: Turns gradients into new parameters.
        dropout: Share of each block's outputs set to zero while learning.
        recompute: Make the insides of each block again for the gradient instead of keeping them.
        mixed: Compute blocks in bfloat16; parameters, norms and sums stay float32.
        seed: Of the dropout.
    """

    optimizer: Adam
    dropout: float = 0.0
    recompute: bool = False
    mixed: bool = False
    seed: int = 0

    @property
    def dtype(self) -> str:
        """Number type of the blocks."""
        return "bfloat16" if self.mixed else "float32"


class Stepper(Protocol):
    """Parameters, their gradients and the optimiser's means, on a device."""

    def accumulate(self, batch: Batch, number: int) -> Score:
        """Add the gradient of a micro-batch.

        Args:
            batch: The sequences.
            number: Of the micro-batch within the run; decides the dropout.
        """
        ...

    def apply(self, rate: float) -> float:
        """Take one step with the mean gradient of what was accumulated; returns its norm."""
        ...

    def score(self, batch: Batch) -> Score:
        """Score a batch without learning from it."""
        ...

    def values(self) -> dict[str, Array]:
        """The parameters, by name."""
        ...

    def shapes(self) -> Shapes:
        """Names and shapes of `state`."""
        ...

    def state(self) -> Iterator[tuple[str, Array]]:
        """Everything a checkpoint needs, one tensor at a time: parameters ("value/…"), means
        ("mean/…"), squares ("square/…") and the number of steps ("step")."""
        ...

    def restore(self, state: Mapping[str, Array]) -> None:
        """Go back to a state, bit for bit."""
        ...


def dropped(
    layer: Mapping[str, Any], index: Any, drop: Callable[[Any, Any], Any]
) -> dict[str, Any]:
    """A block that drops some of what attention and feed-forward give.

    Args:
        layer: Its weights.
        index: Its number, an integer or a tensor.
        drop: `(x, site) -> x`; each place in the model is a site of its own.
    """
    sites = {"attention": 2 * index, "feed_forward": 2 * index + 1}
    return {**layer, "dropout": lambda x, name: drop(x, sites[name])}
