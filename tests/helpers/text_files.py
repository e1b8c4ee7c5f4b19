"""Makes small files of the kinds that writers have, as their programs would write them."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def make_docx(path: Path, paragraphs: Sequence[str], body: str = "", title: str = "") -> Path:
    """A Word document; `body` is raw XML put after the paragraphs."""
    runs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(p)}</w:t></w:r></w:p>' for p in paragraphs
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(
            "word/document.xml",
            f"<w:document {_W}><w:body>{runs}{body}</w:body></w:document>",
        )
        if title:
            file.writestr(
                "docProps/core.xml",
                f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>',
            )
    return path


def make_odt(path: Path, body: str, manifest: str = "<manifest/>") -> Path:
    """An OpenDocument text with raw XML for its body."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("META-INF/manifest.xml", manifest)
        file.writestr(
            "content.xml",
            f"<office:document-content {_ODT}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return path


def make_epub(path: Path, chapters: Sequence[str], title: str = "A book", locked: str = "") -> Path:
    """An e-book; chapters are raw XHTML bodies, in reading order, stored in the reverse one."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in reversed(range(len(chapters)))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        file.writestr(
            "OEBPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata><dc:title>{title}</dc:title></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for n, chapter in enumerate(chapters):
            file.writestr(
                f"OEBPS/text/c {n}.xhtml",
                f'<?xml version="1.0"?><html><head><title>c{n}</title></head><body>{chapter}</body></html>',
            )
        if locked:
            file.writestr(
                "META-INF/encryption.xml",
                '<e xmlns:x="http://www.w3.org/2001/04/xmlenc#">'
                f'<x:CipherReference URI="{locked}"/></e>',
            )
    return path


def make_pdf(path: Path, pages: Sequence[Sequence[str]], encrypt: bool = False) -> Path:
    """A PDF with lines of Helvetica on each page; no lines give a page without text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = " ".join(
            f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T*"
            for line in lines
        )
        stream = f"BT /F1 12 Tf 14 TL 72 760 Td {shown} ET" if lines else "0 0 10 10 re f"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        contents = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    trailer = "/Root 1 0 R"
    if encrypt:
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>")
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    path.write_bytes(out.encode("latin-1"))
    return path


PROSE = (
    "The lamp had been burning since four in the afternoon, and nobody in the house had thought of "
    "putting it out, although the window behind it showed a sky as bright as a plate. Martha sat with "
    "her hands in her lap and listened to the mill. It was not that she minded the noise; she had been "
    "born within a hundred yards of the wheel, and a silence would have woken her. What she minded was "
    "the letter, which lay on the table with its face to the wood, so that she could not see whose "
    "hand had written it, and could not help knowing."
)
"""A paragraph of its own, written for these tests."""
