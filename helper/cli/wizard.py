"""visionfit profile wizard"""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from helper.cli import own_profile as own
from helper.cli.options import put_out

if TYPE_CHECKING:
    from helper.store import Store
    from helper.wizard import Question, Starter
    from nlp.contract import Profile

DRAFT = "wizard"
KEYS = "Enter skips or keeps, b goes back, q leaves (you can go on later), ? explains."
LIST_END = "One a line; an empty line ends, - empties what is there."
PARTS = {"because ": "because", "done ": "steps", "next ": "planned", "leads to ": "leads_to"}


class Away(Exception):
    """The question is left; `told` is what was answered of it until then."""

    told: Any = None


class Leave(Away):
    """q, Ctrl-C or the end of the input."""


class Back(Away):
    """b."""


@click.command()
@click.option("--restart", is_flag=True, help="Begin at the first question. What you have answered stays.")
@click.option("--at", "start", metavar="QUESTION", help="Begin at this question, by its id; --list names them.")
@click.option("--list", "listing", is_flag=True, help="Only name the questions.")
def wizard(restart: bool, start: str | None, listing: bool) -> None:
    """Answer questions that make your profile. Leave at any time; the next start goes on where you left.

    Without a terminal, each line of standard input is one answer: an empty line skips a question or ends a list, and
    the end of the input leaves. An aspiration's line may go on after |, such as:
    Lead a ward | because I like it when a colleague gets there | done Trained two newcomers | next Take the exam
    """
    from helper.wizard import wizard as script

    questions = script().questions
    if listing:
        for question in questions:
            put_out(f"{question.id:18}{question.text}", None)
        return
    ids = [question.id for question in questions]
    if start and start not in ids:
        raise click.UsageError(f"{start} is no question; --list names them")
    with own.opened() as store:
        draft = store.drafts.get(DRAFT)
        at = ids.index(start) if start else ids.index(draft) if draft in ids and not restart else 0
        if at and not start:
            click.echo(f"Going on at question {at + 1} of {len(ids)}. --restart begins anew.", err=True)
        try:
            _ask_all(store, questions, at)
        except Leave:
            click.echo("\nAll answers are saved. The next `visionfit profile wizard` goes on here.", err=True)
            return
        store.drafts.clear(DRAFT)
        _finish(own.current(store))


def _ask_all(store: Store, questions: list[Question], at: int) -> None:
    """From question `at` on, each answer saved at once; the place is saved before a question is asked."""
    click.echo(KEYS, err=True)
    section = ""
    sitting = Sitting(store)
    while at < len(questions):
        question = questions[at]
        store.drafts.put(DRAFT, question.id)
        if question.section != section:
            section = question.section
            click.echo(f"\n{section}", err=True)
        click.echo(f"\n[{at + 1} of {len(questions)}] {question.text}", err=True)
        try:
            _ask(sitting, question)
        except Back:
            at = max(at - 1, 0)
        else:
            at += 1


class Sitting:
    """The answers of one sitting make one version of the profile, not one each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None

    @property
    def profile(self) -> Profile:
        return own.current(self._store)

    def take(self, question: Question, value: Any) -> None:
        """Save an answer. Raises Problem: bad_answer, bad_ladder."""
        from helper.profiles import check_ladder
        from helper.wizard import answered

        made = answered(self.profile, question, value)
        check_ladder(made)
        self._version = self._store.profiles.save(made, instead_of=self._version)


def _ask(sitting: Sitting, question: Question) -> None:
    """Ask until an answer fits."""
    from helper.errors import Problem
    from helper.wizard import present

    saved = sitting.profile
    there = present(saved, question)
    if there:
        click.echo(f"    now: {'; '.join(there)}", err=True)
    while True:
        try:
            value = _answer(question, saved, there)
            if value is not None:
                sitting.take(question, value)
            return
        except Away as away:
            if away.told:
                sitting.take(question, away.told)
            raise
        except Problem as problem:
            click.echo(problem.as_lines(), err=True)
            if not sys.stdin.isatty():  # nobody who could type it again: the question is left as it was
                return


def _answer(question: Question, saved: Profile, there: list[str]) -> Any:
    if question.choices:
        return _choice(question)
    if question.kind == "text":
        line = _line(question, "> ")
        return "" if line == "-" else line or None
    if question.kind == "list":
        return _list(question, there)
    return _aspirations(question, saved)


def _choice(question: Question) -> str | None:
    for number, choice in enumerate(question.choices, 1):
        click.echo(f"    {number}  {choice.label}", err=True)
    while True:
        line = _line(question, "> ")
        if not line:
            return None
        for number, choice in enumerate(question.choices, 1):
            if line.casefold() in {str(number), choice.value.casefold(), choice.label.casefold()}:
                return choice.value
        click.echo(f"Type a number from 1 to {len(question.choices)}.", err=True)


def _list(question: Question, there: list[str]) -> list[str] | None:
    click.echo(f"    {LIST_END}", err=True)
    told = list(there)
    with _kept(told):
        while line := _line(question, "> "):
            told[:] = [] if line == "-" else [*told, line]
    return told if told != there else None


@contextmanager
def _kept(told: list[Any]) -> Iterator[None]:
    """Who leaves in the middle of a list takes along what is in it."""
    try:
        yield
    except Away as away:
        away.told = told
        raise


def _aspirations(question: Question, saved: Profile) -> list[dict[str, Any]] | None:
    """Lines of aspirations; at a terminal, what is not told beside one is asked."""
    from helper.wizard import wizard as script

    starters = script().starters if question.aspiration_kind == "aspiration" and not question.private else []
    numbers = {str(number) for number in range(1, len(starters) + 1)}
    for number, starter in enumerate(starters, 1):
        click.echo(f"    {number}  {starter.text}", err=True)
    click.echo(f"    {'A number takes an example, your own words are better. ' if starters else ''}{LIST_END.split(',')[0]}.", err=True)
    told: list[dict[str, Any]] = []
    with _kept(told):
        while line := _line(question, "> "):
            told.append(_started(question, starters[int(line) - 1]) if line in numbers else _parts(line))
            if sys.stdin.isatty() and not question.private:
                _ask_more(question, told[-1], saved)
    return told or None


def _started(question: Question, starter: Starter) -> dict[str, Any]:
    """An aspiration from an example, in the user's own words where somebody is there to type them."""
    click.echo(f"    {starter.hint}", err=True)
    words = _line(question, f"    in your words [{starter.text}]: ") if sys.stdin.isatty() else ""
    return {"text": words or starter.text, "private": starter.private and not words}


def _parts(line: str) -> dict[str, Any]:
    """An aspiration and what is told beside it, after |."""
    text, *more = (part.strip() for part in line.split("|"))
    told: dict[str, Any] = {"text": text}
    for part in more:
        for word, field in PARTS.items():
            if part.lower().startswith(word):
                value = part[len(word):].strip()
                told[field] = [*told.get(field, []), value] if field in {"steps", "planned"} else value
    return told


def _ask_more(question: Question, told: dict[str, Any], saved: Profile) -> None:
    if "because" not in told and (line := _line(question, "    why does it matter to you? because ")):
        told["because"] = line.removeprefix("because ")
    if "steps" not in told and (line := _line(question, "    what have you done for it? ")):
        told["steps"] = [line]
    if "planned" not in told and (line := _line(question, "    what will you do next? ")):
        told["planned"] = [line]
    goals = {a.id: a.text for a in saved.aspirations if a.kind == "aspiration" and not a.private}
    if question.aspiration_kind == "goal" and goals and "leads_to" not in told:
        click.echo("    " + "; ".join(f"{id_} {text}" for id_, text in goals.items()), err=True)
        line = _line(question, "    which of these does it lead to? ")
        if line in goals:
            told["leads_to"] = line


def _line(question: Question, prompt: str) -> str:
    """One line of the input. Raises Leave and Back; ? explains and asks again."""
    while True:
        click.echo(prompt, nl=False, err=True)
        try:
            raw = sys.stdin.readline()
        except KeyboardInterrupt as interrupt:
            raise Leave from interrupt
        if not raw:
            raise Leave
        line = raw.strip()
        if line == "q":
            raise Leave
        if line == "b":
            raise Back
        if line != "?":
            return line
        click.echo(f"    {question.help}", err=True)


def _finish(saved: Profile) -> None:
    from helper.cli.profile_text import text
    from helper.wizard import unedited

    click.echo("\nThat was the last question. This is your profile now:\n", err=True)
    put_out(text(saved), None)
    for aspiration, starter in unedited(saved):
        click.echo(f"{aspiration.id} still has the example's words: true of anybody. {starter.hint}", err=True)
    bare = [a.id for a in saved.aspirations if not a.private and not (a.because or a.steps)]
    if bare:
        click.echo(f"Without a reason or a step, there is little to say: {', '.join(bare)}. "
                   "`visionfit profile edit ID --because … --step …` adds them.", err=True)
