"""Value items -> a table of numbers: what the list stands under, how its items look, what their words are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np

from nlp.models.files import DATA
from nlp.page import Document, Role
from nlp.reading.cues import EXACT_HEADINGS, HEADING_CUES, SENTENCE_CUES
from nlp.reading.features import PAGE_KINDS, ROLES
from nlp.reading.value_items import Item

FORMS = ("heading", "label", "lead", "colon", "item", "alt", "line", "first", "running", "list")
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_IMPERATIVE = re.compile(
    r"^(?:we |always |never |do |don['’]t |be |stay |keep |put |act |take |make |own |think |work |lead |win |build |listen |"
    r"embrace |deliver |treat |show |have |give |find |play |go |challenge |respect |serve |care |strive |create |support |"
    r"celebrate |improve |learn |seek |focus |foster |grow |love |drive |inspire |say |live |help |raise |start |assume |seek )"
)
_VALUES_NEAR = re.compile(
    r"\b(?:values?|principles|beliefs?|believe|virtues|pillars|stand for|culture|ethos|promises?|commitments?)\b"
)
_SECTION_CUES = ("mission", "vision", "values", "about", "careers", "services", "news")
_SENTENCE_FLAGS = (
    "customers",
    "products",
    "numbers",
    "money",
    "contact",
    "history",
    "job_demand",
    "legal",
    "balance",
    "event",
)

NAMES: tuple[str, ...] = (
    *(f"near:{n}" for n in HEADING_CUES),
    *(f"path:{n}" for n in HEADING_CUES),
    *(f"exact:{n}" for n in EXACT_HEADINGS),
    *(f"exact_path:{n}" for n in EXACT_HEADINGS),
    *(f"name:{n}" for n in _SENTENCE_FLAGS),
    *(f"form:{f}" for f in FORMS),
    *(f"page:{k}" for k in PAGE_KINDS),
    *(f"role:{r}" for r in ROLES),
    "name_words", "name_is_sentence", "name_capitals", "name_lower", "imperative", "value_words", "value_share", "title_cue",
    "description_words", "description_we", "group_size", "group_log", "place_in_group", "group_value_words", "group_value_share",
    "group_words", "group_words_spread", "group_described", "group_imperative", "level", "path_length", "repeated", "list_length",
    "before_names_values", "context_values", "context_we", "own_name_is_heading_cue", "hidden", "in_card", "position",
    "page_values", "best_group_on_page", "heading_above_items",
)  # fmt: skip


@cache
def value_words() -> frozenset[str]:
    """Words that name values (data/value_words.txt)."""
    lines = (DATA / "value_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def value_feature_table(items: Sequence[Item], documents: Sequence[Document]) -> np.ndarray:
    """Features of one company's items, float32, shape (len(items), len(NAMES)); columns as NAMES."""
    groups: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.group].append(item)
    share = {key: float(np.mean([_lexical(i.name) > 0 for i in members])) for key, members in groups.items()}
    best_share: dict[int, float] = defaultdict(float)
    for key, members in groups.items():
        if len(members) >= 3:
            best_share[members[0].document] = max(best_share[members[0].document], share[key])
    repeated = Counter(item.name.lower() for item in items)
    rows = [
        _row(item, groups[item.group], share[item.group], best_share[item.document], repeated, documents[item.document])
        for item in items
    ]
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(NAMES))


def _lexical(name: str) -> float:
    words = _WORDS.findall(name.lower())
    return sum(word in value_words() for word in words) / len(words) if words else 0.0


def _row(
    item: Item, group: list[Item], share: float, best_share: float, repeated: Counter[str], document: Document
) -> list[float | bool]:
    name = item.name.lower()
    near = (item.headings[-1] if item.headings else "").lower()
    path = " | ".join(item.headings).lower()
    lengths = [len(i.name.split()) for i in group]
    words = name.split()
    lexical = _lexical(item.name)
    above = _text_above(document, group[0])
    return [
        *(bool(p.search(near)) for p in HEADING_CUES.values()),
        *(bool(p.search(path)) for p in HEADING_CUES.values()),
        *(bool(p.search(near)) for p in EXACT_HEADINGS.values()),
        *(any(p.search(h.lower()) for h in item.headings) for p in EXACT_HEADINGS.values()),
        *(bool(SENTENCE_CUES[f].search(name)) for f in _SENTENCE_FLAGS),
        *(item.form == form for form in FORMS),
        *(document.kind == kind for kind in PAGE_KINDS),
        *(item.block.role is role for role in ROLES),
        len(words),
        item.name.endswith((".", "!")) or len(words) > 6,
        sum(w[0].isupper() for w in item.name.split()) / max(1, len(words)),
        item.name == name,
        bool(_IMPERATIVE.match(name)),
        lexical * len(words),
        lexical,
        bool(_VALUES_NEAR.search(document.title.lower())),
        min(80, len((item.description or "").split())),
        bool(re.search(r"\b(?:we|our|us)\b", (item.description or "").lower())),
        len(group),
        float(np.log1p(len(group))),
        group.index(item) / len(group),
        sum(_lexical(i.name) * len(i.name.split()) for i in group) / len(group),
        share,
        float(np.mean(lengths)),
        float(np.std(lengths)),
        float(np.mean([i.description is not None for i in group])),
        float(np.mean([bool(_IMPERATIVE.match(i.name.lower())) for i in group])),
        item.block.level,
        len(item.headings),
        repeated[name] > 1,
        len(group) in range(3, 11),
        bool(_VALUES_NEAR.search(above)),
        bool(_VALUES_NEAR.search(item.context.lower())),
        bool(re.search(r"\b(?:we|our)\b", item.context.lower())),
        any(HEADING_CUES[cue].search(name) for cue in _SECTION_CUES),
        item.block.hidden,
        item.block.card >= 0,
        item.block.order / max(1, len(document.blocks)),
        document.kind == "values",
        share == best_share and share > 0,
        bool(_VALUES_NEAR.search(path)),
    ]


def _text_above(document: Document, first: Item) -> str:
    """The running text just before the list: "These are the values we live by:"."""
    before = document.blocks[max(0, first.block.order - 2) : first.block.order]
    return " ".join(b.text for b in before if b.role is not Role.ALT).lower()[-300:]
