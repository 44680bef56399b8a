"""What the user has prepared for a company, and what is begun elsewhere and not yet finished."""
from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from helper.clock import stamp
from helper.store.database import Database
from helper.store.tables import drafts, preparations

MAX_KEPT = 100


class Kept(BaseModel):
    """A phrase the user keeps. `text` may be the user's own wording of `original`; `true_for_me` is the user's word."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    text: Annotated[str, StringConstraints(min_length=1, max_length=5000)]
    original: Annotated[str, StringConstraints(max_length=5000)] = ""
    aspiration: str = ""
    evidence: list[str] = []
    true_for_me: bool = False
    order: int = 0


class Preparation(BaseModel):
    """The user's own things about one company. `notes` are talks and thoughts; they are never quoted."""

    model_config = ConfigDict(extra="forbid")

    kept: Annotated[list[Kept], Field(max_length=MAX_KEPT)] = []
    notes: Annotated[str, StringConstraints(max_length=50_000)] = ""
    interview_date: date | None = None
    checklist: Annotated[dict[str, bool], Field(max_length=100)] = {}

    def in_order(self) -> list[Kept]:
        return sorted(self.kept, key=lambda kept: kept.order)


class Preparations:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, domain: str) -> Preparation:
        """What is prepared for a company; an empty one at first."""
        with self._database.reading() as connection:
            text = connection.execute(select(preparations.c.json).where(preparations.c.domain == domain)).scalar()
        return Preparation.model_validate_json(text) if text else Preparation()

    def save(self, domain: str, preparation: Preparation) -> None:
        row = {"json": preparation.model_dump_json(), "saved_at": stamp()}
        with self._database.writing() as connection:
            new = insert(preparations).values(domain=domain, **row)
            connection.execute(new.on_conflict_do_update(index_elements=["domain"], set_=row))

    def interviews(self) -> dict[str, date]:
        """The dates of the interviews, by domain."""
        with self._database.reading() as connection:
            rows = connection.execute(select(preparations.c.domain, preparations.c.json)).all()
        made = {row.domain: Preparation.model_validate_json(row.json).interview_date for row in rows}
        return {domain: day for domain, day in made.items() if day is not None}


class Drafts:
    """Things begun, by name, as JSON values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> Any:
        """None when nothing is begun."""
        with self._database.reading() as connection:
            text = connection.execute(select(drafts.c.json).where(drafts.c.name == name)).scalar()
        return json.loads(text) if text else None

    def put(self, name: str, value: Any) -> None:
        row = {"json": json.dumps(value, ensure_ascii=False), "saved_at": stamp()}
        with self._database.writing() as connection:
            new = insert(drafts).values(name=name, **row)
            connection.execute(new.on_conflict_do_update(index_elements=["name"], set_=row))

    def clear(self, name: str) -> None:
        with self._database.writing() as connection:
            connection.execute(drafts.delete().where(drafts.c.name == name))
