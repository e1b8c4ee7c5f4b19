"""The tokeniser files of a Hugging Face directory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from ownhand.core import atomic
from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence
from ownhand.models.importers.bpe_files import read_merges, read_vocabulary
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.tokenizer_file import write_tokenizer

_END = "<|endoftext|>"


@dataclass(frozen=True, slots=True)
class HfTokenizer:
    """What the importer needs of them.

    Attributes:
        directory: Where they lie.
        document: tokenizer.json, or None if there are vocab.json and merges.txt instead.
        plain_split: How text is cut in the latter case.
        bos_token_id: Token that begins a text, or None.
        stop_token_ids: Tokens that end a text.
        chat_template: Jinja template, or None.
    """

    directory: Path
    document: dict[str, Any] | None
    plain_split: str
    bos_token_id: int | None
    stop_token_ids: tuple[int, ...]
    chat_template: str | None

    @classmethod
    def read(
        cls, directory: Path, config: Mapping[str, Any], size: int, plain_split: str | None
    ) -> Self:
        """Read the files of `directory`.

        Args:
            directory: With tokenizer.json, or vocab.json and merges.txt.
            config: The model's config.json.
            size: Rows in the token embedding.
            plain_split: How text is cut where there is no tokenizer.json; None if there must be one.

        Raises:
            ImportRefusedError: If they are missing, damaged, or not byte-level BPE.
        """
        document: dict[str, Any] | None = None
        if plain_split is None or (directory / TOKENIZER_FILE).is_file():
            document = _read_json(directory / TOKENIZER_FILE)
            vocabulary = _checked_vocabulary(document)
        else:
            vocabulary = _plain_vocabulary(directory)
        if max(vocabulary.values()) >= size:
            raise ImportRefusedError(
                Sentence(
                    "The tokeniser has more tokens ({value}) than the model ({size}). Get the model again, with all of its files.",
                    value=max(vocabulary.values()) + 1,
                    size=size,
                )
            )
        ends = _listed(config.get("eos_token_id", vocabulary.get(_END)))
        generation = _read_json_if_there(directory / "generation_config.json")
        ends += _listed(generation.get("eos_token_id"))  # of talking models, more than one
        bos = config.get("bos_token_id", vocabulary.get(_END))
        return cls(
            directory=directory,
            document=document,
            plain_split=plain_split or "",
            bos_token_id=bos if isinstance(bos, int) and 0 <= bos < size else None,
            stop_token_ids=tuple(
                sorted({end for end in ends if isinstance(end, int) and 0 <= end < size})
            ),
            chat_template=_chat_template(directory),
        )

    def write(self, staging: Path) -> None:
        """Write tokenizer.json for Ownhand.

        Raises:
            ImportRefusedError: If vocabulary and merges do not fit together.
        """
        if self.document is None:
            vocabulary = _plain_vocabulary(self.directory)
            added = set(_added_tokens(self.directory)) | ({_END} & vocabulary.keys())
            write_tokenizer(
                staging,
                vocabulary=vocabulary,
                merges=read_merges(self.directory / "merges.txt"),
                split=self.plain_split,
                special=sorted(added, key=vocabulary.__getitem__),
            )
            return
        from tokenizers import Tokenizer

        # Padding, truncation and added start tokens are the engine's business.
        document = self.document | {"truncation": None, "padding": None, "post_processor": None}
        text = json.dumps(document, ensure_ascii=False)
        try:
            Tokenizer.from_str(text)
        except Exception as problem:  # the library raises bare Exception
            raise ImportRefusedError(
                Sentence(
                    "The model's {tokenizer_file} is damaged ({problem}). Get the model again.",
                    tokenizer_file=TOKENIZER_FILE,
                    problem=problem,
                )
            ) from problem
        atomic.write_text(staging / TOKENIZER_FILE, text)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(document, dict):
            raise ValueError("it is not an object")
    except (OSError, ValueError) as problem:
        raise ImportRefusedError(
            Sentence(
                "The model's {name} is damaged ({problem}). Get the model again.",
                name=path.name,
                problem=problem,
            )
        ) from problem
    return document


def _read_json_if_there(path: Path) -> dict[str, Any]:
    return _read_json(path) if path.is_file() else {}


def _chat_template(directory: Path) -> str | None:
    """From a file of its own, as newer versions keep it, or from the settings of the tokeniser."""
    alone = directory / "chat_template.jinja"
    if alone.is_file():
        return alone.read_text(encoding="utf-8", errors="replace")
    template = _read_json_if_there(directory / "tokenizer_config.json").get("chat_template")
    return template if isinstance(template, str) else None


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def _checked_vocabulary(document: Mapping[str, Any]) -> dict[str, int]:
    try:
        kind, decoder = document["model"].get("type", "BPE"), document["decoder"]["type"]
        if kind != "BPE" or decoder != "ByteLevel":
            raise ImportRefusedError(
                Sentence(
                    "This model has a tokeniser of the kind “{kind}” with “{decoder}” decoding; Ownhand can use byte-level BPE. Choose another model.",
                    kind=kind,
                    decoder=decoder,
                )
            )
        vocabulary = dict(document["model"]["vocab"])
        for token in document.get("added_tokens", []):
            vocabulary[token["content"]] = token["id"]
        if not vocabulary or not all(type(index) is int for index in vocabulary.values()):
            raise ValueError("it has no vocabulary")
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ImportRefusedError(
            Sentence(
                "The model's {tokenizer_file} is not one that Ownhand can use ({problem!r}). Get the model again.",
                tokenizer_file=TOKENIZER_FILE,
                problem=problem,
            )
        ) from problem
    return vocabulary


def _added_tokens(directory: Path) -> dict[str, int]:
    path = directory / "added_tokens.json"
    return read_vocabulary(path) if path.is_file() else {}


def _plain_vocabulary(directory: Path) -> dict[str, int]:
    return read_vocabulary(directory / "vocab.json") | _added_tokens(directory)
