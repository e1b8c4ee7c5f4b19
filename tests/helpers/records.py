"""Records of generations, as the engine makes them."""

from __future__ import annotations

from ownhand.core.records import GenerationRecord
from ownhand.core.sampling import SamplingSettings
from ownhand.document.digests import text_digest
from ownhand.document.records import KeptRecord


def generation_record(record_id: str = "r1", **changes: object) -> GenerationRecord:
    values: dict[str, object] = {
        "id": record_id,
        "created": "2026-11-21T09:30:00+00:00",
        "model": "tiny",
        "model_title": "Tiny",
        "model_sha256": "5" * 64,
        "preset": "Balanced",
        "settings": SamplingSettings(temperature=0.8, seed=7),
        "max_tokens": 60,
        "context_tokens": 512,
        "prompt_sha256": "9" * 64,
        "prompt_tokens": 12,
        "runtime": "tensorflow 2.20, CPU, float32, Ownhand 0.1.0",
        "machine": "A processor, Linux x86_64, 2 threads",
    }
    return GenerationRecord(**(values | changes))  # type: ignore[arg-type]  # a test names real fields


def kept_record(
    record_id: str = "r1", text: str = "The wind rose.", **changes: object
) -> KeptRecord:
    return KeptRecord(generation_record(record_id, **changes), text_digest(text), len(text))
