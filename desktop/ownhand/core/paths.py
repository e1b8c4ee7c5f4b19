"""Where Ownhand keeps its files. `OWNHAND_HOME` moves all of it under one folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one writer.

    Attributes:
        data: Models, runs, journal, provenance sidecars, indices of training texts.
        config: Settings and own presets.
        cache: What can be made again: downloads, compiled artefacts.
        logs: Log files.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path

    @property
    def models(self) -> Path:
        """One directory per model."""
        return self.data / "models"

    @property
    def runs(self) -> Path:
        """One directory per finetuning run."""
        return self.data / "runs"

    @property
    def journal(self) -> Path:
        """Unsaved text."""
        return self.data / "journal"

    @property
    def provenance(self) -> Path:
        """Which characters of a file were generated."""
        return self.data / "provenance"

    @property
    def documents(self) -> Path:
        """What belongs to a text beside its file: versions, variants, notes; one folder per text."""
        return self.data / "documents"

    @property
    def trash(self) -> Path:
        """Files that the writer deleted in the library."""
        return self.data / "trash"

    @property
    def chats(self) -> Path:
        """Conversations with the model."""
        return self.data / "chats"

    @property
    def verbatim(self) -> Path:
        """Indices of the texts that models learned from."""
        return self.data / "verbatim"

    @property
    def presets(self) -> Path:
        """The writer's own presets."""
        return self.config / "presets"

    @property
    def personas(self) -> Path:
        """The writer's own personas for conversations."""
        return self.config / "personas"

    @property
    def settings_file(self) -> Path:
        """The settings of the application."""
        return self.config / "settings.toml"


def user_paths() -> Paths:
    """The folders of the current user; nothing is created here."""
    home = os.environ.get("OWNHAND_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Paths(root / "data", root / "config", root / "cache", root / "logs")
    dirs = platformdirs.PlatformDirs("ownhand", appauthor=False)
    return Paths(
        dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path
    )
