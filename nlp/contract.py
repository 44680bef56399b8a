"""The words every part of Visionfit shares: Page, Profile, Reading, Brief and what they are made of.

The JSON forms `visionfit/profile@1` and `visionfit/brief@1` are stable: programs outside this repository
read and write them. Fields may be added to a profile when they are optional; nothing is renamed or removed.
"""
from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Horizon = Literal["short", "mid", "long"]
PageKind = Literal["home", "about", "mission", "values", "culture", "careers", "job", "other"]
StatementKind = Literal["mission", "vision", "culture", "growth"]
Strength = Literal["strong", "partial", "weak"]
PhrasePart = Literal["aim", "why", "plan", "here", "give"]
Audience = Literal["recruiter", "manager", "peer", "executive"]
Register = Literal["spoken", "written-80", "written-150", "written-250"]
GapReason = Literal["nothing_found", "conflict"]

NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]


class Contract(BaseModel):
    """Base of every stable record: unknown fields are an error, so that a misspelt one is seen."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


# --- what comes in -----------------------------------------------------------------------------------------


class Page(Contract):
    """One page as a browser got it. `html` is text, already decoded; `selection` is the user's marked text."""

    url: str
    html: str
    title: str | None = None
    selection: str | None = None


class Aspiration(BaseModel):
    """One wish of the user, in the user's own words. A `goal` is measurable and leads to an aspiration.

    `leads_to` is the id of what it is a step to; a private one steers the matching and is never said.
    """

    model_config = ConfigDict(extra="allow")  # a newer version's fields survive a round trip

    id: str = ""
    text: NonEmpty
    kind: Literal["aspiration", "goal"] = "aspiration"
    horizon: Horizon | None = None
    weight: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 1
    private: bool = False
    because: str | None = None
    steps: list[str] = []
    planned: list[str] = []
    leads_to: str | None = None


class Story(BaseModel):
    """Something that happened: where, what the user did, what came of it, what it taught."""

    model_config = ConfigDict(extra="allow")

    situation: str | None = None
    action: NonEmpty
    result: str | None = None
    lesson: str | None = None


class Profile(BaseModel):
    """What the user has saved about themselves (`visionfit/profile@1`). The only source of personal claims.

    `role` and `industry` are those the user applies for; `present_role` is the user's today. `PRIVATE` are the fields
    that are kept for the user's own eyes and never said.
    """

    PRIVATE: ClassVar[tuple[str, ...]] = ("social_circles", "financial_goals", "tradeoffs")

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    schema_: Literal["visionfit/profile@1"] = Field("visionfit/profile@1", alias="schema")
    role: str | None = None
    industry: str | None = None
    present_role: str | None = None
    situation: Literal["evolve", "switch", "return", "first_job"] | None = None
    level: Literal["entry", "specialist", "lead", "executive", "changer"] | None = None
    aspirations: list[Aspiration] = []
    skills: list[str] = []
    experience: list[str] = []
    education: list[str] = []
    training: list[str] = []
    work_style: list[str] = []
    avoid: list[str] = []
    energisers: list[str] = []
    drains: list[str] = []
    passions: list[str] = []
    strengths: list[str] = []
    values: list[str] = []
    vision: str | None = None
    mission: str | None = None
    colleagues: list[str] = []
    stories: list[Story] = []
    stay_years: Annotated[int, Field(ge=1, le=50)] | None = None
    stepping_stone: bool = False
    social_circles: list[str] = []
    financial_goals: list[str] = []
    tradeoffs: dict[str, str] = {}

    @model_validator(mode="after")
    def _ids(self) -> Profile:
        """Give an id to every aspiration without one; refuse two with the same."""
        taken = {a.id for a in self.aspirations if a.id}
        number = 0
        for aspiration in self.aspirations:
            while not aspiration.id:
                number += 1
                if f"a{number}" not in taken:
                    aspiration.id = f"a{number}"
                    taken.add(aspiration.id)
        if len(taken) != len(self.aspirations):
            raise ValueError("two aspirations have the same id")
        return self


# --- what was read (independent of the user) ---------------------------------------------------------------


class Company(Contract):
    name: str
    domain: str


class PageInfo(Contract):
    url: str
    title: str
    kind: PageKind
    language: str
    sha256: str
    read_at: str


class Evidence(Contract):
    """What a match can point at: a statement or a value, by its id."""

    id: str
    url: str
    link: str
    confidence: Share
    themes: list[str] = []


class Statement(Evidence):
    """A sentence (three at most) of the page, verbatim but for folded white space."""

    kind: StatementKind
    text: NonEmpty
    heading: str | None
    explicit: bool


class Value(Evidence):
    """A named value, principle or belief the company lists as its own."""

    name: NonEmpty
    description: str | None


class Notice(Contract):
    """One plain sentence the user should know, under a code that programs can test."""

    code: str
    text: str


class Sentence(Contract):
    """Any content sentence of a page. `weight` is the probability that it says something of the company itself."""

    text: str
    heading: str | None
    url: str
    page_kind: PageKind
    weight: Share


class Reading(Contract):
    """All that was found on a company's pages. Depends on the pages and the models only, never on a profile."""

    company: Company
    pages: list[PageInfo]
    texts: list[str]
    """Visible text of each page, in the order of `pages`: blocks joined by newlines, white space folded."""
    statements: list[Statement]
    values: list[Value]
    sentences: list[Sentence]
    notices: list[Notice]

    @property
    def evidence(self) -> dict[str, Statement | Value]:
        """Statements and values by id."""
        found: dict[str, Statement | Value] = {s.id: s for s in self.statements}
        return found | {v.id: v for v in self.values}

    def holds(self, quote: str) -> bool:
        """Whether `quote` stands verbatim in one block of a page (the quote contract)."""
        return bool(quote) and "\n" not in quote and any(quote in text for text in self.texts)


# --- what is said --------------------------------------------------------------------------------------------


class Match(Contract):
    """One aspiration held against one statement or value (`evidence` is its id)."""

    aspiration: str
    evidence: str
    score: Share
    strength: Strength
    themes: list[str]
    why: str


class Gap(Contract):
    aspiration: str
    reason: GapReason
    question: str


class Phrase(Contract):
    """One or two spoken sentences tying one aspiration to the company's words. `quotes` are exact page text."""

    id: str
    text: str
    aspiration: str
    evidence: list[str]
    quotes: list[str]
    part: PhrasePart
    words: int
    genericness: Share


class Answer(Contract):
    question: str
    audience: Audience
    text: str
    phrases: list[str]
    words: int
    seconds: int


class Brief(Contract):
    """What the user sees of one company (`visionfit/brief@1`)."""

    schema_: Literal["visionfit/brief@1"] = Field("visionfit/brief@1", alias="schema")
    company: Company
    pages: list[PageInfo]
    statements: list[Statement] = []
    values: list[Value] = []
    matches: list[Match] = []
    gaps: list[Gap] = []
    phrases: list[Phrase] = []
    answers: list[Answer] = []
    notices: list[Notice] = []

    def to_json(self, indent: int | None = 1) -> str:
        """The stable JSON form."""
        return self.model_dump_json(by_alias=True, indent=indent)


class Finding(Contract):
    """One thing lint has to say of a phrase: the rule, what is wrong, and how to mend it."""

    rule: str
    severity: Literal["error", "warning"]
    message: str
    hint: str
    span: tuple[int, int] | None = None
