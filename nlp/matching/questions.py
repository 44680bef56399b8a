"""Questions to ask the interviewer where the pages leave an aspiration open. Hand-written, never two alike."""
from __future__ import annotations

import json
import re
import zlib
from functools import cache
from typing import cast

from nlp.contract import Reading
from nlp.matching.company_words import company_words
from nlp.matching.excerpts import own_words
from nlp.matching.facets import DATA, Facet
from nlp.matching.wishes import Wish

ALIKE = 0.6  # share of common words from which two questions are alike
LONGEST_WISH = 12  # words of a wish that a question may repeat
FAR = 0.6  # cosine to the nearest facet below which the user's own words ask better than a theme's
DIVIDED = 0.6  # largest share of a facet below which they do, too

_WORD = re.compile(r"[a-z']+")
_FIRST_PERSON = re.compile(r"\b(?:my|me|mine|myself|i)\b", re.IGNORECASE)
_UNFIT = re.compile(
    r"[?!“”\"();:,\d$€£]|\bI\b|\.\s|\b(?:hell|damn|bloody|crap|ass|arse|piss|shit|fuck|bullshit|bitch|bastard)\w*", re.IGNORECASE
)


@cache
def _data() -> dict[str, object]:
    return dict(json.loads((DATA / "gap_questions.json").read_text("utf-8")))


class Questioner:
    """Asks about one company; remembers what it has asked, so that no two questions of a brief are alike."""

    def __init__(self, reading: Reading) -> None:
        self._turn = zlib.crc32(reading.company.domain.encode())  # other companies, other questions; always the same
        self._words = company_words(reading, self._list("people"), self._list("places"))
        self._asked: list[set[str]] = []
        self._fields: set[str] = set()

    def about(self, wish: Wish, facet: Facet) -> str | None:
        """A question about a wish of which the pages say nothing; None when every one is used up."""
        own = self._in_own_words(wish)
        themed = self._filled(self._themes()[facet.id])
        topic = [text.format(topic=facet.noun) for text in self._turned(self._list("without_verb"))]
        special = wish.nearness < FAR or wish.shares.max() < DIVIDED
        return self._first([*own, *themed, *topic] if special else [*themed, *own, *topic])

    def against(self, quote: str, concern: str) -> str | None:
        """A question about a line of the company that stands against a wish."""
        return self._first([text.format(quote=quote, concern=concern) for text in self._list("against")])

    def avoided(self, quote: str) -> str | None:
        """A question about something the company praises and the user would rather avoid."""
        return self._first([text.format(quote=quote) for text in self._list("avoid")])

    def field(self, label: str) -> str | None:
        """A question about a field of work that the company shows no sign of; None when it was asked about before."""
        if label in self._fields:
            return None
        self._fields.add(label)
        return self._first([text.format(field=label) for text in self._list("field")])

    def _in_own_words(self, wish: Wish) -> list[str]:
        text = own_words(wish.text)
        if len(text.split()) > LONGEST_WISH or _UNFIT.search(text) or not wish.verb_first:
            return []
        fitting = [
            question for question in self._turned(self._list("with_verb"))
            if re.search(r"\b(?:I|it)\b", question) or not _FIRST_PERSON.search(text)
        ]
        return [question.format(wish=text) for question in fitting]

    def _filled(self, questions: list[str]) -> list[str]:
        """The questions with the company's own nouns first, then the others from this company's own start."""
        slots = {"people": self._words.people, "places": self._words.places}
        special = [q.format(**slots) for q in questions if "{" in q and all(slots[s] for s in re.findall(r"{(\w+)}", q))]
        plain = [q for q in questions if "{" not in q] or [q.format(people="customers", places="teams") for q in questions]
        return self._turned(special)[:1] + self._turned(plain) + self._turned(special)[1:]

    def _turned(self, questions: list[str]) -> list[str]:
        start = self._turn % len(questions) if questions else 0
        return questions[start:] + questions[:start]

    def _first(self, questions: list[str]) -> str | None:
        for question in questions:
            words = set(_WORD.findall(question.lower()))
            if all(len(words & other) < ALIKE * min(len(words), len(other)) for other in self._asked):
                self._asked.append(words)
                return question
        return None

    def _list(self, name: str) -> list[str]:
        return list(cast(list[str], _data()[name]))

    def _themes(self) -> dict[str, list[str]]:
        return cast(dict[str, list[str]], _data()["themes"])
