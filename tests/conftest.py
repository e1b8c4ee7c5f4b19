"""Fixtures shared by all tests."""

from __future__ import annotations

import gc
import hashlib
import itertools
import os
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.cache_folder import CACHE
from tests.helpers.network_ban import forbid_network

import ownhand.models
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import DownloadError, ModelError
from ownhand.core.messages import ModelInfo
from ownhand.engine.narrow.jit import keep_compiled_in
from ownhand.models.starter import fetch_starter
from ownhand.models.store import DirectoryStore

# As in the window: on another thread than the main one, garbage of Qt would be destroyed where it must not.
gc.disable()
_TESTS = itertools.count(1)

forbid_network()  # for this process; what it starts as Ownhand is under the same ban
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first QApplication

keep_compiled_in(None)  # `cache_folder` has said where


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Collect garbage between tests; all of it, models too, between files and now and then."""
    same_file = nextitem is not None and nextitem.path == item.path
    thorough = not same_file or next(_TESTS) % 10 == 0
    gc.collect(2 if thorough else 1)


def pytest_sessionfinish() -> None:
    """Empty the clipboard while Python is alive.

    Qt's offscreen platform keeps it in a static, which is destroyed after Python has ended; what was
    copied from a page is an object of Python, and the process would die of that with all tests passed.
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def keras_hub() -> Any:
    """KerasHub, imported once; what its dependencies warn of on the way is not ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import keras_hub

        return keras_hub


@pytest.fixture(scope="session")
def starter_directory() -> Path:
    """The starter model's directory; fetched by the first run, kept in a cache for the next ones.

    It is made afresh when the code that makes it has changed.
    """
    store, stamp = DirectoryStore(CACHE / "models"), CACHE / "made-by"
    for _attempt in range(120):  # another test run may be at it
        try:
            if not stamp.exists() or stamp.read_text() != _models_digest():
                for info in store.list():
                    store.remove(info.slug)
            *_, last = fetch_starter(store, CACHE / "cache", CancelToken())
            break
        except DownloadError:
            raise
        except ModelError as problem:
            if "Another Ownhand" not in str(problem):
                raise
            time.sleep(1)
    assert isinstance(last, ModelInfo)
    stamp.write_text(_models_digest())
    return last.directory


@pytest.fixture
def home_with_starter(starter_directory: Path, tmp_path: Path) -> Path:
    """An Ownhand home that holds the starter model, as links to the one in the cache."""
    models = tmp_path / "data" / "models" / starter_directory.name
    models.mkdir(parents=True)
    for file in starter_directory.iterdir():
        (models / file.name).symlink_to(file)
    return tmp_path


def _models_digest() -> str:
    package = Path(ownhand.models.__path__[0])
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
