"""Times, shares and samplers in a writer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ownhand.training.runs import RunStatus

if TYPE_CHECKING:
    from ownhand.training.planning import Plan

SAMPLER_WORDS = {
    "greedy": "always the likeliest word",
    "beam": "the best of several lines",
    "random": "words drawn freely",
    "top_k": "drawn from the likeliest few words",
    "top_p": "drawn from the likely words",
}
"""What a sampler does, by its technical name."""

STATUS_WORDS: dict[RunStatus, str] = {
    "waiting": "not begun",
    "running": "learning",
    "paused": "paused",
    "interrupted": "broken off",
    "finished": "finished",
    "stopped": "stopped, model kept",
    "failed": "failed",
}
"""What state a run is in."""


def about(seconds: float) -> str:
    """A length of time, roughly: "less than a minute", "about 6 minutes", "about 2 hours"."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    if minutes < 100:
        return "about 1 minute" if minutes == 1 else f"about {minutes} minutes"
    return f"about {seconds / 3600:.1f} hours".replace(".0 ", " ")


def percent(share: float) -> str:
    """A share of 1 as "31 %"; small ones keep a digit."""
    value = 100 * share
    return f"{value:.1f} %" if 0 < abs(value) < 10 else f"{value:.0f} %"


def forecast_sentence(plan: Plan) -> str:
    """What a run will need, in a sentence."""
    steps = "1 step" if plan.spec.steps == 1 else f"{plan.spec.steps:,} steps"
    memory = f"{plan.forecast.memory_bytes / 1e9:.1f} GB"
    texts = f"{percent(plan.epochs)} of the texts" if plan.epochs < 0.95 else f"{plan.epochs:.2g} times through the texts"  # fmt: skip
    return f"It learns for {about(plan.seconds)}: {steps}, {texts}, with {memory} of memory."


def quoted_end(prompt: str, characters: int = 300) -> str:
    """The end of a prompt as it is quoted above its continuation, without empty lines."""
    lines = [line.strip() for line in prompt.strip()[-characters:].splitlines()]
    kept = "\n".join(line for line in lines if line)
    return f"“… {kept}”" if kept else ""


def speed(tokens_per_s: float) -> str:
    """For example "210 tokens/s"."""
    return f"{tokens_per_s:.0f} tokens/s" if tokens_per_s >= 10 else f"{tokens_per_s:.1f} tokens/s"
