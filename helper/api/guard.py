"""Who may talk to the helper, decided before any route runs, for every path and method alike.

A loopback port is reachable by every web page the user opens. The rules, and the attacks they stop:

- Host must be ours: DNS rebinding turns a hostile site into "same origin" (as Jupyter's check_host).
- Sec-Fetch-Site must not be cross-site or same-site, and an Origin must be a browser extension's: a page can send
  simple requests without asking (CSRF). The whole Origin is matched, never a part of it (CVE-2026-40110).
- Everything but health and pairing needs the token. What is open is named by its route, never by a path's spelling.
- A body is JSON, bounded, and said to be so: that alone forces a preflight, which is never answered.
"""
from __future__ import annotations

import re

from flask import request
from werkzeug.exceptions import BadRequest

from helper.api.context import context
from helper.errors import Problem

MAX_BODY = 20_000_000  # bytes; eight rendered pages have some 2 MB
OPEN_ENDPOINTS = frozenset({"health", "pair"})
EXTENSION_ORIGIN = re.compile(
    r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
BEARER = re.compile(r"[Bb]earer ([A-Za-z0-9_\-]{20,200})")


def check_request() -> None:
    """Flask's before_request. Raises Problem where the request may not go on."""
    _check_host()
    _check_sender()
    _check_token()
    _check_body()


def _check_host() -> None:
    # the environ, not request.host: werkzeug fills in a name where the client sent none
    if request.environ.get("HTTP_HOST", "").lower() not in context().hosts:
        raise Problem("wrong_host", "This request was not addressed to the Visionfit helper.",
                      "Use http://127.0.0.1 and the helper's port.", status=403)


def _check_sender() -> None:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in {"none", "same-origin"}:
        raise Problem("cross_site", "A web page may not use the Visionfit helper.", "", status=403)
    origin = request.headers.get("Origin")
    if origin is not None and not EXTENSION_ORIGIN.fullmatch(origin):
        raise Problem("wrong_origin", "Only the Visionfit extension may use the helper from a browser.", "", status=403)


def _check_token() -> None:
    if request.endpoint in OPEN_ENDPOINTS:
        return
    given = BEARER.fullmatch(request.headers.get("Authorization", ""))
    if not given or not context().store.pairings.knows(given[1]):
        raise Problem("not_paired", "This browser is not paired with the Visionfit helper.",
                      "Run `visionfit pair` and type its code into the extension's options.", status=401)


def _check_body() -> None:
    length = request.content_length or 0
    if length > MAX_BODY:
        raise Problem("too_large", f"The request has {length / 1e6:.1f} MB; {MAX_BODY / 1e6:.0f} MB are the most.",
                      "Send fewer or smaller pages.", status=413)
    if not length and request.method not in {"POST", "PUT", "PATCH"}:
        return
    if request.mimetype != "application/json":
        raise Problem("not_json", "The helper takes JSON only.", "Send Content-Type: application/json.", status=415)
    try:
        body = request.get_json()
    except (BadRequest, ValueError, RecursionError) as error:
        raise Problem("bad_json", "The body of the request is no valid JSON.", "", status=400) from error
    if not isinstance(body, dict):
        raise Problem("bad_json", "The body of the request must be a JSON object.", "", status=400)
