"""On which line of a JSON text a value stands, for error messages."""
from __future__ import annotations

import re
from collections.abc import Sequence
from json import JSONDecoder

_SPACE = re.compile(r"[ \t\r\n]*")
_decode = JSONDecoder().raw_decode


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line, from 1, of the value at `path` in a valid JSON text; where it is absent, of the one around it."""
    at = _skip(text, 0)
    for step in path:
        inner = _member(text, at, step)
        if inner is None:
            break
        at = inner
    return text.count("\n", 0, at) + 1


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _member(text: str, at: int, step: str | int) -> int | None:
    """Where the member `step` of the object or array at `at` starts. As in `json`, a key's last value counts."""
    opening, index, found = text[at], 0, None
    if opening not in "{[":
        return None
    at = _skip(text, at + 1)
    while text[at] not in "}]":
        key: str | int = index
        if opening == "{":
            key, at = _decode(text, at)
            at = _skip(text, _skip(text, at) + 1)  # past the colon
        if key == step:
            found = at
        _, at = _decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        index += 1
    return found
