"""Last clauses: what the user would do with the company's words, and who would gain by it.

A tail wishes ("I'd …") and never promises; it states no fact of the user except through a fact or trait of the
profile, and none of the company.
"""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.person.facts import Fact, Kind
from nlp.phrasing.person.person import Person, Want
from nlp.phrasing.say.bank import entries, nearness
from nlp.phrasing.themes import OUTSIDERS

DATA = Path(__file__).resolve().parents[2] / "data"
TRAIT_NEAR = 0.44
NEAR, THEME, CONSTANT = 1.16, 0.06, -0.8  # a regression on what readers thought of tails in phrases (docs/quality.md), moved to the embedder's scale
MARK = 0.5
NEAR_LEAST = 0.47  # cosine of what a tail is for to the wish; below it, readers called most of another trade
MOST, FEW = 12, 2


@dataclass(frozen=True, slots=True)
class Tail:
    """A clause without its connective: "and", or "so" before a question."""

    id: str
    text: str
    fit: float
    question: bool = False
    trait: str | None = None

    @property
    def words(self) -> int:
        return w.count(self.text)


@cache
def _questions() -> dict[str, list[str]]:
    return dict(json.loads((DATA / "phrasing_questions.json").read_text("utf-8")))


def slots(text: str, people: str | None) -> str:
    return text.format(people=f"your {people}" if people else "your team", team="your team", newest="your newest people")


def wish_tails(wish: str, themes: tuple[str, ...], people: str | None, models: Models, bank: str = "tails") -> list[Tail]:
    """The tails, or endings of an aim, written for such a wish, the best first."""
    near = nearness(bank, wish, models)
    outside = bool(OUTSIDERS.search(wish))  # what is done for children is not done for new colleagues
    fits = [
        (CONSTANT + NEAR * float(near[i]) + THEME * ((entry.theme in themes[:2]) + (entry.theme in themes[:1])) + MARK * entry.mark, i)
        for i, entry in enumerate(entries(bank))
        if (people or not entry.people) and not (outside and "{newest}" in entry.text)
    ]
    fits.sort(key=lambda pair: (-pair[0], pair[1]))
    kept = [(fit, entries(bank)[i]) for fit, i in fits if near[i] >= NEAR_LEAST]
    # A wish that none was written for gets the nearest of its theme: a phrase without a last clause gives nothing.
    kept = kept or [(fit, entries(bank)[i]) for fit, i in fits if entries(bank)[i].theme in themes[:1]][:FEW]
    return [Tail(f"{bank}.{entry.id}", slots(entry.text, people), fit) for fit, entry in kept[:MOST]]


def trait_tails(person: Person, near: str, people: str | None, models: Models) -> list[Tail]:
    """What a skill or habit of the profile would give; only those near in meaning to `near`."""
    if not person.traits:
        return []
    vectors = models.embedder.encode([near, *(t.source for t in person.traits)])
    scores = vectors[1:] @ vectors[0]
    tails = []
    for i in np.argsort(-scores, kind="stable")[:3]:
        trait, score = person.traits[i], float(scores[i])
        if score < TRAIT_NEAR:
            break
        fit = 0.45 + 0.3 * (score - TRAIT_NEAR)
        if trait.somebody:
            tails.append(Tail(f"trait.somebody.{i}", f"your team would get somebody {trait.somebody}", fit, trait=trait.source))
        elif trait.noun:
            whom = f"your {people}" if people else "your team"
            tails.append(Tail(f"trait.use.{i}", f"I'd put {trait.noun} to use for {whom}", fit - 0.04, trait=trait.source))
    return tails


FACT_TAILS: dict[Kind, tuple[str, ...]] = {
    Kind.HELP: ("I'd do the same for {people}", "I'd gladly do that for {newest}"),
    Kind.MAKE: ("I'd look for the next improvement of that kind with {team}", "I'd try the same with you"),
    Kind.LEAD: ("I'd go on from there with {team}", "I'd bring what I learned from it to {team}"),
    Kind.STUDY: ("I'd put it to use here for {people}", "what I learn would go straight into my work for {people}"),
    Kind.ROLE: ("I'd bring that to {team}", "I'd put that experience to use for {people}"),
    Kind.TIME: ("I'd bring that experience to {team}", "I'd put that experience to use for {people}"),
    Kind.OTHER: ("I'd bring what it taught me to {team}",),
}


OFFER_FIT = 0.68


def offer_tail(fact: Fact, people: str | None) -> Tail | None:
    """What the fact lets its owner offer, named, so that the company's words may stand between."""
    if fact.offer is None or ("{people}" in fact.offer and people is None):
        return None
    return Tail("fact.offer", slots(fact.offer, people), OFFER_FIT)


def fact_tails(fact: Fact, want: Want, people: str | None) -> Iterator[Tail]:
    """Tails that point back to a fact in the clause just before."""
    if offered := offer_tail(fact, people):
        yield offered
        return
    for n, text in enumerate(FACT_TAILS[fact.kind]):
        if "{people}" in text and fact.kind is Kind.HELP and people is None:
            continue  # the same that was done for children, for a team of grown-ups
        if "{newest}" in text and not ("mentor" in fact.clause or "coach" in fact.clause or "train" in fact.clause or "taught" in fact.clause):
            continue
        if fact.kind is Kind.STUDY and "what I learn " in text and not fact.ongoing:
            continue
        yield Tail(f"fact.{fact.kind}.{n}", slots(text, people), 0.5 - 0.03 * n)


def question_tails(themes: tuple[str, ...]) -> Iterator[Tail]:
    """Questions for a fit that the pages only touch."""
    for rank, theme in enumerate([*themes[:1], "any"]):
        for n, text in enumerate(_questions().get(theme, [])):
            fit = (0.8 if rank == 0 and theme != "any" else 0.5) - 0.02 * n
            yield Tail(f"ask.{theme}.{n}", f"may I ask {text}", fit, question=True)
            yield Tail(f"tell.{theme}.{n}", f"could you tell me {text}", fit - 0.03, question=True)
