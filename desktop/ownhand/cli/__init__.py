"""The command line: the same core without Qt. One module per command; what is heavy is imported inside."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

import typer

from ownhand.cli import bench, chat, doctor, finetune, models, presets, provenance, runs, write
from ownhand.core.cancel import Cancelled
from ownhand.core.errors import OwnhandError

app = typer.Typer(
    name="ownhand",
    help="A writing assistant that runs wholly on your own machine. Without a command it opens the window.",
    epilog="ownhand FILE opens a text in the window.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("write")(write.write)
app.command("chat")(chat.chat)
app.add_typer(models.app, name="models")
app.command("finetune")(finetune.finetune)
app.add_typer(runs.app, name="runs")
app.add_typer(presets.app, name="presets")
app.add_typer(bench.app, name="bench")
app.command("provenance")(provenance.provenance)
app.command("doctor")(doctor.doctor)

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells have it: 128 and the number of SIGINT."""


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit status.

    An `OwnhandError`, or a disk that is full or closed, is one sentence on stderr and status 1; wrong
    usage is status 2.
    """
    logging.basicConfig(level=logging.ERROR, format="%(message)s", stream=sys.stderr)
    try:
        status = app(args=list(arguments), standalone_mode=False)
    except OwnhandError as problem:
        return _told(str(problem))
    except OSError as problem:
        reason = problem.strerror or str(problem)
        where = f" ({problem.filename})" if problem.filename else ""
        return _told(f"The system refused to read or write: {reason}{where}. Make room or get the right to it, then try again; your texts are untouched.")  # fmt: skip
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as problem:
        return _usage_error(problem)
    return status if isinstance(status, int) else 0


def _told(problem: str) -> int:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")  # over the stage that was being shown
    typer.echo(f"ownhand: {problem}", err=True)
    return 1


def _usage_error(problem: Exception) -> int:
    """Show a usage error of the option parser; anything else is a fault and goes on."""
    show = getattr(problem, "show", None)
    if show is None:
        raise problem
    show()
    return int(getattr(problem, "exit_code", 2))
