"""What a request that passed the gate may do, decided before any route runs, for every path and method alike.

- The gate's own rules once more (`helper.api.gate`), wherever the app is served.
- Everything but health and pairing needs the token. What is open is named by its route, never by a path's spelling.
- A pairing made by an extension is good for that extension: where the browser tells the Origin, it must be the same.
- A body is plain JSON in UTF-8, bounded, and said to be so: that alone forces a preflight, which is never answered.
"""
from __future__ import annotations

import re

from flask import request
from werkzeug.exceptions import BadRequest, MethodNotAllowed

from helper.api.context import context
from helper.api.gate import check_headers
from helper.api.limits import MAX_BODY
from helper.errors import Problem

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")  # no HEAD, OPTIONS or TRACE, which frameworks answer by themselves
OPEN_ENDPOINTS = frozenset({"health", "pair"})
HINT = "GET /v1/openapi.json has the contract."
BEARER = re.compile(r"[Bb]earer ([A-Za-z0-9_\-]{20,200})")

def check_request() -> None:
    """Flask's before_request. Raises Problem, or MethodNotAllowed, where the request may not go on."""
    # the environ, not request.host: werkzeug fills in a name where the client sent none
    check_headers(context().hosts, host=request.environ.get("HTTP_HOST"), site=request.headers.get("Sec-Fetch-Site"),
                  origin=request.headers.get("Origin"))
    _check_token()
    if request.method not in METHODS:
        raise MethodNotAllowed(list(METHODS))
    if request.routing_exception:
        raise request.routing_exception
    _check_body()

def _check_token() -> None:
    if request.endpoint in OPEN_ENDPOINTS and request.method in METHODS:
        return
    given = BEARER.fullmatch(request.headers.get("Authorization", ""))
    if not given or not context().store.pairings.knows(given[1], request.headers.get("Origin")):
        raise Problem("not_paired", "This browser is not paired with the Visionfit helper.",
                      "Run `visionfit pair` and type its code into the extension's options.", status=401)

def _check_body() -> None:
    length = request.content_length or 0
    if length > MAX_BODY:
        raise Problem("too_large", f"The request has {length / 1e6:.1f} MB; {MAX_BODY / 1e6:.0f} MB are the most.",
                      "Send fewer or smaller pages.", status=413)
    if not length and request.method not in {"POST", "PUT", "PATCH"}:
        return
    if not _is_plain_json():
        raise Problem("not_json", "The helper takes plain JSON in UTF-8 only.",
                      "Send Content-Type: application/json, and no Content-Encoding.", status=415)
    try:
        request.get_data().decode()  # JSON's reader would take UTF-16 too
        body = request.get_json()
    except (BadRequest, ValueError, RecursionError) as error:
        raise Problem("bad_json", "The body of the request is no valid JSON.", HINT, status=400) from error
    if not isinstance(body, dict):
        raise Problem("bad_json", "The body of the request must be a JSON object.", HINT, status=400)

def _is_plain_json() -> bool:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    encoding = request.headers.get("Content-Encoding", "identity").lower()
    return request.mimetype == "application/json" and charset in {"utf-8", "utf8"} and encoding == "identity"

