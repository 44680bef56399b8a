"""The privacy log: every request that left this machine and every page that came in, with the reason.

It is kept to its newest entries, and a forgotten company's entries go with the company.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Literal, get_args
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import delete, func, insert, select

from helper.clock import stamp
from helper.store.database import Database
from helper.store.tables import journal

Kind = Literal["received", "fetched", "refused"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_ENTRIES = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    `kind`: `received` is a page a browser handed over, `fetched` a request that left this machine, `refused` one that
    was not made, for the `reason` given. `bytes` is what came in: of the page, or of the answer.
    """

    kind: Kind
    url: str
    reason: str
    bytes: int = 0
    at: str = field(default_factory=stamp)


class Journal:
    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, kind: Kind, url: str, reason: str, bytes: int = 0) -> None:
        """Write one entry down. User name, password and fragment of the address are left out."""
        self.record_all([Entry(kind, url, reason, bytes)])

    def record_all(self, entries: Iterable[Entry]) -> None:
        """Write entries down, in their order, as a whole."""
        rows = [_row(entry) for entry in entries]
        if not rows:
            return
        with self._database.writing() as connection:
            connection.execute(insert(journal), rows)
            newest = select(func.max(journal.c.id)).scalar_subquery()
            connection.execute(delete(journal).where(journal.c.id <= newest - MOST_ENTRIES))

    def newest(self, limit: int = MOST_ENTRIES) -> list[Entry]:
        """The last `limit` entries, newest first."""
        columns = (journal.c.kind, journal.c.url, journal.c.reason, journal.c.bytes, journal.c.at)
        query = select(*columns).order_by(journal.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return [Entry(**row._mapping) for row in connection.execute(query)]


def _row(entry: Entry) -> dict[str, object]:
    url, host = _told(entry.url)
    return {**asdict(entry), "url": url, "host": host}


def _told(url: str) -> tuple[str, str]:
    """The address without its secrets, and its host; an address that is none is kept as it is, cut short."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        place = f"[{host}]" if ":" in host else host
        place += f":{parts.port}" if parts.port else ""
    except ValueError:
        return url[:2000], ""
    return urlunsplit((parts.scheme, place, parts.path, parts.query, "")), host
