"""The last clauses kept ready: what they may say, and which a wish gets."""
from __future__ import annotations

import re

import numpy as np
import pytest

from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.say.bank import BANKS, VECTORS, entries, nearness, vectors_key
from nlp.phrasing.say.tails import NEAR_LEAST, slots, wish_tails

EVERY = [entry for bank in BANKS for entry in entries(bank)]


@pytest.mark.parametrize("bank", BANKS)
def test_the_vectors_are_those_of_the_entries(bank: str, loaded: Models) -> None:
    with np.load(VECTORS) as stored:
        assert str(stored[f"{bank}_key"]) == vectors_key(bank), "run python -m scripts.training.tails: the clauses have changed"
        fresh = loaded.embedder.encode([entry.meant_for for entry in entries(bank)])
        assert np.abs(stored[bank].astype(np.float32) - fresh).max() < 0.01


def test_a_tail_can_be_said_of_any_company() -> None:
    for entry in EVERY:
        assert set(re.findall(r"\{(\w*)\}", entry.text)) <= {"team", "people", "newest"}, entry
        said = slots(entry.text, "members")
        assert w.count(said) <= 18, said
        assert said[0].isalnum(), said
        assert said[-1].isalnum(), said
        assert not re.search(r"\b(?:we|us|ours?|years of|my experience|passionate|synergy|leverage)\b|  ", said, re.IGNORECASE), said


def test_no_clause_is_kept_twice() -> None:
    assert len({entry.text for entry in EVERY}) == len(EVERY)


def tails(wish: str, theme: str, people: str | None, loaded: Models) -> list[str]:
    return [tail.text for tail in wish_tails(wish, (theme,), people, loaded)]


def test_a_wish_gets_the_clauses_written_for_it(loaded: Models) -> None:
    assert "home" in " ".join(tails("Work from home some days", "work_life_balance", None, loaded)[:3])
    assert "home" not in " ".join(tails("Write software that does not break", "technology_advancement", None, loaded)[:3])


def test_nobody_is_served_where_nobody_is_named(loaded: Models) -> None:
    wish = "Give patients time to be heard"
    served = {slots(entry.text, None) for entry in entries("tails") if entry.people}
    assert any("your patients" in tail for tail in tails(wish, "respect_care", "patients", loaded))
    assert not served & set(tails(wish, "respect_care", None, loaded))


def test_what_is_for_new_colleagues_is_not_for_children(loaded: Models) -> None:
    assert any("newest" in tail for tail in tails("Help newcomers learn", "mentoring", None, loaded))
    assert not any("newest" in tail for tail in tails("Help children learn", "mentoring", None, loaded))


def test_a_wish_that_none_was_written_for_gets_a_few_of_its_theme(loaded: Models) -> None:
    odd = "Quark basalt oboe"
    assert nearness("tails", odd, loaded).max() < NEAR_LEAST
    of_theme = {slots(entry.text, None) for entry in entries("tails") if entry.theme == "teamwork_collaboration"}
    found = tails(odd, "teamwork_collaboration", None, loaded)
    assert 0 < len(found) <= 2
    assert set(found) <= of_theme
