"""What a page becomes: a Document, a list of Blocks in reading order."""
from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nlp.contract import PageKind


class Role(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a list item, definition or numbered tile
    LABEL = "label"  # short text that is no heading by its tag but stands like one: strong, dt, tab, figcaption
    CELL = "cell"  # a cell of a data table
    QUOTE = "quote"
    ALT = "alt"  # image alternative text
    META = "meta"  # meta description or JSON-LD: said of the page, not shown on it


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that a reader sees as one. `text` is verbatim with white space folded to single spaces."""

    text: str
    role: Role
    headings: tuple[str, ...]  # heading path, outermost first; for a heading: the path above it
    level: int  # 1-6 for a heading, else 0
    path: str  # element path with classes, e.g. "main/section.values/div.card/p"
    card: int  # number of the repeated sibling box (card, li, tile) the block stands in; -1: none
    group: int  # number of the run of sibling boxes that `card` belongs to; -1: none
    lead: str  # bold text the block starts with ("" if none); a prefix of `text`
    order: int  # 0, 1, 2 … in the document
    hidden: bool  # not shown until the reader opens a tab or an accordion


@dataclass(frozen=True, slots=True)
class Removal:
    """A part of the page that was left out, and why (shown by `visionfit brief --explain`)."""

    path: str
    reason: str
    text: str  # its first words


@dataclass(frozen=True, slots=True)
class Document:
    """A page, read. `text` is what every quote is checked against."""

    url: str
    title: str
    description: str
    site_name: str
    kind: PageKind
    language: str  # ISO 639-1; "und" when there is too little text to tell
    sha256: str  # of the HTML as UTF-8
    blocks: tuple[Block, ...]
    removed: tuple[Removal, ...]
    coverage: float  # share of the page's visible words that the blocks hold, 0..1

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)
