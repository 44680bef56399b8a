"""The journal of a run: what was asked for, how far each company is, and its row. One SQLite file in the results.

Each step is a transaction, so that a run that was killed at any moment goes on where it was.
"""
from __future__ import annotations

import json
import secrets
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from helper.errors import WRONG_USE, Problem
from helper.report.comparison import OK, Row, failed_row
from helper.research.inputs import Job, Refused
from helper.research.work import MATERIAL, ROW, Material, Outcome

FILE = ".run.db"
LOCK = ".run.lock"
JOB = TypeAdapter(Job)
State = Literal["planned", "gathered", "done"]
SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE companies (
    number INTEGER PRIMARY KEY, slug TEXT NOT NULL, job TEXT, state TEXT NOT NULL, material BLOB,
    row TEXT, status TEXT, fit REAL, company TEXT
);
CREATE INDEX companies_state ON companies (state);
"""
IN_ORDER = "SELECT slug, job, row FROM companies ORDER BY number"
RANKED = ("SELECT slug, job, row FROM companies "
          "ORDER BY ifnull(status, '') != 'ok', fit IS NULL, fit DESC, company, slug")


def recall(folder: Path) -> dict[str, Any]:
    """The options that the run in `folder` was begun with; empty where there is none."""
    if not (folder / FILE).exists():
        return {}
    try:
        with closing(sqlite3.connect(folder / FILE)) as connection:
            found = connection.execute("SELECT value FROM facts WHERE name = 'options'").fetchone()
    except sqlite3.Error:
        return {}
    return dict(json.loads(found[0])) if found else {}


class RunJournal:
    """Open one at a time for a folder; a second one is told. To be used by one thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        with self._told():
            self._lock = sqlite3.connect(folder / LOCK, timeout=0.2, isolation_level=None)
            try:
                self._lock.execute("BEGIN EXCLUSIVE")  # held as long as this process lives, and no longer
            except sqlite3.OperationalError as error:
                self._lock.close()
                raise Problem("run_in_use", f"Another run is writing to {folder}.",
                              "Wait for its end, or choose another folder with --out.") from error
            self._db = self._open()

    @property
    def exists(self) -> bool:
        """Whether a run was planned here to its end."""
        return self.fact("planned") is not None

    def start(self, inputs: Iterable[str], fingerprint: str, options: dict[str, object]) -> None:
        """Begin a new run in the place of the last. `options`: what `recall` gives."""
        with self._told():
            self._db.close()
            for name in (self._path, *(self._path.with_name(FILE + end) for end in ("-wal", "-shm"))):
                name.unlink(missing_ok=True)
            self._db = self._open()
        self.note(id=secrets.token_hex(4), started_at=time.time(), inputs=list(inputs), fingerprint=fingerprint,
                  options=options)

    def plan(self, items: Iterable[Job | Refused]) -> None:
        """Write down what is to do: as a whole or not at all."""
        with self._told(), self._db:
            for number, item in enumerate(items):
                if isinstance(item, Job):
                    self._db.execute("INSERT INTO companies (number, slug, job, state) VALUES (?, ?, ?, 'planned')",
                                     (number, item.slug, JOB.dump_json(item).decode()))
                else:
                    row = failed_row(item.slug, item.company or item.slug, item.source, item.problem)
                    self._db.execute("INSERT INTO companies (number, slug, state) VALUES (?, ?, 'planned')",
                                     (number, item.slug))
                    self._finish(Outcome(number, row, None))
            self._db.execute("INSERT OR REPLACE INTO facts VALUES ('planned', 'true')")

    def note(self, **facts: object) -> None:
        with self._told(), self._db:
            self._db.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)",
                                 [(name, json.dumps(value)) for name, value in facts.items()])

    def fact(self, name: str) -> Any:
        with self._told():
            found = self._db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return json.loads(found[0]) if found else None

    def again(self, *, failed_only: bool = False) -> None:
        """Let companies be done once more: all that have pages to read, or those that failed."""
        with self._told(), self._db:
            self._db.execute("UPDATE companies SET state = 'planned', material = NULL, row = NULL, status = NULL, "
                             "fit = NULL WHERE job IS NOT NULL AND (status != 'ok' OR NOT ?)", (failed_only,))

    def to_do(self) -> Iterator[Material | tuple[int, Job]]:
        """The companies that are not done, in order; those whose pages are in hand first, with their pages."""
        for state in ("gathered", "planned"):
            number = -1
            while True:  # not one long query: rows change meanwhile
                with self._told():
                    found = self._db.execute("SELECT number, job, material FROM companies WHERE state = ? AND "
                                             "number > ? ORDER BY number LIMIT 1", (state, number)).fetchone()
                if found is None:
                    break
                number, job, material = found
                if material is None:
                    yield number, JOB.validate_json(job)
                else:
                    yield MATERIAL.validate_json(zlib.decompress(material))

    def count(self, state: State | None = None) -> int:
        query = "SELECT count(*) FROM companies WHERE state = ifnull(?, state)"
        with self._told():
            return int(self._db.execute(query, (state,)).fetchone()[0])

    def has_sites(self) -> bool:
        """Whether anything that is left to do has to be fetched."""
        query = ("SELECT count(*) FROM companies WHERE state = 'planned' AND json_array_length(job, '$.starts') > 0")
        with self._told():
            return bool(self._db.execute(query).fetchone()[0])

    def failures(self) -> int:
        with self._told():
            return int(self._db.execute("SELECT count(*) FROM companies WHERE status != 'ok'").fetchone()[0])

    def gathered(self, material: Material) -> None:
        """Keep a company's pages until they are read: they would else be fetched again after a kill."""
        blob = zlib.compress(MATERIAL.dump_json(material), 3)
        with self._told(), self._db:
            self._db.execute("UPDATE companies SET state = 'gathered', material = ? WHERE number = ?",
                             (blob, material.number))

    def done(self, outcome: Outcome) -> None:
        with self._told(), self._db:
            self._finish(outcome)

    def failed_rows(self) -> Iterator[Row]:
        """The companies that were tried and failed, in order."""
        with self._told():
            for (row,) in self._db.execute("SELECT row FROM companies WHERE status != 'ok' ORDER BY number"):
                yield ROW.validate_json(row)

    def rows(self, *, ranked: bool = False) -> Iterator[Row]:
        """All rows, in the order of the inputs or by fit. A company that is not done yet has the status not_done."""
        with self._told():
            for slug, job, row in self._db.execute(RANKED if ranked else IN_ORDER):
                if row is not None:
                    yield ROW.validate_json(row)
                else:
                    told = Problem("not_done", "The run was ended before this company's turn; --resume goes on.")
                    asked = JOB.validate_json(job)
                    yield failed_row(slug, asked.company or slug, asked.source, told, asked.url)

    def close(self) -> None:
        self._db.close()
        self._lock.close()

    def _finish(self, outcome: Outcome) -> None:
        row = outcome.row
        self._db.execute(
            "UPDATE companies SET state = 'done', material = NULL, row = ?, status = ?, fit = ?, company = ? "
            "WHERE number = ?",
            (ROW.dump_json(row).decode(), row.status, row.fit if row.status == OK else None, row.company.casefold(),
             outcome.number),
        )

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(f"BEGIN; {SCHEMA} COMMIT;")
        return connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise Problem("no_journal", f"The journal of the run at {self._path} cannot be used ({error}).",
                          "Make room on the disk, or begin anew in another folder with --out.",
                          exit_status=WRONG_USE) from error
