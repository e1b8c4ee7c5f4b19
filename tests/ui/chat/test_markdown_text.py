"""What was said, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ownhand.ui.chat.markdown_text import MarkdownText


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[MarkdownText]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 400)
    text = MarkdownText("said", window)
    text.resize(280, 20)
    window.show()
    yield text
    window.hide()


def test_markdown_is_shown_without_its_marks(shown: MarkdownText) -> None:
    shown.show_text("**bold** and\n\n- one\n- two\n\n```\na  b\n```")
    assert shown.toPlainText().split("\n")[:3] == ["bold and", "one", "two"]
    assert shown.source.startswith("**bold**")


def test_single_line_ends_stay_lines(shown: MarkdownText) -> None:
    shown.show_text("Roses are red\nViolets are blue")
    lines = shown.toPlainText().replace("\u2028", "\n").splitlines()
    assert [line.strip() for line in lines] == ["Roses are red", "Violets are blue"]


def test_nothing_is_loaded_from_anywhere(
    shown: MarkdownText, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *args: asked.append(args))
    shown.show_text(
        "![a](http://example.org/a.png) ![b](file:///etc/hostname) <img src='http://example.org/c.png'>"
        "\n\n<script>alert(1)</script> <style>@import url(http://example.org/x.css)</style>"
    )
    shown.grab()
    kind = QTextDocument.ResourceType.ImageResource
    assert shown.document().resource(kind, QUrl("http://example.org/a.png")) is None
    assert not asked
    assert "<script>" in shown.toPlainText()


def test_links_cannot_be_opened(shown: MarkdownText) -> None:
    assert not shown.textInteractionFlags() & (
        Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )


def test_height_follows_the_text_and_the_width(shown: MarkdownText) -> None:
    shown.show_text("word " * 10)
    low = shown.height()
    shown.show_text("word " * 100)
    high = shown.height()
    assert high > 2 * low
    shown.resize(140, shown.height())
    assert shown.height() > high


def test_growing_text_is_rendered_now_and_then_and_at_the_end_whole(
    shown: MarkdownText, qtbot: QtBot
) -> None:
    before = shown.renderings
    for length in range(1, 501):
        shown.grow_to("word " * length)
    qtbot.waitUntil(lambda: shown.toPlainText().count("word") == 500, timeout=20_000)
    assert shown.renderings - before < 20
