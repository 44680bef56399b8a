"""Sentences that say themselves what they are: "We exist to …", "Our vision is …". No model has to guess at these."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BEFORE = r"^(?:[^,.;:]{0,40}, )?"  # "At Brackenwood, "
_OF = r"(?: (?:of|at|here at|for) [^.,;:]{0,40}?)?"


def declarations(company: str) -> Mapping[str, re.Pattern[str]]:
    """For each label the pattern of a declaration by this company or by "we", for lower-case text."""
    words = re.findall(r"[\w&]+", company.lower())
    names = [re.escape(company.lower())] if words else []
    if words and len(words[0]) > 3:
        names.append(re.escape(words[0]) + r"(?: [\w&]+){0,3}")
    us = "|".join(["we", *names])
    our = "|".join(["our", *(rf"(?:{name})['’]s?" for name in names)])
    return {
        "mission": re.compile(
            rf"{_BEFORE}(?:(?:{us}) exists? to \w|"
            rf"(?:{our}) (?:\w+ ){{0,2}}(?:mission|purpose)(?: statement)?{_OF} is (?:simple\W+)?to \w)"
        ),
        "vision": re.compile(
            rf"{_BEFORE}(?:(?:{us}) envisions? |"
            rf"(?:{our}) (?:\w+ ){{0,2}}vision(?: statement)?{_OF} is (?:\w+ )?(?:to|an?|of) \w)"
        ),
    }
