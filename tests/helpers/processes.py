"""Starts Ownhand in a process of its own: own home, no display, no network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

NO_NETWORK = Path(__file__).parent / "no_network"


def environment(home: Path) -> dict[str, str]:
    """The variables of a child process whose files all lie below `home`."""
    path = os.pathsep.join(filter(None, [str(NO_NETWORK), os.environ.get("PYTHONPATH", "")]))
    return {
        **os.environ,
        "OWNHAND_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": path,
        "PYTHONWARNINGS": "default",
    }


def run_ownhand(
    home: Path, *arguments: str, code: str | None = None, stdin: bytes | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `ownhand ARGUMENTS`, or a piece of Python code, to its end."""
    command = ["-c", code] if code is not None else ["-m", "ownhand", *arguments]
    done = subprocess.run(
        [sys.executable, *command],
        env=environment(home),
        input=stdin if stdin is not None else b"",
        capture_output=True,
        timeout=300,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
