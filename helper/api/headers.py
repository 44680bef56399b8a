"""The headers of every answer, whoever gives it: the app, the front before the app is there, the HTTP server itself."""
from __future__ import annotations

from helper import version


def headers() -> dict[str, str]:
    """The helper's identity; and that an answer is data, for the one who asked, and never a page."""
    return {
        "X-Visionfit": version(),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
    }
