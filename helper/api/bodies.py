"""What the API takes and gives, beyond the contract's own Profile, Brief and Finding."""
from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from helper.store.answers import Slot
from nlp.contract import Audience, Company, Finding, Page, Register, Strength

MAX_PAGES = 8


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _web_address(url: str) -> str:
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError("a page's url starts with http:// or https://")
    return url


class CapturedPage(Page):
    """A page as the browser shows it."""

    url: Annotated[str, Field(max_length=8192), AfterValidator(_web_address)]


class BriefRequest(Body):
    pages: Annotated[list[CapturedPage], Field(min_length=1, max_length=MAX_PAGES)]


class BriefSummary(Body):
    """One saved company. `stale`: the profile has changed since it was matched; asking for the brief mends that.
    `fit` (0 to 1) is that of the profile it was matched with; null without one.
    """

    company: Company
    pages: int
    statements: int
    values: int
    matches: int
    saved_at: str
    stale: bool
    fit: float | None
    interview_date: date | None


class BriefList(Body):
    briefs: list[BriefSummary]


class DomainList(Body):
    domains: list[str]


class DomainPath(BaseModel):
    domain: Annotated[str, Field(max_length=255)]


class PairingRequest(Body):
    code: Annotated[str, StringConstraints(strip_whitespace=True, max_length=64)]
    client: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


class PairingAnswer(Body):
    token: str


class LintRequest(Body):
    """`brief` is the company's domain; `phrase` the id of the phrase that was reworded, if it was one. `form`: whether
    the text is a phrase or a whole answer; without it, its length tells.
    """

    text: Annotated[str, StringConstraints(min_length=1, max_length=5000)]
    brief: str
    phrase: str | None = None
    form: Literal["phrase", "answer"] | None = None


class LintAnswer(Body):
    findings: list[Finding]


class QuestionBody(Body):
    """`first`: one of those that nearly every interview has."""

    id: str
    text: str
    first: bool


class QuestionList(Body):
    questions: list[QuestionBody]
    audiences: list[Audience]
    registers: list[Register]


QuestionId = Annotated[str, StringConstraints(pattern=r"^Q([1-9]|1\d|20)$")]


class AnswerSlot(Body):
    question: QuestionId
    audience: Audience
    register_: Annotated[Register, Field(alias="register")] = "spoken"

    def of(self, domain: str) -> Slot:
        return Slot(domain, self.question, self.audience, self.register_)


class ComposeRequest(AnswerSlot):
    """`phrases`: ids of kept phrases, or of the brief's, to be said as they are and in this order."""

    phrases: Annotated[list[str], Field(min_length=1, max_length=20)] | None = None


class AnswerText(AnswerSlot):
    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class SavedAnswerBody(AnswerText):
    """One version of the user's own text, with what lint says of it."""

    version: int
    saved_at: str
    findings: list[Finding]


class SavedAnswers(Body):
    answers: list[SavedAnswerBody]


class AnswerVersions(Body):
    """The newest first."""

    versions: list[SavedAnswerBody]


class ProfileVersion(Body):
    """`aspirations` is how many it has."""

    version: int
    saved_at: str
    aspirations: int


class ProfileVersions(Body):
    """The newest first. `review_hint` says why a review is due."""

    versions: list[ProfileVersion]
    review_due: bool
    review_hint: str | None


class VersionPath(BaseModel):
    version: Annotated[int, Field(ge=1, le=2**31)]


class ComparisonQuery(BaseModel):
    domain: Annotated[list[str], Field(min_length=1, max_length=4)]


class ComparedAspiration(Body):
    """One aspiration's best match: all null where there is none. `conflict`: the pages speak against it."""

    aspiration: str
    text: str
    score: float | None
    strength: Strength | None
    evidence: str | None
    conflict: bool


class ComparedCompany(Body):
    """`themes`: how much of what the company says is about a theme, 0 to 1."""

    company: Company
    fit: float | None
    aspirations: list[ComparedAspiration]
    themes: dict[str, float]


class Theme(Body):
    id: str
    label: str


class Comparison(Body):
    companies: list[ComparedCompany]
    themes: list[Theme]


class Health(Body):
    service: Literal["visionfit"] = "visionfit"
    version: str
    models: Literal["loading", "ready", "failed"]


class ErrorDetail(Body):
    code: str
    message: str
    hint: str


class ErrorBody(Body):
    """The one shape of every error."""

    error: ErrorDetail
