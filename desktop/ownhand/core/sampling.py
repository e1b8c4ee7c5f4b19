"""Sampling settings, each declared once: type, range, default and the words a writer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal, cast

from ownhand.core.errors import SettingsError
from ownhand.core.words import Sentence

SamplerName = Literal["greedy", "random", "beam", "contrastive"]
SAMPLER_NAMES: tuple[SamplerName, ...] = ("greedy", "random", "beam", "contrastive")

DEFAULT_ORDER = (
    "logit_bias",
    "repetition_penalty",
    "presence_frequency",
    "dry",
    "temperature",
    "top_k",
    "typical",
    "top_p",
    "min_p",
    "xtc",
)
"""Transforms in the order they are applied. Temperature comes before the truncations, as in KerasHub."""

Value = float | int | str | bool | None | tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """How one field of `SamplingSettings` is shown and checked.

    Attributes:
        label: What a writer calls it, for example "Wildness".
        technical: What the field calls it, for example "temperature"; shown in the tooltip.
        help: One sentence: what moving it does to the text.
        kind: "float", "int", "choice", "switch", "texts", "biases", "seed" or "order".
        minimum: Smallest value allowed.
        maximum: Largest value allowed.
        step: Step of a slider or spin box.
        off: The value that switches it off, or None when it cannot be off.
        group: Heading in the panel: "basic", "cutting", "repetition", "search" or "words".
    """

    label: str
    technical: str
    help: str
    kind: str
    minimum: float = 0.0
    maximum: float = 0.0
    step: float = 0.0
    off: float | None = None
    group: str = "basic"


def _setting(default: Any, spec: SettingSpec) -> Any:
    return field(default=default, metadata={"spec": spec})


def _float(
    default: float, label: str, technical: str, help: str, low: float, high: float, *,
    step: float = 0.01, off: float | None = None, group: str = "basic",
) -> Any:  # fmt: skip
    return _setting(
        default, SettingSpec(label, technical, help, "float", low, high, step, off, group)
    )


def _int(
    default: int, label: str, technical: str, help: str, low: int, high: int, *,
    off: int | None = None, group: str = "basic",
) -> Any:  # fmt: skip
    return _setting(default, SettingSpec(label, technical, help, "int", low, high, 1, off, group))


def _texts(default: tuple[str, ...], label: str, technical: str, help: str) -> Any:
    return _setting(default, SettingSpec(label, technical, help, "texts", group="words"))


@dataclass(frozen=True, slots=True)
class SamplingSettings:
    """How the next token is chosen. The defaults are neutral: the model's own distribution.

    Read a field's declaration with `spec_of`; check values with `from_values`, which names every
    wrong field at once.
    """

    sampler: SamplerName = _setting(
        "random",
        SettingSpec("Way of choosing", "sampler", "How the next word is picked from what the model thinks likely.", "choice"),
    )  # fmt: skip
    temperature: float = _float(
        1.0, "Wildness", "temperature",
        "Higher takes more surprising words, lower the safest ones.", 0.05, 5.0)  # fmt: skip
    top_k: int = _int(
        0, "Words to choose from", "top-k",
        "Only this many of the likeliest tokens may be chosen; 0 is no limit.",
        0, 1000, off=0, group="cutting")  # fmt: skip
    top_p: float = _float(
        1.0, "Likely share", "top-p (nucleus)",
        "Keeps the likeliest tokens up to this share of the probability; 1 is no limit.",
        0.01, 1.0, off=1.0, group="cutting")  # fmt: skip
    min_p: float = _float(
        0.0, "Drop the unlikely", "min-p",
        "Drops tokens less likely than this share of the likeliest one; 0 is off.",
        0.0, 1.0, off=0.0, group="cutting")  # fmt: skip
    typical_p: float = _float(
        1.0, "Stay typical", "locally typical sampling",
        "Keeps tokens about as surprising as the model expects; 1 is off.",
        0.01, 1.0, off=1.0, group="cutting")  # fmt: skip
    xtc_probability: float = _float(
        0.0, "Avoid the obvious", "XTC probability",
        "How often the most obvious choices are skipped; 0 is never.",
        0.0, 1.0, off=0.0, group="cutting")  # fmt: skip
    xtc_threshold: float = _float(
        0.1, "What counts as obvious", "XTC threshold",
        "A choice counts as obvious from this probability on.",
        0.01, 0.5, group="cutting")  # fmt: skip
    repetition_penalty: float = _float(
        1.0, "Repeat itself less", "repetition penalty",
        "Makes words that stand nearby less likely; 1 is off.",
        1.0, 2.0, off=1.0, group="repetition")  # fmt: skip
    presence_penalty: float = _float(
        0.0, "New subjects", "presence penalty",
        "Makes any word already used less likely, however often it came; 0 is off.",
        -2.0, 2.0, off=0.0, group="repetition")  # fmt: skip
    frequency_penalty: float = _float(
        0.0, "Worn-out words", "frequency penalty",
        "Makes a word less likely each time it comes; 0 is off.",
        -2.0, 2.0, off=0.0, group="repetition")  # fmt: skip
    penalty_window: int = _int(
        256, "How far back it looks", "penalty window",
        "How many tokens back repeats are counted; 0 is the whole context.",
        0, 8192, group="repetition")  # fmt: skip
    dry_multiplier: float = _float(
        0.0, "Do not repeat phrases", "DRY multiplier",
        "How strongly the continuation of a phrase already written is discouraged; 0 is off.",
        0.0, 5.0, off=0.0, group="repetition")  # fmt: skip
    dry_base: float = _float(
        1.75, "Phrase growth", "DRY base",
        "How much stronger it gets with each further token of the phrase.",
        1.0, 4.0, group="repetition")  # fmt: skip
    dry_allowed_length: int = _int(
        2, "Phrase length allowed", "DRY allowed length",
        "Repeats up to this many tokens are left alone.", 1, 50, group="repetition")  # fmt: skip
    dry_breakers: tuple[str, ...] = _texts(
        ("\n", ":", '"', "*"), "Phrase breaks", "DRY sequence breakers",
        "A repeated phrase is not counted across these marks.")  # fmt: skip
    num_beams: int = _int(
        5, "Lines compared", "beam width",
        "How many lines the search keeps side by side.", 1, 16, group="search")  # fmt: skip
    contrastive_alpha: float = _float(
        0.6, "Contrast", "contrastive alpha",
        "How strongly a word too like the text before it is avoided.",
        0.0, 1.0, group="search")  # fmt: skip
    logit_bias: tuple[tuple[str, float], ...] = _setting(
        (),
        SettingSpec("Liked and disliked words", "logit bias", "Makes single words likelier (above 0) or rarer (below 0).", "biases", -100.0, 100.0, group="words"),
    )  # fmt: skip
    banned_phrases: tuple[str, ...] = _texts(
        (), "Never write", "banned phrases",
        "Phrases that never appear; the text goes back and finds another way.")  # fmt: skip
    stop_strings: tuple[str, ...] = _texts(
        (), "Stop at", "stop strings", "Ends the text just before any of these.")  # fmt: skip
    seed: int | None = _setting(
        None,
        SettingSpec("Seed", "random seed", "The same seed, settings and text give the same continuation; empty is a new one each time.", "seed", 0, 2**32 - 1),
    )  # fmt: skip
    order: tuple[str, ...] = _setting(
        DEFAULT_ORDER,
        SettingSpec("Order", "transform order", "The order in which the settings act on the probabilities.", "order", group="search"),
    )  # fmt: skip

    @staticmethod
    def from_values(
        values: Mapping[str, Any],
        base: SamplingSettings | None = None,
        where: str = "",
    ) -> SamplingSettings:
        """Build settings from loose values (TOML, `--set`, the panel).

        Args:
            values: Field name to value; strings are parsed, lists become tuples.
            base: What to start from; the neutral defaults when None.
            where: What the values come from, put before the message.

        Raises:
            SettingsError: Naming every wrong or unknown field.
        """
        problems: list[str] = []
        checked: dict[str, Any] = {}
        for name, value in values.items():
            try:
                checked[name] = _checked(name, value)
            except ValueError as problem:
                problems.append(str(problem))
        if problems:
            raise SettingsError(problems, where)
        return replace(base or SamplingSettings(), **checked)

    def changed_values(self) -> dict[str, Value]:
        """The fields that differ from the neutral defaults, for TOML and the record."""
        neutral = SamplingSettings()
        names = (f.name for f in fields(self))
        return {n: getattr(self, n) for n in names if getattr(self, n) != getattr(neutral, n)}


SPECS: dict[str, SettingSpec] = {
    f.name: cast(SettingSpec, f.metadata["spec"]) for f in fields(SamplingSettings)
}
"""Every setting by field name, in the order of the panel."""


def _checked(name: str, value: Any) -> Any:
    """One value, converted and checked.

    Raises:
        ValueError: With a whole sentence that names the field.
    """
    spec = SPECS.get(name)
    if spec is None:
        raise ValueError(
            Sentence(
                "There is no setting called {name!r}; the settings are {list}.",
                name=name,
                list=", ".join(SPECS),
            )
        )
    match spec.kind:
        case "choice":
            if value not in SAMPLER_NAMES:
                raise ValueError(
                    Sentence(
                        "{name} must be one of {list}, not {value!r}.",
                        name=name,
                        list=", ".join(SAMPLER_NAMES),
                        value=value,
                    )
                )
            return value
        case "float" | "int":
            return _number(name, spec, value)
        case "seed":
            return None if value in (None, "", "none") else _number(name, spec, value)
        case "texts":
            return _texts_value(name, value)
        case "biases":
            return _biases(name, spec, value)
        case _:
            return _order(name, value)


def _number(name: str, spec: SettingSpec, value: Any) -> float | int:
    whole = spec.kind != "float"
    try:
        if isinstance(value, bool):
            raise TypeError
        number: float | int = int(value) if whole else float(value)
        if whole and float(value) != number:
            raise TypeError
    except (TypeError, ValueError, OverflowError):
        kind = Sentence("whole number") if whole else Sentence("number")
        raise ValueError(
            Sentence("{name} must be a {kind}, not {value!r}.", name=name, kind=kind, value=value)
        ) from None
    if not spec.minimum <= number <= spec.maximum:
        raise ValueError(
            Sentence(
                "{name} must be between {minimum:g} and {maximum:g}, not {value}.",
                name=name,
                minimum=spec.minimum,
                maximum=spec.maximum,
                value=value,
            )
        )
    return number


def _texts_value(name: str, value: Any) -> tuple[str, ...]:
    items = ([value] if value else []) if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)) or not all(isinstance(i, str) and i for i in items):
        raise ValueError(Sentence("{name} must be a list of texts, none of them empty.", name=name))
    return tuple(str(i) for i in items)


def _biases(name: str, spec: SettingSpec, value: Any) -> tuple[tuple[str, float], ...]:
    pairs = list(value.items()) if isinstance(value, Mapping) else value
    if isinstance(value, str):
        pairs = [tuple(part.rsplit(":", 1)) for part in value.split(",") if part]
    if not isinstance(pairs, (list, tuple)) or not all(
        isinstance(p, (list, tuple)) and len(p) == 2 and isinstance(p[0], str) and p[0]
        for p in pairs
    ):
        raise ValueError(
            Sentence(
                '{name} must give a number to each word, as in {{ " whale" = -5 }}.', name=name
            )
        )
    return tuple((str(text), float(_number(name, _as_float(spec), bias))) for text, bias in pairs)


def _as_float(spec: SettingSpec) -> SettingSpec:
    return replace(spec, kind="float")


def _order(name: str, value: Any) -> tuple[str, ...]:
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)) or sorted(map(str, items)) != sorted(DEFAULT_ORDER):
        raise ValueError(
            Sentence(
                "{name} must name each of {list} once.", name=name, list=", ".join(DEFAULT_ORDER)
            )
        )
    return tuple(str(i) for i in items)
