from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.errors import ModelError
from ownhand.models import manifest as module
from ownhand.models.manifest import (
    SCHEMA,
    Adapter,
    Manifest,
    Source,
    is_slug,
    read_manifest,
    write_manifest,
)

MANIFEST = Manifest(
    slug="tiny",
    title="Tïny",
    family="llama",
    parameters=10,
    context_tokens=64,
    licence="MIT",
    bos_token_id=1,
    add_bos=False,
    stop_token_ids=(0, 2),
    chat_template=None,
    source=Source("gguf", "tiny.gguf", "a" * 64),
    weights_sha256="b" * 64,
    created="2025-01-01T00:00:00+00:00",
)


def test_manifest_comes_back_as_written(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST


def test_manifest_of_an_adapter_comes_back_as_written(tmp_path: Path) -> None:
    manifest = dataclasses.replace(MANIFEST, adapter=Adapter("base", "c" * 64, 2.0))
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest


def test_manifest_from_before_adapters_is_of_a_whole_model(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    path = tmp_path / "manifest.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["adapter"]
    path.write_text(json.dumps(document | {"schema": 1}))
    assert read_manifest(tmp_path) == MANIFEST


def test_fields_that_are_not_known_are_passed_over(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    change(tmp_path, {"colour": "red"})
    assert read_manifest(tmp_path) == MANIFEST


@pytest.mark.parametrize(
    "wrong",
    [
        {"slug": "../x"},
        {"title": " "},
        {"family": "bert"},
        {"parameters": 0},
        {"parameters": True},
        {"context_tokens": "64"},
        {"licence": None},
        {"bos_token_id": -1},
        {"add_bos": 1},
        {"stop_token_ids": [0, "2"]},
        {"stop_token_ids": 2},
        {"chat_template": 3},
        {"source": {"importer": "gguf"}},
        {"source": "gguf"},
        {"weights_sha256": "abc"},
        {"created": 2025},
        {"adapter": {"base": "../x", "base_sha256": "a" * 64, "scale": 2.0}},
        {"adapter": {"base": "x", "base_sha256": "a", "scale": 2.0}},
        {"adapter": {"base": "x", "base_sha256": "a" * 64, "scale": True}},
        {"adapter": "x"},
    ],
)
def test_wrong_field_is_named_with_what_to_do(tmp_path: Path, wrong: dict[str, Any]) -> None:
    write_manifest(tmp_path, MANIFEST)
    change(tmp_path, wrong)
    with pytest.raises(ModelError, match=rf"{next(iter(wrong))} .*Remove the model and add it"):
        read_manifest(tmp_path)


def test_all_wrong_fields_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="family, parameters"):
        write_manifest(tmp_path, dataclasses.replace(MANIFEST, family="x", parameters=-1))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["", "[1]", "null", '{"schema": "1"}', "{}", "\x00"])
def test_broken_manifest_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ModelError, match="is damaged"):
        read_manifest(tmp_path)


def test_missing_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not complete"):
        read_manifest(tmp_path)


def test_newer_schema_asks_for_an_update(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    change(tmp_path, {"schema": SCHEMA + 1})
    with pytest.raises(ModelError, match="Update Ownhand"):
        read_manifest(tmp_path)


def test_older_schema_goes_through_its_upgrade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def from_0_name_became_title(document: dict[str, Any]) -> dict[str, Any]:
        return document | {"schema": 1, "title": document.pop("name")}

    write_manifest(tmp_path, MANIFEST)
    change(tmp_path, {"schema": 0, "name": "Old", "title": None})
    with pytest.raises(ModelError, match="unknown version"):
        read_manifest(tmp_path)
    monkeypatch.setitem(module.UPGRADES, 0, from_0_name_became_title)
    assert read_manifest(tmp_path) == dataclasses.replace(MANIFEST, title="Old")


@given(st.text(max_size=80))
def test_slug_never_leads_out_of_its_directory(text: str) -> None:
    if is_slug(text):
        assert (Path("/root") / text).resolve().parent == Path("/root")
        assert not text.startswith(".")


@pytest.mark.parametrize(
    "text", ["", ".", "..", "a/b", "a\\b", ".hidden", "con", "nul.x", "a..b", "A", "a.", "x" * 65]
)
def test_name_that_is_unsafe_somewhere_is_no_slug(text: str) -> None:
    assert not is_slug(text)


def change(directory: Path, values: dict[str, Any]) -> None:
    path = directory / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values))
