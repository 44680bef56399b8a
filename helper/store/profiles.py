"""The profile and its earlier versions."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from helper.clock import stamp
from helper.store.database import Database
from helper.store.tables import profiles
from nlp.contract import Profile


@dataclass(frozen=True, slots=True)
class SavedProfile:
    version: int
    profile: Profile


class Profiles:
    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> SavedProfile | None:
        """The profile saved last; None before the first."""
        with self._database.reading() as connection:
            row = _newest(connection)
        return SavedProfile(row.id, Profile.model_validate_json(row.json)) if row else None

    def save(self, profile: Profile) -> int:
        """Save a new version and return its number. The same profile once more is no new version."""
        text = profile.model_dump_json(by_alias=True)
        with self._database.writing() as connection:
            row = _newest(connection)
            if row is not None and row.json == text:
                return int(row.id)
            new = insert(profiles).values(json=text, saved_at=stamp()).returning(profiles.c.id)
            return int(connection.execute(new).scalar_one())


def _newest(connection: Connection) -> Row[Any, Any] | None:
    return connection.execute(select(profiles.c.id, profiles.c.json).order_by(profiles.c.id.desc()).limit(1)).first()
