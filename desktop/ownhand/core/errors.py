"""Every failure a writer can meet, under one root.

A message is a sentence in plain words: what happened, what is safe, what to do next.
"""

from __future__ import annotations

from collections.abc import Sequence

from ownhand.core.words import Sentence, joined


class OwnhandError(Exception):
    """Root of the errors whose message is meant for the writer."""


class BadInputError(OwnhandError):
    """Something the writer gave (an option, a file, a name) cannot be used."""


class SettingsError(BadInputError):
    """One or more settings are wrong; every one of them is named.

    Attributes:
        problems: One sentence per wrong field.
    """

    def __init__(self, problems: Sequence[str], where: str = "") -> None:
        self.problems = tuple(problems)
        said = joined(*self.problems)
        super().__init__(Sentence("{where}: {said}", where=where, said=said) if where else said)


class DocumentError(OwnhandError):
    """A text could not be read or written; the text in the window is untouched."""


class UnreadableTextError(OwnhandError):
    """A file cannot be used as training text. The message goes on after the file's name: "needs a password"."""


class ModelError(OwnhandError):
    """A model is missing, damaged, or of a kind that Ownhand does not know."""


class ImportRefusedError(ModelError):
    """A file or directory was recognised but cannot be imported; the message says why."""


class DownloadError(ModelError):
    """A download was refused, broken off or did not match its checksum; nothing was installed."""


class NotEnoughMemoryError(ModelError):
    """The model or the request does not fit into the memory of this machine."""


class BackendError(OwnhandError):
    """The chosen Keras backend or device is not usable on this machine."""
