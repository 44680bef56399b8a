"""POST /v1/lint: what is wrong with the user's own wording."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper import briefing, linting
from helper.api.access import TOKEN
from helper.api.bodies import LintAnswer, LintRequest
from helper.api.context import context


def register(app: OpenAPI) -> None:
    @app.post("/v1/lint", responses={200: LintAnswer}, security=TOKEN, summary="Check the user's own wording",
              provide_automatic_options=False)
    def lint(body: LintRequest) -> dict[str, object]:
        ours = context()
        if ours.store.companies.brief(body.brief) is None:
            raise briefing.no_company(body.brief)
        with ours.workshop.turn():
            findings = linting.check_saved(ours.store, body.text, body.brief, phrase=body.phrase, form=body.form)
        return LintAnswer(findings=findings).model_dump(mode="json")
