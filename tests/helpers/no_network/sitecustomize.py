"""Python runs this first when its folder is on PYTHONPATH: forbids the network to a child process."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_spec = importlib.util.spec_from_file_location(
    "network_ban", Path(__file__).parents[1] / "network_ban.py"
)
assert _spec is not None
assert _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
sys.modules["network_ban"] = _module
_spec.loader.exec_module(_module)
_module.forbid_network()
