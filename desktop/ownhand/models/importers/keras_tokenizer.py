"""The tokeniser in a KerasHub preset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ownhand.core.errors import DownloadError, ImportRefusedError
from ownhand.core.words import Sentence
from ownhand.models.importers.bpe_files import read_merges, read_vocabulary
from ownhand.models.importers.preset_files import PresetFiles
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.tokenizer_file import write_tokenizer

_SPECIAL = re.compile(r"<\|[^|\s]+\|>")
_KINDS = {
    # class: (how it cuts text, first token of a text or "", tokens that end one)
    "GPT2Tokenizer": ("gpt-2", "<|endoftext|>", ("<|endoftext|>",)),
    "Llama3Tokenizer": (
        "llama-bpe",
        "<|begin_of_text|>",
        ("<|end_of_text|>", "<|eot_id|>", "<|eom_id|>"),
    ),
    "QwenTokenizer": ("qwen2", "", ("<|endoftext|>", "<|im_end|>")),
}


@dataclass(frozen=True, slots=True)
class KerasTokenizer:
    """What the importer needs of it.

    Attributes:
        vocabulary: Token to id.
        merges: Pairs, the most important first.
        split: How text is cut before merging.
        bos_token_id: Token that begins a text, or None.
        add_bos: Whether KerasHub begins every prompt with it.
        stop_token_ids: Tokens that end a text.
    """

    vocabulary: dict[str, int]
    merges: tuple[tuple[str, str], ...]
    split: str
    bos_token_id: int | None
    add_bos: bool
    stop_token_ids: tuple[int, ...]

    @classmethod
    def read(cls, files: PresetFiles, size: int) -> Self:
        """Read the tokeniser of a preset.

        Args:
            files: Of the preset.
            size: Rows in the token embedding.

        Raises:
            ImportRefusedError: If it is missing, damaged, or of a kind that is not byte-level BPE.
        """
        kind = files.json(TOKENIZER_FILE).get("class_name")
        if kind not in _KINDS:
            raise ImportRefusedError(
                Sentence(
                    "This preset has a “{kind}”; Ownhand can use {list} (byte-level BPE). Choose another model.",
                    kind=kind,
                    list=", ".join(_KINDS),
                )
            )
        split, first, last = _KINDS[kind]
        vocabulary = read_vocabulary(files.path("assets/tokenizer/vocabulary.json"))
        if max(vocabulary.values()) >= size:
            raise ImportRefusedError(
                Sentence(
                    "The tokeniser has more tokens ({value}) than the model ({size}). Get the preset again.",
                    value=max(vocabulary.values()) + 1,
                    size=size,
                )
            )
        bos = vocabulary.get(first)
        return cls(
            vocabulary=vocabulary,
            merges=tuple(read_merges(files.path("assets/tokenizer/merges.txt"))),
            split=split,
            bos_token_id=bos,
            add_bos=bos is not None and _adds_start(files),
            stop_token_ids=tuple(sorted(vocabulary[t] for t in last if t in vocabulary)),
        )

    def write(self, staging: Path) -> None:
        """Write tokenizer.json.

        Raises:
            ImportRefusedError: If vocabulary and merges do not fit together.
        """
        special = [token for token in self.vocabulary if _SPECIAL.fullmatch(token)]
        write_tokenizer(
            staging,
            vocabulary=self.vocabulary,
            merges=self.merges,
            split=self.split,
            special=sorted(special, key=self.vocabulary.__getitem__),
        )


def _adds_start(files: PresetFiles) -> bool:
    """What the preset's own preprocessor does; KerasHub's default where it has none."""
    try:
        config = files.json("preprocessor.json").get("config", {})
    except (ImportRefusedError, DownloadError):
        return True
    return bool(config.get("add_start_token", True)) if isinstance(config, dict) else True
