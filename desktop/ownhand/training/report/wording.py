"""What the figures of a report come to, in the writer's words."""

from __future__ import annotations

from ownhand.training.report.report import Gauge, Report
from ownhand.training.report.statistics import most_likely_share


def sentence(held_out: Gauge | None, method: str) -> str:
    """The report in one sentence.

    Args:
        held_out: Nats per byte on held-out pages, or None where there were none.
        method: How the run trained.
    """
    if held_out is None:
        return (
            "Nothing was held out of your texts, so it cannot be said how well this model knows"
            " your writing. Train on more text, or hold a part of it out, to find out."
        )
    change, low, high = percent_change(held_out)
    if low == high == 0:
        return (
            "No improvement: on pages it never saw, this model is exactly as surprised by your"
            " writing as before."
        )
    if not held_out.certain:
        less, more, middle = _percents(abs(low), abs(high), abs(change))
        drift = f"{middle} {_more_or_less(change)}" if float(middle.split()[0]) else "just as"
        return (
            f"No improvement: on pages it never saw, this model is {drift} surprised by your"
            f" writing, which may be chance (between {less} less and {more} more)."
        )
    least, most = sorted((abs(low), abs(high)))
    amount, least_text, most_text = _percents(abs(change), least, most)
    if change > 0:
        return (
            f"No improvement: on pages it never saw, this model is {amount} more surprised by"
            f" your writing than before (between {least_text} and {most_text})."
        )
    since = " than before it had read any" if method == "scratch" else ""
    return (
        f"On pages it never saw, this model is {amount} less surprised by your writing{since}"
        f" (between {least_text} and {most_text})."
    )


def forgetting_remark(report: Report) -> str:
    """Whether the model gave up general English."""
    if report.method == "scratch":
        return (
            "A model made from scratch had nothing to forget; it knows what your texts taught it."
        )
    gauge = report.forgetting
    change, low, high = percent_change(gauge)
    amount, least, most = _percents(abs(change), *sorted((abs(low), abs(high))))
    if not gauge.certain:
        return "It writes general English as well as before: no loss could be seen."
    if change < 0:
        return f"General English surprises it {amount} less than before (between {least} and {most}): nothing was forgotten."
    return (
        f"It has forgotten a little: general English surprises it {amount} more than before"
        f" (between {least} and {most}). Fewer steps or a lower learning rate forget less."
    )


def memorisation_remark(report: Report) -> str:
    """Whether the model can say passages of the training texts by heart."""
    gauge = report.memorisation
    if gauge is None:
        return "Whether it knows passages by heart was not measured: the training texts are too short for it."
    count = gauge.samples
    known, known_before = round(gauge.after * count), round(gauge.before * count)
    if known == 0:
        (bound,) = _percents(100 * most_likely_share(count))
        return (
            f"None of {count} training passages was continued word for word. With so few looked"
            f" at, up to {bound} of all passages still might be."
        )
    which = f"{known} of {count} training passages word for word"
    if known <= known_before:
        return f"It continues {which}, no more than the model it came from ({known_before})."
    return (
        f"Take care before you share it: it continues {which}; the model it came from"
        f" continued {known_before}."
    )


def percent_change(gauge: Gauge) -> tuple[float, float, float]:
    """The difference and its interval in percent of what was before."""
    base = 100 / gauge.before if gauge.before else 0.0
    return gauge.difference * base, gauge.ci95[0] * base, gauge.ci95[1] * base


def _percents(*values: float) -> list[str]:
    """Shares of a hundred with as few digits as keep them above nothing and apart, at most two."""
    for digits in range(3):
        shown = [f"{value:.{digits}f} %" for value in values]
        vanish = any(value > 0 and not float(text.split()[0]) for value, text in zip(values, shown, strict=True))  # fmt: skip
        if digits == 2 or not (vanish or (digits == 0 and len({*shown}) < len(shown))):
            break
    return shown


def _more_or_less(change: float) -> str:
    return "less" if change < 0 else "more"
