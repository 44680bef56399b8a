"""How far a company's pages support each wish: cosine x theme evidence x weight of the sentence.

The product is a conjunction: the sentence is near the wish AND speaks of its theme AND is the company's own word.
Of twenty designs measured, trained ones included, none did better (docs/matching.md).
"""
from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from nlp.contract import Reading
from nlp.matching.evidence import evidence
from nlp.matching.facets import DATA
from nlp.matching.wishes import Wish
from nlp.models import Models

FIRST, SECOND = 0.7, 0.3  # weights of the two best lines in a company's support; flat from .5/.5 to .8/.2
NEAR, FAR = 0.71, 0.54  # cosine to the nearest facet: above, a wish is on the taxonomy; below, off it
OFF_SHARE = 0.7  # how far a wish off the taxonomy is judged by its own words alone
COSINE_FLOOR, COSINE_SPAN = 0.4, 0.4
LEAST_WEIGHT = 0.5
OWN_PART = 0.25  # of the evidence that can be shown, in the score of an aspiration
LEAST_LETTERS = 8  # a shorter "statement" says nothing ("Yes")
SHRINK = 0.02  # keeps the logarithm finite


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the company says. `evidence` is the id of the statement or value it is, else empty."""

    text: str
    weight: float
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """Scores of every line for every wish, and the company's for every wish (probabilities, calibrated)."""

    lines: tuple[Line, ...]
    cosines: np.ndarray  # (lines, wishes)
    themes: np.ndarray  # (lines, facets): evidence of each facet
    scores: np.ndarray  # (lines, wishes), uncalibrated
    company: np.ndarray  # (wishes,), uncalibrated


@cache
def constants() -> dict[str, float]:
    """The fitted numbers: slope and offset of the calibration, thresholds of the strengths."""
    return {k: v for k, v in json.loads((DATA / "matching.json").read_text("utf-8")).items() if k != "about"}


def calibrated(score: np.ndarray | float) -> np.ndarray:
    """The probability that a careful reader says "supported", from a score of this module."""
    known = constants()
    return 1 / (1 + np.exp(-(known["offset"] + known["slope"] * np.log(np.asarray(score) + SHRINK))))


def shown(own: float, company: float) -> float:
    """The company's support, brought down where the evidence that can be shown is weaker than what was read.

    `own` is the score of the evidence, `company` the company's; their geometric mean, the company's the heavier.
    """
    return float(company ** (1 - OWN_PART) * min(own, company) ** OWN_PART)


def lines_of(reading: Reading) -> list[Line]:
    """Statements and values first, then every other sentence; nothing twice."""
    lines = [Line(s.text, s.confidence, s.id) for s in reading.statements if len(_key(s.text)) >= LEAST_LETTERS]
    lines += [Line(": ".join(filter(None, (v.name, v.description))), v.confidence, v.id) for v in reading.values]
    said = {_key(line.text) for line in lines}
    said |= {_key(text) for value in reading.values for text in (value.name, value.description or value.name)}
    parts = " ".join(said)
    for sentence in reading.sentences:
        key = _key(sentence.text)
        if key not in said and not (len(key) > 40 and key in parts):
            said.add(key)
            lines.append(Line(sentence.text, sentence.weight))
    return lines


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def measure(lines: Sequence[Line], wishes: Sequence[Wish], models: Models) -> Support:
    """Hold every line against every wish. `lines` and `wishes` must not be empty."""
    vectors = models.embedder.encode([line.text for line in lines])
    themes = evidence([line.text for line in lines], vectors)
    cosines, scores = scored(vectors, themes, np.array([line.weight for line in lines]), wishes)
    return Support(tuple(lines), cosines, themes, scores, company_support(scores, np.zeros(1, np.int64))[0])


def scored(
    vectors: np.ndarray, themes: np.ndarray, weights: np.ndarray, wishes: Sequence[Wish]
) -> tuple[np.ndarray, np.ndarray]:
    """Cosines and scores of lines for wishes, (lines, wishes) each.

    `vectors` (lines, 384), `themes` (lines, facets) and `weights` (lines,) are those of the lines.
    """
    cosines = np.clip(vectors @ np.stack([wish.vector for wish in wishes]).T, 0, 1)
    spoken = themes @ np.stack([wish.shares for wish in wishes]).T
    off = np.array([off_taxonomy(wish) for wish in wishes])
    own_words = np.clip((cosines - COSINE_FLOOR) / COSINE_SPAN, 0, 1)
    heard = np.minimum(1.0, LEAST_WEIGHT + weights)[:, None]
    return cosines, cosines * ((1 - off) * spoken + off * own_words) * heard


def company_support(scores: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """The two best lines of each company together, (companies, wishes); company k has the lines from starts[k] on."""
    best = np.maximum.reduceat(scores, starts)
    lengths = np.diff([*starts, len(scores)])
    is_best = scores == np.repeat(best, lengths, axis=0)
    rest = np.maximum.reduceat(np.where(is_best, 0.0, scores), starts)
    twice = np.add.reduceat(is_best.astype(np.int64), starts) > 1
    return np.asarray(FIRST * best + SECOND * np.where(twice, best, rest))


def off_taxonomy(wish: Wish) -> float:
    """How far a wish lies off the taxonomy: 0 (a theme of its own) .. OFF_SHARE."""
    return OFF_SHARE * min(1.0, max(0.0, (NEAR - wish.nearness) / (NEAR - FAR)))
