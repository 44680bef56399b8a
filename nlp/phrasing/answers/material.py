"""What answers are made of: the points of a brief (wish, quote, frame, tail) and the sentences they give."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.contract import Audience, Gap, Match, Phrase, Profile, Reading, Statement, Value
from nlp.matching.others import NONE, Others
from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.company.frames import Frame, Relation
from nlp.phrasing.company.people import people
from nlp.phrasing.company.quotes import LEAST_SAID, Quote, quotes_of
from nlp.phrasing.person.facts import Fact, Kind
from nlp.phrasing.person.person import Person, Want
from nlp.phrasing.say.openings import is_condition
from nlp.phrasing.say.tails import Tail, trait_tails, wish_tails
from nlp.phrasing.themes import spoken_themes


@dataclass(frozen=True)
class Point:
    """One wish that the company's words support, with the quote chosen for it."""

    want: Want
    quote: Quote
    frame: Frame
    match: Match
    tails: tuple[Tail, ...]
    phrase: str | None  # id of the brief's phrase on the same wish and quote
    themes: tuple[str, ...]

    @property
    def fact(self) -> Fact | None:
        return self.want.facts[0] if self.want.facts else None


@dataclass(frozen=True)
class Material:
    """All that the answers to one company's questions can draw on."""

    speaker: Person
    profile: Profile
    reading: Reading
    points: tuple[Point, ...]
    gaps: tuple[Gap, ...]
    matches: tuple[Match, ...]
    audience: Audience
    models: Models
    others: Others = NONE

    @cached_property
    def lead(self) -> Want:
        """The wish an answer about the person begins with: one about the work before one about its conditions, supported
        or not; a wish that only takes is heard as a demand."""
        first = self.points[0].want
        if not self.is_condition(first):
            return first
        other = [x for x in self.wants if self.on(x) is None and (x.facts or x.reason) and x.forms.inf and not self.is_condition(x)]
        return max(other, key=lambda want: (want.weight, bool(want.facts)), default=first)

    def on(self, want: Want) -> Point | None:
        """Their words on a wish, if they have any."""
        return next((p for p in self.points if p.want is want), None)

    def phrase(self, want: Want) -> str | None:
        """The brief's phrase on a wish."""
        point = self.on(want)
        return point.phrase if point else None

    def is_condition(self, want: Want) -> bool:
        """Whether a wish is about the circumstances of work (hours, colleagues) and not about the work."""
        point = self.on(want)
        return is_condition(want, point.themes if point else spoken_themes(want, (), self.models))

    @cached_property
    def wants(self) -> list[Want]:
        """Every wish that may be said: the supported ones first, none that the pages speak against."""
        against = {gap.aspiration for gap in self.gaps if gap.reason == "conflict"}
        supported = list({id(p.want): p.want for p in self.points}.values())
        return supported + [x for x in self.speaker.wants if self.on(x) is None and x.aspiration not in against]

    @cached_property
    def people(self) -> str | None:
        return people(self.reading)

    def quote_of(self, evidence: Statement | Value) -> Quote | None:
        """The best quote of a statement whatever the user wishes: for what one knows about the company."""
        found = [q for q in quotes_of(evidence, self.reading, self.models.pipeline, self.others) if q.said[0] >= LEAST_SAID]
        return found[0] if found else None

    def statements(self, kind: str) -> list[Statement]:
        return sorted((s for s in self.reading.statements if s.kind == kind), key=lambda s: (not s.explicit, -s.confidence, s.id))


def points(
    speaker: Person, reading: Reading, matches: Sequence[Match], phrases: Sequence[Phrase], models: Models, others: Others = NONE
) -> list[Point]:
    """The brief's phrases as points, in their order; the quote of each is the phrase's own."""
    by_id = reading.evidence
    served = people(reading)
    found: list[Point] = []
    for phrase in phrases:
        evidence = by_id.get(phrase.evidence[0]) if phrase.evidence else None
        # the phrase may quote a line that is nearer to the wish than the matched one
        match = max((m for m in matches if m.aspiration == phrase.aspiration),
                    key=lambda m: (m.evidence in phrase.evidence, m.score), default=None)
        wants = speaker.of(phrase.aspiration)
        if evidence is None or match is None or not wants or not phrase.quotes:
            continue
        want = max(wants, key=lambda x: w.overlap(x.forms.like, phrase.text))
        quote = next((q for q in quotes_of(evidence, reading, models.pipeline, others) if q.text == phrase.quotes[0]), None)
        if quote is None:
            continue
        themes = spoken_themes(want, match.themes, models)
        frame = max(quote.frames, key=lambda f: (not _is_cleft(f), f.clause.lower() in phrase.text.lower(), f.fit))
        tails = [t for t in wish_tails(want.text, themes, served, models) if "that" not in t.text.split()]
        tails += trait_tails(speaker, f"{want.text}. {quote.text}", served, models)
        unused = [t for t in tails if t.text not in phrase.text] or tails
        if any(point.want is want for point in found):
            continue  # a second way of saying it
        found.append(Point(want, quote, frame, match, tuple(sorted(unused, key=lambda t: (-t.fit, t.id))), phrase.id, themes))
    return found


def _is_cleft(frame: Frame) -> bool:
    """Whether a frame is a sentence of mine about theirs ("what I noticed is …"): answers have their own leads."""
    return frame.clause.startswith(("what ", "I ")) or frame.after.endswith("I stopped at")


ORDER: dict[Audience, tuple[Relation, ...]] = {
    "executive": (Relation.PURPOSE, Relation.IDENTITY, Relation.NORM, Relation.OFFER),
    "peer": (Relation.NORM, Relation.IDENTITY, Relation.OFFER, Relation.PURPOSE),
}


def for_audience(found: Sequence[Point], audience: Audience) -> list[Point]:
    """Points in the order this listener cares for: executives the direction, peers the way of working, managers
    what was done; a recruiter hears the best supported first. Conditions of work come last for all."""
    ordered = list(found)
    if audience in ORDER:
        rank = {relation: n for n, relation in enumerate(ORDER[audience])}
        ordered.sort(key=lambda p: rank[p.frame.relation])
    elif audience == "manager":
        ordered.sort(key=lambda p: (p.fact is None, p.fact is not None and p.fact.kind in {Kind.STUDY, Kind.TIME}))
    return sorted(ordered, key=lambda p: is_condition(p.want, p.themes))
