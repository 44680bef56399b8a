"""Whole phrases: two sentences out of an opening, a frame and a tail, in six orders.

Each order is one pattern of docs/phrases.md. All candidates carry what they were made of, so that the choice
between them (choose.py) and the tests can see it.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.contract import PhrasePart, Strength
from nlp.phrasing import words as w
from nlp.phrasing.company.cuts import Form
from nlp.phrasing.company.frames import Frame, Relation, is_mention
from nlp.phrasing.company.quotes import Quote
from nlp.phrasing.person.facts import Fact
from nlp.phrasing.person.person import Want
from nlp.phrasing.say.openings import Opening
from nlp.phrasing.say.tails import Tail, offer_tail

SHORTEST, LONGEST = 18, 45
IDEAL = 35
SHORT_AIM = 8  # words after which "here" would be too far from its verb
CLAUSE = re.compile(r"\b(?:here|who|which|that|whose|whatever|when|where|if|rather|I)\b")
SINCE = 0.3  # what a phrase gains that gives their words as a reason
PERSONAL = frozenset({"name.noticed", "name.stopped", "mention.line"})  # from what I noticed nothing follows about them
BARE = 0.6  # what it costs to give no reason and no step where the profile has one
NO_GAIN = 0.7  # what a phrase costs that ends with the aim and gives nothing
LONG_AIM = 13  # words of an aim after which nothing more is added


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate phrase and what it was made of."""

    text: str
    aspiration: str
    evidence: str
    quote: Quote
    frame: Frame
    skeleton: str
    part: PhrasePart
    opening: str
    tail: str
    score: float
    facts: tuple[str, ...]  # the profile's own notes used, verbatim
    asks: bool
    strength: Strength

    @property
    def words(self) -> int:
        return w.count(self.text)


@dataclass(frozen=True, slots=True)
class Material:
    """What one aspiration and one quote offer to the skeletons."""

    want: Want
    quote: Quote
    frame: Frame
    openings: tuple[Opening, ...]
    tails: tuple[Tail, ...]
    endings: tuple[Tail, ...]
    questions: tuple[Tail, ...]
    fact_tails: dict[Fact, tuple[Tail, ...]]
    strength: Strength
    worth: float  # of the quote in this frame for this wish, as readers saw such: about 0 to 3
    people: str | None  # whom the company serves, where the wish is for others


def drafts(m: Material) -> Iterator[Draft]:
    """All phrases of this material that are neither too short nor too long."""
    for draft in _all(m):
        if SHORTEST <= draft.words <= LONGEST:
            yield draft


def _all(m: Material) -> Iterator[Draft]:
    if m.strength != "strong":
        for opening in (o for o in m.openings if o.names_aim):
            yield from _with(m, opening, m.questions, "question", -0.3 if m.strength == "partial" else -0.05)
    if m.strength == "weak":
        return  # asked, and nothing claimed
    for opening in m.openings:
        if not opening.names_aim:
            yield from _aim_last(m, opening)
            continue
        yield from _with(m, opening, m.tails, "opening-frame-tail", 0.0)
        if opening.fact and (offered := offer_tail(opening.fact, m.people)):
            yield from _with(m, opening, (offered,), "offered", 0.0)
        yield from _colon(m, opening)
        if m.frame.relation is Relation.OFFER and m.quote.cut.form is Form.NOUN:
            yield from _offer_used(m, opening)
    yield from _frame_first(m)


def _with(m: Material, opening: Opening, tails: tuple[Tail, ...], skeleton: str, extra: float) -> Iterator[Draft]:
    """[opening]. [frame], and [tail], or so [question]: from what they say nothing but a question follows of itself."""
    if m.frame.starts_with_quote and not m.quote.text[0].isupper():
        return
    for tail in tails:
        last = f"so {tail.text}?" if tail.question else f"and {tail.text}."
        text = f"{w.sentence(opening.text)} {w.sentence(f'{m.frame.clause}, {last}')}"
        yield _draft(m, text, skeleton, opening.part, opening, tail, extra)


def _offer_used(m: Material, opening: Opening) -> Iterator[Draft]:
    """[opening]. With your “Q” I could go further, and [tail]."""
    if m.quote.cut.determined and re.match(r"(?:a|an|the|our|some|any)\b", m.quote.text, re.IGNORECASE):
        return
    if not (m.quote.cut.possessive or m.frame.id.startswith("item.")):
        return
    for tail in m.tails:
        if " that" in tail.text:
            continue
        clause = f"with your {w.quote(m.quote.text)} I could go on with that"
        text = f"{w.sentence(opening.text)} {w.sentence(f'{clause}, and {tail.text}')}"
        yield _draft(m, text, "offer-used", "plan", opening, tail, -0.02)


def _aim_last(m: Material, opening: Opening) -> Iterator[Draft]:
    """[reason, fact or both]. [frame], and [aim], [who gains]; or: Since [frame], [aim], [who gains]; or: [aim]: [the same again, named]."""
    if m.frame.starts_with_quote and not m.quote.text[0].isupper():
        return
    offered = offer_tail(opening.fact, m.people) if opening.fact else None
    for id_, aim, fit in _aims_here(m):
        for ending in (None, *m.endings):
            if ending is not None and (w.count(aim) > LONG_AIM or _hangs(id_, aim, ending.text)):
                continue
            tail = Tail(f"aim.{id_}", aim, fit - NO_GAIN) if ending is None else ending
            last = f", {ending.text}" if ending else ""
            yield _draft(m, f"{w.sentence(opening.text)} {w.sentence(f'{m.frame.clause}, and {aim}{last}')}", "aim-last", "here", opening, tail, 0.05)
            if m.frame.id not in PERSONAL and not is_mention(m.frame) and not re.search(r"\b(?:because|since)\b", opening.text):
                text = f"{w.sentence(opening.text)} {w.sentence(f'since {m.frame.clause}, {aim}{last}')}"
                yield _draft(m, text, "aim-since", "here", opening, tail, 0.05 + SINCE)
        if offered:
            clause = f"{m.frame.clause}, and {aim}: {offered.text}"
            yield _draft(m, f"{w.sentence(opening.text)} {w.sentence(clause)}", "aim-offered", "here", opening, offered, 0.1)


def _hangs(id_: str, aim: str, ending: str) -> bool:
    """ "Helping children is what I'd like to do here, and try …": the verb has nothing to join; "with less walking, with numbers"."""
    return (ending.startswith("and ") and id_ != "like") or (ending.startswith("with ") and " with " in aim)


def _aims_here(m: Material) -> Iterator[tuple[str, str, float]]:
    """(id, clause that names the aim and places it at the company, fit)."""
    forms = m.want.forms
    if forms.subject is not None and "," not in forms.subject:
        if forms.outward:
            yield "do", f"{forms.subject} is what I'd like to do here", 0.62
        else:
            yield "towards", f"{forms.subject} is what I'd like to work towards here", 0.5
    if forms.inf is not None and w.count(forms.inf) <= SHORT_AIM and not CLAUSE.search(forms.inf):
        yield "like", f"I'd like to {forms.inf} here", 0.6


def _colon(m: Material, opening: Opening) -> Iterator[Draft]:
    """[aim with its reason]. [a value or rule of theirs]: [fact], and [tail that points back to it]."""
    if not m.frame.id.startswith(("name.stopped", "rule.", "explain.")):
        return
    if m.frame.starts_with_quote and not m.quote.text[0].isupper():
        return
    for fact, tails in m.fact_tails.items():
        if fact.source == (opening.fact.source if opening.fact else None) or not fact.clause.startswith("I"):
            continue
        for tail in tails:
            text = f"{w.sentence(opening.text)} {w.sentence(f'{m.frame.clause}: {fact.perfect}, and {tail.text}')}"
            yield _draft(m, text, "colon", opening.part, opening, tail, 0.08, fact)


def _frame_first(m: Material) -> Iterator[Draft]:
    """[frame], so [aim], or and that is [how, where or why] [aim]. [fact], and [tail that points back to it]."""
    inf = m.want.forms.inf
    if inf is None or (m.frame.starts_with_quote and not m.quote.text[0].isupper()):
        return
    link_id, link = {
        Relation.NORM: ("so", f"so I'd like to {inf}{'' if CLAUSE.search(inf) else ' here'}"),
        Relation.OFFER: ("help", f"and that would help me to {inf}"),
        Relation.PURPOSE: ("close", f"and my own aim is close to that: I'd like to {inf}"),
        Relation.IDENTITY: ("where", f"and that's where I'd like to {inf}"),
    }[m.frame.relation]
    if m.frame.id in PERSONAL or is_mention(m.frame):
        return  # "you write about …, so I'd like to": it does not follow
    for fact, tails in m.fact_tails.items():
        if fact.words > 18:
            continue
        for tail in tails:
            text = f"{w.sentence(f'{m.frame.clause}, {link}')} {w.sentence(f'{fact.clause}, and {tail.text}')}"
            opening = Opening(f"frame.{link_id}", link, "give", True, 0.55, fact)
            yield _draft(m, text, "frame-first", "give", opening, tail, 0.0)


def _draft(
    m: Material, text: str, skeleton: str, part: PhrasePart, opening: Opening, tail: Tail, extra: float, fact: Fact | None = None
) -> Draft:
    used = [f.source for f in (opening.fact, fact) if f]
    facts = tuple(x for x in (*used, tail.trait) if x)
    score = m.worth + 0.3 * m.frame.fit + 0.8 * opening.fit + 0.8 * tail.fit + extra
    score -= 0.012 * max(0, abs(w.count(text) - IDEAL) - 4)
    score -= _wear(text) + 0.35 * _echoes(m)
    if (m.want.reason or m.want.facts) and not (facts or opening.uses_reason):
        score -= BARE
    return Draft(text, m.want.aspiration, m.quote.source.evidence, m.quote, m.frame, skeleton, part, opening.id, tail.id,
                 round(score, 4), facts, tail.question, m.strength)


def _echoes(m: Material) -> bool:
    """The quote says nothing that the wish does not say in the same words."""
    quoted = {x.lower() for x in w.words(m.quote.text) if len(x) > 3}
    return bool(quoted) and quoted <= {x.lower() for x in w.words(m.want.forms.like)}


def _wear(text: str) -> float:
    """What tires the ear: the same beginning of clauses, one construction twice, several reasons in one breath."""
    bare = w.unquoted(text)
    cost = 0.0
    cost += 0.5 * max(0, len(re.findall(r"\bI'd like\b", bare)) - 1)
    cost += 0.15 * max(0, len(re.findall(r"\bI'd\b", bare)) - 2)
    cost += 0.12 * max(0, len(re.findall(r"\b(?:I|I'm|I've|I'd)\b", bare)) - 4)
    cost += 0.3 * max(0, len(re.findall(r"\b(?:because|so(?! that)|since)\b", bare)) - 1)
    cost += 0.15 * max(0, len(re.findall(r"\band\b", bare)) - 3)
    cost += 0.2 * max(0, len(re.findall(r"\bhere\b", bare)) - 1)
    content = [x for x in re.findall(r"[a-z]{5,}", text.lower()) if x not in {"would", "could", "there", "their", "about", "where", "which", "people"}]
    cost += 0.1 * (len(content) - len(set(content)))
    return cost
