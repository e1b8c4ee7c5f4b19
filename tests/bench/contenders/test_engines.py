"""Ownhand and KerasHub as contenders: a tiny model, the real loader and stream."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.tiny_models import TinyGguf, llama_logits

from ownhand.bench.contenders.keras_hub import KerasHubEngine
from ownhand.bench.contenders.ours import OwnhandEngine
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.models.store import DirectoryStore

PROMPT = "hello hill the hell"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNHAND_HOME", str(home))


@pytest.fixture(scope="module")
def directory(home: Path) -> Path:
    gguf = TinyGguf(metadata={"llama.context_length": 256}).write(home / "tiny.gguf")
    *_, info = DirectoryStore(home / "models").add(str(gguf), CancelToken())
    assert isinstance(info, ModelInfo)
    return info.directory


@pytest.fixture(scope="module")
def ours(home: Path, directory: Path) -> Any:
    engine = OwnhandEngine(dtype="float32")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OWNHAND_HOME", str(home))
        assert engine.load(str(directory), threads=2, context=256)["dtype"] == "float32"
    return engine


@pytest.fixture(scope="module")
def theirs(directory: Path, keras_hub: Any) -> Any:
    engine = KerasHubEngine()
    assert engine.load(str(directory), threads=2)["weights"] == "float32"
    return engine


def test_both_write_the_same_greedy_text_and_time_it(ours: Any, theirs: Any) -> None:
    tokenizer = ours._model.tokenizer
    ids = tokenizer.encode(PROMPT).tolist()
    told = ours.decode(PROMPT, 12, ids=ids)
    assert told["text"] == tokenizer.decode(theirs.decode(ids, 12, text=PROMPT)["ids"])
    assert 0 < told["first_s"] < told["total_s"]
    assert 1 <= told["count"] <= 12
    assert ours.decode(PROMPT, 12)["text"] == told["text"]


@pytest.mark.parametrize("engine", ["ours", "theirs"])
def test_scores_are_those_of_the_plain_reference(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    windows = [[5, 80, 33, 7, 120, 64], [9, 200, 31]]
    expected = np.concatenate([llama_logits(TinyGguf().tensors, w[:-1]) for w in windows])
    contender = request.getfixturevalue(engine)
    for do in ("score", "score_by_step"):
        if not hasattr(contender, do):
            continue
        getattr(contender, do)(windows, str(tmp_path / f"{do}.npy"))
        np.testing.assert_allclose(np.load(tmp_path / f"{do}.npy"), expected, atol=2e-3)


def test_a_step_leaves_what_was_read_as_it_was(ours: Any) -> None:
    ids = list(range(40, 140))
    ours.fill(ids)
    assert len(ours.steps(7, 3)["seconds"]) == 3
    assert ours._session.length == len(ids)
    assert ours.prefill(ids[:50])["seconds"] > 0
    assert ours._session.length == 50


def test_several_candidates_are_all_written(ours: Any) -> None:
    assert ours.candidates(PROMPT, 6, 1)["tokens"] == 6
    assert ours.candidates(PROMPT, 6, 4)["tokens"] == 24


def test_a_long_prompt_is_timed_anew_and_after_a_change(ours: Any) -> None:
    found = ours.first_token(list(range(40, 140)), 2)
    assert {"first_token_ratio", "edit_last_line_ratio", "first_token_of_100_s"} <= found.keys()
    assert found["first_token_of_100_s"]["median"] > 0
