"""Whole answers to interview questions, of the same clauses as the phrases."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from nlp.contract import Answer, Audience, Gap, Match, Phrase, Profile, Reading
from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.answers import core, more
from nlp.phrasing.answers.material import Material, for_audience, points
from nlp.phrasing.answers.pieces import Piece
from nlp.phrasing.answers.register import Register, assemble, seconds
from nlp.phrasing.answers.reserve import reserve
from nlp.phrasing.person.person import speaker_of

__all__ = ["QUESTIONS", "Question", "answers"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an interview. `audience` is who asks it most; `needs_match`: without a supported wish there is no answer."""

    id: str
    text: str
    build: Callable[[Material], Iterator[Piece]]
    audience: Audience
    needs_match: bool = True


QUESTIONS: dict[str, Question] = {
    q.id: q
    for q in (
        Question("Q1", "What are your career aspirations?", core.aspirations, "recruiter"),
        Question("Q2", "What are your career goals, in the short and in the long term?", core.goals, "recruiter"),
        Question("Q3", "Where do you see yourself in five years?", core.five_years, "manager"),
        Question("Q4", "Where do you see yourself in ten years?", more.ten_years, "executive"),
        Question("Q5", "Why do you want to work here?", core.why_here, "recruiter"),
        Question("Q6", "Why this role?", more.why_role, "manager"),
        Question("Q7", "How does your vision fit ours?", core.fit, "executive"),
        Question("Q8", "What do you know about us?", core.known, "recruiter", False),
        Question("Q9", "What are your core values?", more.values, "peer"),
        Question("Q10", "What motivates you?", more.motivation, "peer"),
        Question("Q11", "How does this job fit your career plan?", more.career_plan, "manager"),
        Question("Q12", "Why are you changing career?", more.changing, "recruiter"),
        Question("Q13", "How long would you plan to stay?", more.staying, "recruiter"),
        Question("Q14", "What are your salary expectations?", more.salary, "recruiter", False),
        Question("Q15", "What kind of culture, manager or team do you work best in?", more.culture, "peer"),
        Question("Q16", "Why should we hire you?", more.why_hire, "manager"),
        Question("Q17", "What would you like to learn here?", more.learning, "manager"),
        Question("Q18", "Do you want to manage people or go deep?", more.manage_or_deep, "manager"),
        Question("Q19", "Do you have questions for us?", core.questions, "manager", False),
        Question("Q20", "Application form: why us?", more.why_us_written, "recruiter"),
    )
}
DEFAULT = ("Q1", "Q5", "Q7")


class Matched(Protocol):
    @property
    def matches(self) -> list[Match]: ...
    @property
    def gaps(self) -> list[Gap]: ...


def answers(
    profile: Profile,
    reading: Reading,
    matching: Matched,
    phrases: Sequence[Phrase],
    models: Models,
    *,
    questions: Sequence[str] | None = None,
    audience: Audience | None = None,
    register: Register = "spoken",
    words: int | None = None,
) -> list[Answer]:
    """Answers to `questions` (ids of QUESTIONS; by default Q1, Q5 and Q7), in their order.

    phrases: the brief's own, whose wishes and quotes the answers are about. audience: who listens; by default who asks
    the question most. register: spoken (60 to 130 words) or written (`words` 80, 150 or 250; Q20 is always written).
    A question without enough true material gets no answer. Raises KeyError for an unknown question.
    """
    speaker = speaker_of(profile, models)
    found = points(speaker, reading, matching.matches, phrases, models)
    private = {a.id for a in profile.aspirations if a.private}
    made: list[Answer] = []
    for id_ in DEFAULT if questions is None else questions:
        question = QUESTIONS[id_]
        if question.needs_match and not found:
            continue
        listener = audience or question.audience
        material = Material(
            speaker, reading, tuple(for_audience(found, listener)), tuple(g for g in matching.gaps if g.aspiration not in private),
            tuple(m for m in matching.matches if m.aspiration not in private), listener, models,
        )
        style: Register = "written" if id_ == "Q20" else register
        pieces = list(question.build(material))
        result = assemble([*pieces, *reserve(material)], style, words) if pieces else None
        if result is None:
            continue
        text, used = result
        made.append(Answer(question=id_, audience=listener, text=text, phrases=used, words=w.count(text), seconds=seconds(w.count(text))))
    return made
