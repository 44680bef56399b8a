"""What a fetched page is when it is not the page that was asked for, told as a Problem with a code."""
from __future__ import annotations

import re
from urllib.parse import urlsplit

from helper.errors import Problem
from helper.fetch.discovery.look import Look
from helper.fetch.transport import Answer

FEW_WORDS = 250  # a page that says more than this is a page, whatever words stand in it
HARDLY_ANY = 25
_LOGIN_PATH = re.compile(r"\b(?:log[-_]?in|sign[-_]?in|sso|auth|oauth2?|saml|account/login)\b", re.IGNORECASE)
_PARKED = re.compile(
    r"\b(?:(?:this )?domain (?:name )?(?:is|may be|might be) (?:for sale|parked|available)|buy this domain|parked (?:free|domain)|"
    r"domain parking|this domain (?:has been|is) (?:registered|reserved|expired)|the domain \S+ is for sale|"
    r"make an offer on this domain|future home of)\b", re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:404|not found|(?:page|address) (?:does ?n[o']t|does not|no longer) exists?|ca(?:nno|n['’])t (?:be found|find)|could ?n[o'’]t find|"
    r"could not (?:be found|find)|page (?:is )?(?:missing|unavailable|no longer available)|nothing (?:was )?found)\b", re.IGNORECASE,
)
_COOKIES = re.compile(r"\b(?:cookies?|consent|tracking)\b", re.IGNORECASE)
_AGREE = re.compile(r"\b(?:accept|agree|allow|enable|consent|continue)\b", re.IGNORECASE)
_HUMAN = re.compile(
    r"\b(?:are you (?:a )?human|you are (?:a )?human|not a robot|checking your browser|just a moment|unusual traffic|"
    r"complete the (?:captcha|security check)|security check to access|access denied|request blocked)\b", re.IGNORECASE,
)
_HTML = ("text/html", "application/xhtml+xml")


def of_answer(answer: Answer) -> Problem | None:
    """What is wrong by status and type alone."""
    status, url = answer.status, answer.url
    if status in (404, 410):
        return Problem("not_found", f"{url} is not there (status {status}).")
    if status in (401, 403, 407, 451):
        return Problem("access_denied", f"{url} is not shown to programs (status {status}).",
                       "Read it in your browser, and save the page if you want a brief.")
    if status >= 500 or status == 429:
        return Problem("server_error", f"{url} cannot be had now (status {status}).", "Try again later.")
    if status != 200:
        return Problem("http_error", f"{url} gives no page (status {status}).")
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    looks_like = answer.body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    if kind not in _HTML and (kind or not looks_like):
        return Problem("not_html", f"{url} is no web page ({kind or 'unknown type'}).")
    return None


def of_look(asked: str, url: str, seen: Look) -> Problem | None:
    """What is wrong by what the page shows. `asked`: the address before redirects."""
    if (seen.password and seen.words < FEW_WORDS) or (
        _LOGIN_PATH.search(urlsplit(url).path) and not _LOGIN_PATH.search(urlsplit(asked).path)
    ):
        return Problem("login_wall", f"{url} wants a login before it shows anything.",
                       "Read it in your browser, and save the page if you want a brief.")
    if seen.words >= FEW_WORDS:
        return None
    if _GONE.search(seen.title) or _GONE.search(seen.heading):
        return Problem("soft_404", f"{url} says that the page is not there.")
    if _PARKED.search(f"{seen.title} {seen.text}"):
        return Problem("parked_domain", f"{url} is a parked domain, no company's site.", "Is the address right?")
    if _HUMAN.search(f"{seen.title} {seen.text}") and seen.words < FEW_WORDS / 2:
        return Problem("human_check", f"{url} shows a check for programs in place of the page.",
                       "Read it in your browser, and save the page if you want a brief.")
    if _is_cookie_wall(seen):
        return Problem("cookie_wall", f"{url} shows nothing before cookies are agreed to.",
                       "Read it in your browser, and save the page if you want a brief.")
    if seen.words < HARDLY_ANY and seen.scripts and len(seen.links) < 3:
        return Problem("script_made", f"{url} is made by scripts and says nothing without them.",
                       "Try again with --render.")
    if seen.words < HARDLY_ANY / 5 and len(seen.links) < 3:
        return Problem("empty_page", f"{url} says nothing.")
    return None


def _is_cookie_wall(seen: Look) -> bool:
    """Talk of cookies, a button to agree, and hardly a word or a way on besides."""
    talk = len(_COOKIES.findall(seen.text))
    onward = [link for link in seen.links if not _COOKIES.search(link.text) and len(link.text) > 1]
    return talk >= 2 and bool(_AGREE.search(seen.text)) and seen.words < 30 * talk and len(onward) < 4
