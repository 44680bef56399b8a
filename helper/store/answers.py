"""The user's own answers: every version of each, kept until the company is forgotten."""
from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update

from helper.clock import stamp
from helper.store.database import Database
from helper.store.tables import answers
from nlp.contract import Audience, Finding, Register


@dataclass(frozen=True, slots=True)
class Slot:
    """What an answer is an answer to: one company, one question, one listener, one register."""

    domain: str
    question: str
    audience: Audience
    register: Register


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """One version. `profile_version` and `model` say what its `findings` were made with."""

    slot: Slot
    version: int
    text: str
    saved_at: str
    findings: list[Finding]
    profile_version: int | None
    model: str


class Answers:
    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, slot: Slot, text: str, findings: list[Finding], profile_version: int | None, model: str) -> SavedAnswer:
        """Save a new version; the text of the newest one once more only takes the new findings."""
        with self._database.writing() as connection:
            row = connection.execute(_of(slot).order_by(answers.c.version.desc()).limit(1)).first()
            made = SavedAnswer(slot, row.version if row else 1, text, stamp(), findings, profile_version, model)
            if row is not None and row.text == text:
                changed = {"findings": _json(findings), "profile_id": profile_version, "model": model}
                connection.execute(update(answers).where(answers.c.id == row.id).values(**changed))
                return replace(made, saved_at=row.saved_at)
            made = replace(made, version=row.version + 1 if row else 1)
            connection.execute(insert(answers).values(
                domain=slot.domain, question=slot.question, audience=slot.audience, register=slot.register,
                version=made.version, text=text, saved_at=made.saved_at, findings=_json(findings),
                profile_id=profile_version, model=model,
            ))
        return made

    def newest(self, domain: str) -> list[SavedAnswer]:
        """The newest version of each answer of a company, by question, audience and register."""
        last = select(func.max(answers.c.id)).where(answers.c.domain == domain).group_by(
            answers.c.question, answers.c.audience, answers.c.register
        )
        query = select(answers).where(answers.c.id.in_(last))
        with self._database.reading() as connection:
            found = [_saved(row) for row in connection.execute(query)]
        return sorted(found, key=lambda a: (int(a.slot.question[1:]), a.slot.audience, a.slot.register))

    def versions(self, slot: Slot) -> list[SavedAnswer]:
        """All versions of one answer, the newest first."""
        with self._database.reading() as connection:
            return [_saved(row) for row in connection.execute(_of(slot).order_by(answers.c.version.desc()))]


def _of(slot: Slot) -> Select[Any]:
    return select(answers).where(
        answers.c.domain == slot.domain, answers.c.question == slot.question,
        answers.c.audience == slot.audience, answers.c.register == slot.register,
    )


def _json(findings: list[Finding]) -> str:
    return json.dumps([finding.model_dump() for finding in findings], ensure_ascii=False)


def _saved(row: Row[Any]) -> SavedAnswer:
    findings = [Finding.model_validate(item) for item in json.loads(row.findings)]
    slot = Slot(row.domain, row.question, row.audience, row.register)
    return SavedAnswer(slot, row.version, row.text, row.saved_at, findings, row.profile_id, row.model)
