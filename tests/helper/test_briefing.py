"""What the helper tells the language core of the companies saved before."""
from __future__ import annotations

import pytest

from helper import briefing
from helper.store import Store
from helper.store.companies import SavedBrief
from nlp.contract import Brief, Profile, Reading
from nlp.matching import Others
from tests.helper import samples


def save(store: Store, domain: str) -> None:
    store.companies.save(samples.reading(domain), domain, SavedBrief(samples.brief(domain), None, "old", "2026-01-01T00:00:00Z"))


def test_the_other_saved_companies_are_counted_and_the_company_itself_is_not(store: Store) -> None:
    assert briefing.others(store, "larkhill.example") == Others()
    for domain in ("larkhill.example", "ashdown.example", "brookside.example"):
        save(store, domain)
    counted = briefing.others(store, "larkhill.example")
    assert counted.companies == 2
    assert set(counted.themes.values()) <= {2}
    assert max(counted.words.values()) == 2


def test_a_brief_that_is_matched_anew_is_weighed_by_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Others] = []

    def match(reading: Reading, profile: Profile | None, others: Others) -> Brief:
        given.append(others)
        return samples.brief(reading.company.domain)

    monkeypatch.setattr("nlp.brief.from_reading", match)
    save(store, "larkhill.example")
    save(store, "ashdown.example")
    briefing.saved_brief(store, "larkhill.example")
    assert [others.companies for others in given] == [1]
