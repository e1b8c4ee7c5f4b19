"""The files of a KerasHub preset: in a local directory, or fetched one by one by KerasHub."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any, Protocol

from ownhand.core.errors import DownloadError, ImportRefusedError
from ownhand.core.quiet import quiet_stderr
from ownhand.core.words import Sentence

log = logging.getLogger(__name__)

SINGLE_WEIGHTS = "model.weights.h5"
SHARDED_WEIGHTS = "model.weights.json"


class PresetFiles(Protocol):
    """Where the files of a preset come from."""

    @property
    def title(self) -> str:
        """Name for people."""
        ...

    def path(self, name: str) -> Path:
        """A file on this machine.

        Raises:
            ImportRefusedError: If the preset lacks it.
            DownloadError: If it cannot be fetched.
        """
        ...

    def json(self, name: str) -> dict[str, Any]:
        """The content of a JSON file. Raises as `path` does."""
        ...

    def weights(self) -> Path:
        """The weights, single or the index of the shards. Raises as `path` does."""
        ...


class LocalPreset:
    """A preset directory on this machine."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    @property
    def title(self) -> str:
        """The directory's name."""
        return self._directory.name or "KerasHub model"

    def path(self, name: str) -> Path:
        """A file of the directory. Raises `ImportRefusedError` if it is not there."""
        path = self._directory / name
        if not path.is_file():
            raise ImportRefusedError(
                Sentence(
                    "The preset in {name} lacks {name_2}. Get it again, with all of its files.",
                    name=self._directory.name,
                    name_2=name,
                )
            )
        return path

    def json(self, name: str) -> dict[str, Any]:
        """The content of a JSON file of the directory."""
        return _parse(self.path(name))

    def weights(self) -> Path:
        """The weights of the directory."""
        if (self._directory / SHARDED_WEIGHTS).is_file():
            return self._directory / SHARDED_WEIGHTS
        return self.path(SINGLE_WEIGHTS)


class DownloadedPreset:
    """A preset that KerasHub knows where to find. Imports KerasHub, which takes seconds."""

    def __init__(self, handle: str) -> None:
        """Look the handle up among the presets that KerasHub ships, if it is a bare name.

        Raises:
            ImportRefusedError: If it is a bare name that is not among those of GPT-2, Llama and Qwen.
        """
        with quiet_stderr():
            import keras_hub

        self._handle = handle
        models = keras_hub.models
        usable = {
            name
            for backbone in (
                models.GPT2Backbone,
                models.LlamaBackbone,
                models.Llama3Backbone,
                models.QwenBackbone,
            )
            for name in backbone.presets
            if not name.endswith(("_int8", "_int4"))
        }
        if "://" not in handle and handle not in usable:
            raise ImportRefusedError(
                Sentence(
                    "There is no file “{handle}”, and KerasHub has no preset of that name that Ownhand can use. It has: {list}.",
                    handle=handle,
                    list=", ".join(sorted(usable)),
                )
            )

    @property
    def title(self) -> str:
        """The last part of the handle that is a name."""
        parts = self._handle.split("://")[-1].split("/")
        # kaggle://keras/gpt2/keras/gpt2_base_en/3
        while len(parts) > 1 and parts[-1].isdigit():
            parts.pop()
        return parts[-1]

    def path(self, name: str) -> Path:
        """A file of the preset, fetched unless KerasHub has it in its cache."""
        # KerasHub has no public call that fetches one file; this one is behind all of from_preset.
        from keras_hub.src.utils.preset_utils import get_file

        try:
            return Path(get_file(self._handle, name))
        except Exception as problem:  # each hub's client raises its own kinds
            log.info("KerasHub could not fetch %s of %s: %r", name, self._handle, problem)
            raise DownloadError(
                Sentence(
                    "KerasHub could not fetch {name} of “{handle}”. Check the name and the connection, or get the preset by other means and add its directory. Nothing was installed.",
                    name=name,
                    handle=self._handle,
                )
            ) from problem

    def json(self, name: str) -> dict[str, Any]:
        """The content of a JSON file of the preset."""
        return _parse(self.path(name))

    def weights(self) -> Path:
        """The weights; all shards are fetched beside their index."""
        try:
            return self.path(SINGLE_WEIGHTS)
        except DownloadError:
            index = self.json(SHARDED_WEIGHTS).get("weight_map", {})
        names: set[str] = set()
        for value in index.values():
            names.update([value] if isinstance(value, str) else value)
        for name in sorted(names):
            self.path(name)
        return self.path(SHARDED_WEIGHTS)


def _parse(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ImportRefusedError(
            Sentence(
                "{name} of the preset is damaged ({problem}). Get the preset again.",
                name=path.name,
                problem=problem,
            )
        ) from problem
    if not isinstance(document, dict):
        raise ImportRefusedError(
            Sentence("{name} of the preset is damaged. Get the preset again.", name=path.name)
        )
    return document
