"""What is in the texts that a writer chose, and whether it is enough to learn from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ownhand.core.cancel import CancelToken
from ownhand.core.messages import Stage
from ownhand.core.texts import Document
from ownhand.core.words import Sentence, joined
from ownhand.corpus.boilerplate import notice_ranges, repeated_lines, repeated_ranges
from ownhand.corpus.chunks import Tokenise, token_ids
from ownhand.corpus.languages import language_of, sample, script_counts, script_of
from ownhand.corpus.near_duplicates import NearDuplicate, near_duplicates
from ownhand.document.words import count_words

Level = Literal["enough", "thin", "too little"]

TOO_LITTLE_WORDS = 3_000
THIN_WORDS = 30_000
VERY_SHORT_WORDS = 10
STRANGE_TOKENS_PER_LETTER = 0.7
"""From here on a tokeniser spells the words of an alphabet nearly letter by letter: the model hardly met it.
SmolLM2 on the first article of the Declaration of Human Rights: French 0.38, German 0.42, Polish 0.56,
Russian 0.86, Greek 0.97, Arabic 1.03; on an English novel 0.27."""

STRANGE_TOKENS_PER_CHARACTER = 1.3
"""The same for scripts with a character per syllable or word, whose characters are then spelt byte by byte.
SmolLM2 on the same: Chinese 1.9, Korean 3.0."""

_CHARACTER_SCRIPTS = ("Han", "Kana", "Hangul")

_SHARE_THAT_MATTERS = 0.05
_SAMPLED_CHARACTERS = 200_000
_DOCUMENTS_BETWEEN_LOOKS = 50


@dataclass(frozen=True, slots=True)
class ScriptShare:
    """One script in the texts.

    Attributes:
        name: For example "Latin".
        share: Of all letters, 0.0 to 1.0.
        tokens_per_letter: What the model's tokeniser makes of it; 0 when there is no tokeniser.
        known: Whether the model knows the script.
    """

    name: str
    share: float
    tokens_per_letter: float
    known: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether there is enough to learn from.

    Attributes:
        level: "enough", "thin" or "too little".
        reason: A sentence for the writer.
    """

    level: Level
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What cleaning needs to know of all documents together.

    Attributes:
        keys: File and number of each document inspected.
        exact_duplicates: Number of a document -> number of an earlier one with the same words.
        near_duplicates: Documents most of which stands in another.
        repeated_lines: See `boilerplate.repeated_lines`.
    """

    keys: tuple[tuple[Path, int], ...] = ()
    exact_duplicates: tuple[tuple[int, int], ...] = ()
    near_duplicates: tuple[NearDuplicate, ...] = ()
    repeated_lines: frozenset[str] = frozenset()

    @property
    def same(self) -> dict[int, int]:
        """Documents that must not be parted by the split, as `split.split` takes them."""
        return {**{n.number: n.other for n in self.near_duplicates}, **dict(self.exact_duplicates)}


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """What is in the texts.

    Attributes:
        files: How many files.
        documents: How many texts in them.
        words: As writers count them.
        characters: With spaces.
        tokens: For the model; 0 without a tokeniser.
        languages: (name, share of the characters), the largest first; "" for unknown.
        scripts: The largest first.
        findings: Duplicates and repeated lines.
        boilerplate_characters: In licences, notices and repeated lines.
        duplicate_words: In exact and near duplicates.
        very_short: Numbers of documents under 10 words.
        generated_characters: Left out because a model wrote them.
        verdict: Is it enough?
    """

    files: int
    documents: int
    words: int
    characters: int
    tokens: int
    languages: tuple[tuple[str, float], ...]
    scripts: tuple[ScriptShare, ...]
    findings: Findings
    boilerplate_characters: int
    duplicate_words: int
    very_short: tuple[int, ...]
    generated_characters: int
    verdict: Verdict


def inspect(
    documents: Sequence[Document],
    cancel: CancelToken,
    tokenise: Tokenise | None = None,
    unknown_id: int | None = None,
    generated_characters: int = 0,
) -> Iterator[Stage | CorpusReport]:
    """Look at texts before training on them; the last event is the report.

    Looks at `cancel` every 50 documents, and between megabytes of tokenising.

    Args:
        documents: From `read_files`.
        cancel: Ends the work.
        tokenise: Of the model; without it there are no tokens, and every script passes for known.
        unknown_id: The token that stands for what the model does not know, if it has one.
        generated_characters: The sum of `FileRead.generated_characters`.
    """
    total = len(documents)

    def look(number: int) -> None:
        if number % _DOCUMENTS_BETWEEN_LOOKS == 0:
            cancel.raise_if_cancelled()

    words: list[int] = []
    languages: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    for number, document in enumerate(documents):
        look(number)
        if number % 500 == 0:
            yield Stage("Counting words", number, total)
        words.append(count_words(document.text))
        languages[language_of(document.text)] += len(document.text)
        part = sample(document.text)
        for script, count in script_counts(part).items():
            scripts[script] += round(count * len(document.text) / max(len(part), 1))
    yield Stage("Looking for duplicates")
    exact = _exact_duplicates(documents)
    copies = {number for number, _ in exact}
    first = [number for number in range(total) if number not in copies]
    found = near_duplicates((documents[number].text for number in first), look)
    near = tuple(NearDuplicate(first[n.number], first[n.other], n.share) for n in found)
    yield Stage("Looking for licences and repeated lines")
    cancel.raise_if_cancelled()
    lines = repeated_lines(documents[number] for number in first) if len(first) > 1 else frozenset()
    boilerplate = 0
    for number in first:
        look(number)
        ranges = notice_ranges(documents[number]) + repeated_ranges(documents[number], lines)
        boilerplate += len(documents[number].text) - len(documents[number].without(ranges).text)
    tokens = 0
    known: dict[str, tuple[float, bool]] = {}
    if tokenise is not None:
        for number, ids in enumerate(token_ids_watched(documents, tokenise, cancel)):
            tokens += ids
            if number % 500 == 0:
                yield Stage("Counting tokens", number, total)
        known = {script: _known(documents, script, tokenise, unknown_id) for script in scripts}
    letters = max(scripts.total(), 1)
    shares = tuple(
        ScriptShare(script, count / letters, *known.get(script, (0.0, True)))
        for script, count in scripts.most_common()
    )
    characters = sum(len(document.text) for document in documents)
    repeated = copies | {n.number for n in near}
    duplicate_words = sum(words[number] for number in repeated)
    useful = sum(words) - duplicate_words - round(sum(words) * boilerplate / max(characters, 1))
    yield CorpusReport(
        files=len({document.path for document in documents}),
        documents=total,
        words=sum(words),
        characters=characters,
        tokens=tokens,
        languages=tuple((name, n / max(characters, 1)) for name, n in languages.most_common()),
        scripts=shares,
        findings=Findings(tuple((d.path, d.number) for d in documents), tuple(exact), near, lines),
        boilerplate_characters=boilerplate,
        duplicate_words=duplicate_words,
        very_short=tuple(n for n, count in enumerate(words) if count < VERY_SHORT_WORDS),
        generated_characters=generated_characters,
        verdict=_verdict(max(useful, 0), sum(words), shares),
    )


def token_ids_watched(
    documents: Sequence[Document], tokenise: Tokenise, cancel: CancelToken
) -> Iterator[int]:
    """Number of tokens of each document; looks at `cancel` at each."""
    for ids in token_ids([document.text for document in documents], tokenise):
        cancel.raise_if_cancelled()
        yield len(ids)


def _exact_duplicates(documents: Sequence[Document]) -> list[tuple[int, int]]:
    seen: dict[bytes, int] = {}
    result = []
    for number, document in enumerate(documents):
        text = " ".join(document.text.split())
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        first = seen.setdefault(digest, number)
        if first != number:
            result.append((number, first))
    return result


def _known(
    documents: Sequence[Document], script: str, tokenise: Tokenise, unknown_id: int | None
) -> tuple[float, bool]:
    """Tokens per letter of a script's words, and whether that is how a known script looks."""
    parts: list[str] = []
    size = 0
    for document in documents:
        word: list[str] = []
        for character in sample(document.text, 4_000):
            if script_of(character) == script:
                word.append(character)
            elif word:
                parts.append("".join(word))
                size += len(word)
                word = []
        if size > _SAMPLED_CHARACTERS // 10:
            break
    text = " ".join(parts)
    if not text:
        return 0.0, True
    ids = next(token_ids([text], tokenise))
    unknown = int((ids == unknown_id).sum()) if unknown_id is not None else 0
    rate = len(ids) / size
    limit = (
        STRANGE_TOKENS_PER_CHARACTER if script in _CHARACTER_SCRIPTS else STRANGE_TOKENS_PER_LETTER
    )
    return rate, rate < limit and unknown <= len(ids) // 4


def _verdict(useful: int, words: int, scripts: Sequence[ScriptShare]) -> Verdict:
    strange = [s.name for s in scripts if not s.known and s.share > _SHARE_THAT_MATTERS]
    amount = Sentence("{count:,} words", count=useful)
    if useful <= 0.9 * words:
        amount = Sentence("{count:,} words (of {all:,}, the rest is repeated or no text of yours)", count=useful, all=words)  # fmt: skip
    note = Sentence("")
    if strange == ["Latin"]:
        note = Sentence(" This model does not know this language: choose another model, or train one from scratch.")  # fmt: skip
    elif strange:
        note = Sentence(" This model does not know the {script} script: choose another model, or train one from scratch.", script=_listed(strange))  # fmt: skip
    if useful < TOO_LITTLE_WORDS:
        return Verdict("too little", Sentence("{amount} are too few: a model would learn them by heart. Add texts, {least:,} words at least.{note}", amount=amount, least=TOO_LITTLE_WORDS, note=note))  # fmt: skip
    if useful < THIN_WORDS:
        return Verdict("thin", Sentence("{amount} are enough for a hint of your style; from {least:,} on it shows clearly.{note}", amount=amount, least=THIN_WORDS, note=note))  # fmt: skip
    if strange:
        return Verdict(
            "thin", Sentence("{amount} would be enough.{note}", amount=amount, note=note)
        )
    return Verdict("enough", Sentence("{amount} are enough to learn a style from.", amount=amount))


def _listed(names: Sequence[str]) -> Sentence:
    shown = [Sentence(name) for name in names]
    if len(shown) == 1:
        return shown[0]
    return Sentence("{first} and {last}", first=joined(*shown[:-1], by=", "), last=shown[-1])
