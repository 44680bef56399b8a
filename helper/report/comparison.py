"""One company as a line of a comparison: what companies.csv and the report say of it."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from helper.errors import Problem
from helper.report.clean import clean, web_link
from helper.report.fit import best_matches
from helper.report.view import Pair, View, view
from nlp.contract import Brief, Profile

OK = "ok"
REASONS_SHOWN = 3
PHRASES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class StatedValue:
    name: str
    description: str = ""
    link: str | None = None
    themes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cell:
    """How well a company meets one aspiration: a field of the heat map. `score` is None where nothing was found."""

    yours: str
    score: float | None = None
    against: bool = False


@dataclass(frozen=True, slots=True)
class OpenGap:
    yours: str
    question: str


@dataclass(frozen=True, slots=True)
class Row:
    """`status` is "ok" or the code of what went wrong, which `notices` then tells."""

    slug: str
    company: str
    url: str = ""
    status: str = OK
    pages: int = 0
    mission: str = ""
    values: list[StatedValue] = field(default_factory=list)
    fit: float | None = None
    top_match: str = ""
    reasons: list[Pair] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    gaps: list[OpenGap] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)  # the commonest first
    phrases: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def row_of(slug: str, brief: Brief, profile: Profile | None) -> Row:
    shown = view(brief, profile)
    missions = dict(shown.statements).get("Mission", [])
    return Row(
        slug=slug, company=shown.name, url=brief.pages[0].url if brief.pages else "", pages=len(brief.pages),
        mission=missions[0].text if missions else "",
        values=[StatedValue(clean(v.name), clean(v.description or ""), web_link(v.link), v.themes) for v in brief.values],
        fit=shown.fit, top_match=_top_match(shown), reasons=shown.pairs[:REASONS_SHOWN], cells=_cells(brief, profile),
        gaps=[OpenGap(q.yours, q.question) for q in shown.questions], themes=_themes(brief),
        phrases=shown.phrases[:PHRASES_SHOWN], notices=[f"{notice.code}: {clean(notice.text)}" for notice in brief.notices],
    )


def failed_row(slug: str, company: str, source: str, problem: Problem, url: str = "") -> Row:
    """A company without a brief. `source` is where it was asked for: file and line."""
    told = problem.message if source in ("", url, problem.message) else f"{source}: {problem.message}"
    return Row(slug=slug, company=company, url=url, status=problem.code, notices=[told])


def _cells(brief: Brief, profile: Profile | None) -> list[Cell]:
    """In the profile's order."""
    best = best_matches(brief)
    against = {gap.aspiration for gap in brief.gaps if gap.reason == "conflict"}
    return [
        Cell(clean(a.text), best[a.id].score if a.id in best else None, a.id in against)
        for a in (profile.aspirations if profile else [])
    ]


def _themes(brief: Brief) -> list[str]:
    counts = Counter(theme for evidence in [*brief.values, *brief.statements] for theme in evidence.themes)
    return [theme for theme, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]


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
