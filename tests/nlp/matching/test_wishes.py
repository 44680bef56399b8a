from __future__ import annotations

import pytest

from nlp.contract import Aspiration
from nlp.matching import split_wishes
from nlp.matching.facets import facets
from nlp.matching.wishes import clean, is_english, read_wishes
from nlp.models import Models


def themes(text: str, loaded: Models) -> str:
    wish = read_wishes([Aspiration(text=text)], loaded)[0]
    return facets()[int(wish.shares.argmax())].theme


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Run a small crew", "leadership_management"),
        ("Be home in time to put my son to bed", "work_life_balance"),
        ("Get better paid", "compensation_benefits"),
        ("Show beginners how it is done", "mentoring"),
        ("Work with less red tape", "agility_change"),
        ("Do my bit against global warming", "sustainability"),
        ("Open a bakery of my own", "entrepreneurship_ownership"),
        ("A seat on the board", "career_advancement"),
        ("Teamwork", "teamwork_collaboration"),
        ("LEARN NEW THINGS!!", "learning_growth"),
    ],
)
def test_a_wish_is_given_its_theme(text: str, theme: str, loaded: Models) -> None:
    assert themes(text, loaded) == theme


def test_shares_sum_to_one(loaded: Models) -> None:
    for wish in read_wishes([Aspiration(text="Restore old pipe organs"), Aspiration(text="Autonomy")], loaded):
        assert wish.shares.sum() == pytest.approx(1, abs=1e-4)
        assert wish.shares.shape == (len(facets()),)


def test_a_paragraph_of_three_wishes_is_split_and_its_reasons_left_out(loaded: Models) -> None:
    text = (
        "I want to lead a crew one day. My uncle was a skipper. I'd also like to keep learning, "
        "and I hope to see other countries."
    )
    assert split_wishes(text, loaded.pipeline) == ["lead a crew one day", "keep learning", "see other countries"]


def test_lines_are_wishes_of_their_own(loaded: Models) -> None:
    assert split_wishes("Lead a crew\n\n- keep learning\n", loaded.pipeline) == ["Lead a crew", "keep learning"]


@pytest.mark.parametrize("text", ["Growth", "Lead a team, and learn from it", "Work with people I can trust"])
def test_a_short_wish_stays_whole(text: str, loaded: Models) -> None:
    assert split_wishes(text, loaded.pipeline) == [text]


def test_cleaning_leaves_the_words(loaded: Models) -> None:
    assert clean("  🚀 Learn\tnew things 🌍 ") == "Learn new things"
    assert clean("MORE RESPONSIBILITY!!!") == "more responsibility"
    assert clean("Work in the USA") == "Work in the USA"
    assert split_wishes("🚀🚀", loaded.pipeline) == []


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Lead a ward team", True),
        ("Restore Victorian pipe organs", True),
        ("Growth", True),
        ("Quiero liderar un equipo internacional", False),
        ("Ich möchte ein Team leiten", False),
        ("Je voudrais travailler à l'étranger", False),
        ("仕事", False),
        ("...", False),
    ],
)
def test_language(text: str, english: bool, loaded: Models) -> None:
    assert is_english(text, loaded.pipeline) is english


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Lead a ward team", True), ("Growth", False), ("Flexible hours", False), ("mentor others", True),
     ("Do I want this?", False), ("Earn a living", True), ("An international career", False)],
)
def test_whether_a_wish_can_stand_after_to(text: str, verb: bool, loaded: Models) -> None:
    assert read_wishes([Aspiration(text=text)], loaded)[0].verb_first is verb


def test_a_rare_noun_is_noticed(loaded: Models) -> None:
    assert read_wishes([Aspiration(text="Lead a ward team")], loaded)[0].rare == {"ward"}
    assert read_wishes([Aspiration(text="Lead a team")], loaded)[0].rare == set()
