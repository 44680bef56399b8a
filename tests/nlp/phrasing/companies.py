"""Fictional companies and hand-made matchings. Nothing here stands on a real page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nlp.contract import Company, Gap, Match, Notice, PageInfo, Reading, Statement, StatementKind, Strength, Value


@dataclass
class Found:
    """What matching would hand over."""

    matches: list[Match] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def reading(
    name: str, said: Mapping[StatementKind, Sequence[str]], values: Mapping[str, str | None], more: Sequence[str] = (), explicit: bool = True
) -> Reading:
    """A Reading whose one page holds exactly these texts, a block each."""
    url = f"https://{name.split()[0].lower()}.example/careers"
    statements = [(kind, text) for kind, texts in said.items() for text in texts]
    blocks = [text for _, text in statements]
    for value, description in values.items():
        blocks += [value, *([description] if description else [])]
    return Reading(
        company=Company(name=name, domain=f"{name.split()[0].lower()}.example"),
        pages=[PageInfo(url=url, title=name, kind="careers", language="en", sha256="0" * 64, read_at="2026-01-01T00:00:00Z")],
        texts=["\n".join([*blocks, *more])],
        statements=[
            Statement(id=f"s{n}", kind=kind, text=text, heading=None, url=url, link=url, explicit=explicit, confidence=0.9)
            for n, (kind, text) in enumerate(statements, 1)
        ],
        values=[
            Value(id=f"v{n}", name=value, description=description, url=url, link=url, confidence=0.9)
            for n, (value, description) in enumerate(values.items(), 1)
        ],
        sentences=[],
        notices=[],
    )


def matched(*rows: tuple[str, str, Strength, str], gaps: Sequence[Gap] = ()) -> Found:
    """(aspiration, evidence, strength, theme) each."""
    score = {"strong": 0.85, "partial": 0.6, "weak": 0.35}
    return Found(
        [Match(aspiration=a, evidence=e, score=score[s], strength=s, themes=[t], why="") for a, e, s, t in rows], list(gaps)
    )


HARBOURLIGHT = reading(
    "Harbourlight Credit Union",
    {
        "mission": ["Our mission is to help families in the river towns save, borrow and plan without shame."],
        "growth": [
            "We pay for every course and training that our tellers choose.",
            "Our tellers are trained as loan advisers after their first year.",
            "Paid study leave",
        ],
        "culture": [
            "We work in small teams that know one another by name.",
            "Every branch decides most requests on the same day, and we trust our people to settle them at the counter.",
        ],
    },
    {
        "Make it plain": "We explain every fee in words a tired parent can follow.",
        "Lend a neighbour's ear": "Put the member's worry before your own. Ask before you advise.",
        "Integrity": None,
    },
    more=["We serve our members in nine towns.", "Come and meet our members.", "Advice for members and their families."],
)
QUILLMERE = reading(
    "Quillmere Software",
    {
        "mission": ["Quillmere builds reading software that children with dyslexia choose to open."],
        "vision": ["A world where no child hides a book."],
        "culture": [
            "We test every screen with the least confident reader in the room.",
            "We're a small team spread over eleven countries.",
            "Our people work from home three days a week.",
        ],
        "growth": ["You will have a yearly budget for courses and conferences.", "We teach each other something new every Friday."],
    },
    {
        "Ask early, ask twice": None,
        "Measure before you mend": "We look at the numbers first and at our opinions second.",
        "Kindness": "The habit of naming mistakes and not people.",
    },
    more=["Our pupils choose their own books.", "We listen to our pupils and their teachers.", "Our pupils test every release."],
)
ALDERBROOK = reading(
    "Alderbrook Clinic",
    {
        "mission": ["Alderbrook exists to treat every patient as a neighbour, whatever their means."],
        "culture": [
            "Any nurse can stop a procedure that looks unsafe.",
            "Our ward teams plan their own rotas six weeks ahead.",
            "We do not reward overtime.",
        ],
        "growth": ["Senior nurses mentor each newly qualified colleague for a full year."],
    },
    {"Safe before fast": "We would rather wait than repeat a mistake.", "Look after one another": None},
    more=["Our patients come first.", "We call our patients by name."],
)
SILENT = reading("Tinmouth Trading", {}, {})
ALL = (HARBOURLIGHT, QUILLMERE, ALDERBROOK)
