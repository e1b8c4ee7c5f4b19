"""One engine in a process of its own: obeys one line of JSON per command, answers with one.

A plain script that imports nothing of Ownhand, so that any Python that has a peer can run it:
`python worker.py FILE`, where FILE beside it has a class `Engine`. A command is
`{"do": "prefill", ...}`, the name of a public method and its arguments; the answer is what the method
gives, or `{"problem": "..."}`. The end of the commands ends the process.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any


def serve(engine: Any, commands: Iterable[str], answers: IO[str]) -> None:
    """Have `engine` obey until the commands end; the first line says what it can."""
    can = [name for name in dir(engine) if not name.startswith("_")]
    _say(answers, {"can": can, "pid": os.getpid()})
    for line in commands:
        arguments = json.loads(line)
        name = arguments.pop("do")
        try:
            if name not in can:
                raise ValueError(f"it cannot {name}")
            answer = getattr(engine, name)(**arguments)
        except Exception as problem:  # of a library that fails in any way it likes
            traceback.print_exc()
            answer = {"problem": f"{type(problem).__name__}: {problem}"}
        _say(answers, answer or {})


def own_stdout() -> IO[str]:
    """The pipe of the answers; whatever libraries print goes to stderr from now on."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answers: IO[str], answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def main() -> None:
    """Serve the engine of the named file."""
    # By its place, not by way of sys.path, on which its folder would hide modules of the same names.
    spec = importlib.util.spec_from_file_location("engine", Path(sys.argv[1]))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with own_stdout() as answers:
        spec.loader.exec_module(module)
        serve(module.Engine(), sys.stdin, answers)


if __name__ == "__main__":
    if sys.path and Path(sys.path[0]) == Path(__file__).parent:
        del sys.path[0]
    main()
