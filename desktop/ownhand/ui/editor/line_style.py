"""How far apart the lines of the page are."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextBlockFormat

LINE_HEIGHT_EM = 1.6
"""Distance of the lines, in text sizes."""


def line_style(font: QFont) -> QTextBlockFormat:
    """Line distance in the terms of Qt: percent of what the face itself asks for, which differs from
    face to face by a quarter."""
    size = QFontInfo(font).pixelSize()
    own = QFontMetricsF(font).lineSpacing()
    style = QTextBlockFormat()
    style.setLineHeight(
        100 * LINE_HEIGHT_EM * size / own,
        QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
    )
    return style
