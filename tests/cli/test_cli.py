"""The command line, in processes of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers.loading import choice_of
from tests.helpers.processes import environment, run_ownhand
from tests.helpers.tiny_models import TinyGguf


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with spaces and an emoji in its name, and a tiny model in it."""
    folder = tmp_path_factory.mktemp("ein Heim 🏡")
    path = TinyGguf(metadata={"llama.context_length": 2048}).write(folder / "tiny.gguf")
    done = run_ownhand(folder, "models", "add", str(path), "--name", "tiny")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "tiny\n"
    return folder


def test_help_names_the_commands_and_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['ownhand', '--help']\n"
        "from ownhand.__main__ import main\n"
        "main()\n"
        "heavy = {'keras', 'tensorflow', 'PySide6', 'gguf', 'tokenizers', 'numpy', 'rich'}\n"
        "sys.exit(sorted(heavy & set(sys.modules)) or 0)\n"
    )
    done = run_ownhand(tmp_path, code=code)
    assert done.returncode == 0, done.stderr
    for command in ("write", "models", "presets", "bench", "doctor"):
        assert command in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["write"],
        ["models"],
        ["models", "add"],
        ["bench"],
        ["bench", "gui"],
        ["doctor"],
        ["presets"],
    ],
    ids=" ".join,
)
def test_every_command_has_help(tmp_path: Path, command: list[str]) -> None:
    done = run_ownhand(tmp_path, *command, "--help")
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout


def test_continuation_alone_is_on_stdout(home: Path) -> None:
    done = run_ownhand(
        home, "write", "hell", "--model", "tiny", "--max-tokens", "6",
        "--set", "logit_bias=q:90", "--set", "temperature=0.5",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == "qqqqqq"
    assert "Tiny Llama" in done.stderr
    assert "6 tokens" in done.stderr


def test_prompt_comes_from_stdin(home: Path) -> None:
    done = run_ownhand(
        home, "write", "-", "--model", "tiny", "--max-tokens", "3", "--set", "logit_bias=q:90",
        stdin="Zeile 🖋\n".encode(),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "qqq"), done.stderr


def test_same_seed_gives_the_same_text(home: Path) -> None:
    texts = {
        run_ownhand(
            home, "write", "hello", "--model", "tiny", "--max-tokens", "8", "--preset", "neutral", "--seed", "5"
        ).stdout
        for _ in range(2)
    }  # fmt: skip
    assert len(texts) == 1


def test_every_wrong_setting_is_named_at_once(home: Path) -> None:
    done = run_ownhand(
        home, "write", "a", "--model", "tiny",
        "--set", "temperature=hot", "--set", "top_p=7", "--set", "tempo=1",
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    for name in ("temperature", "top_p", "tempo"):
        assert name in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["write", "a", "--model", "nothere"], "nothere"),
        (["write", "a", "--preset", "nothere"], "Balanced"),
        (["write", "a", "--set", "temperature"], "FIELD=VALUE"),
        (["models", "remove", "nothere"], "nothere"),
        (["models", "remove", "../../etc"], "etc"),
        (["models", "add", "/no/such/file.gguf"], "no/such"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_input_is_one_sentence_and_status_1(
    home: Path, arguments: list[str], words: str
) -> None:
    done = run_ownhand(home, *arguments)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["write"], ["write", "a", "--max-tokens", "0"], ["--fly"]])
def test_wrong_usage_is_status_2(home: Path, arguments: list[str]) -> None:
    done = run_ownhand(home, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_binary_prompt_is_refused(home: Path) -> None:
    done = run_ownhand(home, "write", "-", "--model", "tiny", stdin=b"\xff\xfe\x00\x80")
    assert done.returncode == 1
    assert "UTF-8" in done.stderr


def test_interrupt_prints_what_there_is_and_stops(home: Path) -> None:
    command = ["write", "hello", "--model", "tiny", "--max-tokens", "100000", "--preset", "neutral", "--set", "logit_bias=q:90"]  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "ownhand", *command],
        env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    begun = process.stdout.read(20)
    process.send_signal(signal.SIGINT)
    rest, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert set((begun + rest).decode()) == {"q"}
    assert b"tokens/s" in told
    assert b"Traceback" not in told


@pytest.mark.parametrize(("runtime", "stage"), [("keras", b"Preparing"), ("auto", b"Fitting")])
def test_interrupt_while_something_is_compiled_ends_quietly(
    home: Path, tmp_path: Path, runtime: str, stage: bytes
) -> None:
    if runtime == "auto":
        choice_of("kernel")  # skips where there is no kernel
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "settings.toml").write_text(f'schema = 1\nruntime = "{runtime}"\n')
    process = subprocess.Popen(
        [sys.executable, "-m", "ownhand", "write", "hello", "--model", "tiny"],
        env=environment(home) | {"NUMBA_CACHE_DIR": str(tmp_path / "kernels")},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(stage):
            process.send_signal(signal.SIGINT)
            break
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert b"terminate" not in told
    assert b"Traceback" not in told
    if runtime == "auto":
        assert not list((tmp_path / "kernels").iterdir())


def test_models_are_listed_and_removed(home: Path, tmp_path: Path) -> None:
    path = TinyGguf(tied=False).write(tmp_path / "zwei 🦙.gguf")
    assert run_ownhand(home, "models", "add", str(path), "--name", "zwei").returncode == 0
    assert "zwei" in run_ownhand(home, "models", "list").stdout
    assert run_ownhand(home, "models", "remove", "zwei").returncode == 0
    listed = run_ownhand(home, "models", "list").stdout
    assert "zwei" not in listed
    assert "tiny" in listed


def test_presets_are_listed_with_what_they_do(home: Path) -> None:
    lines = run_ownhand(home, "presets").stdout.splitlines()
    assert len(lines) >= 12
    assert all(len(line.split("  ", 1)[1].strip()) > 20 for line in lines)


def test_doctor_finds_the_model_and_the_backend(home: Path) -> None:
    done = run_ownhand(home, "doctor")
    assert "Tiny Llama" in done.stdout
    assert "tensorflow" in done.stdout
    assert "offscreen works" in done.stdout


def test_doctor_names_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('model = "gone"\ndevice = "gpu"\n')
    done = run_ownhand(tmp_path, "doctor")
    assert done.returncode == 1
    assert "gone" in done.stdout


def test_unknown_handle_is_answered_without_the_backend_chattering(tmp_path: Path) -> None:
    done = run_ownhand(tmp_path, "models", "add", "no_such_preset")
    assert done.returncode == 1
    assert "There is no file “no_such_preset”" in done.stderr
    assert "TensorFlow binary" not in done.stderr
    assert "absl" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes to head")
def test_reader_that_goes_away_leaves_no_message(home: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "ownhand", "presets"],
        env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    _, told = process.communicate(timeout=60)
    assert told == b""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--model", "nope"], "There is no model"),
        (["--model", "narrow"], "context of at least 2,001 tokens"),
    ],
)
def test_bench_says_in_a_sentence_why_it_cannot(
    home: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    narrow = TinyGguf(tied=False).write(tmp_path / "narrow.gguf")
    run_ownhand(home, "models", "add", str(narrow), "--name", "narrow")
    done = run_ownhand(home, "bench", *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
