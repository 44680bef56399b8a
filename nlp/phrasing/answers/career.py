"""Answers about the way through a career: ten years, this role, the plan, a change, how long, people or depth."""
from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.phrasing import words as w
from nlp.phrasing.answers.core import near_and_far
from nlp.phrasing.answers.material import Material
from nlp.phrasing.answers.pieces import Piece, aim, because, done, grounded, piece, skills, theirs, years
from nlp.phrasing.person.person import Want
from nlp.phrasing.say.openings import is_direction

MOVES = ("become ", "move ", "change ", "grow ", "switch ", "retrain ", "return ")
LEADS = frozenset({"lead", "manage", "run", "head", "supervise"})
DEPTH = re.compile(r"\b(?:expert|specialist|person people call|master of|craft|go deep|authority|analyst)\b", re.IGNORECASE)


def ten_years(m: Material) -> Iterator[Piece]:
    """Q4. The longest aim, modestly, and what should be left behind."""
    want = next((x for x in m.wants if x.horizon == "long" and x.forms.like and not m.is_condition(x)), None)
    if want is None:
        return
    yield piece(0, "ten years is a long time, so I can name a direction rather than a post")
    yield piece(0, f"I'd like {want.forms.like}" + because(want), phrase=m.phrase(want))
    if deed := done(want):
        yield piece(1, deed)
    yield from grounded(m, want, "what makes me think of doing it here is that", [])
    other = next((p for p in m.points if p.want is not want), None) if m.on(want) else None
    if other is not None and other.want.forms.subject:
        yield piece(2, f"at the end of it I'd also be glad to look back on {other.want.forms.subject}", phrase=other.phrase)


def why_role(m: Material) -> Iterator[Piece]:
    """Q6. What the role is for me, what I bring to it, and where it leads."""
    role = m.speaker.role
    if not role:
        return
    want = _nearest(m, role)
    point = m.on(want)
    yield piece(0, f"the role of {role} is where two things meet for me: what I can do, and what I want next")
    if (time := years(m.speaker)) and time.words <= 20:
        yield piece(1, time.clause)
    if known := skills(m):
        yield piece(1, f"I'd bring {known} to it")
    yield piece(0, f"and what I want is {want.forms.like}" + because(want), phrase=point.phrase if point else None)
    if deed := done(want):
        yield piece(1, deed)
    if point is not None:
        yield from theirs(point, "what makes it this company is that", [])
    else:
        other = m.points[0]
        yield piece(1, f"I'd like to do it where I can also hope {other.want.forms.like}", phrase=other.phrase)
        yield from theirs(other, "that is why I noticed that", [])


def _nearest(m: Material, role: str) -> Want:
    """The wish nearest to a role, of those the company supports and the one the answers begin with; not a mere condition."""
    wants = [m.lead, *(p.want for p in m.points if p.want is not m.lead)]
    vectors = m.models.embedder.encode([role, *(want.text for want in wants)])
    scores = [float(s) - 0.3 * m.is_condition(want) for want, s in zip(wants, vectors[1:] @ vectors[0], strict=True)]
    return wants[max(range(len(scores)), key=lambda i: (scores[i], -i))]


def career_plan(m: Material) -> Iterator[Piece]:
    """Q11. Until now, this step, the next."""
    want = next((p.want for p in m.points if is_direction(p.want, p.themes)), m.lead)
    point = m.on(want)
    near, far = near_and_far(m)
    time = years(m.speaker)
    if time:
        yield piece(0, time.clause)
    elif m.profile.present_role:
        yield piece(0, f"today I work as {_a_role(m.profile.present_role)}")
    role = m.speaker.role
    lead = f"the role of {role} is the next step towards an aim of my own" if role else "the next step in my plan has an aim behind it"
    if role and w.overlap(role, want.text) == 1:
        yield piece(0, f"the role of {role} is the step I want to take now" + because(want), phrase=m.phrase(want))
    else:
        yield piece(0, f"{lead}: I'd like {want.forms.like}" + because(want), phrase=m.phrase(want))
    if deed := done(want):
        yield piece(1, deed)
    yield from theirs(point or m.points[0], "what makes it fit here is that", [])
    if want.planned:
        yield piece(1, f"next I plan to {want.planned[0]}")
    elif near is not None and near is not want and not (role and w.overlap(role, near.text) > 0.5):
        yield piece(2, f"on the way there, I want {near.forms.like}")
    if far is not None and far is not want:
        yield piece(2, f"in the long run I'd like {far.forms.like}")


def _a_role(role: str) -> str:
    bare = " ".join(x if w.keep_capital(x) else x.lower() for x in w.fold(role).split())
    return f"{w.article(bare)} {bare}"


def changing(m: Material) -> Iterator[Piece]:
    """Q12. Only for somebody with an earlier field who changes: by the profile's own word, or by the wish."""
    time = years(m.speaker)
    moving = next((p for p in m.points if (p.want.forms.inf or "").startswith(MOVES)), None)
    says_so = m.profile.level == "changer" or m.profile.situation == "switch"
    if time is None or not (moving or says_so):
        return
    want = moving.want if moving else m.lead
    point = moving or m.on(want) or m.points[0]
    yield piece(0, time.clause)
    yield piece(0, "I don't want to leave that behind, but to take it somewhere else")
    yield piece(0, f"what I want now is {want.forms.like}" + because(want), phrase=point.phrase)
    if deed := done(want):
        yield piece(0, deed)
    if known := skills(m):
        yield piece(1, f"what I take along is {known}")
    yield from theirs(point, "I'd like to make that change here, because" if not because(want) else "I thought of you when I read that", [])


def staying(m: Material) -> Iterator[Piece]:
    """Q13. An honest horizon and what it depends on."""
    lasting = [x for x in m.wants if x.horizon in {"mid", "long"} and not m.is_condition(x)]
    stay = m.profile.stay_years
    if not lasting and stay is None:
        return
    want = lasting[0] if lasting else m.lead
    if stay is not None:
        yield piece(0, f"as far as it is up to me, {_years(stay)} at least")
    else:
        yield piece(0, "I can't promise a number of years, but I can tell you what would keep me")
    if m.profile.stepping_stone:
        yield piece(0, "and I'd rather be open with you: I see this role as a step towards something further on")
    purpose = because(want) if want.reason and want.reason.purpose else ""
    yield piece(0, aim(want) + (", and that takes time" if lasting else "") + purpose, phrase=m.phrase(want))
    if deed := done(want, 1):
        yield piece(1, deed)
    yield from grounded(m, want, "I read that", [])
    yield piece(2, "for as long as I'm here, your team would have all of my work" if m.profile.stepping_stone
                else "as long as I can go on with that here and be of use, I'd have no reason to look elsewhere")


def _years(number: int) -> str:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return f"{words[number - 1] if number <= len(words) else number} year{'s' if number > 1 else ''}"


def manage_or_deep(m: Material) -> Iterator[Piece]:
    """Q18. An honest preference, and openness."""
    leading = next((x for x in m.speaker.wants if (x.forms.inf or "").split(" ", 1)[0] in LEADS), None)
    deep = next((x for x in m.speaker.wants if DEPTH.search(x.forms.like)), None)
    want = leading or deep
    if want is None:
        return
    point = m.on(want)
    preference = "if I have to choose, I lean towards people" if want is leading else "if I have to choose, I lean towards going deep"
    yield piece(0, f"{preference}: I'd like {want.forms.like}" + because(want), phrase=point.phrase if point else None)
    if deed := done(want):
        yield piece(1, deed)
    if leading is not None and deep is not None:
        yield piece(1, _other_side(deep, but=not because(want)))
    if point is not None:
        yield from theirs(point, "I read that", [])
    elif m.points:
        yield from theirs(m.points[0], "and whichever it is, I'd do it here, because", [])
    yield piece(2, "which of the two comes first here, I'd leave to what your team needs")


def _other_side(deep: Want, but: bool) -> str:
    joint = ", because" if but else ":"
    return f"I wouldn't want to give up the other side{joint} I also want {deep.forms.like}"
