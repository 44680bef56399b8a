"""Last clauses: what the user would do with the company's words, and who would gain by it.

A tail wishes ("I'd …") and never promises; it states no fact of the user except through a fact or trait of the
profile, and none of the company.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.company.frames import Relation
from nlp.phrasing.person.facts import Fact
from nlp.phrasing.person.person import Person
from nlp.phrasing.person.traits import Trait

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
        if (kept := _kept_up(trait)) is not None:
            tails.append(Tail(f"trait.kept.{i}", kept, both, fit, trait=trait.source))
        elif skills and trait.noun:
            whom = f"your {people}" if people else "your team"
            tails.append(Tail(f"trait.use.{i}", f"I'd put {trait.noun} to use for {whom}", both, fit - 0.04, trait=trait.source))
    return tails


def _kept_up(trait: Trait) -> str | None:
    """A way of working, carried on: "I'm calm when things go wrong" -> "I'd stay calm here when things go wrong"."""
    mine = trait.mine or ""
    if match := re.match(r"I'm (\w+) (when|under|with|in) ", mine):
        return f"I'd stay {match.group(1)} here {mine[match.start(2):]}"
    if re.match(r"I (?!am\b|was\b)\w+ \w", mine) and "," not in mine and " here" not in mine:
        return f"I'd {mine[2:]} here, too"
    return None


OFFER_FIT, REPEATED_FIT = 0.9, 0.9


def offer_tail(fact: Fact, people: str | None) -> Tail | None:
    """What the fact lets its owner offer, named, so that the company's words may stand between."""
    return Tail("fact.offer", slots(fact.offer, people), frozenset({"and"}), OFFER_FIT) if fact.offer else None


def repeated_tail(fact: Fact, people: str | None) -> Tail | None:
    """The same again, right after the fact itself."""
    return Tail("fact.repeated", slots(fact.repeated, people), frozenset({"and"}), REPEATED_FIT) if fact.repeated else None


def question_tails(themes: tuple[str, ...]) -> Iterator[Tail]:
    """Questions for a fit that the pages only touch."""
    for rank, theme in enumerate([*themes[:1], "any"]):
        for n, text in enumerate(_table("questions").get(theme, [])):
            fit = (0.8 if rank == 0 and theme != "any" else 0.5) - 0.02 * n
            yield Tail(f"ask.{theme}.{n}", f"may I ask {text}", frozenset({"so"}), fit, question=True)
            yield Tail(f"tell.{theme}.{n}", f"could you tell me {text}", frozenset({"so"}), fit - 0.03, question=True)
