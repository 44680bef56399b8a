"""GET /v1/log: the privacy log."""
from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from flask_openapi3.openapi import OpenAPI
from pydantic import BaseModel, Field

from helper.api.access import TOKEN
from helper.api.bodies import Body
from helper.api.context import context
from helper.store.journal import Kind

MOST = 1000


class LogQuery(BaseModel):
    limit: Annotated[int, Field(ge=1, le=MOST)] = 200


class LogEntry(Body):
    """`received`: a page a browser handed over; `fetched`: a request that left; `refused`: one that was not made."""

    kind: Kind
    url: str
    reason: str
    bytes: int
    at: str


class LogAnswer(Body):
    """The newest first."""

    entries: list[LogEntry]


def register(app: OpenAPI) -> None:
    @app.get("/v1/log", responses={200: LogAnswer}, security=TOKEN, summary="What left this machine, and what came in",
             provide_automatic_options=False)
    def get_log(query: LogQuery) -> dict[str, object]:
        return {"entries": [asdict(entry) for entry in context().store.journal.newest(query.limit)]}
