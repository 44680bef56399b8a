"""Blocks, put together from lines: each with its headings, or left out with its reason."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml.etree import _Element as Element

from nlp.page.document import Block, Removal, Role
from nlp.page.furniture import is_requirements_heading
from nlp.page.lines import Line
from nlp.page.noise import reason_to_drop
from nlp.page.outline import LABEL_LEVEL, Box, Outline
from nlp.page.roles import path_of
from nlp.page.text import word_count

EXCERPT = 80  # characters of what was removed
# Left out for a reason that may be wrong; the others never hold what the company says of itself.
DOUBTFUL = frozenset({"customers' testimonial", "job requirements"})
_SHORT = 5  # words of a line that may head the next one
_SENTENCE = 8  # words
_NO_CAPTION = re.compile(r":.|[.!?;,…\"”]$|^[\"“]")
_REACH = 3  # boxes that page builders wrap around each text


@dataclass(slots=True)
class Assembly:
    """The blocks so far. `has_vacancies`: leave out job adverts' lists of demands and duties."""

    has_vacancies: bool
    outline: Outline = field(default_factory=Outline)
    blocks: list[Block] = field(default_factory=list)
    removed: list[Removal] = field(default_factory=list)
    kept_words: int = 0
    furniture_words: int = 0  # left out for good reason
    has_heading: bool = False
    _last_owner: Element | None = None  # the box of the last block

    def add(self, line: Line, role: Role, level: int, boxes: Sequence[Box]) -> None:
        """A line in the innermost of the open `boxes`; `level` 1-6 for a heading, else 0."""
        box = boxes[-1]
        path = path_of(box.element)
        words = word_count(line.text)
        reason = reason_to_drop(line, role)
        if reason:
            self.remove(path, reason, line.text, words)
            return
        if role is Role.PARAGRAPH and words >= _SENTENCE:
            self._make_caption(boxes)
        if role in (Role.HEADING, Role.LABEL):
            rank = level or LABEL_LEVEL
            self.outline.end(rank, boxes)
            self.outline.push(rank, line.text, boxes, self._kicker(boxes) if level else "")
            self.has_heading = self.has_heading or level > 0
            headings = self.outline.path()[:-1]
        else:
            headings = self.outline.path()
            if role is not Role.ALT:
                self.outline.use()
        if self.has_vacancies and any(map(is_requirements_heading, (*headings, line.text))):
            self.remove(path, "job requirements", line.text, words)
            return
        self.kept_words += words
        self._last_owner = box.element
        self.blocks.append(
            Block(
                text=line.text,
                role=role,
                headings=headings,
                level=level,
                path=path,
                card=box.card,
                group=box.group,
                lead="" if line.bold else line.lead,
                order=len(self.blocks),
                hidden=box.hidden,
            )
        )

    def remove(self, path: str, reason: str, text: str, words: int) -> None:
        if reason not in DOUBTFUL:
            self.furniture_words += words
        self.removed.append(Removal(path, reason, text[:EXCERPT]))

    def drop_repeated_alt(self) -> None:
        """Image texts that only repeat what stands on the page say nothing."""
        shown = {block.text.casefold() for block in self.blocks if block.role is not Role.ALT}
        kept: list[Block] = []
        for block in self.blocks:
            if block.role is Role.ALT and block.text.casefold() in shown:
                self.kept_words -= word_count(block.text)
            else:
                kept.append(block if block.order == len(kept) else replace(block, order=len(kept)))
        self.blocks = kept

    # --- short lines that head what follows

    def _short_line_above(self, boxes: Sequence[Box]) -> Block | None:
        """The last block, if it is a short line that stands right above this place in the same box."""
        above = self.blocks[-1] if self.blocks else None
        if above is None or self._last_owner is None or above.role not in {Role.PARAGRAPH, Role.LABEL}:
            return None
        if word_count(above.text) > _SHORT or _NO_CAPTION.search(above.text):
            return None
        here = boxes[-1].element
        if above.card != boxes[-1].card:
            return above if self._last_owner.getparent() is here.getparent() else None
        around = set(islice(here.iterancestors(), _REACH))
        return None if around.isdisjoint(islice(self._last_owner.iterancestors(), _REACH)) else above

    def _kicker(self, boxes: Sequence[Box]) -> str:
        """The short line right above a heading, such as "Our vision" above a slogan."""
        above = self._short_line_above(boxes)
        if above is None:
            return ""
        self.blocks[-1] = replace(above, role=Role.LABEL, headings=self.outline.path())
        return above.text

    def _make_caption(self, boxes: Sequence[Box]) -> None:
        """Make a label of a short line in a style of its own right above a paragraph."""
        above = self._short_line_above(boxes)
        if above is not None and above.role is Role.PARAGRAPH and above.path != path_of(boxes[-1].element):
            self.outline.push(LABEL_LEVEL, above.text, boxes)
            self.blocks[-1] = replace(above, role=Role.LABEL, headings=self.outline.path()[:-1])
