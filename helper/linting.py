"""Checking wording, made or edited: what is held against what."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from helper import briefing
from nlp.contract import Brief, Finding, Phrase, Profile, Register

if TYPE_CHECKING:
    from helper.store import Store

MOST_RIVALS = 50  # saved companies that the swap test looks at
ASKED_FOR = {"Q14": "pay_leads", "Q13": "exit"}  # what the question itself asks to be said


def check(
    text: str,
    brief: Brief | None,
    page_texts: Sequence[str],
    profile: Profile | None,
    *,
    rivals: Mapping[str, Sequence[str]],
    others: Sequence[Phrase] = (),
    form: Literal["phrase", "answer"] | None = None,
    register: Register = "spoken",
    question: str | None = None,
) -> list[Finding]:
    """What is wrong with `text`, errors first. Raises Problem(models_failed)."""
    from nlp.models import models
    from nlp.phrasing import lint

    with briefing.core_errors():
        found = lint(
            text, brief=brief, profile=profile, page_texts=page_texts, models=models(), others=others, rivals=rivals,
            form=form, register=register,
        )
    return [finding for finding in found if finding.rule != ASKED_FOR.get(question or "")]


def check_saved(
    store: Store,
    text: str,
    domain: str,
    *,
    phrase: str | None = None,
    form: Literal["phrase", "answer"] | None = None,
    profile: Profile | None = None,
) -> list[Finding]:
    """What is wrong with the user's own wording for a saved company. `phrase`: the id of the one it was made from.
    Without a `profile` the saved one is used.

    Raises Problem: no_company, no_phrase, models_failed.
    """
    brief = briefing.saved_brief(store, domain)
    reading = store.companies.reading(domain)
    if reading is None:
        raise briefing.no_company(domain)
    kept = {entry.id for entry in store.preparations.of(domain).kept}
    if phrase is not None and phrase not in kept and all(p.id != phrase for p in brief.phrases):
        raise briefing.no_phrase(domain, phrase)
    current = store.profiles.current()
    return check(
        text, brief, reading.texts, profile or (current.profile if current else None), rivals=rivals(store, domain),
        # an answer is made of the phrases, so it may well be like them
        others=[] if form == "answer" else [p for p in brief.phrases if p.id != phrase], form=form,
    )


def rivals(store: Store, domain: str) -> dict[str, list[str]]:
    """Name -> page texts of the other saved companies."""
    return store.companies.texts_of_others(domain, MOST_RIVALS)
