"""A brief for the terminal: what a person reads first."""
from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from helper.report.view import Evidence, OpenQuestion, Pair, Quote, View, view
from nlp.contract import Brief, Profile

MAX_WIDTH = 96
MARKS = {"strong": "●●●", "partial": "●●○", "weak": "●○○"}
COLOURS = {"strong": "green", "partial": "yellow", "weak": "bright_black"}
ACCENT, QUIET = "bold cyan", "bright_black"


def text(brief: Brief, profile: Profile | None, *, width: int = MAX_WIDTH, colour: bool = False) -> str:
    """The brief as plain text, `width` columns wide at most, with ANSI colours if asked."""
    out = StringIO()
    console = Console(file=out, width=min(width, MAX_WIDTH), force_terminal=colour, highlight=False,
                      color_system="standard" if colour else None, legacy_windows=False)
    console.print(Group(*_parts(view(brief, profile))))
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _parts(shown: View) -> Iterator[RenderableType]:
    yield from _title(shown)
    for title, quotes in shown.statements:
        yield _heading(title)
        yield from (_quote(quote) for quote in quotes)
    if shown.values:
        yield _heading("Values")
        yield _values(shown)
    if shown.pairs:
        fit = f"   overall {shown.fit:.0%}" if shown.fit is not None else ""
        yield _heading("How your aspirations fit", fit)
        yield from (_pair(pair) for pair in shown.pairs)
    if shown.questions:
        yield _heading("Gaps: what to ask")
        for question in shown.questions:
            yield _question(question)
    if shown.phrases:
        yield _heading("Phrases you could say")
        yield _numbered(shown.phrases)
    for answer in shown.answers[:1]:
        yield _heading("An answer", f"   {answer.seconds} seconds, to {answer.audience}s")
        yield _indent(Group(Text(answer.question, "italic"), Text(), Text(answer.text)))
    if shown.notices:
        yield _heading("Good to know")
        yield from (_indent(Text(notice), bottom=0) for notice in shown.notices)


def _title(shown: View) -> Iterator[RenderableType]:
    yield Text()
    yield Text.assemble((shown.name or shown.domain, "bold"), ("   " + shown.domain, QUIET))
    if shown.pages:
        count = f"{len(shown.pages)} page" + ("s" if len(shown.pages) > 1 else "")
        kinds = ", ".join(dict.fromkeys(page.where for page in shown.pages))
        yield Text(f"{count} read on {shown.read_at}: {kinds}", QUIET)


def _heading(title: str, note: str = "") -> RenderableType:
    return Padding(Text.assemble((title, ACCENT), (note, QUIET)), (1, 0, 0, 0))


def _indent(inner: RenderableType, bottom: int = 1) -> RenderableType:
    return Padding(inner, (0, 0, bottom, 2))


def _grid(*rows: tuple[str, Text]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=QUIET, no_wrap=True, min_width=4)
    grid.add_column()
    for label, content in rows:
        grid.add_row(label, content)
    return grid


def _quote(quote: Quote) -> RenderableType:
    where = quote.where if quote.explicit else f"{quote.where} (in effect, not in name)"
    return _indent(Group(Text(f"“{quote.text}”"), Text(where, QUIET)))


def _values(shown: View) -> RenderableType:
    grid = Table.grid(padding=(0, 3))
    grid.add_column(style="bold", max_width=30)
    grid.add_column()
    for value in shown.values:
        grid.add_row(Text(value.name), Text(value.description))
    return _indent(grid)


def _pair(pair: Pair) -> RenderableType:
    rows: list[tuple[str, Text]] = [("You", Text(pair.yours, "bold"))]
    for evidence in pair.theirs:
        rows += [("They", Text(f"“{evidence.quote.text}”")), ("", _judged(evidence))]
    return _indent(_grid(*rows))


def _question(question: OpenQuestion) -> RenderableType:
    rows: list[tuple[str, Text]] = [("You", Text(question.yours, "bold"))]
    if question.nearest:
        rows += [("Near", Text(f"“{question.nearest.quote.text}”")), ("", Text(question.nearest.quote.where, QUIET))]
    else:
        rows.append(("", Text(question.reason, QUIET)))
    return _indent(_grid(*rows, ("Ask", Text(question.question, "italic"))))


def _judged(evidence: Evidence) -> Text:
    return Text.assemble(
        (f"{MARKS[evidence.strength]} {evidence.strength}", COLOURS[evidence.strength]),
        (f"  {evidence.why}" if evidence.why else "", QUIET), (f"  {evidence.quote.where}", QUIET),
    )


def _numbered(phrases: list[str]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 1, 0))
    grid.add_column(style=QUIET, justify="right")
    grid.add_column()
    for number, phrase in enumerate(phrases, 1):
        grid.add_row(f"{number}.", Text(phrase))
    return Padding(grid, (0, 0, 0, 2))
