"""What answers from the first moment on: who is here. The rest of the API takes a second to load, and calls wait for it.

It also knows when the helper was last used, so that one that was started by a browser can end itself.
"""
from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from helper import version
from helper.api.headers import headers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helper.errors import Problem

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
OPEN_SECONDS = 30.0


class Front:
    """A WSGI application that stands before another one. `helper.api.http` has checked who is asking."""

    def __init__(self) -> None:
        self._app: Application | None = None
        self._opened = Event()
        self._lock = Lock()
        self._at_work = 0
        self._last_used = time.monotonic()

    def open(self, app: Application) -> None:
        """From now on `app` answers."""
        self._app = app
        self._opened.set()

    def idle_seconds(self) -> float:
        """How long nobody has asked for anything; 0 while an answer is being made."""
        with self._lock:
            return 0.0 if self._at_work else time.monotonic() - self._last_used

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if self._app is None and (environ["REQUEST_METHOD"], environ["PATH_INFO"]) == ("GET", "/v1/health"):
            body = {"service": "visionfit", "version": version(), "models": "loading"}
            return _answer(start_response, "200 OK", body)
        with self._working():
            if not self._opened.wait(OPEN_SECONDS):
                return _answer(start_response, "503 Service Unavailable", _opening().as_json())
            assert self._app
            return self._app(environ, start_response)

    @contextmanager
    def _working(self) -> Iterator[None]:
        with self._lock:
            self._at_work += 1
        try:
            yield
        finally:
            with self._lock:
                self._at_work -= 1
                self._last_used = time.monotonic()


def _opening() -> Problem:
    from helper.errors import Problem

    return Problem("busy", "The helper is still starting.", "Try again in a moment.", status=503)


def _answer(start_response: Callable[..., Any], status: str, body: dict[str, Any]) -> list[bytes]:
    data = json.dumps(body).encode()
    length = {"Content-Type": "application/json", "Content-Length": str(len(data))}
    start_response(status, [*{**headers(), **length}.items()])
    return [data]
