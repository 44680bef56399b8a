"""GET /v1/health: who answers on this port, and whether it is ready."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper.api.bodies import Health
from helper.api.context import context


def register(app: OpenAPI) -> None:
    @app.get("/v1/health", endpoint="health", responses={200: Health}, summary="Is this the helper, and is it ready?",
             provide_automatic_options=False)
    def health() -> dict[str, str]:
        ours = context()
        return Health(version=ours.version, models=ours.workshop.models).model_dump()
