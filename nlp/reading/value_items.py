"""Documents -> everything that could be the name of a value: headed cards, labels, list items, words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.page import Block, Document, Role

MAX_NAME_WORDS = 20
MAX_DESCRIPTION_SENTENCES = 3
_NUMBERING = re.compile(
    r"^(?:(?:(?:core )?value|principle|[#№])?\s*#?\d{1,2}\s*[.):–—/-]?(?:\s+|$)|[ivx]{1,4}[.)]\s+|[a-h][.)]\s+)", re.I
)
_NAME_WORD = re.compile(r"[^\W\d_]{2}")  # a letter alone is an ornament: the first of an acronym
_COLON = re.compile(r"^(.{2,60}?)\s*(?::|\s[–—-])\s+(\S.{15,})$")
_BRACKET = re.compile(r"^([^()]{2,60}?)\s*\(([^()]{15,})\)\W*$")
_FIRST = re.compile(r"^(\S.{2,110}?[.!?])\s+([A-Z“\"].{10,})$")
# Where whatever stands may be a value by itself, whole lines and all.
_UNDER = re.compile(
    r"\b(?:values?|principles|beliefs?|believe|pillars|ethos|virtues|behaviou?rs|philosophy|creed|credo|code of (?:conduct|ethics|honou?r)|"
    r"stand for|live by|promises|commitments)\b",
    re.I,
)
# What makes a line a sentence, or several, and not a bare list.
_SAYS = re.compile(r"[.!?:()]|\b(?:we|our|us|you|your|they|it|its|is|are|was|be|this|these|that|which|who|when|if|not|can|will|has|have|by)\b", re.I)
_STROKES = re.compile(r"[|•·].*[|•·]")  # "Courage | Thrift | Plain speech": a list wherever it stands
MAX_BARE_LIST = 45  # words of a line that is nothing but a list
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
    form: str  # heading, label, lead, colon, item, alt, line, first, running, list
    group: tuple[object, ...]  # items of one list share it
    headings: tuple[str, ...]  # what stands above the list
    order: int  # 0, 1, 2 … over all documents
    context: str  # the sentence a running list stands in, else ""


def value_items(documents: Sequence[Document]) -> list[Item]:
    """All items, in reading order."""
    found: list[Item] = []
    for number, document in enumerate(documents):
        blocks = document.blocks
        worded = {block.card for block in blocks if block.card >= 0 and block.role is not Role.ALT}
        for i, block in enumerate(blocks):
            if block.role is Role.ALT and block.card in worded:
                continue  # it describes the picture; the words beside it name the value
            for name, description, form, context in _readings(blocks, i):
                clean = _NUMBERING.sub("", name).strip(_EDGES)
                if not _NAME_WORD.search(clean) or len(clean.split()) > MAX_NAME_WORDS or clean not in block.text:
                    continue
                group = _group(number, block, form)
                found.append(Item(clean, description, number, block, form, group, block.headings, len(found), context))
    return found


def _group(number: int, block: Block, form: str) -> tuple[object, ...]:
    if form in ("running", "list"):
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
        yield from _in_text(blocks, i)
    if len(text.split()) >= 4:
        for name, context in running_values(text):
            yield name, None, "running", context
    if block.role in (Role.PARAGRAPH, Role.ITEM, Role.QUOTE) and (_is_under_values(block) or _STROKES.search(text)):
        for name in listed_values(text):
            yield name, None, "list", text


def _in_text(blocks: Sequence[Block], i: int) -> Iterator[tuple[str, str | None, str, str]]:
    """The ways a paragraph or list item can name one value."""
    block, text = blocks[i], blocks[i].text
    count = len(text.split())
    named = _COLON.match(text) or _BRACKET.match(text)
    if block.lead and len(block.lead.split()) <= MAX_NAME_WORDS:
        yield block.lead, text[len(block.lead) :].strip(" :–—-") or None, "lead", ""
    elif named and len(named.group(1).split()) <= 6:
        yield named.group(1), named.group(2), "colon", ""
    elif block.role in (Role.ITEM, Role.CELL) and count <= MAX_NAME_WORDS:
        yield text, None, "item", ""
    elif count <= 6 and block.group >= 0:
        yield text, _following(blocks, i), "label", ""
    elif _is_under_values(block):
        first = _FIRST.match(text)
        if first:
            yield first.group(1), first.group(2), "first", ""
        elif count <= MAX_NAME_WORDS:
            yield text, None, "line", ""


def _is_under_values(block: Block) -> bool:
    return any(_UNDER.search(heading) for heading in block.headings[-2:])


def _following(blocks: Sequence[Block], i: int) -> str | None:
    """The text under a heading or label, up to the next: its description."""
    block, parts = blocks[i], []
    for after in blocks[i + 1 : i + 1 + MAX_DESCRIPTION_SENTENCES]:
        if after.role in (Role.HEADING, Role.LABEL) or block.text not in after.headings[-2:]:
            break
        if after.role is not Role.ALT:
            parts.append(after.text)
    return parts[0] if parts else None


def listed_values(text: str) -> list[str]:
    """The parts of a line that is nothing but a list: "Courage, care for the land, and plain speech"."""
    if len(text.split()) > MAX_BARE_LIST or _SAYS.search(text.strip(_EDGES)):
        return []
    parts = [part for part in re.split(r"\s*[,;•·|]\s*(?:and\s+|&\s+)?", text.strip(_EDGES)) if part]
    if all(len(part.split()) <= 3 for part in parts):
        parts = [name for part in parts for name in re.split(r"\s+(?:and|&)\s+", part)]
    return parts if len(parts) >= 3 and all(len(part.split()) <= 10 for part in parts) else []


def running_values(text: str) -> Iterator[tuple[str, str]]:
    """(name, sentence) for each of the things a sentence lists as values."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        told: set[str] = set()
        for opening in _OPENING.finditer(sentence):
            match = _LIST.match(sentence, opening.end())
            if not match:
                continue
            names = [_name(part) for part in _SPLIT.split(match.group("list"))]
            if sum(map(bool, names)) < 2:
                continue
            for name in names:
                if name and name in text and len(name.split()) <= 4 and name not in told:
                    told.add(name)
                    yield name, sentence


def _name(part: str) -> str:
    """A part of a running list up to the clause that follows it, without its article; a clause alone is no name."""
    padded = f" {part} "
    clause = _CLAUSE.search(padded, 0 if part[:1].islower() else 1)
    name = padded[: clause.start()] if clause else part
    return re.sub(r"^(?:the|our|a|an)\s+", "", name.strip(_EDGES), flags=re.I)
