"""What CONTRIBUTING.md says of the structure is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Where do I add…")[2]
PLACES = sorted(set(re.findall(r"`((?:desktop|resources|tests)/[^`]+)`", TABLE)))


@pytest.mark.parametrize("place", PLACES)
def test_place_to_add_something_exists(place: str) -> None:
    assert (ROOT / place).exists()


def test_table_names_the_places() -> None:
    assert len(PLACES) >= 15


def test_packaging_folder_is_no_python_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_no_file_under_version_control_names_a_registry_or_a_lock() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert "uv.lock" in ignored
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "index" not in project.get("tool", {}).get("uv", {})
