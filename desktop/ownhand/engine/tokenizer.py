"""Text to tokens and back, with the `tokenizers` library alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import tokenizers

from ownhand.core.contracts import Ids
from ownhand.core.errors import ModelError
from ownhand.models.manifest import Manifest

_HALVES = re.compile("[\ud800-\udfff]")


class Tokenizer:
    """The tokeniser of one model.

    Args:
        path: Its tokenizer.json.
        manifest: Says which tokens begin and end a text.

    Raises:
        ModelError: If the file is missing or damaged.
    """

    def __init__(self, path: Path, manifest: Manifest) -> None:
        try:
            self._inner = tokenizers.Tokenizer.from_file(str(path))
        except Exception as problem:  # the library raises bare Exception
            raise ModelError(
                f"The tokenizer of {manifest.title} cannot be read. Remove the model and add it again."
            ) from problem
        self._inner.no_truncation()
        self._inner.no_padding()
        # A special token's name in the writer's text is text; only the engine places special tokens.
        self._inner.encode_special_tokens = True
        self.stop_ids = frozenset(manifest.stop_token_ids)
        self.first_ids = (manifest.bos_token_id,) if manifest.add_bos else ()
        self.start_id = self._find_start(manifest)

    @property
    def size(self) -> int:
        """Number of tokens."""
        return int(self._inner.get_vocab_size())

    @cached_property
    def special_ids(self) -> frozenset[int]:
        """Tokens that stand for no text."""
        added = self._inner.get_added_tokens_decoder()
        return frozenset(i for i, token in added.items() if token.special)

    def _find_start(self, manifest: Manifest) -> int:
        """The token an empty text begins with: the end of the text before it, else the begin mark."""
        between = self._inner.token_to_id("<|endoftext|>")
        if between is not None:
            return int(between)
        if manifest.bos_token_id is not None:
            return manifest.bos_token_id
        return min(self.stop_ids, default=0)

    def encode(self, text: str) -> Ids:
        """Tokens of a text `<int32>[n]`, without any begin or end mark."""
        ids = self._inner.encode(_whole(text), add_special_tokens=False).ids
        return np.asarray(ids, np.int32)

    def encode_batch(self, texts: Sequence[str]) -> list[Ids]:
        """Tokens of many texts at once, on all cores; each as `encode` gives them."""
        found = self._inner.encode_batch_fast(list(texts), add_special_tokens=False)
        return [np.asarray(encoding.ids, np.int32) for encoding in found]

    @cached_property
    def token_bytes(self) -> Ids:
        """`<int32>[tokens]`: UTF-8 bytes that each token stands for; 0 for special tokens."""
        sizes = np.zeros(self.size, np.int32)
        for piece, token in self._inner.get_vocab(with_added_tokens=False).items():
            sizes[token] = len(piece)  # in byte-level BPE each character stands for one byte
        sizes[list(self.special_ids)] = 0
        return sizes

    def encode_with_offsets(self, text: str) -> tuple[Ids, list[int]]:
        """Tokens of a text, and for each the character at which it begins."""
        encoding = self._inner.encode(_whole(text), add_special_tokens=False)
        return np.asarray(encoding.ids, np.int32), [start for start, _ in encoding.offsets]

    def decode(self, ids: Sequence[int]) -> str:
        """Text of a token sequence; U+FFFD stands for incomplete UTF-8. Special tokens give nothing."""
        return str(self._inner.decode(list(ids), skip_special_tokens=True))

    @cached_property
    def token_texts(self) -> tuple[str, ...]:
        """The text of each token by itself; U+FFFD stands for incomplete UTF-8."""
        return tuple(self._inner.decode_batch([[i] for i in range(self.size)]))


def _whole(text: str) -> str:
    """The text with U+FFFD for each half of a broken symbol, which the library refuses."""
    return _HALVES.sub("\ufffd", text)
