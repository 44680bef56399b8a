"""HTML text -> an lxml tree that holds what the page shows, whatever the markup."""
from __future__ import annotations

import json
import re
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from nlp.page.measure import Measure, measure
from nlp.page.plain import body_of, plain_lines, plain_words
from nlp.page.tags import without_swollen_tags
from nlp.page.text import visible

MAX_CHARACTERS = 5_000_000
MAX_NODES = 200_000
MAX_LINES = 20_000  # of a page that is read as bare paragraphs
_MOST_TAGS = 3 * MAX_NODES  # a page with more is not worth the memory of its tree

_MARKUP = re.compile(r"<(?:!doctype|[a-z][a-z0-9-]*[\s>/])", re.IGNORECASE)
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_ENOUGH = 0.75  # share of the words counted without a parser; that count errs a little where tags are malformed
_XML = re.compile(r"<\?xml\b[^>]*>")
_COUNT = etree.XPath("count(//*)")


class PageError(ValueError):
    """A page that cannot be read. `code` is one of empty_page, not_html, too_large."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page's tree, its measures, and how many of its words no parser could place in it."""

    tree: Element
    body: Element
    measures: dict[Element, Measure]  # of the body and all it holds
    lost_words: int


def parse(source: str) -> Parsed:
    """The page's tree.

    Raises PageError (empty_page, not_html, too_large). Work is bounded by MAX_CHARACTERS and MAX_NODES; past the
    latter, and past the parser's limit on nesting, the page is read as bare paragraphs.
    """
    if not source.strip():
        raise PageError("empty_page", "The page is empty.", "Wait until the page has loaded, then read it again.")
    if len(source) > MAX_CHARACTERS:
        raise PageError(
            "too_large",
            f"The page is too large: {len(source) / 1e6:.1f} million characters; "
            f"{MAX_CHARACTERS / 1e6:.0f} million is the most that is read.",
            "Select the part that matters on the page and read only your selection.",
        )
    if not _MARKUP.search(source, 0, 100_000) or _is_other_format(source):
        raise PageError("not_html", "This is not a web page.", "Save the page as HTML, or open it in the browser.")
    # Ends in the middle of the file make parsers drop the rest; browsers go on.
    cleaned = without_swollen_tags(_END.sub("", _XML.sub("", visible(source), count=1)))
    expected = plain_words(cleaned)
    parsed = _measured(_tree(cleaned), expected)
    from_body = body_of(cleaned)
    if parsed.lost_words > expected / 2 and from_body:  # a broken head has swallowed the body
        parsed = _measured(_tree("<html>" + from_body), expected)
    if parsed.lost_words > expected / 2:
        parsed = _measured(_flat(cleaned), expected)
    if not parsed.measures[parsed.body].words and parsed.tree.find(".//frame") is not None:
        raise PageError(
            "empty_page",
            "The page only holds frames, and no text of its own.",
            "Open the frame with the text in a tab of its own, then read that.",
        )
    return parsed


def _measured(tree: Element, expected: int) -> Parsed:
    body = tree.find("body")
    body = tree if body is None else body
    measures = measure(body)
    found = measures[body].words
    return Parsed(tree, body, measures, expected - found if found < expected * _ENOUGH else 0)


def _is_other_format(source: str) -> bool:
    """PDF, or JSON with markup inside."""
    start = source.lstrip()[:5]
    if start.startswith(("{", "[")):
        try:
            json.loads(source)
        except (ValueError, RecursionError):
            return False
        return True
    return start == "%PDF-"


def _tree(source: str) -> Element:
    if source.count("<") > _MOST_TAGS:
        return _flat(source)
    # The parser's own limits on depth and text stay on: what is past them is read as bare paragraphs.
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = etree.fromstring(source, parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return _flat(source)
    if tree is None or _COUNT(tree) > MAX_NODES:
        return _flat(source)
    _open_shadow_roots(tree)
    return tree


def _open_shadow_roots(tree: Element) -> None:
    """Make content of declarative shadow roots; what other templates hold is never shown."""
    for template in tree.iter("template"):
        if template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"


def _flat(source: str) -> Element:
    """The page as bare paragraphs: what is left of markup no parser can follow."""
    tree = etree.Element("html")
    body = etree.SubElement(tree, "body")
    for line in plain_lines(source)[:MAX_LINES]:
        etree.SubElement(body, "p").text = visible(line)
    return tree

