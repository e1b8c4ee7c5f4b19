"""Writes down how a continuation comes about, so that it can be had again to the byte."""

from __future__ import annotations

import hashlib
import os
import platform
import secrets
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from ownhand.core.clock import timestamp
from ownhand.core.contracts import Ids
from ownhand.core.messages import GenerationRequest
from ownhand.core.records import GenerationRecord
from ownhand.engine.backends.runtime import KERNEL, Runtime
from ownhand.engine.narrow.numerics import numerics
from ownhand.models.manifest import Manifest


class Recorder:
    """Knows the model and where it runs, and makes a record of each request.

    Args:
        manifest: Of the loaded model.
        runtime: Where it runs.
    """

    def __init__(self, manifest: Manifest, runtime: Runtime) -> None:
        self._manifest = manifest
        self._model_sha256 = model_digest(manifest)
        self._runtime = runtime_line(runtime)
        self._machine = machine_line(counts_threads=runtime.backend != KERNEL)

    def __call__(self, request: GenerationRequest, prompt: Ids) -> GenerationRecord:
        """The record of a stream that begins now.

        Args:
            request: Its settings carry the seed that is used.
            prompt: `<int32>[n]`, the tokens that the model is shown.
        """
        return GenerationRecord(
            id=secrets.token_hex(8),
            created=timestamp(),
            model=self._manifest.slug,
            model_title=self._manifest.title,
            model_sha256=self._model_sha256,
            preset=request.preset,
            settings=request.settings,
            max_tokens=request.max_tokens,
            context_tokens=request.context_tokens,
            prompt_sha256=prompt_digest(prompt),
            prompt_tokens=len(prompt),
            runtime=self._runtime,
            machine=self._machine,
        )


def model_digest(manifest: Manifest) -> str:
    """SHA-256 of a model's weights; of an adapter that of base, adapter and scale together."""
    adapter = manifest.adapter
    if adapter is None:
        return manifest.weights_sha256
    parts = f"{adapter.base_sha256} {manifest.weights_sha256} {adapter.scale!r}"
    return hashlib.sha256(parts.encode("ascii")).hexdigest()


def prompt_digest(prompt: Ids) -> str:
    """SHA-256 of token ids as little-endian int32."""
    return hashlib.sha256(np.asarray(prompt, "<i4").tobytes()).hexdigest()


def runtime_line(runtime: Runtime) -> str:
    """Backend and its version, device, number type and Ownhand's version; of the kernel all that its
    last bits hang on."""
    kernel = runtime.backend == KERNEL
    backend = numerics() if kernel else f"{runtime.backend} {_version(runtime.backend)}"
    return f"{backend}, {runtime.device}, {runtime.dtype}, Ownhand {_version('ownhand')}"


def machine_line(counts_threads: bool) -> str:
    """Processor and system, and how many threads calculate where bits hang on it."""
    line = f"{_processor()}, {platform.system()} {platform.machine()}"
    if not counts_threads:
        return line
    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{line}, {threads} threads"


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    except OSError:
        pass
    return platform.processor() or "unknown processor"


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:  # run from a source tree, or built under another name
        return "unknown"
