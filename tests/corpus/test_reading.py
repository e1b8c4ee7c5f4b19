import os
from pathlib import Path
from textwrap import fill

import pytest
from tests.helpers.text_files import PROSE, make_docx

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.texts import Document, Skipped
from ownhand.corpus import reading
from ownhand.corpus.readers.limits import MAX_BYTES
from ownhand.corpus.reading import FileRead, file_digest, read_files
from ownhand.corpus.scan import FileFound, scan
from ownhand.document.sidecar import save_spans
from ownhand.document.spans import Span


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(fill(PROSE, 70))
    make_docx(folder / "b.docx", [PROSE])
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    (folder / "picture.txt").write_bytes(b"\x89PNG" + bytes(200))
    (folder / "posts.jsonl").write_text('{"text": "One post."}\n{"text": "Two posts."}\n')
    return folder


def read(
    folder: Path, provenance: Path | None = None
) -> tuple[list[Document], list[FileRead], list[Skipped]]:
    files = [e for e in scan([folder], CancelToken()) if isinstance(e, FileFound)]
    events = list(read_files(files, CancelToken(), provenance))
    return (
        [e for e in events if isinstance(e, Document)],
        [e for e in events if isinstance(e, FileRead)],
        [e for e in events if isinstance(e, Skipped)],
    )


def test_every_file_is_read_or_skipped(folder: Path) -> None:
    documents, files, skipped = read(folder)
    assert [d.path.name for d in documents] == ["a.txt", "b.docx", "posts.jsonl", "posts.jsonl"]
    assert documents[0].text == documents[1].text == PROSE
    assert [(f.path.name, f.reader, f.encoding, f.documents) for f in files] == [
        ("a.txt", "plain text", "utf-8", 1),
        ("b.docx", "Word document", "", 1),
        ("posts.jsonl", "JSON lines", "utf-8", 2),
    ]
    assert files[0].sha256 == file_digest(folder / "a.txt")
    assert {s.path.name: s.reason for s in skipped} == {
        "broken.docx": "is damaged: it does not open as the file it is named for",
        "picture.txt": "is a picture",
    }


def test_nothing_is_written_into_the_folder(folder: Path) -> None:
    def listing() -> list[tuple[str, int, int]]:
        return sorted(
            (str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in [folder, *folder.rglob("*")]
        )

    before = listing()
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    try:
        read(folder, folder.parent / "provenance")
        assert listing() == before
    finally:
        folder.chmod(0o755)
    assert not (folder.parent / "provenance").exists()


def test_a_file_that_vanishes_meanwhile_is_skipped(folder: Path) -> None:
    files = [e for e in scan([folder], CancelToken()) if isinstance(e, FileFound)]
    (folder / "a.txt").unlink()
    skipped = [e for e in read_files(files, CancelToken()) if isinstance(e, Skipped)]
    assert skipped[0].reason == "is not there any more"


def test_reading_stops_when_cancelled(folder: Path) -> None:
    files = [e for e in scan([folder], CancelToken()) if isinstance(e, FileFound)]
    cancel = CancelToken()
    events = read_files(files, cancel)
    while not isinstance(next(events), FileRead):
        pass
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(events)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_forbidden_file_is_skipped(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    files = [FileFound(folder / "a.txt", "plain text", 10)]
    (skipped,) = (e for e in read_files(files, CancelToken()) if isinstance(e, Skipped))
    assert "may not be read by you" in skipped.reason


def test_a_file_that_breaks_off_is_used_and_told(folder: Path) -> None:
    (folder / "rows.csv").write_text("id,text\n1,A first row.\n2,A second row.\n" + "3,x\x00y\n")
    documents, files, skipped = read(folder)
    rows = [d.text for d in documents if d.path.name == "rows.csv"]
    told = [s.reason for s in skipped if s.path.name == "rows.csv"]
    assert (len(rows) > 0) == any(f.path.name == "rows.csv" for f in files)
    assert told


def test_generated_passages_are_cut_out_through_joined_lines(tmp_path: Path) -> None:
    folder, provenance = tmp_path / "texts", tmp_path / "provenance"
    folder.mkdir()
    mine, theirs = fill(PROSE, 70), fill("It is the model that says so, at length. " * 9, 70)
    source = f"{mine}\n\n{theirs}\n\n{mine}\n"
    path = folder / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + source.replace("\n", "\r\n").encode())
    start = source.index(theirs)
    within = source.index("She") if "She" in source else source.index("What she minded")
    save_spans(
        provenance, path, source, (Span(start, start + len(theirs)), Span(within, within + 4))
    )
    (document,), (file,), _ = read(folder, provenance)
    assert "model" not in document.text
    assert document.text.split() == (PROSE.replace("What she", " she") + " " + PROSE).split()
    assert file.generated_characters == len(theirs) + 4
    last = document.place_of(len(document.text) - 1)
    assert last.number == source.count("\n")
    (kept,), (file,), _ = read(folder, None)
    assert "model" in kept.text
    assert file.generated_characters == 0


def test_edited_words_are_cut_out_and_pasted_ones_stay(tmp_path: Path) -> None:
    folder, provenance = tmp_path / "texts", tmp_path / "provenance"
    folder.mkdir()
    path = folder / "a.txt"
    source = f"{PROSE} Pasted words. Edited words."
    path.write_text(source)
    pasted, edited = source.index("Pasted"), source.index("Edited")
    spans = (Span(pasted, edited, "pasted"), Span(edited, len(source), "edited", "r1"))
    save_spans(provenance, path, source, spans)
    (document,), (file,), _ = read(folder, provenance)
    assert document.text.split() == [*PROSE.split(), "Pasted", "words."]
    assert file.generated_characters == len("Edited words.")


def test_a_cut_that_begins_in_blank_lines_leaves_the_words_before(tmp_path: Path) -> None:
    folder, provenance = tmp_path / "texts", tmp_path / "provenance"
    folder.mkdir()
    path = folder / "a.txt"
    source = f"{PROSE}{chr(10) * 9}Generated words.{chr(10) * 9}Mine again.\n"
    path.write_text(source)
    start, end = len(PROSE) + 5, source.index("Mine")
    save_spans(provenance, path, source, (Span(start, end),))
    (document,), _, _ = read(folder, provenance)
    assert document.text.split() == [*PROSE.split(), "Mine", "again."]


def test_a_wholly_generated_file_is_skipped(tmp_path: Path) -> None:
    folder, provenance = tmp_path / "texts", tmp_path / "provenance"
    folder.mkdir()
    path = folder / "a.txt"
    path.write_text(PROSE)
    save_spans(provenance, path, PROSE, (Span(0, len(PROSE)),))
    documents, files, (skipped,) = read(folder, provenance)
    assert (documents, files) == ([], [])
    assert skipped.reason == "was wholly written by a model"


def test_file_that_is_too_large_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(tmp_path / "huge.txt", "wb") as file:
        file.write(PROSE.encode() * 20)
        file.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(reading, "file_digest", lambda path: pytest.fail(f"{path} was read whole"))
    files = [e for e in scan([tmp_path], CancelToken()) if isinstance(e, FileFound)]
    (skipped,) = (e for e in read_files(files, CancelToken()) if isinstance(e, Skipped))
    assert "is larger than 64 MB" in skipped.reason
