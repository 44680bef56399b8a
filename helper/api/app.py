"""The Flask app: guard first, then routes; one error shape, one set of headers."""
from __future__ import annotations

import logging
import time
from typing import Any

from flask import Response, g, jsonify, request
from flask.json.provider import DefaultJSONProvider
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from helper import strict_json, version
from helper.api import (
    answers,
    briefs,
    comparison,
    contract,
    health,
    lint,
    log,
    pairings,
    preparation,
    profile,
    questions,
    wizard,
)
from helper.api.bodies import ErrorBody
from helper.api.context import KEY, Context
from helper.api.gate import own_hosts
from helper.api.guard import check_request
from helper.api.headers import headers
from helper.api.work import Workshop
from helper.errors import Problem
from helper.profiles import describe
from helper.store import Store

logger = logging.getLogger(__name__)

HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
ERROR_STATUSES = (400, 401, 403, 404, 413, 415, 422, 500, 503, 507)


class StrictProvider(DefaultJSONProvider):
    sort_keys = False

    def loads(self, s: str | bytes, **_: Any) -> Any:
        return strict_json.loads(s)


def create_app(store: Store, workshop: Workshop, port: int) -> OpenAPI:
    """The app that answers on 127.0.0.1:`port`."""
    app = OpenAPI(
        "helper.api",
        info=Info(title="Visionfit helper", version=version()),
        security_schemes={"token": {"type": "http", "scheme": "bearer"}},
        responses=dict.fromkeys(ERROR_STATUSES, ErrorBody),
        validation_error_model=ErrorBody,
        validation_error_callback=_invalid,
        doc_ui=False,
        static_folder=None,
    )
    app.json = StrictProvider(app)
    app.url_map.merge_slashes = False  # `//v1/profile` is no path of ours, and gets no redirect to one
    app.extensions[KEY] = Context(store=store, workshop=workshop, version=version(), hosts=own_hosts(port))
    app.before_request(_start_clock)
    app.before_request(check_request)
    app.after_request(_finish)
    app.register_error_handler(Problem, _problem)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _bug)
    modules = (
        health, pairings, profile, briefs, lint, questions, answers, preparation,
        comparison, wizard, log, contract,
    )
    for module in modules:
        module.register(app)
    return app


def _start_clock() -> None:
    g.started = time.monotonic()


def _finish(response: Response) -> Response:
    response.headers.update(headers())
    if response.status_code == 503:
        response.headers["Retry-After"] = "2"
    path = request.url_rule.rule if request.url_rule else request.path.encode("unicode_escape").decode()  # no names
    call = {"method": request.method, "path": path, "status": response.status_code,
            "milliseconds": round((time.monotonic() - g.started) * 1000)}
    logger.info("%(method)s %(path)s %(status)d %(milliseconds)d ms", call)
    return response


def _answer(problem: Problem) -> Response:
    response = jsonify(problem.as_json())
    response.status_code = problem.status
    return response


def _problem(problem: Problem) -> Response:
    return _answer(problem)


def _invalid(error: ValidationError) -> Response:
    return _answer(Problem("bad_request", f"The request does not fit the contract: {describe(error)}.",
                           "GET /v1/openapi.json has the contract.", status=422))


def _http_error(error: HTTPException) -> Response | HTTPException:
    if error.response is not None:  # already an answer of ours: see _invalid
        return error
    status = error.code or 500
    problem = Problem(HTTP_CODES.get(status, "http_error"), error.description or error.name,
                      "GET /v1/openapi.json has the contract.", status=status)
    response = _answer(problem)
    allow = dict(error.get_headers()).get("Allow")
    if allow:
        response.headers["Allow"] = allow
    return response


def _bug(error: Exception) -> Response:
    logger.exception("unexpected error", exc_info=error)
    return _answer(Problem("internal", "Something went wrong inside the helper; nothing was saved.",
                           "`visionfit doctor` says where its log is.", status=500))
