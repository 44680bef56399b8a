"""A brief, and a comparison, as Markdown."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helper.report.clean import clean
from helper.report.comparison import OK, Row
from helper.report.distinctive import Distinctive
from helper.report.view import Quote, View, view
from nlp.contract import Brief, Profile

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")


def escape(text: str) -> str:
    """`text` on one line, shown by Markdown as it stands."""
    return _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", _SPECIAL.sub(r"\\\1", clean(text)))


def markdown(brief: Brief, profile: Profile | None) -> str:
    return "\n".join(_lines(view(brief, profile))) + "\n"


def _lines(shown: View) -> Iterator[str]:
    yield f"# {escape(shown.name or shown.domain)}"
    yield f"\n{escape(shown.domain)}, read on {shown.read_at}:\n"
    yield from (f"- {_linked(page)} ({page.where})" for page in shown.pages)
    for title, quotes in shown.statements:
        yield f"\n## {title}\n"
        for quote in quotes:
            yield f"> “{escape(quote.text)}”  \n> {_source(quote)}\n"
    if shown.values:
        yield "\n## Values\n"
        for value in shown.values:
            yield f"- **{escape(value.name)}**" + (f": {escape(value.description)}" if value.description else "")
    if shown.pairs:
        yield "\n## How your aspirations fit" + (f" ({shown.fit:.0%} overall)" if shown.fit is not None else "")
        for pair in shown.pairs:
            yield f"\n**You:** {escape(pair.yours)}\n"
            for found in pair.theirs:
                yield f"> “{escape(found.quote.text)}”  "
                yield f"> {found.strength}: {escape(found.why)} {_source(found.quote)}\n"
    if shown.questions:
        yield "\n## Gaps: what to ask\n"
        for question in shown.questions:
            near = f" Nearest: “{escape(question.nearest.quote.text)}”." if question.nearest else ""
            yield f"- **{escape(question.yours)}**: {question.reason}{near} Ask: *{escape(question.question)}*"
    if shown.phrases:
        yield "\n## Phrases you could say\n"
        yield from (f"{number}. {escape(phrase)}" for number, phrase in enumerate(shown.phrases, 1))
    for answer in shown.answers:
        yield f"\n## {escape(answer.question)}\n\nTo {answer.audience}s, {answer.seconds} seconds:\n"
        yield escape(answer.text)
    if shown.notices:
        yield "\n## Good to know\n"
        yield from (f"- {escape(notice)}" for notice in shown.notices)


def _linked(quote: Quote) -> str:
    return f"[{escape(quote.text)}](<{_target(quote.link)}>)" if quote.link else escape(quote.text)


def _source(quote: Quote) -> str:
    return f"[{escape(quote.where)}](<{_target(quote.link)}>)" if quote.link else escape(quote.where)


def _target(link: str) -> str:
    return link.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def comparison_markdown(rows: Sequence[Row], distinctive: Distinctive, hidden: int = 0) -> str:
    """Companies in the order given (see comparison.ranked), one table, then the reasons of each."""
    read = [row for row in rows if row.status == OK]
    lines = ["# Companies by fit", "", "| company | fit | mission | best match | sets them apart |", "|---|---|---|---|---|"]
    for row in rows:
        fit = f"{row.fit:.0%}" if row.fit is not None else ""
        told = row.mission if row.status == OK else "; ".join(row.notices)
        apart = distinctive.of(row)
        cells = (row.company, fit, told, row.top_match, apart.name if apart else "")
        lines.append(f"| {' | '.join(escape(cell) for cell in cells)} |")
    if hidden:
        lines += ["", f"{hidden} more companies stand in companies.csv."]
    for row in read:
        lines += ["", f"## {escape(row.company)}", ""]
        lines += [f"- **{escape(pair.yours)}**: “{escape(pair.theirs[0].quote.text)}” ({pair.theirs[0].strength})"
                  for pair in row.reasons]
        lines += [f"- Gap: **{escape(gap.yours)}**. Ask: *{escape(gap.question)}*" for gap in row.gaps]
        lines += [f"- You could say: {escape(phrase)}" for phrase in row.phrases]
    return "\n".join(lines) + "\n"
