from datetime import date, timedelta
from pathlib import Path

from ownhand.document.backups import KEPT, backup_folder, keep_backup

TODAY = date(2026, 11, 21)


def test_first_copy_of_a_day_is_dated_and_exact(tmp_path: Path) -> None:
    file = tmp_path / "emma.md"
    file.write_bytes(b"\xef\xbb\xbfDear\r\nEmma\xff")

    copy = keep_backup(tmp_path / "backups", file, TODAY)

    assert copy is not None
    assert copy.name == "emma.2026-11-21.md"
    assert copy.read_bytes() == file.read_bytes()
    assert copy.parent == backup_folder(tmp_path / "backups", file)
    assert copy.parent.name.startswith("emma-")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["backups", "emma.md"]


def test_later_saves_of_a_day_leave_the_first_copy_alone(tmp_path: Path) -> None:
    file = tmp_path / "emma.txt"
    file.write_text("morning")
    copy = keep_backup(tmp_path / "backups", file, TODAY)
    file.write_text("evening")

    assert keep_backup(tmp_path / "backups", file, TODAY) is None
    assert copy is not None
    assert copy.read_text() == "morning"
    assert keep_backup(tmp_path / "backups", file, TODAY + timedelta(1)) is not None


def test_old_copies_go(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    for day in range(KEPT + 5):
        keep_backup(tmp_path / "backups", file, TODAY + timedelta(day))

    left = sorted(p.name for p in backup_folder(tmp_path / "backups", file).iterdir())
    assert len(left) == KEPT
    assert left[0] == "a.2026-11-26.txt"


def test_files_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    one, other = tmp_path / "a" / "notes.txt", tmp_path / "b" / "notes.txt"

    assert backup_folder(tmp_path, one) != backup_folder(tmp_path, other)


def test_missing_or_empty_file_needs_no_copy(tmp_path: Path) -> None:
    assert keep_backup(tmp_path / "backups", tmp_path / "new.txt", TODAY) is None
    (tmp_path / "empty.txt").touch()
    assert keep_backup(tmp_path / "backups", tmp_path / "empty.txt", TODAY) is None
