"""Words that the window shows in the writer's language, written where they belong: in the lower layers.

Nothing here translates; the window does, with what is kept here. Everywhere else these are texts in
English like any other.
"""

from __future__ import annotations

from typing import Any


def mark(text: str) -> str:
    """Marks a literal that is translated where it is shown, for who collects the texts."""
    return text


class Sentence(str):
    """A sentence with values in it: a text in English that remembers what it was made of.

    `Sentence("{name} cannot be read.", name=path.name)` reads "emma.md cannot be read." and can still
    be said in another language. A value that is a `Sentence` itself, or an error that carries one, is
    translated with it; others are the writer's own (names, numbers) and stay.

    Attributes:
        template: The sentence with the names of its values in braces; a literal, so that it is found.
        values: What stands in their place.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Sentence:
        """Fill in the values; without any, the template is the sentence as it is."""
        values = {k: str(v) if isinstance(v, BaseException) else v for k, v in values.items()}
        sentence = super().__new__(cls, template.format(**values) if values else template)
        sentence.template = template
        sentence.values = values
        return sentence

    def __str__(self) -> Sentence:
        return self  # so that `str(error)` still knows what it was made of

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.template,), self.values


def joined(*parts: str, by: str = " ") -> Sentence:
    """Several sentences, or parts of one, as one that is translated part by part."""
    values = {f"part{n}": part if isinstance(part, Sentence) else Sentence(part) for n, part in enumerate(parts)}  # fmt: skip
    return Sentence(by.join(f"{{{name}}}" for name in values), **values)


_DISK_WORDS = (
    mark("Permission denied"), mark("No such file or directory"), mark("No space left on device"),
    mark("Read-only file system"), mark("Is a directory"), mark("Not a directory"),
    mark("File exists"), mark("File name too long"), mark("Input/output error"),
    mark("Disk quota exceeded"), mark("File too large"), mark("Directory not empty"),
    mark("Transport endpoint is not connected"), mark("Too many open files"),
    mark("Stale file handle"), mark("No such device or address"), mark("Device or resource busy"),
    mark("Operation not permitted"), mark("Invalid argument"), mark("Broken pipe"),
)  # fmt: skip


def why(problem: OSError) -> Sentence:
    """What the system says is wrong with a file, in a few words."""
    return Sentence(problem.strerror or str(problem))
