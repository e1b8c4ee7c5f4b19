"""A text as one HTML file that needs nothing else."""

from __future__ import annotations

import html

from ownhand.document.export.markdown import printable, to_html_body

_STYLE = """
body { max-width: 38em; margin: 3em auto; padding: 0 1.5em; font-family: Georgia, "Times New Roman", serif;
  line-height: 1.6; color: #1f1d1a; background: #fbfaf7; }
p { margin: 0 0 1em; }
blockquote { margin: 0 0 1em 1.5em; color: #54504a; }
img { max-width: 100%; }
@media (prefers-color-scheme: dark) { body { color: #e8e4dc; background: #1c1b19; } blockquote { color: #b5afa4; } }
@media print { body { margin: 0; max-width: none; background: none; color: #000; } }
"""


def to_html(text: str, title: str, markdown: bool = False) -> str:
    """A whole page.

    Args:
        text: With "\\n" for line ends.
        title: Of the page.
        markdown: Whether the text is Markdown; else its lines stand as they are.
    """
    return (
        '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(printable(title))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{to_html_body(text, markdown)}\n</body>\n</html>\n"
    )
