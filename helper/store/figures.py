"""The figures of saved readings: what ranking many companies needs of them, without the readings themselves."""
from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, insert, select

from helper.store.database import Database
from helper.store.tables import briefs, figures, readings
from nlp.contract import Company, Reading


class SavedFigures:
    def __init__(self, database: Database) -> None:
        self._database = database

    def missing(self, model: str) -> Iterator[Reading]:
        """What was read of saved companies, where there are no figures of it by this version of the language core."""
        ours = select(figures.c.reading_id).where(figures.c.model == model)
        query = select(readings.c.id).join(briefs).where(readings.c.id.not_in(ours)).order_by(readings.c.domain)
        with self._database.reading() as connection:
            numbers = list(connection.execute(query).scalars())
        for number in numbers:
            with self._database.reading() as connection:
                text = connection.execute(select(readings.c.json).where(readings.c.id == number)).scalar()
            if text:
                yield Reading.model_validate_json(text)

    def save(self, company: Company, model: str, data: bytes) -> None:
        """In the place of what was saved before; does nothing where the company was deleted meanwhile."""
        with self._database.writing() as connection:
            reading = connection.execute(select(briefs.c.reading_id).where(briefs.c.domain == company.domain)).scalar()
            if reading is not None:
                connection.execute(delete(figures).where(figures.c.reading_id == reading))
                connection.execute(insert(figures).values(reading_id=reading, name=company.name, model=model, data=data))

    def all(self, model: str) -> list[tuple[Company, bytes]]:
        """Every saved company with its figures, by domain."""
        query = select(readings.c.domain, figures.c.name, figures.c.data).join(readings).where(figures.c.model == model)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(readings.c.domain))
            return [(Company(name=row[1], domain=row[0]), row[2]) for row in rows]
