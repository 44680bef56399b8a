"""JSON as the contracts mean it: finite numbers, well-formed text, no surprise further in.

Python's own reader takes NaN and Infinity and lets through half of a surrogate pair, which no UTF-8 file can hold;
a page's script can put one into the document, so that halves are replaced and not refused.
"""
from __future__ import annotations

import json
import math
from typing import Any

MOST_DEEP = 50  # nested lists and objects: other readers of what is saved have limits too
MOST_DIGITS = 18  # of a whole number, so that it fits 64 bits everywhere


def loads(text: str | bytes) -> Any:
    """The value in `text`. Raises json.JSONDecodeError or another ValueError, and RecursionError on a nesting bomb."""
    return _well_formed(json.loads(text, parse_constant=_refuse, parse_float=_finite, parse_int=_whole), MOST_DEEP)


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse(text)


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > MOST_DIGITS:
        raise ValueError("a whole number has too many digits")
    return int(text)


def _well_formed(value: Any, room: int) -> Any:
    if room < 0:
        raise ValueError("the nesting is too deep")
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return value
    if isinstance(value, list):
        return [_well_formed(item, room - 1) for item in value]
    if isinstance(value, dict):
        return {_well_formed(key, room): _well_formed(item, room - 1) for key, item in value.items()}
    return value
