"""The cancel token."""

from __future__ import annotations

import pytest

from ownhand.core.cancel import Cancelled, CancelToken


def test_token_raises_only_after_cancel() -> None:
    cancel = CancelToken()
    cancel.raise_if_cancelled()
    assert not cancel.cancelled
    cancel.cancel()
    cancel.cancel()
    assert cancel.cancelled
    with pytest.raises(Cancelled):
        cancel.raise_if_cancelled()
