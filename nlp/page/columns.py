"""Tables whose first row heads the columns: "Mission | Vision" over two texts."""
from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from nlp.page.measure import Measure
from nlp.page.text import text_of

_ROWS = etree.XPath("tr | thead/tr | tbody/tr | tfoot/tr")
_HEADED = etree.XPath("boolean(self::th or .//b or .//strong or .//h1 or .//h2 or .//h3 or .//h4 or .//h5 or .//h6)")
_MAX_HEAD = 6  # words


def column_labels(tree: Element, measures: dict[Element, Measure]) -> dict[Element, str]:
    """Cell -> text of the cell that heads its column; only for tables with two columns or more."""
    labels: dict[Element, str] = {}
    for table in tree.iter("table"):
        first, *others = [row for row in _ROWS(table) if len(row)] or [None]
        if first is None or len(first) < 2 or not others or any(len(row) != len(first) for row in others):
            continue
        if not all(0 < measures[cell].words <= _MAX_HEAD and _HEADED(cell) for cell in first):
            continue
        heads = [text_of(cell) for cell in first]
        for row in others:
            labels.update((cell, head) for cell, head in zip(row, heads, strict=True) if cell.tag == "td")
    return labels
