"""Word, OpenDocument, EPUB and PDF: what their programs put between the words, and what harms."""

import zipfile
from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE, make_docx, make_epub, make_odt, make_pdf

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import TextReader
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document, Skipped
from ownhand.corpus.readers import limits
from ownhand.corpus.readers.docx import DocxReader
from ownhand.corpus.readers.epub import EpubReader
from ownhand.corpus.readers.odt import OdtReader
from ownhand.corpus.readers.pdf import PdfReader


def read(reader: TextReader, path: Path) -> Document:
    (document,) = reader.read(path, CancelToken())
    assert isinstance(document, Document)
    return document


def test_docx_gives_the_text_with_changes_accepted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText> deleted</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> inserted</w:t></w:r></w:ins><w:r><w:br/><w:t>next line</w:t></w:r></w:p>"
        "<w:moveFrom><w:p><w:r><w:t>moved away</w:t></w:r></w:p></w:moveFrom>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>outer</w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
        '<x:Fallback xmlns:x="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:p><w:r><w:t>twice</w:t></w:r></w:p></x:Fallback>'
    )
    path = make_docx(tmp_path / "a.docx", [PROSE], body, title="The Mill")
    document = read(DocxReader(), path)
    assert document.text == f"{PROSE}\n\nKept inserted\nnext line\n\ncell\n\nbox\n\nouter"
    assert document.title == "The Mill"
    assert str(document.place_of(document.text.index("cell"))) == "a.docx, paragraph 3"


def test_docx_footnotes_follow_the_text(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", ["Body."])
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(
            "word/footnotes.xml",
            '<w:f xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:t>Note.</w:t></w:p></w:f>',
        )
    assert read(DocxReader(), path).text == "Body.\n\nNote."


def test_verse_typed_line_by_line_stays_verse(tmp_path: Path) -> None:
    lines = ["Roses are red,", "violets are blue,", "", "sugar is sweet,", "and so are you."]
    document = read(DocxReader(), make_docx(tmp_path / "a.docx", lines))
    assert document.text == "Roses are red,\nviolets are blue,\n\nsugar is sweet,\nand so are you."


def test_odt_gives_spaces_notes_and_no_remarks(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:h>Title</text:h>"
        '<text:p>One<text:s text:c="2"/>two<text:tab/>three<text:line-break/>four '
        "<text:span>five <text:span>six</text:span></text:span> seven"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>remark</text:p></office:annotation> end.</text:p>"
    )
    document = read(OdtReader(), make_odt(tmp_path / "a.odt", body))
    assert document.text == "Title\n\nOne  two\tthree\nfour five six seven end.\n\nThe note."


def test_epub_gives_chapters_in_reading_order(tmp_path: Path) -> None:
    path = make_epub(
        tmp_path / "a.epub", ["<h1>One</h1><p>First.</p>", "<p>Second &amp; last.</p>"]
    )
    document = read(EpubReader(), path)
    assert document.text == "One\n\nFirst.\n\nSecond & last."
    assert document.title == "A book"
    assert str(document.place_of(document.text.index("Second"))) == "a.epub, section 2"


def test_a_member_that_climbs_out_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "books"
    folder.mkdir()
    path = make_epub(folder / "a.epub", ["<p>Inside.</p>"])
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("../../evil.txt", "outside")
    assert read(EpubReader(), path).text == "Inside."
    assert [p.name for p in tmp_path.rglob("*")] == ["books", "a.epub"]


@pytest.mark.parametrize(
    ("make", "reader"),
    [
        (lambda p: make_odt(p, "<text:p/>", "<m><encryption-data/></m>"), OdtReader()),
        (lambda p: make_epub(p, ["<p>x</p>"], locked="OEBPS/text/c%200.xhtml"), EpubReader()),
        (lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(2000)), DocxReader()),
        (lambda p: make_pdf(p, [["x"]], encrypt=True), PdfReader()),
    ],
)
def test_a_protected_file_is_told_so(tmp_path: Path, make: object, reader: TextReader) -> None:
    path = tmp_path / "locked"
    assert callable(make)
    make(path)
    with pytest.raises(UnreadableTextError, match=r"password|protected"):
        read(reader, path)


def test_a_zip_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 1_000_000)
    path = make_docx(tmp_path / "bomb.docx", ["a" * 3_000_000])
    assert path.stat().st_size < 20_000
    with pytest.raises(UnreadableTextError, match="zip bomb"):
        read(DocxReader(), path)


def test_an_xml_bomb_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    lol = '<!DOCTYPE x [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", lol)
    with pytest.raises(UnreadableTextError, match="entities"):
        read(DocxReader(), path)


def test_an_xml_file_from_outside_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    path = tmp_path / "a.odt"
    outside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{tmp_path}/secret">]><x>&a;</x>'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("content.xml", outside)
    with pytest.raises(UnreadableTextError, match="entities"):
        read(OdtReader(), path)


@pytest.mark.parametrize("cut", [30, 200, 400])
def test_a_broken_download_is_told(tmp_path: Path, cut: int) -> None:
    path = make_docx(tmp_path / "a.docx", [PROSE])
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(UnreadableTextError, match="damaged"):
        read(DocxReader(), path)


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 100)
    with pytest.raises(UnreadableTextError, match="larger than"):
        limits.read_bytes(path, limit=100)


def test_pdf_paragraphs_go_over_pages_and_running_heads_go(tmp_path: Path) -> None:
    import textwrap

    lines = textwrap.wrap(PROSE, 60)
    head = "THE MILL AND THE LETTER"
    pages = [
        [head, *lines[:5], "1"],
        [head, *lines[5:], "2"],
        [head, *textwrap.wrap(PROSE, 60), "3"],
    ]
    document = read(PdfReader(), make_pdf(tmp_path / "a.pdf", pages))
    assert document.text == f"{PROSE}\n\n{PROSE}"
    assert str(document.place_of(document.text.index("knowing"))) == "a.pdf, page 2"
    assert str(document.place_of(len(PROSE) + 30)) == "a.pdf, page 3"


def test_a_pdf_of_pictures_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError, match="only pictures"):
        read(PdfReader(), make_pdf(tmp_path / "a.pdf", [[], []]))


def test_a_damaged_pdf_page_is_listed_and_the_others_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypdf

    path = make_pdf(tmp_path / "a.pdf", [["First page."], ["Second page."]])
    extract = pypdf.PageObject.extract_text

    def broken(page: pypdf.PageObject, *args: object, **kwargs: object) -> str:
        if page.page_number == 0:
            raise KeyError("/Font")
        return extract(page)

    monkeypatch.setattr(pypdf.PageObject, "extract_text", broken)
    skipped, document = PdfReader().read(path, CancelToken())
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "page 1 is damaged"
    assert isinstance(document, Document)
    assert document.text == "Second page."
