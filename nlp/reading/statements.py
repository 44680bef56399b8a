"""Scored candidates -> the statements a reader would name, one entry each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from nlp.contract import Statement, StatementKind
from nlp.page import Document
from nlp.page.fragment import text_link
from nlp.page.text import WORD
from nlp.reading.candidates import Candidate
from nlp.reading.cues import EXACT_HEADINGS, SENTENCE_CUES
from nlp.reading.judges import Judge
from nlp.reading.scores import confidence

# Cut-offs are fixed: choosing them on a few dozen positives costs more on other companies than it gains.
CUT = {"mission": 0.3, "vision": 0.25, "commitment": 0.25}
FIRST_CUT = {"mission": 0.15, "vision": 0.15, "commitment": 0.15}  # the likeliest of a company needs less
MOST = {"mission": 2, "vision": 2, "commitment": 24}
MOST_IN_SECTION = 4  # under the heading of one already chosen: a mission may be a list
SAME = 0.85  # shared words above which two sentences say the same thing
_BEST_PAGE = {"mission": 0, "values": 1, "about": 2, "culture": 3, "careers": 3, "home": 4, "other": 5, "job": 6}
_EXPLICIT_WORDS = {
    "mission": ("mission_is", "mission_word", "purpose_word", "exist", "goal_is"),
    "vision": ("vision_is", "vision_word", "aspire"),
}
_EXPLICIT_HEADINGS = {"mission": ("mission", "purpose", "both"), "vision": ("vision", "both")}
_DIRECTION = re.compile(r"\b(?:mission|purpose|vision|goal|future)\b", re.I)


def choose_statements(
    found: Sequence[Candidate],
    scores: Mapping[str, np.ndarray],
    documents: Sequence[Document],
    trained: Mapping[str, Judge] | None = None,
) -> list[Statement]:
    """Statements in order: missions, visions, culture, growth; the surest first. Ids are s1, s2, …"""
    taken: set[int] = set()
    chosen: list[tuple[StatementKind, Candidate, float]] = []
    for label in ("mission", "vision", "commitment"):
        rival = scores["vision"] if label == "mission" else scores["mission"]
        sure = confidence(label, scores[label], trained)
        picked = 0
        for i in _ranked(found, scores[label], documents):
            if scores[label][i] < (CUT if picked else FIRST_CUT)[label] or picked >= max(MOST[label], MOST_IN_SECTION):
                break
            # One sentence is one thing: what is likelier a vision is no mission, and the other way round.
            if i in taken or (label != "commitment" and rival[i] > scores[label][i]):
                continue
            if any(_same(found[i].text, other.text) for _, other, _ in chosen):
                continue
            if picked >= MOST[label] and not any(k == label and _one_section(found[i], c) for k, c, _ in chosen):
                continue
            kind: StatementKind = label if label != "commitment" else _commitment(scores["growth"][i])  # type: ignore[assignment]
            chosen.append((kind, found[i], float(sure[i])))
            taken.add(i)
            picked += 1
    order = ("mission", "vision", "culture", "growth")
    chosen.sort(key=lambda entry: order.index(entry[0]))
    return [
        Statement(
            id=f"s{number}",
            kind=kind,
            text=c.text,
            heading=c.heading or None,
            url=documents[c.document].url,
            link=text_link(documents[c.document].url, c.text),
            explicit=_is_explicit(kind, c),
            confidence=round(sure, 3),
        )
        for number, (kind, c, sure) in enumerate(chosen, 1)
    ]


def _ranked(found: Sequence[Candidate], score: np.ndarray, documents: Sequence[Document]) -> list[int]:
    """Indices, the likeliest first; of equals the one on the most fitting page, then the earlier."""
    return sorted(
        range(len(found)), key=lambda i: (-round(float(score[i]), 4), _BEST_PAGE[documents[found[i].document].kind], i)
    )


def _commitment(growth: float) -> StatementKind:
    return "growth" if growth >= 0.5 else "culture"


def _one_section(a: Candidate, b: Candidate) -> bool:
    return a.document == b.document and a.headings == b.headings


def _same(a: str, b: str) -> bool:
    words_a, words_b = WORD.findall(a.lower()), WORD.findall(b.lower())
    shared = len(set(words_a) & set(words_b))
    return shared >= SAME * max(len(set(words_a)), len(set(words_b)), 1)


def _is_explicit(kind: str, candidate: Candidate) -> bool:
    """Whether the page itself says that this is its mission or vision; commitments speak for themselves."""
    if kind not in _EXPLICIT_WORDS:
        return True
    text = candidate.text.lower()
    return any(SENTENCE_CUES[cue].search(text) for cue in _EXPLICIT_WORDS[kind]) or any(
        EXACT_HEADINGS[cue].search(heading.lower()) or (cue != "both" and _DIRECTION.search(heading))
        for heading in candidate.headings[-2:]
        for cue in _EXPLICIT_HEADINGS[kind]
    )
