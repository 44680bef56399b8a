"""visionfit answer"""
from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from helper.cli.lint import findings_text, read_text
from helper.cli.options import chosen_profile, profile_option, put_out

if TYPE_CHECKING:
    from helper.store import Store
    from helper.store.answers import SavedAnswer, Slot
    from nlp.contract import Answer

AUDIENCES = ("recruiter", "manager", "peer", "executive")
REGISTERS = ("spoken", "written-80", "written-150", "written-250")


@click.command()
@click.argument("company", required=False)
@click.option("--question", "-q", metavar="Q1..Q20", help="Which question; --list names them.")
@click.option("--audience", type=click.Choice(AUDIENCES), help="Who listens; by default who asks this question most.")
@click.option("--register", type=click.Choice(REGISTERS), default="spoken", show_default=True,
              help="Spoken (60 to 130 words), or written in so many words at most.")
@click.option("--kept", metavar="p1,p2", help="Say these kept phrases, as they are and in this order.")
@click.option("--brief", "brief_file", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Take a brief as JSON instead of a saved company.")
@profile_option
@click.option("--edit", metavar="FILE|-", help="Save your own text as a new version.")
@click.option("--versions", is_flag=True, help="Show all versions of your own text.")
@click.option("--list", "listing", is_flag=True, help="Name the questions.")
@click.option("--json", "as_json", is_flag=True)
def answer(
    company: str | None, question: str | None, audience: str | None, register: str, kept: str | None,
    brief_file: Path | None, profile_file: Path | None, edit: str | None, versions: bool, listing: bool, as_json: bool,
) -> None:
    """Compose an answer to an interview question for COMPANY, a saved one by its domain or name.

    Your own text, saved with --edit, is shown beside it and never overwritten.
    """
    if listing:
        _list(as_json)
        return
    if bool(company) == bool(brief_file):
        raise click.UsageError("name a saved company, or give --brief")
    if not question:
        raise click.UsageError("--question is missing; --list names them")
    id_ = _question(question)
    own = edit is not None or versions or kept is not None
    if own and (brief_file or profile_file):
        raise click.UsageError("--edit, --versions and --kept are for saved companies and the saved profile")
    if brief_file:
        _show(_of_file(brief_file, profile_file, _slot("", id_, audience, register)), None, as_json)
        return
    from helper import answering
    from helper.named import domain_of
    from helper.store import Store

    with Store() as store:
        slot = _slot(domain_of(store, str(company)), id_, audience, register)
        if edit is not None:
            _saved(answering.save(store, slot, read_text(edit)), as_json)
        elif versions:
            _versions(store.answers.versions(slot), as_json)
        else:
            mine = next((one for one in answering.saved(store, slot.domain) if one.slot == slot), None)
            _show(_of_saved(store, slot, kept, profile_file, mine), mine, as_json)


def _of_file(brief_file: Path, profile_file: Path | None, slot: Slot) -> Answer:
    from helper import answering, brief_files

    brief = brief_files.load(brief_file)
    return answering.compose(brief, brief_files.reading_of(brief), chosen_profile(profile_file), slot)


def _of_saved(
    store: Store, slot: Slot, kept: str | None, profile_file: Path | None, mine: SavedAnswer | None
) -> Answer | None:
    """Where nothing can be composed and there is an own text, that is no failure."""
    from helper import answering, profiles
    from helper.errors import Problem

    ids = [part.strip() for part in kept.split(",") if part.strip()] if kept else None
    try:
        return answering.compose_saved(store, slot, ids, profile=profiles.load(profile_file) if profile_file else None)
    except Problem as problem:
        if problem.code != "too_little" or mine is None:
            raise
        click.echo(problem.as_lines(), err=True)
        return None


def _show(made: Answer | None, mine: SavedAnswer | None, as_json: bool) -> None:
    """What is composed; your own text, where there is one, before it."""
    if as_json:
        own = _row(mine) if mine else None
        put_out(json.dumps({**(made.model_dump() if made else {}), "own": own}, indent=1, ensure_ascii=False), None)
        return
    if mine:
        put_out(f"Your own text, version {mine.version} of {mine.saved_at[:10]}:\n\n{mine.text}\n", None)
        click.echo(findings_text(mine.findings, mine.text), err=True)
    if made:
        put_out(f"Composed anew:\n\n{made.text}" if mine else made.text, None)
        click.echo(f"({made.words} words, about {made.seconds} seconds; {made.question} for a listener of the kind "
                   f"{made.audience})", err=True)


def _saved(one: SavedAnswer, as_json: bool) -> None:
    if as_json:
        put_out(json.dumps(_row(one), indent=1, ensure_ascii=False), None)
        return
    click.echo(f"Saved as version {one.version}.", err=True)
    click.echo(findings_text(one.findings, one.text) or "Nothing to mend.", err=True)


def _versions(found: list[SavedAnswer], as_json: bool) -> None:
    if as_json:
        put_out(json.dumps({"versions": [_row(one) for one in found]}, indent=1, ensure_ascii=False), None)
        return
    for one in found:
        put_out(f"Version {one.version}, {one.saved_at[:16].replace('T', ' ')}:\n\n{one.text}\n", None)
    if not found:
        click.echo("You have saved no text of your own for this. --edit FILE does.", err=True)


def _row(one: SavedAnswer) -> dict[str, Any]:
    findings = [finding.model_dump() for finding in one.findings]
    return {"question": one.slot.question, "audience": one.slot.audience, "register": one.slot.register, "text": one.text,
            "version": one.version, "saved_at": one.saved_at, "findings": findings}


def _question(told: str) -> str:
    """Q7, q7 and 7 as Q7."""
    from nlp.phrasing import QUESTIONS

    id_ = "Q" + told.strip().upper().removeprefix("Q")
    if id_ not in QUESTIONS:
        raise click.UsageError(f"{told} is no question; --list names them")
    return id_


def _slot(domain: str, question: str, audience: str | None, register: str) -> Slot:
    from helper.store.answers import Slot
    from nlp.phrasing import QUESTIONS

    return Slot(domain, question, audience or QUESTIONS[question].audience, register)  # type: ignore[arg-type]


def _list(as_json: bool) -> None:
    from helper import answering

    known = answering.questions()
    if as_json:
        rows = [{"id": id_, "text": text, "first": id_ in answering.FIRST} for id_, text in known.items()]
        put_out(json.dumps(rows, indent=1), None)
        return
    for id_ in (*answering.FIRST, *(other for other in known if other not in answering.FIRST)):
        put_out(f"{id_:5}{known[id_]}", None)
