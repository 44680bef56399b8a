"""visionfit prepare"""
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from helper.cli.options import put_out

if TYPE_CHECKING:
    from helper.store.answers import SavedAnswer
    from helper.store.preparation import Kept, Preparation
    from nlp.contract import Phrase


@click.command()
@click.argument("company")
@click.option("--keep", metavar="p1,p2", help="Keep these phrases of the brief.")
@click.option("--drop", metavar="p1,p2", help="No longer keep these.")
@click.option("--true", "is_true", metavar="p1,p2", help="Say that what these tell of you is true.")
@click.option("--interview", type=click.DateTime(["%Y-%m-%d"]), help="The date of the interview.")
@click.option("--note", help="Add a line to your notes: a talk, a thought. They are never quoted.")
@click.option("--json", "as_json", is_flag=True)
def prepare(
    company: str, keep: str | None, drop: str | None, is_true: str | None, interview: datetime | None, note: str | None,
    as_json: bool,
) -> None:
    """Show what you have prepared for COMPANY, a saved one by its domain or name, after changing it."""
    from helper import briefing
    from helper.named import domain_of
    from helper.store import Store

    with Store() as store:
        domain = domain_of(store, company)
        prepared = before = store.preparations.of(domain)
        if keep:
            phrases = {phrase.id: phrase for phrase in briefing.saved_brief(store, domain).phrases}
            for id_ in _ids(keep):
                if id_ not in phrases:
                    raise briefing.no_phrase(domain, id_)
                prepared = _with(prepared, phrases[id_])
        gone, true = _ids(drop), _ids(is_true)
        kept = [
            one.model_copy(update={"true_for_me": True}) if one.id in true else one
            for one in prepared.kept if one.id not in gone
        ]
        prepared = prepared.model_copy(update={
            "kept": kept, "interview_date": interview.date() if interview else prepared.interview_date,
            "notes": "\n".join(filter(None, (prepared.notes, note))),
        })
        if prepared != before:
            store.preparations.save(domain, prepared)
        answers = store.answers.newest(domain)
    put_out(prepared.model_dump_json(indent=1) if as_json else _text(prepared, answers), None)


def _ids(told: str | None) -> list[str]:
    return [part.strip() for part in (told or "").split(",") if part.strip()]


def _with(prepared: Preparation, phrase: Phrase) -> Preparation:
    """A phrase that is kept already stays as the user has it."""
    from helper.store.preparation import Kept

    if any(one.id == phrase.id for one in prepared.kept):
        return prepared
    order = max((one.order for one in prepared.kept), default=-1) + 1
    new = Kept(id=phrase.id, text=phrase.text, original=phrase.text, aspiration=phrase.aspiration,
               evidence=phrase.evidence, order=order)
    return prepared.model_copy(update={"kept": [*prepared.kept, new]})


def _text(prepared: Preparation, answers: list[SavedAnswer]) -> str:
    lines = [f"Interview: {prepared.interview_date or 'no date yet'}"]
    lines += [_kept(one) for one in prepared.in_order()] or ["No phrase kept yet: --keep p1"]
    lines += [f"Answer {one.slot.question} ({one.slot.audience}, {one.slot.register}): version {one.version}" for one in answers]
    lines += [f"Note: {line}" for line in prepared.notes.splitlines()]
    return "\n".join(lines)


def _kept(one: Kept) -> str:
    mark = "" if one.true_for_me else "  (not yet marked as true: --true " + one.id + ")"
    return f"{one.id}  {one.text}{mark}"
