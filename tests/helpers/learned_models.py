"""Models that learned from a folder, as far as looking copied passages up goes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.paths import Paths
from ownhand.core.texts import Document
from ownhand.corpus.reading import FileRead, read_files
from ownhand.corpus.scan import FileFound, scan
from ownhand.training.lineage import LINEAGE_FILE
from ownhand.training.spec import TrainingSpec
from ownhand.training.verbatim_texts import index_texts


def write_texts(folder: Path, **texts: str) -> Path:
    """A folder with a .txt of each name."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def learn(paths: Paths, folder: Path, slug: str, base: str = "", index: bool = True) -> Path:
    """The directory of a model that learned from a folder; without weights."""
    found = [f for f in scan([folder], CancelToken()) if isinstance(f, FileFound)]
    events = list(read_files(found, CancelToken(), paths.provenance))
    files = [event for event in events if isinstance(event, FileRead)]
    documents = [event for event in events if isinstance(event, Document)]
    if index:
        list(index_texts(files, documents, paths.verbatim, CancelToken()))
    model = paths.models / slug
    model.mkdir(parents=True)
    before = None
    if base:
        before = json.loads((paths.models / base / LINEAGE_FILE).read_text(encoding="utf-8"))
    lineage = {
        "schema": 1,
        "run": f"{slug}-1",
        "steps": 1,
        "base": {"slug": base, "title": base, "weights_sha256": "", "lineage": before},
        "spec": asdict(TrainingSpec(name=slug)),
        "data": {"files": [{"path": str(f.path), "sha256": f.sha256} for f in files]},
        "versions": {},
    }
    (model / LINEAGE_FILE).write_text(json.dumps(lineage), encoding="utf-8")
    return model
