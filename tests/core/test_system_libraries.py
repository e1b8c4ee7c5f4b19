"""Which package brings a missing library."""

from __future__ import annotations

import pytest

from ownhand.core.system_libraries import missing_library, missing_library_advice


@pytest.mark.parametrize(
    ("message", "library"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libEGL.so.1"),
        ("/x/libqxcb.so: libxcb-cursor.so.0: cannot open shared object file", "libxcb-cursor.so.0"),
        ("libstdc++.so.6: cannot open shared object file", "libstdc++.so.6"),
        ("No module named 'PySide6'", ""),
        ("undefined symbol: qt_version", ""),
    ],
)
def test_missing_library_is_read_from_the_loaders_message(message: str, library: str) -> None:
    assert missing_library(message) == library


def test_advice_names_the_packages_of_debian_and_fedora() -> None:
    advice = missing_library_advice("libxcb-cursor.so.0")

    assert "apt install libxcb-cursor0" in advice
    assert "dnf install xcb-util-cursor" in advice


def test_advice_for_an_unknown_library_still_says_what_to_do() -> None:
    advice = missing_library_advice("libweird.so.3")

    assert "libweird.so.3" in advice
    assert "package of your system that contains it" in advice
