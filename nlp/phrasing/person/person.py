"""Everything the profile lets the user truly say, per aspiration. Private aspirations never get here."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from nlp.contract import Aspiration, Horizon, Profile
from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.person.facts import Fact, fact
from nlp.phrasing.person.forms import Forms, forms
from nlp.phrasing.person.reasons import Reason, reason
from nlp.phrasing.person.traits import Trait, skill, trait
from nlp.phrasing.person.wishes import Refusal, Wish, refusal, wishes
from nlp.phrasing.verbs import is_base

NEAR = 0.56  # cosine from which a piece of experience counts as evidence for a wish it was not noted under


@dataclass(frozen=True, slots=True)
class Want:
    """One wish of one aspiration with its evidence; everything in it is the user's own."""

    aspiration: str
    text: str
    forms: Forms
    horizon: Horizon | None
    weight: float
    reason: Reason | None
    facts: tuple[Fact, ...]
    planned: tuple[str, ...]
    noted: int = 0  # how many of `facts`, from the first, were saved as steps of this aspiration


@dataclass(frozen=True)
class Person:
    """What can be said of the user. `refused` holds, per aspiration, why it is not spoken."""

    wants: tuple[Want, ...] = ()
    refused: dict[str, Refusal] = field(default_factory=dict)
    split: dict[str, list[str]] = field(default_factory=dict)
    traits: tuple[Trait, ...] = ()
    history: tuple[Fact, ...] = ()
    role: str | None = None

    def of(self, aspiration: str) -> list[Want]:
        return [want for want in self.wants if want.aspiration == aspiration]


def speaker_of(profile: Profile, models: Models) -> Person:
    """`person`, kept: research asks for the same profile at every company."""
    return _kept(profile.model_dump_json(by_alias=True), models)


@lru_cache(maxsize=8)
def _kept(profile: str, models: Models) -> Person:
    return person(Profile.model_validate_json(profile), models)


def person(profile: Profile, models: Models) -> Person:
    """The speakable side of a profile."""
    nlp = models.pipeline
    history = tuple(f for f in (fact(note, nlp) for note in [*profile.experience, *profile.training, *profile.education]) if f)
    traits = tuple(t for t in [*(trait(x, nlp) for x in profile.work_style), *(skill(x, nlp) for x in profile.skills)] if t)
    wants: list[Want] = []
    refused: dict[str, Refusal] = {}
    split: dict[str, list[str]] = {}
    for aspiration in profile.aspirations:
        if aspiration.private:
            continue
        found = wishes(aspiration.text, nlp)
        if isinstance(found, Refusal):
            refused[aspiration.id] = found
            continue
        made = list({want.forms.like: want for wish in found if (want := _want(aspiration, wish, history, models))}.values())
        if len(found) > 1:
            split[aspiration.id] = [wish.text for wish in found]
        if made:
            wants += made
        else:
            too_long = any(w.count(wish.text) > 30 for wish in found)
            refused[aspiration.id] = refusal("wish_too_long" if too_long else "wish_not_understood")
    return Person(tuple(wants), refused, split, traits, history, _role(profile.role))


def _want(aspiration: Aspiration, wish: Wish, history: tuple[Fact, ...], models: Models) -> Want | None:
    nlp = models.pipeline
    made = forms(wish.text, nlp)
    if made is None:
        return None
    noted = [f for f in (fact(step, nlp) for step in aspiration.steps) if f]
    near = _near(wish.text, history, noted, models)
    return Want(
        aspiration.id, wish.text, made, aspiration.horizon, aspiration.weight,
        reason(aspiration.because, nlp) or reason(wish.because, nlp),
        (*noted, *near), tuple(p for p in (_plan(x) for x in aspiration.planned) if p),
        len(noted),
    )


def _near(wish: str, history: tuple[Fact, ...], noted: list[Fact], models: Models) -> list[Fact]:
    """Experience and training that speak to the wish, nearest first, without what the steps say already."""
    fresh = [f for f in history if all(w.overlap(f.source, n.source) < 0.5 for n in noted)]
    if not fresh:
        return []
    vectors = models.embedder.encode([wish, *(f.source for f in fresh)])
    scores = vectors[1:] @ vectors[0]
    return [fresh[i] for i in np.argsort(-scores, kind="stable") if scores[i] >= NEAR]


def _plan(text: str) -> str | None:
    """A planned step as a bare infinitive: "take the PMP exam in spring"."""
    bare = w.lower_first(w.fold(w.without_symbols(text)).rstrip(" ."))
    bare = re.sub(r"^(?:to|I (?:plan|want|intend|will|am going) to|plan to|I'll) ", "", bare, flags=re.IGNORECASE)
    first = bare.split()[0] if bare else ""
    return bare if first and is_base(first) and 2 <= w.count(bare) <= 14 else None


def _role(role: str | None) -> str | None:
    """The target role as a lower-case noun phrase, or None when it is not a plain one."""
    if not role:
        return None
    bare = w.fold(w.without_symbols(role)).strip(" .,")
    if not re.fullmatch(r"[A-Za-z][A-Za-z /&'’-]*", bare) or w.count(bare) > 5:
        return None
    return " ".join(x if w.keep_capital(x) else x.lower() for x in bare.split())
