"""The profile and its earlier versions."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from helper.clock import stamp
from helper.store.database import Database
from helper.store.tables import answers, briefs, profiles, reviews
from nlp.contract import Profile


@dataclass(frozen=True, slots=True)
class SavedProfile:
    version: int
    profile: Profile
    saved_at: str


class Profiles:
    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> SavedProfile | None:
        """The profile saved last; None before the first."""
        with self._database.reading() as connection:
            row = _newest(connection)
        return _saved(row) if row else None

    def save(self, profile: Profile, at: str | None = None, instead_of: int | None = None) -> int:
        """Save a new version and return its number. The same profile once more is no new version.

        `instead_of`: an earlier version that is not to be kept, unless something was already made with it.
        """
        text = profile.model_dump_json(by_alias=True)
        with self._database.writing() as connection:
            row = _newest(connection)
            if row is not None and _same(row.json, text):
                return int(row.id)
            new = insert(profiles).values(json=text, saved_at=at or stamp()).returning(profiles.c.id)
            number = int(connection.execute(new).scalar_one())
            if instead_of is not None and not _used(connection, instead_of):
                connection.execute(delete(profiles).where(profiles.c.id == instead_of))
            return number

    def version(self, number: int) -> SavedProfile | None:
        """One version by its number."""
        with self._database.reading() as connection:
            row = connection.execute(select(profiles).where(profiles.c.id == number)).first()
        return _saved(row) if row else None

    def versions(self) -> list[SavedProfile]:
        """Every version, the newest first."""
        with self._database.reading() as connection:
            return [_saved(row) for row in connection.execute(select(profiles).order_by(profiles.c.id.desc()))]

    def reviewed(self, at: str | None = None) -> None:
        """Note that the user has looked at the profile and found it still true."""
        with self._database.writing() as connection:
            connection.execute(insert(reviews).values(reviewed_at=at or stamp()))

    def last_review(self) -> str | None:
        """When `reviewed` was last called."""
        with self._database.reading() as connection:
            return connection.execute(select(func.max(reviews.c.reviewed_at))).scalar()


def _newest(connection: Connection) -> Row[Any] | None:
    return connection.execute(select(profiles).order_by(profiles.c.id.desc()).limit(1)).first()


def _used(connection: Connection, number: int) -> bool:
    found = [select(table.c.profile_id).where(table.c.profile_id == number) for table in (briefs, answers)]
    return any(connection.execute(query.limit(1)).first() for query in found)


def _saved(row: Row[Any]) -> SavedProfile:
    return SavedProfile(row.id, Profile.model_validate_json(row.json), row.saved_at)


def _same(saved: str, text: str) -> bool:
    """Whether two profiles say the same. One saved before a field was added is read first, which fills it in."""
    return saved == text or Profile.model_validate_json(saved).model_dump_json(by_alias=True) == text
