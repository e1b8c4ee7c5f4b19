"""A text as a Word document (.docx)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ownhand.document.export.markdown import paragraphs, parser, printable

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST_LIST = 3
_BREAK = "* * *"
_MONOSPACE = "Courier New"


def to_docx(text: str, title: str, markdown: bool = False) -> bytes:
    """The bytes of a .docx file.

    Args:
        text: With "\\n" for line ends.
        title: For the properties of the document.
        markdown: Whether the text is Markdown; else its lines stand as they are.
    """
    import docx

    document = docx.Document()
    document.core_properties.title = printable(title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    text = printable(text)
    if markdown:
        _Writer(document).write(parser().parse(text))
    else:
        for lines in paragraphs(text):
            run = document.add_paragraph().add_run(lines[0])
            for line in lines[1:]:
                run.add_break()
                run.add_text(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class _Writer:
    """Goes through the tokens of a Markdown text from top to bottom."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._lists: list[str] = []
        self._quotes = 0
        self._heading = 0
        self._paragraph: Any = None
        self._cells: list[str] = []
        self._in_table = False

    def write(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            self._take(token)

    def _take(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append("List Bullet")
            case "ordered_list_open":
                self._lists.append("List Number")
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "tr_open":
                self._cells, self._in_table = [], True
            case "tr_close":
                self._document.add_paragraph("\t".join(self._cells))
                self._in_table = False
            case "fence" | "code_block":
                for line in token.content.rstrip("\n").split("\n"):
                    run = self._document.add_paragraph(style="No Spacing").add_run(line)
                    run.font.name = _MONOSPACE
            case "hr":
                self._document.add_paragraph(_BREAK).alignment = 1  # centred
            case "inline" if self._in_table:
                self._cells.append("".join(part.content for part in token.children or ()))
            case "inline":
                self._write_inline(self._new_paragraph(), token.children or ())
            case _:
                pass

    def _new_paragraph(self) -> Any:
        if self._heading:
            return self._document.add_heading(level=min(self._heading, 9))
        style = None
        if self._lists:
            depth = min(len(self._lists), _DEEPEST_LIST)
            style = self._lists[-1] + (f" {depth}" if depth > 1 else "")
        elif self._quotes:
            style = "Quote"
        return self._document.add_paragraph(style=style)

    def _write_inline(self, paragraph: Any, parts: Sequence[Token]) -> None:
        on = {"strong": 0, "em": 0, "s": 0}
        links: list[str] = []
        for part in parts:
            name, _, side = part.type.rpartition("_")
            if name in on:
                on[name] += 1 if side == "open" else -1
                continue
            text = {"softbreak": " ", "hardbreak": "\n"}.get(part.type, part.content)
            if part.type == "link_open":
                links.append(str(part.attrs.get("href", "")))
                continue
            if part.type == "link_close":
                text = f" ({links.pop()})"
            run = paragraph.add_run(text)
            run.bold, run.italic = on["strong"] > 0 or None, on["em"] > 0 or None
            run.font.strike = on["s"] > 0 or None
            if part.type == "code_inline":
                run.font.name = _MONOSPACE
