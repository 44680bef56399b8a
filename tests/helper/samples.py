"""A brief, a reading and a profile made by hand, for what is tested without the language core."""

from __future__ import annotations

from nlp.contract import (
    Answer,
    Aspiration,
    Brief,
    Company,
    Gap,
    Match,
    Notice,
    PageInfo,
    Phrase,
    Profile,
    Reading,
    Statement,
    Value,
)

URL = "https://larkhill.example/about"


def profile() -> Profile:
    return Profile(
        role="Calibration technician",
        aspirations=[
            Aspiration(id="a1", text="Lead a team of my own", weight=3),
            Aspiration(id="a2", text="Keep learning new things", weight=1),
            Aspiration(id="a3", text="Work abroad for a while", weight=1),
        ],
    )


def statement(identifier: str, kind: str, text: str, heading: str = "Our mission", url: str = URL) -> Statement:
    return Statement(
        id=identifier,
        kind=kind,
        text=text,
        heading=heading,
        url=url,
        link=f"{url}#:~:text=x",
        explicit=True,
        confidence=0.9,
    )


def brief(domain: str = "larkhill.example") -> Brief:
    return Brief(
        company=Company(name="Larkhill Instruments", domain=domain),
        pages=[
            PageInfo(
                url=URL,
                title="About Larkhill",
                kind="about",
                language="en",
                sha256="0" * 64,
                read_at="2025-03-01T09:30:00Z",
            )
        ],
        statements=[
            statement("s1", "mission", "We build instruments that people can trust with their lives."),
            statement("s2", "growth", "Every technician has twelve learning days a year.", "Growing here"),
        ],
        values=[
            Value(
                id="v1",
                name="Grow the next one",
                description="Each lead trains their own successor.",
                url=URL,
                link=URL,
                confidence=0.9,
            )
        ],
        matches=[
            Match(
                aspiration="a1", evidence="v1", score=0.8, strength="strong", themes=[], why="Both are about leading."
            ),
            Match(
                aspiration="a2", evidence="s2", score=0.6, strength="partial", themes=[], why="Both are about learning."
            ),
            Match(aspiration="a1", evidence="s1", score=0.3, strength="weak", themes=[], why="A distant likeness."),
        ],
        gaps=[Gap(aspiration="a3", reason="nothing_found", question="Do people here work in other countries?")],
        phrases=[
            Phrase(
                id="p1",
                text="I'd like to lead a team, and you say “Grow the next one”.",
                aspiration="a1",
                evidence=["v1"],
                quotes=["Grow the next one"],
                part="aim",
                words=12,
                genericness=0.1,
            )
        ],
        answers=[
            Answer(
                question="How does your vision fit ours?",
                audience="manager",
                text="I'd like to lead a team.",
                phrases=["p1"],
                words=6,
                seconds=3,
            )
        ],
        notices=[Notice(code="thin_text", text="There is little text on these pages.")],
    )


def reading(domain: str = "larkhill.example") -> Reading:
    made = brief(domain)
    return Reading(
        company=made.company,
        pages=made.pages,
        texts=["We build instruments."],
        statements=made.statements,
        values=made.values,
        sentences=[],
        notices=[],
    )
