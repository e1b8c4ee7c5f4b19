from pathlib import Path

import pytest
from tests.helpers.records import kept_record

from ownhand.cli import run
from ownhand.core.paths import user_paths
from ownhand.document.sidecar import save_spans
from ownhand.document.spans import Span


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OWNHAND_HOME", str(tmp_path / "home"))
    path = tmp_path / "emma.txt"
    text = "Mine. The wind rose.\n"
    path.write_text(text, encoding="utf-8")
    spans = (Span(6, 20, "generated", "r1"),)
    save_spans(user_paths().provenance, path, text, spans, {"r1": kept_record("r1")})
    return path


def test_the_statement_of_a_file_is_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["provenance", str(file)]) == 0
    out = capsys.readouterr().out
    assert "# Who wrote what: emma" in out
    assert "Tiny, preset Balanced: 3 words" in out
    assert run(["provenance", "--plain", str(file)]) == 0
    assert "**" not in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["provenance", str(file.with_name("gone.txt"))]) == 1
    assert "gone.txt" in capsys.readouterr().err
