"""`ownhand models` with models that were trained here."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.helpers.adapters import SCALE, random_factors
from tests.helpers.processes import run_ownhand
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import CancelToken
from ownhand.models.store import DirectoryStore
from ownhand.training.export import TrainedAdapter
from ownhand.training.lineage import lineage_of_run
from ownhand.training.spec import TrainingSpec


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a tiny model, "letters" trained on one text, and "more" trained from that."""
    folder = tmp_path_factory.mktemp("home")
    models = folder / "data" / "models"
    text = folder / "letter.txt"
    text.write_text("Dear Cassandra,", encoding="utf-8")
    file = TinyGguf(metadata={"llama.context_length": 2048}).write(folder / "tiny.gguf")
    list(DirectoryStore(models).add(str(file), CancelToken(), slug="tiny"))
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    seen = {"files": [{"path": str(text), "sha256": digest}]}
    for base, title, about in (("tiny", "Letters", seen), ("letters", "More", {"files": []})):
        lineage = lineage_of_run(TrainingSpec(name=title), models / base, "a-run", 40, about)
        factors = random_factors(models / base, ("query",), seed=1)
        importer = TrainedAdapter(models / base, factors, SCALE, title, lineage)
        list(DirectoryStore(models, importers=(importer,)).add("a run", CancelToken()))
    return folder


def test_models_that_saw_a_file_are_told_with_how_it_is_known(home: Path) -> None:
    done = run_ownhand(home, "models", "saw", str(home / "letter.txt"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "letters  Letters saw it as it is now",
        "more  More saw it as it is now, through Letters",
    ]
    assert "finetune --like MODEL --without" in done.stderr
    done = run_ownhand(home, "models", "saw", str(home / "tiny.gguf"))
    assert (done.returncode, done.stdout) == (0, "")
    assert "No model on this machine has seen tiny.gguf" in done.stderr


def test_what_a_model_comes_from_is_told_in_words(home: Path) -> None:
    done = run_ownhand(home, "models", "show", "more")
    assert done.returncode == 0, done.stderr
    for words in ("stands on tiny", "from Letters (letters)", "40 steps, LoRA of rank 8", "from Tiny Llama (tiny)", "saw 1 file:", "letter.txt"):  # fmt: skip
        assert words in done.stdout
    done = run_ownhand(home, "models", "show", "tiny")
    assert "not trained here; it comes from tiny.gguf" in done.stdout


def test_base_that_others_need_is_not_removed(home: Path) -> None:
    done = run_ownhand(home, "models", "remove", "tiny")
    assert done.returncode == 1
    assert "needed by “Letters” and “More”" in done.stderr
    assert (home / "data" / "models" / "tiny").is_dir()


def test_adapter_writes_like_any_other_model(home: Path) -> None:
    done = run_ownhand(
        home, "write", "hell", "--model", "letters", "--max-tokens", "4", "--set", "logit_bias=q:90"
    )
    assert (done.returncode, done.stdout) == (0, "qqqq"), done.stderr
    assert "Letters" in done.stderr
