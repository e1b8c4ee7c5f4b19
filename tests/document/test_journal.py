import errno
import json
import logging
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ownhand.core import atomic
from ownhand.document.journal import (
    Journal,
    discard_unsaved,
    keep_aside,
    put_aside,
    take_back,
    unsaved_journals,
)
from ownhand.document.journal_format import DocumentState
from ownhand.document.sidecar import load_spans
from ownhand.document.spans import Span
from ownhand.document.text_file import TextFile, encoded, read_text_file, write_text_file

OpenJournal = Callable[..., Journal]


@pytest.fixture
def open_journal(tmp_path: Path) -> Iterator[OpenJournal]:
    journals: list[Journal] = []

    def make(name: str = "doc", **options: object) -> Journal:
        options = {"interval_s": 0.01, **options}
        journals.append(Journal(tmp_path / "journal", name, **options))  # type: ignore[arg-type]
        return journals[-1]

    yield make
    for journal in journals:
        journal.close()


def crash(journal: Journal) -> None:
    """End it as a killed process would: file there, lock gone."""
    assert journal.flush()
    journal.close(keep=True)


def test_edits_come_back_after_a_crash(open_journal: OpenJournal, tmp_path: Path) -> None:
    journal = open_journal()
    journal.begin(tmp_path / "emma.md", TextFile("Hello\nworld", newline="\r\n", bom=True))
    journal.record(5, 0, " 😀 dear", (Span(1, 2),))
    assert journal.flush()
    journal.record(0, 1, "J")
    crash(journal)
    (unsaved,) = unsaved_journals(tmp_path / "journal")
    assert unsaved.state.path == tmp_path / "emma.md"
    assert unsaved.state.file.text == "Jello 😀 dear\nworld"
    assert unsaved.state.spans == (Span(6, 7),)
    assert encoded(unsaved.state.file) == "\ufeffJello 😀 dear\r\nworld".encode()
    assert unsaved.preview == "world"
    assert 0 <= unsaved.age_s() < 60


def test_nothing_is_on_disk_while_nothing_is_unsaved(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    journal = open_journal()
    journal.begin(None, TextFile("text"))
    assert journal.flush()
    assert not journal.file.exists()
    journal.record(0, 0, "more ")
    assert journal.flush()
    assert journal.file.exists()
    journal.begin(tmp_path / "saved.txt", TextFile("more text"))  # saved
    assert journal.flush()
    assert not journal.file.exists()


def test_a_clean_close_leaves_nothing(open_journal: OpenJournal, tmp_path: Path) -> None:
    journal = open_journal()
    journal.record(0, 0, "text")
    journal.flush()
    journal.close()
    assert list((tmp_path / "journal").iterdir()) == []


def test_closing_writes_what_still_waits(open_journal: OpenJournal, tmp_path: Path) -> None:
    journal = open_journal(interval_s=60)
    journal.record(0, 0, "last words")
    journal.close(keep=True)
    (unsaved,) = unsaved_journals(tmp_path / "journal")
    assert unsaved.state.file.text == "last words"


def test_the_journal_of_a_running_program_is_not_offered(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    journal = open_journal()
    journal.record(0, 0, "text")
    journal.flush()
    assert unsaved_journals(tmp_path / "journal") == ()
    crash(journal)
    assert len(unsaved_journals(tmp_path / "journal")) == 1


def test_a_text_that_was_saved_after_all_is_not_offered(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    journal = open_journal()
    journal.begin(path, TextFile("one"))
    journal.record(3, 0, " two")
    assert journal.flush()
    write_text_file(path, TextFile("one two"))
    crash(journal)  # after the save, before the journal went
    assert unsaved_journals(tmp_path / "journal") == ()
    assert not journal.file.exists()


def test_recovered_text_moves_to_the_new_journal(open_journal: OpenJournal, tmp_path: Path) -> None:
    old = open_journal("old")
    old.record(0, 0, "precious", (Span(0, 3),))
    crash(old)
    (unsaved,) = unsaved_journals(tmp_path / "journal")
    new = open_journal("new")
    new.begin(unsaved.state.path, unsaved.state.file, unsaved.state.spans, unsaved=unsaved)
    assert new.flush()
    assert not old.file.exists()
    crash(new)
    (again,) = unsaved_journals(tmp_path / "journal")
    assert again.state.file.text == "precious"
    assert again.state.spans == (Span(0, 3),)
    discard_unsaved(again)
    assert unsaved_journals(tmp_path / "journal") == ()


def test_a_recovered_text_of_mixed_line_ends_is_saved_as_it_was(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes(b"a\r\nb\nc\r\n")
    journal = open_journal()
    journal.begin(path, read_text_file(path))
    journal.record(5, 0, "!")
    crash(journal)
    (unsaved,) = unsaved_journals(tmp_path / "journal")
    write_text_file(path, unsaved.state.file)  # its fingerprint still fits
    assert path.read_bytes() == b"a\r\nb\nc!\r\n"


@pytest.mark.parametrize("lost", [1, 5, 9])
def test_a_torn_last_line_costs_only_that_line(
    open_journal: OpenJournal, tmp_path: Path, lost: int
) -> None:
    journal = open_journal()
    for piece in ("one ", "two ", "three "):
        journal.record(0, 0, piece)
        journal.flush()
    crash(journal)
    data = journal.file.read_bytes()
    journal.file.write_bytes(data[:-lost])
    (unsaved,) = unsaved_journals(tmp_path / "journal")
    # Without its line end alone the last line is still whole.
    assert unsaved.state.file.text == ("three two one " if lost == 1 else "two one ")


def test_a_journal_without_a_readable_start_is_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bad.journal").write_bytes(b'{"schema": 1, "text')
    with caplog.at_level(logging.WARNING):
        assert unsaved_journals(tmp_path) == ()
    assert "damaged" in caplog.text
    assert (tmp_path / "bad.damaged").exists()


def test_a_journal_of_a_newer_version_is_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "new.journal").write_text(json.dumps({"schema": 2}) + "\n")
    with caplog.at_level(logging.WARNING):
        assert unsaved_journals(tmp_path) == ()
    assert (tmp_path / "new.damaged").exists()


def test_a_missing_folder_has_no_journals(tmp_path: Path) -> None:
    assert unsaved_journals(tmp_path / "none") == ()


def test_a_long_journal_is_made_short_again(open_journal: OpenJournal, tmp_path: Path) -> None:
    journal = open_journal()
    for _ in range(12):
        journal.record(0, 0, "x" * 100_000)
        journal.record(0, 100_000, "")
        assert journal.flush()
    journal.record(0, 0, "end")
    assert journal.flush()
    assert journal.file.stat().st_size < 700_000
    crash(journal)
    assert unsaved_journals(tmp_path / "journal")[0].state.file.text == "end"


def test_a_full_disk_is_told_once_and_writing_goes_on(
    open_journal: OpenJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    journal = open_journal(on_problem=told.append)
    monkeypatch.setattr("ownhand.document.journal._RETRY_S", 0.02)
    real = atomic.write_bytes

    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic, "write_bytes", full)
    for piece in "abc":
        journal.record(0, 0, piece)
        assert not journal.flush(0.1)
    assert len(told) == 1
    assert "disk is full" in told[0]
    monkeypatch.setattr(atomic, "write_bytes", real)
    assert journal.flush()  # tried again by itself
    crash(journal)
    assert unsaved_journals(tmp_path / "journal")[0].state.file.text == "cba"


def test_a_disk_that_fills_up_between_edits_loses_none(
    open_journal: OpenJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    journal = open_journal(on_problem=told.append)
    monkeypatch.setattr("ownhand.document.journal._RETRY_S", 0.02)
    journal.record(0, 0, "a")
    assert journal.flush()
    real = os.fsync

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    journal.record(1, 0, "b")
    assert not journal.flush(0.1)
    monkeypatch.setattr(os, "fsync", real)
    assert journal.flush()
    crash(journal)
    assert unsaved_journals(tmp_path / "journal")[0].state.file.text == "ab"
    assert len(told) == 1


def test_an_edit_outside_the_text_is_logged_and_left_out(
    open_journal: OpenJournal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    journal = open_journal()
    journal.record(0, 0, "text")
    journal.record(99, 5, "nonsense")
    journal.record(4, 0, "!")
    crash(journal)
    assert unsaved_journals(tmp_path / "journal")[0].state.file.text == "text!"
    assert "outside the text" in caplog.text


def test_recording_does_no_disk_work_of_its_own(
    open_journal: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_journal()
    real = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(0.3)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    started = time.perf_counter()
    for i in range(200):
        journal.record(i, 0, "x")
    assert time.perf_counter() - started < 0.25
    assert journal.flush()


def test_an_id_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="document id"):
        Journal(tmp_path, "../escape")


TYPIST = """
import sys, time
from pathlib import Path
from ownhand.document.journal import Journal
from ownhand.document.text_file import TextFile

journal = Journal(Path(sys.argv[1]), "typed")
journal.begin(None, TextFile("Once upon a time. "))
position = len("Once upon a time. ")
for number in range(100000):
    word = f"{number} "
    journal.record(position, 0, word)
    position += len(word)
    print(number, time.time(), flush=True)
    time.sleep(0.004)
"""


@pytest.mark.parametrize("attempt", range(5))
def test_a_killed_typist_loses_at_most_a_second(tmp_path: Path, attempt: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(1.1 + random.random())
    assert unsaved_journals(tmp_path) == ()  # alive: not offered
    process.kill()
    killed = time.time()
    lines = process.stdout.read().splitlines()
    process.stdout.close()
    process.wait()
    (unsaved,) = unsaved_journals(tmp_path)
    text = unsaved.state.file.text
    assert text.startswith("Once upon a time. 0 1 2 ")
    numbers = [int(n) for n in text.removeprefix("Once upon a time. ").split()]
    assert numbers == list(range(len(numbers)))
    typed = [line.split() for line in lines if line.count(" ") == 1]
    due = [int(number) for number, at in typed if float(at) < killed - 1.0]
    assert numbers[-1] >= due[-1]


def test_a_state_can_be_saved_like_a_file_just_read(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text("one")
    journal = open_journal()
    journal.begin(path, read_text_file(path))
    journal.record(3, 0, " two")
    crash(journal)
    (unsaved,) = unsaved_journals(tmp_path / "journal")
    write_text_file(path, replace(unsaved.state.file, text="one two three"))
    assert path.read_text() == "one two three"


def test_text_put_aside_is_not_offered_until_it_is_taken_back(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    journal = open_journal()
    journal.record(0, 0, "precious")
    crash(journal)
    folder = tmp_path / "journal"
    (unsaved,) = unsaved_journals(folder)

    aside = put_aside(unsaved)
    assert unsaved_journals(folder) == ()

    back = take_back(aside)
    assert [u.state.file.text for u in unsaved_journals(folder)] == ["precious"]
    assert back.journal == unsaved.journal


def test_text_that_was_not_saved_is_kept_aside(tmp_path: Path) -> None:
    aside = keep_aside(tmp_path, "doc", DocumentState(None, TextFile("precious"), (Span(0, 3),)))
    assert unsaved_journals(tmp_path) == ()

    take_back(aside)
    (unsaved,) = unsaved_journals(tmp_path)
    assert (unsaved.state.file.text, unsaved.state.spans) == ("precious", (Span(0, 3),))


def test_texts_put_aside_go_after_a_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = keep_aside(tmp_path, "old", DocumentState(None, TextFile("old")))
    later = time.time() + 31 * 24 * 3600
    monkeypatch.setattr("ownhand.document.journal.time.time", lambda: later)

    keep_aside(tmp_path, "new", DocumentState(None, TextFile("new")))

    assert not old.journal.exists()


def test_origins_of_a_text_saved_just_before_the_crash_are_kept(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    journal = open_journal()
    journal.begin(path, TextFile("one"))
    journal.record(3, 0, " two", (Span(0, 4),))
    assert journal.flush()
    write_text_file(path, TextFile("one two"))
    crash(journal)  # between the file and the record of its origins

    assert unsaved_journals(tmp_path / "journal", tmp_path / "provenance") == ()

    assert load_spans(tmp_path / "provenance", path, "one two") == (Span(3, 7),)


def test_flush_does_not_wait_for_the_next_write(open_journal: OpenJournal) -> None:
    journal = open_journal(interval_s=60)
    journal.record(0, 0, "text")

    assert journal.flush(5.0)
    assert journal.file.exists()
