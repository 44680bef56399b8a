"""Candidates -> a table of numbers: where a sentence stands, what its headings announce, what its words do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from nlp.contract import PageKind
from nlp.page import Document, Role
from nlp.page.text import WORD
from nlp.reading.candidates import Candidate
from nlp.reading.cues import EXACT_HEADINGS, HEADING_CUES, SENTENCE_CUES, SUBJECT_CUES

PAGE_KINDS: tuple[PageKind, ...] = ("home", "about", "mission", "values", "culture", "careers", "job", "other")
ROLES = tuple(role for role in Role if role is not Role.META)
_PRONOUNS = {
    "we": re.compile(r"\bwe\b|\bus\b"),
    "our": re.compile(r"\bour\b"),
    "you": re.compile(r"\byou(?:r|rs)?\b"),
    "they": re.compile(r"\bthey\b|\btheir\b|\bits?\b"),
    "i": re.compile(r"\bi\b|\bmy\b"),
}

NAMES: tuple[str, ...] = (
    *(f"exact:{n}" for n in EXACT_HEADINGS),
    *(f"exact_above:{n}" for n in EXACT_HEADINGS),
    *(f"first_under:{n}" for n in EXACT_HEADINGS),
    *(f"near:{n}" for n in HEADING_CUES),
    *(f"path:{n}" for n in HEADING_CUES),
    *(f"title:{n}" for n in HEADING_CUES),
    *(f"words:{n}" for n in SENTENCE_CUES),
    *(f"starts:{n}" for n in SUBJECT_CUES),
    *(f"previous:{n}" for n in ("mission_is", "vision_is", "goal_is", "colon", "none")),
    *(f"pronoun:{n}" for n in _PRONOUNS),
    *(f"page:{k}" for k in PAGE_KINDS),
    *(f"role:{r}" for r in ROLES),
    "word_count", "short", "long", "ends_in_stop", "capitals", "names_company", "in_description", "seen_before",
    "position", "in_section", "section_size", "section_blocks", "alone", "index", "count", "heading_level", "path_length", "heading_words", "near_is_label",
    "in_card", "group_size", "hidden", "page_words", "company_has_mission_heading", "company_has_vision_heading",
    "pages", "bold_heading_is_sentence",
)  # fmt: skip


def feature_table(found: Sequence[Candidate], documents: Sequence[Document], company: str) -> np.ndarray:
    """Features of the candidates of one company, float32, shape (len(found), len(NAMES)); columns as NAMES."""
    descriptions = [set(WORD.findall(d.description.lower())) for d in documents]
    totals = [max(1, len(d.blocks)) for d in documents]
    page_words = [sum(len(b.text.split()) for b in d.blocks) for d in documents]
    groups = Counter((c.document, c.block.group) for c in found if c.block.group >= 0)
    all_headings = " | ".join({h.lower() for c in found for h in c.headings})
    has_mission = bool(HEADING_CUES["mission"].search(all_headings))
    has_vision = bool(HEADING_CUES["vision"].search(all_headings))
    company_words = {w for w in WORD.findall(company.lower()) if len(w) > 2}
    sizes = Counter((c.document, c.headings) for c in found)
    blocks = {place: set[int]() for place in sizes}
    for c in found:
        blocks[c.document, c.headings].add(c.block.order)
    exact_flags: dict[str, list[bool]] = {"": [False] * len(EXACT_HEADINGS)}

    def exact(text: str) -> list[bool]:
        if text not in exact_flags:
            exact_flags[text] = [bool(p.search(text.lower())) for p in EXACT_HEADINGS.values()]
        return exact_flags[text]

    heading_flags: dict[str, list[bool]] = {}

    def announced(text: str) -> list[bool]:
        if text not in heading_flags:
            heading_flags[text] = [bool(p.search(text.lower())) for p in HEADING_CUES.values()]
        return heading_flags[text]

    seen: Counter[str] = Counter()
    section: Counter[tuple[int, tuple[str, ...]]] = Counter()
    rows = []
    for c in found:
        text, document = c.text.lower(), documents[c.document]
        words = WORD.findall(text)
        place = (c.document, c.headings)
        paths = [announced(h) for h in c.headings]
        previous = c.previous.lower()
        named = exact(c.heading)
        row = [
            *named,
            *exact(c.headings[-2] if len(c.headings) > 1 else ""),
            *(flag and section[place] == 0 for flag in named),
            *announced(c.heading),
            *([any(column) for column in zip(*paths, strict=True)] if paths else [False] * len(HEADING_CUES)),
            *announced(document.title),
            *(bool(p.search(text)) for p in SENTENCE_CUES.values()),
            *(bool(p.search(text)) for p in SUBJECT_CUES.values()),
            bool(SENTENCE_CUES["mission_is"].search(previous)),
            bool(SENTENCE_CUES["vision_is"].search(previous)),
            bool(SENTENCE_CUES["goal_is"].search(previous)),
            previous.endswith(":"),
            not previous,
            *(len(p.findall(text)) for p in _PRONOUNS.values()),
            *(document.kind == kind for kind in PAGE_KINDS),
            *(c.block.role is role for role in ROLES),
            len(words),
            len(words) < 7,
            len(words) > 40,
            text.endswith((".", "!", "…")),
            sum(w[0].isupper() for w in c.text.split()) / max(1, len(words)),
            bool(company_words & set(words)),
            len(descriptions[c.document] & set(words)) / max(1, len(set(words))) if descriptions[c.document] else 0.0,
            seen[c.text],
            c.block.order / totals[c.document],
            section[place],
            sizes[place],
            len(blocks[place]),
            sizes[place] == 1,
            c.index,
            c.count,
            c.block.level,
            len(c.headings),
            len(c.heading.split()),
            c.heading != (c.block.headings[-1] if c.block.headings else ""),
            c.block.card >= 0,
            groups[c.document, c.block.group] if c.block.group >= 0 else 0,
            c.block.hidden,
            np.log1p(page_words[c.document]),
            has_mission,
            has_vision,
            len(documents),
            c.heading.endswith((".", "!")),
        ]
        rows.append(row)
        seen[c.text] += 1
        section[place] += 1
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(NAMES))
