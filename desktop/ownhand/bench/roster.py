"""The contenders that take part, and their turns: one measures while the others wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ownhand.bench.contenders import Contender
from ownhand.bench.worker_process import ContenderFailed, ContenderGone, WorkerProcess

Answers = dict[tuple[str, str], list[dict[str, Any]]]
"""What each contender answered to a command in each round, by its name and the command's."""


class Roster:
    """Starts the processes, asks them in turn, and goes on without one that fails.

    Args:
        commands: How each one is started.
        threads: Of each.
        tell: Says in one line how far the measurement is.

    Attributes:
        loaded: What each said of itself when it had loaded, by its name.
        failed: What went wrong last, by the contender's name.
    """

    def __init__(
        self,
        commands: Mapping[Contender, Sequence[str]],
        threads: int,
        tell: Callable[[str], object],
    ) -> None:
        self.loaded: dict[str, dict[str, Any]] = {}
        self.failed: dict[str, str] = {}
        self.tell = tell
        self._commands, self._threads = dict(commands), threads
        self._titles = {contender.name: contender.title for contender in commands}
        self._workers: dict[str, WorkerProcess] = {}

    def __enter__(self) -> Roster:
        return self

    def __exit__(self, *_: object) -> None:
        for name in list(self._workers):
            self._without(name)

    def load(self, **arguments: Any) -> None:
        """Start everybody and have them load."""
        for contender, command in self._commands.items():
            name = contender.name
            self.tell(f"Loading {contender.title}")
            try:
                self._workers[name] = WorkerProcess(command, self._threads)
            except ContenderGone as problem:
                self._note(name, problem)
                continue
            answer = self.ask(name, "load", threads=self._threads, **arguments)
            if answer is None:
                self._without(name)
            else:
                self.loaded[name] = answer

    def names(self, do: str) -> list[str]:
        """Those that know a command."""
        return [name for name, worker in self._workers.items() if do in worker.can]

    def ask(self, name: str, do: str, **arguments: Any) -> dict[str, Any] | None:
        """One command for one of them; None when it fails, and then it is noted."""
        try:
            return self._workers[name].ask(do, **arguments)
        except ContenderFailed as problem:
            self._note(name, problem)
            if isinstance(problem, ContenderGone):
                self._without(name)
            return None

    def in_turn(
        self, commands: Sequence[str], runs: int, warm_ups: int = 1, **arguments: Any
    ) -> Answers:
        """Ask everybody who knows one of these commands, one after the other, `runs` times: a drift of
        the machine hits all alike. Warm-ups do not count, and of what fails once nothing does."""
        answers: Answers = {(name, do): [] for do in commands for name in self.names(do)}
        for turn in range(warm_ups + runs):
            for name, do in list(answers):
                answer = self.ask(name, do, **arguments) if name in self._workers else None
                if answer is None:
                    del answers[name, do]
                elif turn >= warm_ups:
                    answers[name, do].append(answer)
        return answers

    def memory_gb(self) -> dict[str, float]:
        """What each holds in memory now."""
        return {name: worker.memory_gb() for name, worker in self._workers.items()}

    def _note(self, name: str, problem: ContenderFailed) -> None:
        self.failed[name] = str(problem)
        self.tell(f"{self._titles[name]}: {problem}")

    def _without(self, name: str) -> None:
        self._workers.pop(name).close()
