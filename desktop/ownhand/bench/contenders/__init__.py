"""Who is measured: Ownhand and what a writer might use instead, each in a process of its own.

`python -m ownhand.bench.contenders NAME …` serves Ownhand and KerasHub; the peers are plain scripts
that run under any Python which has them.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ownhand.core.errors import BadInputError

_HERE = Path(__file__).parent
_WORKER = _HERE / "worker.py"


@dataclass(frozen=True, slots=True)
class Contender:
    """One who takes part.

    Attributes:
        name: In figures and options.
        title: In the table and the picture.
        file: Its script beside this file; "" for what runs inside Ownhand's own Python.
        module: What must be importable for it.
        needs: "gguf" or "hf": the form in which it reads the model; "" for Ownhand's own.
    """

    name: str
    title: str
    file: str = ""
    module: str = ""
    needs: str = ""


OWNHAND, FLOAT32, KERAS_LAYERS = "ownhand", "ownhand-float32", "ownhand-keras"
KERAS_HUB = "keras-hub"
LLAMA_CPP, OPENVINO, TRANSFORMERS = "llama-cpp-python", "openvino-genai", "transformers"

CONTENDERS = (
    Contender(OWNHAND, "Ownhand"),
    Contender(FLOAT32, "Ownhand, float32"),
    Contender(KERAS_LAYERS, "Ownhand, Keras layers"),
    Contender(KERAS_HUB, "KerasHub generate()"),
    Contender(LLAMA_CPP, "llama.cpp", "with_llama_cpp.py", "llama_cpp", "gguf"),
    Contender(OPENVINO, "OpenVINO GenAI", "with_openvino_genai.py", "openvino_genai", "gguf"),
    Contender(TRANSFORMERS, "transformers", "with_transformers.py", "transformers", "hf"),
)
"""In the order of their turns, and of the table."""


def command_of(contender: Contender, pythons: Mapping[str, str]) -> list[str] | None:
    """How its process is started; None if it is a peer that is not installed.

    Args:
        contender: One of `CONTENDERS`.
        pythons: Paths of interpreters that have a peer, by the peer's name.
    """
    if not contender.file:
        return [sys.executable, "-m", __name__, contender.name]
    python = pythons.get(contender.name)
    if python is None and importlib.util.find_spec(contender.module) is not None:
        python = sys.executable
    return None if python is None else [python, str(_WORKER), str(_HERE / contender.file)]


def peer_pythons(options: list[str]) -> dict[str, str]:
    """The interpreters of peers, from options as "llama-cpp-python=/opt/peer/bin/python".

    Raises:
        BadInputError: If one names no peer or no file.
    """
    peers = [contender.name for contender in CONTENDERS if contender.file]
    found = {}
    for option in options:
        name, _, path = option.partition("=")
        if name not in peers:
            raise BadInputError(f"--peer-python needs NAME=PATH with one of {', '.join(peers)} as its name, not “{option}”.")  # fmt: skip
        if not Path(path).is_file():
            raise BadInputError(f"There is no Python at “{path}” to run {name} with. Name the interpreter of the environment that has it.")  # fmt: skip
        found[name] = path
    return found
