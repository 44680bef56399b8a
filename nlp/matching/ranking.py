"""Many companies held against a profile at once, by arithmetic alone.

What the lines of a reading are to the matching (vectors, evidence of each facet, weights) does not depend on the
profile. Kept as figures, a thousand companies are held against changed aspirations in less time than one is read in;
matches, reasons and phrases are made when a company is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from nlp.contract import Profile, Reading
from nlp.matching.conflicts import absent_among, field_counts, fields
from nlp.matching.evidence import evidence
from nlp.matching.facets import facets
from nlp.matching.matcher import ABSENT_FIELD
from nlp.matching.support import calibrated, company_support, lines_of, scored
from nlp.matching.wishes import Wish, read_wishes
from nlp.models import Models

DIMENSIONS = 384
TOGETHER = 20_000  # lines in memory at a time: 60 MB


@dataclass(frozen=True, slots=True)
class Figures:
    """A reading as ranking needs it. float16: a support moves by less than 0.002."""

    vectors: np.ndarray  # float16 (lines, 384)
    themes: np.ndarray  # float16 (lines, facets)
    weights: np.ndarray  # float16 (lines,)
    fields: np.ndarray  # uint32 (1 + fields): words on the pages, then those of each field of work

    def to_bytes(self) -> bytes:
        table = np.hstack([self.vectors, self.themes, self.weights[:, None]]).astype("<f2")
        return self.fields.astype("<u4").tobytes() + table.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Figures:
        """What `to_bytes` of the same version of the language core wrote."""
        counted = 1 + len(fields())
        table = np.frombuffer(data, "<f2", offset=4 * counted).reshape(-1, DIMENSIONS + len(facets()) + 1)
        return cls(table[:, :DIMENSIONS], table[:, DIMENSIONS:-1], table[:, -1], np.frombuffer(data, "<u4", counted))


def figures_of(reading: Reading, models: Models) -> Figures:
    """The figures of a reading. Its sentences are embedded, unless they were before."""
    lines = lines_of(reading)
    texts = [line.text for line in lines]
    vectors = models.embedder.encode(texts)
    return Figures(
        vectors=vectors.astype(np.float16),
        themes=evidence(texts, vectors).astype(np.float16),
        weights=np.array([line.weight for line in lines], np.float16),
        fields=np.array(field_counts(reading), np.uint32),
    )


def supports(profile: Profile, companies: Sequence[Figures], models: Models) -> np.ndarray:
    """How far each company's pages support each aspiration, as `Matching.support` has it: (companies, aspirations).

    0 for an aspiration that is not in English.
    """
    wishes = read_wishes(profile.aspirations, models)
    result = np.zeros((len(companies), len(profile.aspirations)))
    if not (wishes and companies):
        return result
    spoken = calibrated(_company_supports(companies, wishes)) * _trust(companies, wishes)
    places = {aspiration.id: place for place, aspiration in enumerate(profile.aspirations)}
    said = np.array([len(company.weights) > 0 for company in companies])
    for column, wish in enumerate(wishes):
        place = places[wish.aspiration.id]
        result[said, place] = np.maximum(result[said, place], spoken[said, column])
    return result.round(3)


def _company_supports(companies: Sequence[Figures], wishes: Sequence[Wish]) -> np.ndarray:
    """Uncalibrated: (companies, wishes)."""
    result = np.zeros((len(companies), len(wishes)))
    filled = [number for number, company in enumerate(companies) if len(company.weights)]
    while filled:
        taken, lines = 0, 0
        while taken < len(filled) and (not taken or lines + len(companies[filled[taken]].weights) <= TOGETHER):
            lines += len(companies[filled[taken]].weights)
            taken += 1
        group, filled = filled[:taken], filled[taken:]
        vectors, themes, weights = (
            np.concatenate([getattr(companies[number], name) for number in group]).astype(np.float32)
            for name in ("vectors", "themes", "weights")
        )
        starts = np.cumsum([0, *(len(companies[number].weights) for number in group[:-1])])
        result[group] = company_support(scored(vectors, themes, weights, wishes)[1], starts)
    return result


def _trust(companies: Sequence[Figures], wishes: Sequence[Wish]) -> np.ndarray:
    """What is taken off where a wish's field of work has no place at the company: (companies, wishes)."""
    counts = [tuple(company.fields.tolist()) for company in companies]

    @cache
    def of(text: str, counted: tuple[int, ...]) -> float:
        return ABSENT_FIELD if absent_among(text, counted) else 1.0

    return np.array([[of(wish.text, counted) for wish in wishes] for counted in counts])
