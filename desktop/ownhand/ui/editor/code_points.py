"""From Qt's positions (UTF-16 units) to Unicode code points, and back."""

from __future__ import annotations

from ownhand.document.spans import Spans


def unit_length(text: str) -> int:
    """Length of `text` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class PositionMap:
    """Converts positions within one text.

    Costs nothing for a text without characters beyond U+FFFF; otherwise about a millisecond per
    million characters.

    Attributes:
        text: The text.
        units: Its length in UTF-16 units.
    """

    __slots__ = ("_flat", "text", "units")

    def __init__(self, text: str, units: int | None = None) -> None:
        self.text = text
        self.units = unit_length(text) if units is None else units
        self._flat = self.units == len(text)

    def to_units(self, position: int) -> int:
        """UTF-16 position of a code point position."""
        position = min(max(position, 0), len(self.text))
        return position if self._flat else unit_length(self.text[:position])

    def to_code_points(self, units: int) -> int:
        """Code point position of a UTF-16 position; inside a pair, the position before it."""
        units = min(max(units, 0), self.units)
        if self._flat:
            return units
        # No text has more code points than units, so a prefix of `units` code points is enough.
        encoded = self.text[:units].encode("utf-16-le", "surrogatepass")[: 2 * units]
        if 0xD8 <= encoded[-1] < 0xDC if encoded else False:  # cut within a pair
            encoded = encoded[:-2]
        return len(encoded.decode("utf-16-le", "surrogatepass"))

    def spans_to_code_points(self, spans: Spans) -> Spans:
        """Spans in UTF-16 units as spans in code points, in one pass over the text."""
        if self._flat or not spans:
            return spans
        encoded = self.text.encode("utf-16-le", "surrogatepass")
        found: dict[int, int] = {}
        units = position = 0
        for edge in sorted({edge for s in spans for edge in (s.start, s.end)}):
            piece = encoded[2 * units : 2 * edge]
            units, position = edge, position + len(piece.decode("utf-16-le", "surrogatepass"))
            found[edge] = position
        return tuple(s.at(found[s.start], found[s.end]) for s in spans)
