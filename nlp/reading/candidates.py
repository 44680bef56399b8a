"""Documents -> the sentences that could be statements, each with its place on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nlp.models.pipeline import sentence_texts
from nlp.page import Block, Document, Role

if TYPE_CHECKING:
    from spacy.language import Language

MIN_WORDS = 3
MAX_WORDS = 90
_LABEL = re.compile(
    r"^(?:the |our |a )?(?:company(?:['’]s)? |corporate |core |brand )?"
    r"(mission|vision|purpose|objective|goal|aim|motto|philosophy|promise|culture|belief)s?(?: statement)?\s*(?::|[–—-](?=\s))\s*",
    re.I,
)
_MAX_LEAD = 8  # words; a longer bold beginning is emphasis


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence of a page. `text` is a verbatim part of `block.text`."""

    text: str
    document: int  # index into the documents
    block: Block
    headings: tuple[str, ...]  # the block's heading path, plus a label the block itself begins with
    index: int  # which sentence of the block
    count: int  # sentences in the block
    previous: str  # the sentence before it in reading order, under the same heading ("" if none)
    following: str

    @property
    def heading(self) -> str:
        """The nearest heading, "" where there is none."""
        return self.headings[-1] if self.headings else ""


def candidates(documents: Sequence[Document], pipeline: Language) -> list[Candidate]:
    """The candidates of all documents, in reading order."""
    found: list[Candidate] = []
    for number, document in enumerate(documents):
        page: list[Candidate] = []
        for block in document.blocks:
            if block.role is not Role.META:
                page.extend(_of_block(block, number, pipeline))
        found.extend(_with_neighbours(page))
    return found


def _of_block(block: Block, document: int, pipeline: Language) -> list[Candidate]:
    text, headings = block.text, block.headings
    label = _LABEL.match(text)
    if label and len(text) > label.end() + 10:
        headings, text = (*headings, label.group(0).rstrip(" :–—-")), text[label.end() :]
    elif block.lead and len(block.lead.split()) <= _MAX_LEAD and len(block.lead) < len(text) - 10:
        headings, text = (*headings, block.lead.rstrip(" :.–—-")), text[len(block.lead) :].lstrip(" :.–—-")
    kept = [s for s in sentence_texts(pipeline, text) if MIN_WORDS <= len(s.split()) <= MAX_WORDS and any(map(str.isalpha, s))]
    return [Candidate(s, document, block, headings, i, len(kept), "", "") for i, s in enumerate(kept)]


def _with_neighbours(page: list[Candidate]) -> list[Candidate]:
    """The same candidates, each knowing the sentences beside it under the same heading."""
    linked = []
    for i, candidate in enumerate(page):
        before = page[i - 1] if i else None
        after = page[i + 1] if i + 1 < len(page) else None
        linked.append(
            replace(
                candidate,
                previous=before.text if before and before.block.headings == candidate.block.headings else "",
                following=after.text if after and after.block.headings == candidate.block.headings else "",
            )
        )
    return linked
