"""From the writer's folders to a packed corpus: read, hold a part out, cut into tokens, pack."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from ownhand.core.cancel import CancelToken
from ownhand.core.contracts import Ids
from ownhand.core.errors import BadInputError
from ownhand.core.messages import Stage
from ownhand.core.paths import Paths
from ownhand.core.texts import Document, Skipped
from ownhand.corpus.clean import CleaningOptions, cleaned
from ownhand.corpus.inspect import CorpusReport, inspect
from ownhand.corpus.pack import Packed, pack
from ownhand.corpus.reading import FileRead, read_files
from ownhand.corpus.scan import FileFound, scan
from ownhand.corpus.split import split
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.training.blocks import Batch, Blocks
from ownhand.training.packed import PackedCorpus, write_packed


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


def prepare_corpus(
    folders: Sequence[Path],
    base: Path,
    paths: Paths,
    into: Path,
    cancel: CancelToken,
    *,
    seq: int,
    seed: int,
    held_out_share: float = 0.1,
    cleaning: CleaningOptions | None = None,
) -> Iterator[Stage | Prepared]:
    """Read folders and pack what is in them for a model; the last event is `Prepared`.

    Passages that are known to be generated are left out, and nothing is written into the folders.

    Args:
        folders: What the writer chose.
        base: Directory of the model, whose tokeniser cuts the texts.
        paths: For the cache and the provenance of texts.
        into: Where the packed corpus goes.
        cancel: Looked at per file and per megabyte.
        seq: Tokens per sequence.
        seed: Of the split.
        held_out_share: Part of the characters to be judged by.
        cleaning: What is left out of the texts; duplicates and boilerplate if not given.

    Raises:
        BadInputError: If there is no text in the folders; says what was skipped and why.
        OSError: If the disk is full.
    """
    cleaning = cleaning or CleaningOptions()
    found: list[FileFound] = []
    skipped: list[Skipped] = []
    for seen in scan(folders, cancel):
        if isinstance(seen, FileFound):
            found.append(seen)
        elif isinstance(seen, Skipped):
            skipped.append(seen)
        else:
            yield seen
    documents: list[Document] = []
    files: list[FileRead] = []
    for event in read_files(found, cancel, paths.provenance):
        if isinstance(event, Stage):
            yield event
        elif isinstance(event, Document):
            documents.append(event)
        elif isinstance(event, FileRead):
            files.append(event)
        else:
            skipped.append(event)
    if not documents:
        reasons = "; ".join(f"{item.path.name} {item.reason}" for item in skipped[:5])
        raise BadInputError(
            f"There is no text to train on in {', '.join(str(folder) for folder in folders)}. {reasons}".strip()
        )
    manifest = read_manifest(base)
    tokenizer = Tokenizer(base / TOKENIZER_FILE, manifest)
    generated = sum(file.generated_characters for file in files)
    report: CorpusReport | None = None
    for told in inspect(documents, cancel, tokenizer.encode_batch, generated_characters=generated):
        if isinstance(told, CorpusReport):
            report = told
        else:
            yield told
    assert report is not None
    # Split before anything else: what nearly is the same text stays on one side.
    findings = report.findings
    parts = split(documents, seed, held_out_share, findings.same)
    sides = {
        "train": tuple(cleaned(parts.train, cleaning, findings)),
        "held_out": tuple(cleaned(parts.held_out, cleaning, findings)),
    }
    if not sides["train"]:
        raise BadInputError(
            "Nothing is left of the texts once duplicates and boilerplate are taken away. Choose folders with more of your own writing."
        )
    key = {
        "files": [file.sha256 for file in files],
        "cleaning": cleaning.key,
        "split": [seed, held_out_share],
        "tokenizer": hashlib.sha256((base / TOKENIZER_FILE).read_bytes()).hexdigest(),
    }
    end_id = min(tokenizer.stop_ids, default=None)
    packed: list[Packed] = []
    for name, texts in sides.items():
        events = pack(
            paths.cache, {**key, "part": name}, lambda texts=texts: (d.text for d in texts),  # type: ignore[misc]
            tokenizer.encode_batch, cancel, length=seq + 1, end_id=end_id,
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
            for file in files
        ],
        "skipped": [{"path": str(item.path), "reason": item.reason} for item in skipped],
        "cleaning": asdict(cleaning),
        "verdict": report.verdict.level,
        "words": report.words,
        "seq": seq,
        "seed": seed,
        "held_out_share": held_out_share,
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
    yield Prepared(into, report, tuple(skipped), len(train.blocks), len(held))


def _bytes_of(blocks: Blocks, tokenizer: Tokenizer) -> Ids:
    """`<int32>[blocks]`: UTF-8 bytes that the wanted targets of each sequence stand for."""
    sizes = tokenizer.token_bytes
    wanted = Batch(blocks.ids, blocks.segments).wanted.astype(np.int32)
    total: Ids = (sizes[blocks.ids[:, 1:]] * wanted).sum(axis=1, dtype=np.int32)
    return total
