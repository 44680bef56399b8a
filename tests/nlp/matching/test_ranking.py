"""Many companies at once: the same support as matching each, and what is kept of a reading."""
from __future__ import annotations

import numpy as np
import pytest

from nlp.contract import Reading
from nlp.matching import Figures, figures_of, match, ranking, supports
from nlp.models import Models
from tests.nlp.matching.companies import ferries, profile, reading

ROUNDED = 0.002  # what float16 may move


def companies() -> list[Reading]:
    filler = "The lanterns burn every night and the keeper writes the weather down. " * 40
    return [
        ferries(),
        reading(),
        reading(statements=[("growth", "We pay for training courses and certificates, and learning never stops.")]),
        reading(statements=[("culture", "Our nurses care for every patient in the hospital.")],
                sentences=[filler, "The hospital has clinics for patients in four towns."]),
    ]  # fmt: skip


def test_the_support_is_that_of_matching_each(loaded: Models) -> None:
    wishes = profile(
        "Keep learning and earn certificates", "Have time for my family", "Write software for hospitals",
        "I want to lead a team; I want to work abroad for a year", "Ich möchte gern in Bayern arbeiten und wandern gehen",
    )  # fmt: skip
    kept = [Figures.from_bytes(figures_of(one, loaded).to_bytes()) for one in companies()]
    table = supports(wishes, kept, loaded)
    assert table.shape == (4, 5)
    for row, one in zip(table, companies(), strict=True):
        support = match(wishes, one, loaded).support
        assert row == pytest.approx([support.get(a.id, 0.0) for a in wishes.aspirations], abs=ROUNDED)
    assert table[2].argmax() == 0
    assert table[2, 0] > table[0, 0] > table[3, 0]


def test_a_field_of_work_with_no_place_at_the_company_counts_for_less(loaded: Models) -> None:
    hospital, wish = companies()[3], profile("Write software for a bank")
    absent = supports(wish, [figures_of(hospital, loaded)], loaded)[0, 0]
    silent = figures_of(hospital, loaded)
    unknown = Figures(silent.vectors, silent.themes, silent.weights, np.zeros_like(silent.fields))
    assert absent <= supports(wish, [unknown], loaded)[0, 0]
    assert absent == pytest.approx(match(wish, hospital, loaded).support["a1"], abs=ROUNDED)


def test_in_parts_or_at_once_is_the_same(loaded: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    wishes = profile("Keep learning and earn certificates", "Be safe at work")
    kept = [figures_of(one, loaded) for one in companies() * 3]
    whole = supports(wishes, kept, loaded)
    monkeypatch.setattr(ranking, "TOGETHER", 5)
    assert supports(wishes, kept, loaded) == pytest.approx(whole, abs=1e-6)


def test_nothing_to_hold_or_to_hold_against(loaded: Models) -> None:
    assert supports(profile(), [figures_of(ferries(), loaded)], loaded).shape == (1, 0)
    assert supports(profile("Be safe at work"), [], loaded).shape == (0, 1)
    assert supports(profile("Be safe at work"), [figures_of(reading(), loaded)], loaded).tolist() == [[0.0]]
