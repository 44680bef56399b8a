"""What answers make of the fuller profile, and what they do where a wish is not supported."""

from __future__ import annotations

import re
from typing import Any

import pytest

from nlp.contract import Answer, Aspiration, Gap, Phrase, Profile, Story
from nlp.models import Models
from nlp.phrasing import QUESTIONS, Lack, answer, lint
from nlp.phrasing import words as w
from nlp.phrasing.company.quotes import quotes_of
from tests.nlp.phrasing.companies import HARBOURLIGHT, SILENT, Found, matched

TELLER = Profile(
    role="Loan adviser",
    present_role="Receptionist",
    situation="switch",
    aspirations=[
        Aspiration(id="plain", text="Explain money matters in plain words", horizon="mid", because="my parents never understood a letter from their bank",
                   steps=["Wrote a guide to the forms of our practice"]),
        Aspiration(id="branch", text="Lead a branch", kind="aspiration", horizon="long", because="I like a place that runs well"),
        Aspiration(id="exam", text="Pass the loan adviser exam", kind="goal", horizon="short", leads_to="branch", planned=["Take the exam in May"]),
        Aspiration(id="home", text="Be home for dinner", horizon="short", because="my two children are at school"),
        Aspiration(id="rich", text="Earn a salary of ninety thousand", private=True),
    ],
    skills=["Polish", "spreadsheets", "scheduling"],
    experience=["Seven years at the front desk of a dental practice"],
    work_style=["asks early", "visible on the floor"],
    values=["Honesty with people", "being on time"],
    mission="Help people who are afraid of forms",
    energisers=["explaining something until it is clear"],
    colleagues=["people who say what they think"],
    drains=["endless meetings"],
    avoid=["cold calling"],
    financial_goals=["Own a flat"],
    social_circles=["My uncle the banker"],
    stay_years=5,
    stories=[Story(action="Moved the card index into a database", result="Nobody searched for a card any more")],
)  # fmt: skip
SUPPORTED = matched(("plain", "v1", "strong", "transparency_communication"), ("home", "s5", "partial", "work_life_balance"))
PHRASES = [
    Phrase(id="p1", text="I'd like it. “Make it plain”.", aspiration="plain", evidence=["v1"], quotes=["Make it plain"], part="aim", words=9, genericness=0),
]


def told(question: str, loaded: Models, **changes: Any) -> str:
    profile = TELLER.model_copy(update=changes.pop("profile", {}))
    made = answer(question, profile, HARBOURLIGHT, SUPPORTED, PHRASES, loaded, **changes)
    assert isinstance(made, Answer), made
    return made.text


def lacking(question: str, loaded: Models, found: Found = SUPPORTED, phrases: list[Phrase] | None = None, **profile: Any) -> Lack:
    changed = TELLER.model_copy(update=profile)
    made = answer(question, changed, HARBOURLIGHT, found, PHRASES if phrases is None else phrases, loaded)
    assert isinstance(made, Lack), made
    return made


def test_every_answer_is_true_clean_and_of_the_right_length(loaded: Models) -> None:
    for question in set(QUESTIONS) - {"Q17"}:  # who has nothing to learn has no answer to that
        text = told(question, loaded)
        errors = [f for f in lint(text, profile=TELLER, page_texts=HARBOURLIGHT.texts, models=loaded, form="answer") if f.severity == "error"]
        assert errors == [], text
        assert not re.search(r"ninety|salary of|endless|cold calling|flat\b|uncle", text), text
        assert 60 <= w.count(text) <= 150, text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Q2", "My short-term goal is to pass the loan adviser exam"),
        ("Q2", "In the longer run I'd like to lead a branch"),
        ("Q4", "I'd like to lead a branch"),
        ("Q6", "The role of loan adviser"),
        ("Q7", "What I want my work to do is to help people who are afraid of forms"),
        ("Q9", "What I hold on to is honesty with people and being on time"),
        ("Q10", "What gives me energy is explaining something until it is clear"),
        ("Q11", "The role of loan adviser is the next step"),
        ("Q12", "I've spent seven years at the front desk"),
        ("Q13", "five years at least"),
        ("Q14", "competitive pay that reflects that experience"),
        ("Q15", "I like working with people who say what they think"),
        ("Q16", "moved the card index into a database. Nobody searched for a card any more"),
        ("Q18", "I lean towards people: I'd like to lead a branch"),
    ],
)
def test_the_profile_is_heard(question: str, said: str, loaded: Models) -> None:
    assert said in told(question, loaded)


def test_only_skills_are_brought(loaded: Models) -> None:
    assert "visible on the floor" not in told("Q16", loaded)


def test_without_a_word_on_staying_no_years_are_named(loaded: Models) -> None:
    assert "I can't promise a number of years" in told("Q13", loaded, profile={"stay_years": None})


def test_a_stepping_stone_is_only_named_by_whom_wants_to(loaded: Models) -> None:
    assert "a step towards" not in told("Q13", loaded)
    assert "I see this role as a step towards something further on" in told("Q13", loaded, profile={"stepping_stone": True})


def test_a_beginner_is_open_to_be_shown(loaded: Models) -> None:
    learner = {"level": "entry", "aspirations": [*TELLER.aspirations, Aspiration(id="learn", text="Learn how loans are priced", horizon="short")]}
    assert "to be told when I'm wrong" in told("Q17", loaded, profile=learner)


def test_a_wish_that_only_takes_does_not_lead(loaded: Models) -> None:
    phrase = PHRASES[0].model_copy(update={"aspiration": "home"})
    made = answer("Q1", TELLER, HARBOURLIGHT, SUPPORTED, [phrase], loaded)
    assert isinstance(made, Answer)
    assert not made.text.startswith("I'd like to be home")
    assert "I also want to be home for dinner" in made.text


def test_kept_phrases_are_said_word_for_word_in_their_order(loaded: Models) -> None:
    kept = [
        Phrase(id=id_, text=text, aspiration="plain", evidence=["v1"], quotes=[], part="aim", words=20, genericness=0)
        for id_, text in (
            ("k2", "My parents never understood a letter from their bank, so I'd explain every fee to your members twice."),
            ("k1", "You name “Make it plain” among your values, and I've written a guide to the forms of a dental practice."),
            ("k3", "In five years I'd like to lead a branch of yours where nobody is ashamed of a question at the counter."),
        )
    ]
    made = answer("Q5", TELLER, HARBOURLIGHT, SUPPORTED, PHRASES, loaded, kept=kept)
    assert isinstance(made, Answer)
    assert made.phrases == ["k2", "k1", "k3"]
    assert [made.text.index(phrase.text) for phrase in kept] == sorted(made.text.index(phrase.text) for phrase in kept)


def test_a_phrase_that_quotes_another_line_than_the_matched_one_still_counts(loaded: Models) -> None:
    found = matched(("plain", "s1", "strong", "transparency_communication"))
    made = answer("Q7", TELLER, HARBOURLIGHT, found, PHRASES, loaded)
    assert isinstance(made, Answer)
    assert "“Make it plain”" in made.text


def test_questions_to_them_say_why_they_are_asked(loaded: Models) -> None:
    gaps = [Gap(aspiration="branch", reason="nothing_found", question="How does somebody come to lead a branch here?")]
    made = answer("Q19", TELLER, HARBOURLIGHT, matched(gaps=gaps), [], loaded)
    assert isinstance(made, Answer)
    assert "I ask about that because I'd like to lead a branch." in made.text


def test_what_is_lacking_is_named(loaded: Models) -> None:
    assert "the role you are applying for" in lacking("Q6", loaded, role=None).hint
    assert "earlier field" in lacking("Q12", loaded, situation=None).hint
    assert "touch your aspirations" in lacking("Q1", loaded, phrases=[]).message
    assert "support none" in lacking("Q1", loaded, found=matched(), phrases=[]).message
    assert "no aspiration" in lacking("Q1", loaded, phrases=[], aspirations=[]).message
    silent = answer("Q1", TELLER, SILENT, Found(), [], loaded)
    assert isinstance(silent, Lack)
    assert "say nothing about the company" in silent.message


FAMILIES = Aspiration(id="families", text="Help families out of debt", horizon="long", because="debt once cost us our house")
WITH_FAMILIES = matched(("plain", "v1", "strong", "transparency_communication"), ("families", "s1", "strong", "community_impact"))


def mission(loaded: Models) -> str:
    """A quote from the company's mission, as a phrase would have it."""
    return quotes_of(HARBOURLIGHT.evidence["s1"], HARBOURLIGHT, loaded.pipeline)[0].text


def of_two(question: str, loaded: Models, **profile: Any) -> str:
    quote = mission(loaded)
    second = Phrase(id="p2", text=f"“{quote}”", aspiration="families", evidence=["s1"], quotes=[quote], part="aim", words=9, genericness=0)
    changed = TELLER.model_copy(update={"aspirations": [*TELLER.aspirations, FAMILIES], **profile})
    made = answer(question, changed, HARBOURLIGHT, WITH_FAMILIES, [PHRASES[0], second], loaded)
    assert isinstance(made, Answer), made
    return made.text


def test_their_purpose_stands_first_where_visions_are_compared(loaded: Models) -> None:
    text = of_two("Q7", loaded)
    assert text.index(f"“{mission(loaded)}”") < text.index("My own aim beside it is to help families out of debt")
    assert text.index("My own aim") < text.index("“Make it plain”")


def test_what_is_planned_is_said(loaded: Models) -> None:
    planned = [a.model_copy(update={"planned": ["Take the exam in May"]}) if a.id == "plain" else a for a in TELLER.aspirations]
    assert "My next step is to take the exam in May." in told("Q3", loaded, profile={"aspirations": planned})


def test_at_the_end_there_is_something_to_look_back_on(loaded: Models) -> None:
    assert "I'd also be glad to look back on explaining money matters in plain words." in of_two("Q4", loaded)


def test_the_wish_nearest_to_the_role_is_the_one_about_the_role(loaded: Models) -> None:
    assert "what I want is to help families out of debt" in of_two("Q6", loaded, role="Debt counsellor for families")
    assert "what I want is to explain money matters" in of_two("Q6", loaded, role="Teacher who explains money")


def test_who_wants_to_go_deep_says_so(loaded: Models) -> None:
    deep = [TELLER.aspirations[0], Aspiration(id="deep", text="Become the person people call about loans", horizon="long", because="I like hard cases")]
    assert "I lean towards going deep: I'd like to become the person people call about loans" in told("Q18", loaded, profile={"aspirations": deep})


def test_a_way_of_working_with_two_verbs_is_not_half_turned(loaded: Models) -> None:
    assert "I start small and counts" not in told("Q15", loaded, profile={"work_style": ["starts small and counts", "asks early"]})


def test_no_lead_stands_before_a_sentence_of_its_own_kind(loaded: Models) -> None:
    for question in QUESTIONS:
        made = answer(question, TELLER, HARBOURLIGHT, SUPPORTED, PHRASES, loaded)
        if isinstance(made, Answer):
            assert not re.search(r"(?:that|because|since) (?:what|I like that)\b|I stopped at", made.text), made.text
