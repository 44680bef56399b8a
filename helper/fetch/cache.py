"""The HTTP cache on disk: one SQLite file, so that an answer is there as a whole or not at all, even after a kill."""
from __future__ import annotations

import json
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from helper.errors import Problem
from helper.fetch.freshness import lifetime, may_store
from helper.fetch.transport import Answer

FILE = "http-cache.db"
KEPT_SECONDS = 30 * 86_400.0
LOCK_SECONDS = 10.0
# what the validators, the freshness, the kind and the way onward need; cookies and the rest are not kept
KEPT_HEADERS = frozenset({"cache-control", "content-type", "date", "etag", "expires", "last-modified", "location"})
SCHEMA = """CREATE TABLE IF NOT EXISTS answers (
    url TEXT PRIMARY KEY, status INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, checked_at REAL NOT NULL
) WITHOUT ROWID"""


@dataclass(frozen=True, slots=True)
class Cached:
    """An answer, and when its server last gave or confirmed it (seconds since the epoch)."""

    answer: Answer
    checked_at: float

    def fresh(self, now: float) -> bool:
        return now < self.checked_at + lifetime(self.answer.status, self.answer.headers)

    def validators(self) -> dict[str, str]:
        """The headers that ask for the body only if it has changed."""
        pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
        return {ask: self.answer.headers[told] for ask, told in pairs if told in self.answer.headers}


class Cache:
    """Safe to share between threads and between processes. Raises Problem(no_cache) when its file cannot be used."""

    def __init__(self, folder: Path) -> None:
        self._lock = threading.Lock()
        self._path = folder / FILE
        with self._told():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            self._connection = sqlite3.connect(self._path, timeout=LOCK_SECONDS, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")  # survives a kill; a power cut may cost the newest
            with self._connection:
                self._connection.execute(SCHEMA)
                self._connection.execute("DELETE FROM answers WHERE checked_at < ?", (time.time() - KEPT_SECONDS,))

    def get(self, url: str) -> Cached | None:
        query = "SELECT status, headers, body, checked_at FROM answers WHERE url = ?"
        with self._told(), self._lock:
            row = self._connection.execute(query, (url,)).fetchone()
        if row is None:
            return None
        status, headers, body, checked_at = row
        return Cached(Answer(url, status, json.loads(headers), zlib.decompress(body)), checked_at)

    def put(self, answer: Answer) -> None:
        """Keep an answer that may be kept; forget the one before it."""
        if not may_store(answer.status, answer.headers):
            with self._told(), self._lock, self._connection:
                self._connection.execute("DELETE FROM answers WHERE url = ?", (answer.url,))
            return
        kept = {name: value for name, value in answer.headers.items() if name in KEPT_HEADERS}
        row = (answer.url, answer.status, json.dumps(kept), zlib.compress(answer.body, 4), time.time())
        with self._told(), self._lock, self._connection:
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def confirm(self, cached: Cached, told: Answer) -> Cached:
        """A 304 has come: the kept answer is as good as new, with what the 304 says of it (RFC 9111, section 3.2)."""
        headers = {**cached.answer.headers, **{n: v for n, v in told.headers.items() if n in KEPT_HEADERS}}
        confirmed = Cached(replace(cached.answer, headers=headers), time.time())
        with self._told(), self._lock, self._connection:
            self._connection.execute("UPDATE answers SET headers = ?, checked_at = ? WHERE url = ?",
                                     (json.dumps(headers), confirmed.checked_at, cached.answer.url))
        return confirmed

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise Problem("no_cache", f"The cache of fetched pages at {self._path} cannot be used ({error}).",
                          "Delete that file, or make room on the disk.") from error
