"""What is known of the starter model before it is fetched (resources/starter.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields

from ownhand.core import resources


@dataclass(frozen=True, slots=True)
class StarterRecord:
    """The model offered at the first start.

    Attributes:
        slug: Its directory name in the store.
        title: Its name for people.
        description: One sentence for the writer.
        licence: SPDX identifier.
        package: Name of the Python package that carries it.
        version: Version of that package.
        wheel: File name of the wheel.
        wheel_sha256: Hex digest of the wheel.
        model_sha256: Hex digest of the model file inside; tells that a model is this one.
        download_bytes: Size of the wheel.
        installed_bytes: Size of the model directory.
        memory_bytes: Memory needed to write with it.
    """

    slug: str
    title: str
    description: str
    licence: str
    package: str
    version: str
    wheel: str
    wheel_sha256: str
    model_sha256: str
    download_bytes: int
    installed_bytes: int
    memory_bytes: int


def starter_record() -> StarterRecord:
    """The record that ships with Ownhand."""
    values = tomllib.loads(resources.read_text("starter.toml"))
    return StarterRecord(**{item.name: values[item.name] for item in fields(StarterRecord)})
