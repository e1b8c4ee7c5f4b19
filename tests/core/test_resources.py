"""Packaged data is found from a checkout, a wheel and a frozen app alike."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ownhand.core.resources import read_text, resource_path

ROOT = Path(__file__).parents[2]
CODE = "from ownhand.core.resources import resource_path; print(resource_path('presets/balanced.toml'))"


def test_resource_of_the_checkout_is_found() -> None:
    assert resource_path("presets/balanced.toml").is_file()
    assert "Balanced" in read_text("presets/balanced.toml")


def test_missing_resource_says_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match="install it again"):
        resource_path("presets/no such preset.toml")


def test_wheel_carries_every_resource_and_finds_it(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
        names = set(archive.namelist())
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file():
            assert f"ownhand/_resources/{path.relative_to(ROOT / 'resources')}" in names
    assert not [name for name in names if name.startswith("packaging")]
    # A frozen app lays the package out as the wheel does.
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(place)!r}); {CODE}"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert Path(done.stdout.strip()) == place / "ownhand/_resources/presets/balanced.toml"
