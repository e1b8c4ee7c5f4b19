"""Fetches one pinned wheel with pip, so that the writer's own mirror and proxy settings hold."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import logging
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import DownloadError
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence

log = logging.getLogger(__name__)

_PROGRESS = re.compile(r"Progress (\d+) of (\d+)")
_POLL_S = 0.1
_CHUNK = 4 * 1024 * 1024


def pip_download(
    package: str, version: str, wheel: str, sha256: str, directory: Path, cancel: CancelToken
) -> Iterator[Stage]:
    """Download `wheel` into the empty `directory`; looks at `cancel` ten times a second.

    Nothing is installed and no dependency is fetched. The digest is checked by pip and again here.

    Raises:
        DownloadError: If pip is missing, fails, or brings another file; says what to do.
        Cancelled: If `cancel` was set; pip is dead by then.
    """
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        raise DownloadError(
            Sentence(
                "This installation of Ownhand cannot download models, because pip is missing from it. {by_hand}",
                by_hand=by_hand(wheel),
            )
        )
    requirements = directory / "requirements.txt"
    requirements.write_text(f"{package}=={version} --hash=sha256:{sha256}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-input"]
    command += ["--only-binary=:all:", "--disable-pip-version-check", "--progress-bar=raw"]
    command += ["--require-hashes", f"--dest={directory}", f"--requirement={requirements}"]
    yield Stage("Looking for the download")
    yield from _run(command, directory, wheel, cancel)
    path = directory / wheel
    if not path.is_file():
        raise DownloadError(
            Sentence(
                "The download brought another file than {wheel}. {by_hand}",
                wheel=wheel,
                by_hand=by_hand(wheel),
            )
        )
    yield Stage("Checking the download")
    if _digest(path, cancel) != sha256:
        path.unlink()
        raise DownloadError(
            "The downloaded file is not the one that was expected (its checksum differs); it was deleted. Try again."
        )


def by_hand(wheel: str) -> str:
    """The sentence that says how to go without a download."""
    return Sentence(
        "You can get the file {wheel} on another computer and add it with: ownhand models add {wheel}",
        wheel=wheel,
    )


def _run(command: list[str], directory: Path, wheel: str, cancel: CancelToken) -> Iterator[Stage]:
    process = subprocess.Popen(
        command,
        cwd=directory,  # python -m looks there first: never where somebody else's pip.py may lie
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdout is not None  # PIPE was asked for
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    reader = threading.Thread(
        target=_read, args=(process.stdout, lines), name="pip-output", daemon=True
    )
    reader.start()
    tail: list[str] = []
    try:
        while True:
            cancel.raise_if_cancelled()
            try:
                line = lines.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if line is None:
                break
            if match := _PROGRESS.match(line):
                yield Stage("Downloading", int(match[1]), int(match[2]))
            elif line:
                log.debug("pip: %s", line)
                tail.append(line)
        code = process.wait()
    finally:
        process.kill()
        process.wait()
        reader.join()
        process.stdout.close()
    if code != 0:
        raise DownloadError(_failure(tail, wheel))


def _read(stream: IO[str], lines: queue.SimpleQueue[str | None]) -> None:
    with contextlib.suppress(OSError, ValueError):
        for line in stream:
            lines.put(line.strip())
    lines.put(None)


def _failure(tail: list[str], wheel: str) -> str:
    text = "\n".join(tail)
    errors = [line for line in tail if line.startswith("ERROR:")] or tail or ["it gave no reason"]
    if "HASHES" in text or "hashes" in text:
        cause = "What came is not the file that was expected (its checksum differs); it was thrown away."
    elif "No matching distribution" in text or "Could not find a version" in text:
        cause = "The model was not found. Check that this computer is online and, if you use a package mirror, that it carries the file."
    elif re.search(r"resolution|[Cc]onnect|timed out|[Pp]roxy|Network is unreachable", text):
        cause = "The network could not be reached. Check the connection and try again."
    elif "No space left" in text:
        cause = "The disk is full. Free some space and try again."
    else:
        cause = "The download failed. Try again later."
    reason = errors[-1].removeprefix("ERROR:").strip()
    return f"{cause} {by_hand(wheel)} (pip says: {reason})"


def _digest(path: Path, cancel: CancelToken) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            cancel.raise_if_cancelled()
            digest.update(chunk)
    return digest.hexdigest()
