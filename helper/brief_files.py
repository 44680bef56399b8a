"""Briefs in JSON files, as `visionfit brief --format json` and `visionfit research` write them."""
from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from helper import strict_json
from helper.errors import WRONG_USE, Problem
from helper.profiles import describe
from nlp.contract import Brief, Reading

MAX_BYTES = 20_000_000


def load(path: Path) -> Brief:
    """Raises Problem(bad_brief)."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _bad(f"{path} is too large for a brief")
        return Brief.model_validate(strict_json.loads(path.read_bytes()))
    except OSError as error:
        raise _bad(f"{path} cannot be read ({error.strerror})") from error
    except ValidationError as error:
        raise _bad(f"{path}, {describe(error)}") from error
    except json.JSONDecodeError as error:
        raise _bad(f"{path}, line {error.lineno}: no valid JSON ({error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise _bad(f"{path}: no valid JSON ({error})") from error


def reading_of(brief: Brief) -> Reading:
    """What a brief alone still holds of the pages: the texts of its statements and values, page by page."""
    blocks: dict[str, list[str]] = {page.url: [] for page in brief.pages}
    for statement in brief.statements:
        blocks.setdefault(statement.url, []).append(statement.text)
    for value in brief.values:
        blocks.setdefault(value.url, []).extend(filter(None, (value.name, value.description)))
    return Reading(
        company=brief.company, pages=brief.pages, texts=["\n".join(texts) for texts in blocks.values()],
        statements=brief.statements, values=brief.values, sentences=[], notices=[],
    )


def _bad(message: str) -> Problem:
    return Problem("bad_brief", f"{message}.", "Make one with `visionfit brief PAGE... --format json --out FILE`.",
                   exit_status=WRONG_USE)
