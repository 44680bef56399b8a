"""Saved companies held side by side: each aspiration's best match, and what each company speaks of."""
from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from helper.report.fit import best_matches, fit
from nlp.contract import Aspiration, Brief, Match, Profile

__all__ = ["Compared", "aspirations", "fit", "theme_labels", "themes"]

A_MENTION = 0.5  # what one sure statement of a theme counts; the second adds half of what is left, and so on


@dataclass(frozen=True, slots=True)
class Compared:
    """An aspiration, its best match and that match's words; `conflict`: the pages speak against it."""

    aspiration: Aspiration
    match: Match | None
    evidence: str | None
    conflict: bool


def aspirations(brief: Brief, profile: Profile) -> list[Compared]:
    """In the profile's order."""
    best = best_matches(brief)
    against = {gap.aspiration for gap in brief.gaps if gap.reason == "conflict"}
    words = {s.id: s.text for s in brief.statements} | {v.id: v.name for v in brief.values}
    return [
        Compared(one, match := best.get(one.id), words.get(match.evidence) if match else None, one.id in against)
        for one in profile.aspirations
    ]


def themes(brief: Brief) -> dict[str, float]:
    """Theme -> how much the company speaks of it: 0 (nothing) towards 1, by number and sureness of what it says."""
    silent: dict[str, float] = defaultdict(lambda: 1.0)
    for evidence in (*brief.statements, *brief.values):
        for theme in evidence.themes:
            silent[theme] *= 1 - A_MENTION * evidence.confidence
    return {theme: round(1 - silent[theme], 3) for theme in sorted(silent)}


@cache
def theme_labels() -> dict[str, str]:
    """Theme -> its name for people, in the taxonomy's order."""
    raw = json.loads((files("nlp") / "data" / "taxonomy.json").read_text("utf-8"))
    return {theme["id"]: theme["label"] for theme in raw}
