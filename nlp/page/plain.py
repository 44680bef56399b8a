"""HTML text without a parser: what a tree is checked against, and the last resort where none can be built."""
from __future__ import annotations

import re
from html import unescape

from nlp.page.measure import UNSEEN
from nlp.page.text import word_count

_UNSEEN = sorted(UNSEEN - {"head", "input", "embed"} | {"title"})  # those with an end tag
_OPENS = re.compile(rf"<(?:({'|'.join(_UNSEEN)})(?=[\s/>])|!--)", re.IGNORECASE)
_CLOSES = {tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in _UNSEEN}
_CLOSES["comment"] = re.compile(r"-->")
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)


def body_of(source: str) -> str | None:
    """`source` from its <body> tag on; None without one."""
    found = _BODY.search(source)
    return source[found.start() :] if found else None


def plain_lines(source: str) -> list[str]:
    """The text between the tags of a page's body, piece by piece, entities decoded. Linear time."""
    source = body_of(source) or source
    return [unescape(line) for line in _TAG.split(_without_unseen(source)) if not line.isspace() and line]


def plain_words(source: str) -> int:
    """Number of words between the tags of a page's body."""
    return word_count(_TAG.sub(" ", _without_unseen(body_of(source) or source)))


def _without_unseen(source: str) -> str:
    """`source` without comments and without elements whose text is never shown."""
    kept: list[str] = []
    position = 0
    endless: set[str] = set()  # looked for and not found: not looked for again
    while opening := _OPENS.search(source, position):
        kept.append(source[position : opening.start()])
        position = opening.end()
        tag = (opening.group(1) or "comment").lower()
        if tag not in endless:
            closing = _CLOSES[tag].search(source, position)
            if closing:
                position = closing.end()
                continue
            endless.add(tag)
        kept.append(opening.group(0))
    kept.append(source[position:])
    return "".join(kept)
