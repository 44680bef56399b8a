"""Repeated boxes: cards, list items, tiles, rows."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element as Element

from nlp.page.measure import Measure

BOXES = frozenset({"div", "section", "article", "li", "details", "tr", "a", "figure", "dl", "dd", "aside"})
_DIGITS = re.compile(r"\d+")


class Card(NamedTuple):
    """The place of a repeated box: its group's number, its own, and whether it is the last of the group."""

    group: int
    number: int
    is_last: bool


@dataclass(slots=True)
class Cards:
    """The repeated boxes found so far, by element."""

    places: dict[Element, Card] = field(default_factory=dict)
    _groups: int = 0

    def number_children(self, parent: Element, measures: dict[Element, Measure]) -> None:
        """Number the children of `parent` that are boxes of one make, by tag and first class name."""
        if not len(parent):
            return
        makes: dict[tuple[str, str], list[Element]] = {}
        for child in parent:
            if child.tag in BOXES and measures[child].words:
                names = (child.get("class") or "").split()
                make = _DIGITS.sub("", names[0]) if names else ""
                makes.setdefault((child.tag, make), []).append(child)
        for (tag, _), children in makes.items():
            if len(children) < 2 and tag != "li":
                continue
            if tag == "a" and not any(measures[c].content for c in children):
                continue  # links in running text
            self._groups += 1
            for child in children:
                self.places[child] = Card(self._groups, len(self.places), child is children[-1])
