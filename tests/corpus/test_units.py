import numpy as np
import pytest

from ownhand.corpus.units import UNKNOWN, Vocabulary, find_units, normal_form, window_hashes


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Don\u2019t 'stop' now--please", ["dont", "stop", "now", "please"]),
        ("well-known, 3.5 km", ["well", "known", "3", "5", "km"]),
        ("_She_ said: \u201cNo\u201d", ["she", "said", "no"]),
        ("床前 明月", ["床", "前", "明", "月"]),
        ("e\u0301te\u0301 ÉTÉ", ["été", "été"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("co\u00adop\u200berate", ["cooperate"]),
        ("한국어 텍스트", ["한국어", "텍스트"]),
        ("ﬁnd ＡＢＣ", ["find", "abc"]),
        ("", []),
    ],
)
def test_units_of_a_text(text: str, units: list[str]) -> None:
    surfaces, starts = find_units(text)
    assert [normal_form(s) for s in surfaces] == units
    assert [text[a : a + len(s)] for s, a in zip(surfaces, starts, strict=True)] == surfaces


def test_vocabulary_knows_spellings_of_one_word_as_one() -> None:
    vocabulary = Vocabulary()
    ids = vocabulary.learn(["The", "the", "cat", "床"])
    assert ids.tolist() == [0, 0, 1, 2]
    assert vocabulary.forms == ("the", "cat", "床")
    assert vocabulary.weights().tolist() == [2, 2, 1]
    again = Vocabulary(vocabulary.forms)
    assert again.look_up(["CAT", "dog"]).tolist() == [1, UNKNOWN]


def test_windows_of_any_length_hash_by_their_contents() -> None:
    ids = np.array([1, 2, 3, 1, 2, 3, 1], np.uint32)
    hashes = window_hashes(ids, np.array([0, 3, 0, 1]), np.array([3, 3, 4, 3]))
    assert hashes[0] == hashes[1]
    assert len(set(hashes.tolist())) == 3
