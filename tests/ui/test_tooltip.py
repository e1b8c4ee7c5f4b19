"""Tests of what stands in a tooltip."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from ownhand.ui.tooltip import tooltip_of


def test_tooltip_shows_markup_of_the_writer_as_it_is() -> None:
    shown = QTextDocument()
    shown.setHtml(tooltip_of("<b>not bold</b> & <img src='x'>\nnext line"))
    assert shown.toPlainText() == "<b>not bold</b> & <img src='x'>\nnext line"


def test_nothing_to_say_makes_no_tooltip() -> None:
    assert tooltip_of("") == ""
