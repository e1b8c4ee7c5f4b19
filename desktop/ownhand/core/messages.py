"""Frozen values that cross threads: what is asked of the engine, and what it tells.

A job is an iterator of events. `Cancelled` and `OwnhandError` end it as exceptions; the lane turns
them into `JobEnded` and `JobFailed`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ownhand.core.prompting import ChatTurn, PromptExtras
from ownhand.core.records import GenerationRecord
from ownhand.core.sampling import SamplingSettings

FinishReason = Literal["end_of_text", "max_tokens", "stop_string", "cancelled"]


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One wish for a continuation.

    Attributes:
        prompt: The text before the caret, whole; the engine keeps its last tokens when it must.
        settings: How tokens are chosen.
        max_tokens: Most tokens to generate, at least 1.
        context_tokens: Most tokens of prompt and continuation together; the model's own limit holds too.
        preset: Name of the preset the settings came from, for the record only.
        extras: Memory, author's note and lore.
        chat: A conversation instead of `prompt`; written down by the model's own template. If the last
            turn is the assistant's, that turn is gone on with.
        after: Text behind the caret; used by models that can fill in, ignored by others.
        candidates: How many continuations to make at once, in one batch; with more than one they come
            as `CandidateArrived` and nothing comes as `TextArrived`.
        fresh: Read the whole prompt anew instead of using what the cache holds of it, as "generate
            identically" wants.
    """

    prompt: str
    settings: SamplingSettings = field(default_factory=SamplingSettings)
    max_tokens: int = 200
    context_tokens: int = 2048
    preset: str = ""
    extras: PromptExtras = PromptExtras()
    chat: tuple[ChatTurn, ...] = ()
    after: str = ""
    candidates: int = 1
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """One wish to know how likely a text is, token by token.

    Attributes:
        text: The text up to where it is looked at.
        start: First character whose tokens are wanted; what stands before is context.
        context_tokens: Most tokens shown to the model.
        alternatives: How many other tokens to name for each.
    """

    text: str
    start: int
    context_tokens: int = 2048
    alternatives: int = 8


@dataclass(frozen=True, slots=True)
class Stage:
    """What a long job is doing now, in words for the status bar.

    Attributes:
        label: For example "Reading the weights".
        done: Units finished, or 0.
        total: Units in all; 0 when unknown (an indeterminate bar).
    """

    label: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class ContextPlanned:
    """Which part of the prompt the model sees.

    Attributes:
        prompt_tokens: Tokens kept.
        dropped_characters: Characters at the start of the prompt that did not fit (0: all of it fits).
        reused_tokens: Leading tokens whose keys and values were still in the cache.
        limit_tokens: The context limit in force.
        cut_characters: Characters left out of memory, note or lore, or of the turn to be answered.
        dropped_turns: Oldest turns of a conversation that did not fit.
    """

    prompt_tokens: int
    dropped_characters: int
    reused_tokens: int
    limit_tokens: int
    cut_characters: int = 0
    dropped_turns: int = 0


@dataclass(frozen=True, slots=True)
class TextArrived:
    """New text, complete in UTF-8, to be put at the insertion point. Never retracted.

    Attributes:
        text: What to insert.
        tokens: Tokens generated so far in this request.
    """

    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class PreviewChanged:
    """The best line so far of a search that has not ended (beam search); replaces the last preview."""

    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class CandidateArrived:
    """New text of one of several candidates; never retracted.

    Attributes:
        candidate: Which, counted from 0.
        text: What comes behind its text so far.
        tokens: Tokens of this candidate so far.
        ended: Whether nothing more comes of it.
    """

    candidate: int
    text: str
    tokens: int
    ended: bool = False


@dataclass(frozen=True, slots=True)
class GenerationRecorded:
    """How the stream that now begins comes about; with several candidates there is one for each."""

    record: GenerationRecord


@dataclass(frozen=True, slots=True)
class ScoredToken:
    """One token of a text, as the model sees it.

    Attributes:
        start: Its first character, in code points of `ScoreRequest.text`.
        end: One past its last.
        probability: Under the model's own distribution (temperature 1, no transforms).
        alternatives: (text, probability) of the likeliest tokens, the likeliest first; this one among
            them if it is. "" stands for the end of the text; what is no text by itself is left out.
    """

    start: int
    end: int
    probability: float
    alternatives: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class TextScored:
    """Some more tokens of a `ScoreRequest`, in order; comes several times for a long text."""

    tokens: tuple[ScoredToken, ...]


@dataclass(frozen=True, slots=True)
class LoopNoticed:
    """The text repeats itself.

    Attributes:
        phrase: What is repeated.
        times: How often in a row.
        advice: A sentence for the writer.
        remedy: Settings that help, as (field, value) pairs for `SamplingSettings`.
    """

    phrase: str
    times: int
    advice: str
    remedy: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class GenerationFinished:
    """The last event of a stream, also of a cancelled one.

    Attributes:
        reason: Why it ended.
        prompt_tokens: Tokens of prompt in the context.
        new_tokens: Tokens generated.
        first_token_s: Seconds from the request to the first token.
        tokens_per_s: Decode speed after the first token; 0 when fewer than two tokens came.
        seed: The seed that was used, so that the text can be had again.
    """

    reason: FinishReason
    prompt_tokens: int
    new_tokens: int
    first_token_s: float
    tokens_per_s: float
    seed: int


GenerationEvent = (
    Stage
    | ContextPlanned
    | GenerationRecorded
    | TextArrived
    | CandidateArrived
    | PreviewChanged
    | LoopNoticed
    | GenerationFinished
)


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What the window shows of a model.

    Attributes:
        slug: Directory name in the store.
        title: Name for people, for example "SmolLM2 135M Instruct".
        family: "llama", "qwen", "gpt2" or "post_norm_gpt".
        parameters: Number of weights.
        context_tokens: Longest context the model was made for.
        licence: SPDX identifier, or "" when unknown.
        directory: Where it lies.
        size_bytes: Bytes on disk.
        base: Slug of the model it is an adapter for, and cannot be used without; "" for a whole one.
        chats: Whether it has a template for conversations, so that it takes instructions.
    """

    slug: str
    title: str
    family: str
    parameters: int
    context_tokens: int
    licence: str
    directory: Path
    size_bytes: int
    base: str = ""
    chats: bool = False


@dataclass(frozen=True, slots=True)
class ModelLoaded:
    """The last event of a load.

    Attributes:
        info: The model.
        backend: "tensorflow", "jax" or "torch".
        device: For example "CPU" or "GPU 0".
        dtype: For example "float32".
    """

    info: ModelInfo
    backend: str
    device: str
    dtype: str


LoadEvent = Stage | ModelLoaded


@dataclass(frozen=True, slots=True)
class ModelUnloaded:
    """The model and its cache were freed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job found or made, whole.

    Attributes:
        value: A frozen value; whoever submitted the job knows its type.
    """

    value: object


@dataclass(frozen=True, slots=True)
class JobFailed:
    """A lane job ended with an error.

    Attributes:
        message: A sentence for the writer.
        detail: The traceback, for the log and the "details" fold; never shown first.
        kind: Name of the error's class, for what is said beside what it concerns.
    """

    message: str
    detail: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class JobEnded:
    """A lane job is over; comes last, also after `JobFailed` and after a cancel."""

    cancelled: bool = False


JobEvent = (
    GenerationEvent
    | LoadEvent
    | ModelUnloaded
    | ModelInfo
    | TextScored
    | Outcome
    | JobFailed
    | JobEnded
)
