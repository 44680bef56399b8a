"""GET /v1/openapi.json: this contract."""
from __future__ import annotations

from flask import Response, jsonify
from flask_openapi3.openapi import OpenAPI

from helper.api.access import TOKEN

OPENAPI = {"description": "An OpenAPI 3.1 document", "content": {"application/json": {"schema": {"type": "object"}}}}


def register(app: OpenAPI) -> None:
    @app.get("/v1/openapi.json", responses={200: dict(OPENAPI)}, security=TOKEN, summary="This contract",
             provide_automatic_options=False)
    def contract() -> Response:
        return jsonify(app.api_doc)
