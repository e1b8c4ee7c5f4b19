"""Makes a tokeniser out of a writer's texts: byte-level BPE, WordPiece, words or characters.

All kinds have [PAD] and [BOS]. [BOS] begins every text, and predicting it ends one.

Words and WordPieces do not carry the spaces between them, so the tokeniser says where one stands: punctuation
keeps to its word, a line break is a token, and a quotation mark that opens, or a dash between spaces, is
another token than one that closes or joins: a character for private use stands for it. Text is put together
from the left alone, so a stream never has to take anything back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from ownhand.core.cancel import CancelToken
from ownhand.corpus.languages import script_counts
from ownhand.engine.tokenizer import BEGIN, PADDING, UNKNOWN

Texts = Callable[[], Iterable[str]]

_WITHOUT_WORD_SPACES = ("Han", "Kana", "Hangul", "Thai", "Lao", "Khmer", "Burmese", "Tibetan")
_LARGEST = {"bpe": 8192, "wordpiece": 8192, "words": 20_000, "characters": 8192}
_SMALLEST = 512
_CHARACTERS_PER_TOKEN = 800
_RAREST_WORD = 2

_CJK = r"\p{Han}\p{Hiragana}\p{Katakana}ー々"
_PAIRED = "\"'*_`"
"""Marks that open and close alike; those that open get a character of their own."""
_OPENING = {mark: chr(0xE100 + number) for number, mark in enumerate(_PAIRED)}
_DASHES = r"\-–—"
_SPACED = {mark: chr(0xE110 + number) for number, mark in enumerate(("--", "-", "–", "—"))}
"""Dashes between spaces."""
_NUMBER = r"\d+(?:[.,:/]\d+)+"
_WORD = rf"[[\p{{L}}\p{{M}}\p{{N}}]&&[^{_CJK}]]+(?:['’][[\p{{L}}\p{{M}}]&&[^{_CJK}]]+)*"
_PIECES = rf"\n+|{_NUMBER}|[{_CJK}]|{_WORD}|--+|\.{{2,}}|."
_WITHIN = "'.,:/-\n"
"""ASCII marks that a piece can hold after its first character."""
_GLUED_LEFT = r".,;:!?%…)\]}”’»\"'*_`。、，！？；：）」』》"
_GLUED_RIGHT = r"(\[{“‘«#$£€@（「『《"
_GLUED_BOTH = rf"/\\{_DASHES}"


@dataclass(frozen=True, slots=True)
class Amount:
    """What was counted in the texts.

    Attributes:
        texts: How many.
        characters: Each character and how often it stands there.
    """

    texts: int
    characters: Counter[str]

    @property
    def size(self) -> int:
        """Characters in all."""
        return self.characters.total()


def count_characters(texts: Texts, lower_case: bool, cancel: CancelToken) -> Amount:
    """Count what is in the texts; looks at `cancel` once per text."""
    counts: Counter[str] = Counter()
    number = 0
    for number, text in enumerate(texts(), 1):  # noqa: B007 - the last one is the count
        cancel.raise_if_cancelled()
        counts.update(text.lower() if lower_case else text)
    return Amount(number, counts)


def kind_for(amount: Amount) -> str:
    """ "characters" where a script without spaces between words prevails, else "bpe"."""
    scripts: Counter[str] = Counter()
    for character, count in amount.characters.items():
        for script in script_counts(character):
            scripts[script] += count
    without = sum(scripts[name] for name in _WITHOUT_WORD_SPACES)
    return "characters" if without > 0.5 * scripts.total() > 0 else "bpe"


def size_for(kind: str, amount: Amount) -> int:
    """A vocabulary for an amount of text: a token for each 800 characters, so that on average every
    token is seen some two hundred times; between 512 and the kind's largest."""
    if kind in ("words", "characters"):
        return _LARGEST[kind]  # only what really occurs more than once is taken
    return max(_SMALLEST, min(amount.size // _CHARACTERS_PER_TOKEN // 64 * 64, _LARGEST[kind]))


def train_tokenizer(
    kind: str, size: int, lower_case: bool, texts: Texts, amount: Amount, cancel: CancelToken
) -> Tokenizer:
    """Make a tokeniser. The same texts give the same one.

    Args:
        kind: "bpe", "wordpiece", "words" or "characters".
        size: Most tokens, the special ones among them; 0 takes `size_for`.
        lower_case: Whether it writes everything in small letters, prompts too.
        texts: The texts; gone through once.
        amount: What `count_characters` found in them.
        cancel: Looked at once per text.
    """
    special = [PADDING, BEGIN] if kind == "bpe" else [PADDING, UNKNOWN, BEGIN]
    rarest = 1 if size else _RAREST_WORD
    size = size or size_for(kind, amount)
    if kind == "characters":
        return _characters(size, rarest, special, lower_case, amount)
    if kind == "bpe":
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokenizer.decoder = decoders.ByteLevel()
        alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
        trainer: trainers.Trainer = trainers.BpeTrainer(
            vocab_size=size, min_frequency=2, special_tokens=special, initial_alphabet=alphabet,
            show_progress=False,
        )  # fmt: skip
        _lower(tokenizer, lower_case)
    else:
        tokenizer, trainer = _spaced(kind, size, rarest, special, lower_case, amount)
    tokenizer.train_from_iterator(_watched(texts(), cancel), trainer, length=amount.texts)
    cancel.raise_if_cancelled()
    if kind == "wordpiece":
        # Again, without what was named special only to have its place in the vocabulary.
        learnt = Tokenizer(models.WordPiece(tokenizer.get_vocab(), unk_token=UNKNOWN))
        learnt.normalizer, learnt.pre_tokenizer = tokenizer.normalizer, tokenizer.pre_tokenizer
        learnt.decoder = tokenizer.decoder
        learnt.add_special_tokens(special)
        return learnt
    return tokenizer


def _characters(
    size: int, rarest: int, special: list[str], lower_case: bool, amount: Amount
) -> Tokenizer:
    found = sorted(amount.characters.items(), key=lambda item: (-item[1], item[0]))
    kept = [character for character, count in found if count >= rarest]
    tokens = [*special, *kept[: max(size - len(special), 1)]]
    vocabulary = {token: number for number, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=UNKNOWN))
    _lower(tokenizer, lower_case)
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    tokenizer.decoder = decoders.Fuse()
    tokenizer.add_special_tokens(special)
    return tokenizer


def _spaced(
    kind: str, size: int, rarest: int, special: list[str], lower_case: bool, amount: Amount
) -> tuple[Tokenizer, trainers.Trainer]:
    """Words or WordPieces, whose spaces are put back in by the decoder."""
    trainer: trainers.Trainer
    if kind == "words":
        tokenizer = Tokenizer(models.WordLevel({UNKNOWN: 0}, unk_token=UNKNOWN))
        trainer = trainers.WordLevelTrainer(
            vocab_size=size, min_frequency=rarest, special_tokens=special, show_progress=False
        )
    else:
        tokenizer = Tokenizer(models.WordPiece({UNKNOWN: 0}, unk_token=UNKNOWN))
        # Alphabet and its continuations are named here: the library would take what is equally rare,
        # and number continuations, by chance.
        found = sorted(amount.characters.items(), key=lambda item: (-item[1], item[0]))
        alphabet = [c for c, _ in found if not c.isspace()][: max(size // 8, 64)]
        alphabet += ["\n", *_OPENING.values(), *_SPACED.values()]
        within = [f"##{c}" for c in alphabet if c.isalnum() or c in _WITHIN or not c.isascii()]
        trainer = trainers.WordPieceTrainer(
            vocab_size=size, min_frequency=2, special_tokens=[*special, *within],
            initial_alphabet=alphabet, limit_alphabet=len(alphabet), show_progress=False,
        )  # fmt: skip
    _lower(
        tokenizer,
        lower_case,
        # "don 't" is made whole again: cleaning may have split it.
        normalizers.Replace(Regex(r"(?<=\p{L}) (?=['’](?:s|t|re|ve|ll|d|m)\b)"), ""),
        normalizers.Replace(Regex(r"\n{3,}"), "\n\n"),
        *_marked(),
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[^\S\n]+"), "removed"),
            pre_tokenizers.Split(Regex(_PIECES), "isolated"),
        ]
    )
    unspaced = (
        rf" (?=[{_GLUED_LEFT}{_GLUED_BOTH}\n])"
        rf"|(?<=[{_GLUED_RIGHT}{_GLUED_BOTH}{''.join(_OPENING.values())}\n]) "
        rf"|(?<=[{_CJK}。、，！？；：）」』》]) (?=[{_CJK}])"
    )
    marks = (_OPENING | _SPACED).items()
    tokenizer.decoder = decoders.Sequence(
        [
            decoders.WordPiece(prefix="##", cleanup=False),
            decoders.Fuse(),
            decoders.Replace(Regex(unspaced), ""),
            decoders.Replace(Regex(r"\A##"), ""),
            *(decoders.Replace(private, mark) for mark, private in marks),
        ]
    )
    return tokenizer, trainer


def _marked() -> Iterator[normalizers.Normalizer]:
    """Steps that tell opening marks and spaced dashes from the others."""
    opened = "".join(_OPENING.values())
    for mark, private in _OPENING.items():
        before = rf"(?<![^\s(\[{{“‘{_DASHES}{opened}])"
        yield normalizers.Replace(Regex(rf"{before}{re.escape(mark)}(?=\S|\z)"), private)
    # A quotation mark between spaces opens where an odd number of them follows in the line.
    opens = _OPENING['"']
    quote, other = f'["{opens}]', rf'[^"{opens}\n]*'
    odd = rf"(?={other}{quote}(?:{other}{quote}{other}{quote})*{other}(?:\n|\z))"
    yield normalizers.Replace(Regex(rf'(?<=\s)"(?=\s){odd}'), opens)
    for mark, private in _SPACED.items():
        yield normalizers.Replace(Regex(rf"(?<=\s){mark}(?=\s|\z)"), private)


def _lower(tokenizer: Tokenizer, lower_case: bool, *more: normalizers.Normalizer) -> None:
    steps = [*([normalizers.Lowercase()] if lower_case else []), *more]
    if steps:
        tokenizer.normalizer = normalizers.Sequence(steps)


def _watched(texts: Iterable[str], cancel: CancelToken) -> Iterator[str]:
    for text in texts:
        cancel.raise_if_cancelled()
        yield text
