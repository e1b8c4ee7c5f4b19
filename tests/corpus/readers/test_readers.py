"""What holds for every reader; a new one is covered by adding it to READERS and a sample here."""

import json
import textwrap
from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE, make_docx, make_epub, make_odt, make_pdf

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.contracts import TextReader
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document
from ownhand.corpus.readers import READERS, readers_with_field
from ownhand.corpus.scan import reader_for

WORDS = PROSE.split(". ")[0]


def write_sample(folder: Path, suffix: str) -> Path:
    path = folder / f"sample{suffix}"
    quoted = json.dumps({"text": WORDS})
    if suffix in (".docx", ".docm"):
        return make_docx(path, [WORDS])
    if suffix in (".odt", ".ott"):
        return make_odt(path, f"<text:p>{WORDS}</text:p>")
    if suffix == ".epub":
        return make_epub(path, [f"<p>{WORDS}</p>"])
    if suffix == ".pdf":
        return make_pdf(path, [textwrap.wrap(WORDS, 70)])
    content = {
        ".rtf": rf"{{\rtf1\ansi {WORDS}\par}}",
        ".json": f"[{quoted}]",
        ".jsonl": quoted,
        ".ndjson": quoted,
        ".csv": f'id,text\n1,"{WORDS}"\n',
        ".tsv": f"id\ttext\n1\t{WORDS}\n",
    }.get(suffix, f"<html><body><p>{WORDS}</p></body></html>" if "htm" in suffix else WORDS)
    path.write_text(content, encoding="utf-8")
    return path


SUFFIXES = [(r, s) for r in READERS for s in r.suffixes]


@pytest.mark.parametrize(("reader", "suffix"), SUFFIXES, ids=[s for _, s in SUFFIXES])
def test_reader_gives_the_words_and_their_place(
    tmp_path: Path, reader: TextReader, suffix: str
) -> None:
    path = write_sample(tmp_path, suffix)
    assert reader_for(path) is reader
    (document,) = reader.read(path, CancelToken())
    assert isinstance(document, Document)
    assert " ".join(document.text.split()) == WORDS
    place = document.place_of(document.text.index("afternoon"))
    assert place.path == path
    assert place.number == (2 if suffix in (".csv", ".tsv") else 1)


@pytest.mark.parametrize(("reader", "suffix"), SUFFIXES, ids=[s for _, s in SUFFIXES])
@pytest.mark.parametrize(
    "junk", [b"\x00\x01\x02" * 500, b"\x89PNG\r\n\x1a\n" + bytes(100), b"PK\x03\x04" + b"\x99" * 99]
)
def test_junk_under_a_known_ending_is_refused_with_a_reason(
    tmp_path: Path, reader: TextReader, suffix: str, junk: bytes
) -> None:
    path = tmp_path / f"junk{suffix}"
    path.write_bytes(junk)
    chosen = reader_for(path)
    assert chosen is reader
    with pytest.raises(UnreadableTextError, match=r"^(is|needs|holds|cannot|has) "):
        list(chosen.read(path, CancelToken()))


@pytest.mark.parametrize("reader", READERS, ids=[r.name for r in READERS])
def test_a_cancelled_read_stops(tmp_path: Path, reader: TextReader) -> None:
    path = write_sample(tmp_path, reader.suffixes[0])
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(reader.read(path, cancel))


@pytest.mark.parametrize("reader", READERS, ids=[r.name for r in READERS])
def test_a_vanished_file_is_told(tmp_path: Path, reader: TextReader) -> None:
    with pytest.raises(UnreadableTextError):
        list(reader.read(tmp_path / "gone", CancelToken()))


def test_no_two_readers_claim_an_ending() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_the_field_of_collections_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "not this one", "notes": "but this"}]))
    reader = reader_for(path, readers_with_field("notes"))
    assert reader is not None
    (document,) = reader.read(path, CancelToken())
    assert isinstance(document, Document)
    assert document.text == "but this"
