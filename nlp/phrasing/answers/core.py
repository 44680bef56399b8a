"""The answers most interviews ask for: aspirations, goals, five years, why here, fit, what you know, your questions."""
from __future__ import annotations

from collections.abc import Iterator

from nlp.contract import Statement
from nlp.phrasing import words as w
from nlp.phrasing.answers.material import Material, Point
from nlp.phrasing.answers.pieces import (
    Piece,
    aim,
    because,
    can_start,
    done,
    framed,
    piece,
    skills,
    somebody,
    tail,
    tail_differing,
    told,
)
from nlp.phrasing.company.frames import Relation
from nlp.phrasing.company.quotes import Quote
from nlp.phrasing.person.person import Want
from nlp.phrasing.say.tails import question_tails

LINKS = {
    Relation.NORM: "and that is how I'd want to work on it",
    Relation.OFFER: "and that would help me on the way",
    Relation.PURPOSE: "and my own aim is close to that",
    Relation.IDENTITY: "and that is where I'd like to do it",
}


def closing(m: Material, first: Point, said: list[str]) -> Iterator[Piece]:
    """The last sentence, by who is listening."""
    person = m.speaker
    if m.audience == "peer" and (who := somebody(person)) and who not in " ".join(said):
        yield piece(1, f"day to day, you'd be working with {who}")
    elif m.audience == "manager" and first.want.planned:
        yield piece(1, f"my own next step is to {first.want.planned[0]}")
    elif m.audience == "manager" and (known := skills(person, 2)):
        yield piece(1, f"from the first week you could use {known}")
    elif m.audience == "executive" and m.people:
        yield piece(1, f"what I'd want to be measured by is what your {m.people} get out of it")
    elif m.audience == "recruiter" and person.role and person.role not in " ".join(said):
        yield piece(1, f"the role of {person.role} is where I'd start")


def aspirations(m: Material) -> Iterator[Piece]:
    """Q1. Aim and why, what is done, this company, a second aim, what they gain."""
    first, rest = m.points[0], m.points[1:]
    said: list[str] = []
    yield piece(0, aim(first.want) + because(first.want), phrase=first.phrase)
    if deed := done(first.want):
        yield piece(1, deed)
    yield piece(0, framed(first.frame, "what draws me here is that"))
    if give := tail_differing(first, said):
        said.append(give)
        yield piece(0, give)
    if rest:
        yield from _second(m, rest[0], said)
    yield from closing(m, first, said)


def _second(m: Material, point: Point, said: list[str]) -> Iterator[Piece]:
    yield piece(2, f"I also want {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want, 1):
        yield piece(3, deed)
    yield piece(2, framed(point.frame, "on your side, I noticed that"))
    if give := tail_differing(point, said):
        said.append(give)
        yield piece(2, give)


def goals(m: Material) -> Iterator[Piece]:
    """Q2. The near goal and the step begun, the far one and why, this company between them."""
    near, far = _near_and_far(m)
    said: list[str] = []
    point = next((p for p in m.points if p.want is (far or near)), m.points[0])
    if near is not None:
        yield piece(0, f"my short-term goal is {near.forms.like}" + (because(near) if far is None else ""), phrase=_phrase(m, near))
        if deed := done(near):
            yield piece(1, deed)
    if far is not None:
        start = "in the longer run I'd like" if near is not None else "my long-term goal is"
        yield piece(0, f"{start} {far.forms.like}" + because(far), phrase=_phrase(m, far))
        if deed := done(far, 1):
            yield piece(2, deed)
    if near is None and far is None:
        yield piece(0, aim(point.want) + because(point.want), phrase=point.phrase)
        if deed := done(point.want):
            yield piece(1, deed)
    yield piece(0, framed(point.frame, "here I'd have a reason to stay with it:" if not can_start(point.frame) else ""))
    if give := tail_differing(point, said):
        said.append(give)
        yield piece(0, give)
    other = next((p for p in m.points if p is not point and p.want in (near, far)), None)
    if other is not None:
        yield piece(2, framed(other.frame, "it also helps that"))
        if give := tail_differing(other, said):
            said.append(give)
            yield piece(3, give)
    yield from closing(m, point, said)


def _near_and_far(m: Material) -> tuple[Want | None, Want | None]:
    wants = [p.want for p in m.points] + [x for x in m.speaker.wants if all(p.want is not x for p in m.points)]
    near = next((x for x in wants if x.horizon == "short" and x.forms.inf), None) or next((x for x in wants if x.horizon == "mid" and x.forms.inf), None)
    far = next((x for x in wants if x.horizon == "long" and x is not near), None)
    return near, far


def _phrase(m: Material, want: Want) -> str | None:
    return next((p.phrase for p in m.points if p.want is want), None)


def five_years(m: Material) -> Iterator[Piece]:
    """Q3. Where, by which steps, here, and what is left open."""
    point = next((p for p in m.points if p.want.horizon in {"mid", "long"}), m.points[0])
    said: list[str] = []
    yield piece(0, f"in five years {_state(point.want)}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(1, deed)
    yield piece(0, framed(point.frame, "what I'd build on here is that"))
    if give := tail_differing(point, said):
        said.append(give)
        yield piece(0, give)
    other = next((p for p in m.points if p is not point), None)
    if other is not None:
        yield piece(2, f"by then I'd also want {other.want.forms.like}", phrase=other.phrase)
        if deed := done(other.want, 1):
            yield piece(3, deed)
        if give := tail_differing(other, said):
            yield piece(3, give)
    yield piece(1, "in which team exactly, I'd leave open")


def _state(want: Want) -> str:
    """ "I'd like to be leading a team", "I'd like to be a software tester"."""
    inf, subject = want.forms.inf, want.forms.subject
    if inf and inf.startswith("become "):
        return f"I'd like to be {inf[7:]}"
    if inf and subject and inf.split(" ", 1)[0] in {"lead", "run", "manage", "work", "help", "teach", "develop", "build", "make", "train", "design",
                                                    "solve", "bake", "give", "explain", "mentor", "coach", "support", "serve", "use"}:
        return f"I'd like to be {subject}"
    return f"I hope {want.forms.like}" if inf else f"I'd like {want.forms.like}"


def why_here(m: Material) -> Iterator[Piece]:
    """Q5. Their words first, why they matter to me, what I did, what I'd do here."""
    first, rest = m.points[0], m.points[1:]
    said: list[str] = []
    if can_start(first.frame):
        yield piece(0, framed(first.frame, "the first thing I noticed is that"), phrase=first.phrase)
    else:
        yield piece(0, f"the first thing I noticed is that {first.frame.clause}", phrase=first.phrase)
    yield piece(0, f"that meets a wish of my own: I'd like {first.want.forms.like}" + because(first.want))
    if deed := done(first.want):
        yield piece(1, deed)
    if give := tail_differing(first, said):
        said.append(give)
        yield piece(0, give)
    if rest:
        point = rest[0]
        yield piece(2, framed(point.frame, "I also read that"), phrase=point.phrase)
        yield piece(2, _matters(point.want))
        if deed := done(point.want, 1):
            yield piece(3, deed)
        if give := tail_differing(point, said):
            said.append(give)
            yield piece(3, give)
    yield from closing(m, first, said)


def _matters(want: Want) -> str:
    subject = want.forms.subject
    if subject and "," not in subject:
        return f"{subject} matters to me" + because(want)
    return f"I want {want.forms.like}" + because(want)


def fit(m: Material) -> Iterator[Piece]:
    """Q7. Their vision, my own beside it, what I did, what I'd do, and where I am not sure."""
    found = sorted(m.points, key=lambda p: p.frame.relation is not Relation.PURPOSE)
    first, rest = found[0], found[1:]
    said: list[str] = []
    yield piece(0, framed(first.frame, "" if can_start(first.frame) else "I read that"), phrase=first.phrase)
    yield piece(0, f"my own aim beside it is {first.want.forms.like}" + because(first.want))
    if deed := done(first.want):
        yield piece(1, deed)
    if give := tail_differing(first, said):
        said.append(give)
        yield piece(0, give)
    if rest:
        point = rest[0]
        yield piece(2, framed(point.frame, "the second thing we share is smaller:"), phrase=point.phrase)
        yield piece(2, _matters(point.want))
        if give := tail_differing(point, said):
            said.append(give)
            yield piece(3, give)
    if gap := _open_question(m):
        yield piece(2, f"where I'm not sure yet, I'd ask: {gap}")


def _open_question(m: Material) -> str | None:
    """The question of the first gap, lower-cased for the middle of a sentence."""
    for gap in m.gaps:
        question = w.fold(gap.question)
        if question.endswith("?") and w.count(question) <= 25 and "“" not in question:
            return w.lower_first(question)
    return None


def known(m: Material) -> Iterator[Piece]:
    """Q8. What the pages say, in their words; one reaction of my own; what they do not say."""
    told_any = False
    for rank, kind in ((0, "mission"), (1, "vision"), (2, "culture")):
        found = _first_quote(m, kind)
        if found is not None:
            lead = "as I understand it," if not told_any else ("looking ahead," if kind == "vision" else "about the way you work, I noticed that")
            if told_any and kind == "vision" and not can_start(found.frames[0]):
                lead = "I also read that"
            elif not told_any and found.frames[0].id.startswith("mention."):
                lead = ""
            yield piece(rank, framed(found.frames[0], lead))
            told_any = True
    named = [v.name for v in m.reading.values if 1 <= w.count(v.name) <= 5 and m.reading.holds(v.name) and v.name[0].isalpha() and not set("“”\"") & set(v.name)][:2]
    if named:
        said = w.listed([w.quote(n) for n in named])
        yield piece(1, f"among your values you name {said}")
        told_any = True
    if not told_any:
        return
    if m.points:
        point = m.points[0]
        yield piece(0, "the part that speaks to me is close to my own aim: " + f"I'd like {point.want.forms.like}" + because(point.want), phrase=point.phrase)
        if deed := done(point.want, 1):
            yield piece(2, deed)
        if give := tail(point):
            yield piece(1, give)
    if gap := _open_question(m):
        yield piece(1, f"one thing I couldn't find on your pages, so I'd ask: {gap}")


def _first_quote(m: Material, kind: str) -> Quote | None:
    taken = {p.quote.text for p in m.points[:1]}
    for statement in m.statements(kind)[:3]:
        quote = m.quote_of(statement)
        if quote is not None and quote.text not in taken and quote.frames[0].fit >= 0.6 and quote.quality > 0 and _short_enough(statement):
            return quote
    return None


def _short_enough(statement: Statement) -> bool:
    return w.count(statement.text) <= 70


def questions(m: Material) -> Iterator[Piece]:
    """Q19. Three questions from what the pages leave open."""
    asked = [w.fold(g.question) for g in m.gaps if g.question.strip().endswith("?") and w.count(g.question) <= 35]
    seen = {a.lower() for a in asked}
    for match in m.matches:
        if match.strength == "strong":
            continue
        want = next(iter(m.speaker.of(match.aspiration)), None)
        text = next((t.text for t in question_tails(tuple(match.themes)) if t.question), None) if want else None
        if text and text.lower() not in seen:
            asked.append(text + "?")
            seen.add(text.lower())
    asked = list(dict.fromkeys(asked))[:3]
    if not asked:
        return
    yield piece(0, "yes, there is one thing I couldn't find on your pages" if len(asked) == 1
                else f"yes, there are {('two', 'three')[len(asked) - 2]} things I couldn't find on your pages")
    for n, question in enumerate(asked):
        lead = "" if len(asked) == 1 else ("First:", "Second:", "And third:")[n]
        said = question[0].lower() + question[1:] if lead and not question.startswith("I ") else w.capitalise(question)
        yield Piece(w.fold(f"{lead} {said}"), n)
    if m.points:
        want = m.points[0].want
        yield piece(2, f"I ask because I'd like {want.forms.like}", phrase=m.points[0].phrase)
        if reason := told(want):
            yield piece(3, reason)
