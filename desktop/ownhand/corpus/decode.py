"""Bytes of a text file to characters, whatever the encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ownhand.core.errors import UnreadableTextError

_SAMPLE = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "is a PDF under another name"),
    (b"{\\rtf", "is rich text under another name; rename it to .rtf to use it"),
    (b"PK\x03\x04", "is a zip archive or office document under another name"),
    (b"\xd0\xcf\x11\xe0", "is an old Word or Office file; save it as .docx or .txt"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"\x7fELF", "is a program"),
    (b"MZ\x90", "is a program"),
    (b"\x1f\x8b", "is a compressed file"),
    (b"SQLite format 3", "is a database"),
)
# Text holds tab, line ends, form feed, and at times backspace, escape or the old end-of-file mark.
_CONTROL = re.compile(rb"[\x00-\x07\x0e-\x19\x1c-\x1f]")
_USUAL = re.compile(
    "[\t\n\f\r -~\u00a0-\u052f\u0590-\u06ff\u0900-\u0fff\u1e00-\u1fff\u2010-\u203a\u3000-\u30ff"
    "\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_WESTERN = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")

# Of each double-byte encoding the characters that make up nearly all of a real text. GB 2312 and Big5
# put the frequent characters first, JIS its level 1, in the order of their code.
_EAST_ASIAN = ("gb18030", "big5", "cp932", "euc_jp", "euc_kr")
_SINGLE_BYTE = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp874", "mac_roman", "cp437", "cp850", "cp866",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text.

    Attributes:
        text: Without byte order mark, line ends as they were.
        encoding: Python's name of the encoding; "utf-8 + cp1252" for a mixture.
    """

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Find out how a text is encoded and decode it.

    UTF-8 is tried first, since hardly anything else is valid UTF-8 by chance.

    Raises:
        UnreadableTextError: If the bytes are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name)
    for magic, reason in _KINDS:
        if data.startswith(magic):
            raise UnreadableTextError(reason)
    wide = _utf16_without_mark(data)
    if wide:
        return wide
    sample = data[:_SAMPLE]
    if b"\x00" in data or len(_CONTROL.findall(sample)) > len(sample) // 50:
        raise UnreadableTextError("is not a text, whatever its name says")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as problem:
        if problem.start >= len(data) - 3 and problem.reason == "unexpected end of data":
            return Decoded(data[: problem.start].decode("utf-8"), "utf-8")
    return _mixture(data) or _older(data)


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file may be those of a text."""
    if head.startswith(tuple(mark for mark, _ in _MARKS)):
        return True
    if head.startswith(tuple(magic for magic, _ in _KINDS)):
        return False
    if _utf16_without_mark(head):
        return True
    return b"\x00" not in head and len(_CONTROL.findall(head)) <= len(head) // 50


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 by its contents: half of its bytes make no text of their own, but all of its characters do."""
    if len(data) < 4 or b"\x00" not in data:
        return None
    sample = data[: min(len(data), _SAMPLE) & ~1]
    for name in ("utf-16-le", "utf-16-be"):
        try:
            start = sample.decode(name)
        except UnicodeDecodeError as problem:
            if problem.start < len(sample) - 2:
                continue
            start = sample[: problem.start].decode(name)
        if len(_USUAL.findall(start)) > 0.98 * len(start):
            return Decoded(data[: len(data) & ~1].decode(name, "replace"), name)
    return None


def _mixture(data: bytes) -> Decoded | None:
    """UTF-8 with lines in an older encoding between, as when two programs wrote one file."""
    lines = data.split(b"\n")
    bad: list[int] = []
    good = 0
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad.append(number)
    if good == 0 or good < len(bad):
        return None
    other = _older(b"\n".join(lines[number] for number in bad)).encoding
    wrong = set(bad)
    text = "\n".join(
        line.decode(other if number in wrong else "utf-8", "replace")
        for number, line in enumerate(lines)
    )
    return Decoded(text, f"utf-8 + {other}")


def _older(data: bytes) -> Decoded:
    high = sum(len(run) for run in _HIGH.findall(data[:_SAMPLE]))
    lone = len(_WESTERN.findall(data[:_SAMPLE]))
    if not (lone > high // 2 and high < len(data[:_SAMPLE]) // 5):
        scores = [(_east_asian_score(data, name), name) for name in _EAST_ASIAN]
        best, name = max(scores)
        if best > 0.7:
            return Decoded(data.decode(name, "replace"), name)
    name = _single_byte(data)
    return Decoded(data.decode(name, "replace"), name)


def _east_asian_score(data: bytes, name: str) -> float:
    """Share of characters beyond ASCII that are common ones; 0 when the bytes are not of this encoding."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError as problem:
        if problem.start < len(data) - 3:
            return 0.0
        text = data[: problem.start].decode(name)
    beyond = [c for c in text[:20_000] if c > "\x7f"]
    if not beyond:
        return 0.0
    common = 0.0
    for character in beyond:
        code = ord(character)
        if 0x3040 <= code <= 0x30FF:
            # Kana make up half of Japanese and none of the rest.
            common += 1.15 if name in ("cp932", "euc_jp") else 0.3
        elif 0xFF61 <= code <= 0xFF9F:  # half-width kana: what cp932 makes of nearly any bytes
            common -= 0.5
        elif 0xAC00 <= code <= 0xD7A3:
            common += 1.1 if name == "euc_kr" else 0.0
        elif 0x3000 <= code <= 0x303F or 0xFF00 <= code <= 0xFF60 or 0x2010 <= code <= 0x2030:
            common += 1.0
        elif 0x4E00 <= code <= 0x9FFF:
            lead = character.encode(name)[0]
            common += _is_common(lead, len(character.encode(name)), character, name)
    return common / len(beyond)


def _is_common(lead: int, length: int, character: str, name: str) -> float:
    if length != 2:
        return 0.0
    if name == "gb18030":
        return float(0xB0 <= lead <= 0xD7 and character.encode(name)[1] >= 0xA1)
    if name == "big5":
        return float(0xA4 <= lead <= 0xC6)
    if name == "cp932":
        return 0.9 * (0x88 <= lead <= 0x98)
    if name == "euc_jp":
        return 0.9 * (0xB0 <= lead <= 0xCF)
    return 0.3  # Korean is written in Hangul; Han characters are rare in it


def _single_byte(data: bytes) -> str:
    high = sum(len(run) for run in _HIGH.findall(data[:_SAMPLE]))
    if high > len(data[:_SAMPLE]) // 5:  # not the Latin alphabet: the contents must tell
        found = from_bytes(data[:_SAMPLE], cp_isolation=_SINGLE_BYTE).best()
        if found is not None:
            return found.encoding
    try:
        data.decode("cp1252")
        return "cp1252"
    except UnicodeDecodeError:
        return "latin-1"
