"""A page as discovery sees it: its links and where they stand, how much it says, what it may be instead of a page."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree, html

from helper.errors import Problem
from helper.fetch.urls import normalised

Place = Literal["menu", "text", "foot"]
MOST_LINKS = 2_000
TEXT_KEPT = 4_000
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_MENU = frozenset({"nav", "header"})
_SPACE = re.compile(r"\s+")
_REFRESH = re.compile(r"^\s*(\d+)\s*[;,]\s*url\s*=\s*['\"]?(.+?)['\"]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """`place`: in a menu or header, in the page's foot, or in its text. `position`: its number on the page."""

    url: str
    text: str
    place: Place
    position: int


@dataclass(frozen=True, slots=True)
class Look:
    title: str
    heading: str
    text: str  # the first of what can be seen
    words: int
    language: str
    password: bool  # whether it asks for one
    scripts: int
    links: list[Link] = field(default_factory=list)
    refresh: str | None = None  # where the page sends its reader at once
    english: str | None = None  # its English version, where it names one


def look(page: str, url: str) -> Look:
    """`page` is HTML text from the address `url`. A page that cannot be parsed shows nothing."""
    try:
        # without a declaration: lxml refuses one in text that is decoded already
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    except (etree.LxmlError, ValueError):
        return Look("", "", "", 0, "", False, 0)
    base = _address((root.xpath("string(//base/@href)") or "").strip(), url) or url
    seen = _SPACE.sub(" ", " ".join(_visible(root))).strip()
    return Look(
        title=_folded(root.xpath("string(//title)")), heading=_folded(root.xpath("string(//h1)")),
        text=seen[:TEXT_KEPT], words=seen.count(" ") + bool(seen), language=str(root.get("lang") or "").lower(),
        password=bool(root.xpath("//input[translate(@type, 'PASWORD', 'pasword') = 'password']")),
        scripts=len(root.xpath("//script")), links=_links(root, base), refresh=_refresh(root, base),
        english=_english(root, base),
    )


def _visible(root: html.HtmlElement) -> list[str]:
    """The texts outside scripts and styles; without recursion, for a page may nest deeply."""
    texts: list[str] = []
    hidden = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            continue
        unseen = node.tag in _UNSEEN
        if event == "start":
            hidden += unseen
            if not hidden and node.text:
                texts.append(node.text)
        else:
            hidden -= unseen
            if not hidden and node.tail:
                texts.append(node.tail)
    return texts


def _links(root: html.HtmlElement, base: str) -> list[Link]:
    links: list[Link] = []
    for anchor in root.iter("a"):
        target = _address((anchor.get("href") or "").strip(), base)
        if target is None:
            continue
        text = _folded(anchor.text_content()) or _folded(anchor.get("aria-label") or anchor.get("title") or "")
        text = text or _folded(" ".join(image.get("alt") or "" for image in anchor.iter("img")))
        links.append(Link(target, text[:200], _place(anchor), len(links)))
        if len(links) == MOST_LINKS:
            break
    return links


def _place(anchor: html.HtmlElement) -> Place:
    for above in anchor.iterancestors():
        if above.tag == "footer" or above.get("role") == "contentinfo":
            return "foot"
        if above.tag in _MENU or above.get("role") in ("navigation", "banner"):
            return "menu"
    return "text"


def _refresh(root: html.HtmlElement, base: str) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            told = _REFRESH.match(meta.get("content") or "")
            if told and int(told[1][:6]) <= 10:
                return _address(told[2], base)
    return None


def _english(root: html.HtmlElement, base: str) -> str | None:
    for link in root.iter("link"):
        if "alternate" in (link.get("rel") or "") and (link.get("hreflang") or "").lower().startswith("en"):
            return _address(link.get("href") or "", base)
    return None


def _address(href: str, base: str) -> str | None:
    if not href or href.startswith(("#", "mailto:", "tel:", "javascript:", "data:")):
        return None
    try:
        return normalised(href, base)
    except Problem:
        return None


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
