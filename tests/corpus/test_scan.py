import os
from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE, make_docx

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.texts import Skipped
from ownhand.corpus.scan import FileFound, scan


def scanned(*folders: Path) -> tuple[dict[str, str], dict[str, str]]:
    events = list(scan(folders, CancelToken()))
    found = {e.path.name: e.reader for e in events if isinstance(e, FileFound)}
    skipped = {e.path.name: e.reason for e in events if isinstance(e, Skipped)}
    return found, skipped


def test_everything_is_found_or_skipped_with_a_reason(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text(PROSE)
    (tmp_path / "README").write_text(PROSE)
    (tmp_path / "UPPER.TXT").write_text(PROSE)
    make_docx(tmp_path / "novel.docx", [PROSE])
    (tmp_path / ".secret.txt").write_text(PROSE)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "inside.txt").write_text(PROSE)
    (tmp_path / "~$novel.docx").write_text("lock")
    (tmp_path / "old.txt~").write_text(PROSE)
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff" + bytes(50))
    (tmp_path / "program").write_bytes(b"\x7fELF" + bytes(50))
    found, skipped = scanned(tmp_path)
    assert found == {
        "deep.txt": "plain text",
        "README": "plain text",
        "UPPER.TXT": "plain text",
        "novel.docx": "Word document",
    }
    assert "old Word file" in skipped.pop("old.doc")
    assert skipped == {
        ".secret.txt": "is hidden",
        ".git": "is hidden",
        "~$novel.docx": "is hidden",
        "old.txt~": "is a backup or temporary file",
        "empty.txt": "is empty",
        "photo.jpg": "is not a kind of text that Ownhand reads",
        "program": "is not a kind of text that Ownhand reads",
    }


def test_links_and_overlapping_folders_give_each_file_once(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "one.txt").write_text(PROSE)
    try:
        (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
        (inner / "same.txt").symlink_to(inner / "one.txt")
        (inner / "nowhere.txt").symlink_to(tmp_path / "gone")
    except OSError:
        pytest.skip("no links here")
    os.link(inner / "one.txt", tmp_path / "hard.txt")
    found, skipped = scanned(inner, tmp_path)
    assert list(found) == ["one.txt"]
    assert skipped["same.txt"].startswith("is the same file as")
    assert skipped["hard.txt"].startswith("is the same file as")
    assert skipped["inner"].startswith("is the same folder as")
    assert skipped["nowhere.txt"] == "is a link that leads nowhere"


def test_a_device_or_pipe_is_never_opened(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.txt")
    assert scanned(tmp_path) == ({}, {"pipe.txt": "is a device or a pipe, not a file"})


def test_a_forbidden_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_text(PROSE)
    listed = Path.iterdir

    def iterdir(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)  # the tests may run as root, who may read all
    found, skipped = scanned(tmp_path)
    assert list(found) == ["open.txt"]
    assert "may not be read by you" in skipped["closed"]


def test_single_files_and_missing_folders(tmp_path: Path) -> None:
    path = tmp_path / "notes.log"
    path.write_text(PROSE)
    found, skipped = scanned(path, tmp_path / "missing")
    assert found == {"notes.log": "plain text"}
    assert skipped == {"missing": "is not there any more"}


def test_order_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt", "b.txt"):
        (tmp_path / name).write_text(PROSE)
    assert list(scanned(tmp_path)[0]) == ["a.txt", "b.txt", "c.txt"]


def test_a_cancelled_scan_stops(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(scan([tmp_path], cancel))


def test_what_is_left_out_is_known_by_any_of_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kept.txt", "secret.txt", "drafts/one.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    monkeypatch.chdir(tmp_path / "drafts")
    without = [Path("../secret.txt"), tmp_path / "drafts" / ".." / "drafts", Path("gone.txt")]
    events = list(scan([tmp_path], CancelToken(), without=without))
    assert [e.path.name for e in events if isinstance(e, FileFound)] == ["kept.txt"]
    assert {e.path.name: e.reason for e in events if isinstance(e, Skipped)} == {
        "drafts": "is left out on request",
        "secret.txt": "is left out on request",
    }
