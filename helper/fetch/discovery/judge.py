"""How much a link promises: by its words, its path, its place. The extension ranks links the same way (rank-links.js)."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from helper.fetch.discovery.look import Place

Topic = Literal["mission", "values", "culture", "about", "careers", "people"]

# A topic is looked for in the link's words and in its path; the better one counts. The order of worth follows what a
# brief is made of: a page of its own about mission or values says it best.
_WORDS: tuple[tuple[Topic, float, str], ...] = (
    ("mission", 100, r"(?:our )?(?:mission|vision|purpose|why we exist|manifesto|what drives us)"),
    ("values", 95, r"(?:our |core |company )?(?:values|principles|beliefs|what we believe|what we stand for|"
                   r"code of conduct|ethos)"),
    ("culture", 80, r"(?:our )?(?:culture|life (?:at|with|on)|working (?:at|with|for|here)|"
                    r"ways? (?:of working|we work)|how we work|inclusion|diversity|belonging|dei)"),
    ("about", 75, r"about(?: us)?|aboutus|who we are|what we do|our (?:company|approach|promise)|(?:our )?story|"
                  r"(?:the )?company"),
    ("careers", 65, r"careers?|join(?: us| our team)?|work (?:with|for|at) us|jobs|vacanc(?:y|ies)|open positions|"
                    r"hiring|recruitment|employment|apprenticeships?|why (?:work|join)|benefits|learning and development|growth|graduates?|early careers"),
    ("people", 40, r"(?:our )?(?:people|team|leadership|history|heritage|sustainability|responsibility|impact|"
                   r"community|communities)"),
)
_TOPICS = tuple((topic, worth, re.compile(rf"\b(?:{words})\b")) for topic, worth, words in _WORDS)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|gz|jpe?g|png|gif|svg|webp|mp[34]|mov|ics|xml|json|css|js|exe|dmg)$", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:log ?in|log ?out|sign ?in|sign ?out|sign ?up|register|cart|basket|checkout|account|privacy|cookies?|terms|"
    r"legal|imprint|search|feed|rss|contact|subscribe|unsubscribe|download)\b"
)
_DATED = re.compile(
    r"\b(?:news|blog|press|events?|article|articles|insights|stories|media|posts?|case studies|webinars?|calendar|"
    r"(?:19|20)\d\d)\b"
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:-[a-z]{2})?", re.IGNORECASE)
_ENDING = re.compile(r"\.\w{2,5}$")
_JOINT = re.compile(r"[\W_]+")

ANOTHER_LANGUAGE = 60
LEAST_SCORE = 20  # below it a word of a topic merely occurs, as in the address of a news item
SITEMAP_SHARE = 0.9  # a path without words is a weaker sign
_PLACES: dict[Place, float] = {"menu": 4, "text": 0, "foot": 2}


@dataclass(frozen=True, slots=True)
class Promise:
    """What a link seems to lead to. `why` is told to the user."""

    topic: Topic
    score: float
    why: str


def judge(url: str, text: str | None, page_url: str, place: Place = "text", position: int = 0) -> Promise | None:
    """What the link `text` to `url`, on `page_url`, promises; None: nothing. `text` is None for a sitemap's entry."""
    parts = urlsplit(url)
    segments = [_plain(unquote(part)) for part in parts.path.split("/") if part]
    label, path = _plain(text or ""), " / ".join(segments)
    if _FILE.search(parts.path) or _ELSEWHERE.search(label) or _ELSEWHERE.search(path):
        return None
    best: tuple[float, Topic, bool] | None = None
    for topic, worth, pattern in _TOPICS:
        named, placed = _named(label, pattern), max(_placed(segments, pattern), _hosted(parts.hostname or "", pattern))
        score = worth * (max(named, placed) + (0.1 if named and placed else 0))
        if score and (best is None or score > best[0]):
            best = score, topic, named >= placed
    if best is None:
        return None
    score, topic, by_name = best
    if _DATED.search(path):
        score *= 0.2
    if parts.query:
        score *= 0.6
    if language(parts.path) != language(urlsplit(page_url).path):
        score -= ANOTHER_LANGUAGE
    score -= 4 * max(0, len(segments) - 2)
    score = score * SITEMAP_SHARE if text is None else score + _PLACES[place] - min(position, 500) / 500
    if score < LEAST_SCORE:
        return None
    where = {"menu": "in the menu", "foot": "at the foot", "text": "in the text"}[place]
    told = "in the sitemap, by its path" if text is None else f"“{(text or parts.path).strip()[:60]}” {where}"
    return Promise(topic, score, told if by_name or text is None else f"{told}, by its path")


def language(path: str) -> str:
    """`de` of `/de/about`; nothing, and English, are the same."""
    first = next((part for part in path.split("/") if part), "")
    found = _LANGUAGE.fullmatch(first)
    return "" if not found or found[1].lower() == "en" else found[1].lower()


def _named(label: str, pattern: re.Pattern[str]) -> float:
    """The shorter the link's words, the surer they name the page."""
    if not pattern.search(label):
        return 0
    return 1 if len(label.split()) <= 4 else 0.5


def _placed(segments: list[str], pattern: re.Pattern[str]) -> float:
    """The last part of the path names the page; an earlier one only its section."""
    if segments and pattern.search(segments[-1]):
        return 1 if len(segments[-1].split()) <= 4 else 0.5
    return 0.4 if any(pattern.search(part) for part in segments[:-1]) else 0


def _hosted(host: str, pattern: re.Pattern[str]) -> float:
    """`careers.acme.example` names its page by its host."""
    return 0.9 if host.count(".") > 1 and pattern.fullmatch(host.partition(".")[0]) else 0


def _plain(text: str) -> str:
    return _JOINT.sub(" ", _ENDING.sub("", text.lower())).strip()
