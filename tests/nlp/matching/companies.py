"""Fictional companies as readings, and profiles of a few lines."""
from __future__ import annotations

from collections.abc import Sequence

from nlp.contract import Aspiration, Company, PageInfo, Profile, Reading, Sentence, Statement, Value

URL = "https://larkfield-ferries.example/about"


def reading(
    *, statements: Sequence[tuple[str, str]] = (), values: Sequence[tuple[str, str | None]] = (),
    sentences: Sequence[str] = (), domain: str = "larkfield-ferries.example",
) -> Reading:
    """A reading with these statements (kind, text), values (name, description) and further sentences."""
    said = [text for _, text in statements] + [part for value in values for part in value if part] + list(sentences)
    return Reading(
        company=Company(name="Larkfield Ferries", domain=domain),
        pages=[PageInfo(url=URL, title="About", kind="about", language="en", sha256="0" * 64, read_at="2026-01-01")],
        texts=["\n".join(said)],
        statements=[
            Statement(id=f"s{i}", kind=kind, text=text, heading=None, url=URL, link=URL, explicit=True, confidence=0.9)
            for i, (kind, text) in enumerate(statements, 1)
        ],
        values=[
            Value(id=f"v{i}", name=name, description=text, url=URL, link=URL, confidence=0.9)
            for i, (name, text) in enumerate(values, 1)
        ],
        sentences=[Sentence(text=text, heading=None, url=URL, page_kind="about", weight=0.6) for text in said],
        notices=[],
    )


def profile(*wishes: str, **fields: object) -> Profile:
    return Profile(aspirations=[Aspiration(text=wish) for wish in wishes], **fields)


def ferries() -> Reading:
    """A ferry line that speaks of learning, safety, mentoring, hours and its passengers, and of little else."""
    return reading(
        statements=[
            ("mission", "We carry passengers and freight between the islands safely, in every season."),
            ("growth", "Every deckhand gets paid training time and can earn a mate's certificate with us."),
            ("growth", "Experienced skippers mentor new crew members during their first year aboard."),
            ("culture", "Rotas are fixed six weeks ahead, so that our crews have evenings at home with their families."),
        ],
        values=[
            ("Safety first", "Anyone on board may stop a crossing when something looks unsafe."),
            ("Straight talk", "We tell passengers early and plainly when a boat is late."),
        ],
        sentences=[
            "Our four terminals serve nine islands.", "Tickets are sold at the terminals and on board.",
            "Passengers may bring bicycles.", "Passengers with a season ticket board first.",
        ],
    )
