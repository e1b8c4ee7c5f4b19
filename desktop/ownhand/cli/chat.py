"""`ownhand chat`: talk with the model in the terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated

import typer

from ownhand.cli.console import note, stop_on_interrupt
from ownhand.cli.model_use import (
    ModelOption,
    OfflineOption,
    PresetOption,
    SetOption,
    chosen_model,
    chosen_sampling,
    loaded_engine,
    print_stream,
)
from ownhand.core.errors import BadInputError, OwnhandError
from ownhand.core.messages import GenerationRequest
from ownhand.core.paths import Paths, user_paths
from ownhand.core.prompting import ChatTurn
from ownhand.core.settings import load_settings

if TYPE_CHECKING:
    from ownhand.document.conversations.conversation import Speaker
    from ownhand.engine.engine import Engine

COMMANDS = """\
/retry          answer the last question once more
/system TEXT    tell the model something before everything else; without TEXT, show it
/save [TITLE]   keep the conversation, to go on with it in the window
/quit           leave; so does the end of the input"""


def chat(
    model: ModelOption = None,
    system: Annotated[str, typer.Option(help="What the model is told before everything else.")] = "",
    preset: PresetOption = None,
    max_tokens: Annotated[int | None, typer.Option(min=1, max=100_000, help="Most tokens of an answer.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="Seed, to have the same answers again.")] = None,
    set_: SetOption = None,
    offline: OfflineOption = False,
) -> None:  # fmt: skip
    """Talk with the model: each line is a turn, its answer goes to stdout. Ctrl+C stops an answer and keeps it."""
    paths = user_paths()
    settings = load_settings(paths.settings_file)
    sampling, preset_name = chosen_sampling(paths, settings, preset, set_ or [], seed)
    wish = GenerationRequest(
        prompt="",
        settings=sampling,
        max_tokens=max_tokens or settings.max_tokens,
        context_tokens=settings.context_tokens,
        preset=preset_name,
    )
    with stop_on_interrupt() as cancel:
        info = chosen_model(paths, settings, model, offline, cancel)
        engine = loaded_engine(paths, settings, info, cancel)
    cancel.raise_if_cancelled()
    if not info.chats:
        note(f"{info.title} did not learn to hold conversations. It is shown this one as a dialogue in plain words, and may stray from it.")  # fmt: skip
    if sys.stdin.isatty():
        note("Ask something, or /help. Ctrl+C stops an answer; /quit leaves.")
    _Talk(engine, wish, paths, system).run()


@dataclass
class _Talk:
    """A conversation in the terminal."""

    engine: Engine
    wish: GenerationRequest
    paths: Paths
    system: str
    turns: list[ChatTurn] = field(default_factory=list)

    def run(self) -> None:
        """Take line after line until the end."""
        while (line := _read_line()) is not None and line.strip() != "/quit":
            try:
                self._take(line.strip())
            except OwnhandError as problem:
                note(str(problem))

    def _take(self, line: str) -> None:
        command, _, words = line.partition(" ")
        match command:
            case "":
                return
            case "/retry":
                self._retry()
            case "/system":
                self._tell(words.strip())
            case "/save":
                self._save(words.strip())
            case "/help":
                note(COMMANDS)
            case _ if line.startswith("/") and not line.startswith("//"):
                note(f"There is no command {command}.\n{COMMANDS}")
            case _:
                question = line[1:] if line.startswith("//") else line
                self.turns.append(ChatTurn("user", question))
                self._answer()

    def _answer(self) -> None:
        told = (ChatTurn("system", self.system),) if self.system.strip() else ()
        request = replace(self.wish, chat=(*told, *self.turns))
        with stop_on_interrupt() as cancel:
            text = print_stream(self.engine.stream(request, cancel), margin=True)
        if not sys.stdout.isatty():
            typer.echo()
        self.turns.append(ChatTurn("assistant", text))

    def _retry(self) -> None:
        if self.turns and self.turns[-1].role == "assistant":
            self.turns.pop()
        if not self.turns:
            raise BadInputError("Nothing was asked yet.")
        self._answer()

    def _tell(self, words: str) -> None:
        if words:
            self.system = words
        note(f"The model is told: {self.system}" if self.system else "The model is told nothing.")

    def _save(self, title: str) -> None:
        from ownhand.document.conversations.shelf import ConversationShelf

        shelf = ConversationShelf(self.paths.chats)
        conversation = shelf.new()
        lines = [conversation.begin()]
        if title:
            lines.append(conversation.rename(title))
        if self.system:
            lines.append(conversation.tell(self.system))
        parent = ""
        for turn in self.turns:
            speaker: Speaker = "assistant" if turn.role == "assistant" else "user"
            lines.append(conversation.say(speaker, turn.text, parent))
            parent = lines[-1]["id"]
        shelf.append(conversation.id, lines)
        note(f"Kept as {conversation.id}; the chat page of the window has it.")


def _read_line() -> str | None:
    """The next line, or None at the end; Ctrl+C at an empty prompt ends the program."""
    try:
        if sys.stdin.isatty():
            return input("> ")
        line = sys.stdin.buffer.readline()
        return line.decode("utf-8").rstrip("\r\n") if line else None
    except EOFError:
        return None
    except UnicodeDecodeError as problem:
        raise BadInputError("The input is not UTF-8 text. Save it as UTF-8 and try again.") from problem  # fmt: skip
