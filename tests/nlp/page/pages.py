"""Short ways to read a page and to look at its blocks."""
from __future__ import annotations

from nlp.contract import Page
from nlp.page import Block, Document, Role, read_page

ABOUT = "https://www.tarnwick-boats.example/about"


def read(body: str, url: str = ABOUT, head: str = "<title>Tarnwick Boats</title>") -> Document:
    """The document of a page with that body."""
    return read_page(Page(url=url, html=f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"))


def texts(document: Document, role: Role | None = None) -> list[str]:
    return [block.text for block in document.blocks if role is None or block.role is role]


def block(document: Document, start: str) -> Block:
    """The one block that starts with those words."""
    found = [b for b in document.blocks if b.text.startswith(start)]
    assert len(found) == 1, f"{len(found)} blocks start with {start!r}: {texts(document)}"
    return found[0]


def reasons(document: Document) -> dict[str, str]:
    """First word of each removal -> its reason."""
    return {removal.text.split()[0]: removal.reason for removal in document.removed}
