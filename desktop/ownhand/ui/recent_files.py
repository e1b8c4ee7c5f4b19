"""The files that were open last, as the settings remember them."""

from __future__ import annotations

from pathlib import Path

from ownhand.bridge.settings_owner import SettingsOwner

LIMIT = 10


class RecentFiles:
    """Newest first; whoever shows them reads the settings."""

    def __init__(self, settings: SettingsOwner) -> None:
        self._settings = settings

    def put(self, path: Path) -> None:
        """This file is the newest."""
        others = [file for file in self._settings.value.recent if file != str(path)]
        self._settings.change(recent=tuple([str(path), *others][:LIMIT]))

    def remove(self, path: Path) -> None:
        """This file is no more."""
        self._settings.change(
            recent=tuple(file for file in self._settings.value.recent if file != str(path))
        )

    def moved(self, old: Path, new: Path) -> None:
        """A file or folder is somewhere else now, and so is what lies in it."""

        def there(file: str) -> str:
            path = Path(file)
            return str(new / path.relative_to(old)) if path.is_relative_to(old) else file

        self._settings.change(recent=tuple(there(file) for file in self._settings.value.recent))

    def clear(self) -> None:
        """Forget all of them."""
        self._settings.change(recent=())

    @property
    def folder(self) -> str:
        """Where the newest lies, or the writer's home."""
        recent = self._settings.value.recent
        return str(Path(recent[0]).parent) if recent else str(Path.home())
