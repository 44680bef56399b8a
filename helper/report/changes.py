"""What a company says now that it did not say before, and the other way round."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from typing import Any

from helper.report.clean import clean
from nlp.contract import Brief

SAME_THOUGHT = 0.6  # how alike two sentences are when one is the other reworded (difflib's ratio)
KINDS = {"mission": "Mission", "vision": "Vision", "culture": "Culture", "growth": "Growth"}


@dataclass(frozen=True, slots=True)
class Change:
    """`what`: Mission, Vision, Culture, Growth, Value or Page. `before` is None for what is new, `after` for what is gone."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """`since`: when it was read before. `by_the_reader`: another version of Visionfit read it then, which may be why."""

    company: str
    domain: str
    since: str
    changes: list[Change] = field(default_factory=list)
    by_the_reader: bool = False

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def changes(before: Brief, after: Brief, *, by_the_reader: bool = False) -> Changes:
    found: list[Change] = []
    for kind, name in KINDS.items():
        found += _told(name, [s.text for s in before.statements if s.kind == kind],
                       [s.text for s in after.statements if s.kind == kind])
    found += _told("Value", [v.name for v in before.values], [v.name for v in after.values])
    found += _told("Page", [p.url for p in before.pages], [p.url for p in after.pages], reworded=False)
    since = max((page.read_at for page in before.pages), default="")
    return Changes(clean(after.company.name), clean(after.company.domain), since, found, by_the_reader)


def _told(what: str, before: Sequence[str], after: Sequence[str], *, reworded: bool = True) -> list[Change]:
    """What went and what came; two that are nearly alike are one that was reworded."""
    gone = [text for text in before if _key(text) not in set(map(_key, after))]
    new = [text for text in after if _key(text) not in set(map(_key, before))]
    found = []
    for text in gone:
        alike = max(new, key=lambda other: _likeness(text, other), default=None)
        if reworded and alike is not None and _likeness(text, alike) >= SAME_THOUGHT:
            new.remove(alike)
            found.append(Change(what, clean(text), clean(alike)))
        else:
            found.append(Change(what, clean(text), None))
    return found + [Change(what, None, clean(text)) for text in new]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _key(one), _key(other), autojunk=False).ratio()


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def text(found: Changes) -> str:
    """For the terminal."""
    return "\n".join([_title(found), *(f"  {line}" for change in found.changes for line in _lines(change))]) + "\n"


def markdown(found: Changes) -> str:
    from helper.report.markdown import escape

    lines = [f"- {escape(line)}" for change in found.changes for line in _lines(change)]
    return "\n".join([f"## {escape(_title(found))}", "", *lines]).rstrip() + "\n"


def _title(found: Changes) -> str:
    count = len(found.changes)
    told = f"{count} change{'' if count == 1 else 's'}" if count else "nothing has changed"
    why = ", perhaps because Visionfit itself reads otherwise now" if found.by_the_reader and count else ""
    return f"{found.company} ({found.domain}): {told} since {found.since[:10]}{why}"


def _lines(change: Change) -> list[str]:
    if change.before is None:
        return [f"{change.what}, new: {change.after}"]
    if change.after is None:
        return [f"{change.what}, gone: {change.before}"]
    return [f"{change.what}, reworded: {change.after}", f"  was: {change.before}"]
