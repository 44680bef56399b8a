"""GET /v1/questions: what can be asked, who may listen, how it may be said."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper import answering
from helper.api.access import TOKEN
from helper.api.bodies import QuestionBody, QuestionList


def register(app: OpenAPI) -> None:
    @app.get("/v1/questions", responses={200: QuestionList}, security=TOKEN,
             summary="The interview questions that have answers", provide_automatic_options=False)
    def questions() -> dict[str, object]:
        listed = [
            QuestionBody(id=id_, text=text, first=id_ in answering.FIRST) for id_, text in answering.questions().items()
        ]
        return QuestionList(
            questions=listed, audiences=list(answering.AUDIENCES), registers=list(answering.REGISTERS)
        ).model_dump(mode="json")
