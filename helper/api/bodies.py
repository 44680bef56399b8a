"""What the API takes and gives, beyond the contract's own Profile, Brief and Finding."""
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from nlp.contract import Company, Finding, Page

MAX_PAGES = 8


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


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
    """One saved company. `stale`: the profile has changed since it was matched; asking for the brief mends that."""

    company: Company
    pages: int
    statements: int
    values: int
    matches: int
    saved_at: str
    stale: bool


class BriefList(Body):
    briefs: list[BriefSummary]


class DomainPath(BaseModel):
    domain: Annotated[str, Field(max_length=255)]


class PairingRequest(Body):
    code: Annotated[str, StringConstraints(strip_whitespace=True, max_length=64)]
    client: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


class PairingAnswer(Body):
    token: str


class LintRequest(Body):
    """`brief` is the company's domain; `phrase` the id of the phrase that was reworded, if it was one."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=5000)]
    brief: str
    phrase: str | None = None


class LintAnswer(Body):
    findings: list[Finding]


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
