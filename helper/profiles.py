"""Profiles from files: what is wrong with one is told by file, line and field."""
from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from helper import strict_json
from helper.errors import WRONG_USE, Problem
from helper.json_lines import line_of
from nlp.contract import Profile

EXAMPLE = 'The least a profile needs: {"schema": "visionfit/profile@1", "aspirations": [{"text": "Lead a team"}]}'
MAX_BYTES = 5_000_000


def load(path: Path) -> Profile:
    """The profile in a JSON file. Raises Problem(bad_profile) naming file, line and field."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _bad(f"{path} is too large for a profile")
        data = path.read_bytes()
    except OSError as error:
        raise _bad(f"{path} cannot be read ({error.strerror})") from error
    return parse(data, str(path))


def parse(data: bytes, source: str) -> Profile:
    """The profile in `data`; `source` names it in errors."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad(f"{source}, line {line}: the file is not UTF-8 text") from error
    try:
        value = strict_json.loads(text)
    except json.JSONDecodeError as error:
        raise _bad(f"{source}, line {error.lineno}, column {error.colno}: no valid JSON ({error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise _bad(f"{source}: no valid JSON ({error})") from error
    try:
        profile = Profile.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise _bad(f"{source}, line {line_of(text, first['loc'])}, {describe(error)}") from error
    check_ladder(profile)
    return profile


def check_ladder(profile: Profile) -> None:
    """Raise Problem(bad_ladder) where an aspiration leads to one that is not there, to itself, or round in a circle.

    Not part of the contract's own checks: a profile that was saved with such a ladder must still be read.
    """
    leads_to = {aspiration.id: aspiration.leads_to for aspiration in profile.aspirations}
    for start, target in leads_to.items():
        if target is not None and target not in leads_to:
            raise _bad_ladder(f"{start} leads to {target!r}, and there is no such aspiration",
                              f"The aspirations are {', '.join(leads_to)}.")
        seen = [start]
        while target is not None:
            if target in seen:
                raise _bad_ladder(f"The ladder goes round in a circle: {' -> '.join([*seen, target])}",
                                  "A ladder ends at an aspiration that leads to no other.")
            seen.append(target)
            target = leads_to.get(target)


def _bad_ladder(message: str, hint: str) -> Problem:
    return Problem("bad_ladder", f"{message}.", hint, status=422, exit_status=WRONG_USE)


def no_version(number: int) -> Problem:
    return Problem("no_version", f"The profile has no version {number}.", "`visionfit profile versions` lists them.",
                   status=404, exit_status=WRONG_USE)


def describe(error: ValidationError) -> str:
    """The first thing wrong, and how many more: "aspirations[0].text: field required (and 2 more)"."""
    first, *others = error.errors(include_url=False)
    more = f" (and {len(others)} more)" if others else ""
    return f"{_field(first)}: {_said(first)}{more}"


def _field(error: ErrorDetails) -> str:
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"]]
    return "".join(parts).lstrip(".") or "the whole"


def _said(error: ErrorDetails) -> str:
    """In a person's words where pydantic speaks of types and characters."""
    if error["type"] in ("string_too_short", "too_short"):
        return "it is empty"
    if error["type"] == "model_type":
        return "it is no object: { … }"
    message = error["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _bad(message: str) -> Problem:
    return Problem("bad_profile", f"{message}.", EXAMPLE, exit_status=WRONG_USE)
