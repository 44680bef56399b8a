"""The pairs the embedder learnt from, and what it tells of those that were left out."""
from __future__ import annotations

import numpy as np

from nlp.models import models
from scripts.training.wishes_and_lines import CARRIES, is_left_out, pairs, reached


def test_it_tells_links_of_wishes_it_has_not_seen() -> None:
    unseen = [pair for pair in pairs() if is_left_out(pair)]
    wishes, lines = (models().embedder.encode(texts) for texts in ([p.wish for p in unseen], [p.line for p in unseen]))
    told = reached(np.asarray((wishes * lines).sum(1)), unseen)
    assert told["AUC of 2 and more"] > 0.75  # untrained: 0.53, for a third of the pairs are traps that share a word
    assert told["r"] > 0.4


def test_no_pair_is_judged_twice_and_marks_are_all_used() -> None:
    judged = pairs()
    assert len({(pair.wish, pair.line) for pair in judged}) == len(judged)
    assert {pair.mark for pair in judged} == {0, 1, 2, 3}
    assert all(pair.wish and pair.line for pair in judged)
    assert sum(pair.mark >= CARRIES for pair in judged) > 5000
