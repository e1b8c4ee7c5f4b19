"""Puts the figures of a run into the page about speed, between its two marks; the prose around stays.

`python -m ownhand.bench.page FIGURES.json docs/speed.md`
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ownhand.bench.table import ALONE, lengths_of, starts_of
from ownhand.core import atomic
from ownhand.core.errors import BadInputError

BEGIN, END = "<!-- figures of a run -->", "<!-- end of figures -->"

_GOALS = {
    "decode_vs_llama_cpp": "≥ 1.4",
    "decode_ratio": "≥ 9",
    "prefill_vs_llama_cpp": "≥ 1.2",
    "context_growth": "≤ 1.6",
    "context_growth_8000": "≤ 3",
    "candidates_ratio": "≤ 1.8",
    "speculation_ratio": "≥ 1.5",
    "train_ratio": "≥ 1.3",
    "train_memory_ratio": "≤ 0.6",
}


def main() -> None:
    """Fill the page that is named in."""
    figures, page = (Path(name) for name in sys.argv[1:3])
    fill_in(page, json.loads(figures.read_text("utf-8")))


def fill_in(page: Path, figures: Mapping[str, Any]) -> None:
    """Exchange what stands between the marks.

    Args:
        page: A Markdown file.
        figures: As `ownhand bench --json` writes them.

    Raises:
        BadInputError: If the marks are not in it.
    """
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise BadInputError(f"{page.name} lacks the marks {BEGIN} and {END}. Put them where the figures belong.")  # fmt: skip
    atomic.write_text(page, before + BEGIN + "\n" + markdown(figures) + END + after)


def markdown(figures: Mapping[str, Any]) -> str:
    """The machine, the versions, and the tables."""
    machine, versions = figures["machine"], figures["versions"]
    library = ", ".join(f"{name} {version}" for name, version in versions.items())
    return "\n".join(
        [
            f"{figures['date']}: {figures['model']} on {machine['processor']}, {figures['threads']} threads "
            f"of {machine['cores']} cores, {machine['memory_gb']:.0f} GB, {machine['system']}. {library}.",
            "",
            *_table(*_speed(figures["contenders"])),
            *_table(*_quality(figures)),
            *_table(["Ownhand", "measured", "goal"], _alone(figures)),
        ]
    )  # fmt: skip


def _speed(contenders: Mapping[str, Any]) -> tuple[list[str], Iterator[list[str]]]:
    steps = lengths_of(contenders, "step_ms")
    prompts = lengths_of(contenders, "prefill_tokens_per_s")
    head = ["", "version", "weights", "writing, tokens/s"]
    head += [f"step at {int(n):,}, ms" for n in steps]
    head += [f"reading {int(n):,}, tokens/s" for n in prompts]
    rows = (
        [
            one["title"],
            one["version"],
            one["weights"],
            _spread(one.get("decode_tokens_per_s")),
            *(_spread(one.get("step_ms", {}).get(n)) for n in steps),
            *(_spread(one.get("prefill_tokens_per_s", {}).get(n)) for n in prompts),
        ]
        for one in contenders.values()
    )
    return head, rows


def _quality(figures: Mapping[str, Any]) -> tuple[list[str], list[list[str]]]:
    rows = []
    for name, nats in figures.get("nats_per_byte", {}).items():
        divergence = figures.get("kl_to_float32", {}).get(name)
        agreement = figures.get("top1_agreement", {}).get(name)
        rows.append(
            [
                name,
                f"{nats:.5f}",
                "–" if divergence is None else f"{max(divergence, 0):.5f}",
                "–" if agreement is None else f"{agreement:.1%}",
            ]
        )
    return [f"Quality on {figures['text']}", "nats per byte", "KL to float32", "same first choice"], rows  # fmt: skip


def _alone(figures: Mapping[str, Any]) -> Iterator[list[str]]:
    for key, words, shape in ALONE:
        if key in figures:
            yield [words, shape.format(figures[key]), _GOALS.get(key, "")]
    for words, seconds in starts_of(figures):
        yield [words, seconds, ""]


def _table(head: Sequence[str], rows: Any) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _spread(values: Mapping[str, float] | None) -> str:
    if values is None:
        return "–"
    return f"{values['median']:,.1f} ({values['min']:,.1f}–{values['max']:,.1f})"


if __name__ == "__main__":
    main()
