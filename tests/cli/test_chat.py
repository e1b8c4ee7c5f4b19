"""`ownhand chat`, in processes of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers.processes import environment, run_ownhand
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import CancelToken
from ownhand.document.conversations.conversation import Conversation
from ownhand.document.conversations.shelf import ConversationShelf
from ownhand.models.store import DirectoryStore

TEMPLATE = "{% for m in messages %}{{ m.role }} {{ m.content }}<|im_end|>{% endfor %}{% if add_generation_prompt %}assistant {% endif %}"
ALWAYS_Q = ["--preset", "neutral", "--set", "logit_bias=q:90"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a model that learnt to talk and one that did not."""
    folder = tmp_path_factory.mktemp("home")
    for name, template in (("talker", TEMPLATE), ("writer", None)):
        metadata = {"llama.context_length": 2048, "tokenizer.chat_template": template}
        path = TinyGguf(metadata=metadata).write(folder / f"{name}.gguf")
        list(DirectoryStore(folder / "data" / "models").add(str(path), CancelToken(), slug=name))
    return folder


def kept(home: Path) -> Conversation:
    shelf = ConversationShelf(home / "data" / "chats")
    return shelf.read(shelf.list()[0].id)


def test_each_line_is_a_turn_and_commands_act_on_the_conversation(home: Path) -> None:
    lines = (
        "hello\n\n/retry\n/nonsense\n/system Be brief.\n//there\n/save Two answers\n/quit\nnever\n"
    )
    done = run_ownhand(
        home, "chat", "--model", "talker", "--max-tokens", "4", *ALWAYS_Q, stdin=lines.encode()
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "qqqq\nqqqq\nqqqq\n"
    assert "There is no command /nonsense" in done.stderr
    assert "plain words" not in done.stderr
    found = kept(home)
    assert found.title == "Two answers"
    assert found.system == "Be brief."
    assert [turn.text for turn in found.path] == ["hello", "qqqq", "/there", "qqqq"]


def test_model_without_a_template_answers_all_the_same_and_it_is_said(home: Path) -> None:
    done = run_ownhand(
        home, "chat", "--model", "writer", "--max-tokens", "3", *ALWAYS_Q, stdin="Grüße".encode()
    )
    assert (done.returncode, done.stdout) == (0, "qqq\n"), done.stderr
    assert "plain words" in done.stderr


def test_interrupt_stops_the_answer_and_keeps_it(home: Path) -> None:
    command = ["chat", "--model", "talker", "--max-tokens", "100000", *ALWAYS_Q]
    process = subprocess.Popen(
        [sys.executable, "-m", "ownhand", *command],
        env=environment(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        bufsize=0,  # what a buffer reads ahead would be lost to `communicate`
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"hello\n")
    process.stdin.flush()
    begun = process.stdout.read(20)
    process.send_signal(signal.SIGINT)
    rest, told = process.communicate(b"/save Stopped\n", timeout=60)
    assert process.returncode == 0, told
    answer = (begun + rest).decode().strip()
    assert set(answer) == {"q"}
    assert [turn.text for turn in kept(home).path] == ["hello", answer]
    assert b"Traceback" not in told
