"""One contender's process, as the measurement sees it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from typing import Any

import psutil

from ownhand.core.errors import OwnhandError


class ContenderFailed(OwnhandError):
    """A contender could not do what it was asked; the others go on."""


class ContenderGone(ContenderFailed):
    """A contender's process has ended, or never began."""


class WorkerProcess:
    """Started with its thread count; told one command at a time.

    Args:
        command: What to run, see `contenders.command_of`.
        threads: Of whatever library computes in it.

    Attributes:
        can: The commands it knows.

    Raises:
        ContenderGone: If it does not start.
    """

    def __init__(self, command: Sequence[str], threads: int) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        try:
            self._process = subprocess.Popen(
                list(command),
                env=_environment(command, threads),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                text=True,
                encoding="utf-8",
            )
        except OSError as problem:
            self._errors.close()
            raise ContenderGone(f"{command[0]} cannot be started: {problem.strerror}.") from problem  # fmt: skip
        self.can = frozenset(self._answer()["can"])

    def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Have it obey one command, and wait for the answer.

        Raises:
            ContenderFailed: If it could not; quotes what it said.
            ContenderGone: If it has ended, too.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
            self._process.stdin.flush()
        except OSError:
            pass  # it has ended; what it said about that comes instead of the answer
        answer = self._answer()
        if "problem" in answer:
            raise ContenderFailed(answer["problem"])
        return answer

    def memory_gb(self) -> float:
        """What it holds in memory now."""
        return round(psutil.Process(self._process.pid).memory_info().rss / 1e9, 3)

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._process.kill()  # the threads of some libraries take seconds to wind down
        self._process.wait()
        self._process.stdout.close()
        self._errors.close()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            said = self._last_words()
            self.close()
            raise ContenderGone(f"its process ended. {said}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"It said nothing (status {self._process.returncode})."


def _environment(command: Sequence[str], threads: int) -> dict[str, str]:
    names = ("OMP_NUM_THREADS", "NUMBA_NUM_THREADS", "TF_NUM_INTRAOP_THREADS")
    environment = {**os.environ, **dict.fromkeys(names, str(threads)), "TF_CPP_MIN_LOG_LEVEL": "3"}
    if "-m" not in command:
        environment.pop("PYTHONPATH", None)  # another Python must not find this one's packages
    return environment
