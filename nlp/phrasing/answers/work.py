"""Answers about the work itself: values, motivation, pay, culture, what I bring, what I'd learn."""
from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.phrasing import words as w
from nlp.phrasing.answers.liked import drive, liked, story
from nlp.phrasing.answers.material import Material
from nlp.phrasing.answers.pieces import (
    Piece,
    aim,
    because,
    done,
    framed,
    grounded,
    piece,
    skills,
    somebody,
    theirs,
    told,
    years,
)
from nlp.phrasing.company.frames import Relation
from nlp.phrasing.person.facts import Kind
from nlp.phrasing.person.forms import OUTWARD

TO_LEARN = re.compile(r"\b(?:learn(?:ing)?|study|degree|certificates?|course|qualifi\w+|training)\b", re.IGNORECASE)
JOINED = re.compile(r" and \w+s\b")  # of "starts small and counts" only the first verb is turned to "I"
LEARNING = frozenset({"learning_growth", "expertise_mastery", "technology_advancement"})


def values(m: Material) -> Iterator[Piece]:
    """Q9. What matters to me, shown by a thing done, beside theirs."""
    point = next((p for p in m.points if p.frame.relation is Relation.NORM), m.points[0])
    subject = point.want.forms.subject
    if held := liked(m.profile.values, m):
        yield piece(0, f"what I hold on to is {held}")
        yield piece(0, aim(point.want) + because(point.want), phrase=point.phrase)
    else:
        yield piece(0, (f"{subject} matters to me" if subject and "," not in subject else f"I want {point.want.forms.like}") + because(point.want),
                    phrase=point.phrase)
    if deed := done(point.want):
        yield piece(0, deed)
    yield from theirs(point, "I see something of it here, since", [])
    other = next((p for p in m.points if p is not point), None)
    if other is not None:
        yield piece(2, f"the other thing I hold on to is simpler: I'd like {other.want.forms.like}", phrase=other.phrase)
        if deed := done(other.want, 1):
            yield piece(2, deed)


def motivation(m: Material) -> Iterator[Piece]:
    """Q10. What moves me and how it shows."""
    point = next((p for p in m.points if told(p.want)), m.points[0])
    if joy := liked([*m.profile.energisers, *m.profile.passions], m):
        yield piece(0, f"what gives me energy is {joy}")
    if inf := drive(m):
        yield piece(1, f"and what I want my work to do is to {inf}")
    if reason := told(point.want):
        yield piece(0, reason)
        yield piece(0, f"that is where my aim comes from: I'd like {point.want.forms.like}", phrase=point.phrase)
    else:
        yield piece(0, aim(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(1, deed)
    yield from theirs(point, "I noticed that", [])
    other = next((p for p in m.points if p is not point and told(p.want) and not m.is_condition(p.want)), None)
    if other is not None and (reason := told(other.want)):
        yield piece(2, f"the other half of it is this: {reason}")
        yield piece(2, f"so I also want {other.want.forms.like}", phrase=other.phrase)


def salary(m: Material) -> Iterator[Piece]:
    """Q14. Tact, and no amount."""
    time = years(m.speaker)
    yield piece(0, "I'd rather hear first what the role covers, and then agree on something fair for both sides")
    if time:
        yield piece(1, time.clause)
    if known := skills(m):
        yield piece(1, f"I'd bring {known}")
    yield piece(0, f"what I look for is competitive pay that reflects {'that experience' if time else 'the work'} and the value I'd bring to you")
    if m.points and not m.is_condition(m.lead):
        yield piece(0, f"what decides it for me is the work itself: I'd like {m.lead.forms.like}", phrase=m.phrase(m.lead))
        if point := m.on(m.lead):
            yield piece(1, framed(point.frame, "what speaks for you there is that"))
    yield piece(2, "may I ask which range you have in mind for the role?")


def culture(m: Material) -> Iterator[Piece]:
    """Q15. How I work, what they say about it, and a question back."""
    traits = [t.mine for t in m.speaker.traits if t.mine and not JOINED.search(t.mine)][:2]
    people = liked(m.profile.colleagues, m)
    point = max(m.points, key=lambda p: (m.is_condition(p.want), p.frame.relation in {Relation.NORM, Relation.IDENTITY}))
    if not traits and not people and point.want.reason is None:
        return
    if traits:
        yield piece(0, f"{w.listed(traits)}, and I work best where that is welcome")
    if people:
        yield piece(1, f"I like working with {people}")
    yield piece(0, f"what I look for in a team is room for an aim of my own: I'd like {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want, 1):
        yield piece(1, deed)
    yield from theirs(point, "on your side, I read that", [])
    yield piece(1, "may I ask what that looks like in the team I'd join?")


def why_hire(m: Material) -> Iterator[Piece]:
    """Q16. What was done first, then the aim."""
    point = next((p for p in m.points if p.fact is not None), None)
    want = point.want if point else m.lead
    lived = story(m, m.speaker.role or want.text)
    deed = done(want)
    if deed is None and lived is None:
        return
    if lived:
        yield piece(0, lived[0].perfect)
        if lived[1]:
            yield piece(1, lived[1])
    if deed:
        yield piece(0, deed)
    if known := skills(m):
        yield piece(1, f"besides that, I'd bring {known}")
    if point is not None:
        yield from theirs(point, "you'd have use for it, I think, because", [])
    yield piece(0, f"and there is an aim behind it: I'd like {want.forms.like}" + because(want), phrase=m.phrase(want))
    if point is None:
        yield from theirs(m.points[0], "I noticed, too, that", [])
    if who := somebody(m.speaker):
        yield piece(2, f"in everyday work you'd get {who}")
    other = next((p for p in m.points if p.want is not want and p.fact is not None), None)
    if other is not None and other.fact is not None and other.fact.kind is not Kind.TIME:
        yield piece(2, other.fact.perfect, phrase=other.phrase)


def learning(m: Material) -> Iterator[Piece]:
    """Q17. What I want to learn, how I go about it, what the team has of it."""
    learnt = (p.want for p in m.points if set(p.themes[:2]) & LEARNING and (p.want.forms.inf or "").split(" ", 1)[0] not in OUTWARD)
    want = next(learnt, None) or next((x for x in m.wants if TO_LEARN.search(x.forms.like)), None)
    if want is None:
        return
    yield piece(0, f"I'd like {want.forms.like}" + because(want), phrase=m.phrase(want))
    if deed := done(want):
        yield piece(0, deed)
    if want.planned:
        yield piece(1, f"my next step is to {want.planned[0]}")
    yield from grounded(m, want, "I noticed that", [])
    yield piece(2, "and I'd tell your team what I find out on the way")
    if m.profile.level == "entry":
        yield piece(2, "I'd be glad to be shown how you do things, and to be told when I'm wrong")
