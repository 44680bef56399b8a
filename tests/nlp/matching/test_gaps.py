"""Questions and conflicts."""
from __future__ import annotations

import re

import pytest

from nlp.contract import Profile, Reading
from nlp.matching import match
from nlp.matching.company_words import company_words
from nlp.models import Models
from tests.nlp.matching.companies import ferries, profile, reading

SILENT = [
    "Work abroad", "Live in another country", "Use my languages", "Protect the environment", "Fight climate change",
    "Earn a good salary", "Get a bonus", "Become a director", "Start my own company", "Invent new products",
]


def questions(wishes: Profile, company: Reading, loaded: Models) -> list[str]:
    return [gap.question for gap in match(wishes, company, loaded).gaps]


def test_no_two_questions_are_alike(loaded: Models) -> None:
    asked = [set(re.findall(r"\w+", question.lower())) for question in questions(profile(*SILENT), ferries(), loaded)]
    assert len(asked) >= 9
    for number, words in enumerate(asked):
        assert all(len(words & other) < 0.6 * min(len(words), len(other)) for other in asked[:number])


def test_questions_use_the_company_s_own_nouns(loaded: Models) -> None:
    asked = " ".join(questions(profile("Give people excellent service", *SILENT), reading(
        sentences=["Our passengers love the sea.", "Passengers come from nine islands.", "We sail."]), loaded))
    assert "your passengers" in asked


def test_places_are_the_company_s_own(loaded: Models) -> None:
    sells = ["Software for hospitals.", "Hospitals like it.", "Nurses in hospitals use it.", "We write code."]
    assert "hospitals" not in " ".join(questions(profile(*SILENT), reading(sentences=sells), loaded))
    words = company_words(reading(sentences=["We run our hospitals ourselves.", "Hospitals need quiet."]), (), ("wards", "hospitals"))
    assert words.places == "hospitals"


def test_staff_are_not_taken_for_the_people_served(loaded: Models) -> None:
    company = reading(sentences=["Our team members sail.", "A team member steers.", "Staff members sell tickets."])
    assert "members" not in " ".join(questions(profile(*SILENT), company, loaded))


@pytest.mark.parametrize(
    "wish", ["Restore Victorian pipe organs", "Work with bees", "Growth", "More responsibility", "an office by the sea",
             "Earn 90,000 a year", "get the hell out of sales", "be the one who decides, for once", "my own way"],
)
def test_a_question_is_one_plain_sentence_whatever_the_wish(wish: str, loaded: Models) -> None:
    for question in questions(profile(wish), reading(sentences=["We sail."]), loaded):
        assert re.fullmatch(r"[A-Z][^?{}]*\?", question)
        assert not re.search(r"\d|hell|\bto to\b|  ", question)


def test_other_companies_get_other_questions(loaded: Models) -> None:
    asked = {questions(profile("Work abroad"), reading(sentences=["We sail."], domain=f"c{n}.example"), loaded)[0]
             for n in range(8)}
    assert len(asked) > 1


def test_a_praised_opposite_is_a_conflict_and_quotes_the_page(loaded: Models) -> None:
    company = reading(values=[("Move fast", "We move fast and sail at any hour.")], sentences=["We sail."])
    gaps = match(profile("Be home for dinner with my family"), company, loaded).gaps
    assert [(gap.reason, "“Move fast”" in gap.question) for gap in gaps] == [("conflict", True)]


def test_a_denied_opposite_is_none(loaded: Models) -> None:
    company = reading(values=[("Evenings off", "Nobody has to work long hours here, and there is no overtime.")])
    assert [g.reason for g in match(profile("Have time for my family"), company, loaded).gaps if g.reason == "conflict"] == []


def test_something_avoided_that_the_company_praises(loaded: Models) -> None:
    company = reading(statements=[("culture", "Our people love cold calling and do it every day.")])
    result = match(profile("Lead a crew", "Keep learning", avoid=["cold calling"]), company, loaded)
    assert [n.code for n in result.notices] == ["avoid_praised"]
    assert "cold calling" in result.notices[0].text
    assert sum(gap.reason == "conflict" and "cold calling" in gap.question for gap in result.gaps) == 1


def test_something_avoided_that_the_company_rules_out(loaded: Models) -> None:
    company = reading(statements=[("culture", "We never ask anybody to do cold calling.")])
    assert match(profile("Lead a crew", avoid=["cold calling"]), company, loaded).notices == []


def test_a_drain_counts_as_something_avoided(loaded: Models) -> None:
    company = reading(statements=[("culture", "We love long meetings.")])
    assert [n.code for n in match(profile("Lead", drains=["long meetings"]), company, loaded).notices] == ["avoid_praised"]


BOATS = ["The crew builds and repairs wooden boats with care."] + [
    f"Boat number {number} carries freight, post and passengers between the harbours of the island." for number in range(40)
]


def test_a_field_the_company_certainly_has_no_place_for(loaded: Models) -> None:
    company = reading(sentences=[*BOATS, *(f"We build and construct pier {n} by design." for n in range(5))])
    result = match(profile("Lead a ward team", "Help newly qualified nurses", role="Ward manager"), company, loaded)
    asked = [gap.question for gap in result.gaps if gap.reason == "conflict"]
    assert len(asked) == 2
    assert sum("nursing or medical care" in question for question in asked) == 1
    assert [n.code for n in result.notices] == ["role_not_found"]


def test_little_text_proves_nothing_about_a_field(loaded: Models) -> None:
    result = match(profile("Lead a ward team", role="Ward manager"), reading(sentences=["We build boats."]), loaded)
    assert [gap.reason for gap in result.gaps] == ["nothing_found"]
    assert result.notices == []


def test_one_word_of_the_field_is_enough_to_leave_it_open(loaded: Models) -> None:
    company = reading(sentences=[*BOATS, "A doctor is on board of every long crossing.", "We build piers by design."])
    result = match(profile("Lead a ward team"), company, loaded)
    assert [gap.reason for gap in result.gaps] == ["nothing_found"]
