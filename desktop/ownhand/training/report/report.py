"""What a report says, as frozen values and as JSON."""

from __future__ import annotations

from dataclasses import dataclass

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
