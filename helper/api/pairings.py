"""POST /v1/pairings: a code from the helper's terminal for a token."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper.api.bodies import PairingAnswer, PairingRequest
from helper.api.context import context


def register(app: OpenAPI) -> None:
    @app.post("/v1/pairings", endpoint="pair", responses={201: PairingAnswer}, summary="Exchange a code for a token",
              provide_automatic_options=False)
    def pair(body: PairingRequest) -> tuple[dict[str, str], int]:
        return PairingAnswer(token=context().store.pairings.pair(body.code, body.client)).model_dump(), 201
