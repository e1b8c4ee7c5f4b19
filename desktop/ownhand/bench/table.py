"""The figures of a run as tables on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from ownhand.bench.contenders import OWNHAND

_NONE = "–"
_PIPED_WIDTH = 128

ALONE = (
    ("decode_vs_llama_cpp", "Writing, beside llama.cpp", "{:.2f} ×"),
    ("decode_vs_openvino_genai", "Writing, beside OpenVINO GenAI", "{:.2f} ×"),
    ("decode_vs_transformers", "Writing, beside transformers", "{:.2f} ×"),
    ("decode_ratio", "Writing, beside KerasHub generate(), with the prompt", "{:.1f} ×"),
    ("prefill_vs_llama_cpp", "Reading, beside llama.cpp, the lower of the two", "{:.2f} ×"),
    ("context_growth", "A step behind 2,000 tokens, beside 200", "{:.2f} ×"),
    ("context_growth_8000", "A step behind 8,000 tokens, beside 200", "{:.2f} ×"),
    ("candidates_ratio", "Four continuations at once, beside one", "{:.2f} ×"),
    ("speculation_ratio", "Rewriting with guesses from the prompt, beside without", "{:.2f} ×"),
    ("first_token_ratio", "A prompt of 1,000 tokens, beside one plain pass", "{:.2f} ×"),
    ("edit_last_line_ratio", "The same after a change in its last line, beside anew", "{:.2f} ×"),
    ("train_ratio", "Training, beside KerasHub fit, useful tokens", "{:.2f} ×"),
    ("train_memory_ratio", "Peak memory of training, beside it", "{:.2f} ×"),
    ("cold_start_s", "First start ever, to the first token", "{:.1f} s"),
    ("warm_start_s", "Later starts, to the first token", "{:.1f} s"),
)
"""What concerns Ownhand alone: key, words, shape of the figure."""


def show(figures: Mapping[str, Any], console: Console | None = None) -> None:
    """Print a run: the machine, speed and quality by contender, and what concerns Ownhand alone.

    Args:
        figures: As `ownhand bench --json` writes them.
        console: Where to; the terminal if not given.
    """
    console = console or Console()
    if not console.is_terminal:
        console.width = max(console.width, _PIPED_WIDTH)
    machine = figures["machine"]
    console.print(
        f"{figures['model']} on {machine['processor']}, {figures['threads']} threads, "
        f"{machine['memory_gb']:.0f} GB, {machine['system']}, {figures['date']}",
        highlight=False,
    )
    for table in (_speed(figures), _quality(figures), _alone(figures)):
        if table.rows:
            console.print(table)
    for name, problem in figures.get("failed", {}).items():
        console.print(f"{name}: {problem}", highlight=False, markup=False)


def _speed(figures: Mapping[str, Any]) -> Table:
    contenders: Mapping[str, Any] = figures["contenders"]
    lengths = lengths_of(contenders, "step_ms")
    prompts = lengths_of(contenders, "prefill_tokens_per_s")
    table = _table("Speed", "", "weights", "writing\ntokens/s")
    for length in lengths:
        table.add_column(f"step at\n{int(length):,}, ms", justify="right")
    for length in prompts:
        table.add_column(f"reading\n{int(length):,}, tok/s", justify="right")
    starts = figures.get("start_s", {})
    if starts:
        table.add_column("start\ns", justify="right")
    for name, one in contenders.items():
        steps, prefill = one.get("step_ms", {}), one.get("prefill_tokens_per_s", {})
        cells = [_spread(one.get("decode_tokens_per_s"))]
        cells += [_spread(steps.get(length)) for length in lengths]
        cells += [_spread(prefill.get(length)) for length in prompts]
        cells += [_spread(starts.get(name))] if starts else []
        table.add_row(f"{one['title']}\n[dim]{one['version']}[/dim]", one["weights"], *cells)
    return table


def _quality(figures: Mapping[str, Any]) -> Table:
    table = _table("Quality", "", "nats per byte", "KL to float32", "same first choice", "memory, GB")  # fmt: skip
    titles = {name: one["title"] for name, one in figures["contenders"].items()}
    kept = figures.get("memory_gb", {})
    for name, nats in figures.get("nats_per_byte", {}).items():
        plain, _, mode = name.partition(", ")
        divergence = figures.get("kl_to_float32", {}).get(name)
        agreement = figures.get("top1_agreement", {}).get(name)
        table.add_row(
            ", ".join(filter(None, (titles.get(plain, plain), mode))),
            f"{nats:.4f}",
            "reference" if divergence is None else f"{max(divergence, 0):.5f}",
            _NONE if agreement is None else f"{agreement:.1%}",
            f"{kept[name]:.2f}" if name in kept else _NONE,
        )
    return table


def _alone(figures: Mapping[str, Any]) -> Table:
    table = _table("Ownhand", "", "")
    table.show_header = False
    for key, words, shape in ALONE:
        if key in figures:
            table.add_row(words, shape.format(figures[key]))
    for words, seconds in starts_of(figures):
        table.add_row(words, seconds)
    return table


def starts_of(figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Who started, and in how many seconds."""
    for key, what in (("start_s", "a sentence"), ("start_of_1000_s", "1,000 tokens")):
        for name, taken in figures.get(key, {}).items():
            one = figures["contenders"].get(name, {"title": name})
            who = "“ownhand write”" if name == OWNHAND else one["title"]
            words = f"{who}, from its start to the first token behind {what}"
            yield words, f"{taken['median']:.2f} s"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for index, column in enumerate(columns):
        text = index == 0 or column == "weights"
        table.add_column(column, justify="left" if text else "right", no_wrap=index == 0)
    return table


def lengths_of(contenders: Mapping[str, Any], key: str) -> list[str]:
    """All lengths that somebody was measured at, in order."""
    return sorted({length for one in contenders.values() for length in one.get(key, {})}, key=int)


def _spread(values: Mapping[str, float] | None) -> str:
    """The median, and by how much the runs lie off it."""
    if values is None:
        return _NONE
    median = values["median"]
    digits = 1 if median < 1000 else 0
    return f"{median:,.{digits}f}\n[dim]±{values['spread'] / 2:.0%}[/dim]"
