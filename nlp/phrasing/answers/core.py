"""The answers that most interviews ask for: aspirations, goals, five years, why here, fit."""
from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.phrasing import words as w
from nlp.phrasing.answers.liked import drive
from nlp.phrasing.answers.material import Material, Point
from nlp.phrasing.answers.pieces import (
    Piece,
    aim,
    because,
    can_start,
    closing,
    done,
    framed,
    grounded,
    piece,
    tail_differing,
    theirs,
)
from nlp.phrasing.company.frames import Relation
from nlp.phrasing.person.person import Want

STATES = frozenset("lead run manage work help teach develop build make train design solve bake give explain mentor coach support serve use".split())


def aspirations(m: Material) -> Iterator[Piece]:
    """Q1. Aim and why, what is done, this company, a second aim, what they gain."""
    said: list[str] = []
    yield piece(0, aim(m.lead) + because(m.lead), phrase=m.phrase(m.lead))
    if deed := done(m.lead):
        yield piece(1, deed)
    yield from grounded(m, m.lead, "what draws me here is that", said)
    other = next((p for p in m.points if p.want is not m.lead), None) if m.on(m.lead) else None
    if other is not None:
        yield piece(2, f"I also want {other.want.forms.like}" + because(other.want), phrase=other.phrase)
        if deed := done(other.want, 1):
            yield piece(3, deed)
        yield from theirs(other, "on your side, I noticed that", said, 2)
    yield from closing(m, m.lead, said)


def goals(m: Material) -> Iterator[Piece]:
    """Q2. The near goal and the step begun, the far one and why, this company between them."""
    near, far = near_and_far(m)
    said: list[str] = []
    point = next((p for p in m.points if p.want is (far or near)), m.points[0])
    if near is not None:
        yield piece(0, f"my short-term goal is {near.forms.like}" + (because(near) if far is None else ""), phrase=m.phrase(near))
        if deed := done(near):
            yield piece(1, deed)
    if far is not None:
        start = "in the longer run I'd like" if near is not None else "my long-term goal is"
        yield piece(0, f"{start} {far.forms.like}" + because(far), phrase=m.phrase(far))
        if deed := done(far, 1):
            yield piece(2, deed)
    if near is None and far is None:
        yield piece(0, aim(point.want) + because(point.want), phrase=point.phrase)
        if deed := done(point.want):
            yield piece(1, deed)
    elif point.want not in (near, far):
        yield piece(0, f"on the way there, I'd like {point.want.forms.like}", phrase=point.phrase)
    yield from theirs(point, "what would help me stay with it is that", said)
    other = next((p for p in m.points if p is not point and p.want in (near, far)), None)
    if other is not None:
        yield from theirs(other, "it also helps that", said, 2)
    yield from closing(m, point.want, said)


def near_and_far(m: Material) -> tuple[Want | None, Want | None]:
    """The nearest goal and what it is for: its own step up the ladder, else the longest aim. Supported ones first."""
    saved = {a.id: a for a in m.profile.aspirations}
    goal = next((x for x in m.wants if saved[x.aspiration].kind == "goal" and x.forms.inf), None)
    if goal is not None and (above := next((x for x in m.wants if x.aspiration == saved[goal.aspiration].leads_to), None)):
        return goal, above
    ways = [x for x in m.wants if x.forms.inf and not m.is_condition(x)]
    near = goal or next((x for x in ways if x.horizon == "short"), None) or next((x for x in ways if x.horizon == "mid"), None)
    far = next((x for x in m.wants if x.horizon == "long" and x is not near), None)
    return near, far


def five_years(m: Material) -> Iterator[Piece]:
    """Q3. Where, by which steps, here, and what is left open."""
    said: list[str] = []
    yield piece(0, f"in five years {state(m.lead)}" + because(m.lead), phrase=m.phrase(m.lead))
    if deed := done(m.lead):
        yield piece(1, deed)
    if m.lead.planned:
        yield piece(1, f"my next step is to {m.lead.planned[0]}")
    yield from grounded(m, m.lead, "what I'd build on here is that", said)
    other = next((p for p in m.points if p.want is not m.lead), None) if m.on(m.lead) else None
    if other is not None:
        yield piece(2, f"by then I'd also want {other.want.forms.like}", phrase=other.phrase)
        if deed := done(other.want, 1):
            yield piece(3, deed)
        if give := tail_differing(other, said):
            yield piece(3, give.text)
    yield piece(1, "in which team exactly, I'd leave open")


def state(want: Want) -> str:
    """ "I'd like to be leading a team", "I'd like to be a software tester"."""
    inf, subject = want.forms.inf, want.forms.subject
    if inf and inf.startswith("become "):
        return f"I'd like to be {inf[7:]}"
    if inf and subject and inf.split(" ", 1)[0] in STATES:
        return f"I'd like to be {subject}"
    return f"I hope {want.forms.like}" if inf else f"I'd like {want.forms.like}"


def why_here(m: Material) -> Iterator[Piece]:
    """Q5. Their words first, why they matter to me, what I did, what I'd do here."""
    first, rest = m.points[0], m.points[1:]
    said: list[str] = []
    yield piece(0, framed(first.frame, "the first thing I noticed is that"), phrase=first.phrase)
    yield piece(0, f"that meets a wish of my own: I'd like {first.want.forms.like}" + because(first.want))
    if deed := done(first.want):
        yield piece(1, deed)
    if give := tail_differing(first, said):
        said.append(give.text)
        yield piece(0, give.text)
    if first.want is not m.lead:
        yield piece(1, f"in the work itself, I want {m.lead.forms.like}" + because(m.lead))
        if deed := done(m.lead):
            yield piece(1, deed)
    if rest:
        yield from _second(rest[0], "I also read that", said)
    yield from closing(m, first.want, said)


def fit(m: Material) -> Iterator[Piece]:
    """Q7. Their vision, my own beside it, what I did, what I'd do, and where I am not sure."""
    found = sorted(m.points, key=lambda p: p.frame.relation is not Relation.PURPOSE)
    first, rest = found[0], found[1:]
    said: list[str] = []
    yield piece(0, first.frame.clause if can_start(first.frame) else f"I read that {first.frame.clause}", phrase=first.phrase)
    yield piece(0, f"my own aim beside it is {first.want.forms.like}" + because(first.want))
    if inf := drive(m):
        yield piece(2, f"what I want my work to do is to {inf}")
    if deed := done(first.want):
        yield piece(1, deed)
    if give := tail_differing(first, said):
        said.append(give.text)
        yield piece(0, give.text)
    if rest:
        yield from _second(rest[0], "the second thing I noticed is that", said)
    if gap := open_question(m):
        yield piece(2, f"where I'm not sure yet, I'd ask: {gap}")


def _second(point: Point, lead: str, said: list[str]) -> Iterator[Piece]:
    """A second thing of theirs, and what it is to me."""
    want = point.want
    subject = want.forms.subject
    matters = f"{subject} matters to me" if subject and "," not in subject else f"I want {want.forms.like}"
    yield piece(2, framed(point.frame, lead), phrase=point.phrase)
    yield piece(2, matters + because(want))
    if deed := done(want, 1):
        yield piece(3, deed)
    if give := tail_differing(point, said):
        said.append(give.text)
        yield piece(3, give.text)


def open_question(m: Material) -> str | None:
    """The question of the first gap, lower-cased for the middle of a sentence."""
    for gap in m.gaps:
        question = w.fold(gap.question)
        if re.fullmatch(r"[^.?!“]+\?", question) and w.count(question) <= 25:
            return w.lower_first(question)
    return None
