"""How many words a writer means to write, kept beside the text."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from ownhand.core import atomic

log = logging.getLogger(__name__)

SCHEMA = 1
FILE = "goal.json"
MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Goal:
    """Words to be reached; 0 is no goal.

    Attributes:
        text: Of the whole text.
        session: Written in one sitting.
    """

    text: int = 0
    session: int = 0


def load_goal(folder: Path) -> Goal:
    """The goal of a text; none if there is no file or it is damaged, which is logged.

    Args:
        folder: What belongs to the text.
    """
    try:
        record = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if record["schema"] != SCHEMA:
            raise ValueError(f"schema {record['schema']!r}")
        figures = (record["text"], record["session"])
        if not all(isinstance(n, int) and 0 <= n <= MOST for n in figures):
            raise ValueError(f"goals {figures!r}")
        return Goal(*figures)
    except FileNotFoundError:
        return Goal()
    except (OSError, ValueError, KeyError, TypeError) as problem:
        log.warning("The word goal in %s cannot be read (%s).", folder, problem)
        return Goal()


def save_goal(folder: Path, goal: Goal) -> None:
    """Keep the goal of a text.

    Raises:
        OSError: If it cannot be written; the old one is untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    atomic.write_text(folder / FILE, json.dumps({"schema": SCHEMA, **asdict(goal)}))
