"""What a page says of itself in its head: title, description, site name, JSON-LD."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element as Element

from nlp.page.text import fold, text_of

_ORGANISATION = ("Organization", "Corporation", "LocalBusiness", "NGO", "EducationalOrganization", "Store", "WebSite")


@dataclass(frozen=True, slots=True)
class Metadata:
    """All fields "" when the page does not say."""

    title: str
    description: str
    site_name: str
    language: str
    og_type: str


def metadata(tree: Element) -> Metadata:
    """Read the page's own metadata: <title>, meta and Open Graph tags, JSON-LD of an organisation."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name and meta.get("content"):
            metas.setdefault(name, fold(meta.get("content")))
    title = next((text_of(t) for t in tree.iter("title") if t.getparent().tag != "svg"), "")
    names, descriptions = [], []
    for item in _json_ld(tree):
        kinds = item.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(kind in _ORGANISATION for kind in kinds):
            names.append(item.get("name"))
            descriptions.append(item.get("description"))
    return Metadata(
        title=title or metas.get("og:title", ""),
        description=metas.get("description") or metas.get("og:description") or _first(descriptions),
        site_name=metas.get("og:site_name") or _first(names) or metas.get("application-name", ""),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        og_type=metas.get("og:type", ""),
    )


def _first(values: list[Any]) -> str:
    return next((fold(v) for v in values if isinstance(v, str) and v.strip()), "")


def _json_ld(tree: Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                yield item
                waiting.append(item.get("@graph"))
