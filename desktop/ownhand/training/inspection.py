"""What is in the folders a writer chose, before anything is trained: for the window, and for nobody's folder to change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import ModelError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.core.texts import Document, Skipped
from ownhand.core.words import Sentence, joined
from ownhand.corpus.clean import CleaningOptions, CleaningPreview, preview
from ownhand.corpus.inspect import CorpusReport, Findings
from ownhand.corpus.reading import FileRead
from ownhand.document.words import count_words
from ownhand.training.folders import FolderTexts, InspectedTexts, cleaning_of, inspected
from ownhand.training.spec import TrainingSpec

if TYPE_CHECKING:
    from ownhand.engine.tokenizer import Tokenizer

_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class FileSeen:
    """One file that was read.

    Attributes:
        path: Where it is.
        encoding: Of a plain text, else "".
        documents: How many texts it holds.
        words: As writers count them.
        generated_characters: Left out because a model wrote them.
        note: What is remarkable about it, in a few words, or "".
    """

    path: Path
    encoding: str
    documents: int
    words: int
    generated_characters: int
    note: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a writer is shown of the folders.

    Attributes:
        report: In figures; without the findings, which only cleaning needs.
        duplicates: Texts that repeat another one word for word.
        near_duplicates: Texts most of which stands in another one.
        model: Title of the model whose tokens and scripts are meant, or "".
        files: The files that were read.
        skipped: What was not read, with reasons.
        cleaning: What the cleaning that is chosen would do.
    """

    report: CorpusReport
    duplicates: int
    near_duplicates: int
    model: str
    files: tuple[FileSeen, ...]
    skipped: tuple[Skipped, ...]
    cleaning: CleaningPreview


class Inspector:
    """Reads folders once and keeps the texts, so that another way of cleaning is shown at once."""

    def __init__(self) -> None:
        self._documents: tuple[Document, ...] = ()
        self._findings = Findings()

    @property
    def has_texts(self) -> bool:
        """Whether there is something to clean."""
        return bool(self._documents)

    def inspect(
        self, spec: TrainingSpec, paths: Paths, cancel: CancelToken
    ) -> Iterator[Stage | Inspection]:
        """Read what a spec names; the last event is the `Inspection`.

        Args:
            spec: Its folders, what is left out of them, model and cleaning matter.
            paths: For the model and for the provenance of texts.
            cancel: Looked at per file and every 50 texts.

        Raises:
            BadInputError: If there is no text at all; says what was skipped and why.
        """
        self._documents, self._findings = (), Findings()
        title, tokenizer = _tokenizer(spec, paths)
        found: InspectedTexts | None = None
        for event in inspected(spec, paths, cancel, tokenizer):
            if isinstance(event, InspectedTexts):
                found = event
            else:
                yield event
        assert found is not None
        texts, report = found.texts, found.report
        yield Stage("Trying the cleaning")
        self._documents, self._findings = texts.documents, report.findings
        yield Inspection(
            report=replace(report, findings=Findings()),
            duplicates=len(report.findings.exact_duplicates),
            near_duplicates=len(report.findings.near_duplicates),
            model=title,
            files=tuple(_files(texts, report)),
            skipped=texts.skipped,
            cleaning=self.preview(cleaning_of(spec)),
        )

    def preview(self, options: CleaningOptions) -> CleaningPreview:
        """What a way of cleaning would do to the texts read last."""
        return preview(self._documents, options, self._findings, _EXAMPLES)


def _tokenizer(spec: TrainingSpec, paths: Paths) -> tuple[str, Tokenizer | None]:
    """Title and tokeniser of the model that is trained further; a model from scratch makes its own, and knows every script."""
    if spec.method == "scratch":
        return "", None
    from ownhand.engine.tokenizer import Tokenizer
    from ownhand.models.layout import TOKENIZER_FILE
    from ownhand.models.manifest import read_manifest
    from ownhand.models.starter import chosen_or_starter
    from ownhand.models.store import DirectoryStore

    try:
        info = chosen_or_starter(DirectoryStore(paths.models), spec.model)
        tokenizer = Tokenizer(info.directory / TOKENIZER_FILE, read_manifest(info.directory))
    except ModelError:
        return "", None  # said when it is to be trained
    return info.title, tokenizer


def _files(texts: FolderTexts, report: CorpusReport) -> Iterator[FileSeen]:
    words: Counter[Path] = Counter()
    for document in texts.documents:
        words[document.path] += count_words(document.text)
    keys = report.findings.keys
    same = report.findings.same
    copies: dict[Path, list[Path]] = {}
    for number, other in same.items():
        copies.setdefault(keys[number][0], []).append(keys[other][0])
    short = Counter(keys[number][0] for number in report.very_short)
    for file in texts.files:
        notes = []
        if copied := copies.get(file.path):
            notes.append(_repeats(file, copied))
        if short[file.path]:
            some = Sentence("{count:,} very short", count=short[file.path])
            notes.append(Sentence("very short") if file.documents == 1 else some)
        if file.generated_characters:
            notes.append(Sentence("{count:,} generated characters left out", count=file.generated_characters))  # fmt: skip
        yield FileSeen(
            file.path, file.encoding, file.documents, words[file.path],
            file.generated_characters, joined(*notes, by=", "),
        )  # fmt: skip


def _repeats(file: FileRead, copied: Sequence[Path]) -> Sentence:
    if file.documents > 1:
        return Sentence("{count:,} of {all:,} texts are repeated", count=len(copied), all=file.documents)  # fmt: skip
    if copied[0] == file.path:
        return Sentence("repeats itself")
    return Sentence("repeats {name}", name=copied[0].name)
