"""The time, as files keep it."""

from __future__ import annotations

from datetime import UTC, datetime


def timestamp() -> str:
    """The present to the second, in UTC, as ISO 8601 writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
