"""One company as a line of a comparison: what companies.csv and the report say of it."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from helper.errors import Problem
from helper.report.view import Pair, View, view
from nlp.contract import Brief, Profile

OK = "ok"
REASONS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Row:
    """`status` is "ok" or the code of what went wrong, which `notices` then tells."""

    slug: str
    company: str
    url: str = ""
    status: str = OK
    pages: int = 0
    mission: str = ""
    values: list[str] = field(default_factory=list)
    fit: float | None = None
    top_match: str = ""
    reasons: list[Pair] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def row_of(slug: str, brief: Brief, profile: Profile | None) -> Row:
    shown = view(brief, profile)
    missions = dict(shown.statements).get("Mission", [])
    return Row(
        slug=slug, company=shown.name, url=brief.pages[0].url if brief.pages else "", pages=len(brief.pages),
        mission=missions[0].text if missions else "", values=[v.name for v in shown.values], fit=shown.fit,
        top_match=_top_match(shown), reasons=shown.pairs[:REASONS_SHOWN], gaps=[q.yours for q in shown.questions],
        notices=[f"{notice.code}: {notice.text}" for notice in brief.notices],
    )


def failed_row(slug: str, company: str, source: str, problem: Problem, url: str = "") -> Row:
    """A company without a brief. `source` is where it was asked for: file and line."""
    return Row(slug=slug, company=company, url=url, status=problem.code, notices=[f"{source}: {problem.message}"])


def _top_match(shown: View) -> str:
    """The best pair; where there is none, the nearest of what was not found."""
    found = [(pair.yours, pair.theirs[0]) for pair in shown.pairs]
    found += [(question.yours, question.nearest) for question in shown.questions if question.nearest]
    if not found:
        return ""
    yours, best = max(found, key=lambda f: f[1].score)
    return f"{yours}: “{best.quote.text}” ({best.strength}, {best.score:.2f})"


def ranked(rows: Iterable[Row]) -> list[Row]:
    """By fit, best first; then those without a fit, then the failed, each by name."""
    return sorted(rows, key=lambda r: (r.status != OK, r.fit is None, -(r.fit or 0), r.company.casefold(), r.slug))
