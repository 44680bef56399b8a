"""What kind of page this is, told from its address, title and first heading."""
from __future__ import annotations

import re
from urllib.parse import unquote

from nlp.contract import PageKind

# In order: the more telling words first.
_WORDS: tuple[tuple[PageKind, str], ...] = (
    ("values", r"values?|principles|beliefs?|what we believe|manifesto|credo|ethos|code of honou?r"),
    ("mission", r"missions?|visions?|purpose|why we exist|mandate|philosophy|goals|strategic plan|strategy"),
    ("job", r"job description|vacancy|requisition|apply now|jobs? \d+"),
    (
        "careers",
        r"careers?|jobs|join (?:us|our team|the team)|work (?:with|for|at)|working (?:with|at|here|for)|hiring|"
        r"recruitment|vacancies|employment|opportunities|benefits|join|get involved|"
        r"training and development|human resources?",
    ),
    (
        "culture",
        r"culture|life (?:at|here)|how we work|work(?:ing)? environments?|workplace|"
        r"our people|people|diversity|equality|equity|inclusion|anti racism|dei|edi|"
        r"belonging|community|wellbeing",
    ),
    (
        "about",
        r"about|aboutus|who we are|(?:our )?story|company|overview|history|profile|what we do|organi[sz]ation|team|"
        r"leadership|management|board|sustainability|responsibility|csr|esg|hse|qhse|ceo|chairman",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _WORDS)
_BEFORE_PATH = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//[^/?#]*")
_FRONT = frozenset({"index", "home", "default", "en", "en-us", "en-gb", "us"})
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?)$")
_JOINT = re.compile(r"[\W_]+")


def page_kind(url: str, title: str, heading: str) -> PageKind:
    """The kind by the address's last telling segment, else by the title, else by the first heading."""
    path = unquote(_BEFORE_PATH.sub("", url).partition("?")[0].partition("#")[0]).lower()
    segments = [_SUFFIX.sub("", segment) for segment in path.split("/") if segment]
    if url and all(segment in _FRONT for segment in segments):
        return "home"
    for text in (*reversed(segments), title, heading):
        kind = _named(_JOINT.sub(" ", text.lower()))
        if kind:
            return kind
    return "other"


def _named(text: str) -> PageKind | None:
    return next((kind for kind, pattern in _PATTERNS if pattern.search(text)), None)
