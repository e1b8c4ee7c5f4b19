"""Opening a text: what comes with its content."""

from __future__ import annotations

from pathlib import Path

from ownhand.core.paths import Paths
from ownhand.document.opening import open_document


def test_opened_text_comes_with_its_number_of_words(tmp_path: Path) -> None:
    file = tmp_path / "novel.txt"
    file.write_text("Don't wait.\r\nA well-known house\r\n", encoding="utf-8", newline="")
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "cache", tmp_path / "logs")

    opened = open_document(paths, file)

    assert opened.words == 5
    assert opened.lock is not None
    opened.lock.release()
