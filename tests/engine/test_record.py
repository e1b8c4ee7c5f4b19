"""What is remembered of a generation, and that it can be had again from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.loading import choice_of

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import (
    ContextPlanned,
    GenerationEvent,
    GenerationRecorded,
    GenerationRequest,
    TextArrived,
)
from ownhand.core.records import GenerationRecord
from ownhand.core.sampling import SamplingSettings
from ownhand.engine.engine import Engine
from ownhand.engine.record import model_digest, prompt_digest
from ownhand.models.manifest import Adapter, read_manifest

LETTERS = tuple((letter, 20.0) for letter in "abcdefghijklmnopqrstuvwxyz")
SETTINGS = SamplingSettings(logit_bias=LETTERS, temperature=1.0)
STORY = "hello the hell " * 20


@pytest.fixture
def engine(roomy_llama: Path, each_runtime: str) -> Iterator[Engine]:
    engine = Engine(choice_of(each_runtime))
    list(engine.load(roomy_llama, CancelToken()))
    yield engine
    engine.unload()


def stream(engine: Engine, request: GenerationRequest) -> list[GenerationEvent]:
    return list(engine.stream(request, CancelToken()))


def record_of(events: list[GenerationEvent]) -> GenerationRecord:
    (record,) = [event.record for event in events if isinstance(event, GenerationRecorded)]
    return record


def text_of(events: list[GenerationEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextArrived))


def reused(events: list[GenerationEvent]) -> int:
    return next(event.reused_tokens for event in events if isinstance(event, ContextPlanned))


def test_a_stream_tells_how_it_comes_about_before_its_text(
    engine: Engine, roomy_llama: Path, each_runtime: str
) -> None:
    request = GenerationRequest(STORY, SETTINGS, max_tokens=5, context_tokens=900, preset="Calm")
    events = stream(engine, request)
    record = record_of(events)
    kinds = [type(event) for event in events]
    assert kinds.index(GenerationRecorded) < kinds.index(TextArrived)
    manifest = read_manifest(roomy_llama)
    assert (record.model, record.model_title) == (manifest.slug, "Tiny Llama")
    assert record.model_sha256 == manifest.weights_sha256
    assert (record.preset, record.max_tokens, record.context_tokens) == ("Calm", 5, 900)
    assert record.settings.seed is not None
    assert replace(record.settings, seed=None) == SETTINGS
    assert len(record.id) == 16
    assert "float32" in record.runtime
    # The kernel gives the same bits on however many threads; what they do hang on is the vectors' shape.
    on_kernel = each_runtime == "kernel"
    assert ("threads" in record.machine) != on_kernel
    assert ("kernel" in record.runtime and "lanes" in record.runtime) == on_kernel
    assert record.created.endswith("+00:00")


def test_the_prompt_hash_is_that_of_the_tokens_shown(engine: Engine) -> None:
    records = [
        record_of(stream(engine, GenerationRequest(prompt, SETTINGS, max_tokens=2)))
        for prompt in (STORY, STORY, STORY + "x")
    ]
    assert records[0].prompt_sha256 == records[1].prompt_sha256 != records[2].prompt_sha256
    assert records[0].id != records[1].id


def test_a_continuation_comes_again_to_the_byte_read_anew(engine: Engine) -> None:
    prompt = STORY
    for seed in range(4):  # each goes on from what the last one left in the cache
        request = GenerationRequest(prompt, replace(SETTINGS, seed=seed), max_tokens=12)
        first = stream(engine, request)
        settings = record_of(first).settings
        again = stream(engine, replace(request, settings=settings, fresh=True))
        assert reused(again) == 0
        assert text_of(again) == text_of(first) != ""
        assert record_of(again).prompt_sha256 == record_of(first).prompt_sha256
        prompt += text_of(first) + " and then"
        stream(engine, GenerationRequest(prompt, replace(SETTINGS, seed=seed), max_tokens=3))


def test_the_logits_are_the_same_to_the_bit_whatever_was_cached(engine: Engine) -> None:
    def logits(prompt: str, fresh: bool) -> tuple[int, bytes]:
        kept: list[bytes] = []
        session = engine._session
        assert session is not None
        prefill = session.prefill

        def watched(*arguments: object) -> Iterator[object]:
            for event in prefill(*arguments):  # type: ignore[arg-type]  # passed on as they came
                if isinstance(event, np.ndarray):
                    kept.append(event.tobytes())
                yield event

        session.prefill = watched  # type: ignore[method-assign,assignment]  # listens in
        events = stream(
            engine, GenerationRequest(prompt, replace(SETTINGS, seed=1), max_tokens=6, fresh=fresh)
        )
        session.prefill = prefill  # type: ignore[method-assign]
        return reused(events), kept[0]

    logits(STORY, False)
    longer = STORY + "hello the tell and more of the same hell " * 3
    used, cached = logits(longer, False)
    assert used >= 128
    assert logits(longer, True) == (0, cached)


def test_an_adapter_is_known_by_its_base_too(roomy_llama: Path) -> None:
    whole = read_manifest(roomy_llama)
    adapter = replace(whole, adapter=Adapter("base", "0" * 64, 2.0))
    other_base = replace(whole, adapter=Adapter("base", "1" * 64, 2.0))
    digests = {model_digest(manifest) for manifest in (whole, adapter, other_base)}
    assert len(digests) == 3
    assert model_digest(whole) == whole.weights_sha256


def test_the_prompt_hash_is_the_same_on_every_system() -> None:
    assert prompt_digest(np.asarray([1, 2, 3], ">i8")) == prompt_digest(
        np.asarray([1, 2, 3], "<i4")
    )
