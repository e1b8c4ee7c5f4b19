"""What a Linux desktop is told about Ownhand."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
APP_ID = "org.ownhand.Ownhand"
DESKTOP = LINUX / f"{APP_ID}.desktop"
METAINFO = LINUX / f"{APP_ID}.metainfo.xml"


def test_desktop_entry_has_what_a_menu_needs() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys are case-sensitive
    parser.read(DESKTOP, encoding="utf-8")
    entry = parser["Desktop Entry"]

    assert entry["Type"] == "Application"
    assert entry["Name"] == "Ownhand"
    assert entry["Icon"] == APP_ID
    assert (
        entry["Exec"].split()[0]
        in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    )
    assert "%f" in entry["Exec"].split()  # one text at a time
    assert entry["Terminal"] == "false"
    assert entry["Categories"].endswith(";")
    assert "text/plain" in entry["MimeType"].split(";")


def test_metainfo_agrees_with_the_desktop_entry_and_the_project() -> None:
    root = ElementTree.parse(METAINFO).getroot()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    def text(tag: str) -> str:
        return (root.findtext(tag) or "").strip()

    assert root.get("type") == "desktop-application"
    assert text("id") == APP_ID
    assert text("launchable") == DESKTOP.name
    assert text("project_license") == project["license"]
    assert text("metadata_license") == "CC0-1.0"
    assert text("summary")
    assert not text("summary").endswith(".")
    releases = [release.get("version") for release in root.iter("release")]
    assert releases[0] == project["version"]
    assert [b.text for b in root.iter("binary")] == list(project["scripts"])


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here")
def test_desktop_entry_passes_the_validator() -> None:
    done = subprocess.run(
        ["desktop-file-validate", DESKTOP], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="not installed here")
def test_metainfo_passes_the_validator() -> None:
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", METAINFO],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_icon_is_square_and_fills_its_tile_at_every_size() -> None:
    renderer = QSvgRenderer(str(ROOT / "resources" / "icons" / "ownhand.svg"))
    assert renderer.isValid()
    assert renderer.viewBoxF().width() == renderer.viewBoxF().height()
    for size in (16, 24, 32, 48, 64, 128, 256):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        assert image.pixelColor(size // 2, size // 8).alpha() == 255
        assert image.pixelColor(0, 0).alpha() == 0  # rounded corners


def test_packaging_folder_is_no_package() -> None:
    assert not list((ROOT / "packaging").rglob("__init__.py"))
