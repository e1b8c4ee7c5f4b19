"""Foreign settings in Ownhand's terms, with a note of what has none."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ownhand.core.sampling import DEFAULT_ORDER, SPECS
from ownhand.core.words import Sentence

_MOST_NAMED = 12

Order = Mapping[str, Sequence[str]]
"""By a foreign name: the transforms that it stands for."""


class Translation:
    """Collects a preset while a foreign one is read.

    Attributes:
        name: What the file calls it; "" for the name of the file.
        description: What the file says of it.
        values: Settings found so far, by Ownhand's names.
    """

    def __init__(self) -> None:
        self.name = ""
        self.description = ""
        self.values: dict[str, Any] = {}
        self._left_out: dict[Sentence, None] = {}
        self._unknown: list[str] = []

    @property
    def left_out(self) -> tuple[Sentence, ...]:
        """What was not taken over, a sentence each."""
        sentences = list(self._left_out)
        if self._unknown:
            dots = ["…"] if len(self._unknown) > _MOST_NAMED else []
            named = ", ".join(self._unknown[:_MOST_NAMED] + dots)
            sentences.append(Sentence("Unknown here: {names}.", names=named))
        return tuple(sentences)

    def leave_out(self, sentence: Sentence) -> None:
        """Note something that could not be taken over."""
        self._left_out[sentence] = None

    def unknown(self, names: Iterable[str]) -> None:
        """Note settings that nothing is known of."""
        self._unknown += [name[:40] for name in names]

    def number(self, own: str, foreign: str, value: Any) -> None:
        """Take over a number; one beyond Ownhand's range becomes the nearest within it."""
        spec = SPECS[own]
        number = as_number(value)
        if number is None:
            said = repr(value)[:40]
            self.leave_out(Sentence("{name}: {value} is no number.", name=foreign, value=said))
            return
        nearest = min(max(number, spec.minimum), spec.maximum)
        if nearest != number:
            self.leave_out(
                Sentence(
                    "{name}: {value} became {nearest}, the nearest that there is here.",
                    name=foreign,
                    value=f"{number:g}",
                    nearest=f"{nearest:g}",
                )
            )
        self.values[own] = round(nearest) if spec.kind == "int" else nearest

    def texts(self, own: str, foreign: str, value: Any) -> None:
        """Take over a list of texts: as a list, in JSON, or in JSON without its brackets."""
        items = value
        if isinstance(value, str):
            try:
                items = json.loads(value if value.lstrip().startswith("[") else f"[{value}]")
            except (ValueError, RecursionError):
                items = None
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            said = repr(value)[:40]
            self.leave_out(
                Sentence("{name}: {value} is no list of texts.", name=foreign, value=said)
            )
            return
        self.values[own] = [item for item in items if item]

    def temperature(self, foreign: str, value: Any) -> None:
        """Take over the temperature; elsewhere 0 means that the likeliest is taken always."""
        if as_number(value) == 0:
            self.values["sampler"] = "greedy"
        else:
            self.number("temperature", foreign, value)

    def seed(self, foreign: str, value: Any) -> None:
        """Take over a seed; elsewhere one below 0 means a new one each time."""
        number = as_number(value)
        if number is not None and number >= 0:
            self.number("seed", foreign, value)

    def order(self, names: Iterable[Any], known: Order, last: Sequence[str] = ()) -> None:
        """Take over the order of the transforms.

        Those that are named take, in the order given, the places that they have together here;
        the others keep theirs.

        Args:
            names: Foreign names, first to act first.
            known: What they stand for.
            last: Transforms that go behind all others.
        """
        wanted = [own for name in names for own in known.get(str(name), ())]
        wanted = [own for own in dict.fromkeys(wanted) if own in DEFAULT_ORDER]
        queue = iter(wanted)
        order = [next(queue) if own in wanted else own for own in DEFAULT_ORDER]
        order = [own for own in order if own not in last] + list(last)
        if tuple(order) != DEFAULT_ORDER:
            self.values["order"] = order

    def unsupported(self, values: Mapping[str, Any], neutral: Mapping[str, Any]) -> None:
        """Note foreign settings without a counterpart that are in use.

        Args:
            values: The foreign settings.
            neutral: By name: the value that switches it off.
        """
        for name, off in neutral.items():
            value = values.get(name, off)
            number = as_number(value)
            same = number == as_number(off) if number is not None else value in (off, None, "", [])
            if not same:
                self.leave_out(Sentence("{name}: there is nothing like it here.", name=name))


def as_number(value: Any) -> float | None:
    """A finite number, also one that is written as a text; else None. Yes and no are 1 and 0."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
