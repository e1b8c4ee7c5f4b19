"""What a run shall do, whole and unchangeable once it has begun: the worker needs nothing else."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import tomlkit

from ownhand.core import atomic
from ownhand.core.errors import SettingsError

SCHEMA = 1

METHODS = ("lora", "full")
SCHEDULES = ("constant", "linear", "cosine")


@dataclass(frozen=True, slots=True)
class TrainingSpec:
    """Everything that decides the weights of a run. The same spec gives the same weights.

    Attributes:
        name: Title of the model that comes out.
        base: Directory of the model it starts from.
        data: Directory of the packed corpus.
        method: "lora" or "full".
        steps: Optimiser steps in all; the schedule depends on steps alone, never on time.
        batch: Sequences per micro-batch.
        accumulate: Micro-batches per step.
        seq: Tokens per sequence.
        rate: Peak learning rate.
        schedule: "constant", "linear" or "cosine".
        warmup: Steps over which the rate rises.
        rank: LoRA rank.
        alpha: LoRA strength; an adapter's output is multiplied by alpha / rank.
        targets: Parts that get an adapter.
        weight_decay: AdamW's decay per step, times the rate.
        clip_norm: Longest gradient; 0 is no limit.
        seed: Of adapters and of the order of the sequences.
        checkpoint_minutes: Time between checkpoints; decides nothing about the weights.
        sample_prompt: What a sample continues; "" for none.
        sample_every: Steps between samples; 0 for one at the end alone.
    """

    name: str
    base: str
    data: str
    method: str = "lora"
    steps: int = 100
    batch: int = 4
    accumulate: int = 1
    seq: int = 256
    rate: float = 3e-4
    schedule: str = "cosine"
    warmup: int = 5
    rank: int = 8
    alpha: float = 16.0
    targets: tuple[str, ...] = ("query", "value")
    weight_decay: float = 0.0
    clip_norm: float = 1.0
    seed: int = 0
    checkpoint_minutes: float = 2.0
    sample_prompt: str = ""
    sample_every: int = 0

    def problems(self) -> list[str]:
        """One sentence for each field that cannot be."""
        found = []
        for name, low in (("steps", 1), ("batch", 1), ("accumulate", 1), ("seq", 2), ("rank", 1)):
            if getattr(self, name) < low:
                found.append(f"{name} must be at least {low}, not {getattr(self, name)}.")
        for name in ("rate", "alpha", "checkpoint_minutes"):
            if not getattr(self, name) > 0:
                found.append(f"{name} must be above 0, not {getattr(self, name)}.")
        for name in ("warmup", "weight_decay", "clip_norm", "seed", "sample_every"):
            if getattr(self, name) < 0:
                found.append(f"{name} must not be negative, but is {getattr(self, name)}.")
        if self.method not in METHODS:
            found.append(f"method must be one of {', '.join(METHODS)}, not {self.method!r}.")
        if self.schedule not in SCHEDULES:
            found.append(f"schedule must be one of {', '.join(SCHEDULES)}, not {self.schedule!r}.")
        return found


def write_spec(path: Path, spec: TrainingSpec) -> None:
    """Write a spec atomically. Raises `OSError` as the file system says."""
    document = tomlkit.document()
    document["schema"] = SCHEMA
    for name, value in asdict(spec).items():
        document[name] = list(value) if isinstance(value, tuple) else value
    atomic.write_text(path, tomlkit.dumps(document))


def read_spec(path: Path) -> TrainingSpec:
    """Read a spec.

    Raises:
        SettingsError: Naming everything that is wrong with it.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise SettingsError([f"It cannot be read ({problem})."], path.name) from problem
    if values.pop("schema", None) != SCHEMA:
        raise SettingsError(["It was written by another version of Ownhand."], path.name)
    known = {item.name: item for item in fields(TrainingSpec)}
    problems = [f"There is no field called {name!r}." for name in values if name not in known]
    problems += [f"{name} is missing." for name in ("name", "base", "data") if name not in values]
    clean: dict[str, Any] = {}
    for name, value in values.items():
        if name in known:
            default = known[name].default
            ok = _fits(value, default)
            clean[name] = tuple(value) if isinstance(value, list) else value
            if not ok:
                problems.append(f"{name} cannot be {value!r}.")
    if problems:
        raise SettingsError(problems, path.name)
    spec = TrainingSpec(**clean)
    if spec.problems():
        raise SettingsError(spec.problems(), path.name)
    return spec


def _fits(value: Any, default: Any) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if isinstance(default, float):
        return isinstance(value, int | float)
    return (
        isinstance(value, type(default))
        if isinstance(default, int | str)
        else isinstance(value, str)
    )
