"""The headings that hold at a place of the page."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from nlp.page.text import word_count

LABEL_LEVEL = 7  # below every h1-h6
_MAX_PATH = 8  # headings in a path; the outermost two and the innermost six say enough


@dataclass(slots=True)
class Box:
    """A block-level element that is open."""

    element: Element
    number: int
    headings_before: int  # number of headings pushed when the box opened
    card: int
    group: int
    is_card: bool
    is_last: bool  # the last card of its group
    hidden: bool


@dataclass(slots=True)
class _Entry:
    level: int
    text: str
    number: int  # how many were pushed before it
    kicker: str  # the short line right above it
    card: int
    depth: int  # how many boxes are open around it
    carried_from: int = -1  # group of the card it stood alone in
    used: bool = False  # text has stood under it
    fading: bool = False  # its card has ended: holds on for what has no heading of its own
    shelter: tuple[str, str] | None = None  # the boxes in which cards' headings do not end this one


@dataclass(slots=True)
class Outline:
    """A stack of headings, aware of cards.

    A card's heading ends with the card, and the headings of a row of cards do not end the one above the row, be
    they of the same level. A box that holds nothing but a heading (the left column of a two-column section) is
    the exception: its heading goes on for the boxes beside it.
    """

    pushed: int = 0
    _stack: list[_Entry] = field(default_factory=list)
    _carried: dict[int, _Entry] = field(default_factory=dict)  # by group: the last heading alone in its card

    def push(self, level: int, text: str, boxes: Sequence[Box], kicker: str = "") -> None:
        self.end(level, boxes)
        self._stack.append(_Entry(level, text, self.pushed, kicker, boxes[-1].card if boxes else -1, len(boxes)))
        self.pushed += 1

    def end(self, level: int, boxes: Sequence[Box]) -> None:
        """End the headings that a new one of `level` inside `boxes` ends."""
        while self._stack and self._ends(self._stack[-1], level, boxes):
            self._stack.pop()

    def enter(self, top_heading: int) -> None:
        """A box opens whose highest heading is of that level: a fading one of no higher level ends."""
        while self._stack and self._stack[-1].fading and self._stack[-1].level >= top_heading:
            self._stack.pop()

    def path(self) -> tuple[str, ...]:
        """The headings that hold now, outermost first, without repeats."""
        texts: list[str] = []
        for entry in self._stack:
            for text in (entry.kicker, entry.text):
                if text and (not texts or texts[-1] != text):
                    texts.append(text)
        return tuple(texts if len(texts) <= _MAX_PATH else texts[:2] + texts[2 - _MAX_PATH :])

    def use(self) -> None:
        """Text stands here: the headings that hold have their content."""
        for entry in self._stack:
            entry.used = True

    def close(self, box: Box, boxes: Sequence[Box], words: int) -> None:
        """`box` with its `words` has ended; `boxes` are those still open around it."""
        inside = [entry for entry in self._stack if entry.number >= box.headings_before]
        del self._stack[len(self._stack) - len(inside) :]
        for entry in self._after_card(inside, box, boxes) if box.is_card else inside:
            if entry.level == LABEL_LEVEL and word_count(entry.text) < words:
                continue  # a label holds for the boxes beside its own only where it stood alone
            if entry.fading and entry.number > box.headings_before:
                continue  # the last of several, not the heading of the whole
            entry.depth = min(entry.depth, len(boxes))
            self._stack.append(entry)

    def _after_card(self, inside: list[_Entry], card: Box, boxes: Sequence[Box]) -> list[_Entry]:
        """The headings of a card that hold on after it."""
        kept = [entry for entry in inside if not entry.used]
        if kept:
            before = self._carried.setdefault(card.group, kept[-1])
            if before is not kept[-1] and not before.used:
                return []  # a row of bare headings
            self._carried[card.group] = kept[-1]
        else:
            kept = [entry for entry in inside[:1] if entry.level < LABEL_LEVEL]
        for entry in kept:
            entry.fading = entry.used
            entry.card = boxes[-1].card if boxes else -1
            entry.carried_from = -1 if card.is_last else card.group
        return kept

    @staticmethod
    def _ends(entry: _Entry, level: int, boxes: Sequence[Box]) -> bool:
        """Whether a new heading of `level` inside `boxes` ends `entry`."""
        here = boxes[-1] if boxes else None
        if entry.fading:
            return entry.level >= level
        outside_card = here is None or here.card == entry.card or here.group == entry.carried_from
        if outside_card or len(boxes) <= entry.depth:
            return entry.level >= level
        child = boxes[entry.depth]
        beside = child.is_card and child.group == entry.carried_from
        shelter = ("box", str(child.number)) if beside else (child.element.tag, child.element.get("class") or "")
        done = entry.level == LABEL_LEVEL and entry.used and len(boxes) == entry.depth + 1
        if entry.shelter is None and not done:
            entry.shelter = shelter
        return entry.shelter != shelter and entry.level >= level
