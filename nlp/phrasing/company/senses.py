"""Words that the user's wish and the company's line share in two senses: "sustainable" of energy and of profit, "flexible" of hours
and of benefits. Neither sentence vectors nor shared words tell these apart, and a phrase on them misrepresents both.

data/phrasing_senses.json lists the pairs: what a wish must hold, and what the company's words must hold, to mean different things.
"""
from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data" / "phrasing_senses.json"


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    listed = json.loads(DATA.read_text("utf-8"))
    return tuple((re.compile(pair["wish"], re.IGNORECASE), re.compile(pair["theirs"], re.IGNORECASE)) for pair in listed)


def are_false_friends(wish: str, clause: str) -> bool:
    """Whether `clause`, the company's words as they would be said, means something else than `wish` by a word they share."""
    return any(theirs.search(clause) and mine.search(wish) for mine, theirs in _pairs())
