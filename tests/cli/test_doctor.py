"""What `ownhand doctor` says of what models run on."""

from __future__ import annotations

from pathlib import Path

import numba
import pytest

from ownhand.cli.doctor import _kernel
from ownhand.core.paths import Paths, user_paths
from ownhand.core.settings import Settings
from ownhand.engine.backends import BackendChoice, suits_kernel
from ownhand.engine.narrow import ahead
from ownhand.engine.narrow.jit import OPTIONS


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The folders of a home without anything; compiled code would be kept there."""
    monkeypatch.setenv("OWNHAND_HOME", str(tmp_path))
    monkeypatch.setattr(numba.config, "CACHE_DIR", "")
    monkeypatch.setitem(OPTIONS, "cache", True)
    return user_paths()


needs_kernel = pytest.mark.skipif(
    not suits_kernel(BackendChoice(device="cpu")), reason="this processor has not what it needs"
)


def said(paths: Paths, settings: Settings) -> str:
    return "\n".join(f"{found.topic}: {found.state}" for found in _kernel(paths, settings))


@needs_kernel
def test_it_tells_that_the_kernel_is_not_compiled_yet_and_where_it_will_be(paths: Paths) -> None:
    told = said(paths, Settings(device="cpu"))
    assert "the processor, by Ownhand itself, with 4–8 bits a weight" in told
    assert "not compiled yet" in told
    assert str(paths.cache / "kernels") in told
    folder = Path(numba.config.CACHE_DIR)
    folder.mkdir(parents=True)
    (folder / "complete").write_text(ahead._sources())
    assert f"compiled for this processor, in {folder}" in said(paths, Settings(device="cpu"))


@needs_kernel
def test_it_tells_when_compiled_code_cannot_be_kept(paths: Paths) -> None:
    paths.cache.parent.mkdir(parents=True, exist_ok=True)
    paths.cache.touch()  # a file where the folder should be
    findings = list(_kernel(paths, Settings(device="cpu", dtype="float32")))
    assert "32 bits a weight" in findings[0].state
    assert "anew at each start" in findings[1].state
    assert str(paths.cache) in findings[1].advice


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (Settings(device="cpu", runtime="keras"), "the setting runtime"),
        (Settings(device="cpu", dtype="bfloat16"), "asks for bfloat16"),
        (Settings(device="gpu"), "asks for a graphics card"),
    ],
)
def test_it_tells_why_the_kernel_is_not_used(paths: Paths, settings: Settings, why: str) -> None:
    told = said(paths, settings)
    assert "Keras with" in told
    assert why in told
