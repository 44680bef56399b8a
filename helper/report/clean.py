"""Page text made safe to show: what could move a cursor, colour a terminal or turn a line around is taken out."""
from __future__ import annotations

import re

# C0 and C1 controls (ESC and CSI among them) and DEL; line and paragraph separators are white space here.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Marks that change the direction of what follows (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """`text` on one line, without control characters and direction marks."""
    return _SPACE.sub(" ", _DIRECTION.sub("", _CONTROL.sub("", text))).strip()


def web_link(url: str) -> str | None:
    """`url` if it may become a link: a web address without control characters; else None."""
    return url if re.fullmatch(r"https?://[^\s\x00-\x1f\x7f-\x9f]+", url, re.IGNORECASE) else None
