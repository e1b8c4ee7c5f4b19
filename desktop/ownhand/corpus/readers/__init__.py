"""The kinds of files that can be read. `READERS` is asked from the top down."""

from __future__ import annotations

from ownhand.core.contracts import TextReader
from ownhand.corpus.readers.csv_rows import CsvReader
from ownhand.corpus.readers.docx import DocxReader
from ownhand.corpus.readers.epub import EpubReader
from ownhand.corpus.readers.html import HtmlReader
from ownhand.corpus.readers.json_texts import JsonLinesReader, JsonReader
from ownhand.corpus.readers.markdown import MarkdownReader
from ownhand.corpus.readers.odt import OdtReader
from ownhand.corpus.readers.pdf import PdfReader
from ownhand.corpus.readers.plain import PlainReader
from ownhand.corpus.readers.rtf import RtfReader

READERS: tuple[TextReader, ...] = (
    PdfReader(),
    EpubReader(),
    OdtReader(),
    DocxReader(),
    RtfReader(),
    HtmlReader(),
    JsonReader(),
    JsonLinesReader(),
    CsvReader(),
    PlainReader(),  # takes whatever looks like text: those below are for files of their endings alone
    MarkdownReader(),
)


def readers_with_field(field: str | None) -> tuple[TextReader, ...]:
    """`READERS`, with those of collections told which field is the text."""
    told: dict[str, TextReader] = {
        reader.name: reader
        for reader in (JsonReader(field), JsonLinesReader(field), CsvReader(field))
    }
    return tuple(told.get(reader.name, reader) for reader in READERS)
