"""What an element makes of the text that stands in it."""
from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from nlp.page.document import Role
from nlp.page.lines import Line
from nlp.page.measure import HEADINGS
from nlp.page.text import word_count

_TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:title|heading|headline|subtitle|name|label|header)(?:[\s_-]|$)", re.IGNORECASE
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAX_LABEL = 12  # words; longer bold text is emphasis, not a label
_MAX_CAPTION = 6  # words
_PATH_DEPTH = 5


def heading_level(element: Element | None) -> int:
    """1-6 for text inside a heading (of HTML or ARIA), else 0."""
    for candidate in _self_and_parents(element):
        if candidate.tag in HEADINGS:
            return HEADINGS[candidate.tag]
        if candidate.get("role") == "heading":
            level = candidate.get("aria-level") or "2"
            return int(level) if level in set("123456") else 2
    return 0


def role_of(owner: Element | None, line: Line, is_last: bool) -> Role:
    """The role of a line that is no heading, by the block-level element it stands in.

    `is_last`: no other line of the same element follows.
    """
    if owner is None:
        return Role.PARAGRAPH
    tag = owner.tag
    short = word_count(line.text) <= _MAX_LABEL and not line.text.endswith((".", "!", "?"))
    if tag in {"dt", "summary", "th", "caption", "button"} or owner.get("role") == "tab":
        return Role.LABEL if short else Role.PARAGRAPH
    if short and line.bold and (not is_last or tag not in {"li", "dd"}):
        return Role.LABEL
    if short and tag not in {"li", "dd", "td"} and _is_caption(line.text):
        return Role.LABEL
    if short and tag in {"div", "p", "span"} and _TITLE_CLASS.search(owner.get("class") or ""):
        return Role.LABEL
    if tag == "td":
        return Role.LABEL if short and _is_first_of_two(owner) else Role.CELL
    for ancestor in _self_and_parents(owner):
        if ancestor.tag in {"li", "dd"}:
            return Role.ITEM
        if ancestor.tag == "blockquote":
            return Role.QUOTE
    return Role.PARAGRAPH


def _is_first_of_two(element: Element) -> bool:
    """By its neighbours: the number of a parent's children is counted anew each time it is asked for."""
    after = element.getnext()
    return element.getprevious() is None and after is not None and after.getnext() is None


def _is_caption(text: str) -> bool:
    """A few words in capitals on a line of their own: a heading by its looks."""
    return text.isupper() and len(text) > 3 and word_count(text) <= _MAX_CAPTION


def opens_panel(element: Element) -> bool:
    """Whether a button opens a part of the page (its text is then that part's label)."""
    return (
        element.get("role") == "tab"
        or element.get("aria-expanded") is not None
        or element.get("aria-controls") is not None
        or heading_level(element) > 0
    )


def is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
    )


def path_of(element: Element) -> str:
    """The element and its nearest ancestors as "tag.class/…", outermost first."""
    parts = []
    for candidate in _self_and_parents(element, _PATH_DEPTH):
        names = (candidate.get("class") or "").split(maxsplit=3)
        parts.append(".".join([candidate.tag, *names[:3]]))
    return "/".join(reversed(parts))


def _self_and_parents(element: Element | None, depth: int = 3) -> Iterator[Element]:
    """The element and its nearest ancestors: a heading may wrap its text in boxes of its own."""
    while element is not None and depth:
        yield element
        element, depth = element.getparent(), depth - 1
