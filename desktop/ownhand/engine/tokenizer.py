"""Text to tokens and back, with the `tokenizers` library alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import tokenizers

from ownhand.core.contracts import Ids
from ownhand.core.errors import ModelError
from ownhand.core.words import Sentence
from ownhand.models.manifest import Manifest

if TYPE_CHECKING:  # Jinja is imported when somebody talks
    from ownhand.engine.chat_template import ChatTemplate

BEGIN, UNKNOWN, PADDING = "[BOS]", "[UNK]", "[PAD]"
"""Special tokens of the models that are made here from scratch."""

_HALVES = re.compile("[\ud800-\udfff]")


class Tokenizer:
    """The tokeniser of one model.

    Args:
        path: Its tokenizer.json.
        manifest: Says which tokens begin and end a text.

    Attributes:
        stop_ids: Tokens that end a text.
        first_ids: Tokens before the beginning of a text.
        repeats_first: Whether they also stand before a text whose beginning is left out.
        start_id: The token an empty text begins with.

    Raises:
        ModelError: If the file is missing or damaged.
    """

    def __init__(self, path: Path, manifest: Manifest) -> None:
        try:
            self._inner = tokenizers.Tokenizer.from_file(str(path))
        except Exception as problem:  # the library raises bare Exception
            raise ModelError(
                Sentence(
                    "The tokenizer of {title} cannot be read. Remove the model and add it again.",
                    title=manifest.title,
                )
            ) from problem
        self._inner.no_truncation()
        self._inner.no_padding()
        # A special token's name in the writer's text is text; only the engine places special tokens.
        self._inner.encode_special_tokens = True
        self.stop_ids = frozenset(manifest.stop_token_ids)
        self.start_id = self._find_start(manifest)
        self.repeats_first = manifest.add_bos
        begin = manifest.bos_token_id
        begins = begin is not None and (manifest.add_bos or self._begin_of_its_own == begin)
        self.first_ids: tuple[int, ...] = (begin,) if begin is not None and begins else ()
        self._manifest = manifest
        self._holders: dict[tuple[str, ...], frozenset[int]] = {}

    @property
    def size(self) -> int:
        """Number of tokens."""
        return int(self._inner.get_vocab_size())

    @cached_property
    def special_ids(self) -> frozenset[int]:
        """Tokens that stand for no text."""
        added = self._inner.get_added_tokens_decoder()
        return frozenset(i for i, token in added.items() if token.special)

    @cached_property
    def special_names(self) -> frozenset[str]:
        """How these tokens are called."""
        return frozenset(map(self.name_of, self.special_ids))

    def name_of(self, token: int) -> str:
        """What a token is called; "" where there is none of that number."""
        return self._inner.id_to_token(token) or ""

    def id_of(self, name: str) -> int | None:
        """The special token of that name, or None."""
        found: int | None = self._inner.token_to_id(name)
        return found if found in self.special_ids else None

    @cached_property
    def chat_template(self) -> ChatTemplate:
        """How the model has conversations written down."""
        from ownhand.engine.chat_template import ChatTemplate

        source, begin = self._manifest.chat_template, self._manifest.bos_token_id
        ends = [self.name_of(token) for token in self._manifest.stop_token_ids]
        unnamed = [
            end for end in ends if end not in (source or "")
        ]  # it asks for these by their role
        return ChatTemplate(
            source,
            "" if begin is None else self.name_of(begin),
            next(iter(unnamed + ends), ""),
            self.special_names,
        )

    @cached_property
    def unknown_id(self) -> int | None:
        """The token for what the model does not know; None where bytes spell everything."""
        unknown: int | None = self._inner.token_to_id(UNKNOWN)
        return unknown

    @property
    def _begin_of_its_own(self) -> int | None:
        """The begin mark of the models that are made here from scratch; it stood before every text."""
        begin: int | None = self._inner.token_to_id(BEGIN)
        return begin

    def _find_start(self, manifest: Manifest) -> int:
        """The token an empty text begins with: the end of the text before it, else the begin mark."""
        if self._begin_of_its_own is not None:
            return self._begin_of_its_own
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
        """`<int32>[tokens]`: UTF-8 bytes that each token stands for, with the space it brings along
        after a word; 0 for special tokens."""
        sizes = np.zeros(self.size, np.int32)
        if self._is_byte_level:
            for piece, token in self._inner.get_vocab(with_added_tokens=False).items():
                sizes[token] = len(piece)  # each character stands for one byte
        else:
            sizes[:] = [len(text.encode()) for text in self.token_texts]
        sizes[list(self.special_ids)] = 0
        return sizes

    def encode_with_offsets(self, text: str) -> tuple[Ids, list[int]]:
        """Tokens of a text, and for each the character at which it begins."""
        encoding = self._inner.encode(_whole(text), add_special_tokens=False)
        return np.asarray(encoding.ids, np.int32), [start for start, _ in encoding.offsets]

    def encode_with_bounds(self, text: str) -> tuple[Ids, list[tuple[int, int]]]:
        """Tokens of a text, and for each the characters (first, one past the last) that it stands for.

        Tokens that share a character each name it whole; whether a space before a word is counted in
        differs from model to model.
        """
        encoding = self._inner.encode(_whole(text), add_special_tokens=False)
        return np.asarray(encoding.ids, np.int32), list(encoding.offsets)

    def encode_special(self, text: str) -> tuple[Ids, list[int]]:
        """As `encode_with_offsets`, but the names of special tokens stand for these tokens."""
        self._inner.encode_special_tokens = False
        try:
            return self.encode_with_offsets(text)
        finally:
            self._inner.encode_special_tokens = True

    def decode(self, ids: Sequence[int]) -> str:
        """Text of a token sequence; U+FFFD stands for incomplete UTF-8. Special tokens give nothing."""
        return str(self._inner.decode(list(ids), skip_special_tokens=True))

    @cached_property
    def token_texts(self) -> tuple[str, ...]:
        """The text of each token, after a word where that decides; U+FFFD stands for incomplete UTF-8."""
        if self._is_byte_level or self._some_word is None:
            return tuple(self._inner.decode_batch([[i] for i in range(self.size)]))
        return self._texts_after(self._some_word)

    def tokens_with(self, marks: tuple[str, ...]) -> frozenset[int]:
        """Tokens whose text holds one of `marks`, of which there is at least one."""
        if marks not in self._holders:
            holds = re.compile("|".join(map(re.escape, marks))).search
            holders = frozenset(i for i, text in enumerate(self.token_texts) if holds(text))
            self._holders = {marks: holders}  # presets have the same marks: those of one are enough
        return self._holders[marks]

    def bringing_space(self, last: int) -> npt.NDArray[np.bool_]:
        """`<bool>[tokens]`: whether each token's text would begin with a space after the token `last`."""
        texts = self.token_texts if self._is_byte_level else self._texts_after(self.tail([last])[0])
        return np.array([text.startswith(" ") for text in texts], np.bool_)

    def tail(self, ids: Sequence[int] | Ids, count: int = 4) -> list[int]:
        """The last tokens before a continuation, for the space that its first word may bring along.

        Special tokens have no text; for an unknown word some other word stands in.
        """
        last = [int(i) for i in ids[-count:]]
        unknown = self.unknown_id
        if unknown is None or self._some_word is None:
            return last
        return [self._some_word if i == unknown else i for i in last]

    @cached_property
    def _is_byte_level(self) -> bool:
        return isinstance(self._inner.decoder, tokenizers.decoders.ByteLevel)

    @cached_property
    def _some_word(self) -> int | None:
        """The first token that is a word or letter by itself."""
        for token in range(self.size):
            name = self._inner.id_to_token(token)
            if name is not None and name.isalpha() and token not in self.special_ids:
                return token
        return None

    def _texts_after(self, last: int) -> tuple[str, ...]:
        known = len(self.decode([last]))
        texts = self._inner.decode_batch([[last, i] for i in range(self.size)])
        return tuple(text[known:] for text in texts)


def _whole(text: str) -> str:
    """The text with U+FFFD for each half of a broken symbol, which the library refuses."""
    return _HALVES.sub("\ufffd", text)
