"""The text within an answer: without what a chat model says around it."""

from __future__ import annotations

import re

_QUOTES = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb", "\u00bb": "\u00ab", "'": "'", "\u2018": "\u2019"}  # fmt: skip
_OPENING = re.compile(
    r"^\s*(?:sure|certainly|of course|okay|ok|absolutely)?[\s,!.:\u2014-]*"
    r"(?:(?:here(?:'s|\u2019s|\s+is|\s+are)|this\s+is|below\s+is)\b[^\n]{0,120}:[ \t]*\n*"
    r"|(?:the\s+)?(?:re-?written|revised|shortened|shorter|expanded|new|edited)\s+"
    r"(?:passage|text|version|paragraph|sentence)\b[^\n]{0,80}:[ \t]*\n*)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\n\s*(?:note:|\(note\b|i hope (?:this|that|it) (?:helps|works|meets|is)\b|let me know\b|this (?:version|passage|text|re-?writing|re-?write|revision|correction)\b"
    r"|in this (?:version|passage|rewrite|revision)\b|feel free\b)[\s\S]*$",
    re.IGNORECASE,
)
_POLITE = re.compile(r"^\s*(?:sure|certainly|of course|absolutely)[!.][ \t]*\n+", re.IGNORECASE)
_FENCE = re.compile(r"^```\w*\n([\s\S]*?)\n?```$")


def cleaned(answer: str, passage: str, longer: bool = False) -> str:
    """The new text of a passage.

    Args:
        answer: What the model said, as far as it has come.
        passage: What was given to it; what stands there too is no chatter.
        longer: Whether one paragraph may become several; else what comes behind it is talk about it.
    """
    text = answer.strip()
    for pattern in (_OPENING, _POLITE):
        if not pattern.match(passage):
            text = pattern.sub("", text, count=1)
    if not _CLOSING.search(passage):
        text = _CLOSING.sub("", text)
    text = text.strip()
    fenced = _FENCE.match(text)
    if fenced and not passage.startswith("```"):
        text = fenced[1].strip()
    text = _unquoted(text, passage)
    if "\n" not in passage.strip() and not longer:
        text = text.split("\n\n")[0].replace("\n", " ")
    return text.strip()


def _unquoted(text: str, passage: str) -> str:
    """Without quotation marks around all of it, unless the passage has them."""
    closing = _QUOTES.get(text[:1])
    if closing is None or passage.strip()[:1] in _QUOTES or len(text) < 2:
        return text
    inner = text[1:-1] if text.endswith(closing) else text[1:]
    if text[0] in inner or closing in inner:
        return text  # they are of a sentence within
    if not text.endswith(closing) and text[0] == "'":
        return text  # 'Twas
    return inner.strip()
