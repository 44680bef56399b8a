"""Scored items -> the company's named values, each once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from nlp.contract import Value
from nlp.page import Document
from nlp.page.fragment import text_link
from nlp.page.text import WORD
from nlp.reading.judges import Judge
from nlp.reading.scores import confidence
from nlp.reading.value_items import Item

CUT = 0.3
MOST = 20
# A heading that only announces what follows.
_SECTION = re.compile(
    r"^(?:(?:our|the|a|company|core|corporate)\s+)*(?:mission|vision|purpose|values?|ambition|goals?|objectives?|"
    r"about(?: us)?|who we are|principles|beliefs|culture|history|team|careers?|strategy|motto|philosophy|statements?|"
    r"\s|,|and|&)+$",
    re.I,
)


def choose_values(
    items: Sequence[Item],
    scores: np.ndarray,
    documents: Sequence[Document],
    trained: Mapping[str, Judge] | None = None,
) -> list[Value]:
    """Values in the order of the pages. Ids are v1, v2, …

    A list shown twice (an overview, then each in detail) gives each value once, with the fuller entry's description.
    """
    sure = confidence("value", scores, trained)
    chosen: list[int] = []
    for i in sorted(range(len(items)), key=lambda i: (-round(float(scores[i]), 4), i)):
        if scores[i] < CUT or len(chosen) >= MOST:
            break
        if not _SECTION.match(items[i].name) and not any(_clash(items[i], items[j]) for j in chosen):
            chosen.append(i)
    return [_value(number, items, i, float(sure[i]), documents) for number, i in enumerate(sorted(chosen), 1)]


def _value(number: int, items: Sequence[Item], i: int, sure: float, documents: Sequence[Document]) -> Value:
    item = items[i]
    described = next((x for x in items if x.description and x.name.lower() == item.name.lower()), item)
    url = documents[item.document].url
    return Value(
        id=f"v{number}",
        name=item.name,
        description=item.description or described.description,
        url=url,
        link=text_link(url, item.name),
        confidence=round(sure, 3),
    )


def _clash(item: Item, chosen: Item) -> bool:
    """Whether `item` is a chosen value again, a point under it, or the heading over it."""
    return (
        _same_name(item.name, chosen.name)
        or any(chosen.name.lower() == heading.lower() for heading in item.headings)
        or any(item.name.lower() == heading.lower() for heading in chosen.headings)
    )


def _same_name(a: str, b: str) -> bool:
    """The same name, or one inside the other, as in "Integrity" and "Act with integrity"."""
    words_a, words_b = WORD.findall(a.lower()), WORD.findall(b.lower())
    short, long = sorted((words_a, words_b), key=len)
    return " ".join(short) in " ".join(long) and len(long) <= 3 * len(short)
