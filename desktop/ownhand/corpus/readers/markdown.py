"""Markdown, kept as written; paragraphs that were wrapped by hand are joined."""

from __future__ import annotations

import re
from collections.abc import Callable

from ownhand.corpus.readers.plain import PlainReader

_BEGINS_ITS_OWN = re.compile(
    r"\s*(?:[-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||`{3}|~{3}|={3,}\s*$|-{3,}\s*$|\[\^?[^\]]+\]:)"
)
_ENDS_ITS_OWN = re.compile(r"\s*(?:#{1,6}\s|\||`{3}|~{3}|={3,}\s*$|-{3,}\s*$)")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_TITLE = re.compile(r"title:\s*[\"']?(.*?)[\"']?\s*$", re.IGNORECASE)


class MarkdownReader(PlainReader):
    """Reads .md files. Headings, lists, quotes, tables and code keep their lines."""

    name = "Markdown"
    suffixes = (".md", ".markdown", ".mkd")

    def front_matter(self, lines: list[str]) -> tuple[int, str]:
        """The block of settings that many programs put before the text."""
        if lines[0].strip() != "---":
            return 0, ""
        for number, line in enumerate(lines[1:100], 1):
            if line.strip() in ("---", "..."):
                titles = [m.group(1) for m in map(_TITLE.match, lines[1:number]) if m]
                return number + 1, titles[0] if titles else ""
        return 0, ""

    def protection(self, lines: list[str]) -> Callable[[int, int], bool]:
        """Line ends that Markdown gives a meaning."""
        fenced: set[int] = set()
        fence = ""
        for number, line in enumerate(lines):
            mark = _FENCE.match(line)
            if fence or mark:
                fenced.add(number)
            if mark and not fence:
                fence = mark.group(1)
            elif mark and fence and mark.group(1).startswith(fence):
                fence = ""

        def protect(number: int, following: int) -> bool:
            line = lines[number]
            return (
                number in fenced
                or following in fenced
                or line.endswith(("  ", "\\"))
                or bool(_ENDS_ITS_OWN.match(line))
                or bool(_BEGINS_ITS_OWN.match(lines[following]))
            )

        return protect
