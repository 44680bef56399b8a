"""Answers of a saved company: composed anew, or the user's own with all their versions."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper import answering, briefing
from helper.api.access import TOKEN
from helper.api.bodies import (
    AnswerSlot,
    AnswerText,
    AnswerVersions,
    ComposeRequest,
    DomainPath,
    SavedAnswerBody,
    SavedAnswers,
)
from helper.api.context import Context, context
from helper.store.answers import SavedAnswer
from nlp.contract import Answer


def register(app: OpenAPI) -> None:
    @app.post("/v1/briefs/<domain>/answers", responses={200: Answer}, security=TOKEN,
              summary="Compose an answer to a question; nothing is saved", provide_automatic_options=False)
    def compose_answer(path: DomainPath, body: ComposeRequest) -> dict[str, object]:
        ours = _saved_company(path)
        with ours.workshop.turn():
            return answering.compose_saved(ours.store, body.of(path.domain), body.phrases).model_dump(mode="json")

    @app.get("/v1/briefs/<domain>/answers", responses={200: SavedAnswers}, security=TOKEN,
             summary="The user's own answers, the newest version of each", provide_automatic_options=False)
    def list_answers(path: DomainPath) -> dict[str, object]:
        ours = _saved_company(path)
        found = ours.store.answers.newest(path.domain)
        if not all(answering.is_fresh(ours.store, one) for one in found):
            with ours.workshop.turn():
                found = answering.saved(ours.store, path.domain)
        return SavedAnswers(answers=[_body(one) for one in found]).model_dump(mode="json", by_alias=True)

    @app.put("/v1/briefs/<domain>/answers", responses={200: SavedAnswerBody}, security=TOKEN,
             summary="Save the user's own text as a new version", provide_automatic_options=False)
    def put_answer(path: DomainPath, body: AnswerText) -> dict[str, object]:
        ours = _saved_company(path)
        with ours.workshop.turn():
            return _body(answering.save(ours.store, body.of(path.domain), body.text)).model_dump(
                mode="json", by_alias=True
            )

    @app.get("/v1/briefs/<domain>/answers/versions", responses={200: AnswerVersions}, security=TOKEN,
             summary="All versions of one of the user's own answers", provide_automatic_options=False)
    def list_answer_versions(path: DomainPath, query: AnswerSlot) -> dict[str, object]:
        found = _saved_company(path).store.answers.versions(query.of(path.domain))
        return AnswerVersions(versions=[_body(one) for one in found]).model_dump(mode="json", by_alias=True)


def _saved_company(path: DomainPath) -> Context:
    """Tells at once, whatever the models are doing, that a company is not saved."""
    ours = context()
    if ours.store.companies.brief(path.domain) is None:
        raise briefing.no_company(path.domain)
    return ours


def _body(one: SavedAnswer) -> SavedAnswerBody:
    return SavedAnswerBody(
        question=one.slot.question, audience=one.slot.audience, register_=one.slot.register, text=one.text,
        version=one.version, saved_at=one.saved_at, findings=one.findings,
    )
