"""Fixtures of the training window's pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.training_room import Room, training_room


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """What a page stands on; all pages shown in it are gone afterwards."""
    with training_room(qtbot, qapp, tmp_path) as room:
        yield room
