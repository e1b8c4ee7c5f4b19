"""What goes to and fro between the window and the process that reads texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ownhand.core.paths import Paths
from ownhand.training.spec import TrainingSpec


@dataclass(frozen=True, slots=True)
class Request:
    """What shall be done.

    Attributes:
        kind: "inspect", "preview" (another cleaning of what was inspected last) or "plan".
        spec: Of which texts, and for what.
        paths: The writer's folders.
        backend: Keras backend, for a plan.
    """

    kind: Literal["inspect", "preview", "plan"]
    spec: TrainingSpec
    paths: Paths
    backend: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """The request could not be carried out.

    Attributes:
        kind: Name of the error's class.
        message: For the writer.
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing more comes of this request."""
