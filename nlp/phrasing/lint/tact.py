"""Rule 12: tact with money, title and exit."""
from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.phrasing.lint.registry import Hit, hits, rule
from nlp.phrasing.lint.text import Text
from nlp.phrasing.person.wishes import MONEY, OWN_BUSINESS

PAY = re.compile(r"\b(?:salary|salaries|pay rise|pay raise|wages?|bonus(?:es)?|earn(?:ing)? (?:more|well|a lot|good money)|well[- ]paid|better pay|"
                 r"compensation|remuneration|stock options|benefits package|money)\b", re.IGNORECASE)
TITLE = re.compile(r"\b(?:director|executive|vice president|vp|ceo|head of|chief|promotion|promoted|senior (?:title|position))\b", re.IGNORECASE)
RESPONSIBILITY = re.compile(r"\b(?:responsib\w+|answer for|lead|serve|served|team|region|develop|run|earn(?:ed)?|results?|task|customers?|members?|people|diploma)\b", re.IGNORECASE)
EXIT = re.compile(r"\b(?:stepping[- ]stone|until I find|for (?:now|a year or two)|before I (?:leave|move on)|move on (?:to|after)|use (?:this|the) (?:job|role) to|"
                  r"start my own|found my own|my own (?:company|business|start-?up|consultancy))\b", re.IGNORECASE)


@rule("money", 12, "error", "Take the amount out; pay is a talk of its own.")
def money(text: Text) -> Iterator[Hit]:
    yield from hits(MONEY, text, "“{}” is an amount of money.")


@rule("pay_leads", 12, "warning", "Speak of the work first; leave pay for when you are asked.")
def pay_leads(text: Text) -> Iterator[Hit]:
    match = PAY.search(text.own)
    if match:
        first = match.start() < len(text.own) * 0.35
        yield (f"“{match.group()}” comes {'first' if first else 'into it'}: pay is not a reason to hire somebody.", match.span())


@rule("title_first", 12, "warning", "Say what you would answer for before the title.")
def title_first(text: Text) -> Iterator[Hit]:
    match = TITLE.search(text.own)
    if match and not RESPONSIBILITY.search(text.own):
        yield f"“{match.group()}” is a title without a responsibility.", match.span()


@rule("exit", 12, "warning", "It tells the employer when you leave. Keep it only if you mean to say so.")
def exit_told(text: Text) -> Iterator[Hit]:
    seen = False
    for hit in hits(EXIT, text, "“{}” points to the door."):
        seen = True
        yield hit
    match = OWN_BUSINESS.search(text.own)
    if match and not seen:
        yield f"“{match.group()}” points to the door.", match.span()
