"""GET /v1/wizard: the questions that make a profile."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper.api.access import TOKEN
from helper.wizard import Wizard, wizard


def register(app: OpenAPI) -> None:
    @app.get("/v1/wizard", responses={200: Wizard}, security=TOKEN, summary="The questions that make a profile",
             provide_automatic_options=False)
    def get_wizard() -> dict[str, object]:
        return wizard().model_dump(mode="json")
