"""Tags as they stand in the source, before any parser sees them."""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 500  # of one tag; the parser compares each with all before it, which is quadratic
SMALL = 50_000  # characters; no tag of a smaller page takes the parser longer than a tenth of a second

# One attribute, by the HTML standard's tokenizer; nothing is ever tried twice, so that the time is linear.
_ATTRIBUTE = r"""[\s/]*+[^\s/<>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_ONE = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"(<[a-z][^\s/<>]*+)((?:{_ATTRIBUTE})*+)", re.IGNORECASE)


def without_swollen_tags(source: str) -> str:
    """`source` with tags of more than MOST_ATTRIBUTES attributes bare of them. Linear time."""
    if len(source) <= SMALL:
        return source
    kept: list[str] = []
    position = 0
    for tag in _TAG.finditer(source):
        attributes = tag.group(2)
        if len(attributes) > 2 * MOST_ATTRIBUTES and sum(1 for _ in _ONE.finditer(attributes)) > MOST_ATTRIBUTES:
            kept += [source[position : tag.start()], tag.group(1)]
            position = tag.end()
    return "".join([*kept, source[position:]]) if kept else source
