from pathlib import Path

from ownhand.bridge.settings_owner import SettingsOwner
from ownhand.core.settings import Settings
from ownhand.ui.recent_files import LIMIT, RecentFiles


def make(tmp_path: Path) -> tuple[RecentFiles, SettingsOwner]:
    settings = SettingsOwner(Settings(), tmp_path / "settings.toml")
    return RecentFiles(settings), settings


def test_newest_is_first_once_and_the_list_ends(qapp: object, tmp_path: Path) -> None:
    recent, settings = make(tmp_path)
    for number in [*range(LIMIT + 3), 5]:
        recent.put(tmp_path / f"{number}.txt")

    names = [Path(file).name for file in settings.value.recent]
    assert names[:2] == ["5.txt", f"{LIMIT + 2}.txt"]
    assert len(names) == len(set(names)) == LIMIT
    assert recent.folder == str(tmp_path)
    settings.flush()


def test_files_follow_a_folder_that_was_moved(qapp: object, tmp_path: Path) -> None:
    recent, settings = make(tmp_path)
    recent.put(tmp_path / "old" / "a.txt")
    recent.put(tmp_path / "older.txt")

    recent.moved(tmp_path / "old", tmp_path / "new")
    assert settings.value.recent == (str(tmp_path / "older.txt"), str(tmp_path / "new" / "a.txt"))

    recent.remove(tmp_path / "older.txt")
    recent.clear()
    assert recent.folder == str(Path.home())
    settings.flush()
