"""The sentences answers are built of. Each names its rank: what is dropped first when time is short."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.phrasing import words as w
from nlp.phrasing.answers.material import Material, Point
from nlp.phrasing.company.frames import Frame
from nlp.phrasing.person.facts import Fact
from nlp.phrasing.person.person import Person, Want
from nlp.phrasing.say.tails import Tail

RESERVE = 9


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence. `rank` 0 is the core, the highest rank goes first; RESERVE is said only where there is too little else.
    `phrase`: the brief's phrase it shares its point with."""

    text: str
    rank: int
    phrase: str | None = None


def piece(rank: int, *clauses: str, phrase: str | None = None) -> Piece:
    return Piece(w.sentence(*clauses), rank, phrase)


def aim(want: Want, lead: str | None = None) -> str:
    """A clause that names the wish: "my long-term aim is to lead a team"."""
    if lead is not None:
        return f"{lead} {want.forms.like}"
    if want.horizon == "long" and (want.forms.inf or want.forms.noun):
        return f"my long-term aim is {want.forms.like}"
    if want.horizon == "mid":
        return f"over the next few years I'd like {want.forms.like}"
    return f"I'd like {want.forms.like}"


def because(want: Want) -> str:
    """ ", because …" or nothing."""
    if want.reason is None:
        return ""
    if want.reason.purpose:
        return f", {want.reason.clause}"
    return "" if re.search(r"\bbecause\b", want.reason.clause) else f", because {want.reason.clause}"


def told(reason_first: Want) -> str | None:
    """The reason as a sentence of its own."""
    reason = reason_first.reason
    return reason.clause if reason and not reason.purpose and not reason.anaphoric else None


def done(want: Want, most: int = 2) -> str | None:
    """What was done for the wish: one or two facts as one sentence."""
    facts = [f for f in want.facts if f.words <= 20][:most]
    if not facts:
        return None
    if len(facts) == 2 and facts[0].words + facts[1].words <= 26 and facts[0].kind != facts[1].kind:
        return f"{facts[0].perfect}, and {facts[1].perfect}"
    return facts[0].perfect


def framed(frame: Frame, lead: str = "") -> str:
    """The company's words, after an optional lead ("what draws me here is that"). "I read that you write that" is said once."""
    clause = frame.clause
    if clause.startswith("what "):  # a cleft of its own takes no lead
        return clause
    if lead.endswith(("read that", "noticed that")):
        clause = re.sub(r"^you (?:write|say) that ", "", clause)
    return f"{lead} {clause}".strip()


def can_start(frame: Frame) -> bool:
    """A sentence must not begin with a quotation in lower case."""
    return not frame.starts_with_quote or frame.quote[0].isupper()


JOINED_MOST = 34  # words of their sentence and of mine, said in one breath


def theirs(point: Point, lead: str, said: list[str], rank: int = 0) -> Iterator[Piece]:
    """Their words, and what I'd do with them: one sentence where it is short enough."""
    frame = framed(point.frame, lead)
    give = tail_differing(point, said)
    if give is None:
        yield piece(rank, frame, phrase=point.phrase)
        return
    said.append(give.text)
    joined = f"{frame}, and {give.text}"
    if w.count(joined) <= JOINED_MOST and not frame.endswith("?"):
        yield piece(rank, joined, phrase=point.phrase)
    else:
        yield piece(rank, frame, phrase=point.phrase)
        yield piece(rank, give.text)


def grounded(m: Material, want: Want, lead: str, said: list[str]) -> Iterator[Piece]:
    """Their words on `want`, which the answer began with; where they have none on it, on another wish of mine."""
    if point := m.on(want):
        yield from theirs(point, lead, said)
        return
    point = m.points[0]
    other = w.sentence(f"I also want {point.want.forms.like}" + because(point.want))
    first, *more = theirs(point, "and on that, I noticed that", said)
    yield Piece(f"{other} {first.text}", 0, point.phrase)  # one piece: neither half is said without the other
    yield from more


def tail_differing(point: Point, said: list[str]) -> Tail | None:
    """The best tail that is not yet said and does not begin like one that is."""
    for candidate in point.tails:
        if all(w.opening(candidate.text, 3) != w.opening(s, 3) and candidate.text not in s for s in said):
            return candidate
    return None


def years(person: Person) -> Fact | None:
    """How long the user has worked in something, if the profile says so."""
    return next((f for f in person.history if f.kind == "time"), None)


def somebody(person: Person) -> str | None:
    """ "somebody who asks early" from the profile's way of working."""
    trait = next((t for t in person.traits if t.somebody), None)
    return f"somebody {trait.somebody}" if trait else None


def skills(m: Material, most: int = 3) -> str | None:
    """The first skills as a list."""
    known = set(m.profile.skills)
    nouns = [t.noun for t in m.speaker.traits if t.noun and t.source in known][:most]
    return w.listed(nouns) if nouns else None


def closing(m: Material, first: Want, said: list[str]) -> Iterator[Piece]:
    """The last sentence, by who is listening."""
    person = m.speaker
    if m.audience == "peer" and (who := somebody(person)) and who not in " ".join(said):
        yield piece(1, f"day to day, you'd be working with {who}")
    elif m.audience == "manager" and first.planned:
        yield piece(1, f"my own next step is to {first.planned[0]}")
    elif m.audience == "manager" and (known := skills(m, 2)):
        yield piece(1, f"from the first week you could use {known}")
    elif m.audience == "executive" and m.people:
        yield piece(1, f"what I'd want to be measured by is what your {m.people} get out of it")
    elif m.audience == "recruiter" and person.role and person.role not in " ".join(said):
        yield piece(1, f"all of that is what brings me to the role of {person.role}")
