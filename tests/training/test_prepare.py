"""From folders to sequences."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from tests.training.conftest import Desk

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError
from ownhand.core.paths import Paths
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.manifest import read_manifest
from ownhand.training.blocks import Batch
from ownhand.training.packed import read_packed
from ownhand.training.prepare import Prepared, Texts, pack_texts, read_texts
from ownhand.training.spec import TrainingSpec


def prepare(desk: Desk, folder: Path, **changes: object) -> Prepared:
    home = desk.folder
    paths = Paths(home / "data", home / "config", home / "cache", home / "logs")
    base = desk.models / "tiny-llama"
    spec = TrainingSpec(folders=(str(folder),), seq=32, **changes)  # type: ignore[arg-type]
    tokenizer = Tokenizer(base / "tokenizer.json", read_manifest(base))
    *_, texts = read_texts(spec, paths, CancelToken(), tokenizer)
    assert isinstance(texts, Texts)
    *_, last = pack_texts(texts, spec, base, paths, home / "packed", CancelToken())
    assert isinstance(last, Prepared)
    return last


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "meine Texte 🖋"
    (folder / "früh").mkdir(parents=True)
    chance = random.Random(3)
    syllables = ["he", "ll", "o", "ta", "mi", "ra", "su", "ne", "ko", "li", "ve", "da"]
    for number in range(12):
        words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(200)]
        lines = [f"Chapter {number}. {' '.join(words[at : at + 10])}." for at in range(0, 200, 10)]
        (folder / "früh" / f"{number}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 40)
    return folder


def test_folder_becomes_sequences_and_is_left_alone(desk: Desk, texts: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in texts.rglob("*"))
    prepared = prepare(desk, texts)
    assert sorted((path, path.stat().st_mtime_ns) for path in texts.rglob("*")) == before
    assert prepared.report.files == 12
    assert prepared.report.verdict.level == "too little"
    assert [item.path.name for item in prepared.skipped] == ["photo.txt"]
    assert prepared.train_blocks > 3 * prepared.held_out_blocks > 0
    packed = read_packed(prepared.folder)
    assert packed.train.ids.shape == (prepared.train_blocks, 33)
    assert len(packed.about["files"]) == 12


def test_held_out_text_is_not_trained_on(desk: Desk, texts: Path) -> None:
    packed = read_packed(prepare(desk, texts).folder)
    base = desk.models / "tiny-llama"
    tokenizer = Tokenizer(base / "tokenizer.json", read_manifest(base))

    def chapters(ids: np.ndarray[tuple[int, ...], np.dtype[np.int32]]) -> set[str]:
        text = tokenizer.decode(ids.reshape(-1).tolist())
        return {f"Chapter {n}." for n in range(12) if f"Chapter {n}." in text}

    held_out, trained = chapters(packed.held_out.ids), chapters(packed.train.ids)
    assert held_out
    assert not held_out & trained
    assert len(held_out | trained) == 12


def test_bytes_of_the_held_out_targets_are_counted(desk: Desk, texts: Path) -> None:
    packed = read_packed(prepare(desk, texts).folder)
    base = desk.models / "tiny-llama"
    tokenizer = Tokenizer(base / "tokenizer.json", read_manifest(base))
    for row, (ids, segments) in enumerate(
        zip(packed.held_out.ids, packed.held_out.segments, strict=True)
    ):
        wanted = Batch(ids[None], segments[None]).wanted[0].astype(bool)
        text = "".join(tokenizer.decode([int(t)]) for t in ids[1:][wanted])
        assert packed.held_out_bytes[row] == len(text.encode())


def test_folder_without_text_is_refused_with_the_reasons(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(BadInputError, match=r"no text.*photo\.jpg"):
        prepare(desk, folder)


def test_left_out_file_is_not_read(desk: Desk, texts: Path) -> None:
    prepared = prepare(desk, texts, without=(str(texts / "früh" / "3.txt"),))
    about = read_packed(prepared.folder).about
    assert prepared.report.files == 11
    assert not any(file["path"].endswith("3.txt") for file in about["files"])
    assert "is left out on request" in [item.reason for item in prepared.skipped]


def test_field_of_a_collection_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "collection"
    folder.mkdir()
    entries = [
        {"text": "never", "notes": "Rain on the quay. " * (number + 20)} for number in range(12)
    ]
    (folder / "posts.json").write_text(json.dumps(entries), encoding="utf-8")
    guessed, chosen = (prepare(desk, folder, text_field=field) for field in ("", "notes"))
    assert guessed.report.words == 12
    assert chosen.report.words > 12


def test_paragraphs_are_texts_of_their_own_on_request(desk: Desk, texts: Path) -> None:
    whole = read_packed(prepare(desk, texts).folder).train
    parts = read_packed(prepare(desk, texts, paragraphs=True).folder).train
    assert parts.segments.max() > whole.segments.max()
    base = desk.models / "tiny-llama"
    tokenizer = Tokenizer(base / "tokenizer.json", read_manifest(base))
    first = parts.ids[0][parts.segments[0] == 1]
    assert "\n" not in tokenizer.decode(first.tolist())
