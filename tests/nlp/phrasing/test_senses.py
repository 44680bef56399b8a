"""Words that a wish and a company's line share in two senses."""
from __future__ import annotations

import json

import pytest

from nlp.contract import Aspiration, Profile
from nlp.models import Models
from nlp.phrasing.company.senses import DATA, are_false_friends
from nlp.phrasing.suggest import suggest
from tests.nlp.phrasing.companies import matched, reading

# In the order of data/phrasing_senses.json: a wish, what means something else, and what means the same.
CASES = [
    ("Waste less wool", "you believe in “commercial sustainability”", "you “weave for a sustainable valley”"),
    ("Work flexible hours", "you offer “flexible benefits to every weaver”", "you offer “flexible hours to every weaver”"),
    ("Work from home two days a week", "you offer “flexible working hours”", "you offer “flexible hours and work from home”"),
    ("Be given responsibility early", "you stand by your “social responsibility”", "you “give apprentices responsibility for a loom”"),
    ("Lead a small team of weavers", "you are “the market leader in wool”", "you “train weavers to lead a loom”"),
    ("Grow into a master dyer", "you plan for “revenue growth every year”", "you invest in “the growth of every weaver”"),
    ("Do something good for my community", "you serve “a community of scholars”", "you “mend clothes for the local community”"),
    ("Work with people from other countries", "you are “globally trusted for cloth”", "you have “weavers from nine countries”"),
    ("Be part of a team that trusts each other", "you are “a trusted partner of tailors”", "you “trust every weaver with the keys”"),
    ("Work with integrity", "you test “the structural integrity of looms”", "you “act with integrity at every sale”"),
    ("Get equal treatment whatever my skin colour", "you sell “a diverse range of cloth”", "you build “a diverse team of weavers”"),
    ("Learn the old dyes", "you say that weaving is “more than just academics”", "you “teach the old dyes to newcomers”"),
]


def test_every_pair_of_senses_has_its_case() -> None:
    assert len(CASES) == len(json.loads(DATA.read_text("utf-8")))


@pytest.mark.parametrize(("wish", "other", "same"), CASES)
def test_a_shared_word_in_another_sense_is_told_from_the_same(wish: str, other: str, same: str) -> None:
    assert are_false_friends(wish, other)
    assert not are_false_friends(wish, same)
    assert not are_false_friends("Bake bread on a boat", other)


@pytest.mark.parametrize("wish", ["Work flexible hours, partly from home", "Help children learn"])
def test_a_wish_for_both_is_no_false_friend(wish: str) -> None:
    assert not are_false_friends(wish, "you offer “flexible hours”")
    assert not are_false_friends(wish, "you say that school is “more than just academics”")


@pytest.mark.parametrize(("said", "quoted"), [("We offer flexible hours to every weaver.", True), ("We offer flexible benefits to every weaver.", False)])
def test_a_phrase_rests_on_the_same_sense_only(said: str, quoted: bool, loaded: Models) -> None:
    profile = Profile(aspirations=[Aspiration(id="a1", text="Work flexible hours", because="I look after my father")])
    company = reading("Larkspur Mills", {"culture": [said]}, {})
    made = suggest(profile, company, matched(("a1", "s1", "strong", "work_life_balance")), loaded)
    assert bool(made.phrases) == quoted
