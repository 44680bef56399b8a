"""The slow part of the API: models that load in the background, and briefs made one at a time."""
from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Event, Lock, Thread
from typing import Literal

from helper.errors import Problem
from helper.memory import settle
from nlp.models.memory import give_back

ModelState = Literal["loading", "ready", "failed"]
LOAD_SECONDS = 120.0
PLACES = 4  # one at work, three waiting; the server has more threads than this, so that /v1/health always answers

log = logging.getLogger(__name__)


class Workshop:
    """Where briefs are made. Both spaCy's vocabulary and the two cores are shared, so one job runs at a time."""

    def __init__(self, load: Callable[[], None]) -> None:
        self._load = load
        self._loaded = Event()
        self._failure: Problem | None = None
        self._closed = False
        self._places = BoundedSemaphore(PLACES)
        self._turn = Lock()

    def open(self) -> None:
        """Start to load the models in the background."""
        Thread(target=self._load_models, name="models", daemon=True).start()

    def close(self) -> None:
        """The process ends: what fails in the background from now on is of no account."""
        self._closed = True

    def _load_models(self) -> None:
        try:
            self._load()
        except Problem as problem:
            self._failure = problem
            log.error("models: %s", problem.message)
        except Exception as error:
            if self._closed:  # loading goes on in the background while the process ends under it
                return
            self._failure = Problem("models_failed", f"The language models could not be loaded: {error}.",
                                    "Run scripts/run again to install them.", status=503)
            log.exception("models could not be loaded")
        finally:
            settle()
            self._loaded.set()

    @property
    def models(self) -> ModelState:
        if not self._loaded.is_set():
            return "loading"
        return "failed" if self._failure else "ready"

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the models and for the jobs before, then work alone.

        Raises Problem: busy (too many are waiting), models_loading (they take too long), models_failed.
        """
        if not self._places.acquire(blocking=False):
            raise Problem("busy", "The helper is busy with other pages.", "Try again in a moment.", status=503)
        try:
            if not self._loaded.wait(LOAD_SECONDS):
                raise Problem("models_loading", "The language models are still loading.", "Try again in a moment.",
                              status=503)
            if self._failure:
                raise self._failure
            with self._turn:
                try:
                    yield
                finally:
                    give_back()
        finally:
            self._places.release()
