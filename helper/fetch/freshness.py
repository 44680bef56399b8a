"""How long an answer may be used again without asking, as RFC 9111 (HTTP caching) has it for a private cache."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DAY = 86_400.0
LONGEST = 7 * DAY
PASSING_SECONDS = 3600.0  # of an answer that says "not now" or "elsewhere now": a page that is put up is soon found
PASSING = frozenset({302, 303, 307, 404})
CACHEABLE = frozenset({200, 203, 301, 302, 303, 307, 308, 404, 410})
_DIRECTIVE = re.compile(r'([a-z-]+)(?:="?([^",]*)"?)?', re.IGNORECASE)


def may_store(status: int, headers: Mapping[str, str]) -> bool:
    return status in CACHEABLE and "no-store" not in _directives(headers) and headers.get("vary", "").strip() != "*"


def lifetime(status: int, headers: Mapping[str, str]) -> float:
    """Seconds an answer stays fresh: max-age, else Expires, else a day (section 4.2.2 leaves that to the cache); but no
    page, and a redirect for the time being, an hour at most."""
    longest = PASSING_SECONDS if status in PASSING else LONGEST
    directives = _directives(headers)
    if "no-cache" in directives:
        return 0.0
    if (age := directives.get("max-age", "")).isdigit():
        return min(float(age), longest)
    if "expires" in headers:
        expires, sent = moment(headers["expires"]), moment(headers.get("date", ""))
        return min(max(0.0, expires - sent), longest) if expires is not None and sent is not None else 0.0
    return min(DAY, longest)


def moment(text: str) -> float | None:
    """An HTTP date as seconds since the epoch; None when it is none."""
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that the server asks to wait (RFC 9110, section 10.2.3); None when it doesn't say."""
    text = headers.get("retry-after", "").strip()
    if text.isdigit():
        return float(text[:9])
    when = moment(text)
    return max(0.0, when - now.timestamp()) if when is not None else None


def _directives(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in _DIRECTIVE.findall(headers.get("cache-control", ""))}
