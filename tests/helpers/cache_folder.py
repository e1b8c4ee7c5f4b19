"""Where tests keep what takes long to make: the starter model, compiled kernels.

To be imported before Numba, which reads its variable then, and passes it on to what tests start.
"""

from __future__ import annotations

import os
from pathlib import Path

_DEFAULT = Path.home() / ".cache" / "ownhand-tests"

CACHE = Path(os.environ.get("OWNHAND_TEST_CACHE", _DEFAULT)).absolute()

os.environ.setdefault("NUMBA_CACHE_DIR", str(CACHE / "kernels"))
