"""The backends a model can run on. Which one is decided before Keras is imported, once per process."""

from __future__ import annotations

import importlib
import importlib.util
import logging
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ownhand.core.errors import BackendError
from ownhand.core.settings import Settings
from ownhand.core.words import Sentence
from ownhand.engine.architecture import Architecture, Weights
from ownhand.engine.backends.runtime import Runtime
from ownhand.engine.narrow.host import host_features, is_fast

log = logging.getLogger(__name__)

BACKENDS = ("tensorflow", "jax", "torch")
"""Names of the Keras backends; each has a module of the same name here with a `make` function."""


@dataclass(frozen=True, slots=True)
class BackendChoice:
    """What a model should run on.

    Attributes:
        backend: One of `BACKENDS`.
        device: "auto", "cpu" or "gpu".
        dtype: "auto", "int8", "float32", "float16" or "bfloat16".
        cache_dir: Where compiled programs may be kept, or None.
        runtime: "auto", or "keras" for the Keras layers even where the kernel of `engine.narrow` could
            do it faster.
    """

    backend: str = "tensorflow"
    device: str = "auto"
    dtype: str = "auto"
    cache_dir: Path | None = None
    runtime: str = "auto"

    @classmethod
    def of(cls, settings: Settings, cache_dir: Path | None) -> Self:
        """What the writer's settings, and the variable KERAS_BACKEND, ask for.

        Raises:
            BackendError: If there is no such backend, or another one is already loaded.
        """
        backend = choose_backend(settings.backend)
        return cls(backend, settings.device, settings.dtype, cache_dir, settings.runtime)


def suits_kernel(choice: BackendChoice) -> bool:
    """Whether a model shall run in the kernel of `engine.narrow`, without Keras: on a processor that is
    fast at it, and where there is no graphics card that could be faster still."""
    return not why_keras(choice)


def why_keras(choice: BackendChoice) -> str:
    """Half a sentence on why a model shall run on the Keras layers; "" if it suits the kernel."""
    if choice.runtime == "keras":
        return "the setting runtime asks for the Keras layers"
    if choice.dtype not in ("auto", "int8", "float32"):
        return f"the setting dtype asks for {choice.dtype}"
    if choice.device == "gpu":
        return "the setting device asks for a graphics card"
    driver = _gpu_driver() if choice.device == "auto" else None
    if driver is not None:
        return f"there is a driver for a graphics card ({driver})"
    if not is_fast(host_features(), platform.machine()):
        return "the processor lacks AVX2, FMA or F16C"
    return ""


def _gpu_driver() -> Path | None:
    """The driver of a graphics card, as far as it can be found without a backend."""
    places = [Path("/dev/nvidiactl"), Path("/dev/kfd")]
    if sys.platform == "win32":
        places = [Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "nvcuda.dll")]
    return next((place for place in places if place.exists()), None)


def choose_backend(setting: str) -> str:
    """The backend of this process: `KERAS_BACKEND`, else the setting.

    Raises:
        BackendError: If it is unknown, or another one is already loaded.
    """
    name = os.environ.get("KERAS_BACKEND") or setting or "tensorflow"
    if name not in BACKENDS:
        raise BackendError(
            Sentence(
                "There is no backend called “{name}”. Set KERAS_BACKEND or the setting to one of {list}.",
                name=name,
                list=", ".join(BACKENDS),
            )
        )
    keras = sys.modules.get("keras")
    if keras is not None and keras.config.backend() != name:
        raise BackendError(
            Sentence(
                "The backend {backend} is already in use. Start Ownhand again to change it to {name}.",
                backend=keras.config.backend(),
                name=name,
            )
        )
    return name


def prepare_process(choice: BackendChoice) -> None:
    """Set what must be set before Keras is first imported. Call it on the model lane.

    Raises:
        BackendError: If the backend is not installed; says how to install it.
    """
    os.environ["KERAS_BACKEND"] = choice.backend
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # keeps its notices off the terminal
    if choice.device == "cpu" and "tensorflow" not in sys.modules and "jax" not in sys.modules:
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
        os.environ.setdefault("JAX_PLATFORMS", "cpu")
    if importlib.util.find_spec(choice.backend) is None:
        extra = "" if choice.backend == "tensorflow" else f"[{choice.backend}]"
        raise BackendError(
            Sentence(
                "The backend {backend} is not installed. Install it with: pip install 'ownhand{extra}', or choose tensorflow in the settings.",
                backend=choice.backend,
                extra=extra,
            )
        )


def make_runtime(choice: BackendChoice, arch: Architecture, weights: Weights) -> Runtime:
    """Put a model's weights on a device.

    Raises:
        BackendError: If the device or number type cannot be had.
    """
    module = importlib.import_module(f"ownhand.engine.backends.{choice.backend}")
    make: Callable[[BackendChoice, Architecture, Weights], Runtime] = module.make
    return make(choice, arch, weights)


def pick_dtype(choice: BackendChoice, on_gpu: bool, gpu_default: str) -> str:
    """The number type of weights and cache: float32 on a CPU, `gpu_default` on a GPU, or as asked; int8
    is of the kernel alone."""
    if choice.dtype not in ("auto", "int8"):
        return choice.dtype
    return gpu_default if on_gpu else "float32"


def refuse_missing_gpu(choice: BackendChoice, found: bool) -> None:
    """Raise `BackendError` when a GPU was asked for and there is none."""
    if choice.device == "gpu" and not found:
        raise BackendError(
            Sentence(
                "No GPU that {backend} can use was found. Set the device to auto or cpu, or install the GPU extra.",
                backend=choice.backend,
            )
        )
