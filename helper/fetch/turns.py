"""Taking turns: one request at a time to a host, and a pause after each."""
from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MOST_HOSTS = 10_000


class Stopped(Exception):
    """The run is being ended; nothing more is asked of anybody."""


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    users: int = 0


class Turns:
    """Safe to share between threads; it is the one place that all requests of a run go through."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._guard = threading.Lock()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, host: str, pause: float) -> Iterator[None]:
        """Wait for the turn at `host`; the next comes `pause` seconds after this one's end. Raises Stopped."""
        entry = self._enter(host)
        try:
            with entry.lock:
                self.sleep(entry.free_at - time.monotonic())
                try:
                    yield
                finally:
                    entry.free_at = max(entry.free_at, time.monotonic() + pause)
        finally:
            with self._guard:
                entry.users -= 1

    def hold_off(self, host: str, seconds: float) -> None:
        """Ask nothing of `host` for this long. To be called within its turn."""
        self._hosts[host].free_at = time.monotonic() + seconds

    def waiting(self, host: str) -> float:
        """Seconds until `host` may be asked again."""
        entry = self._hosts.get(host)
        return max(0.0, entry.free_at - time.monotonic()) if entry else 0.0

    def sleep(self, seconds: float) -> None:
        """Raises Stopped when the run is ended meanwhile, or was before."""
        if self._stop.wait(max(0.0, seconds)):
            raise Stopped

    def _enter(self, host: str) -> _Host:
        with self._guard:
            if len(self._hosts) >= MOST_HOSTS:
                now = time.monotonic()
                self._hosts = {name: h for name, h in self._hosts.items() if h.users or h.free_at > now}
            entry = self._hosts.setdefault(host, _Host())
            entry.users += 1
            return entry
