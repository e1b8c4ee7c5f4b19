"""What `ownhand write` takes on the way to its first word."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.loading import choice_of
from tests.helpers.processes import run_ownhand
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import CancelToken
from ownhand.models.store import DirectoryStore

HEAVY = ("keras", "keras_hub", "tensorflow", "jax", "torch", "PySide6", "spellchecker", "gguf")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a tiny model."""
    folder = tmp_path_factory.mktemp("home")
    path = TinyGguf(metadata={"llama.context_length": 2048}).write(folder / "tiny.gguf")
    list(DirectoryStore(folder / "data" / "models").add(str(path), CancelToken(), slug="tiny"))
    return folder


def write_without(home: Path, *heavy: str) -> str:
    """Write with the tiny model in a process in which some packages cannot be imported; what it wrote."""
    code = (
        f"import sys\nheavy = {heavy!r}\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in heavy: raise RuntimeError('imported ' + name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "sys.argv = ['ownhand', 'write', 'hell', '--model', 'tiny', '--max-tokens', '6',\n"
        "            '--set', 'logit_bias=q:90', '--set', 'temperature=0.5']\n"
        "from ownhand.__main__ import main\n"
        "sys.exit(main())\n"
    )
    done = run_ownhand(home, code=code)
    assert done.returncode == 0, done.stderr
    return done.stdout


def set_up(home: Path, **settings: str) -> None:
    file = home / "config" / "settings.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(f'{name} = "{value}"\n' for name, value in settings.items()))


@pytest.mark.parametrize("dtype", ["auto", "float32"])
def test_the_kernel_writes_without_importing_keras_or_a_backend(home: Path, dtype: str) -> None:
    choice_of("kernel")  # skips where there is none
    set_up(home, device="cpu", dtype=dtype)
    assert write_without(home, *HEAVY) == "qqqqqq"


@pytest.mark.parametrize("setting", [{"runtime": "keras"}, {"dtype": "bfloat16"}])
def test_the_settings_can_ask_for_the_keras_layers(home: Path, setting: dict[str, str]) -> None:
    set_up(home, device="cpu", **setting)
    with pytest.raises(AssertionError, match="imported keras"):
        write_without(home, "keras")
