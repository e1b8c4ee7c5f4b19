"""Which scripts and languages a text is in; enough to tell whether a model can know them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latin"), (0x0250, 0x02AF, "Latin"), (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"), (0x0530, 0x058F, "Armenian"), (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x077F, "Arabic"), (0x0900, 0x097F, "Devanagari"), (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"), (0x0A80, 0x0AFF, "Gujarati"), (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"), (0x0C80, 0x0CFF, "Kannada"), (0x0D00, 0x0D7F, "Malayalam"),
    (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Lao"), (0x0F00, 0x0FFF, "Tibetan"),
    (0x1000, 0x109F, "Burmese"), (0x10A0, 0x10FF, "Georgian"), (0x1100, 0x11FF, "Hangul"),
    (0x1200, 0x139F, "Ethiopic"), (0x1780, 0x17FF, "Khmer"), (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"), (0x3040, 0x30FF, "Kana"), (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"), (0xAC00, 0xD7AF, "Hangul"), (0xF900, 0xFAFF, "Han"),
    (0x20000, 0x3FFFF, "Han"),
)  # fmt: skip
_FIRSTS = [first for first, _, _ in _SCRIPTS]

# The commonest short words of each language.
_WORDS = {
    "English": "the and of to in that was his her with it had for not you is he she they",
    "German": "der die und das nicht ich sie zu den er ein mit es ist sich war auf dem auch",
    "French": "le la les et des est que une dans pas vous qui il elle pour je au du sur",
    "Spanish": "el la los que y en las una por con para su como no más pero se lo del",
    "Italian": "il che di la non per una gli sono con del della come più nel era si lo anche",
    "Portuguese": "o que não uma os para com do da em se por mais as dos como mas ele ao",
    "Dutch": "de het een van en dat niet zijn op voor met hij ik was er aan maar ook te",
    "Swedish": "och att det som en är inte på jag han av för med hon den var ett till",
    "Danish": "og det at en jeg ikke er han til på med som af den der hun var et",
    "Polish": "nie się na że to jest jak ale do był po co tak już za od przez ma",
    "Finnish": "ja on ei se että hän oli mutta kun niin en minä ole kuin joka sen",
    "Turkish": "bir ve bu da de için çok ne gibi daha o ben ama kadar var değil mi",
    "Czech": "a se na je to že v s z do jsem ale jako by byl si jak tak co",
    "Hungarian": "a az és hogy nem egy is volt meg csak de ez mint már ha el van",
    "Romanian": "și în nu că o la cu de pe din un este mai care pentru au fi ca",
    "Russian": "и в не на что он с как это я но его она все по из у же к",
    "Ukrainian": "і в не на що він з як це я але його вона та у до й за є",
    "Bulgarian": "и да на не се в че е за от с като той си по но беше му",
}
_LANGUAGE_WORDS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_ALONE = {
    "Han": "Chinese",
    "Hangul": "Korean",
    "Greek": "Greek",
    "Hebrew": "Hebrew",
    "Thai": "Thai",
}
"""Languages that have a script for themselves."""
_OTHER = "another script"
NAMES = frozenset(
    [*(name for _, _, name in _SCRIPTS), *_WORDS, *_ALONE.values(), "Japanese", _OTHER]
)
"""Everything that a script or a language is called here."""
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000


def script_of(character: str) -> str | None:
    """Name of a letter's script, or None for what is no letter or of a script not listed."""
    if not character.isalpha():
        return None
    code = ord(character)
    at = bisect_right(_FIRSTS, code) - 1
    return _SCRIPTS[at][2] if at >= 0 and code <= _SCRIPTS[at][1] else _OTHER


def sample(text: str, characters: int = _SAMPLE) -> str:
    """Up to `characters` of a text, from its beginning, middle and end."""
    if len(text) <= characters:
        return text
    part = characters // 4
    step = (len(text) - part) // 3
    return "\n".join(text[start : start + part] for start in range(0, 3 * step + 1, step))


def script_counts(text: str) -> Counter[str]:
    """Letters of each script."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        script = script_of(character)
        if script:
            counts[script] += count
    return counts


def language_of(text: str) -> str:
    """The language of a text, "" when it cannot be told."""
    text = sample(text)
    scripts = script_counts(text)
    if not scripts:
        return ""
    letters = scripts.total()
    if scripts["Kana"] > 0.1 * letters and scripts["Kana"] + scripts["Han"] > 0.5 * letters:
        return "Japanese"
    script, count = scripts.most_common(1)[0]
    if count < 0.5 * letters:
        return ""
    if script in _ALONE:
        return _ALONE[script]
    if script not in ("Latin", "Cyrillic"):
        return ""
    words = Counter(word.lower() for word in _WORD.findall(text))
    shares = {
        name: sum(words[word] for word in common) / max(words.total(), 1)
        for name, common in _LANGUAGE_WORDS.items()
    }
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0.08 else ""
