"""Answers about the company: what is known of it, what is asked of it, and the form's "Why us?"."""
from __future__ import annotations

from collections.abc import Iterator

from nlp.contract import Statement
from nlp.phrasing import words as w
from nlp.phrasing.answers.core import open_question, why_here
from nlp.phrasing.answers.material import Material
from nlp.phrasing.answers.pieces import (
    RESERVE,
    Piece,
    because,
    can_start,
    done,
    framed,
    piece,
    skills,
    tail_differing,
    told,
    years,
)
from nlp.phrasing.company.quotes import Quote
from nlp.phrasing.say.tails import question_tails

ORDINALS = ("First:", "Second:", "And third:")
WELL_SAID = 0.8  # of a line quoted for what one knows of the company
THE = ("first", "second", "third")


def known(m: Material) -> Iterator[Piece]:
    """Q8. What the pages say, in their words; one reaction of my own; what they do not say."""
    told_any = False
    for rank, kind in ((0, "mission"), (1, "vision"), (2, "culture")):
        found = _first_quote(m, kind)
        if found is not None:
            yield piece(rank, framed(found.frames[0], _lead(kind, found, told_any)))
            told_any = True
    quoted = m.points[0].quote.text if m.points else ""
    named = [v.name for v in m.reading.values if _sayable(v.name) and m.reading.holds(v.name) and v.name != quoted][:2]
    if named:
        yield piece(1, f"among your values you name {w.listed([w.quote(n) for n in named])}")
        told_any = True
    if not told_any and not m.points:
        return
    if m.points:
        yield from _reaction(m)
    if gap := open_question(m):
        yield piece(1, f"one thing I couldn't find on your pages, so I'd ask: {gap}")


def _reaction(m: Material) -> Iterator[Piece]:
    """What speaks to me most, and why."""
    point = m.points[0]
    yield piece(0, framed(point.frame, "what speaks to me most is that"), phrase=point.phrase)
    yield piece(0, f"it is close to an aim of my own: I'd like {point.want.forms.like}" + because(point.want))
    if deed := done(point.want, 1):
        yield piece(2, deed)
    if give := tail_differing(point, []):
        yield piece(1, give.text)


def _lead(kind: str, found: Quote, told_any: bool) -> str:
    frame = found.frames[0]
    if not told_any:
        return "" if frame.id.startswith("mention.") and can_start(frame) else "as I understand it,"
    if kind == "vision":
        return "looking ahead," if can_start(frame) else "I also read that"
    return "about the way you work, I noticed that"


def _sayable(name: str) -> bool:
    return 1 <= w.count(name) <= 5 and name[0].isalpha() and not set("“”\"") & set(name)


def _first_quote(m: Material, kind: str) -> Quote | None:
    taken = {p.quote.text for p in m.points[:1]}
    for statement in m.statements(kind)[:3]:
        quote = m.quote_of(statement)
        if quote is not None and quote.text not in taken and quote.said[0] >= WELL_SAID and _short_enough(statement):
            return quote
    return None


def _short_enough(statement: Statement) -> bool:
    return w.count(statement.text) <= 70


def questions(m: Material) -> Iterator[Piece]:
    """Q19. Three questions from what the pages leave open, and why I ask them."""
    asked = {w.fold(g.question): g.aspiration for g in m.gaps if g.question.strip().endswith("?") and w.count(g.question) <= 35}
    for match in m.matches:
        if match.strength != "strong" and m.speaker.of(match.aspiration):
            text = next((t.text for t in question_tails(tuple(match.themes)) if t.question), None)
            if text and len(asked) < 3:
                asked.setdefault(text + "?", match.aspiration)
    chosen = list(asked.items())[:3]
    if not chosen:
        return
    yield piece(0, "yes, there is one thing I couldn't find on your pages" if len(chosen) == 1
                else f"yes, there are {('two', 'three')[len(chosen) - 2]} things I couldn't find on your pages")
    for n, (question, _) in enumerate(chosen):
        lead = "" if len(chosen) == 1 else ORDINALS[n]
        said = question[0].lower() + question[1:] if lead and not question.startswith("I ") else w.capitalise(question)
        yield Piece(w.fold(f"{lead} {said}"), n)
    for n, (_, aspiration) in enumerate(chosen):
        want = next(iter(m.speaker.of(aspiration)), None)
        if want is None:
            continue
        which = "that" if len(chosen) == 1 else f"the {THE[n]}"
        rank = 2 if n == 0 else RESERVE
        yield piece(rank, f"I ask about {which} because I'd like {want.forms.like}" if n == 0 else f"{which} matters to me because I'd like {want.forms.like}")
        if n == 0 and (reason := told(want)):
            yield piece(3, reason)
    yield piece(RESERVE, "and one for the work itself: what should somebody new in this role have done after three months?")
    yield piece(RESERVE, "and what do you yourself like about working here?")
    yield piece(RESERVE, "if there is time, I'd also like to hear what should be different in this team a year from now")


def why_us_written(m: Material) -> Iterator[Piece]:
    """Q20. The text box: Q5 in the written register, with more of the profile behind it."""
    yield from why_here(m)
    if (time := years(m.speaker)) and time.words <= 22:
        yield piece(5, time.clause)
    if bring := skills(m):
        yield piece(5, f"I'd bring {bring}")
    for point in m.points[2:4]:
        yield piece(6, framed(point.frame, "I also noticed that"), phrase=point.phrase)
        yield piece(6, f"I'd like {point.want.forms.like}" + because(point.want))
        if deed := done(point.want, 1):
            yield piece(6, deed)
