"""The blind test: which of two continuations sounds like the writer, kept in the run's directory."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ownhand.core import atomic
from ownhand.training.report.statistics import two_sided_p

BLIND_FILE = "blind.json"

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class BlindResult:
    """What the choices come to.

    Attributes:
        count: Pairs chosen from.
        chose_after: How often the trained model was chosen.
        p_value: Chance of a result this uneven by guessing.
    """

    count: int
    chose_after: int
    p_value: float


def shown_first(folder: Path, pair: int) -> Side:
    """The side that is shown first: random over pairs and runs, the same whenever it is asked."""
    digest = hashlib.sha256(f"{folder.name}/{pair}".encode()).digest()
    return "before" if digest[0] % 2 else "after"


def record_choice(folder: Path, pair: int, chose: Side) -> None:
    """Keep a choice; one made earlier of the same pair is replaced.

    Raises:
        OSError: If it cannot be written; the earlier choices are untouched.
    """
    made = choices(folder) | {pair: chose}
    document = {str(number): side for number, side in sorted(made.items())}
    atomic.write_text(folder / BLIND_FILE, json.dumps(document, indent=2) + "\n")


def choices(folder: Path) -> dict[int, Side]:
    """The choices so far, by number of the pair."""
    try:
        kept = json.loads((folder / BLIND_FILE).read_text(encoding="utf-8"))
        return {int(pair): side for pair, side in kept.items() if side in ("before", "after")}
    except (OSError, ValueError, AttributeError):
        return {}


def blind_result(folder: Path) -> BlindResult:
    """What the choices so far come to."""
    made = choices(folder)
    after = sum(side == "after" for side in made.values())
    return BlindResult(len(made), after, two_sided_p(after, len(made)))
