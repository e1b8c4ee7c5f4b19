"""The model that is measured, in the forms that contenders read."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ownhand.bench.gguf_file import fetch_gguf, kept_gguf
from ownhand.bench.huggingface_directory import write_huggingface
from ownhand.core.errors import BadInputError
from ownhand.core.messages import ModelInfo
from ownhand.core.paths import user_paths
from ownhand.models.manifest import read_manifest
from ownhand.models.starter import starter_record

_LONGEST = 8192


@contextmanager
def model_forms(
    info: ModelInfo, gguf: Path | None, fetch: bool, tell: Callable[[str], object]
) -> Iterator[dict[str, Any]]:
    """The model in each form that some contender reads, for as long as it is measured.

    Args:
        info: The model.
        gguf: The GGUF file it was made from, for peers.
        fetch: Whether the starter model's may be fetched again when none is named.
        tell: Says in one line what is being done.

    Yields:
        "directory", "context", and "gguf" and "hf" where there are such: what is told to all of them.

    Raises:
        BadInputError: If there is no such GGUF file.
        DownloadError: If it cannot be fetched.
    """
    forms: dict[str, Any] = {
        "directory": str(info.directory),
        "context": min(info.context_tokens, _LONGEST),
    }
    if (found := _gguf(info, gguf, fetch, tell)) is not None:
        forms["gguf"] = str(found)
    with tempfile.TemporaryDirectory(prefix="ownhand-bench-") as folder:
        try:
            write_huggingface(info.directory, Path(folder))
            forms["hf"] = folder
        except BadInputError as problem:
            tell(str(problem))
        yield forms


def _gguf(
    info: ModelInfo, named: Path | None, fetch: bool, tell: Callable[[str], object]
) -> Path | None:
    if named is not None:
        if not named.is_file():
            raise BadInputError(f"There is no file {named}. Name the GGUF file the model was made from.")  # fmt: skip
        return named
    record, cache = starter_record(), user_paths().cache
    if read_manifest(info.directory).source.sha256 != record.model_sha256:
        return None
    kept = kept_gguf(cache, record)
    return fetch_gguf(cache, record, tell) if kept is None and fetch else kept
