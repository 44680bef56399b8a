"""The link embedder: a wish is near the lines of a company that carry it, whatever words they use."""
from __future__ import annotations

import numpy as np
import pytest

from nlp.models import models
from nlp.models.embedder import Embedder
from scripts.training.wishes_and_lines import CARRIES, is_left_out, pairs, reached

CARRIED = [
    ("Be home in the evenings", "The last loom stops at four, and nobody is rung after that.", "Our evening classes fill every seat."),
    ("Be trusted with more", "Whoever has minded one loom for a year may run the whole shed.", "More weavers trust our yarn than any other."),
    ("Waste less", "Every offcut is carded and spun again.", "We waste no time on a slow order."),
    ("Keep learning", "Each weaver gets ten paid days a year at the dye school.", "Learn more about our cloth."),
    ("Speak up when something is wrong", "Whoever sees a fault may stop the line, the newest hand too.", "Our loudspeakers are never wrong."),
]


def nearness(embedder: Embedder, judged: list[tuple[str, str]]) -> np.ndarray:
    wishes, lines = (embedder.encode(texts) for texts in zip(*judged, strict=True))
    return np.asarray((wishes * lines).sum(1))


@pytest.mark.parametrize(("wish", "carries", "trap"), CARRIED)
def test_a_shared_word_counts_for_less_than_by_likeness(wish: str, carries: str, trap: str) -> None:
    by_link, by_likeness = (nearness(embedder, [(wish, carries), (wish, trap)]) for embedder in (models().link_embedder, models().embedder))
    assert by_link[0] - by_link[1] > by_likeness[0] - by_likeness[1] + 0.05


def test_it_tells_links_of_wishes_it_has_not_seen() -> None:
    unseen = [pair for pair in pairs() if is_left_out(pair)]
    by_link, by_likeness = (
        reached(nearness(embedder, [(pair.wish, pair.line) for pair in unseen]), unseen)
        for embedder in (models().link_embedder, models().embedder)
    )
    assert by_link["AUC of 2 and more"] > 0.75
    assert by_link["r"] > by_likeness["r"] + 0.3


def test_no_pair_is_judged_twice_and_marks_are_all_used() -> None:
    judged = pairs()
    assert len({(pair.wish, pair.line) for pair in judged}) == len(judged)
    assert {pair.mark for pair in judged} == {0, 1, 2, 3}
    assert all(pair.wish and pair.line for pair in judged)
    assert sum(pair.mark >= CARRIES for pair in judged) > 5000
