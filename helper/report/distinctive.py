"""Which of a company's values sets it apart from the others of the same research.

A value's words are weighed by how few companies use them: inverse document frequency (Spärck Jones, "A statistical
interpretation of term specificity and its application in retrieval", Journal of Documentation 28, 1972).
"""
from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from helper.report.comparison import Row, StatedValue

FEWEST_COMPANIES = 3  # with two, whatever the other lacks would be distinctive
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    "the and for our are you your with that this from have has not but all its they their them can will what who how "
    "one out into more than every each always never when where which been being was were also because about".split()
)


class Distinctive:
    """Counts first, over all rows; then asked for each row. Holds one number a word and theme, no rows."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._companies = 0
        self._with: Counter[str] = Counter()
        for row in rows:
            if row.values:
                self._companies += 1
                self._with.update({term for value in row.values for term in _terms(value)})

    def of(self, row: Row) -> StatedValue | None:
        """The most distinctive value of a company; None where all are as common as can be, or there are too few companies."""
        if self._companies < FEWEST_COMPANIES or not row.values:
            return None
        best = max(row.values, key=self._rarity)  # the first of several
        return best if self._rarity(best) > 0 else None

    def _rarity(self, value: StatedValue) -> float:
        """The mean rarity of the words of its name; and of its themes, which see through other words for the same."""
        name = {term for term in _terms(value) if not term.startswith("theme:")}
        themes = _terms(value) - name
        return self._mean(name) + self._mean(themes)

    def _mean(self, terms: set[str]) -> float:
        if not terms:
            return 0.0
        return math.fsum(sorted(math.log(self._companies / max(1, self._with[term])) for term in terms)) / len(terms)


def _terms(value: StatedValue) -> set[str]:
    words = {_stem(word) for word in _WORD.findall(value.name.lower()) if word not in _COMMON}
    return words | {f"theme:{theme}" for theme in value.themes}


def _stem(word: str) -> str:
    """Plurals and singulars are one word."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word
