"""Load a backend's shared libraries without holding the interpreter lock.

`import tensorflow` keeps the lock while the system maps and relocates a gigabyte of code, and the
window stands still. `ctypes.CDLL` frees the lock for just that part, and the import then finds the
library loaded.
"""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import sys
from pathlib import Path

from ownhand.core.cancel import CancelToken

log = logging.getLogger(__name__)

_LIBRARIES = {
    "tensorflow": (
        "libtensorflow_framework.so.2",
        "libtensorflow_cc.so.2",
        "python/_pywrap_tensorflow_common.so",
        "python/_pywrap_tensorflow_internal.so",
    ),
    "jax": (),
    "torch": (),
}


def preload(backend: str, cancel: CancelToken) -> None:
    """Map a backend's libraries; looks at `cancel` between them. Never fails: it only saves waiting."""
    spec = importlib.util.find_spec(backend)
    if backend in sys.modules or spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent
    for name in _LIBRARIES[backend]:
        cancel.raise_if_cancelled()
        if (folder / name).exists():
            try:
                ctypes.CDLL(str(folder / name), mode=ctypes.RTLD_LOCAL)
            except OSError as problem:
                log.debug("Preloading %s: %s", name, problem)
