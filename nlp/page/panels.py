"""Tabs and accordions: which label opens which panel.

A panel's heading often stands far from it, in a row of tabs. W3C ARIA Authoring Practices (tabs, accordion,
disclosure) and Bootstrap's data attributes name the link between the two.
"""
from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from nlp.page.text import text_of

_CONTROLS = etree.XPath(
    "//*[@aria-controls or @data-target or @data-bs-target or @role='tab' or @data-toggle or @data-bs-toggle]"
)
_MAX_LABEL = 80  # characters; a longer "label" is content that happens to control something


def panel_labels(tree: Element) -> dict[str, str]:
    """id of a panel -> text of the tab or button that opens it."""
    labels: dict[str, str] = {}
    for control in _CONTROLS(tree):
        target = _target(control)
        if not target or target in labels:
            continue
        text = text_of(control)
        if 0 < len(text) <= _MAX_LABEL:
            labels[target] = text
    return labels


def _target(control: Element) -> str:
    """The id of the panel that `control` opens, "" for none."""
    panel: str = control.get("aria-controls") or ""
    if panel:
        return panel
    toggles = control.get("role") == "tab" or control.get("data-toggle") or control.get("data-bs-toggle")
    for attribute in ("data-bs-target", "data-target", *(["href"] if toggles else [])):
        value: str = control.get(attribute) or ""
        if value.startswith("#"):
            return value[1:]
    return ""
