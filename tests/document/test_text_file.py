import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.errors import DocumentError
from ownhand.document import text_file
from ownhand.document.text_file import (
    ChangedOnDiskError,
    TextFile,
    decoded,
    encoded,
    read_text_file,
    write_text_file,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and links")

# Line ends of every kind, and characters that editors like to lose.
awkward = st.text(
    st.sampled_from(
        "ab \r\n\r\n\u2028\u2029\u0085\x00\x0b\x0c\x1c\xa0\ufeff\ufdd0\ufdd1\ufffc😀é\u0301"
    )
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"one\ntwo\n",
        b"one\ntwo",
        b"one\r\ntwo\r\n",
        b"one\rtwo\r",
        b"one\r\ntwo\nthree\rfour\r\r\n\n",
        b"\xef\xbb\xbfone\n",
        b"\xef\xbb\xbf\xef\xbb\xbf",
        "a\u2028b\u2029c\x00\x0c\u0085\ufdd0d".encode(),
        "😀\u00a0\u200b\n".encode(),
    ],
)
def test_an_unedited_text_is_written_back_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    file = read_text_file(path)
    assert not set(file.text) & set("\r\u2029\ufdd0\ufdd1")
    path.unlink()
    write_text_file(path, replace(file, text=str(file.text)))
    assert path.read_bytes() == data


@given(awkward)
def test_any_text_survives_a_round_trip(text: str) -> None:
    data = text.encode()
    assert encoded(decoded((data, 0), Path("x"))) == data


@given(awkward, st.text(st.sampled_from("ab \n😀"), max_size=5), st.data())
def test_an_edited_text_is_read_back_as_it_was_written(
    text: str, inserted: str, data: st.DataObject
) -> None:
    file = decoded((text.encode(), 0), Path("x"))
    start = data.draw(st.integers(0, len(file.text)))
    end = data.draw(st.integers(start, len(file.text)))
    edited = file.text[:start] + inserted + file.text[end:]
    again = decoded((encoded(replace(file, text=edited)), 0), Path("x"))
    # A mark that comes to stand at the very start is taken for a byte order mark.
    assert again.text.removeprefix("\ufeff") == edited.removeprefix("\ufeff")


def test_mixed_line_ends_of_untouched_lines_survive_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes(b"one\r\ntwo\nthree\r\nfour\rfive\r\n")
    file = read_text_file(path)
    assert file.newline == "\r\n"
    write_text_file(path, replace(file, text=file.text.replace("three", "3\n3")))
    assert path.read_bytes() == b"one\r\ntwo\n3\r\n3\r\nfour\rfive\r\n"


def test_new_lines_get_the_line_end_of_most_lines(tmp_path: Path) -> None:
    path = tmp_path / "dos.txt"
    path.write_bytes(b"one\r\ntwo")
    file = read_text_file(path)
    write_text_file(path, replace(file, text="one\ntwo\nthree\n"))
    assert path.read_bytes() == b"one\r\ntwo\r\nthree\r\n"


def test_a_new_document_is_written_as_plain_utf8(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    mark = write_text_file(path, TextFile("é\n"))
    assert path.read_bytes() == b"\xc3\xa9\n"
    assert read_text_file(path).fingerprint == mark


def test_saving_again_needs_only_the_returned_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    file = TextFile("one")
    for text in ("one", "two", "three"):
        file = replace(file, text=text)
        file = replace(file, fingerprint=write_text_file(path, file))
    assert path.read_text() == "three"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"caf\xe9 au lait", "UTF-8"),
        ("text".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04\x00\x00\xff\xfe\x00", "word-processor"),
    ],
)
def test_what_is_not_utf8_is_refused_in_words(tmp_path: Path, data: bytes, word: str) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=word) as problem:
        read_text_file(path)
    assert "not changed" in str(problem.value)


def test_a_file_that_could_not_be_read_is_never_saved_over(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(ChangedOnDiskError):
        write_text_file(path, TextFile(""))
    with pytest.raises(DocumentError, match="Save As"):
        write_text_file(path, TextFile(""), overwrite=True)
    assert path.read_bytes() == b"caf\xe9"


def test_a_missing_file_a_folder_and_a_huge_file_are_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DocumentError, match="no file"):
        read_text_file(tmp_path / "gone.txt")
    with pytest.raises(DocumentError, match="folder"):
        read_text_file(tmp_path)
    monkeypatch.setattr(text_file, "MAX_BYTES", 1024 * 1024)
    huge = tmp_path / "huge.txt"
    with open(huge, "wb") as file:
        file.truncate(2 * 1024 * 1024)
    with pytest.raises(DocumentError, match="1 MB"):
        read_text_file(huge)


def test_a_file_that_may_not_be_read_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "private.txt"
    path.write_text("x")

    def refuse(*args: object, **kwargs: object) -> None:  # a superuser may read everything
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(DocumentError, match="not allowed"):
        read_text_file(path)


def test_a_change_by_another_program_stops_the_save(tmp_path: Path) -> None:
    path = tmp_path / "shared.txt"
    path.write_text("one")
    file = read_text_file(path)
    status = path.stat()
    path.write_text("two")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # same size, same time
    with pytest.raises(ChangedOnDiskError, match="another program"):
        write_text_file(path, replace(file, text="mine"))
    assert path.read_text() == "two"
    write_text_file(path, replace(file, text="mine"), overwrite=True)
    assert path.read_text() == "mine"


def test_a_touched_file_is_no_changed_file(tmp_path: Path) -> None:
    path = tmp_path / "touched.txt"
    path.write_text("one")
    file = read_text_file(path)
    os.utime(path, ns=(1, 1))
    write_text_file(path, replace(file, text="two"))
    assert path.read_text() == "two"


def test_a_vanished_file_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    path.write_text("one")
    file = read_text_file(path)
    path.unlink()
    write_text_file(path, file)
    assert path.read_text() == "one"


def test_a_vanished_folder_is_named_and_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "usb" / "text.txt"
    with pytest.raises(DocumentError, match="usb"):
        write_text_file(path, TextFile("x"))
    assert not path.parent.exists()


@posix_only
def test_links_and_permissions_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_text("one")
    target.chmod(0o640)
    link.symlink_to(target)
    file = read_text_file(link)
    write_text_file(link, replace(file, text="two"))
    assert link.is_symlink()
    assert target.read_text() == "two"
    assert target.stat().st_mode & 0o777 == 0o640


@posix_only
def test_a_read_only_file_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("one")
    file = read_text_file(path)
    path.chmod(0o444)
    with pytest.raises(DocumentError, match="read-only"):
        write_text_file(path, replace(file, text="two"))
    assert path.read_text() == "one"


def test_a_full_disk_leaves_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt"
    path.write_text("one")
    file = read_text_file(path)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="disk is full"):
        write_text_file(path, replace(file, text="two"))
    assert path.read_text() == "one"
    assert [p.name for p in tmp_path.iterdir()] == ["text.txt"]


def test_half_a_symbol_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    with pytest.raises(DocumentError, match="character 2"):
        write_text_file(path, TextFile("a\ud83d"))
    assert not path.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentError, match="not a file"):
        read_text_file(tmp_path / "pipe.txt")
