"""What holds for every transform in the registry, whatever it does."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.core.sampling import DEFAULT_ORDER, SamplingSettings
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.transforms import TRANSFORMS, Transform

STRONG: dict[str, dict[str, Any]] = {
    "logit_bias": {},
    "repetition_penalty": {"repetition_penalty": 1.4},
    "presence_frequency": {"presence_penalty": 1.0, "frequency_penalty": 0.5},
    "dry": {"dry_multiplier": 1.0},
    "temperature": {"temperature": 0.3},
    "top_k": {"top_k": 3},
    "typical": {"typical_p": 0.3},
    "top_p": {"top_p": 0.3},
    "min_p": {"min_p": 0.5},
    "xtc": {"xtc_probability": 1.0, "xtc_threshold": 0.01},
}
"""Settings under which each transform changes something. A new transform needs a line here."""

Floats = npt.NDArray[np.float32]

every_transform = pytest.mark.parametrize("transform", TRANSFORMS, ids=lambda t: t.name)

logit_arrays = st.builds(
    lambda seed, size, spread, masked: _logits(seed, size, spread, masked),
    st.integers(0, 5000),
    st.integers(2, 60),
    st.floats(0.0, 30.0),
    st.floats(0.0, 0.9),
)


def _logits(seed: int, size: int, spread: float, masked: float) -> Floats:
    rng = np.random.default_rng(seed)
    logits = (rng.standard_normal(size) * spread).astype(np.float32)
    logits[rng.random(size) < masked] = -np.inf
    logits[rng.integers(size)] = 1.0
    return logits


def _context(name: str | None, vocabulary: int) -> ChainContext:
    settings = SamplingSettings.from_values(STRONG[name] if name else {})
    recent = np.array([0, 1, 0, 1, 0, 1], np.int32) % vocabulary
    bias = {0: -4.0} if name == "logit_bias" else {}
    return ChainContext(settings, recent.astype(np.int32), bias)


def test_registry_holds_each_name_of_the_order_once() -> None:
    assert sorted(t.name for t in TRANSFORMS) == sorted(DEFAULT_ORDER)


@every_transform
@given(logits=logit_arrays)
def test_transform_never_changes_its_input(transform: Transform, logits: Floats) -> None:
    before = logits.copy()
    logits.flags.writeable = False
    transform.apply(logits, _context(transform.name, len(logits)))
    assert np.array_equal(before, logits)


@every_transform
@given(logits=logit_arrays)
def test_transform_never_unmasks_and_never_masks_everything(
    transform: Transform, logits: Floats
) -> None:
    changed = transform.apply(logits, _context(transform.name, len(logits)))
    assert changed.shape == logits.shape
    assert changed.dtype == np.float32
    assert not np.isfinite(changed[logits == -np.inf]).any()
    assert np.isfinite(changed).any()
    assert not np.isnan(changed).any()


@every_transform
@given(logits=logit_arrays)
def test_transform_changes_nothing_when_it_is_off(transform: Transform, logits: Floats) -> None:
    context = _context(None, len(logits))
    assert not transform.is_on(context)
    assert np.array_equal(transform.apply(logits, context), logits)


@every_transform
def test_transform_changes_something_when_it_is_on(transform: Transform) -> None:
    logits = np.linspace(1, 3, 20).astype(np.float32)
    context = _context(transform.name, 20)
    assert transform.is_on(context)
    assert not np.array_equal(transform.apply(logits, context), logits)


@pytest.mark.parametrize("name", ["top_k", "top_p", "min_p", "typical"])
@given(logits=logit_arrays)
def test_truncation_leaves_the_kept_logits_as_they_are(name: str, logits: Floats) -> None:
    transform = next(t for t in TRANSFORMS if t.name == name)
    changed = transform.apply(logits, _context(name, len(logits)))
    kept = np.isfinite(changed)
    assert np.array_equal(changed[kept], logits[kept])


@pytest.mark.parametrize("name", ["top_k", "top_p", "min_p"])
@given(logits=logit_arrays)
def test_truncation_keeps_the_likeliest_token(name: str, logits: Floats) -> None:
    transform = next(t for t in TRANSFORMS if t.name == name)
    changed = transform.apply(logits, _context(name, len(logits)))
    assert np.isfinite(changed[int(np.argmax(logits))])
