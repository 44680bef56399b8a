"""What on a page is furniture: there on every page of a site, and never the company speaking of itself."""
from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element as Element

from nlp.page.measure import Measure
from nlp.page.text import fold

_ICON = re.compile(r"\bmaterial-(?:icons|symbols)", re.IGNORECASE)  # fonts that draw a word as a picture
# What the class and id of a box say of it.
_NAMES = {
    "cookies": r"cookie|consent|gdpr|onetrust|ccpa|privacy-?(?:banner|bar|popup)",
    "dialog": r"\b(?:modal|popup|pop-up|lightbox|offcanvas|off-canvas|newsletter|subscribe)\b",
    "menu": r"nav|menu|crumb|skip-link|"
    r"\b(?:pagination|footer|colophon|copyright|social|share|sharing|widget-area|sidebar)\b",
    "tools": r"a11y|accessib|(?:text|font)-?siz|lang(?:uage)?-?switch|translat",
    "footer": r"(?:^|\s)(?:(?:site|page|main|global|bottom)[\s-]?)?(?:footer|colophon)\b",
    "testimonial": r"testimonial|(?:client|customer)-?review|\breviews?\b",
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _NAMES.items()}
_LONGEST_NAME = 300  # characters
_REQUIREMENTS = re.compile(
    r"^(?:(?:job|key|minimum|preferred|basic|required|your|main|core|essential|desired)\s+)*"
    r"(?:requirements?|qualifications?|responsibilities|duties|skills(?: required| needed)?|experience required|"
    r"what you(?:['’]ll| will) (?:do|need|bring)|what we(?:['’]re| are) looking for|who you are|about the role|"
    r"the role|job description|education and experience)\s*:?$",
    re.IGNORECASE,
)
# Quotation marks or the first person singular.
_SPEECH = re.compile(r"[“\"„«]|\b(?:I|I['’](?:m|ve|d|ll)|my|me)\b")
_EMPLOYED = re.compile(
    r"\b(?:colleagues?|team(?:mates?)?|careers?|my job|joined|employe\w+|professional|"
    r"work(?:ing)? (?:here|at|for|with|in|environment))\b",
    re.IGNORECASE,
)
_PROSE = 15  # words in sentences; what holds as many is no bare menu
_CONTENT_SHARE = 0.5  # an element that holds this share of the page's words is content, whatever its class says


def reason_to_leave_out(element: Element, size: Measure, total_words: int, of_people: bool) -> str | None:
    """Why `element` with all it holds is left out, or None to keep it.

    `size` measures the element, `total_words` counts the words of the page's body: an element that holds half of
    them is never left out. `of_people`: the page is about those who work there, so that testimonials may be theirs.
    """
    if element.tag in {"i", "span"} and _ICON.search(element.get("class") or ""):
        return "unseen"
    if size.words > total_words * _CONTENT_SHARE:
        return None
    tag = element.tag
    role = (element.get("role") or "").lower()
    if tag == "nav" or role in {"navigation", "menu", "menubar", "search"}:
        return "menu"
    if (tag == "footer" or role == "contentinfo") and not _inside(element, {"article", "blockquote", "li"}):
        return "footer"
    if (tag == "header" or role == "banner") and not _inside(element, {"main", "article", "section", "li"}):
        # A hero inside <header> (a heading and a sentence) is content; a bar with a menu is not.
        has_menu = element.find(".//nav") is not None and element.find(".//h1") is None
        if has_menu or size.link_share > 0.5:
            return "site header"
    if tag == "dialog" or role in {"dialog", "alertdialog"} or element.get("aria-modal") == "true":
        return "dialog"
    return _reason_by_name(element, size, of_people) or ("list of links" if _is_link_list(element, size) else None)


def _reason_by_name(element: Element, size: Measure, of_people: bool) -> str | None:
    """The reason that the class or id of a box gives."""
    if element.tag not in {"div", "section", "aside", "form", "ul", "ol", "figure", "article"}:
        return None
    names = _named(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAME])
    if not names:
        return None
    if "cookies" in names:
        return "cookie banner"
    if "dialog" in names:
        return "dialog"
    if "menu" in names and size.link_share > 0.5 and size.prose < _PROSE:
        return "menu"
    if "tools" in names and size.prose < _PROSE:
        return "page tools"
    if "footer" in names and not _inside(element, {"main", "article", "section", "li"}):
        return "footer"
    if "testimonial" in names and _is_testimony(element, of_people):
        return "customers' testimonial"
    return None


@lru_cache(maxsize=4096)
def _named(names: str) -> frozenset[str]:
    names = names.replace("_", "-")
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(names))


def _is_testimony(element: Element, of_people: bool) -> bool:
    """Whether a customer speaks in a box called testimonial: such names get used again for other things."""
    text = "".join(element.itertext())
    if of_people and _EMPLOYED.search(text):
        return False
    parts = sum(1 for _ in zip(element.iter("h2", "h3", "h4"), range(2), strict=False))
    return parts < 2 or element.find(".//blockquote") is not None or bool(_SPEECH.search(text))


def _is_link_list(element: Element, size: Measure) -> bool:
    """A list or box of four or more short links that lead away. Links to places on the same page are tabs."""
    return (
        element.tag in {"ul", "ol", "div"}
        and size.links_away >= 4
        and size.link_share > 0.9
        and size.longest_link <= 8
        and not size.content
    )


def is_requirements_heading(text: str) -> bool:
    """Whether a heading opens a job advert's list of demands or duties."""
    return bool(_REQUIREMENTS.match(fold(text)))


def _inside(element: Element, tags: set[str]) -> bool:
    return any(ancestor.tag in tags for ancestor in element.iterancestors())
