from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from ownhand.training.events import HeldOutScored, to_line
from ownhand.training.report.page import page
from ownhand.training.report.report import Report
from ownhand.training.runs import EVENTS_FILE

VOID = {"meta", "path", "rect", "circle"}


class Outline(HTMLParser):
    """Every element with its attributes; fails on one that is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


def test_page_opens_with_the_sentence_and_shows_every_figure(
    report: Report, tmp_path: Path
) -> None:
    outline = Outline(page(report, tmp_path))
    texts = [text.replace("\u00a0", " ") for text in outline.texts if text]
    assert texts.index(report.sentence) < texts.index("Pages it never saw")
    for figure in ("0.9300", "-0.0900 to -0.0500", "30.00", "+0.0100", "23.5", "-0.5"):
        assert figure in texts


def test_page_escapes_what_the_models_wrote(report: Report, tmp_path: Path) -> None:
    text = page(report, tmp_path)
    assert "<b>said" not in text
    assert "She <b>said</b>" in Outline(text).texts
    assert "&amp; stayed" in text


def test_page_does_not_give_the_blind_pairs_away(report: Report, tmp_path: Path) -> None:
    assert " came" not in page(report, tmp_path)


def test_page_needs_nothing_else(report: Report, tmp_path: Path) -> None:
    text = page(report, tmp_path)
    outline = Outline(text)
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in outline.elements}
    names = {name for _, attributes in outline.elements for name in attributes}
    assert not {"src", "href", "style", "onload"} & names
    assert not re.search(r"url\(|@import", text)
    addresses = set(re.findall(r"https?://[^\"<\s]+", text))
    assert addresses <= {"http://www.w3.org/2000/svg"}  # a namespace, never fetched


def test_page_is_light_and_dark(report: Report, tmp_path: Path) -> None:
    light, dark = page(report, tmp_path).split("prefers-color-scheme: dark")
    assert "--paper: #FBFAF7" in light
    assert "--paper: #1C1B19" in dark


def test_page_has_the_curve_of_the_run(report: Report, tmp_path: Path) -> None:
    assert "How it learned" not in page(report, tmp_path)
    events = [HeldOutScored(0, 4.0, 54.6, 0.2), HeldOutScored(40, 3.5, 33.1, 0.3)]
    lines = [*map(to_line, events), '{"event": "hel']
    (tmp_path / EVENTS_FILE).write_text("\n".join(lines), encoding="utf-8")
    text = page(report, tmp_path)
    assert text.count("<circle") == 2
    assert "How it learned" in text


def test_page_leaves_out_what_was_not_measured(report: Report, tmp_path: Path) -> None:
    poor = replace(report, held_out=None, memorisation=None, side_by_side=(), method="scratch")
    outline = Outline(page(poor, tmp_path))
    assert not [tag for tag, _ in outline.elements if tag == "svg"]
    assert "Side by side" not in outline.texts
    assert "Pages it never saw" not in outline.texts
