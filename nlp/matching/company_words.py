"""The company's own nouns for whom it serves and where its people work, for questions in its own terms."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.contract import Reading
from nlp.matching.patterns import plain

OFTEN = 2  # times a noun must stand on the pages
_OWNS = r"our|its|all|across|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of|hundreds of"
_SERVES = r"our|for|help|helps|helping|serve|serves|serving|support|supports|supporting|give|gives|giving|to|with|every|all|the"
_NOT_SERVED = re.compile(r"\b(?:team|family|staff|board|faculty|crew|committee|community|council)\s+members?\b")


@dataclass(frozen=True, slots=True)
class CompanyWords:
    people: str | None  # plural, lower case: "members"
    places: str | None  # plural, lower case: "branches"


def company_words(reading: Reading, people: Sequence[str], places: Sequence[str]) -> CompanyWords:
    """The most frequent of `people` and of `places` that stand on the pages at least twice, at least once as the
    company's own: a firm that sells to hospitals has none. The earlier on ties."""
    text = _NOT_SERVED.sub(" ", plain(" ".join(reading.texts)).lower())
    counts: dict[str, int] = {}
    for word in re.findall(r"[a-z]+", text):
        counts[word] = counts.get(word, 0) + 1

    def most(nouns: Sequence[str], own: str) -> str | None:
        named = [noun for noun in nouns if counts.get(noun, 0) >= OFTEN and re.search(rf"\b(?:{own}) (?:[a-z]+ )?{noun}\b", text)]
        return max(named, key=lambda noun: counts[noun], default=None)

    return CompanyWords(most(people, _SERVES), most(places, _OWNS))


def words_of(reading: Reading) -> frozenset[str]:
    """All words of the pages in lower case, each also without a plural s."""
    words = {word for text in reading.texts for word in re.findall(r"[^\W\d_]+", text.lower())}
    return frozenset(words | {word[:-1] for word in words if word.endswith("s")})
