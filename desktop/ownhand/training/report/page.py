"""The report as one HTML file that needs nothing else: no network, no script, plots inside."""

from __future__ import annotations

from pathlib import Path

import jinja2

from ownhand.core.resources import read_text
from ownhand.training.report.plots import before_after, learning_curve
from ownhand.training.report.report import Report
from ownhand.training.report.wording import forgetting_remark, memorisation_remark
from ownhand.training.runs import RunStore

TEMPLATE = "report.html.jinja"


def page(report: Report, folder: Path) -> str:
    """The page of a report.

    Args:
        report: What was measured.
        folder: The run's directory, whose log gives the learning curve.
    """
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    memory = report.memorisation
    return environment.from_string(read_text(TEMPLATE)).render(
        report=report,
        curve=learning_curve(RunStore(folder.parent).events(folder.name)),
        held_out_bars=report.held_out
        and before_after(report.held_out, "Nats per byte on held-out pages", 3),
        forgetting_bars=before_after(report.forgetting, "Nats per byte on general English", 3),
        memorisation_bars=memory
        and before_after(memory, "Training passages known by heart", 0, percent=True),
        forgetting_remark=forgetting_remark(report),
        memorisation_remark=memorisation_remark(report),
    )
