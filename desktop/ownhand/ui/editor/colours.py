"""The colours of the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """What is painted behind some characters, for `WritingPage.set_grounds`.

    Attributes:
        colour: As "#RRGGBB"; text keeps 7:1 against it.
        dotted: Whether dots stand beneath them too.
    """

    colour: str
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class PageColours:
    """What `WritingPage.set_colours` takes; each as "#RRGGBB".

    Attributes:
        paper: Behind the text.
        ink: Text; at least 7:1 against `paper` and `tint`.
        dim: Text that the model does not see, and previews.
        accent: Selection and the context line.
        tint: Behind generated text.
        mark: Bar in the margin beside generated text.
    """

    paper: str = "#FBFAF7"
    ink: str = "#1F1D1A"
    dim: str = "#8A867E"
    accent: str = "#3D5A80"
    tint: str = "#E3EEF0"
    mark: str = "#7FA3AD"
