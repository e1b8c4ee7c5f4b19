"""What a run tells: frozen values, one JSON line each, on the worker's stdout and in its log."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

Wish = Literal["", "pause", "stop"]
"""What the writer asked of a running run: nothing, to be resumed later, or to keep what there is."""

RunState = Literal["running", "paused", "finished", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class RunStage:
    """What is being done before, between and after the steps.

    Attributes:
        label: In words.
        done: How much of it, or 0.
        total: Out of how much, or 0 where nobody knows.
    """

    label: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class StepDone:
    """One optimiser step.

    Attributes:
        step: Its number, from 1.
        steps: Steps in all.
        loss: Nats per token over the step's sequences.
        accuracy: Share of tokens that were the likeliest.
        rate: Learning rate of the step.
        tokens_per_s: Useful tokens per second, padding left out.
    """

    step: int
    steps: int
    loss: float
    accuracy: float
    rate: float
    tokens_per_s: float


@dataclass(frozen=True, slots=True)
class HeldOutScored:
    """The held-out part after some steps.

    Attributes:
        step: Steps taken.
        loss: Nats per token.
        perplexity: exp(loss).
        accuracy: Share of tokens that were the likeliest.
        best: Whether it is the lowest loss so far.
    """

    step: int
    loss: float
    perplexity: float
    accuracy: float
    best: bool = False


@dataclass(frozen=True, slots=True)
class EpochDone:
    """All texts were gone through once more.

    Attributes:
        epoch: Its number, from 1.
        step: Steps taken.
        loss: Nats per token over the epoch's steps.
        perplexity: exp(loss), padding left out.
        accuracy: Share of tokens that were the likeliest.
    """

    epoch: int
    step: int
    loss: float
    perplexity: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class SampleWritten:
    """What the model writes at this point of the run.

    Attributes:
        step: Steps taken.
        sampler: What it was drawn with.
        prompt: What it continues.
        text: The continuation.
    """

    step: int
    sampler: str
    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckpointWritten:
    """The run can be resumed from here."""

    step: int


@dataclass(frozen=True, slots=True)
class ModelKept:
    """The trained model is in the store; the report may follow."""

    step: int
    model: str


@dataclass(frozen=True, slots=True)
class ReportWritten:
    """The report lies in the run's directory (report.json, report.html)."""

    step: int


@dataclass(frozen=True, slots=True)
class RunEnded:
    """The last event of a worker.

    Attributes:
        state: "finished", "stopped" (on request, the model kept), "paused" (to be resumed) or "failed".
        step: Steps taken.
        model: Slug of the model in the store, or "".
        message: What happened, for the writer.
    """

    state: RunState
    step: int
    model: str = ""
    message: str = ""


TrainingEvent = (
    RunStage
    | StepDone
    | HeldOutScored
    | EpochDone
    | SampleWritten
    | CheckpointWritten
    | ModelKept
    | ReportWritten
    | RunEnded
)

_KINDS: dict[str, type[Any]] = {
    "stage": RunStage,
    "step": StepDone,
    "held_out": HeldOutScored,
    "epoch": EpochDone,
    "sample": SampleWritten,
    "checkpoint": CheckpointWritten,
    "model": ModelKept,
    "report": ReportWritten,
    "ended": RunEnded,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_line(event: TrainingEvent) -> str:
    """An event as one JSON line, without the line end."""
    return json.dumps({"event": _NAMES[type(event)], **asdict(event)}, ensure_ascii=False)


def from_line(line: str) -> TrainingEvent | None:
    """The event of a line; None for anything else (a torn line, a library's print)."""
    try:
        values = json.loads(line)
        event: TrainingEvent = _KINDS[values.pop("event")](**values)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return event
