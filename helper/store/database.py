"""The SQLite file: its place and modes, its transactions, its errors as sentences.

WAL lets the command line read while the helper writes; BEGIN IMMEDIATE takes the write lock at once, so that two
writers wait for each other instead of failing half-way (https://www.sqlite.org/lang_transaction.html).
"""
from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, exc, text

from helper.errors import Problem
from helper.settings import DATABASE

LOCK_SECONDS = 10.0


class Database:
    """An open store file, migrated to the newest form. Safe to share between threads and between processes."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / DATABASE
        self.engine = create_engine(
            URL.create("sqlite", database=str(self.path)), connect_args={"timeout": LOCK_SECONDS}
        )
        event.listen(self.engine, "connect", _on_connect)
        event.listen(self.engine, "begin", _on_begin)
        with self._told():
            _make_private(folder, self.path)
            self._use_wal()
        from helper.store.migrate import migrate

        with self.writing() as connection:
            migrate(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read transaction: one consistent view."""
        with self._told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: committed as a whole or not at all."""
        with self._told(), self.engine.connect() as connection:
            connection = connection.execution_options(begin="IMMEDIATE")
            with connection.begin():
                yield connection

    def close(self) -> None:
        self.engine.dispose()

    def sound(self) -> bool:
        """Whether SQLite finds the whole file in order."""
        try:
            with self.reading() as connection:
                return connection.execute(text("PRAGMA quick_check(1)")).scalar() == "ok"
        except Problem as problem:
            if problem.code == "store_broken":
                return False
            raise

    def wipe(self) -> None:
        """Take what was deleted out of the file and out of its log too, so that no byte of it stays.

        `secure_delete` has overwritten it in its pages (https://www.sqlite.org/pragma.html#pragma_secure_delete);
        pages of an earlier form, and the write-ahead log, are cleared here. Raises Problem(store_busy).
        """
        deadline = time.monotonic() + LOCK_SECONDS
        with self._told(), closing(self._raw()) as connection:
            connection.execute("VACUUM")
            while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:  # another program is reading
                if time.monotonic() > deadline:
                    raise sqlite3.OperationalError("database is locked")
                time.sleep(0.05)

    def _raw(self) -> sqlite3.Connection:
        """A connection for what cannot be done inside a transaction."""
        connection = sqlite3.connect(self.path, timeout=LOCK_SECONDS, isolation_level=None)
        connection.execute("PRAGMA secure_delete=ON")
        return connection

    def _use_wal(self) -> None:
        """Switch the file to WAL once. SQLite does not wait for locks here, so two first starts at once retry."""
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                with closing(self._raw()) as connection:
                    connection.execute("PRAGMA journal_mode=WAL")
                    return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite and the file system say into a Problem."""
        try:
            yield
        except (exc.DatabaseError, sqlite3.DatabaseError) as error:
            raise self._problem(str(getattr(error, "orig", error))) from error
        except OSError as error:
            full = error.errno in {errno.ENOSPC, errno.EDQUOT}
            raise self._problem("full" if full else "unable to open") from error

    def _problem(self, said: str) -> Problem:
        if "locked" in said:
            return Problem("store_busy", "The saved data is in use by another program.",
                           "Try again in a moment.", status=503)
        if "full" in said:
            return Problem("disk_full", "The disk is full, so nothing was saved.", "Make room and try again.",
                           status=507)
        if "disk I/O" in said:
            return Problem("disk_error", "The disk gave an error, so nothing was saved.",
                           "Look whether it is full or failing, and try again.", status=507)
        if "readonly" in said or "unable to open" in said:
            return Problem("store_no_access", f"The saved data at {self.path} cannot be opened or written.",
                           "Give yourself access to the folder, or set VISIONFIT_HOME to another.", status=500)
        return Problem("store_broken", f"The saved data at {self.path} cannot be read ({said}).",
                       "`visionfit serve` keeps it aside and makes a new one; `visionfit restore` brings a backup back.",
                       status=500)


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN would come too late, see _on_begin
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")


def _make_private(folder: Path, file: Path) -> None:
    """Make folder (0700) and file (0600) for their owner alone; SQLite gives its -wal and -shm the file's mode.

    A folder that was there before and holds other things keeps its mode: it is not ours to close.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.exists() or not any(folder.iterdir()):
        folder.chmod(0o700)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    file.chmod(0o600)
