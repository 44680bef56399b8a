from __future__ import annotations

import pytest

from nlp.models import Models
from nlp.phrasing.person.wishes import Refusal, wishes


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Growth", ["Growth"]),
        ("LEAD A TEAM OF MY OWN", ["Lead a team of my own"]),
        ("Lead a team 🚀🔥", ["Lead a team"]),
        ('Be "the go-to person" for data', ["Be the go-to person for data"]),
        ("I want to lead a team. I also want to learn Spanish, and I want to move abroad one day.",
         ["I want to lead a team", "I also want to learn Spanish", "I want to move abroad one day"]),
        ("- lead a team\n- learn SQL\n- go home early", ["lead a team", "learn SQL", "go home early"]),
        ("I have worked in retail for ten years. It was a good time. I want to run a store.", ["I want to run a store"]),
        ("CEO", ["CEO"]),
        ("Turn numbers AND stories into decisions", ["Turn numbers and stories into decisions"]),
        ("Lead a SMALL SQL team", ["Lead a small SQL team"]),
        ("Lead lead a <b>team</b>", ["Lead a team"]),
        ("I want to learn. I'd also like to work from home.", ["I want to learn", "I'd also like to work from home"]),
        ("i'd like to start in may", ["I'd like to start in May"]),
    ],
)
def test_wishes_are_cleaned_and_split(typed: str, expected: list[str], loaded: Models) -> None:
    found = wishes(typed, loaded.pipeline)
    assert not isinstance(found, Refusal)
    assert [wish.text for wish in found] == expected


def test_a_reason_typed_inside_is_kept(loaded: Models) -> None:
    found = wishes("Move abroad because I love languages", loaded.pipeline)
    assert not isinstance(found, Refusal)
    assert found[0].text == "Move abroad"
    assert found[0].because == "I love languages"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Earn €90k a year", "wish_is_money"),
        ("Make $120,000", "wish_is_money"),
        ("Get better pay", "wish_is_money"),
        ("Should I become a manager?", "wish_is_question"),
        ("Get the hell out of retail", "wish_has_swearing"),
        ("Ich möchte ein Team leiten", "wish_not_english"),
        ("Diriger une équipe", "wish_not_english"),
        ("Start my own company one day", "wish_is_own_company"),
        ("🚀🔥", "wish_not_understood"),
        ("???", "wish_not_understood"),
    ],
)
def test_what_is_not_spoken_is_refused_with_a_reason(typed: str, code: str, loaded: Models) -> None:
    found = wishes(typed, loaded.pipeline)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert found.text.endswith((".", ".”"))


@pytest.mark.parametrize("typed", ["Help families save money", "Run a bakery floor where nobody has to shout", "Treat everyone alike, whatever they can pay"])
def test_neighbours_of_the_refused_pass(typed: str, loaded: Models) -> None:
    assert not isinstance(wishes(typed, loaded.pipeline), Refusal)
