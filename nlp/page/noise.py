"""Single blocks that say nothing of the company: buttons, breadcrumbs, symbols, the legal line."""
from __future__ import annotations

import re

from nlp.page.document import Role
from nlp.page.lines import Line
from nlp.page.text import word_count

_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2}")
_LEGAL = re.compile(r"^(?:©|\(c\)\s+(?:[\w&.,'’-]+ ){0,4}(?:19|20)\d\d|copyright\b)|\ball rights reserved\.?$", re.IGNORECASE)
_CRUMBS = (re.compile(r"\s*[>»›]\s*"), re.compile(r"\s*[/|]\s*"))
_MAX_CALL = 8  # words of a call to action: "View monthly plans · Get support today"
_MAX_LEGAL = 40


def reason_to_drop(line: Line, role: Role) -> str | None:
    """Why a line is no block, or None."""
    headed = role in {Role.HEADING, Role.LABEL}
    if not _WORD.search(line.text) and not (headed and len(_LETTERS.findall(line.text)) > 1):
        return "number or symbol"
    words = word_count(line.text)
    if words <= _MAX_LEGAL and _LEGAL.search(line.text):
        return "legal line"
    if headed:
        return None
    if line.links and _is_breadcrumb(line.text):
        return "breadcrumb"
    if line.linked and words <= _MAX_CALL and role is not Role.ITEM:
        return "call to action"
    return None


def _is_breadcrumb(text: str) -> bool:
    for separator, fewest in zip(_CRUMBS, (2, 3), strict=True):
        start, *parts = separator.split(text)
        if len(parts) + 1 >= fewest and word_count(start) <= 6 and all(0 < word_count(part) <= 6 for part in parts):
            return True
    return False
