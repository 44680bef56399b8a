from __future__ import annotations

import json
import re
from string import Formatter

import pytest

from nlp.contract import Aspiration, Profile
from nlp.matching.facets import taxonomy
from nlp.models import Models
from nlp.phrasing import kin
from nlp.phrasing import words as w
from nlp.phrasing.company.frames import Relation
from nlp.phrasing.company.quotes import quotes_of
from nlp.phrasing.person.person import speaker_of
from nlp.phrasing.suggest import candidates, suggest
from tests.nlp.phrasing.companies import matched, reading

COMPANY = reading("Larkspur Mills", {}, {"Honesty before speed": "We tell a customer early when the cloth is late.", "Wool from the valley": None})
COMPANY.values[0].themes = ["integrity_ethics"]
LEADER = Profile(aspirations=[Aspiration(id="a1", text="Lead a small team", because="I like to see people get better", steps=["Coach two graduates"])])


def test_every_kin_theme_is_a_theme() -> None:
    table = json.loads(kin.DATA.read_text("utf-8"))["themes"]
    assert set(table) | {theme for kin_ in table.values() for theme in kin_} <= set(taxonomy())
    assert not [theme for theme, kin_ in table.items() if theme in kin_]


@pytest.mark.parametrize("kind", [*map(str, Relation), "condition"])
def test_links_wish_and_promise_nothing(kind: str) -> None:
    for link in kin.links(kind):
        assert {name for _, name, _, _ in Formatter().parse(link) if name} <= {"people", "team"}
        assert not re.search(r"\b(?:will|I'm|I've|you)\b|“", link)
        assert "I'd" in link or "for me" in link


def test_a_value_kin_to_the_wish_is_how_it_would_be_done(loaded: Models) -> None:
    found = matched(("a1", "v1", "weak", "leadership_management"))
    drafts = [d for d in candidates(speaker_of(LEADER, loaded), COMPANY, found, loaded) if d.limited]
    assert drafts
    assert {d.quote.text for d in drafts} == {"Honesty before speed"}
    assert all(any(link.split("{")[0] in d.text for link in [*kin.links("norm"), *kin.links("offer")]) for d in drafts)
    made = suggest(LEADER, COMPANY, found, loaded).phrases
    assert len(made) == 1
    assert w.quoted(made[0].text) == ["Honesty before speed"]


def test_without_any_match_no_kinship_is_spoken(loaded: Models) -> None:
    assert suggest(LEADER, COMPANY, matched(), loaded).phrases == []


def test_only_the_theme_s_own_words_count(loaded: Models) -> None:
    quotes = [q for value in COMPANY.values for q in quotes_of(value, COMPANY, loaded.pipeline)]
    spoken = dict(zip((q.text for q in quotes), kin.on_kin(quotes, frozenset({"integrity_ethics"}), loaded), strict=True))
    assert spoken["Honesty before speed"] >= kin.SPOKEN
    assert spoken["Wool from the valley"] == 0
