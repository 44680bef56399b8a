"""How likely each candidate is a mission, a vision, a commitment (culture or growth), and each item a value.

Three judges who see different things, together better than any: a logistic regression and boosted trees over place,
headings and cue words, and the statement encoder, which reads the wording in its context. The mean of their log-odds
decides. The list a value stands in has a judge of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from nlp.models.files import DATA
from nlp.models.statement_encoder import OUTPUTS
from nlp.page import Document
from nlp.reading.candidates import Candidate
from nlp.reading.declared import declarations
from nlp.reading.encoded import Encoded
from nlp.reading.features import feature_table
from nlp.reading.judges import Judge, load, logit, sigmoid
from nlp.reading.value_features import value_feature_table
from nlp.reading.value_items import Item
from nlp.reading.value_lists import under_values, value_list_table

LABELS = ("mission", "vision", "commitment")
_LIMITS = tuple(logit(np.array([0.0, 1.0])))  # no judge is surer than that
LIST_SHARE = 0.7  # of a value's log-odds that its whole list decides: a list is one, or is not
DECLARED = 0.6  # the least score of a sentence that says itself what it is
LISTED = 0.5  # the least score of an item in a list under "Our values"
_GROWTH, _CULTURE, _NAME = OUTPUTS.index("growth"), OUTPUTS.index("culture"), OUTPUTS.index("name")


@cache
def weights() -> Mapping[str, Judge]:
    """The trained weights (data/reading.npz; scripts/train makes them)."""
    return load(DATA / "reading.npz")


def judged(label: str, table: np.ndarray, trained: Mapping[str, Judge]) -> np.ndarray:
    """Log-odds by each of the two judges of a table, shape (2, rows)."""
    return np.stack([trained[label].log_odds(table), trained[f"{label}-trees"].log_odds(table)])


def blend(judgements: np.ndarray, encoder: np.ndarray) -> np.ndarray:
    """The two judges' log-odds (2, n) and the encoder's probabilities (n,) as one probability (n,)."""
    return sigmoid(np.vstack([np.clip(judgements, *_LIMITS), logit(encoder)[None]]).mean(axis=0))


def statement_scores(
    found: Sequence[Candidate],
    documents: Sequence[Document],
    company: str,
    encoded: Encoded,
    trained: Mapping[str, Judge] | None = None,
) -> dict[str, np.ndarray]:
    """Probability of each label for each candidate, and of "growth" given that it is a commitment: shape (n,)."""
    if not found:
        return {label: np.zeros(0) for label in (*LABELS, "growth")}
    trained = trained or weights()
    table = feature_table(found, documents, company)
    read = encoder_table(found, encoded)
    scores = {label: blend(judged(label, table, trained), read[label]) for label in LABELS}
    for label, declaration in declarations(company).items():
        says_so = [bool(declaration.search(candidate.text.lower())) for candidate in found]
        scores[label] = np.maximum(scores[label], DECLARED * np.array(says_so))
    return scores | {"growth": read["growth"]}


def encoder_table(found: Sequence[Candidate], encoded: Encoded) -> dict[str, np.ndarray]:
    """The encoder's probabilities under our labels: label -> shape (n,)."""
    rows = np.array([encoded.of(c.document, c.block.order, c.text) for c in found])
    commitment = np.clip(rows[:, _CULTURE] + rows[:, _GROWTH], 0, 1)
    return {
        "mission": rows[:, OUTPUTS.index("mission")],
        "vision": rows[:, OUTPUTS.index("vision")],
        "commitment": commitment,
        "growth": rows[:, _GROWTH] / np.maximum(commitment, 1e-6),
    }


def value_scores(
    items: Sequence[Item],
    documents: Sequence[Document],
    encoded: Encoded,
    trained: Mapping[str, Judge] | None = None,
) -> np.ndarray:
    """Probability that each item is a value of the company, shape (n,)."""
    if not items:
        return np.zeros(0)
    trained = trained or weights()
    table, encoder = value_feature_table(items, documents), encoder_rows(items, encoded)
    own = blend(judged("value", table, trained), encoder[:, _NAME])
    lists, member = value_list_table(items, table, encoder)
    whole = np.clip(trained["list-trees"].log_odds(lists), *_LIMITS)
    scores = sigmoid((1 - LIST_SHARE) * logit(own) + LIST_SHARE * whole[member])
    return np.asarray(np.maximum(scores, LISTED * under_values(items)))


def encoder_rows(items: Sequence[Item], encoded: Encoded) -> np.ndarray:
    """What the encoder says of each item's name, shape (items, len(OUTPUTS))."""
    return np.array([encoded.of(i.document, i.block.order, i.name) for i in items]).reshape(len(items), len(OUTPUTS))


def confidence(label: str, scores: np.ndarray, trained: Mapping[str, Judge] | None = None) -> np.ndarray:
    """How often an entry with such a score is right, by companies that were not learnt from: shape (n,)."""
    calibration = (trained or weights())[f"{label}-confidence"]
    return sigmoid(calibration.log_odds(logit(scores)[:, None]))
