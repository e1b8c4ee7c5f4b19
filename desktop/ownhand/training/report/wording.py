"""What the figures of a report come to, in the writer's words."""

from __future__ import annotations

from ownhand.core.words import Sentence, mark
from ownhand.training.report.report import Gauge, Report
from ownhand.training.report.statistics import most_likely_share


def sentence(held_out: Gauge | None, method: str) -> str:
    """The report in one sentence.

    Args:
        held_out: Nats per byte on held-out pages, or None where there were none.
        method: How the run trained.
    """
    if held_out is None:
        return mark(
            "Nothing was held out of your texts, so it cannot be said how well this model knows"
            " your writing. Train on more text, or hold a part of it out, to find out."
        )
    change, low, high = percent_change(held_out)
    if low == high == 0:
        return mark(
            "No improvement: on pages it never saw, this model is exactly as surprised by your"
            " writing as before."
        )
    if not held_out.certain:
        less, more, middle = _percents(abs(low), abs(high), abs(change))
        return Sentence(
            "No improvement: on pages it never saw, this model is {drift} surprised by your"
            " writing, which may be chance (between {less} less and {more} more).",
            drift=_drift(change, middle), less=less, more=more,
        )  # fmt: skip
    least, most = sorted((abs(low), abs(high)))
    amount, least_text, most_text = _percents(abs(change), least, most)
    if change > 0:
        return Sentence(
            "No improvement: on pages it never saw, this model is {amount} more surprised by"
            " your writing than before (between {least} and {most}).",
            amount=amount, least=least_text, most=most_text,
        )  # fmt: skip
    if method == "scratch":
        return Sentence(
            "On pages it never saw, this model is {amount} less surprised by your writing than"
            " before it had read any (between {least} and {most}).",
            amount=amount, least=least_text, most=most_text,
        )  # fmt: skip
    return Sentence(
        "On pages it never saw, this model is {amount} less surprised by your writing"
        " (between {least} and {most}).",
        amount=amount, least=least_text, most=most_text,
    )  # fmt: skip


def forgetting_remark(report: Report) -> str:
    """Whether the model gave up general English."""
    if report.method == "scratch":
        return mark(
            "A model made from scratch had nothing to forget; it knows what your texts taught it."
        )
    gauge = report.forgetting
    change, low, high = percent_change(gauge)
    amount, least, most = _percents(abs(change), *sorted((abs(low), abs(high))))
    if not gauge.certain:
        return mark("It writes general English as well as before: no loss could be seen.")
    if change < 0:
        return Sentence(
            "General English surprises it {amount} less than before (between {least} and {most}):"
            " nothing was forgotten.",
            amount=amount, least=least, most=most,
        )  # fmt: skip
    return Sentence(
        "It has forgotten a little: general English surprises it {amount} more than before"
        " (between {least} and {most}). Fewer steps or a lower learning rate forget less.",
        amount=amount, least=least, most=most,
    )  # fmt: skip


def memorisation_remark(report: Report) -> str:
    """Whether the model can say passages of the training texts by heart."""
    gauge = report.memorisation
    if gauge is None:
        return mark(
            "Whether it knows passages by heart was not measured: the training texts are too short"
            " for it."
        )
    count = gauge.samples
    known, before = round(gauge.after * count), round(gauge.before * count)
    if known == 0:
        (bound,) = _percents(100 * most_likely_share(count))
        return Sentence(
            "None of {count} training passages was continued word for word. With so few looked"
            " at, up to {bound} of all passages still might be.",
            count=count, bound=bound,
        )  # fmt: skip
    if known <= before:
        return Sentence(
            "It continues {known} of {count} training passages word for word, no more than the"
            " model it came from ({before}).",
            known=known, count=count, before=before,
        )  # fmt: skip
    return Sentence(
        "Take care before you share it: it continues {known} of {count} training passages word"
        " for word; the model it came from continued {before}.",
        known=known, count=count, before=before,
    )  # fmt: skip


def percent_change(gauge: Gauge) -> tuple[float, float, float]:
    """The difference and its interval in percent of what was before."""
    base = 100 / gauge.before if gauge.before else 0.0
    return gauge.difference * base, gauge.ci95[0] * base, gauge.ci95[1] * base


def _percents(*values: float) -> list[Sentence]:
    """Shares of a hundred with as few digits as keep them above nothing and apart, at most two."""
    for digits in range(3):
        shown = [f"{value:.{digits}f}" for value in values]
        vanish = any(value > 0 and not float(text) for value, text in zip(values, shown, strict=True))  # fmt: skip
        if digits == 2 or not (vanish or (digits == 0 and len({*shown}) < len(shown))):
            break
    templates = ("{share:.0f} %", "{share:.1f} %", "{share:.2f} %")
    return [Sentence(templates[digits], share=value) for value in values]


def _drift(change: float, amount: Sentence) -> Sentence:
    if not float(amount.split()[0]):
        return Sentence("just as")
    if change < 0:
        return Sentence("{amount} less", amount=amount)
    return Sentence("{amount} more", amount=amount)
