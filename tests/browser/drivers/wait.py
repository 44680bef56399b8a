"""Waiting for something to become true."""
from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def wait_for(get: Callable[[], T], what: str, *, seconds: float = 30.0) -> T:
    """The first truthy answer of `get`. Raises AssertionError with `what` and the last answer when it never comes."""
    end = time.monotonic() + seconds
    while True:
        answer = get()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s for {what}; last seen: {answer!r}")
        time.sleep(0.05)
