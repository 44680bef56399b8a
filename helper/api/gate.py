"""Who may speak to the helper at all, told from a request's headers before anything of its body is read.

A loopback port is reachable by every web page the user opens. The rules, and the attacks they stop:

- Host must be ours: DNS rebinding turns a hostile site into "same origin" (as Jupyter's check_host).
- Sec-Fetch-Site must not be cross-site or same-site, and an Origin must be a browser extension's: a page can send
  simple requests without asking (CSRF). The whole Origin is matched, never a part of it (CVE-2026-40110).

What a paired client may do is for `helper.api.guard`.
"""
from __future__ import annotations

import re

from helper.errors import Problem

EXTENSION_ORIGIN = re.compile(
    r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)


def own_hosts(port: int) -> frozenset[str]:
    """What the Host header may say."""
    hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
    assert all(hosts), "an empty list of hosts would let everybody in"
    return hosts


def check_headers(hosts: frozenset[str], *, host: str | None, site: str | None, origin: str | None) -> None:
    """Host, Sec-Fetch-Site and Origin as the request has them; None where it has none.

    Raises Problem: wrong_host, cross_site, wrong_origin.
    """
    if (host or "").lower() not in hosts:
        raise Problem("wrong_host", "This request was not addressed to the Visionfit helper.",
                      "Use http://127.0.0.1 and the helper's port.", status=403)
    if site is not None and site not in {"none", "same-origin"}:
        raise Problem("cross_site", "A web page may not use the Visionfit helper.", "", status=403)
    if origin is not None and not EXTENSION_ORIGIN.fullmatch(origin):
        raise Problem("wrong_origin", "Only the Visionfit extension may use the helper from a browser.", "", status=403)
