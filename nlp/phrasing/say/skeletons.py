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
from nlp.phrasing.company.frames import Frame, Relation
from nlp.phrasing.company.quotes import Quote
from nlp.phrasing.person.facts import Fact
from nlp.phrasing.person.person import Want
from nlp.phrasing.say.openings import Opening
from nlp.phrasing.say.tails import Tail, offer_tail, repeated_tail

SHORTEST, LONGEST = 18, 42
IDEAL = 33
SHORT_AIM = 8  # words after which "here" would be too far from its verb
SMALL = frozenset("would could there their about where which people your that with what like have from those this here into they when them".split())
CLAUSE = re.compile(r",|\b(?:here|who|which|that|whose|whatever|when|where|if|rather|I)\b")
CLOSE_TO = 0.3  # closeness of a value's name that can be said to be how one works
FACT_WORDS = 16
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
    facts: tuple[Fact, ...]
    people: str | None  # whom the company serves, where the wish is for others
    strength: Strength
    close: float  # how far the quote alone still speaks to the wish: 0..1
    relevance: float  # nearness of quote and wish, and the match's own score: 0..1


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
        if opening.names_aim:
            yield from _offered(m, opening)
            yield from _with(m, opening, m.tails, "opening-frame-tail", 0.0)
        else:
            yield from _aim_last(m, opening)
    for fact in m.facts:
        yield from _deed_between(m, fact)
        yield from _close_to(m, fact)


def _capital(m: Material) -> bool:
    """Whether the frame can begin a sentence: a quotation in lower case cannot."""
    return not m.frame.starts_with_quote or m.quote.text[0].isupper()


def _offered(m: Material, opening: Opening) -> Iterator[Draft]:
    """[aim and fact]. [frame], and [the same again, named]."""
    tail = offer_tail(opening.fact, m.people) if opening.fact else None
    if tail and _capital(m):
        text = f"{w.sentence(opening.text)} {w.sentence(f'{m.frame.clause}, and {tail.text}')}"
        yield _draft(m, text, "offered", opening.part, opening, tail, 0.1)


def _deed_between(m: Material, fact: Fact) -> Iterator[Draft]:
    """[frame]. [fact], and [the same again], because I'd like to [aim]."""
    tail, inf = repeated_tail(fact, m.people), m.want.forms.inf
    if tail is None or inf is None or not _capital(m) or fact.words > FACT_WORDS or fact.says_our:
        return
    deed = f"{fact.perfect}, and {tail.text}, because I'd like to {inf}"
    text = f"{w.sentence(m.frame.clause)} {w.sentence(deed)}"
    opening = Opening("frame.deed", tail.text, "give", True, True, 0.78, fact)
    yield _draft(m, text, "deed-between", "give", opening, tail, 0.1)


def _close_to(m: Material, fact: Fact) -> Iterator[Draft]:
    """“Value” is close to how I work: [fact]. I'd like to [aim] here, and [the same again, named]."""
    tail, inf = offer_tail(fact, m.people), m.want.forms.inf
    if tail is None or inf is None or m.quote.cut.form is not Form.NAME or m.close < CLOSE_TO or not _capital(m) or not fact.clause.startswith("I"):
        return
    here = "" if CLAUSE.search(inf) or " here" in tail.text else " here"
    plan = f"I'd like to {inf}{here}, and {tail.text}"
    text = f"{w.quote(m.quote.text)} is close to how I work: {fact.perfect}. {w.sentence(plan)}"
    opening = Opening("name.close", f"I'd like to {inf}", "give", True, False, 0.8, fact)
    yield _draft(m, text, "close-to", "give", opening, tail, 0.12)


def _with(m: Material, opening: Opening, tails: tuple[Tail, ...], skeleton: str, extra: float) -> Iterator[Draft]:
    """[opening]. [frame], and/so [tail]."""
    for tail in tails:
        for connective in ("so", "and"):
            if connective not in tail.after:
                continue
            if connective == "so" and not tail.question and (opening.causal or m.frame.relation is not Relation.OFFER):
                continue  # what they offer can be built on; from what they value nothing follows of itself
            if m.frame.starts_with_quote and not m.quote.text[0].isupper():
                continue
            stop = "?" if tail.question else "."
            text = f"{w.sentence(opening.text)} {w.sentence(f'{m.frame.clause}, {connective} {tail.text}{stop}')}"
            yield _draft(m, text, skeleton, opening.part, opening, tail, extra + (0.03 if connective == "so" else 0.0))


def _aim_last(m: Material, opening: Opening) -> Iterator[Draft]:
    """[reason]. [frame], and I'd like to [aim] here: [fact], and [the same again]. Or, of a fact, its offer; or where it would begin."""
    if not _capital(m):
        return
    inf = m.want.forms.inf
    begin = w.sentence(opening.text)
    if inf is not None and w.count(inf) <= SHORT_AIM and not CLAUSE.search(inf):
        here = f"{m.frame.clause}, and I'd like to {inf} here"
        if opening.fact and (tail := offer_tail(opening.fact, m.people)) and " here" not in tail.text:
            yield _draft(m, f"{begin} {w.sentence(f'{here}: {tail.text}')}", "aim-offered", "here", opening, tail, 0.12)
        for fact in m.facts if opening.fact is None else ():
            if (tail := repeated_tail(fact, m.people)) and " here" not in tail.text and not fact.says_our:
                yield _draft(m, f"{begin} {w.sentence(f'{here}: {fact.perfect}, and {tail.text}')}", "aim-repeated", "here", opening, tail, 0.15, fact)
    for id_, aim, fit in _aims_here(m):
        for ending in (None, *m.endings):
            if ending is not None and w.count(aim) > LONG_AIM:
                continue
            clause = f"{m.frame.clause}, and {aim}" + (f", {ending.text}" if ending else "")
            tail = Tail(f"aim.{id_}", aim, frozenset({"and"}), fit - 0.2) if ending is None else ending
            yield _draft(m, f"{begin} {w.sentence(clause)}", "aim-last", "here", opening, tail, 0.0)


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


def _draft(
    m: Material, text: str, skeleton: str, part: PhrasePart, opening: Opening, tail: Tail, extra: float, fact: Fact | None = None
) -> Draft:
    used = [f.source for f in (opening.fact, fact) if f]
    facts = tuple(x for x in (*used, tail.trait) if x)
    score = 0.9 * m.relevance + 0.8 * m.frame.fit + 0.8 * m.quote.quality + 0.8 * opening.fit + 0.8 * tail.fit + extra
    score -= 0.02 * max(0, abs(w.count(text) - IDEAL) - 3)
    score -= _wear(text) + 0.35 * _echoes(m)
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
    cost += 0.3 * max(0, len(re.findall(r"\b(?:because|so|since)\b", bare)) - 1)
    cost += 0.15 * max(0, len(re.findall(r"\band\b", bare)) - 3)
    cost += 0.2 * max(0, len(re.findall(r"\bhere\b", bare)) - 1)
    content = [x for x in re.findall(r"[a-z]{4,}", text.lower()) if x not in SMALL]
    cost += 0.15 * (len(content) - len(set(content)))
    return cost
