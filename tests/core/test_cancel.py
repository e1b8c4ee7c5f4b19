"""The cancel token."""

from __future__ import annotations

import pytest

from ownhand.core.cancel import Cancelled, CancelToken


def test_fresh_token_lets_work_go_on() -> None:
    cancel = CancelToken()
    cancel.raise_if_cancelled()
    assert not cancel.cancelled


def test_cancelled_token_raises_for_good() -> None:
    cancel = CancelToken()
    cancel.cancel()
    cancel.cancel()
    assert cancel.cancelled
    with pytest.raises(Cancelled):
        cancel.raise_if_cancelled()
