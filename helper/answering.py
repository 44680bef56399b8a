"""Answers to interview questions: composed of the profile and a saved company, or the user's own, checked and kept."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from helper import briefing, linting
from helper.errors import Problem
from helper.store.answers import SavedAnswer, Slot
from nlp.contract import Answer, Audience, Brief, Finding, Phrase, Profile, Reading, Register

if TYPE_CHECKING:
    from helper.store import Store
    from nlp.matching import Others

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
REGISTERS: tuple[Register, ...] = get_args(Register)
FIRST = ("Q1", "Q2", "Q3", "Q5", "Q7", "Q8", "Q19")  # the questions nearly every interview has


def questions() -> dict[str, str]:
    """Question id -> its text, in their order."""
    from nlp.phrasing import QUESTIONS

    return {id_: question.text for id_, question in QUESTIONS.items()}


def compose(
    brief: Brief, reading: Reading, profile: Profile | None, slot: Slot, kept: Sequence[Phrase] | None = None,
    others: Others | None = None,
) -> Answer:
    """An answer made of what is saved; `kept` phrases are said as they are, in this order. Not saved.

    `others` are those the brief was made beside.

    Raises Problem(too_little) with what is missing.
    """
    from nlp.matching.others import NONE
    from nlp.models import models
    from nlp.phrasing import Lack, answer

    with briefing.core_errors():
        made = answer(
            slot.question, profile or Profile(), reading, brief, brief.phrases, models(), audience=slot.audience,
            register=slot.register, kept=kept, others=others or NONE,
        )
    if isinstance(made, Lack):
        raise Problem("too_little", made.message, made.hint, status=422)
    return made


def compose_saved(
    store: Store, slot: Slot, phrases: Sequence[str] | None = None, profile: Profile | None = None
) -> Answer:
    """`compose` for a saved company, and the saved profile unless another is given. `phrases`: ids of kept phrases, or
    of phrases of the brief.

    Raises Problem: no_company, no_phrase, too_little.
    """
    brief, reading, saved_profile = _saved(store, slot.domain)
    others = briefing.others(store, slot.domain)
    if profile is not None:
        from nlp.brief import from_reading

        with briefing.core_errors():
            brief = from_reading(reading, profile, others=others)
        return compose(brief, reading, profile, slot, others=others)
    kept = None if phrases is None else [_phrase(store, brief, id_) for id_ in phrases]
    return compose(brief, reading, saved_profile, slot, kept, others)


def _phrase(store: Store, brief: Brief, id_: str) -> Phrase:
    """A phrase by its id, in the user's own wording where it is kept."""
    from nlp.phrasing.words import count, quoted

    for kept in store.preparations.of(brief.company.domain).kept:
        if kept.id == id_:
            return Phrase(id=id_, text=kept.text, aspiration=kept.aspiration, evidence=kept.evidence,
                          quotes=quoted(kept.text), part="aim", words=count(kept.text), genericness=0)
    found = next((phrase for phrase in brief.phrases if phrase.id == id_), None)
    if found is None:
        raise briefing.no_phrase(brief.company.domain, id_)
    return found


def save(store: Store, slot: Slot, text: str) -> SavedAnswer:
    """Keep the user's own text as a new version, with what lint says of it. Raises Problem(no_company)."""
    current = store.profiles.current()
    return store.answers.save(
        slot, text, _findings(store, slot, text), current.version if current else None, briefing.core_version()
    )


def saved(store: Store, domain: str) -> list[SavedAnswer]:
    """The newest version of each of a company's answers, checked anew where the profile has changed since."""
    return [_checked(store, one) for one in store.answers.newest(domain)]


def is_fresh(store: Store, one: SavedAnswer) -> bool:
    """Whether the findings of a saved answer were made with the profile and the language core of now."""
    current = store.profiles.current()
    return (one.profile_version, one.model) == (current.version if current else None, briefing.core_version())


def _checked(store: Store, one: SavedAnswer) -> SavedAnswer:
    if is_fresh(store, one):
        return one
    return save(store, one.slot, one.text)


def _findings(store: Store, slot: Slot, text: str) -> list[Finding]:
    brief, reading, profile = _saved(store, slot.domain)
    return linting.check(
        text, brief, reading.texts, profile, rivals=linting.rivals(store, slot.domain), form="answer",
        register=slot.register, question=slot.question,
    )


def _saved(store: Store, domain: str) -> tuple[Brief, Reading, Profile | None]:
    brief = briefing.saved_brief(store, domain)
    reading = store.companies.reading(domain)
    if reading is None:
        raise briefing.no_company(domain)
    current = store.profiles.current()
    return brief, reading, current.profile if current else None
