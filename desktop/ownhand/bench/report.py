"""What every measurement says of the machine, and how its figures are written down."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import statistics
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from ownhand.core import atomic

_PACKAGES = ("ownhand", "keras", "keras-hub", "tensorflow", "jax", "torch", "numba", "numpy", "PySide6-Essentials")  # fmt: skip


def machine() -> dict[str, Any]:
    """Processor, cores this process may use, and memory in GB."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "system": platform.platform(terse=True),
        "processor": _processor(),
        "cores": cores,
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
    }


def versions() -> dict[str, str]:
    """Versions of Python and of what the figures depend on."""
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, minimum and maximum of some runs, and by what share of the median the last two differ."""
    median = statistics.median(values)
    return {
        "median": round(median, 4),
        "min": round(min(values), 4),
        "max": round(max(values), 4),
        "spread": round((max(values) - min(values)) / median, 4) if median else 0.0,
    }


def paired_ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """Median of the ratios of runs that were measured in the same turn."""
    return round(statistics.median(a / b for a, b in zip(above, below, strict=True)), 3)


def write_report(figures: Mapping[str, Any], file: str | None) -> None:
    """Print figures as JSON, and write them to a file when one is named.

    Raises:
        OSError: If the file cannot be written.
    """
    text = json.dumps(with_machine(figures), indent=2) + "\n"
    if file:
        atomic.write_text(Path(file), text)
    sys.stdout.write(text)


def with_machine(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Figures with what they were measured on, and when."""
    today = datetime.now(UTC).date().isoformat()
    return {**figures, "date": today, "machine": machine(), "versions": versions()}


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
