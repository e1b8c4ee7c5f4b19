"""The whole measurement on a tiny model, beside a peer that is not there and one that does not start."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.helpers.processes import run_ownhand
from tests.helpers.tiny_models import TinyGguf

from ownhand.bench.material import Material, extent
from ownhand.bench.model_forms import model_forms
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.messages import ModelInfo
from ownhand.models.store import DirectoryStore


def added(home: Path, context: int) -> tuple[ModelInfo, Path]:
    gguf = TinyGguf(metadata={"llama.context_length": context}).write(home / "tiny.gguf")
    *_, info = DirectoryStore(home / "data" / "models").add(str(gguf), CancelToken())
    assert isinstance(info, ModelInfo)
    return info, gguf


def test_one_command_prints_the_table_and_writes_figures_and_picture(tmp_path: Path) -> None:
    info, gguf = added(tmp_path, 2048)
    done = run_ownhand(
        tmp_path, "bench", "--quick", "--model", info.slug, "--gguf", str(gguf),
        "--only", "ownhand", "--only", "keras-hub", "--only", "llama-cpp-python",
        "--peer-python", f"llama-cpp-python={sys.executable}",
        "--json", str(tmp_path / "figures.json"), "--plot", str(tmp_path / "speed.svg"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert figures["quick"] is True
    assert list(figures["contenders"]) == ["ownhand", "keras-hub"]
    assert {"decode_ratio", "candidates_ratio", "first_token_ratio", "edit_last_line_ratio"} <= figures.keys()  # fmt: skip
    assert set(figures["contenders"]["ownhand"]["step_ms"]) == {"200", "1000"}
    # The peer's library is not in this Python: it is named, and no figure pretends it was there.
    assert "llama_cpp" in figures["failed"]["llama-cpp-python"]
    assert not [key for key in figures if "vs_" in key]
    nats = figures["nats_per_byte"]
    assert nats["ownhand"] == pytest.approx(nats["keras-hub"], rel=1e-2)
    assert figures["top1_agreement"]["ownhand"] > 0.9
    for text in ("Ownhand", "KerasHub generate()", "nats per byte", "llama-cpp-python"):
        assert text in done.stdout
    assert "llama.cpp" in done.stderr
    assert "Ownhand" in (tmp_path / "speed.svg").read_text("utf-8")


def test_lengths_that_do_not_fit_into_the_context_are_left_out(tmp_path: Path) -> None:
    info, _ = added(tmp_path, 2304)
    material = Material(info, extent(runs=3, quick=False), None)
    assert material.steps == [200, 1000, 2000]
    assert material.tokenizer.encode(material.prompt).tolist() == material.ids.tolist()
    assert len(material.ids) == pytest.approx(100, abs=3)
    assert sum(map(len, material.windows)) == 2048


def test_a_model_that_sees_too_little_is_refused(tmp_path: Path) -> None:
    info, _ = added(tmp_path, 512)
    with pytest.raises(BadInputError, match="at least 2,001 tokens"):
        Material(info, extent(runs=3, quick=False), None)


def test_a_text_of_ones_own_is_scored_instead(tmp_path: Path) -> None:
    info, _ = added(tmp_path, 2304)
    text = tmp_path / "novel.txt"
    text.write_text("hello hill " * 40, encoding="utf-8")
    material = Material(info, extent(runs=1, quick=True), text)
    assert material.source == "novel.txt"
    assert material.tokenizer.decode(material.windows[0].tolist()).startswith("hello hill")
    with pytest.raises(BadInputError, match=r"missing\.txt"):
        Material(info, extent(runs=1, quick=True), tmp_path / "missing.txt")


def test_nothing_is_fetched_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNHAND_HOME", str(tmp_path))
    info, gguf = added(tmp_path, 256)
    with model_forms(info, None, False, lambda _line: None) as forms:
        assert "gguf" not in forms
        assert (Path(forms["hf"]) / "model.safetensors").is_file()
    assert not Path(forms["hf"]).exists()
    with model_forms(info, gguf, False, lambda _line: None) as forms:
        assert forms["gguf"] == str(gguf)
        assert forms["context"] == 256
    with (
        pytest.raises(BadInputError, match=r"missing\.gguf"),
        model_forms(info, tmp_path / "missing.gguf", False, lambda _line: None),
    ):
        pass
