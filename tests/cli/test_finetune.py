"""`ownhand finetune` and `ownhand runs`, from a folder to a model that writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.helpers.processes import run_ownhand
from tests.helpers.tiny_models import TinyGguf


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    path = TinyGguf(metadata={"llama.context_length": 512}).write(folder / "tiny.gguf")
    assert run_ownhand(folder, "models", "add", str(path), "--name", "tiny").returncode == 0
    texts = folder / "texts"
    texts.mkdir()
    for number in range(3):
        words = " ".join(f"hello hill {n} the hell." for n in range(150))
        (texts / f"{number}.txt").write_text(words, encoding="utf-8")
    return folder


def test_folder_becomes_a_model_that_writes(home: Path) -> None:
    done = run_ownhand(
        home, "finetune", str(home / "texts"), "--model", "tiny", "--name", "Mine", "--minutes", "0.2",
        "--report", str(home / "report 🖋.json"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == "mine\n"
    assert "3 files" in done.stderr
    report = json.loads((home / "report 🖋.json").read_text(encoding="utf-8"))
    assert report["sentence"] in done.stderr
    for gauge in ("held_out", "forgetting", "memorisation"):
        assert {"before", "after", "difference", "ci95"} <= report[gauge].keys()
    written = run_ownhand(home, "write", "hello", "--model", "mine", "--max-tokens", "4")
    assert written.returncode == 0, written.stderr
    listed = run_ownhand(home, "runs", "list").stdout.split()
    assert listed[1] == "finished"
    shown = run_ownhand(home, "runs", "show", listed[0]).stdout
    assert "held out after 0 steps" in shown
    assert "model: mine" in shown
    assert run_ownhand(home, "runs", "stop", listed[0]).returncode == 1
    again = run_ownhand(home, "finetune", "--resume", listed[0])
    assert again.returncode == 1
    assert "is over" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["finetune"], "Name the folders"),
        (["finetune", "/no/such/folder", "--model", "tiny"], "no text"),
        (["finetune", ".", "--model", "tiny", "--method", "magic"], "method"),
        (["finetune", ".", "--model", "nothere"], "nothere"),
        (["finetune", "--resume", "nothere"], "runs list"),
        (["finetune", ".", "--resume", "nothere"], "--resume cannot be used with FOLDER"),
        (["finetune", "--like", "tiny", "--continue", "tiny"], "cannot be used together"),
        (["finetune", "--continue", "tiny", "--without", "x"], "cannot be used with --without"),
        (["finetune", ".", "--without", "/no/such/file"], "to leave out"),
        (["finetune", ".", "--spec", "/no/such/spec"], "cannot be read"),
        (["finetune", ".", "--name", " ", "--model", "tiny"], "name must not be empty"),
        (["finetune", "--like", "tiny"], "not trained here"),
        (["runs", "show", "../x"], "runs list"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_input_is_one_sentence(home: Path, arguments: list[str], words: str) -> None:
    done = run_ownhand(home, *arguments)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
