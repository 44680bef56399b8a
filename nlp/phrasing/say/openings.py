"""First clauses: the aspiration with a reason or with something done, in the user's own words."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.contract import PhrasePart
from nlp.phrasing import words as w
from nlp.phrasing.person.facts import Fact, Kind
from nlp.phrasing.person.person import Want

# Themes by what a wish about them is: a direction one moves in, a condition one works under, or else something one does.
DIRECTIONS = frozenset({"learning_growth", "leadership_management", "career_advancement", "expertise_mastery", "recognition",
                        "technology_advancement", "entrepreneurship_ownership"})
CONDITIONS = frozenset({"work_life_balance", "health_safety_wellbeing", "autonomy", "teamwork_collaboration", "stability_security",
                        "diversity_inclusion", "respect_care", "transparency_communication", "passion_enjoyment", "agility_change"})
LIGHT_SUBJECT = 4  # words that a subject may have and still be said in one breath
BOTH_WORDS = 24  # of reason and step together, so that a second sentence has room
MOVING_VERBS = frozenset("become lead manage take earn obtain move grow get reach head run learn study master return change join gain".split())


@dataclass(frozen=True, slots=True)
class Opening:
    """A clause without capital and stop. `uses` names what it was made of."""

    id: str
    text: str
    part: PhrasePart
    names_aim: bool
    fit: float
    fact: Fact | None = None
    uses_reason: bool = False
    alone: bool = True  # may be a sentence of its own

    @property
    def words(self) -> int:
        return w.count(self.text)


def is_direction(want: Want, themes: tuple[str, ...]) -> bool:
    head = (want.forms.inf or "").split(" ", 1)[0]
    return head in MOVING_VERBS or (bool(themes) and themes[0] in DIRECTIONS and want.forms.inf is None)


def is_condition(want: Want, themes: tuple[str, ...]) -> bool:
    head = (want.forms.inf or "").split(" ", 1)[0]
    return not want.forms.outward and ((bool(themes) and themes[0] in CONDITIONS) or head in {"be", "have", "keep", "work", "feel"})


def _heads_somewhere(want: Want) -> bool:
    return (want.forms.inf or "").split(" ", 1)[0] in {"become", "lead", "manage", "grow", "head", "run", "move", "take", "get"}


def _subject(want: Want) -> str | None:
    """The aim as a subject; none where a comma or a clause of its own would part it from its verb."""
    subject = want.forms.subject
    apart = subject is None or "," in subject or re.search(r"\b(?:what|when|where|who|how)ever\b", subject)
    return None if subject is None or apart or w.count(subject) > 11 else subject


def openings(want: Want, themes: tuple[str, ...]) -> Iterator[Opening]:
    """All openings that the profile has the material for."""
    yield from _with_reason(want, themes)
    for rank, fact in enumerate(want.facts[:3]):
        elsewhere = 0.15 if rank >= want.noted else 0.0  # experience in general convinces less than a step towards the aim
        yield from _with_fact(want, fact, themes, 0.05 * rank + elsewhere)
        if rank < want.noted:
            yield from _with_both(want, fact, 0.05 * rank)
    yield from _aim_alone(want, themes)


def _aims(want: Want, themes: tuple[str, ...]) -> Iterator[tuple[str, str, float]]:
    """(id, clause that names the aim, fit) for the horizon the user gave."""
    like, inf = want.forms.like, want.forms.inf
    yield "like", f"I'd like {like}", 0.7
    if inf:
        yield "want", f"I want to {inf}", 0.62
    if want.horizon == "long":
        yield "long_aim", f"my long-term aim is {like if inf or not want.forms.noun else want.forms.noun}", 0.5 if inf or want.forms.noun else 0.3
        yield "long_run", f"in the long run I'd like {like}", 0.7
    elif want.horizon == "mid" and not is_condition(want, themes):
        yield "few_years", f"over the next few years I'd like {like}", 0.72
    elif want.horizon == "short" and is_direction(want, themes) and inf and not inf.startswith(("keep ", "be ", "return")):
        yield "next_step", f"my next step is to {inf}", 0.7
    if want.forms.noun and want.horizon == "long" and is_direction(want, themes) and re.match(r"an? |the |more ", want.forms.noun):
        yield "noun_aim", f"{want.forms.noun} is my long-term aim", 0.66


def _with_reason(want: Want, themes: tuple[str, ...]) -> Iterator[Opening]:
    reason, subject = want.reason, _subject(want)
    if reason is None:
        return
    for id_, aim, fit in _aims(want, themes):
        if reason.purpose:
            yield Opening(f"{id_}.to", f"{aim}, {reason.clause}", "why", True, fit, uses_reason=True)
        elif " because " not in f" {reason.clause} ":
            comma = "," if w.count(aim) > 6 else ""
            yield Opening(f"{id_}.because", f"{aim}{comma} because {reason.clause}", "why", True, fit + 0.1, uses_reason=True)
    if reason.purpose or reason.anaphoric:
        return
    plain = not re.search(r"\b(?:so|because|since)\b", reason.clause)
    if subject and plain:
        yield Opening("so.matters", f"{reason.clause}, so {subject} matters to me", "why", True, 0.68, uses_reason=True)
        if re.match(r"I (?!am|'m)\w+(?:ed|ew|aw|ound|ent)\b", reason.clause):
            yield Opening("so.personal", f"{reason.clause}, so {subject} is personal for me", "why", True, 0.66, uses_reason=True)
    if plain:
        yield Opening("so.like", f"{reason.clause}, so I'd like {want.forms.like}", "why", True, 0.92, uses_reason=True)
        if want.forms.inf:
            yield Opening("so.want", f"{reason.clause}, so I want to {want.forms.inf}", "why", True, 0.7, uses_reason=True)
    yield Opening("reason.alone", reason.clause, "here", False, 0.55, uses_reason=True)


def _with_fact(want: Want, fact: Fact, themes: tuple[str, ...], later: float) -> Iterator[Opening]:
    subject = _subject(want)
    part: PhrasePart = "plan" if fact.kind is Kind.STUDY else "aim"
    for id_, aim, fit in _aims(want, themes):
        comma = "," if w.count(aim) > 3 else ""
        if id_ not in {"noun_aim"}:
            yield Opening(f"{id_}.fact", f"{aim}{comma} and {fact.perfect}", part, True, fit - 0.06 - later, fact)
    if subject and is_direction(want, themes):
        if _heads_somewhere(want):
            yield Opening("fact.heading", f"{fact.clause}, and {subject} is what I'm working towards", part, True, 0.6 - later, fact)
        if want.horizon != "long":
            step = "is my next step" if _heads_somewhere(want) else "is what I'd like next"
            heavy = 0.2 if w.count(subject) > LIGHT_SUBJECT else 0.0
            yield Opening("fact.next", f"{fact.clause}, and {subject} {step}", part, True, 0.58 - later - heavy, fact)
        else:
            yield Opening("fact.aim", f"{fact.clause}, and {subject} is my long-term aim", part, True, 0.6 - later, fact)
    elif subject and want.forms.outward and fact.kind in {Kind.HELP, Kind.MAKE, Kind.LEAD}:
        yield Opening("fact.go_on", f"{fact.clause}, and {subject} is what I'd like to go on doing", "give", True, 0.6 - later, fact)
    elif subject:
        yield Opening("fact.matters", f"{fact.clause}, and {subject} matters to me", "aim", True, 0.5 - later, fact)
    if want.forms.inf and fact.kind in {Kind.STUDY, Kind.HELP} and w.count(want.forms.like) <= 10:
        yield Opening("fact.because", f"{fact.clause}, because I want to {want.forms.inf}", part, True, 0.56 - later, fact)
    yield Opening("fact.alone", fact.clause, "give", False, 0.5 - later, fact)


DELIBERATE = frozenset({Kind.HELP, Kind.MAKE, Kind.STUDY})  # done on purpose, so that the wish's reason is theirs, too


def _with_both(want: Want, fact: Fact, later: float) -> Iterator[Opening]:
    """Reason and step together; the aim itself follows in the second sentence."""
    reason = want.reason
    if reason is None or reason.purpose or reason.anaphoric or re.search(r"\b(?:so|because|since|and|but)\b", reason.clause):
        return
    if reason.words + fact.words > BOTH_WORDS or not re.match(r"I\b", fact.clause):
        return
    yield Opening("both.and", f"{reason.clause}, and {fact.perfect}", "give", False, 0.82 - later, fact, uses_reason=True)
    if fact.kind in DELIBERATE and "," not in fact.clause and not re.search(r"\b(?:because|since|after|when|who|which|that)\b", fact.clause):
        yield Opening("both.because", f"{fact.clause} because {reason.clause}", "give", False, 0.84 - later, fact, uses_reason=True)


def _aim_alone(want: Want, themes: tuple[str, ...]) -> Iterator[Opening]:
    for id_, aim, fit in _aims(want, themes):
        yield Opening(f"{id_}.alone", aim, "aim", True, fit - 0.2)
    for plan in want.planned[:2]:
        yield Opening("plan", f"I'd like {want.forms.like}, and my next step is to {plan}", "plan", True, 0.7)
    subject = _subject(want)
    if subject and is_condition(want, themes):
        yield Opening("matters.alone", f"{subject} matters to me", "why", True, 0.5)
