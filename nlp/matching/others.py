"""What the user's other companies say, as counts: what all of them say distinguishes none."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nlp.contract import Statement, Value

PRIOR = 20  # the published rates weigh as much as this many of the user's own companies

_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Others:
    """Out of `companies`, how many speak of each theme and use each word (lower case, without a plural s)."""

    companies: int = 0
    themes: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, companies: Iterable[Sequence[Statement | Value]]) -> Others:
        """Counts over the statements and values of each company; a company that states nothing does not count."""
        themes: Counter[str] = Counter()
        words: Counter[str] = Counter()
        number = 0
        for said in companies:
            number += bool(said)
            themes.update({theme for item in said for theme in item.themes})
            words.update({singular(word) for item in said for word in _WORD.findall(_text(item).lower())})
        return cls(number, dict(themes), dict(words))

    def rate_of_theme(self, theme: str, published: float) -> float:
        """Share of companies that speak of `theme`: the published one, moved by these companies."""
        return (published * PRIOR + self.themes.get(theme, 0)) / (PRIOR + self.companies)

    def rate_of_word(self, word: str, published: float) -> float:
        """Share of companies that use `word`, likewise."""
        return (published * PRIOR + self.words.get(singular(word), 0)) / (PRIOR + self.companies)


def singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _text(item: Statement | Value) -> str:
    return item.text if isinstance(item, Statement) else f"{item.name} {item.description or ''}"


NONE = Others()
