"""Rules 5, 8 and 9: this company and no other, planned here, and something given."""
from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.phrasing.lint.registry import Hit, rule
from nlp.phrasing.lint.text import Text
from nlp.phrasing.verbs import kinds

COMPANY = re.compile(r"\b(?:you|your|yours|here|with you|this (?:company|team|school|hospital|bank|role|job|place))\b", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:\w+['’]d|would|I could|could you|could|I want|I['’]ll|I hope|may I|I['’]m (?:ready|looking|moving|going)|the job I['’]m after)\b", re.IGNORECASE)
WISHES = "like|love|want|enjoy|expect|need|get|grow|rather|prefer|hope|wish|be"
GIVE = re.compile(
    rf"\bI(?:['’]d| would| could| can)\s+(?:\w+ly )?(?!(?:{WISHES})\b)\w+|\bI['’]d like to (?:\w+ly )?(?!(?:{WISHES}|learn|work|have|know|become|ask)\b)\w+|"
    r"\bwould (?:get|have|hear|gain|benefit|help|find|feel|meet|notice|serve|use)\b|\bcould (?:use|help|show|count|rely|check)\b|\bI['’]d be (?:glad|happy) to\b|"
    r"\b(?:you|they|team)['’]d (?:get|hear|have|meet|find)\b|\bin return\b|\bwould go\b|\bstarting with\b|\bearn\b|\bis what I could\b|"
    r"\bgood practice for\b|\bthat['’]s how I\b|\bready to do\b|\bis what I['’]d\b",
    re.IGNORECASE,
)


AS_A_NAME_BEFORE = re.compile(r"\b(?:at|with|from|for|of|by|than|like|join|joined|left)\s+$", re.IGNORECASE)
AS_A_NAME_AFTER = re.compile(r"['’]s\b")


@rule("no_company", 8, "error", "Say “you”, “your” or “here”, or name the company.")
def no_company(text: Text) -> Iterator[Hit]:
    name = text.brief.company.name if text.brief else ""
    if text.words and not text.quotes and not COMPANY.search(text.own) and not (name and name.lower() in text.raw.lower()):
        yield "The company does not occur.", None


@rule("no_plan_here", 8, "warning", "Put the next step in this company: “here”, “with you”, “in your team”.")
def no_plan_here(text: Text) -> Iterator[Hit]:
    sentences = re.split(r"(?<=[.!?])\s+", re.sub(r"“[^”]*”", " here ", text.raw))
    if text.raw.count("?") > 1:  # a list of questions
        return
    if text.words >= 12 and not any(AHEAD.search(s) and COMPANY.search(s) for s in sentences):
        yield "What you want to do is not tied to this company.", None


@rule("nothing_given", 9, "warning", "Add what the team or the people it serves would gain: “I'd bring …”, “your team would get …”.")
def nothing_given(text: Text) -> Iterator[Hit]:
    if text.words >= 12 and "?" not in text.raw and not GIVE.search(text.own):
        yield "You say what you would get, and not what you would give.", None


@rule("other_company", 5, "error", "Take the other company's name out.")
def other_company(text: Text) -> Iterator[Hit]:
    own = text.brief.company.name if text.brief else ""
    for name in text.rivals:
        if len(name) > 3 and name.lower() != own.lower() and (span := _named(name, text, own)):
            yield f"{name} is another company.", span


def _named(name: str, text: Text, own: str) -> tuple[int, int] | None:
    """Where `name` is meant as a name. One of dictionary words alone ("Here", "Make") can also be just its words."""
    known = [bool(kinds(word)) for word in re.findall(r"[^\W\d_]+", name)]
    flags = re.NOFLAG if any(known) else re.IGNORECASE
    said = text.own if all(known) else text.raw
    if own:  # "Orrin" in "Orrin Labs" is no other company
        said = re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", lambda m: " " * len(m.group()), said)
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", said, flags):
        word = known == [True] and not name.isupper()
        if not word or AS_A_NAME_BEFORE.search(said[:match.start()]) or AS_A_NAME_AFTER.match(said[match.end():]):
            return match.span()
    return None


@rule("swap_test", 5, "warning", "Add a second thing only this company or only you could mean: a longer quote, a number, whom they serve.")
def swap_test(text: Text) -> Iterator[Hit]:
    """Fewer than two anchors, or a quote that stands on another saved company's pages as well."""
    quotes = [q for q, _ in text.quotes if q.strip()]
    for name, pages in text.rivals.items():
        if quotes and all(any(q in page for page in pages) for q in quotes):
            yield f"This would fit {name} as well: the same words stand there.", None
            return
    if text.words < 10:
        return
    anchors = sum(len(q.split()) >= 4 for q in quotes) + sum(2 <= len(q.split()) < 4 for q in quotes) * 0.5
    if text.profile is not None:
        role = (text.profile.role or "").lower()
        anchors += bool(role and role in text.own.lower())
        anchors += _shared_run(text) + 0.5 * bool(re.search(r"\d", text.own))
    if text.brief is not None and text.brief.company.name:
        anchors += text.brief.company.name.lower() in text.own.lower()
    anchors += 0.5 * bool(re.search(r"\byour (?!team\b|values\b|company\b|people\b|page\b|mission\b|vision\b|work\b|own\b)\w+", text.own, re.IGNORECASE))
    if anchors < 1.5:
        yield "Put another company's name in, and it would still fit.", None


def _shared_run(text: Text) -> bool:
    """Whether three words running are the user's own from the profile."""
    words = re.findall(r"[\w'’-]+", text.own.lower())
    return any(" ".join(words[i:i + 3]) in text.profile_text for i in range(len(words) - 2))
