"""From the writer's folders to a packed corpus: read, hold a part out, clean, cut into tokens, pack."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids
from ownhand.core.errors import BadInputError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.core.texts import Document, Skipped
from ownhand.corpus.clean import cleaned, paragraphs
from ownhand.corpus.inspect import CorpusReport
from ownhand.corpus.pack import Packed, pack
from ownhand.corpus.reading import FileRead
from ownhand.corpus.split import split
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.training.blocks import Batch, Blocks
from ownhand.training.folders import InspectedTexts, cleaning_of, inspected
from ownhand.training.packed import PackedCorpus, write_packed
from ownhand.training.spec import TrainingSpec


@dataclass(frozen=True, slots=True)
class Texts:
    """What the folders hold, read and parted.

    Attributes:
        train: Texts to learn from, cleaned.
        held_out: Texts to be judged by, cleaned.
        documents: All of them as they were read, for the verbatim index.
        report: What is in them.
        files: Files that were read.
        skipped: Files that were not, with reasons.
    """

    train: tuple[Document, ...]
    held_out: tuple[Document, ...]
    documents: tuple[Document, ...]
    report: CorpusReport
    files: tuple[FileRead, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A corpus ready to train on.

    Attributes:
        folder: Where it lies packed.
        report: What is in the texts.
        skipped: Files that were not read, with reasons.
        train_blocks: Sequences to learn from.
        held_out_blocks: Sequences to be judged by.
    """

    folder: Path
    report: CorpusReport
    skipped: tuple[Skipped, ...]
    train_blocks: int
    held_out_blocks: int


def read_texts(
    spec: TrainingSpec, paths: Paths, cancel: CancelToken, tokenizer: Tokenizer | None = None
) -> Iterator[Stage | Texts]:
    """Read a spec's folders; the last event is the `Texts`.

    Passages that are known to be generated are left out, and nothing is written into the folders.

    Args:
        spec: Says which folders, what is left out, how texts are cleaned and parted.
        paths: For the provenance of texts.
        cancel: Looked at per file and per megabyte.
        tokenizer: Of the model, for the inspection.

    Raises:
        BadInputError: If there is no text in the folders; says what was skipped and why.
    """
    found: InspectedTexts | None = None
    for event in inspected(spec, paths, cancel, tokenizer):
        if isinstance(event, InspectedTexts):
            found = event
        else:
            yield event
    assert found is not None
    texts, report = found.texts, found.report
    # Split before anything else: what nearly is the same text stays on one side.
    parts = split(texts.documents, spec.seed, spec.held_out_share, report.findings.same)
    cleaning = cleaning_of(spec)
    train = tuple(cleaned(parts.train, cleaning, report.findings))
    if not train:
        raise BadInputError(
            "Nothing is left of the texts once duplicates, boilerplate and short paragraphs are taken away. Choose folders with more of your own writing, or clean less."
        )
    held_out = tuple(cleaned(parts.held_out, cleaning, report.findings))
    yield Texts(train, held_out, texts.documents, report, texts.files, texts.skipped)


def texts_of(documents: Sequence[Document], spec: TrainingSpec) -> Iterator[str]:
    """The texts as the model meets them: documents, or their paragraphs one by one."""
    for document in documents:
        if spec.paragraphs:
            yield from paragraphs(document.text)
        else:
            yield document.text


def pack_texts(
    texts: Texts, spec: TrainingSpec, base: Path, paths: Paths, into: Path, cancel: CancelToken
) -> Iterator[Stage | Prepared]:
    """Cut texts into the tokens of a model and pack them; the last event is `Prepared`.

    Args:
        texts: From `read_texts`.
        spec: Says how long sequences are.
        base: Directory of the model, whose tokeniser cuts the texts.
        paths: For the cache.
        into: Where the packed corpus goes.
        cancel: Looked at per megabyte.

    Raises:
        OSError: If the disk is full.
    """
    manifest = read_manifest(base)
    tokenizer = Tokenizer(base / TOKENIZER_FILE, manifest)
    key: dict[str, Any] = {
        "files": [file.sha256 for file in texts.files],
        "generated": [file.generated_characters for file in texts.files],
        "field": spec.text_field,
        "cleaning": cleaning_of(spec).key,
        "split": [spec.seed, spec.held_out_share],
        "paragraphs": spec.paragraphs,
        "tokenizer": hashlib.sha256((base / TOKENIZER_FILE).read_bytes()).hexdigest(),
    }
    packed: list[Packed] = []
    for name, documents in (("train", texts.train), ("held_out", texts.held_out)):
        events = pack(
            paths.cache, {**key, "part": name},
            lambda documents=documents: texts_of(documents, spec),  # type: ignore[misc]
            tokenizer.encode_batch, cancel, length=spec.seq + 1,
            start_id=next(iter(tokenizer.first_ids), None),
            end_id=min(tokenizer.stop_ids, default=None),
        )  # fmt: skip
        for step in events:
            if isinstance(step, Stage):
                yield step
            else:
                packed.append(step)
    train, held_out = packed
    held = Blocks(held_out.blocks, held_out.segments)
    about = {
        "files": [
            {"path": str(file.path), "sha256": file.sha256, "encoding": file.encoding}
            for file in texts.files
        ],
        "skipped": [{"path": str(item.path), "reason": item.reason} for item in texts.skipped],
        "cleaning": asdict(cleaning_of(spec)),
        "verdict": texts.report.verdict.level,
        "words": texts.report.words,
        "seq": spec.seq,
        "seed": spec.seed,
        "held_out_share": spec.held_out_share,
        "train_tokens": train.tokens,
        "held_out_tokens": held_out.tokens,
        "padding_share": train.padding_share,
    }
    owners = np.array([owner[0] if owner else 0 for owner in held_out.owners], np.int32)
    yield Stage("Writing the prepared texts")
    write_packed(
        into,
        PackedCorpus(
            Blocks(train.blocks, train.segments), held, _bytes_of(held, tokenizer), owners, about
        ),
    )
    yield Prepared(into, texts.report, texts.skipped, len(train.blocks), len(held))


def _bytes_of(blocks: Blocks, tokenizer: Tokenizer) -> Ids:
    """`<int32>[blocks]`: UTF-8 bytes that the wanted targets of each sequence stand for."""
    sizes = tokenizer.token_bytes
    wanted = Batch(blocks.ids, blocks.segments).wanted.astype(np.int32)
    total: Ids = (sizes[blocks.ids[:, 1:]] * wanted).sum(axis=1, dtype=np.int32)
    return total
