"""The facets of the themes: what people write when they wish for one, and what employers write who offer it.

A facet is a theme of taxonomy.json, or a part of one that employers speak of differently ("a seat on the board"
and "a next step" are both career advancement). Everything is in data/themes.json and taxonomy.json.
"""
from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.matching.patterns import any_of

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet. `clear` words alone show it, `hint` words only suggest it, `excepted` words never count."""

    id: str
    theme: str
    noun: str
    for_staff: bool  # it only counts when the company's own people have it
    rarely_direct: bool  # often praised in general, seldom offered: see strength.py
    wishes: tuple[str, ...]
    cues: tuple[str, ...]
    clear: re.Pattern[str]
    hint: re.Pattern[str]
    excepted: re.Pattern[str]
    against: re.Pattern[str]
    concern: str
    firm: re.Pattern[str] | None  # words without which a match may not be called strong


@cache
def taxonomy() -> dict[str, dict[str, object]]:
    """The themes of the product by id."""
    return {theme["id"]: theme for theme in json.loads((DATA / "taxonomy.json").read_text("utf-8"))}


@cache
def facets() -> tuple[Facet, ...]:
    """All facets, in the order of themes.json (the order of every matrix in this package)."""
    raw = json.loads((DATA / "themes.json").read_text("utf-8"))
    claimed = {wish for entry in raw for wish in entry["wishes"]}
    return tuple(_facet(entry, claimed) for entry in raw)


def _facet(entry: dict[str, object], claimed: set[str]) -> Facet:
    wishes = list(entry["wishes"])  # type: ignore[call-overload]
    if entry.get("main", entry["id"] == entry["theme"]):
        theme = taxonomy()[str(entry["theme"])]
        cues = [cue for cue in theme["aspiration_cues"] if cue not in claimed]  # type: ignore[attr-defined]
        wishes += [*cues, theme["label"], theme["definition"]]
    words = {key: any_of(entry.get(key, ())) for key in ("clear", "hint", "not", "against")}  # type: ignore[arg-type]
    return Facet(
        id=str(entry["id"]), theme=str(entry["theme"]), noun=str(entry["noun"]), for_staff=entry["for"] == "staff",
        rarely_direct="cap" in entry, wishes=tuple(wishes), cues=tuple(entry["cues"]),  # type: ignore[arg-type]
        clear=words["clear"], hint=words["hint"], excepted=words["not"], against=words["against"],
        concern=str(entry.get("concern", "")),
        firm=any_of(entry["firm"]) if "firm" in entry else None,  # type: ignore[arg-type]
    )
