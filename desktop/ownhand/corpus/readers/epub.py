"""E-books in EPUB, chapter after chapter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import UnreadableTextError
from ownhand.core.texts import Document
from ownhand.corpus.readers.builder import TextBuilder
from ownhand.corpus.readers.html import add_page, decoded_page
from ownhand.corpus.readers.limits import Archive, parse, read_head

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_ENCRYPTION = "{http://www.w3.org/2001/04/xmlenc#}"


class EpubReader:
    """Reads .epub files in the order of the book."""

    name = "e-book"
    suffixes = (".epub",)

    def sniff(self, path: Path) -> bool:
        """Whether the archive begins with the type that the standard demands there."""
        head = read_head(path)
        return head.startswith(b"PK\x03\x04") and b"application/epub+zip" in head

    def read(self, path: Path, cancel: CancelToken) -> Iterator[Document]:
        """One document; looks at `cancel` between chapters."""
        with Archive(path, cancel) as archive:
            container = parse(archive.read("META-INF/container.xml"))
            root = container.find(f".//{_CONTAINER}rootfile")
            package_name = root.get("full-path", "") if root is not None else ""
            package = parse(archive.read(package_name))
            title = package.find(".//{http://purl.org/dc/elements/1.1/}title")
            hrefs = {i.get("id"): i.get("href", "") for i in package.iter(f"{_OPF}item")}
            folder = posixpath.dirname(package_name)
            locked = _locked_parts(archive)
            builder = TextBuilder()
            for number, reference in enumerate(package.iter(f"{_OPF}itemref"), 1):
                cancel.raise_if_cancelled()
                href = unquote(hrefs.get(reference.get("idref"), ""))
                name = posixpath.normpath(posixpath.join(folder, href))
                if name in locked:
                    raise UnreadableTextError("is copy-protected by its shop and cannot be read")
                if href and archive.has(name):
                    markup, _ = decoded_page(archive.read(name))
                    add_page(builder, markup, cancel, place=number)
        if not builder.length:
            raise UnreadableTextError("holds no text")
        name = (title.text or "") if title is not None else ""
        yield builder.build(path, "section", title=name.strip())


def _locked_parts(archive: Archive) -> frozenset[str]:
    """Parts that are encrypted; most books encrypt fonts at the utmost."""
    if not archive.has("META-INF/encryption.xml"):
        return frozenset()
    found = parse(archive.read("META-INF/encryption.xml"))
    return frozenset(
        unquote(reference.get("URI", ""))
        for reference in found.iter(f"{_ENCRYPTION}CipherReference")
    )
