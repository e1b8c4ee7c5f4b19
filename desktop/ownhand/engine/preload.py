"""Load a backend's shared libraries without holding the interpreter lock.

`import tensorflow` keeps the lock while the system maps and relocates a gigabyte of code, and the
window stands still. A foreign function called through ctypes frees the lock, so the system's own
`dlopen` is called that way (`ctypes.CDLL` itself frees it in newer Pythons only; measured on 3.11: a
gap of 0.25 s against none), and the import then finds the library loaded.
"""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
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
            _map_library(folder / name)


def _map_library(path: Path) -> None:
    if os.name == "nt":
        return
    try:
        dlopen = ctypes.CDLL(None).dlopen
    except (OSError, AttributeError) as problem:
        log.debug("There is no dlopen to call: %s", problem)
        return
    dlopen.restype = ctypes.c_void_p
    dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    if not dlopen(os.fsencode(path), os.RTLD_NOW | os.RTLD_LOCAL):
        log.debug("Preloading %s failed", path)
