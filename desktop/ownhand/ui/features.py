"""What the window can do beside writing on: each feature is one object that joins in by itself.

To add one: a class whose constructor takes a `Shell`, in a file or folder of its own; its actions in
`ui/actions.py`; an entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from ownhand.ui.shell import Shell

Feature = Callable[[Shell], QObject]


@runtime_checkable
class Ending(Protocol):
    """A feature that has something to finish."""

    def shut_down(self) -> None:
        """The program ends: end threads and write what waits to be written, without a question."""
        ...


FEATURES: tuple[Feature, ...] = ()
"""Every feature, in the order in which their pages stand in the sidebars."""
