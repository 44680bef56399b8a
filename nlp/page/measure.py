"""Word and link counts of every element, taken in one pass so that no later test walks a subtree again."""
from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

# Never shown, or not text.
UNSEEN = frozenset({
    "script", "style", "noscript", "noframes", "template", "head", "svg", "iframe", "object", "embed", "canvas",
    "audio", "video", "map", "select", "option", "datalist", "textarea", "input", "meter", "progress", "math",
})
_MARKS = frozenset({"img", "br"})
_CONTENT = frozenset({"p", "h1", "h2", "h3", "h4", "blockquote", "dl"})
NO_HEADING = 9
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SENTENCE = 8  # words of a text node that is likely a sentence


@dataclass(slots=True)
class Measure:
    """Counts over an element and all it holds."""

    words: int = 0
    link_words: int = 0
    links_away: int = 0  # links with an address that is not a place on the same page
    longest_link: int = 0  # words of the longest of them
    content: int = 0  # paragraphs and headings
    marks: int = 0  # images and line breaks
    prose: int = 0  # words in sentences outside links
    top_heading: int = NO_HEADING  # highest level of a heading in it

    @property
    def link_share(self) -> float:
        return self.link_words / self.words if self.words else 1.0

    def count(self, text: str | None) -> None:
        if text:
            words = len(text.split())
            self.words += words
            if words >= _SENTENCE:
                self.prose += words

    def add(self, other: Measure) -> None:
        self.words += other.words
        self.link_words += other.link_words
        self.links_away += other.links_away
        self.longest_link = max(self.longest_link, other.longest_link)
        self.content += other.content
        self.marks += other.marks
        self.prose += other.prose
        self.top_heading = min(self.top_heading, other.top_heading)


def measure(tree: Element) -> dict[Element, Measure]:
    """A Measure for each element of `tree`; those that are never seen count nothing."""
    measures: dict[Element, Measure] = {}
    for _, element in etree.iterwalk(tree, events=("end",)):
        own = measures[element] = Measure()
        tag = element.tag
        if tag in UNSEEN:
            continue
        own.count(element.text)
        for child in element:
            own.add(measures[child])
            own.count(child.tail)
        if tag == "a":
            own.link_words, own.prose = own.words, 0
            if not (element.get("href") or "#").startswith("#"):
                own.links_away += 1
                own.longest_link = max(own.longest_link, own.words)
        elif tag in _MARKS:
            own.marks += 1
        own.content += tag in _CONTENT
        if tag in HEADINGS:
            own.top_heading = HEADINGS[tag]
    return measures
