"""What a run shall do, whole and unchangeable once it has begun: the worker needs nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import tomlkit

from ownhand.core import atomic
from ownhand.core.errors import SettingsError
from ownhand.core.presets import builtin_presets

SCHEMA = 1

METHODS = ("lora", "full", "scratch")
SCHEDULES = ("constant", "linear", "cosine")
OPTIMIZERS = ("adamw", "adam")
PRECISIONS = ("float32", "mixed")
VOCABULARIES = ("auto", "bpe", "wordpiece", "words", "characters")
ARCHITECTURES = ("gpt2", "post_norm")


@dataclass(frozen=True, slots=True)
class TrainingSpec:
    """Everything that decides the weights of a run. The same spec gives the same weights.

    A spec that a writer saves or a recipe gives leaves open what depends on the texts and the machine
    (0, "" or "auto"); `planning.plan_run` fills it in, and the run keeps the filled one.

    Attributes:
        name: Title of the model that comes out.
        model: Slug of the model to start from; "" takes the starter model. Unused from scratch.
        folders: Folders and files of texts.
        without: Files and folders below them that are left out.
        text_field: Field of JSON objects, or column of a table, that is the text; "" takes the one that
            looks like it.
        recipe: Name of the recipe it came from, or "".
        base: Directory of the model it starts from; planned.
        data: Directory of the packed corpus; planned.
        method: "lora", "full", or "scratch" (a new tokeniser and a new, small model).
        minutes: About how long to train; turned into steps once. 0 for no limit.
        epochs: Times to go through the texts; 0 leaves it to the minutes.
        steps: Optimiser steps in all; the schedule depends on steps alone, never on time. Planned if 0.
        batch: Sequences per micro-batch.
        accumulate: Micro-batches per step.
        seq: Tokens per sequence; planned if 0.
        optimizer: "adamw" or "adam" (whose decay goes through the gradient).
        rate: Peak learning rate; planned if 0.
        schedule: "constant", "linear" or "cosine".
        warmup: Steps over which the rate rises; planned if -1.
        rank: LoRA rank.
        alpha: LoRA strength; an adapter's output is multiplied by alpha / rank.
        targets: Parts that get an adapter.
        weight_decay: Decay per step, times the rate.
        clip_norm: Longest gradient; 0 is no limit.
        dropout: Share of each block's outputs set to zero while learning.
        precision: "float32", or "mixed" (blocks compute in half precision; for GPUs).
        recompute: Make the insides of each block again for the gradient instead of keeping them: less
            memory, more time.
        patience: Held-out scores without a new best before the run ends early; 0 for never.
        keep_last: Checkpoints kept beside the best one.
        keep_best: Whether the model is made from the step with the lowest held-out loss.
        seed: Of adapters, dropout and the order of the sequences.
        checkpoint_minutes: Time between checkpoints; decides nothing about the weights.
        held_out_share: Part of the texts it is judged by.
        score_every: Steps between held-out scores; 0 for one at the end of every epoch, unless epochs
            are long.
        sample_prompt: What a sample continues; "" takes the first words of a held-out text, and from
            scratch begins an empty one.
        sample_every: Steps between samples; 0 for one at the end of every epoch, unless the run is
            shorter. There is always one at the end of the run.
        sample_tokens: Length of a sample.
        samplers: Names of the built-in presets that samples are drawn with, one sample each.
        report: Whether the before/after report is made at the end.
        drop_duplicates: See `CleaningOptions`, as the next six.
        drop_near_duplicates: Leave out texts most of which stands in another.
        strip_boilerplate: Cut licences and lines that come back in many files.
        minimum_paragraph: Leave out paragraphs of fewer characters.
        lower_case: Write everything in small letters.
        html_breaks: Turn "<br />" into a space.
        split_punctuation: Put a space before each punctuation mark.
        paragraphs: Take each paragraph as a text of its own (R3).
        vocabulary: Kind of tokeniser made from scratch.
        vocabulary_size: Tokens in it; planned if 0.
        architecture: From scratch "gpt2" (pre-norm, tied output) or "post_norm" (R3, R4).
        layers: Blocks of a model from scratch; planned if 0, as the next four.
        width: Size of its hidden states.
        heads: Attention heads.
        head_width: Size of a head; width // heads if 0.
        feed_forward: Size of the feed-forward layer.
        norm_epsilon: Added under the root in the norms of a "post_norm" model.
    """

    name: str = "My writing"
    model: str = ""
    folders: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    text_field: str = ""
    recipe: str = ""
    base: str = ""
    data: str = ""
    method: str = "lora"
    minutes: float = 15.0
    epochs: float = 0.0
    steps: int = 0
    batch: int = 4
    accumulate: int = 1
    seq: int = 0
    optimizer: str = "adamw"
    rate: float = 0.0
    schedule: str = "cosine"
    warmup: int = -1
    rank: int = 8
    alpha: float = 16.0
    targets: tuple[str, ...] = ("query", "value")
    weight_decay: float = 0.0
    clip_norm: float = 1.0
    dropout: float = 0.0
    precision: str = "float32"
    recompute: bool = False
    patience: int = 5
    keep_last: int = 2
    keep_best: bool = True
    seed: int = 0
    checkpoint_minutes: float = 2.0
    held_out_share: float = 0.1
    score_every: int = 0
    sample_prompt: str = ""
    sample_every: int = 0
    sample_tokens: int = 60
    samplers: tuple[str, ...] = ("balanced",)
    report: bool = True
    drop_duplicates: bool = True
    drop_near_duplicates: bool = True
    strip_boilerplate: bool = True
    minimum_paragraph: int = 0
    lower_case: bool = False
    html_breaks: bool = False
    split_punctuation: bool = False
    paragraphs: bool = False
    vocabulary: str = "auto"
    vocabulary_size: int = 0
    architecture: str = "gpt2"
    layers: int = 0
    width: int = 0
    heads: int = 0
    head_width: int = 0
    feed_forward: int = 0
    norm_epsilon: float = 1e-5

    def problems(self) -> list[str]:
        """One sentence for each field that cannot be."""
        found = [] if self.name.strip() else ["name must not be empty."]
        for name, low in (("batch", 1), ("accumulate", 1), ("rank", 1), ("keep_last", 1), ("sample_tokens", 1)):  # fmt: skip
            if getattr(self, name) < low:
                found.append(f"{name} must be at least {low}, not {getattr(self, name)}.")
        if self.seq == 1 or self.seq < 0:
            found.append(f"seq must be at least 2, or 0 to choose it, not {self.seq}.")
        for name in ("alpha", "checkpoint_minutes", "norm_epsilon"):
            if not getattr(self, name) > 0:
                found.append(f"{name} must be above 0, not {getattr(self, name)}.")
        for name in _NEVER_NEGATIVE:
            if not getattr(self, name) >= 0:
                found.append(f"{name} must not be negative, but is {getattr(self, name)}.")
        if self.warmup < -1:
            found.append(f"warmup must not be negative, but is {self.warmup}.")
        for name, high in (("dropout", 0.9), ("held_out_share", 0.5)):
            if getattr(self, name) > high:
                found.append(f"{name} must be at most {high}, not {getattr(self, name)}.")
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                found.append(f"{name} must be one of {', '.join(choices)}, not {getattr(self, name)!r}.")  # fmt: skip
        known = [preset.slug for preset in builtin_presets()]
        wrong = [name for name in self.samplers if name not in known]
        if wrong:
            found.append(f"samplers can be {', '.join(known)}, not {', '.join(wrong)}.")
        return found

    def open_fields(self) -> list[str]:
        """What `planning.plan_run` must fill in before a run can begin."""
        return [
            name for name in ("base", "data", "steps", "seq", "rate") if not getattr(self, name)
        ]


_CHOICES = {
    "method": METHODS,
    "schedule": SCHEDULES,
    "optimizer": OPTIMIZERS,
    "precision": PRECISIONS,
    "vocabulary": VOCABULARIES,
    "architecture": ARCHITECTURES,
}
_NEVER_NEGATIVE = (
    "minutes", "epochs", "steps", "rate", "weight_decay", "clip_norm", "dropout", "patience", "seed",
    "held_out_share", "score_every", "sample_every", "minimum_paragraph", "vocabulary_size", "layers",
    "width", "heads", "head_width", "feed_forward",
)  # fmt: skip


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
    clean, problems = checked_values(values)
    if problems:
        raise SettingsError(problems, path.name)
    spec = TrainingSpec(**clean)
    if spec.problems():
        raise SettingsError(spec.problems(), path.name)
    return spec


def checked_values(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Fields of a spec out of a TOML table, and one sentence for each that cannot be."""
    known = {item.name: item for item in fields(TrainingSpec)}
    problems = [f"There is no field called {name!r}." for name in values if name not in known]
    clean: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            continue
        if _fits(value, known[name].default):
            clean[name] = tuple(value) if isinstance(value, list) else value
        else:
            problems.append(f"{name} cannot be {value!r}.")
    return clean, problems


def _fits(value: Any, default: Any) -> bool:
    if isinstance(value, bool) or isinstance(default, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if isinstance(default, float):
        return isinstance(value, int | float)
    return (
        isinstance(value, type(default))
        if isinstance(default, int | str)
        else isinstance(value, str)
    )
