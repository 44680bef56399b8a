"""A few companies held against each other, aspect by aspect, for the terminal."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from helper.report.comparison import Row
from helper.report.distinctive import Distinctive

MAX_WIDTH = 96
NAME_WIDTH = 24


def text(rows: Sequence[Row], *, width: int = MAX_WIDTH) -> str:
    """`rows` in the order given (see comparison.ranked). All of one profile, or all without."""
    width = min(width, MAX_WIDTH)
    label = min(NAME_WIDTH, max(len(row.company) for row in rows)) + 2
    lines: list[str] = []
    for title, told in _aspects(rows):
        lines += ["", title]
        for company, words in told:
            body = wrap(words, max(20, width - label - 2)) or [""]
            lines.append(f"  {company[:NAME_WIDTH]:{label}}{body[0]}".rstrip())
            lines += [" " * (label + 2) + line for line in body[1:]]
    return "\n".join(lines[1:]) + "\n"


def _aspects(rows: Sequence[Row]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Title, and for each company what there is to say."""
    if any(row.fit is not None for row in rows):
        yield "Fit", [(row.company, f"{row.fit:.0%}" if row.fit is not None else "no aspirations") for row in rows]
    for number, cell in enumerate(rows[0].cells):
        yield cell.yours, [(row.company, _met(row, number)) for row in rows]
    yield "Mission", [(row.company, f"“{row.mission}”" if row.mission else "none found") for row in rows]
    yield "Values", [(row.company, "; ".join(v.name for v in row.values) or "none found") for row in rows]
    apart = Distinctive(rows)
    found = [(row.company, value.name) for row in rows if (value := apart.of(row))]
    if found:
        yield "Sets them apart", found
    shared = set(rows[0].themes).intersection(*(row.themes for row in rows[1:]))
    if shared:
        yield "All speak of", [("", ", ".join(_words(theme) for theme in rows[0].themes if theme in shared))]
    alone = [(row.company, ", ".join(_words(t) for t in _only(row, rows))) for row in rows]
    if any(words for _, words in alone):
        yield "Speaks alone of", [(company, words or "nothing") for company, words in alone]


def _met(row: Row, number: int) -> str:
    cell = row.cells[number]
    if cell.against:
        return "their pages speak against this"
    reason = next((pair.theirs[0] for pair in row.reasons if pair.yours == cell.yours), None)
    if reason:
        return f"{reason.strength} ({reason.score:.2f}): “{reason.quote.text}”"
    gap = next((gap for gap in row.gaps if gap.yours == cell.yours), None)
    if gap:
        return f"gap. Ask: {gap.question}"
    return f"{cell.score:.2f}" if cell.score is not None else "nothing found"


def _only(row: Row, rows: Sequence[Row]) -> list[str]:
    others = {theme for other in rows if other is not row for theme in other.themes}
    return [theme for theme in row.themes if theme not in others]


def _words(theme: str) -> str:
    return theme.replace("_", " ")
