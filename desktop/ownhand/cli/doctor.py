"""`ownhand doctor`: what works here, what does not, and what to do about it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import typer

from ownhand.core.paths import Paths, user_paths
from ownhand.core.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    Attributes:
        topic: What was looked at.
        state: What was found.
        advice: What to do, or "" when all is well.
    """

    topic: str
    state: str
    advice: str = ""


Check = Callable[[Paths, Settings], Iterator[Finding]]


def doctor() -> None:
    """Check backend, device, memory, disk, model, display and versions. Status 1 if something is wrong."""
    paths = user_paths()
    settings = load_settings(paths.settings_file)
    wrong = 0
    for check in CHECKS:
        for finding in check(paths, settings):
            wrong += bool(finding.advice)
            typer.echo(f"{'!' if finding.advice else ' '} {finding.topic}: {finding.state}")
            if finding.advice:
                typer.echo(f"    {finding.advice}")
    typer.echo("Everything Ownhand needs is here." if not wrong else f"{wrong} to look at, marked with !")  # fmt: skip
    if wrong:
        raise typer.Exit(1)


def _versions(_paths: Paths, _settings: Settings) -> Iterator[Finding]:
    yield Finding("System", f"{platform.platform(terse=True)}, Python {platform.python_version()}")
    for name in ("ownhand", "keras", "keras-hub", "tensorflow", "jax", "torch", "numba", "llvmlite", "PySide6-Essentials", "tokenizers", "gguf", "pip"):  # fmt: skip
        try:
            yield Finding(name, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            if name not in ("jax", "torch"):
                yield Finding(name, "missing", "Install Ownhand again: a part of it is missing.")


def _backend(_paths: Paths, settings: Settings) -> Iterator[Finding]:
    """Backend and devices, asked in a process of its own so that a broken one cannot hurt this one."""
    from ownhand.core.errors import BackendError
    from ownhand.engine.backends import choose_backend

    try:
        name = choose_backend(settings.backend)
    except BackendError as problem:
        yield Finding("Backend", "unknown", str(problem))
        return
    if importlib.util.find_spec(name) is None:
        yield Finding("Backend", f"{name} is not installed", f"pip install 'ownhand[{name}]', or choose tensorflow in the settings.")  # fmt: skip
        return
    probe = {
        "tensorflow": "import tensorflow as tf; print(len(tf.config.list_physical_devices('GPU')))",
        "jax": "import jax; print(sum(d.platform != 'cpu' for d in jax.devices()))",
        "torch": "import torch; print(torch.cuda.device_count())",
    }[name]
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        yield Finding("Backend", f"{name} does not start: {last}", "Install Ownhand again, or choose another backend.")  # fmt: skip
        return
    gpus = int(done.stdout.split()[-1])
    yield Finding("Backend", f"{name}, {gpus} GPU" if gpus else f"{name}, no GPU (the processor is used)")  # fmt: skip
    if settings.device == "gpu" and not gpus:
        yield Finding("Device", "the setting asks for a GPU and there is none", "Set device = \"auto\" in the settings.")  # fmt: skip


def _kernel(paths: Paths, settings: Settings) -> Iterator[Finding]:
    """What models run on, and whether the kernel is compiled."""
    try:
        from ownhand.core.errors import BackendError
        from ownhand.engine.backends import BackendChoice, why_keras
        from ownhand.engine.narrow.ahead import compiled_folder, is_compiled
        from ownhand.engine.narrow.jit import keep_compiled_in
        from ownhand.engine.narrow.numerics import numerics
    except ImportError as problem:
        yield Finding("Models run on", f"nothing: Numba does not start: {problem}", "Install Ownhand again.")  # fmt: skip
        return
    try:
        choice = BackendChoice.of(settings, paths.cache)
    except BackendError:
        return  # told above
    reason = why_keras(choice)
    if reason:
        yield Finding("Models run on", f"Keras with {choice.backend}, since {reason}")
        return
    weights = "32" if choice.dtype == "float32" else "4–8"
    yield Finding("Models run on", f"the processor, by Ownhand itself, with {weights} bits a weight ({numerics()})")  # fmt: skip
    keep_compiled_in(paths.cache / "kernels")
    folder = compiled_folder()
    if folder is None:
        yield Finding("Kernel", "is compiled anew at each start, which takes half a minute", f"Make room in {paths.cache}, or give yourself the right to write there.")  # fmt: skip
    elif is_compiled():
        yield Finding("Kernel", f"compiled for this processor, in {folder}")
    else:
        yield Finding("Kernel", f"not compiled yet; the first start does that once, in half a minute, into {folder}")  # fmt: skip


def _memory(_paths: Paths, _settings: Settings) -> Iterator[Finding]:
    import psutil

    from ownhand.models.starter_record import starter_record

    memory = psutil.virtual_memory()
    needed = starter_record().memory_bytes
    state = f"{memory.available / 1e9:.1f} GB free of {memory.total / 1e9:.1f} GB"
    short = memory.available < needed
    advice = f"The starter model needs about {needed / 1e9:.1f} GB. Close other programs first."
    yield Finding("Memory", state, advice if short else "")


def _folders(paths: Paths, _settings: Settings) -> Iterator[Finding]:
    import shutil

    for topic, folder in (("Data", paths.data), ("Settings", paths.config), ("Cache", paths.cache)):
        there = next(place for place in (folder, *folder.parents) if place.exists())
        free = shutil.disk_usage(there).free
        if not os.access(there, os.W_OK):
            yield Finding(f"{topic} folder", f"{folder} cannot be written", "Give yourself the right to write there, or set OWNHAND_HOME to another folder.")  # fmt: skip
        else:
            yield Finding(f"{topic} folder", f"{folder}, {free / 1e9:.1f} GB free")


def _models(paths: Paths, settings: Settings) -> Iterator[Finding]:
    from ownhand.models.store import DirectoryStore

    found = DirectoryStore(paths.models).list()
    if not found:
        yield Finding("Models", "none yet", "“ownhand write Hello” fetches the starter model; without a network, “ownhand models add FILE” takes it by hand.")  # fmt: skip
    for info in found:
        yield Finding("Model", f"{info.title} ({info.slug}, {info.size_bytes / 1e6:.0f} MB)")
    if settings.model and settings.model not in {info.slug for info in found}:
        yield Finding("Chosen model", f"{settings.model} is not there", "Choose another model in the window or with --model.")  # fmt: skip


def _display(_paths: Paths, _settings: Settings) -> Iterator[Finding]:
    """Whether Qt can open a window, asked in a process of its own: it aborts where it cannot."""
    probe = "from PySide6.QtWidgets import QApplication; app = QApplication([]); print(app.platformName())"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)  # fmt: skip
    if done.returncode == 0:
        yield Finding("Display", f"{done.stdout.strip()} works")
        return
    from ownhand.core.system_libraries import missing_library, missing_library_advice

    library = missing_library(done.stderr)
    advice = (
        missing_library_advice(library)
        if library
        else "Run this in a desktop session; the commands work without one."
    )
    yield Finding("Display", "the window cannot open", advice)


def _presets(paths: Paths, _settings: Settings) -> Iterator[Finding]:
    from ownhand.core.presets import all_presets

    yield Finding("Presets", f"{len(all_presets(paths))}")


CHECKS: tuple[Check, ...] = (
    _versions,
    _backend,
    _kernel,
    _memory,
    _folders,
    _models,
    _presets,
    _display,
)
"""The parts of the report, in order. Add a check here."""
