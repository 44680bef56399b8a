"""The time as the contracts write it."""
from __future__ import annotations

from datetime import UTC, datetime


def stamp(seconds: float | None = None) -> str:
    """An instant (default: now) in UTC to the second: 2025-03-01T09:30:00Z."""
    when = datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
