"""The generator that is made at its first job."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.scripted_generator import ScriptedGenerator

from ownhand.bridge.deferred_generator import DeferredGenerator
from ownhand.core.cancel import CancelToken
from ownhand.core.messages import GenerationRequest, TextArrived


def test_generator_is_made_at_the_first_load_and_once() -> None:
    made: list[ScriptedGenerator] = []

    def make() -> ScriptedGenerator:
        made.append(ScriptedGenerator([" a"]))
        return made[-1]

    generator = DeferredGenerator(make)
    generator.unload()
    assert made == []

    assert list(generator.load(Path("tiny"), CancelToken()))
    events = list(generator.stream(GenerationRequest("x"), CancelToken()))

    assert len(made) == 1
    assert TextArrived(" a", 1) in events
