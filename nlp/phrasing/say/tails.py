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
from nlp.phrasing.company.cuts import Form
from nlp.phrasing.company.frames import Frame, Relation, is_mention
from nlp.phrasing.person.facts import Fact, Kind
from nlp.phrasing.person.gained import EXPERIENCE, HABIT
from nlp.phrasing.person.person import Person

DATA = Path(__file__).resolve().parents[2] / "data"
TRAIT_NEAR = 0.25


@dataclass(frozen=True, slots=True)
class Tail:
    """A clause without connective. `after` holds the connectives it may follow: so, and, both or none (a question)."""

    id: str
    text: str
    after: frozenset[str]
    fit: float
    question: bool = False
    trait: str | None = None

    @property
    def words(self) -> int:
        return w.count(self.text)


@cache
def _table(name: str) -> dict[str, list[dict[str, object]]]:
    return dict(json.loads((DATA / f"phrasing_{name}.json").read_text("utf-8")))


def slots(text: str, people: str | None) -> str:
    return text.format(people=f"your {people}" if people else "your team", team="your team", newest="your newest people")


def theme_tails(themes: tuple[str, ...], relation: Relation, people: str | None) -> Iterator[Tail]:
    """The tails written for the wish's themes that suit what the company's words are to it."""
    for rank, theme in enumerate([*themes[:2], "any"]):
        for n, entry in enumerate(_table("tails").get(theme, [])):
            if str(relation) not in str(entry["to"]).split() or (entry.get("people") and not people):
                continue
            fit = (0.64, 0.5, 0.36)[min(rank, 2) if theme != "any" else 2] + (0.06 if entry.get("people") else 0.0)
            yield Tail(f"{theme}.{n}", slots(str(entry["text"]), people), frozenset(str(entry["after"]).split()), fit)


def theme_endings(themes: tuple[str, ...], people: str | None) -> Iterator[Tail]:
    """Where the aim would begin: "starting with the people next to me"."""
    for theme in [*themes[:1], "any"]:
        for n, entry in enumerate(_table("endings").get(theme, [])):
            if not entry.get("people") or people:
                fit = 0.5 if theme != "any" else 0.35
                yield Tail(f"end.{theme}.{n}", slots(str(entry["text"]), people), frozenset({"and"}), fit)


def trait_tails(person: Person, near: str, people: str | None, models: Models, *, skills: bool) -> list[Tail]:
    """What a habit of the profile, or with `skills` also a skill, would give; only those near in meaning to `near`."""
    if not person.traits:
        return []
    vectors = models.embedder.encode([near, *(t.source for t in person.traits)])
    scores = vectors[1:] @ vectors[0]
    tails = []
    for i in np.argsort(-scores, kind="stable")[:3]:
        trait, score = person.traits[i], float(scores[i])
        if score < TRAIT_NEAR:
            break
        fit = 0.72 + 0.3 * (score - TRAIT_NEAR)
        both = frozenset({"so", "and"})
        if trait.somebody:
            tails.append(Tail(f"trait.somebody.{i}", f"your team would get somebody {trait.somebody}", both, fit, trait=trait.source))
        elif skills and trait.noun:
            whom = f"your {people}" if people else "your team"
            tails.append(Tail(f"trait.use.{i}", f"I'd put {trait.noun} to use for {whom}", both, fit - 0.04, trait=trait.source))
    return tails


SAME_AGAIN: dict[Kind, str] = {Kind.HELP: "I'd do the same for {people}", Kind.MAKE: "I'd try the same with you"}
TO_PUPILS = frozenset({"students", "pupils", "learners"})
# What a fact brought, offered again; "that" is what the company's words in the clause before ask for or are after.
GAINS: tuple[tuple[str, str, float], ...] = (
    ("help", "{gained} could help {team} with that", 0.9),
    ("where", "that's where I'd put {gained} to work", 0.88),
    ("role", "as {role} here I'd put {gained} to work for {people}", 0.9),
    ("role_bring", "as {role} here I'd bring {gained} to {team}", 0.87),
    ("work", "I'd put {gained} to work for {people}", 0.86),
    ("benefit", "{people} would benefit from {gained}", 0.85),
    ("bring", "I'd bring {gained} to {team}", 0.82),
)
REPAID = ("repay", "I'd pay that back with {gained}", 0.9)
# The same with the whole fact, where nothing of it was told before.
LESSONS: tuple[tuple[str, str, float], ...] = (
    ("help", "{lesson} could help {team} with that", 0.95),
    ("role_bring", "as {role} here I'd bring {team} {lesson}", 0.93),
    ("part", "{lesson} would help me do my part here", 0.93),
    ("benefit", "{people} would benefit from {lesson}", 0.9),
    ("bring", "I'd bring {team} {lesson}", 0.9),
)
OF_THEIR_AIM = frozenset({"help", "where", "part"})
UNNAMED = 0.06  # what "that experience" costs against a fact called by its name


def is_of_their_aim(tail: Tail) -> bool:
    """Whether its "that" is what the company's words ask for, so that these must stand just before it."""
    return tail.id.rpartition(".")[2] in OF_THEIR_AIM


def fact_tails(fact: Fact, outward: bool, role: str | None, frame: Frame, people: str | None) -> Iterator[Tail]:
    """Tails that offer again what a fact of the same phrase showed, or what it brought."""
    after = frozenset({"and"})
    if fact.again in {"the same help", "the same support"} and outward:
        yield Tail("fact.again", slots(f"{{people}} would get {fact.again} from me", people), after, 0.88)
    elif fact.again == "the same teaching" and people in TO_PUPILS:
        yield Tail("fact.again", slots(f"{{people}} would get {fact.again} from me", people), after, 0.88)
    elif fact.again in {"the same coaching", "the same mentoring", "the same training"} and not outward:
        yield Tail("fact.again", slots(f"{{newest}} would get {fact.again} from me", people), after, 0.88)
    elif fact.kind is Kind.MAKE or (fact.kind is Kind.HELP and people and outward):
        yield Tail(f"fact.same.{fact.kind}", slots(SAME_AGAIN[fact.kind], people), after, 0.7)
    named = fact.gained.startswith(("what ", "those "))
    for id_, text, fit in (REPAID, *GAINS) if frame.relation is Relation.OFFER else GAINS:
        if id_ in {*OF_THEIR_AIM, REPAID[0]} and not named:
            continue  # "that experience could help with that"
        if tail := _filled(f"fact.{id_}", text, fact.gained, role, frame, people, fit - (UNNAMED if fact.gained in {EXPERIENCE, HABIT} else 0.0)):
            yield tail


def lesson_tails(fact: Fact, role: str | None, frame: Frame, people: str | None) -> Iterator[Tail]:
    """Tails that tell the fact itself, as what it taught."""
    for id_, text, fit in LESSONS if fact.lesson else ():
        if tail := _filled(f"lesson.{id_}", text, str(fact.lesson), role, frame, people, fit):
            yield tail


def _is_an_aim(frame: Frame) -> bool:
    """Whether the clause says something they do or ask for, so that one can help with it."""
    return frame.relation in {Relation.PURPOSE, Relation.NORM} and not (is_mention(frame) and frame.form is Form.NOUN)


def _filled(id_: str, text: str, brought: str, role: str | None, frame: Frame, people: str | None, fit: float) -> Tail | None:
    if ("{role}" in text and role is None) or (id_.rpartition(".")[2] in OF_THEIR_AIM and not _is_an_aim(frame)):
        return None
    named = text.replace("{gained}", brought).replace("{lesson}", brought).replace("{role}", f"{w.article(role)} {role}" if role else "")
    return Tail(id_, slots(named, people), frozenset({"and"}), fit)


def question_tails(themes: tuple[str, ...]) -> Iterator[Tail]:
    """Questions for a fit that the pages only touch."""
    for rank, theme in enumerate([*themes[:1], "any"]):
        for n, text in enumerate(_table("questions").get(theme, [])):
            fit = (0.8 if rank == 0 and theme != "any" else 0.5) - 0.02 * n
            yield Tail(f"ask.{theme}.{n}", f"may I ask {text}", frozenset({"so"}), fit, question=True)
            yield Tail(f"tell.{theme}.{n}", f"could you tell me {text}", frozenset({"so"}), fit - 0.03, question=True)
