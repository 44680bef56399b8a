from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.models import Models, models
from nlp.phrasing.person.forms import forms


@pytest.mark.parametrize(
    ("wish", "like", "subject"),
    [
        ("Lead a ward team", "to lead a ward team", "leading a ward team"),
        ("Manage other people and lead a team of my own", "to manage other people and lead a team of my own",
         "managing other people and leading a team of my own"),
        ("Keep learning new technical skills", "to keep learning new technical skills", None),
        ("I'd like to keep learning and to earn certificates", "to keep learning and to earn certificates", None),
        ("More responsibility", "more responsibility", "more responsibility"),
        ("Growth", "growth", "growth"),
        ("Learn", "to learn", "learning"),
        ("Work-life balance", "work-life balance", "work-life balance"),
        ("Project management", "project management", "project management"),
        ("Senior engineer", "to become a senior engineer", "becoming a senior engineer"),
        ("CEO", "to become CEO", "becoming CEO"),
        ("certified solar installer", "to become a certified solar installer", "becoming a certified solar installer"),
        ("In five years I see myself as a team lead", "to become a team lead", "becoming a team lead"),
        ("Becoming a head of department", "to become a head of department", "becoming a head of department"),
        ("Fluent in Spanish", "to be fluent in Spanish", "being fluent in Spanish"),
        ("My dream is to open doors for first-generation students", "to open doors for first-generation students",
         "opening doors for first-generation students"),
        ("I want people to trust my numbers", "people to trust my numbers", None),
        ("Never stop learning", "never to stop learning", None),
        ("Training young people", "to train young people", "training young people"),
        ("Training opportunities", "training opportunities", "training opportunities"),
        ("Lead a small team in the long run", "to lead a small team", "leading a small team"),
        ("Program robots", "to program robots", "programming robots"),
    ],
)
def test_forms(wish: str, like: str, subject: str | None, loaded: Models) -> None:
    found = forms(wish, loaded.pipeline)
    assert found is not None
    assert (found.like, found.subject) == (like, subject)


def test_a_clause_about_others_has_no_form(loaded: Models) -> None:
    assert forms("People trust my work", loaded.pipeline) is None


def test_a_long_wish_is_cut_where_it_stays_whole(loaded: Models) -> None:
    found = forms(
        "Be known as the one who gets difficult machines running again and who teaches the apprentices how to listen to them", loaded.pipeline
    )
    assert found is not None
    assert found.like == "to be known as the one who gets difficult machines running again"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from("lead team a the and of my work learn become people who growth in skills help to better I own what because".split()), max_size=25))
def test_word_salad_never_fails(words: list[str]) -> None:
    found = forms(" ".join(words), models().pipeline) if words else None
    assert found is None or found.like
