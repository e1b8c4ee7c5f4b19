"""The texts that a spec names: its folders looked through and read, for the inspection as for the training."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.core.texts import Document, Skipped
from ownhand.corpus.clean import CleaningOptions
from ownhand.corpus.inspect import CorpusReport, inspect
from ownhand.corpus.readers import readers_with_field
from ownhand.corpus.reading import FileRead, read_files
from ownhand.corpus.scan import FileFound, scan
from ownhand.training.spec import TrainingSpec

if TYPE_CHECKING:
    from ownhand.engine.tokenizer import Tokenizer


@dataclass(frozen=True, slots=True)
class FolderTexts:
    """What stands in the folders.

    Attributes:
        documents: The texts, without what a model wrote.
        files: Files that were read.
        skipped: Files that were not, with reasons.
    """

    documents: tuple[Document, ...]
    files: tuple[FileRead, ...]
    skipped: tuple[Skipped, ...]

    @property
    def generated_characters(self) -> int:
        """Characters left out because a model wrote them."""
        return sum(file.generated_characters for file in self.files)


@dataclass(frozen=True, slots=True)
class InspectedTexts:
    """What stands in the folders, and what is remarkable about it.

    Attributes:
        texts: What was read.
        report: What is in it.
    """

    texts: FolderTexts
    report: CorpusReport


def read_folders(
    spec: TrainingSpec, paths: Paths, cancel: CancelToken
) -> Iterator[Stage | FolderTexts]:
    """Read a spec's folders; the last event is the `FolderTexts`. Nothing is written into them.

    Args:
        spec: Says which folders, what is left out of them and which field of a collection is the text.
        paths: For the provenance of texts.
        cancel: Looked at per file and per megabyte.

    Raises:
        BadInputError: If there is no text at all; says what was skipped and why.
    """
    readers = readers_with_field(spec.text_field or None)
    chosen, without = (
        [Path(name).expanduser() for name in names] for names in (spec.folders, spec.without)
    )
    found: list[FileFound] = []
    skipped: list[Skipped] = []
    for seen in scan(chosen, cancel, readers, without):
        if isinstance(seen, Stage):
            yield seen
        elif isinstance(seen, Skipped):
            skipped.append(seen)
        else:
            found.append(seen)
    documents: list[Document] = []
    files: list[FileRead] = []
    for event in read_files(found, cancel, paths.provenance, readers):
        if isinstance(event, Stage):
            yield event
        elif isinstance(event, Document):
            documents.append(event)
        elif isinstance(event, FileRead):
            files.append(event)
        else:
            skipped.append(event)
    if not documents:
        raise BadInputError(_nothing(skipped))
    yield FolderTexts(tuple(documents), tuple(files), tuple(skipped))


def inspected(
    spec: TrainingSpec, paths: Paths, cancel: CancelToken, tokenizer: Tokenizer | None
) -> Iterator[Stage | InspectedTexts]:
    """Read a spec's folders and look at what is in them; the last event is the `InspectedTexts`.

    Args:
        spec: As for `read_folders`.
        paths: As for `read_folders`.
        cancel: Looked at per file, per megabyte and every 50 texts.
        tokenizer: Of the model, to count in its tokens; None where it makes its own.

    Raises:
        BadInputError: If there is no text at all; says what was skipped and why.
    """
    texts: FolderTexts | None = None
    for event in read_folders(spec, paths, cancel):
        if isinstance(event, FolderTexts):
            texts = event
        else:
            yield event
    assert texts is not None
    for told in inspect(
        texts.documents,
        cancel,
        tokenizer.encode_batch if tokenizer else None,
        tokenizer.unknown_id if tokenizer else None,
        texts.generated_characters,
    ):
        yield InspectedTexts(texts, told) if isinstance(told, CorpusReport) else told


def cleaning_of(spec: TrainingSpec) -> CleaningOptions:
    """The cleaning that a spec asks for."""
    return CleaningOptions(
        **{item.name: getattr(spec, item.name) for item in fields(CleaningOptions)}
    )


def _nothing(skipped: Sequence[Skipped]) -> str:
    reasons = "; ".join(f"{item.path.name} {item.reason}" for item in skipped[:5])
    why = f" ({reasons})" if reasons else ""
    return f"There is no text in what you chose{why}. Choose folders with texts you wrote: .txt, .md, .docx, .odt, .rtf, .html, .epub, .pdf."
