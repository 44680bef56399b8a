"""Small text helpers that every part of page reading uses."""
from __future__ import annotations

import re

from lxml.etree import _Element as Element

# C0/C1 controls but tab, newline, carriage return; zero-width and directional marks; soft hyphen; BOM; and what is no
# character at all: lone surrogates and noncharacters.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """`text` with runs of white space (no-break spaces too) as one space, ends stripped."""
    return " ".join(text.split())


def visible(text: str) -> str:
    """`text` without characters that a reader cannot see and lxml refuses."""
    return INVISIBLE.sub("", text)


def word_count(text: str) -> int:
    return len(text.split())


def text_of(element: Element) -> str:
    """All text in `element`, folded."""
    return fold("".join(element.itertext()))
