"""What is told of a stream when it begins and when it has ended."""

from __future__ import annotations

from dataclasses import dataclass

from ownhand.core.messages import FinishReason


@dataclass(frozen=True, slots=True)
class StreamBegun:
    """The model was asked.

    Attributes:
        start: Where its text goes, in code points.
        candidates: How many continuations it writes at once.
        max_tokens: Longest continuation.
        preset: Name of the preset in use.
        model: What the writer knows the model by; "" while it still loads.
    """

    start: int = 0
    candidates: int = 1
    max_tokens: int = 0
    preset: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class StreamEnded:
    """Nothing more comes.

    Attributes:
        begun: What was told when it began, the model known by now.
        reason: Why it ended; "cancelled" also where it failed.
        tokens: How many were written, by all candidates together.
        seconds: How long it took, with loading and reading.
        start: Where its text stands now, in code points; of several there is none in the page.
        end: One past it.
        text: All that it wrote into the page.
        record: Id of its record, or "".
    """

    begun: StreamBegun
    reason: FinishReason
    tokens: int
    seconds: float
    start: int = 0
    end: int = 0
    text: str = ""
    record: str = ""
