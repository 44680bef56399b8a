"""The questions that make a profile: by standard input, left, gone on with, and by the API."""

from __future__ import annotations

import io
from typing import Any

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from helper.cli import main
from helper.errors import Problem
from helper.store import Store
from helper.wizard import Question, answered, settled, unedited, wizard
from nlp.contract import Aspiration, Profile
from nlp.models import models
from nlp.phrasing.person.person import person

QUESTIONS = {question.id: question for question in wizard().questions}


def run(*lines: str, args: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(main, ["profile", "wizard", *args], input="".join(f"{line}\n" for line in lines))


def saved() -> Profile:
    with Store() as store:
        current = store.profiles.current()
    return current.profile if current else Profile()


def at(question: str, *lines: str) -> Result:
    return run(*lines, args=("--at", question))


def test_the_questions_fit_the_profile() -> None:
    assert len(QUESTIONS) == len(wizard().questions)
    for question in wizard().questions:
        assert question.field in Profile.model_fields
        assert question.text.endswith("?")
        assert question.help
        assert bool(question.choices) == (question.kind in {"choice", "tradeoff"})
        for choice in question.choices:
            answered(Profile(), question, choice.value)


def test_what_the_founding_questions_ask_is_asked() -> None:
    fields = {question.field for question in wizard().questions}
    assert {"passions", "strengths", "avoid", "values", "mission", "energisers", "drains"} <= fields  # passion
    assert {"skills", "experience", "social_circles", "education", "financial_goals"} <= fields  # what shapes aspirations
    assert {"work_style", "colleagues", "role", "present_role", "industry", "tradeoffs", "stay_years"} <= fields
    assert all(QUESTIONS[id_].private for id_ in ("social_circles", "financial_goals", "life", "pay_or_time"))


def test_there_are_eight_examples_and_each_can_be_said() -> None:
    starters = wizard().starters
    assert [starter.theme for starter in starters] == [
        "leadership_management", "career_advancement", "entrepreneurship_ownership", "expertise_mastery", "recognition",
        "innovation_creativity", "mentoring", "work_life_balance",
    ]  # fmt: skip
    speaker = person(Profile(aspirations=[Aspiration(id=s.id, text=s.text) for s in starters]), models())
    assert {want.aspiration for want in speaker.wants} == {s.id for s in starters} - {"own_company"}
    assert [s.id for s in starters if s.private] == ["own_company"]


def test_all_of_it_without_a_terminal() -> None:
    result = run(
        "switch", "Office coordinator", "Data analyst", "Public transport", "5",
        "Finding out why", "Tidying up", "", "Explaining", "", "Shouting", "", "Honesty", "",
        "Make timetables that people can trust", "Fewer people wait in the rain", "A riddle", "", "Endless meetings", "",
        "2", "learning", "1", "I can't say", "1", "2", "People who ask", "",
        "Build reports that people use | because nobody read the ones we had | done Took an SQL course in March | next Take the exam in May",
        "7", "", "Finish an SQL certificate | leads to a1", "", "Be home at five", "", "4",
        "SQL", "Excel", "", "Seven years at a front desk", "", "Moved our card index into a database", "", "My aunt", "",
        "Secondary school", "", "SQL course, March", "", "Own a flat", "",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    made = saved()
    assert (made.situation, made.role, made.present_role, made.level) == ("switch", "Data analyst", "Office coordinator", "changer")
    assert (made.passions, made.strengths) == (["Finding out why", "Tidying up"], ["Explaining"])
    assert (made.stay_years, made.mission) == (4, "Make timetables that people can trust")
    assert made.tradeoffs == {"pay_or_time": "time", "pay_or_learning": "learning", "people_or_name": "people", "new_or_sure": "both"}
    assert made.work_style == ["does the best work in a small team", "likes a new problem every week"]
    reports = made.aspirations[3]
    assert (reports.text, reports.because) == ("Build reports that people use", "nobody read the ones we had")
    assert (reports.steps, reports.planned) == (["Took an SQL course in March"], ["Take the exam in May"])
    assert [(a.kind, a.horizon, a.private) for a in made.aspirations[3:]] == [
        ("aspiration", "long", False), ("aspiration", "long", False), ("goal", "short", False), ("aspiration", None, True),
    ]  # fmt: skip
    assert made.aspirations[5].leads_to == "a1" == reports.id
    assert [story.action for story in made.stories] == ["Moved our card index into a database"]
    assert made.financial_goals == ["Own a flat"]
    assert "role: Data analyst\n" in result.stdout
    assert "a2 still has the example's words" in result.stderr
    with Store() as store:
        assert len(store.profiles.versions()) == 1
        assert store.drafts.get("wizard") is None


def test_it_goes_on_where_it_was_left() -> None:
    left = run("evolve", "Nurse", "q")
    assert left.exit_code == 0
    assert "[3 of 31]" in left.stderr
    again = run("Ward manager", "q")
    assert "Going on at question 3 of 31" in again.stderr
    assert (saved().present_role, saved().role) == ("Nurse", "Ward manager")
    anew = run("q", args=("--restart",))
    assert "[1 of 31]" in anew.stderr
    assert "now: I want to grow in the work I do" in anew.stderr
    assert saved().role == "Ward manager"


def test_the_end_of_the_input_and_an_interrupt_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at("skills", "SQL", "Excel").exit_code == 0  # no empty line, no q
    assert saved().skills == ["SQL", "Excel"]
    assert at("skills", "Python", "q").exit_code == 0
    assert saved().skills == ["SQL", "Excel", "Python"]
    assert at("aspirations", "Lead a ward", "q").exit_code == 0
    assert [a.text for a in saved().aspirations] == ["Lead a ward"]

    class Interrupted(io.StringIO):
        def readline(self, *_: Any) -> str:
            raise KeyboardInterrupt

    with Store() as store:
        from helper.cli.wizard import Leave, _ask_all

        monkeypatch.setattr("sys.stdin", Interrupted())
        with pytest.raises(Leave):
            _ask_all(store, wizard().questions, 4)
        assert store.drafts.get("wizard") == wizard().questions[4].id


def test_back_skip_and_help() -> None:
    result = run("evolve", "b", "?", "switch", "", "b", "Clerk", "q")
    assert (saved().situation, saved().present_role) == ("switch", "Clerk")
    assert QUESTIONS["situation"].help in result.stderr
    assert result.stdout == ""


def test_what_is_there_is_shown_kept_and_emptied() -> None:
    at("skills", "SQL", "")
    assert "now: SQL" in at("skills", "", "q").stderr
    assert saved().skills == ["SQL"]
    at("skills", "-", "Excel", "")
    assert saved().skills == ["Excel"]
    at("role", "Clerk")
    at("role", "-")
    assert saved().role is None


def test_an_answer_that_does_not_fit_is_told_and_leaves_the_rest() -> None:
    result = at("stay_years", "for ever", "SQL", "")
    assert result.exit_code == 0
    assert "[bad_answer]" in result.stderr
    assert (saved().stay_years, saved().skills) == (None, ["SQL"])
    result = at("goals", "Finish it | leads to nowhere", "")
    assert "[bad_ladder]" in result.stderr
    assert saved().aspirations == []


def test_wrong_use_and_the_list() -> None:
    assert run(args=("--at", "shoes")).exit_code == 2
    assert len(run(args=("--list",)).stdout.splitlines()) == 31


def tradeoff(**choices: str) -> Profile:
    made = Profile(aspirations=[Aspiration(text="Lead a ward")])
    for id_, value in choices.items():
        made = answered(made, QUESTIONS[id_], value)
    return made


def test_tradeoffs_weigh_private_aspirations() -> None:
    made = tradeoff(pay_or_time="pay", pay_or_learning="pay", people_or_name="people")
    assert [(a.id, a.private, a.weight) for a in made.aspirations[1:]] == [("priority-pay", True, 2), ("priority-people", True, 1)]
    changed = answered(made, QUESTIONS["pay_or_time"], "time")
    assert {a.id: a.weight for a in changed.aspirations[1:]} == {"priority-pay": 1, "priority-time": 1, "priority-people": 1}


def test_what_the_user_makes_of_them_is_left_alone() -> None:
    made = tradeoff(pay_or_time="time")
    without = made.model_copy(update={"aspirations": made.aspirations[:1]})
    assert settled(without, made) == without


def test_the_api_gives_the_same_questions_and_settles_tradeoffs(client: FlaskClient) -> None:
    told = client.get("/v1/wizard").get_json()
    assert [Question.model_validate(question) for question in told["questions"]] == wizard().questions
    assert len(told["starters"]) == 8
    put = client.put("/v1/profile", json={"aspirations": [{"text": "Lead"}], "tradeoffs": {"pay_or_time": "time"}})
    (_, private) = put.get_json()["aspirations"]
    assert (private["id"], private["private"]) == ("priority-time", True)
    assert client.get("/v1/profile").get_json() == put.get_json()


def test_examples_in_their_own_words_are_noticed() -> None:
    profile = Profile(aspirations=[Aspiration(text="manage a team of my own."), Aspiration(text="Manage a ward team")])
    assert [a.id for a, _ in unedited(profile)] == ["a1"]


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(Problem) as raised:
        answered(Profile(), QUESTIONS["level"], "boss")
    assert raised.value.code == "bad_answer"
