"""Sentences remember what they were made of."""

from __future__ import annotations

import copy
import json
import pickle

from ownhand.core.errors import OwnhandError
from ownhand.core.words import Sentence, why


def test_sentence_reads_like_any_text() -> None:
    sentence = Sentence("{name} has {count:,} words.", name="emma", count=1200)
    assert sentence == "emma has 1,200 words."
    assert json.dumps(sentence) == '"emma has 1,200 words."'


def test_sentence_without_values_may_hold_braces() -> None:
    assert Sentence("Press {A}.") == "Press {A}."


def test_sentence_comes_back_out_of_an_error() -> None:
    said = str(OwnhandError(Sentence("{name} is gone.", name="emma")))
    assert isinstance(said, Sentence)
    assert (said.template, said.values) == ("{name} is gone.", {"name": "emma"})


def test_sentence_survives_copies() -> None:
    sentence = Sentence("{name} is gone.", name="emma")
    for other in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
        assert (other, other.template, other.values) == (
            sentence, sentence.template, sentence.values,
        )  # fmt: skip


def test_reason_is_what_the_system_says() -> None:
    assert why(PermissionError(13, "Permission denied")) == "Permission denied"
    assert why(OSError("odd")) == "odd"
