"""Times, shares and samplers in a writer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ownhand.bridge.translation import mark, number, size, tr
from ownhand.training.runs import RunStatus

if TYPE_CHECKING:
    from ownhand.training.planning import Plan

SAMPLER_WORDS = {
    "greedy": mark("always the likeliest word"),
    "beam": mark("the best of several lines"),
    "random": mark("words drawn freely"),
    "top_k": mark("drawn from the likeliest few words"),
    "top_p": mark("drawn from the likely words"),
}
"""What a sampler does, by its technical name."""

STATUS_WORDS: dict[RunStatus, str] = {
    "waiting": mark("not begun"),
    "running": mark("learning"),
    "paused": mark("paused"),
    "interrupted": mark("broken off"),
    "finished": mark("finished"),
    "stopped": mark("stopped, model kept"),
    "failed": mark("failed"),
}
"""What state a run is in."""


def about(seconds: float) -> str:
    """A length of time, roughly: "less than a minute", "about 6 minutes", "about 2 hours"."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return tr("less than a minute")
    if minutes < 100:
        return tr("about %n minutes", n=minutes)
    tenths = round(seconds / 360)
    hours = number(tenths / 10, 1 if tenths % 10 else 0)
    return tr("about {hours} hours").format(hours=hours)


def percent(share: float) -> str:
    """A share of 1 as "31 %"; small ones keep a digit."""
    value = 100 * share
    return tr("{share} %").format(share=number(value, 1 if 0 < abs(value) < 10 else 0))


def forecast_sentence(plan: Plan) -> str:
    """What a run will need, in a sentence."""
    steps = tr("%Ln steps", n=plan.spec.steps)
    memory = size(plan.forecast.memory_bytes)
    texts = tr("{share} of the texts").format(share=percent(plan.epochs)) if plan.epochs < 0.95 else times_through(plan.epochs)  # fmt: skip
    return tr("It learns for {time}: {steps}, {texts}, with {memory} of memory.").format(
        time=about(plan.seconds), steps=steps, texts=texts, memory=memory
    )


def times_through(epochs: float) -> str:
    """How often the texts are read: "2.5 times through the texts"."""
    figure = float(f"{epochs:.2g}")
    return tr("{count} times through the texts").format(
        count=number(figure, 0 if figure.is_integer() else 1)
    )


def quoted_end(prompt: str, characters: int = 300) -> str:
    """The end of a prompt as it is quoted above its continuation, without empty lines."""
    lines = [line.strip() for line in prompt.strip()[-characters:].splitlines()]
    kept = "\n".join(line for line in lines if line)
    return tr("“… {text}”").format(text=kept) if kept else ""


def speed(tokens_per_s: float) -> str:
    """For example "210 tokens/s"."""
    return tr("{count} tokens/s").format(count=number(tokens_per_s, 0 if tokens_per_s >= 10 else 1))
