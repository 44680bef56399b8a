from __future__ import annotations

import re
from pathlib import Path

import pytest

from nlp.contract import Answer, Gap, Match, Phrase, Profile
from nlp.models import Models
from nlp.phrasing import QUESTIONS, answers, lint, suggest
from nlp.phrasing import words as w
from nlp.phrasing.answers.register import full_forms
from tests.nlp.phrasing.companies import HARBOURLIGHT, QUILLMERE, Found, matched

GAPS = [Gap(aspiration="c3", reason="nothing_found", question="How does somebody come to lead a team here?"),
        Gap(aspiration="c4", reason="nothing_found", question="What does the credit union do in its own towns?")]
FOUND = matched(
    ("c1", "v1", "strong", "transparency_communication"), ("c2", "v2", "strong", "integrity_ethics"), ("c5", "s2", "strong", "learning_growth"),
    ("c4", "s1", "partial", "community_impact"), gaps=GAPS,
)


@pytest.fixture(scope="module")
def phrases(profiles: dict[str, Profile], loaded: Models) -> list[Phrase]:
    """Three phrases as a brief would hold them; their quotes are what the answers quote."""
    rows = [("c1", "v1", "Make it plain"), ("c2", "v2", "Put the member's worry before your own"), ("c5", "s3", "trained as loan advisers after their first year")]
    FOUND.matches.append(Match(aspiration="c5", evidence="s3", score=0.8, strength="strong", themes=["learning_growth"], why=""))
    return [Phrase(id=f"p{n}", text=f"I'd like it. “{quote}”.", aspiration=a, evidence=[e], quotes=[quote], part="aim", words=9, genericness=0.1)
            for n, (a, e, quote) in enumerate(rows, 1)]


def made(profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models, **options: object) -> dict[str, Answer]:
    chosen = {"questions": list(QUESTIONS), **options}
    return {a.question: a for a in answers(profiles["accountant"], HARBOURLIGHT, FOUND, phrases, loaded, **chosen)}  # type: ignore[arg-type]


def test_spoken_answers_keep_their_length_and_quote_the_page(profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models) -> None:
    found = made(profiles, phrases, loaded)
    assert {"Q1", "Q2", "Q3", "Q5", "Q7", "Q8", "Q19"} <= set(found)
    for id_, answer in found.items():
        assert answer.words == w.count(answer.text)
        assert answer.seconds == round(answer.words * 60 / 140)
        assert id_ == "Q20" or 60 <= answer.words <= 130
        assert all(HARBOURLIGHT.holds(quote) for quote in w.quoted(answer.text))
        assert set(answer.phrases) <= {p.id for p in phrases}


def test_answers_pass_lint(profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models) -> None:
    for answer in made(profiles, phrases, loaded).values():
        errors = [f for f in lint(answer.text, profile=profiles["accountant"], page_texts=HARBOURLIGHT.texts, models=loaded, form="answer") if f.severity == "error"]
        assert errors == [], answer.text


def test_no_sentence_twice_and_no_amount_of_money(profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models) -> None:
    for answer in made(profiles, phrases, loaded).values():
        sentences = re.split(r"(?<=[.?!])\s+", answer.text)
        assert len(set(sentences)) == len(sentences)
        assert not re.search(r"[£$€]|65,000|salary", answer.text)


def test_audiences_hear_different_things(profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models) -> None:
    texts = {made(profiles, phrases, loaded, questions=["Q1"], audience=a)["Q1"].text for a in ("recruiter", "manager", "peer", "executive")}
    assert len(texts) >= 3


@pytest.mark.parametrize("length", [80, 150, 250])
def test_the_written_register(length: int, profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models) -> None:
    for answer in made(profiles, phrases, loaded, register=f"written-{length}").values():
        assert answer.words <= length * 1.05
        assert not re.search(r"\b(?:I'd|I've|I'm|you're|can't|doesn't)\b", w.unquoted(answer.text))


def test_full_forms_leave_quotations_alone() -> None:
    assert full_forms("I'd say you're right: “we're here”, and I've seen it.") == "I would say you are right: “we're here”, and I have seen it."


def test_questions_come_from_the_gaps(profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models) -> None:
    text = made(profiles, phrases, loaded, questions=["Q19"])["Q19"].text
    assert "how does somebody come to lead a team here?" in text
    assert "what does the credit union do in its own towns?" in text


def test_the_salary_answer_names_no_figure(profiles: dict[str, Profile], phrases: list[Phrase], loaded: Models) -> None:
    text = made(profiles, phrases, loaded, questions=["Q14"])["Q14"].text
    assert not re.search(r"\d{2,}", text.replace("six", ""))


def test_without_a_supported_wish_there_is_no_answer_about_one(profiles: dict[str, Profile], loaded: Models) -> None:
    found = answers(profiles["accountant"], HARBOURLIGHT, Found(), [], loaded, questions=list(QUESTIONS))
    assert {a.question for a in found} <= {"Q8", "Q14", "Q19"}


def test_an_unknown_question_is_an_error(profiles: dict[str, Profile], loaded: Models) -> None:
    with pytest.raises(KeyError):
        answers(profiles["accountant"], HARBOURLIGHT, FOUND, [], loaded, questions=["Q99"])


def test_a_brief_carries_a_few_answers(profiles: dict[str, Profile], loaded: Models) -> None:
    found = matched(("s3", "s4", "strong", "learning_growth"), ("s4", "s2", "strong", "teamwork_collaboration"), ("s5", "s1", "partial", "health_safety_wellbeing"))
    suggestions = suggest(profiles["solar"], QUILLMERE, found, loaded)
    assert {a.question for a in suggestions.answers} <= {"Q1", "Q5", "Q7"}


def test_the_guide_names_every_question() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "phrases.md").read_text("utf-8")
    assert {q for q in QUESTIONS if not re.search(rf"\b{q}\b", guide)} == set()
