"""What stands in a tooltip."""

from __future__ import annotations

import html


def tooltip_of(text: str) -> str:
    """A text as a tooltip that breaks its lines and shows what looks like HTML as it is."""
    inside = html.escape(text, quote=False).replace("\n", "<br>")
    return f"<p>{inside}</p>" if text else ""
