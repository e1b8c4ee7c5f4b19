from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.helpers.loading import load
from tests.helpers.one_by_one import OneByOne
from tests.helpers.tiny_models import TinyGguf

from ownhand.bench.speculation import measure
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import ModelInfo
from ownhand.engine.decoder import KerasDecoder
from ownhand.models.store import DirectoryStore


def test_both_ways_write_the_same_and_the_guesses_are_counted(tmp_path: Path) -> None:
    TinyGguf(metadata={"llama.context_length": 2048}).write(tmp_path / "tiny.gguf")
    *_, info = DirectoryStore(tmp_path / "models").add(str(tmp_path / "tiny.gguf"), CancelToken())
    assert isinstance(info, ModelInfo)
    model = load(info.directory)
    runtime = OneByOne(model.decoder.runtime)
    looking = KerasDecoder(runtime, model.decoder.vocabulary_size, model.decoder.context_tokens, 1)
    figures = measure(replace(model, decoder=looking), 1)
    assert figures["speculation_same_text"]
    assert figures["speculation_ratio"] > 0
    assert 0 <= figures["speculation_held"] <= 1
    looking.runtime.lookahead = 0
    assert measure(replace(model, decoder=looking), 1) == {}
