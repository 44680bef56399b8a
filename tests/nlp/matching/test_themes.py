from __future__ import annotations

import pytest

from nlp.matching import themes_of
from nlp.models import Models


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Integrity", "integrity_ethics"),
        ("We pair every new colleague with an experienced mentor.", "mentoring"),
        ("Our crews help each other and work as one team.", "teamwork_collaboration"),
        ("We cut the carbon footprint of every crossing.", "sustainability"),
        ("Flexible hours and work from home on two days a week.", "work_life_balance"),
        ("Colleagues from forty countries work in our offices around the world.", "global_mobility"),
        ("We offer a competitive salary and a pension plan.", "compensation_benefits"),
        ("We promote from within and help our people advance in their careers.", "career_advancement"),
        ("We put our customers first and serve them with care.", "customer_focus"),
    ],
)
def test_a_plain_sentence_has_its_theme(text: str, theme: str, loaded: Models) -> None:
    assert theme in themes_of([text], loaded)[0]


@pytest.mark.parametrize(
    "text",
    ["Tickets are sold at the terminal.", "Privacy policy", "The boat leaves at nine.", "Contact us", "42"],
)
def test_a_sentence_about_nothing_has_no_theme(text: str, loaded: Models) -> None:
    assert themes_of([text], loaded) == [[]]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Meet our leadership team.", "leadership_management"),
        ("We were recognised as the best ferry line of the year.", "recognition"),
        ("A private equity firm holds a majority.", "diversity_inclusion"),
        ("The total cost of ownership is low.", "entrepreneurship_ownership"),
        ("Learn more about machine learning.", "learning_growth"),
        ("Talk to an expert about your crossing.", "expertise_mastery"),
    ],
)
def test_ambiguous_words_do_not_mislead(text: str, theme: str, loaded: Models) -> None:
    assert theme not in themes_of([text], loaded)[0]


def test_three_themes_at_most_and_no_text_no_themes(loaded: Models) -> None:
    everything = (
        "We value integrity, teamwork, innovation, diversity, safety, learning, customers, communities and sustainability."
    )
    assert len(themes_of([everything], loaded)[0]) <= 3
    assert themes_of([], loaded) == []
