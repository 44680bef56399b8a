"""A brief, and a comparison, as one HTML file that loads nothing and runs nothing but its own sorting.

Everything from a page goes through Jinja2's autoescape; the file's own policy allows its one style and script by hash.
"""
from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from helper.report.clean import web_link
from helper.report.comparison import Row
from helper.report.distinctive import Distinctive
from helper.report.view import view
from nlp.contract import Brief, Profile


def html(brief: Brief, profile: Profile | None) -> str:
    return _render("brief.html", script="", brief=view(brief, profile))


def comparison_html(rows: Sequence[Row], failed: Sequence[Row], distinctive: Distinctive, hidden: int = 0) -> str:
    """Companies in the order given (see comparison.ranked), with the reasons of each. `hidden`: how many are left out."""
    themes = Counter(theme for row in rows for theme in row.themes)
    return _render(
        "comparison.html", script=_asset("comparison.js"), rows=rows, failed=failed, hidden=hidden,
        aspirations=[cell.yours for cell in next((row.cells for row in rows if row.cells), [])],
        themes=sorted(themes.items(), key=lambda t: (-t[1], t[0])), distinctive=distinctive.of,
    )


def _render(template: str, *, script: str, **values: object) -> str:
    style = _asset("report.css")
    allowed = _hash(script) if script else "'none'"
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {allowed}; base-uri 'none'; form-action 'none'"
    return _environment().get_template(template).render(policy=policy, style=style, script=script, **values)


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return (files("helper.report") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("helper.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )
    environment.filters["web_link"] = web_link
    environment.filters["words"] = lambda name: name.replace("_", " ")
    return environment
