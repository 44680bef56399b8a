"""The other questions of an interview, as far as profile and pages carry an honest answer."""
from __future__ import annotations

from collections.abc import Iterator

from nlp.phrasing import words as w
from nlp.phrasing.answers.core import why_here
from nlp.phrasing.answers.material import Material, Point
from nlp.phrasing.answers.pieces import (
    Piece,
    aim,
    because,
    done,
    framed,
    piece,
    skills,
    somebody,
    tail_differing,
    told,
    years,
)
from nlp.phrasing.company.frames import Relation
from nlp.phrasing.person.facts import Kind
from nlp.phrasing.person.person import Want
from nlp.phrasing.say.openings import is_direction

LEARNING = frozenset({"learning_growth", "expertise_mastery", "technology_advancement"})
LEADING = frozenset({"leadership_management", "career_advancement"})


def _point(m: Material, themes: frozenset[str]) -> Point | None:
    return next((p for p in m.points if set(p.themes[:2]) & themes), None)


def _body(m: Material, point: Point, lead: str, said: list[str], rank: int = 0) -> Iterator[Piece]:
    """Their words and what I'd do with them."""
    yield piece(rank, framed(point.frame, lead), phrase=point.phrase)
    if give := tail_differing(point, said):
        said.append(give)
        yield piece(rank, give)


def ten_years(m: Material) -> Iterator[Piece]:
    """Q4. The longest aim, modestly, and what should be left behind."""
    point = next((p for p in m.points if p.want.horizon == "long"), None)
    if point is None:
        return
    said: list[str] = []
    yield piece(0, "ten years is a long time, so I can name a direction rather than a post")
    yield piece(0, f"I'd like {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(1, deed)
    yield from _body(m, point, "what makes me think of doing it here is that", said)
    other = next((p for p in m.points if p is not point), None)
    if other is not None and other.want.forms.subject:
        yield piece(2, f"one day I'd like to look back on {other.want.forms.subject} as well", phrase=other.phrase)


def why_role(m: Material) -> Iterator[Piece]:
    """Q6. What the role is for me, what I bring to it, and where it leads."""
    if not m.speaker.role:
        return
    point = next((p for p in m.points if is_direction(p.want, p.themes)), m.points[0])
    said: list[str] = []
    role = m.speaker.role
    yield piece(0, f"the role of {w.article(role)} {role} is where my own aim begins: I'd like {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(1, deed)
    if known := skills(m.speaker):
        yield piece(1, f"I'd bring {known} to it")
    yield from _body(m, point, "what makes it this company is that", said)
    if (time := years(m.speaker)) and time.words <= 20:
        yield piece(2, time.clause)


def values(m: Material) -> Iterator[Piece]:
    """Q9. What matters to me, shown by a thing done, beside theirs."""
    point = next((p for p in m.points if p.frame.relation is Relation.NORM), m.points[0])
    said: list[str] = []
    subject = point.want.forms.subject
    yield piece(0, (f"{subject} matters to me" if subject and "," not in subject else f"I want {point.want.forms.like}") + because(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(0, deed)
    yield from _body(m, point, "I see something of it with you:" if point.frame.starts_with_quote else "", said)
    other = next((p for p in m.points if p is not point), None)
    if other is not None:
        yield piece(2, f"the other thing I hold on to is simpler: I'd like {other.want.forms.like}", phrase=other.phrase)
        if deed := done(other.want, 1):
            yield piece(2, deed)


def motivation(m: Material) -> Iterator[Piece]:
    """Q10. What moves me and how it shows."""
    point = next((p for p in m.points if told(p.want)), m.points[0])
    said: list[str] = []
    if reason := told(point.want):
        yield piece(0, reason)
        yield piece(0, f"that is where my aim comes from: I'd like {point.want.forms.like}", phrase=point.phrase)
    else:
        yield piece(0, aim(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(1, deed)
    yield from _body(m, point, "I noticed that", said)
    other = next((p for p in m.points if p is not point and told(p.want)), None)
    if other is not None and (reason := told(other.want)):
        yield piece(2, reason)
        yield piece(2, f"so I also want {other.want.forms.like}", phrase=other.phrase)


def career_plan(m: Material) -> Iterator[Piece]:
    """Q11. Until now, this step, the next."""
    point = next((p for p in m.points if is_direction(p.want, p.themes)), m.points[0])
    said: list[str] = []
    if time := years(m.speaker):
        yield piece(0, time.clause)
    yield piece(0, ("the step I want now is" if time else "the step I want is") + f" {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(1, deed)
    yield from _body(m, point, "this is a place for it, because" if not because(point.want) else "what makes it fit here is that", said)
    if point.want.planned:
        yield piece(1, f"next I plan to {point.want.planned[0]}")
    later = next((x for x in m.speaker.wants if x.horizon == "long" and x is not point.want), None)
    if later is not None:
        yield piece(2, f"in the long run I'd like {later.forms.like}")


def changing(m: Material) -> Iterator[Piece]:
    """Q12. Only where the profile has an earlier field and a wish to become something."""
    time = years(m.speaker)
    point = next((p for p in m.points if (p.want.forms.inf or "").startswith(("become ", "move ", "change ", "grow ", "switch ", "retrain "))), None)
    if time is None or point is None:
        return
    said: list[str] = []
    yield piece(0, time.clause)
    yield piece(0, f"what I want now is {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(0, deed)
    if known := skills(m.speaker):
        yield piece(1, f"what I take along is {known}")
    yield from _body(m, point, "I'd like to make that change here, because" if not because(point.want) else "I thought of you because I read that", said)


def staying(m: Material) -> Iterator[Piece]:
    """Q13. An honest horizon and what it depends on."""
    point = next((p for p in m.points if p.want.horizon in {"mid", "long"}), None)
    if point is None:
        return
    said: list[str] = []
    yield piece(0, "I can't promise a number of years, but I can tell you what would keep me")
    yield piece(0, f"{aim(point.want)}, and that takes time" + (because(point.want) if point.want.reason and point.want.reason.purpose else ""), phrase=point.phrase)
    if deed := done(point.want, 1):
        yield piece(1, deed)
    yield from _body(m, point, "I read that", said)
    yield piece(2, "as long as I can go on with that here and be of use, I'd have no reason to look elsewhere")


def salary(m: Material) -> Iterator[Piece]:
    """Q14. Tact, and no amount."""
    yield piece(0, "I'd rather hear first what the role covers, and then agree on something fair for both sides")
    if time := years(m.speaker):
        yield piece(1, time.clause)
    if known := skills(m.speaker):
        yield piece(1, f"I'd bring {known}")
    yield piece(0, "what I look for is pay that reflects that experience and what the work is worth to you" if years(m.speaker)
                else "what I look for is pay that reflects the work and what it is worth to you")
    if m.points:
        yield piece(0, f"what decides it for me is the work itself: I'd like {m.points[0].want.forms.like}", phrase=m.points[0].phrase)
        yield piece(1, framed(m.points[0].frame, "and I noticed that"))
    yield piece(2, "may I ask which range you have in mind for it?")


def culture(m: Material) -> Iterator[Piece]:
    """Q15. How I work, what they say about it, and a question back."""
    traits = [t.mine for t in m.speaker.traits if t.mine][:2]
    point = next((p for p in m.points if p.frame.relation in {Relation.NORM, Relation.IDENTITY}), m.points[0])
    if not traits and point.want.reason is None:
        return
    said: list[str] = []
    if traits:
        yield piece(0, f"I work best where that is welcome: {w.listed(traits)}")
    yield piece(0, f"I'd like {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want, 1):
        yield piece(1, deed)
    yield from _body(m, point, "on your side, I read that", said)
    yield piece(1, "may I ask what that looks like in the team I'd join?")


def why_hire(m: Material) -> Iterator[Piece]:
    """Q16. What was done first, then the aim."""
    point = next((p for p in m.points if p.fact is not None), None)
    if point is None:
        return
    said: list[str] = []
    if deed := done(point.want):
        yield piece(0, deed)
    if known := skills(m.speaker):
        yield piece(1, f"I'd bring {known}")
    yield from _body(m, point, "you write it yourselves:" if point.frame.starts_with_quote else "", said)
    yield piece(0, f"I'd like {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if who := somebody(m.speaker):
        yield piece(2, f"and in everyday work you'd get {who}")
    other = next((p for p in m.points if p is not point and p.fact is not None), None)
    if other is not None and other.fact is not None and other.fact.kind is not Kind.TIME:
        yield piece(2, other.fact.perfect, phrase=other.phrase)


def learning(m: Material) -> Iterator[Piece]:
    """Q17. What I want to learn, how I go about it, what the team has of it."""
    point = _point(m, LEARNING)
    if point is None:
        return
    said: list[str] = []
    yield piece(0, f"I'd like {point.want.forms.like}" + because(point.want), phrase=point.phrase)
    if deed := done(point.want):
        yield piece(0, deed)
    if point.want.planned:
        yield piece(1, f"my next step is to {point.want.planned[0]}")
    yield from _body(m, point, "I noticed that", said)
    yield piece(2, "and I'd tell your team what I find out on the way")


def manage_or_deep(m: Material) -> Iterator[Piece]:
    """Q18. An honest preference, and openness."""
    leading = next((x for x in m.speaker.wants if (x.forms.inf or "").split(" ", 1)[0] in {"lead", "manage", "run", "head", "supervise"}), None)
    deep = next((x for x in m.speaker.wants if _wants_depth(x)), None)
    want = leading or deep
    if want is None:
        return
    point = next((p for p in m.points if p.want is want), m.points[0])
    said: list[str] = []
    preference = "if I have to choose, I lean towards people" if want is leading else "if I have to choose, I lean towards going deep"
    yield piece(0, f"{preference}: I'd like {want.forms.like}" + because(want), phrase=point.phrase if point.want is want else None)
    if deed := done(want):
        yield piece(1, deed)
    if leading is not None and deep is not None:
        yield piece(1, f"I wouldn't want to give up the other side, because I also want {deep.forms.like}" if not because(want)
                    else f"I wouldn't want to give up the other side: I also want {deep.forms.like}")
    yield from _body(m, point, "I read that", said)
    yield piece(2, "which of the two comes first here, I'd leave to what your team needs")


def _wants_depth(want: Want) -> bool:
    text = want.forms.like.lower()
    return any(x in text for x in ("expert", "specialist", "person people call", "master", "craft", "go deep", "authority", "analyst"))


def why_us_written(m: Material) -> Iterator[Piece]:
    """Q20. The text box: Q5 in the written register, with more of the profile behind it."""
    yield from why_here(m)
    if (time := years(m.speaker)) and time.words <= 22:
        yield piece(5, time.clause)
    if known := skills(m.speaker):
        yield piece(5, f"I'd bring {known}")
    for point in m.points[2:4]:
        yield piece(6, framed(point.frame, "I also noticed that"), phrase=point.phrase)
        yield piece(6, f"I'd like {point.want.forms.like}" + because(point.want))
        if deed := done(point.want, 1):
            yield piece(6, deed)
