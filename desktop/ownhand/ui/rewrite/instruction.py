"""What the model is asked to do with a passage, as the files in `resources/instructions` say it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from ownhand.core import resources
from ownhand.core.messages import GenerationRequest
from ownhand.core.prompting import ChatTurn
from ownhand.core.sampling import SamplingSettings

_CHARACTERS_PER_TOKEN = 3.0  # fewer than most languages have, so that no answer is cut short
_SLACK = 24
"""Tokens beyond the length of the answer, for words around it that are taken off."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One kind of instruction.

    Attributes:
        kind: "rewrite", "expand", "shorten" or "tone".
        system: What the model is told that it is.
        user: What it is asked; "{passage}" and "{tone}" stand for what the writer gives.
        longest: Longest answer, in lengths of the passage.
        temperature: See `SamplingSettings`.
        top_p: Likewise.
        repetition_penalty: Likewise.
    """

    kind: str
    system: str
    user: str
    longest: float
    temperature: float
    top_p: float
    repetition_penalty: float

    def request(self, passage: str, tone: str, context_tokens: int) -> GenerationRequest:
        """What to ask of the engine.

        Args:
            passage: The writer's text.
            tone: For "tone", which one.
            context_tokens: Most tokens shown.
        """
        # Not `format`: braces of the writer's text are text.
        asked = self.user.replace("{tone}", tone).replace("{passage}", passage)
        length = len(passage) / _CHARACTERS_PER_TOKEN
        return GenerationRequest(
            prompt="",
            chat=(ChatTurn("system", self.system), ChatTurn("user", asked)),
            settings=SamplingSettings(
                temperature=self.temperature,
                top_p=self.top_p,
                repetition_penalty=self.repetition_penalty,
            ),
            max_tokens=round(self.longest * length) + _SLACK,
            context_tokens=context_tokens,
        )


def load_instruction(kind: str) -> Instruction:
    """Read an instruction of the installation.

    Raises:
        FileNotFoundError: If the installation lacks it.
    """
    values = tomllib.loads(resources.read_text(f"instructions/{kind}.toml"))
    return Instruction(
        kind,
        str(values["system"]).strip(),
        str(values["user"]).strip(),
        float(values["longest"]),
        float(values["temperature"]),
        float(values["top_p"]),
        float(values["repetition_penalty"]),
    )
