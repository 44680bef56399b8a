from __future__ import annotations

from nlp.matching import Others, genericness, match
from nlp.models import Models
from tests.nlp.matching.companies import profile, reading


def test_what_everybody_says_is_generic_and_what_nobody_says_is_not() -> None:
    bare = genericness("Integrity", ["integrity_ethics"])
    sentence = genericness("We act with integrity", ["integrity_ethics"])
    own = genericness("We tell passengers by seven in the morning when the Skerry boat is late", ["integrity_ethics"])
    assert bare > 0.9
    assert bare >= sentence > own
    assert own < 0.5


def test_a_rare_theme_is_less_generic_than_a_common_one() -> None:
    assert genericness("Mastery", ["expertise_mastery"]) < genericness("Teamwork", ["teamwork_collaboration"])


def test_the_user_s_own_companies_move_the_rate_both_ways() -> None:
    usual = genericness("Safety", ["health_safety_wellbeing"])
    assert genericness("Safety", ["health_safety_wellbeing"], Others(20, {"health_safety_wellbeing": 20})) > usual
    assert genericness("Safety", ["health_safety_wellbeing"], Others(20)) < usual


def test_bounds() -> None:
    for text in ("", "!", "Integrity " * 50, "Zymurgy"):
        for themes in ([], ["integrity_ethics"], ["unknown"]):
            assert 0 <= genericness(text, themes, Others(3, {"integrity_ethics": 3})) <= 1


def test_counts_of_other_companies_are_by_company_not_by_line() -> None:
    first = reading(statements=[("culture", "We learn."), ("growth", "We all learn every day.")], values=[("Courage", None)])
    for item in first.evidence.values():
        item.themes = ["learning_growth"]
    second = reading(values=[("Courage", "Speak up.")])
    found = Others.of([list(first.evidence.values()), list(second.evidence.values()), []])
    assert found.companies == 2
    assert found.themes == {"learning_growth": 1}
    assert (found.words["learn"], found.words["courage"], found.words.get("bravery", 0)) == (1, 2, 0)


def test_of_two_lines_as_near_the_distinctive_one_comes_first(loaded: Models) -> None:
    company = reading(statements=[("culture", "Our stokers and riggers work as one team.")], values=[("Teamwork", None)])
    for item in company.evidence.values():
        item.themes = ["teamwork_collaboration"]
    found = match(profile("Work in a good team"), company, loaded).matches
    assert [m.evidence for m in found] == ["s1", "v1"]
    assert found[0].score >= found[1].score
