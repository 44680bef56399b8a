from __future__ import annotations

from nlp.matching import genericness


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
    assert genericness("Safety", ["health_safety_wellbeing"], saved={"health_safety_wellbeing": 20}, companies=20) > usual
    assert genericness("Safety", ["health_safety_wellbeing"], saved={}, companies=20) < usual


def test_bounds() -> None:
    for text in ("", "!", "Integrity " * 50, "Zymurgy"):
        for themes in ([], ["integrity_ethics"], ["unknown"]):
            assert 0 <= genericness(text, themes, saved={"integrity_ethics": 9}, companies=3) <= 1
