"""The page's tree -> its blocks in reading order, each under its headings."""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from nlp.contract import PageKind
from nlp.page.assembly import EXCERPT, Assembly
from nlp.page.cards import BOXES, Cards
from nlp.page.columns import column_labels
from nlp.page.document import Role
from nlp.page.furniture import reason_to_leave_out
from nlp.page.lines import Gatherer, Line
from nlp.page.outline import LABEL_LEVEL, Box
from nlp.page.panels import panel_labels
from nlp.page.parse import Parsed
from nlp.page.roles import heading_level, is_hidden, opens_panel, path_of, role_of
from nlp.page.text import fold, word_count

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data", "dfn", "del", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp",
    "slot", "small", "source", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "wbr",
})
BOLD = frozenset({"b", "strong"})
_FILE_NAME = re.compile(
    r"\.(?:png|jpe?g|svg|gif|webp)$|^(?:img|image|dsc|icon|logo|banner|photo|picture|null|undefined)[\s_-]?\d*$|"
    r"[\s_-]\d+$|_|logo",
    re.IGNORECASE,
)
_MAX_ALT = 60  # words
MAX_BLOCKS = 20_000  # no company page has as many; what follows counts as not covered


@dataclass(slots=True)
class _Walk:
    """One walk over one page."""

    parsed: Parsed
    assembly: Assembly
    of_people: bool  # the page is about those who work there
    panels: dict[str, str]  # id -> label
    columns: dict[Element, str]  # cell -> head
    boxes: list[Box] = field(default_factory=list)  # open ones, outermost first
    opened: int = 0
    gatherer: Gatherer = field(default_factory=Gatherer)
    bold: list[Element] = field(default_factory=list)  # open bold elements
    links: list[Element] = field(default_factory=list)  # open links that lead away
    cards: Cards = field(default_factory=Cards)

    def run(self) -> None:
        body, measures = self.parsed.body, self.parsed.measures
        walker = etree.iterwalk(body, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._end(element)
                if len(self.assembly.blocks) >= MAX_BLOCKS:
                    self.assembly.remove(path_of(element), "past the limit", f"after {MAX_BLOCKS} blocks", 0)
                    break
                continue
            size = measures[element]
            if not (size.words or size.marks):
                walker.skip_subtree()
                continue
            reason = reason_to_leave_out(element, size, measures[body].words, self.of_people)
            if reason is None and element.tag == "button" and not opens_panel(element):
                reason = "button"
            if reason:
                self._leave_out(element, reason)
                walker.skip_subtree()
            else:
                self._start(element)
        self.assembly.drop_repeated_alt()

    # --- elements

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self.gatherer.line_break()
        elif tag == "img":
            self._image(element)
        elif tag in INLINE and not self._is_box(element):
            self.gatherer.edge()
            if self._leads_away(element):
                self.links.append(element)
        else:
            self._flush()
            self._open(element)
        if tag in BOLD:
            self.bold.append(element)
        self._add(element.text)
        self.cards.number_children(element, self.parsed.measures)

    def _end(self, element: Element) -> None:
        tag = element.tag
        for kept in (self.bold, self.links):
            if kept and kept[-1] is element:
                kept.pop()
        if self.boxes and self.boxes[-1].element is element:
            self._flush()
            box = self.boxes.pop()
            if tag in BOXES or tag == "dl":
                self.assembly.outline.close(box, self.boxes, self.parsed.measures[element].words)
        elif tag in INLINE:
            self.gatherer.edge()
        if element is not self.parsed.body:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        self.gatherer.add(text, bool(self.bold), bool(self.links))

    def _is_box(self, element: Element) -> bool:
        """An inline element that stands as a box: a link or span that is a card or opens a panel."""
        return element in self.cards.places or (element.tag == "button" and opens_panel(element))

    def _leads_away(self, element: Element) -> bool:
        """A link to another place. Links within the page may be tabs, save those before its first heading."""
        if element.tag != "a" or any(child.tag not in INLINE for child in element):
            return False
        href = element.get("href") or "#"
        if href.startswith("#"):
            return len(href) > 1 and not self.assembly.has_heading and href[1:] not in self.panels
        return not href.lower().startswith("javascript:")

    def _open(self, element: Element) -> None:
        outer = self.boxes[-1] if self.boxes else None
        place = self.cards.places.get(element)
        group, card = (place.group, place.number) if place else (outer.group, outer.card) if outer else (-1, -1)
        self.opened += 1
        outline = self.assembly.outline
        outline.enter(self.parsed.measures[element].top_heading)
        self.boxes.append(
            Box(
                element=element,
                number=self.opened,
                headings_before=outline.pushed,
                card=card,
                group=group,
                is_card=place is not None,
                is_last=place is not None and place.is_last,
                hidden=bool(outer and outer.hidden) or is_hidden(element),
            )
        )
        label = self.panels.get(element.get("id") or "") or self.columns.get(element)
        if label:
            outline.push(LABEL_LEVEL, label, self.boxes)

    # --- text

    def _image(self, element: Element) -> None:
        alt = fold(element.get("alt") or "")
        if alt and word_count(alt) <= _MAX_ALT and not _FILE_NAME.search(alt):
            self._flush()
            linked = bool(self.links)
            self.assembly.add(Line(alt, linked=linked, links=linked), Role.ALT, 0, self.boxes)

    def _leave_out(self, element: Element, reason: str) -> None:
        if reason == "unseen":
            return
        self._flush()
        words = self.parsed.measures[element].words
        if words:
            self.assembly.remove(path_of(element), reason, _excerpt(element), words)

    def _flush(self) -> None:
        if not self.gatherer.pieces or not self.boxes:
            return
        owner = self.boxes[-1].element
        level = heading_level(owner)
        lines = self.gatherer.take(one_line=level > 0)
        for line in lines:
            role = Role.HEADING if level else role_of(owner, line, line is lines[-1])
            self.assembly.add(line, role, level, self.boxes)


def walk(parsed: Parsed, kind: PageKind) -> Assembly:
    """Walk the page. Its kind decides whether job adverts and employees' testimonials are to be expected."""
    assembly = Assembly(has_vacancies=kind in {"careers", "job"})
    of_people = kind in {"careers", "culture"}
    _Walk(parsed, assembly, of_people, panel_labels(parsed.body), column_labels(parsed.body, parsed.measures)).run()
    return assembly


def _excerpt(element: Element) -> str:
    """The first words of what an element shows."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part.strip()) + 1
        if length > 4 * EXCERPT:
            break
    return fold(" ".join(parts))
