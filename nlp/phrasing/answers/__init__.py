"""Whole answers to interview questions, of the same clauses as the phrases."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from nlp.contract import Answer, Audience, Gap, Match, Phrase, Profile, Reading, Register
from nlp.matching.others import NONE, Others
from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.answers import career, company, core, work
from nlp.phrasing.answers.kept import of_kept
from nlp.phrasing.answers.material import Material, for_audience, points
from nlp.phrasing.answers.pieces import Piece
from nlp.phrasing.answers.register import assemble, seconds
from nlp.phrasing.answers.reserve import reserve
from nlp.phrasing.person.person import speaker_of

__all__ = ["QUESTIONS", "Lack", "Question", "answer", "answers"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an interview. `audience` is who asks it most; `needs_match`: without a supported wish there is no answer.
    `needs` is what else the answer is made of, said where it is not there."""

    id: str
    text: str
    build: Callable[[Material], Iterator[Piece]]
    audience: Audience
    needs: str = "a reason, a step or experience of yours beside your aspirations"
    needs_match: bool = True


@dataclass(frozen=True, slots=True)
class Lack:
    """Why there is no answer, and what would make one possible."""

    message: str
    hint: str


QUESTIONS: dict[str, Question] = {
    q.id: q
    for q in (
        Question("Q1", "What are your career aspirations?", core.aspirations, "recruiter"),
        Question("Q2", "What are your career goals, in the short and in the long term?", core.goals, "recruiter"),
        Question("Q3", "Where do you see yourself in five years?", core.five_years, "manager"),
        Question("Q4", "Where do you see yourself in ten years?", career.ten_years, "executive", "a long-term aspiration"),
        Question("Q5", "Why do you want to work here?", core.why_here, "recruiter"),
        Question("Q6", "Why this role?", career.why_role, "manager", "the role you are applying for"),
        Question("Q7", "How does your vision fit ours?", core.fit, "executive"),
        Question("Q8", "What do you know about us?", company.known, "recruiter", "pages on which the company says something about itself", needs_match=False),
        Question("Q9", "What are your core values?", work.values, "peer"),
        Question("Q10", "What motivates you?", work.motivation, "peer"),
        Question("Q11", "How does this job fit your career plan?", career.career_plan, "manager"),
        Question("Q12", "Why are you changing career?", career.changing, "recruiter", "your earlier field (experience) and an aspiration to change, become or move"),
        Question("Q13", "How long would you plan to stay?", career.staying, "recruiter", "an aspiration for the middle or long term, or how long you would stay"),
        Question("Q14", "What are your salary expectations?", work.salary, "recruiter", needs_match=False),
        Question("Q15", "What kind of culture, manager or team do you work best in?", work.culture, "peer", "how you like to work (work style)"),
        Question("Q16", "Why should we hire you?", work.why_hire, "manager", "something you have done: steps of an aspiration, experience, training or stories"),
        Question("Q17", "What would you like to learn here?", work.learning, "manager", "an aspiration to learn something"),
        Question("Q18", "Do you want to manage people or go deep?", career.manage_or_deep, "manager", "an aspiration to lead people or to become an expert"),
        Question("Q19", "Do you have questions for us?", company.questions, "manager", "open questions: aspirations on which the company's pages are silent or vague", needs_match=False),
        Question("Q20", "Application form: why us?", company.why_us_written, "recruiter"),
    )
}
DEFAULT = ("Q1", "Q5", "Q7")
ELSE = "Ask instead: the answer to Q19 has questions for it. Or read another page, or add an aspiration."
OWN_RESERVE = frozenset({"Q19"})  # whose builders know themselves what more to say


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
    others: Others = NONE,
) -> list[Answer]:
    """Answers to `questions` (ids of QUESTIONS; by default Q1, Q5 and Q7), in their order.

    A question without enough true material gets no answer. The rest as `answer`.
    """
    asked = DEFAULT if questions is None else questions
    made = [answer(id_, profile, reading, matching, phrases, models, audience=audience, register=register, others=others) for id_ in asked]
    return [one for one in made if isinstance(one, Answer)]


def answer(
    question: str,
    profile: Profile,
    reading: Reading,
    matching: Matched,
    phrases: Sequence[Phrase],
    models: Models,
    *,
    audience: Audience | None = None,
    register: Register = "spoken",
    kept: Sequence[Phrase] | None = None,
    others: Others = NONE,
) -> Answer | Lack:
    """The answer to one question (an id of QUESTIONS), or what is missing for it.

    phrases: the brief's own, whose wishes and quotes the answer is about. audience: who listens; by default who asks the
    question most. register: spoken (60 to 130 words) or written (towards 80, 150 or 250 words; Q20 is always written).
    kept: phrases to be said word for word, in this order. others: the user's other companies, as the brief was made with. Raises KeyError for an unknown question.
    """
    asked = QUESTIONS[question]
    listener = audience or asked.audience
    speaker = speaker_of(profile, models)
    found = points(speaker, reading, matching.matches, phrases, models, others)
    if asked.needs_match and not found and not kept:
        return _unsupported(profile, reading, matching)
    private = {a.id for a in profile.aspirations if a.private}
    material = Material(
        speaker, profile, reading, tuple(for_audience(found, listener)), tuple(g for g in matching.gaps if g.aspiration not in private),
        tuple(m for m in matching.matches if m.aspiration not in private), listener, models, others,
    )
    style: Register = "written-150" if question == "Q20" and register == "spoken" else register
    pieces = list(of_kept(question, kept, material) if kept else asked.build(material))
    if not pieces:
        return Lack(f"There is not enough to answer “{asked.text}” honestly.", f"It needs {asked.needs}.")
    result = assemble(pieces if question in OWN_RESERVE else [*pieces, *reserve(material)], style)
    if result is None:
        return Lack(
            f"What is known makes only a few words on “{asked.text}”, and no whole answer.",
            "Add why an aspiration matters to you and what you have done for it, or your skills and experience.",
        )
    text, used = result
    return Answer(question=question, audience=listener, text=text, phrases=used, words=w.count(text), seconds=seconds(w.count(text)))


def _unsupported(profile: Profile, reading: Reading, matching: Matched) -> Lack:
    """Why no wish of the profile has words of the company beside it."""
    name = reading.company.name or "the company"
    if not any(not a.private for a in profile.aspirations):
        return Lack("Your profile has no aspiration that may be said aloud.", 'Add one: visionfit profile add "Lead a team of my own".')
    if not reading.statements and not reading.values:
        return Lack(f"The pages of {name} that were read say nothing about the company itself.", "Read its About, values or careers page as well.")
    if any(match.strength != "weak" for match in matching.matches):
        return Lack(f"The pages of {name} touch your aspirations, but hold no line that could honestly be quoted for one.", ELSE)
    return Lack(
        f"The pages of {name} support none of your aspirations.", ELSE,
    )
