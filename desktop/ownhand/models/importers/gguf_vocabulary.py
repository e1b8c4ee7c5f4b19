"""The tokeniser in the metadata of a GGUF file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence
from ownhand.models.tokenizer_file import SPLITS, write_tokenizer

_CONTROL, _USER_DEFINED, _UNUSED = 3, 4, 5
_ENDINGS = ("<|endoftext|>", "<|im_end|>", "<|eot_id|>", "<|end_of_text|>", "<|eom_id|>")


@dataclass(frozen=True, slots=True)
class GgufVocabulary:
    """Tokens, merges and what is special among them.

    Attributes:
        tokens: Token of every id.
        types: ggml's token type of every id.
        merges: Pairs, the most important first.
        split: How text is cut before merging.
        bos_token_id: Token that begins a text, or None.
        add_bos: Whether every prompt begins with it.
        stop_token_ids: Tokens that end a text.
        chat_template: Jinja template, or None.
    """

    tokens: tuple[str, ...]
    types: tuple[int, ...]
    merges: tuple[tuple[str, str], ...]
    split: str
    bos_token_id: int | None
    add_bos: bool
    stop_token_ids: tuple[int, ...]
    chat_template: str | None

    @classmethod
    def read(cls, metadata: dict[str, Any], size: int) -> Self:
        """Take the vocabulary out of the metadata.

        Args:
            metadata: Of the GGUF file.
            size: Rows in the token embedding.

        Raises:
            ImportRefusedError: If it is damaged or of a kind that cannot be used exactly.
        """
        kind, split = metadata.get("tokenizer.ggml.model"), metadata.get("tokenizer.ggml.pre")
        if kind != "gpt2":
            raise ImportRefusedError(
                Sentence(
                    "This model has a tokeniser of the kind “{kind}”; Ownhand can use byte-level BPE (“gpt2”). Choose another model.",
                    kind=kind,
                )
            )
        if split not in SPLITS:
            raise ImportRefusedError(
                Sentence(
                    "This model cuts text into tokens in a way (“{split}”) that Ownhand does not know; it knows {list}. Choose another model.",
                    split=split,
                    list=", ".join(SPLITS),
                )
            )
        tokens = _texts(metadata, "tokens")
        types = metadata.get("tokenizer.ggml.token_type", [1] * len(tokens))
        merges = [tuple(pair.split(" ")) for pair in _texts(metadata, "merges")]
        if (
            len(tokens) != size
            or len(set(tokens)) != size
            or len(types) != size
            or any(len(pair) != 2 for pair in merges)
        ):
            raise ImportRefusedError(
                "The vocabulary in this GGUF file is damaged or not whole. Get the file again."
            )
        controls = {token for token, kind in zip(tokens, types, strict=True) if kind == _CONTROL}
        bos = _token_id(metadata, "bos_token_id", size)
        ends = [_token_id(metadata, key, size) for key in ("eos_token_id", "eot_token_id")] + [
            tokens.index(token) for token in _ENDINGS if token in controls
        ]
        # Files made for the Llama 3 split leave the flag out and mean yes.
        add_bos = metadata.get("tokenizer.ggml.add_bos_token", split == "llama-bpe")
        template = metadata.get("tokenizer.chat_template")
        return cls(
            tokens=tuple(tokens),
            types=tuple(types),
            merges=tuple((pair[0], pair[1]) for pair in merges),
            split=split,
            bos_token_id=bos,
            add_bos=bool(add_bos) and bos is not None,
            stop_token_ids=tuple(sorted({end for end in ends if end is not None})),
            chat_template=template if isinstance(template, str) else None,
        )

    def write(self, directory: Path) -> None:
        """Write tokenizer.json.

        Raises:
            ImportRefusedError: If merges and tokens do not fit together.
        """
        write_tokenizer(
            directory,
            vocabulary={token: index for index, token in enumerate(self.tokens)},
            merges=self.merges,
            split=self.split,
            special=self._of_type(_CONTROL, _UNUSED),  # what fills up a vocabulary is never text
            visible=self._of_type(_USER_DEFINED),
        )

    def _of_type(self, *kinds: int) -> list[str]:
        return [token for token, own in zip(self.tokens, self.types, strict=True) if own in kinds]


def _texts(metadata: dict[str, Any], key: str) -> list[str]:
    values = metadata.get(f"tokenizer.ggml.{key}")
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ImportRefusedError(
            Sentence(
                "This GGUF file has no usable vocabulary (its {key} are missing). Get the file again.",
                key=key,
            )
        )
    return values


def _token_id(metadata: dict[str, Any], key: str, size: int) -> int | None:
    value = metadata.get(f"tokenizer.ggml.{key}")
    return value if isinstance(value, int) and 0 <= value < size else None
