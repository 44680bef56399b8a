"""Pairings: a code from the helper's terminal for a token; who has one; and taking it back."""
from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from flask import request
from flask_openapi3.openapi import OpenAPI
from pydantic import BaseModel, Field

from helper.api.access import TOKEN
from helper.api.bodies import Body, PairingAnswer, PairingRequest
from helper.api.context import context
from helper.errors import Problem


class PairingBody(Body):
    id: int
    client: str
    paired_at: str


class PairingList(Body):
    pairings: list[PairingBody]


class PairingPath(BaseModel):
    id: Annotated[int, Field(ge=1, le=2**31)]


def register(app: OpenAPI) -> None:
    @app.post("/v1/pairings", endpoint="pair", responses={201: PairingAnswer}, summary="Exchange a code for a token",
              provide_automatic_options=False)
    def pair(body: PairingRequest) -> tuple[dict[str, str], int]:
        token = context().store.pairings.pair(body.code, body.client, request.headers.get("Origin"))
        return PairingAnswer(token=token).model_dump(), 201

    @app.get("/v1/pairings", responses={200: PairingList}, security=TOKEN, summary="Who is paired",
             provide_automatic_options=False)
    def list_pairings() -> dict[str, object]:
        return {"pairings": [asdict(pairing) for pairing in context().store.pairings.all()]}

    @app.delete("/v1/pairings/<id>", responses={204: None}, security=TOKEN, summary="End a pairing",
                provide_automatic_options=False)
    def revoke_pairing(path: PairingPath) -> tuple[str, int]:
        if not context().store.pairings.revoke(path.id):
            raise Problem("no_pairing", f"There is no pairing {path.id}.", "GET /v1/pairings lists them.", status=404)
        return "", 204
