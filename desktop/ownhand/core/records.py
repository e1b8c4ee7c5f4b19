"""What is remembered of a generation, so that it can be had again to the byte."""

from __future__ import annotations

from dataclasses import dataclass

from ownhand.core.sampling import SamplingSettings


@dataclass(frozen=True, slots=True)
class GenerationRecord:
    """How one continuation came about.

    Attributes:
        id: Unique among all records, 16 hexadecimal digits.
        created: UTC, ISO 8601.
        model: Slug of the model.
        model_title: What the writer knows it by.
        model_sha256: Of its weights (of an adapter: of base and adapter together).
        preset: Name of the preset.
        settings: Settings in force, with the seed that was used.
        max_tokens: Longest continuation allowed.
        context_tokens: Most tokens shown.
        prompt_sha256: Of the token ids that the model was shown, as little-endian int32.
        prompt_tokens: How many these were.
        candidate: Which of several candidates of one request it is; 0 for a single one.
        runtime: Backend, its version, device, number type and Ownhand's version, in one line.
        machine: Processor and system, in one line.
    """

    id: str
    created: str
    model: str
    model_title: str
    model_sha256: str
    preset: str
    settings: SamplingSettings
    max_tokens: int
    context_tokens: int
    prompt_sha256: str
    prompt_tokens: int
    candidate: int = 0
    runtime: str = ""
    machine: str = ""
