"""Probabilities of a text, against whole forward passes of the same tiny models."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers.loading import load
from tests.helpers.untrained import untrained

from ownhand.core.cancel import Cancelled, CancelToken
from ownhand.core.contracts import Ids, StepOutput
from ownhand.core.messages import GenerationRequest, ScoredToken, ScoreRequest, TextScored
from ownhand.engine.generation import continue_text
from ownhand.engine.loader import LoadedModel
from ownhand.engine.scoring import score_text
from ownhand.engine.session import Session

TEXT = "hello the hell, he tells the 12 tales of 1212 hells. " * 3


def scored(
    model: LoadedModel, request: ScoreRequest, session: Session | None = None
) -> list[ScoredToken]:
    session = session or Session(model.decoder)
    events = score_text(session, model.tokenizer, request, CancelToken())
    return [token for event in events if isinstance(event, TextScored) for token in event.tokens]


def whole_pass(model: LoadedModel, ids: list[int]) -> np.ndarray:
    """Probabilities `[tokens, vocabulary]` after each token, from one pass in double precision."""
    model.decoder.fork([0])
    model.decoder.rewind(model.decoder.length)
    logits = model.decoder.extend(np.asarray([ids], np.int32), all_positions=True).logits[0]
    model.decoder.rewind(model.decoder.length)
    shares = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    result: np.ndarray = shares / shares.sum(axis=-1, keepdims=True)
    return result


def test_probabilities_are_those_of_one_whole_pass(roomy_on_each: LoadedModel) -> None:
    ids = roomy_on_each.tokenizer.encode(TEXT).tolist()
    first = [token for token in roomy_on_each.tokenizer.first_ids if token is not None]
    expected = whole_pass(roomy_on_each, [*first, *ids])
    tokens = scored(roomy_on_each, ScoreRequest(TEXT, 20))
    behind = len(ids) - len(tokens)
    assert 32 < len(tokens) < len(ids)  # more than a chunk, less than all
    for number, token in enumerate(tokens, behind):
        row = expected[number + len(first) - 1]
        assert token.probability == pytest.approx(row[ids[number]], rel=1e-4)
        for _, share in token.alternatives:
            assert np.abs(row - share).min() < 1e-5


def test_alternatives_begin_with_the_likeliest_and_name_no_half_characters(
    roomy_on_each: LoadedModel,
) -> None:
    tokens = scored(roomy_on_each, ScoreRequest(TEXT, 20, alternatives=5))
    for token in tokens:
        shares = [share for _, share in token.alternatives]
        assert shares == sorted(shares, reverse=True)
        assert 3 <= len(token.alternatives) <= 5  # half of this model's tokens are parts
        assert not any("\ufffd" in text for text, _ in token.alternatives)
        own = [share for text, share in token.alternatives if text == TEXT[token.start : token.end]]
        assert own in ([], [pytest.approx(token.probability)])


def test_the_likeliest_alternative_is_what_greedy_writes(starter: LoadedModel) -> None:
    from ownhand.core.messages import TextArrived
    from ownhand.core.sampling import SamplingSettings

    session = Session(starter.decoder)
    prompt = "The capital of France is"
    wish = GenerationRequest(prompt, SamplingSettings("greedy", seed=1), max_tokens=1)
    events = continue_text(session, starter.tokenizer, wish, CancelToken())
    written = "".join(event.text for event in events if isinstance(event, TextArrived))
    token = scored(starter, ScoreRequest(prompt + " London", len(prompt)), session)[-1]
    assert token.alternatives[0][0] == written
    assert token.probability < token.alternatives[0][1]
    likely = scored(starter, ScoreRequest(prompt + written, len(prompt)), session)[-1]
    assert likely.probability == pytest.approx(token.alternatives[0][1], rel=1e-3)


@pytest.mark.parametrize("start", [0, 7, 100])
def test_what_the_cache_holds_changes_nothing(roomy_on_each: LoadedModel, start: int) -> None:
    request = ScoreRequest(TEXT, start)
    fresh = scored(roomy_on_each, request)
    session = Session(roomy_on_each.decoder)
    scored(roomy_on_each, ScoreRequest("hello the hell, he smells", 0), session)
    again = scored(roomy_on_each, request, session)
    assert [(t.start, t.end) for t in again] == [(t.start, t.end) for t in fresh]
    for one, other in zip(fresh, again, strict=True):
        assert other.probability == pytest.approx(one.probability, rel=1e-3)


def test_characters_of_several_tokens_come_as_one(roomy_on_each: LoadedModel) -> None:
    text = "he 😀ll ée"
    ids, _ = roomy_on_each.tokenizer.encode_with_bounds(text)
    expected = whole_pass(roomy_on_each, [*roomy_on_each.tokenizer.first_ids, *ids.tolist()])
    smile = next(
        t for t in scored(roomy_on_each, ScoreRequest(text, 1)) if "😀" in text[t.start : t.end]
    )
    assert text[smile.start : smile.end].strip() == "😀"
    before = len(roomy_on_each.tokenizer.encode(text[: smile.start])) + len(
        roomy_on_each.tokenizer.first_ids
    )
    parts = range(
        before, before + len(roomy_on_each.tokenizer.encode(text[smile.start : smile.end]))
    )
    whole = [*roomy_on_each.tokenizer.first_ids, *ids.tolist()]
    product = np.prod([expected[place - 1][whole[place]] for place in parts])
    assert smile.probability == pytest.approx(product, rel=1e-3)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(st.sampled_from("he lt12\n\té😀漢🏽\u200dẞ,"), max_size=60), share=st.floats(0, 1)
)
def test_tokens_tile_the_text_from_the_one_at_the_start(
    roomy_on_each: LoadedModel, text: str, share: float
) -> None:
    start = int(share * len(text))
    tokens = scored(roomy_on_each, ScoreRequest(text, start, alternatives=2))
    if start >= len(text):
        assert tokens == []
        return
    assert tokens[0].start <= start < tokens[0].end
    assert tokens[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(tokens))
    assert all(0 <= token.probability <= 1 for token in tokens)


def test_a_text_beyond_the_context_is_scored_in_windows(roomy_on_each: LoadedModel) -> None:
    tokens = scored(roomy_on_each, ScoreRequest(TEXT, 0, context_tokens=32))
    assert tokens[0].start == 0
    assert tokens[-1].end == len(TEXT)
    assert all(one.end == other.start for one, other in pairwise(tokens))


class CountingSession(Session):
    """Remembers how many positions gave logits at once; asks to stop at the n-th chunk."""

    def __init__(self, model: LoadedModel, cancel: CancelToken, chunks: int = 1000) -> None:
        super().__init__(model.decoder)
        self.most, self._cancel, self._chunks = 0, cancel, chunks

    def extend(self, ids: Ids, all_positions: bool = False) -> StepOutput:
        if all_positions:
            self.most = max(self.most, ids.shape[1])
            self._chunks -= 1
            if not self._chunks:
                self._cancel.cancel()
        return super().extend(ids, all_positions)


def test_no_more_than_a_chunk_of_logits_is_held(roomy_on_each: LoadedModel) -> None:
    session = CountingSession(roomy_on_each, CancelToken())
    scored(roomy_on_each, ScoreRequest(TEXT * 3, 0), session)
    assert session.most == 32


def test_a_cancel_ends_it_within_a_chunk(roomy_on_each: LoadedModel) -> None:
    cancel = CancelToken()
    session = CountingSession(roomy_on_each, cancel, chunks=2)
    events = score_text(session, roomy_on_each.tokenizer, ScoreRequest(TEXT * 3, 0), cancel)
    with pytest.raises(Cancelled):
        list(events)
    assert session.length <= 3 * 32


def test_a_word_model_counts_the_space_with_the_word(tmp_path: Path, each_runtime: str) -> None:
    untrained(tmp_path / "words", seq=64)
    model = load(tmp_path / "words", runtime=each_runtime)
    text = "The rain fell  on zebras "
    tokens = scored(model, ScoreRequest(text, 0))
    assert [text[t.start : t.end] for t in tokens] == ["The", " rain", " fell", "  on", " zebras "]
    assert any(name.startswith(" ") for name, _ in tokens[1].alternatives)


def test_a_token_far_into_a_long_text_is_found_where_it_stands(roomy_on_each: LoadedModel) -> None:
    text = TEXT * 20
    far = len(text) - 60
    tokens = scored(roomy_on_each, ScoreRequest(text, far, context_tokens=64))
    near = scored(roomy_on_each, ScoreRequest(text[-700:], 640, context_tokens=64))
    assert tokens[0].start <= far < tokens[0].end
    assert tokens[-1].end == len(text)
    assert [text[t.start : t.end] for t in tokens] == [text[-700:][t.start : t.end] for t in near]
