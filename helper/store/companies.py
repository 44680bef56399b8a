"""Saved companies: what was read on their pages, and the brief made of it."""
from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from helper.store.database import Database
from helper.store.tables import briefs, journal, metadata, readings
from nlp.contract import Brief, Reading


@dataclass(frozen=True, slots=True)
class SavedBrief:
    """A brief, and the versions of the profile (None: no profile) and of the language core it was made with."""

    brief: Brief
    profile_version: int | None
    model: str
    saved_at: str


class Companies:
    def __init__(self, database: Database) -> None:
        self._database = database

    def reading_of_pages(self, pages_sha256: str, model: str) -> Reading | None:
        """What was read before on exactly these pages by this version of the language core."""
        query = select(readings.c.json).where(readings.c.pages_sha256 == pages_sha256, readings.c.model == model)
        with self._database.reading() as connection:
            text = connection.execute(query).scalar()
        return Reading.model_validate_json(text) if text else None

    def reading(self, domain: str) -> Reading | None:
        """What the saved brief of a company was made of."""
        query = select(readings.c.json).join(briefs).where(briefs.c.domain == domain)
        with self._database.reading() as connection:
            text = connection.execute(query).scalar()
        return Reading.model_validate_json(text) if text else None

    def save(self, reading: Reading, pages_sha256: str, saved: SavedBrief) -> None:
        """Save a company's reading and brief in the place of what was saved of it before."""
        domain = reading.company.domain
        with self._database.writing() as connection:
            connection.execute(delete(briefs).where(briefs.c.domain == domain))
            connection.execute(delete(readings).where(readings.c.domain == domain))
            new = insert(readings).values(
                domain=domain, pages_sha256=pages_sha256, model=saved.model, json=reading.model_dump_json()
            )
            reading_id = connection.execute(new.returning(readings.c.id)).scalar_one()
            connection.execute(insert(briefs).values(domain=domain, reading_id=reading_id, **_brief_columns(saved)))

    def save_brief(self, saved: SavedBrief) -> None:
        """Replace the brief of a saved company; does nothing when the company was deleted meanwhile."""
        with self._database.writing() as connection:
            connection.execute(
                update(briefs).where(briefs.c.domain == saved.brief.company.domain).values(**_brief_columns(saved))
            )

    def brief(self, domain: str) -> SavedBrief | None:
        with self._database.reading() as connection:
            row = connection.execute(select(briefs).where(briefs.c.domain == domain)).first()
        return _saved(row) if row else None

    def domains(self) -> list[str]:
        """Of every saved company, in order."""
        with self._database.reading() as connection:
            return list(connection.execute(select(briefs.c.domain).order_by(briefs.c.domain)).scalars())

    def all(self) -> list[SavedBrief]:
        """Every saved brief, by domain."""
        with self._database.reading() as connection:
            return [_saved(row) for row in connection.execute(select(briefs).order_by(briefs.c.domain))]

    def texts_of_others(self, domain: str, most: int) -> dict[str, list[str]]:
        """Name -> page texts of the `most` companies saved last, without this one."""
        name, texts = (func.json_extract(readings.c.json, path) for path in ("$.company.name", "$.texts"))
        query = select(name, texts).join(briefs).where(briefs.c.domain != domain)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(briefs.c.saved_at.desc()).limit(most)).all()
        return {row[0]: json.loads(row[1]) for row in rows}

    def delete(self, domain: str) -> bool:
        """Remove all that is saved of a company, whatever table it is in; also one that was only asked for, and stands in
        the log. False when there was nothing."""
        found = 0
        with self._database.writing() as connection:
            for table in reversed(metadata.sorted_tables):  # what refers to others first
                if "domain" in table.c:
                    found += connection.execute(delete(table).where(table.c.domain == domain)).rowcount
            of_it = (journal.c.host == domain) | journal.c.host.endswith(f".{domain}", autoescape=True)
            found += connection.execute(delete(journal).where(of_it)).rowcount
        return bool(found)


def _brief_columns(saved: SavedBrief) -> dict[str, object]:
    return {"profile_id": saved.profile_version, "model": saved.model, "saved_at": saved.saved_at,
            "json": saved.brief.to_json(indent=None)}


def _saved(row: Row[Any]) -> SavedBrief:
    return SavedBrief(Brief.model_validate_json(row.json), row.profile_id, row.model, row.saved_at)
