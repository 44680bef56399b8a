"""Documents -> everything that could be the name of a value: headed cards, labels, list items, words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.page import Block, Document, Role

MAX_NAME_WORDS = 20
MAX_DESCRIPTION_SENTENCES = 3
_NUMBERING = re.compile(r"^(?:[#№]?\s*\d{1,2}\s*[.):–—/-]?\s+|[ivx]{1,4}[.)]\s+|[a-h][.)]\s+)", re.I)
_COLON = re.compile(r"^(.{2,60}?)\s*(?::|\s[–—-])\s+(\S.{15,})$")
_EDGES = " \t.,:;–—-•*|\"“”'‘’"

# A running list of values: the words that open it, then the list, then its end.
_OPENING = re.compile(
    r"\b(?:(?:core |key |guiding |shared |corporate |our |company )*(?:values?|principles|virtues|pillars)\b"
    r"(?: (?:are|is|include|including|of|like|such as|that include|we (?:hold|share|live by) are)(?: those of)?|:| [–—-])|"
    r"\bvalu(?:e|es|ing)\b|\b(?:guided|driven|united|underpinned|characteri[sz]ed|inspired) by\b|"
    r"\b(?:built|founded|based|grounded|rooted|focus(?:ed|es)?) (?:up)?on\b|\bprinciples of\b|\bculture of\b|"
    r"\bstands? for\b|\bcommitment to\b|\bbelieves? in\b|\bdefined by\b|\bemphasi[sz]es?\b|\bembod(?:y|ies)\b)",
    re.I,
)
_LIST_ITEM = r"(?:the |our |a |an )?[A-Za-z][\w’'/-]*(?: (?:of |for |to |in |and |& )?[A-Za-z][\w’'/-]*){0,3}"
_LIST = re.compile(
    rf"\s*(?:[a-z]+ ){{0,4}}?(?P<list>{_LIST_ITEM}(?:\s*[,;•|]\s*{_LIST_ITEM})+(?:\s*,?\s*(?:and|&)\s+{_LIST_ITEM})?"
    rf"|{_LIST_ITEM},? (?:and|&) {_LIST_ITEM})"
)
_SPLIT = re.compile(r"\s*[,;•|]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+")
_CLAUSE = re.compile(
    r"\s(?:that|which|who|in|to|with|as|for|so|while|when|where|through|by|at|we|is|are|–|—|-)\s", re.I
)


@dataclass(frozen=True, slots=True)
class Item:
    """A possible value. `name` is verbatim; `description` too, or None."""

    name: str
    description: str | None
    document: int
    block: Block
    form: str  # heading, label, lead, colon, item, sentence, alt, running
    group: tuple[object, ...]  # items of one list share it
    headings: tuple[str, ...]  # what stands above the list
    order: int  # 0, 1, 2 … over all documents
    context: str  # the sentence a running list stands in, else ""


def value_items(documents: Sequence[Document]) -> list[Item]:
    """All items, in reading order."""
    found: list[Item] = []
    for number, document in enumerate(documents):
        blocks = document.blocks
        for i, block in enumerate(blocks):
            for name, description, form, context in _readings(blocks, i):
                clean = _NUMBERING.sub("", name).strip(_EDGES)
                if not clean or len(clean.split()) > MAX_NAME_WORDS or clean not in block.text:
                    continue
                group = _group(number, block, form)
                found.append(Item(clean, description, number, block, form, group, block.headings, len(found), context))
    return found


def _group(number: int, block: Block, form: str) -> tuple[object, ...]:
    if form == "running":
        return (number, block.order, form)
    if form == "heading":
        return (number, block.headings, form, block.level)
    return (number, block.headings, form, block.path)


def _readings(blocks: Sequence[Block], i: int) -> Iterator[tuple[str, str | None, str, str]]:
    """The ways block `i` can name values: (name, description, form, context)."""
    block = blocks[i]
    text = block.text
    if block.role in (Role.HEADING, Role.LABEL):
        yield text, _following(blocks, i), "heading" if block.role is Role.HEADING else "label", ""
    elif block.role is Role.ALT:
        yield text, None, "alt", ""
    else:
        colon = _COLON.match(text)
        if block.lead and len(block.lead.split()) <= MAX_NAME_WORDS:
            rest = text[len(block.lead) :].strip(" :–—-")
            yield block.lead, rest or None, "lead", ""
        elif colon and len(colon.group(1).split()) <= 6:
            yield colon.group(1), colon.group(2), "colon", ""
        elif block.role in (Role.ITEM, Role.CELL) and len(text.split()) <= MAX_NAME_WORDS:
            yield text, None, "item", ""
        elif len(text.split()) <= 6 and block.group >= 0:
            yield text, _following(blocks, i), "label", ""
    if len(text.split()) >= 4:
        for name, context in running_values(text):
            yield name, None, "running", context


def _following(blocks: Sequence[Block], i: int) -> str | None:
    """The text under a heading or label, up to the next: its description."""
    block, parts = blocks[i], []
    for after in blocks[i + 1 : i + 1 + MAX_DESCRIPTION_SENTENCES]:
        if after.role in (Role.HEADING, Role.LABEL) or block.text not in after.headings[-2:]:
            break
        if after.role is not Role.ALT:
            parts.append(after.text)
    return parts[0] if parts else None


def running_values(text: str) -> Iterator[tuple[str, str]]:
    """(name, sentence) for each of the things a sentence lists as values."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        for opening in _OPENING.finditer(sentence):
            match = _LIST.match(sentence, opening.end())
            if not match:
                continue
            names = [_CLAUSE.split(f" {part} ")[0].strip(_EDGES) for part in _SPLIT.split(match.group("list"))]
            names = [re.sub(r"^(?:the|our|a|an)\s+", "", name, flags=re.I) for name in names if name]
            if len(names) >= 2:
                for name in names:
                    if name and name in text and len(name.split()) <= 4:
                        yield name, sentence
                break
