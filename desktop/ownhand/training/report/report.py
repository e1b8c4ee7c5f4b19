"""What a report says, as frozen values and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ownhand.core import atomic

SCHEMA = 1
REPORT_FILE = "report.json"
PAGE_FILE = "report.html"


@dataclass(frozen=True, slots=True)
class Gauge:
    """One figure before and after training.

    Attributes:
        before: Of the base model.
        after: Of the trained one.
        difference: after - before.
        ci95: Interval of the difference, 95 %, by a paired bootstrap.
        unit: For example "nats per byte".
        samples: Blocks, documents or prefixes that were compared.
        method: How the interval was made, in words.
    """

    before: float
    after: float
    difference: float
    ci95: tuple[float, float]
    unit: str
    samples: int
    method: str

    @property
    def certain(self) -> bool:
        """Whether the interval excludes zero."""
        return self.ci95[0] > 0 or self.ci95[1] < 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same prompt continued by both models.

    Attributes:
        prompt: What both were given.
        before: By the base model.
        after: By the trained one.
    """

    prompt: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was measured of a run.

    Attributes:
        run: Name of the run.
        model: Slug of the trained model.
        base: Slug of the model it came from; "" for one made from scratch, whose "before" is its
            random beginning.
        title: Name of the trained model.
        sentence: What it comes to, for the writer, in one sentence.
        held_out: Nats per byte on texts that were held out; lower is better.
        perplexity_before: Per token, on the same.
        perplexity_after: Per token, on the same.
        forgetting: Nats per byte on general English; higher after is forgetting.
        memorisation: Share of 50-token training prefixes that are continued word for word.
        tokens_per_s_before: Decoding speed of the base model, one row.
        tokens_per_s_after: Of the trained one.
        side_by_side: Three prompts.
        pairs: For the blind test; which side is which is hidden where they are shown.
        created: ISO 8601 in UTC.
        method: How the run trained: "lora", "full" or "scratch".
        matching_before: Tokens of a memorisation prefix's own continuation that the base model
            gets right before the first other one, on average.
        matching_after: The same of the trained model.
    """

    run: str
    model: str
    base: str
    title: str
    sentence: str
    held_out: Gauge | None
    perplexity_before: float
    perplexity_after: float
    forgetting: Gauge
    memorisation: Gauge | None
    tokens_per_s_before: float
    tokens_per_s_after: float
    side_by_side: tuple[Comparison, ...]
    pairs: tuple[Comparison, ...]
    created: str
    method: str = "lora"
    matching_before: float = 0.0
    matching_after: float = 0.0


def to_json(report: Report) -> str:
    """A report as JSON; `held_out`, `forgetting` and `memorisation` lie at the top level."""
    document = {"schema": SCHEMA, **asdict(report)}
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def from_json(text: str) -> Report:
    """The report that `to_json` wrote.

    Raises:
        ValueError: If it is none, or of another version.
    """
    values = json.loads(text)
    if not isinstance(values, dict) or values.pop("schema", None) != SCHEMA:
        raise ValueError("not a report of this version")
    known = {item.name for item in fields(Report)}
    try:
        kept = {name: value for name, value in values.items() if name in known}
        for name in ("held_out", "forgetting", "memorisation"):
            kept[name] = _gauge(kept[name])
        for name in ("side_by_side", "pairs"):
            kept[name] = tuple(Comparison(**item) for item in kept[name])
        return Report(**kept)
    except (KeyError, TypeError) as problem:
        raise ValueError(f"a damaged report ({problem})") from problem


def write_report(folder: Path, report: Report) -> None:
    """Keep a report in a run's directory. Raises `OSError` as the file system says."""
    atomic.write_text(folder / REPORT_FILE, to_json(report))


def read_report(folder: Path) -> Report | None:
    """The report of a run, or None where there is none that can be read."""
    try:
        return from_json((folder / REPORT_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _gauge(values: dict[str, Any] | None) -> Gauge | None:
    if values is None:
        return None
    low, high = values["ci95"]
    return Gauge(**{**values, "ci95": (float(low), float(high))})
