"""What was read on pages before, kept a while: the same pages for another profile, or fetched again and unchanged, are
matched without being read again. One SQLite file beside the HTTP cache; like that one it may be emptied at any time.
"""
from __future__ import annotations

import sqlite3
import time
import zlib
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from helper.briefing import core_version, pages_sha256
from helper.research.engine import Engine
from helper.research.work import Material, Outcome

FILE = "readings.db"
KEPT_SECONDS = 30 * 86_400.0
LOCK_SECONDS = 10.0
SCHEMA = """CREATE TABLE IF NOT EXISTS readings (
    pages_sha256 TEXT PRIMARY KEY, core TEXT NOT NULL, reading BLOB NOT NULL, used_at REAL NOT NULL
) WITHOUT ROWID"""


class Readings:
    """Readings by the hash of their pages, of this version of the language core alone. To be used by one thread; other
    processes may have it open too. It saves work and nothing else: where it cannot be used, all is read.
    """

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(":memory:")  # without a table: where the file cannot be opened, nothing is found and nothing kept
        with suppress(sqlite3.Error, OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / FILE
            path.touch(mode=0o600)
            self._db = sqlite3.connect(path, timeout=LOCK_SECONDS)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            with self._db:
                self._db.execute(SCHEMA)
                self._db.execute("DELETE FROM readings WHERE core != ? OR used_at < ?",
                                 (core_version(), time.time() - KEPT_SECONDS))

    def get(self, sha256: str) -> str | None:
        """A reading's JSON."""
        with suppress(sqlite3.Error, zlib.error):
            found = self._db.execute("SELECT reading FROM readings WHERE pages_sha256 = ? AND core = ?",
                                     (sha256, core_version())).fetchone()
            return zlib.decompress(found[0]).decode() if found else None
        return None

    def put(self, sha256: str, reading: str) -> None:
        row = (sha256, core_version(), zlib.compress(reading.encode(), 4), time.time())
        with suppress(sqlite3.Error), self._db:
            self._db.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", row)

    def close(self) -> None:
        self._db.close()


class Recalling:
    """An engine that hands over, with a company's pages, what was read on them before."""

    def __init__(self, engine: Engine, readings: Readings) -> None:
        self._engine = engine
        self._readings = readings

    @property
    def slots(self) -> int:
        return self._engine.slots

    def submit(self, material: Material) -> Future[Outcome]:
        return self._engine.submit(replace(material, reading=self._readings.get(pages_sha256(material.pages))))

    def alone(self, material: Material) -> Outcome:
        return self._engine.alone(material)

    def close(self) -> None:
        self._engine.close()
