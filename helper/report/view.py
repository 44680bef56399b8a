"""A brief as a reader meets it: matches as pairs of "your words" and "their words", ids resolved, text cleaned."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from helper.report.clean import clean, web_link
from helper.report.fit import fit
from nlp.contract import Brief, Gap, GapReason, Match, Profile, Statement, StatementKind, Strength, Value

KINDS: tuple[tuple[StatementKind, str], ...] = (
    ("mission", "Mission"), ("vision", "Vision"), ("culture", "Culture"), ("growth", "Growth"),
)
GAP_REASONS: dict[GapReason, str] = {
    "nothing_found": "Their pages say little or nothing of this.", "conflict": "Their pages speak against this.",
}
EVIDENCE_SHOWN = 2  # matches shown of one aspiration
MAIN_QUESTION = "Q7"  # how does your vision fit ours? (nlp.phrasing.QUESTIONS)
_REASON = re.compile(r"”[^“”:]*: ([^“”:]+)$")


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    where: str  # "Careers, Growing with us"
    link: str | None
    explicit: bool = True


@dataclass(frozen=True, slots=True)
class NamedValue:
    name: str
    description: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    quote: Quote
    strength: Strength
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One aspiration in the user's words, with the company's words that fit it best."""

    yours: str
    theirs: list[Evidence]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    yours: str
    reason: str
    question: str
    nearest: Evidence | None  # a weak match, where there is one on the same theme


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    question: str
    audience: str
    text: str
    seconds: int


@dataclass(frozen=True, slots=True)
class View:
    name: str
    domain: str
    pages: list[Quote]  # a page's title, kind and address
    read_at: str
    statements: list[tuple[str, list[Quote]]]  # by the headings of KINDS, empty ones left out
    values: list[NamedValue]
    pairs: list[Pair]
    questions: list[OpenQuestion]
    phrases: list[str]
    answers: list[SpokenAnswer]  # the one to the main question first
    notices: list[str]
    fit: float | None


def view(brief: Brief, profile: Profile | None) -> View:
    """Everything a rendering shows of `brief`. `profile` is the one it was matched with."""
    yours = {a.id: clean(a.text) for a in profile.aspirations} if profile else {}
    kinds = {page.url: page.kind for page in brief.pages}
    quotes = _quotes(brief, kinds)
    best = {m.aspiration: m for m in sorted(brief.matches, key=lambda m: m.score)}
    unmet = {g.aspiration for g in brief.gaps if g.reason == "nothing_found"}
    answers = sorted(brief.answers, key=lambda a: a.question != MAIN_QUESTION)
    return View(
        name=clean(brief.company.name),
        domain=clean(brief.company.domain),
        pages=[Quote(clean(p.title) or _path(p.url), p.kind, web_link(p.url)) for p in brief.pages],
        read_at=brief.pages[0].read_at[:10] if brief.pages else "",
        statements=[
            (title, found) for kind, title in KINDS
            if (found := [quotes[s.id] for s in brief.statements if s.kind == kind])
        ],
        values=[NamedValue(clean(v.name), clean(v.description or ""), web_link(v.link)) for v in brief.values],
        pairs=_pairs([m for m in brief.matches if m.aspiration not in unmet], yours, quotes),
        questions=[_open_question(gap, yours, best.get(gap.aspiration), quotes) for gap in brief.gaps],
        phrases=[clean(p.text) for p in brief.phrases],
        answers=[SpokenAnswer(_asked(a.question), a.audience, clean(a.text), a.seconds) for a in answers],
        notices=[clean(n.text) for n in brief.notices],
        fit=fit(brief, profile),
    )


def _quotes(brief: Brief, kinds: Mapping[str, str]) -> dict[str, Quote]:
    quotes = {s.id: _statement_quote(s, kinds) for s in brief.statements}
    return quotes | {v.id: _value_quote(v, kinds) for v in brief.values}


def _statement_quote(statement: Statement, kinds: Mapping[str, str]) -> Quote:
    return Quote(clean(statement.text), _where(statement.url, statement.heading, kinds), web_link(statement.link),
                 statement.explicit)


def _value_quote(value: Value, kinds: Mapping[str, str]) -> Quote:
    return Quote(clean(value.name), _where(value.url, "one of their values", kinds), web_link(value.link))


def _where(url: str, heading: str | None, kinds: Mapping[str, str]) -> str:
    kind = kinds.get(url, "other")
    page = _path(url) if kind == "other" else f"{kind.capitalize()} page"
    return f"{page}, {clean(heading)}" if heading else page


def _path(url: str) -> str:
    return clean(urlsplit(url).path.strip("/").rpartition("/")[2]) or "page"


def _pairs(matches: list[Match], yours: dict[str, str], quotes: dict[str, Quote]) -> list[Pair]:
    """Aspirations by their best score, each with its best evidence."""
    ranked = sorted(matches, key=lambda m: -m.score)
    by_aspiration: dict[str, list[Evidence]] = {}
    for match in ranked:
        shown = by_aspiration.setdefault(match.aspiration, [])
        if len(shown) < EVIDENCE_SHOWN and match.evidence in quotes:
            shown.append(_evidence(match, quotes))
    return [Pair(yours.get(aspiration, aspiration), shown) for aspiration, shown in by_aspiration.items() if shown]


def _evidence(match: Match, quotes: dict[str, Quote]) -> Evidence:
    """A match, with the last clause of its reason: what comes before repeats the words that are shown beside it."""
    reason = _REASON.search(clean(match.why))
    why = reason[1][:1].upper() + reason[1][1:] if reason else clean(match.why)
    return Evidence(quotes[match.evidence], match.strength, match.score, why)


def _open_question(gap: Gap, yours: dict[str, str], match: Match | None, quotes: dict[str, Quote]) -> OpenQuestion:
    near = match and match.strength == "weak" and match.themes and match.evidence in quotes
    return OpenQuestion(
        yours.get(gap.aspiration, gap.aspiration), GAP_REASONS[gap.reason], clean(gap.question),
        _evidence(match, quotes) if match and near else None,
    )


def _asked(question: str) -> str:
    """An answer's question in words: a brief may name it by its number."""
    from nlp.phrasing import QUESTIONS  # takes spaCy with it

    known = QUESTIONS.get(question)
    return known.text if known else clean(question)
