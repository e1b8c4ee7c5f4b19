"""Tests of the time as files keep it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ownhand.core.clock import timestamp


def test_timestamp_is_the_present_in_utc_to_the_second() -> None:
    at = datetime.fromisoformat(timestamp())
    assert at.utcoffset() == timedelta()
    assert at.microsecond == 0
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=5)
