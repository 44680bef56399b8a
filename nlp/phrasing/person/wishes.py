"""An aspiration as it was typed -> plain wishes, or the reason why it cannot be spoken.

People type wishes in every shape: a word, a paragraph, capitals, a question, an amount of money. This module
cleans, splits and refuses; grammar comes afterwards (forms.py).
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language

from nlp.models.pipeline import split_sentences
from nlp.phrasing import words as w
from nlp.phrasing.verbs import kinds

MONEY = re.compile(
    r"[$€£¥₹]\s*\d|\b\d[\d.,]*\s*(?:k\b|€|\$|£|euros?\b|dollars?\b|pounds?\b|usd\b|eur\b|gbp\b|inr\b|rupees?\b|lakhs?\b|"
    r"(?:thousand|million)s?\b)|\b\d{2,3}[,.]?000\b|\b(?:six|seven|five)[- ]figures?\b",
    re.IGNORECASE,
)
PAY = re.compile(
    r"\b(?:salar(?:y|ies)|paycheck|pay ?cheque|pay (?:rise|raise)|(?:better|higher|more|good|great|fair|decent|top|my) pay|^pay|"
    r"(?:well|better|properly|fairly|be|get|getting|being) paid|earn(?:ing|s)? (?:more|a lot|well|good|enough|money|big)|"
    r"earnings?|(?:more|make|good|the|real) money|wages?|bonus(?:es)?|rich|wealth(?:y)?|millionaire|income|stock options|"
    r"financially|financial (?:security|freedom|independence))\b",
    re.IGNORECASE,
)
FOR_OTHERS = re.compile(r"\b(?:help|advis\w+|teach|support|serve|give|bring|improve)\b.*\b(?:people|others|their|them|famil\w+|"
                        r"clients?|customers?|members|owners?|farmers?|women|communit\w+|households?)\b", re.IGNORECASE)
_FIRM = r"(?:company|business|start-?up|consultancy|agency|firm|shop|studio|practice|restaurant|café|cafe|bakery)"
OWN_BUSINESS = re.compile(
    rf"\b(?:(?:start|found|launch|open|set up|establish)(?:ing)?\s+(?:my|our|an?)\s+(?:own\s+)?(?:\w+\s+)?{_FIRM}\b|"
    rf"(?:run|own|build|have|create|manage)(?:ning|ing)?\s+(?:my|our)\s+(?:own\s+)?(?:\w+\s+)?{_FIRM}\b|"
    rf"(?:my|our) own (?:\w+ )?(?:boss|{_FIRM[3:-1]})\b|self-employed|(?:be|become|becoming|being) an entrepreneur|freelanc\w+|work(?:ing)? for myself)",
    re.IGNORECASE,
)
SWEARING = re.compile(
    r"\b(?:fuck\w*|shit\w*|bullshit|crap(?:py)?|arse\w*|ass(?:hole)?s?|bitch\w*|bastards?|damn(?:ed)?|goddamn\w*|piss(?:ed)?|"
    r"dick(?:head)?s?|wank\w*|bollocks|bloody|motherf\w+|cunts?|idiots?|morons?|jerks?|screw (?:this|them|you|my)|(?:the|what|as) hell)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"\?\s*$|^(?:how|what|why|when|where|who|should|could|can|do|does|is|are|will|would)\s+(?:i|to|do|does|is|are|my|the)\b",
    re.IGNORECASE,
)
LOWER_NAMES = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"english|french|german|spanish|italian|(?<=in )(?:may|march))\b"
)
SHOUTED = re.compile(r"(?<!^)\b(?:AND|OR|BUT|NOT|ALL|VERY|ONLY|REALLY|MY|THE|ALWAYS|NEVER|MORE|NO|WITH)\b")
TWICE = re.compile(r"\b(\w+)(?:[ ,.;:!?\-]+\1\b)+", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
BULLET = re.compile(r"^\s*(?:[-*•–—·>]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
WISHING = (
    r"(?:want|wish|hope|aim|aspire|plan|intend|(?:would|['’]d) (?:also |really |then |just )?(?:like|love)|dream|like|love|am hoping|"
    r"['’]m hoping|am aiming|['’]m aiming|see myself|look forward)"
)
STARTS_WISH = re.compile(
    r"^(?:(?:one day|in .{1,24}?|later|then|also|long[- ]term|ultimately|eventually),?\s+)?"
    rf"(?:I\s*(?:also |really |then )?{WISHING}|"
    r"my (?:\w+[- ]){0,3}(?:goal|aim|dream|ambition|aspiration|wish|hope)s?\b|to \w+)",
    re.IGNORECASE,
)
AGAIN = re.compile(
    rf"(?:,\s*|\s+)(?:and|but|then)\s+(?:then |also |one day |later |eventually |finally )*(?=I\s*(?:also |really |then )?{WISHING}\b)",
    re.IGNORECASE,
)
BECAUSE = re.compile(r",?\s+(?:because|since(?=\s+I\b)|as(?=\s+I\b(?!.*\bas\b)))\s+(?!of\b)", re.IGNORECASE)
LONG = 40  # words above which a wish is more than one wish


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish in plain words; `because` is a reason typed inside it."""

    text: str
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an aspiration is not spoken: a code, and one plain sentence for the user."""

    code: str
    text: str


REFUSALS = {
    "wish_is_money": "Pay is kept out of the phrases: it never leads in an interview, and no amount is ever printed.",
    "wish_is_own_company": "Founding your own company is kept out of the phrases, because it tells an employer when you leave.",
    "wish_is_question": "An aspiration is written as a question; write what you want, for example “Lead a small team”.",
    "wish_has_swearing": "An aspiration has a word you would not say in an interview; write it without, and it can be used.",
    "wish_not_english": "An aspiration is not in English, so no phrase could be made from it.",
    "wish_not_understood": "An aspiration could not be put into a sentence; start it with a verb, for example “Lead a small team”.",
    "wish_too_long": "An aspiration is too long to be spoken; say it in a dozen words.",
}


def refusal(code: str) -> Refusal:
    return Refusal(code, REFUSALS[code])


def plain(text: str) -> str:
    """Typed text without emoji, bullets, quotation marks and shouting."""
    text = BULLET.sub("", w.without_symbols(TAG.sub(" ", text)))
    text = re.sub(r"[\"“”«»„*_#`{}<>\[\]|\\^~]+", "", text)
    return _capitals(TWICE.sub(r"\1", w.fold(_calm(text))).strip(" .,;:!…-–—"))


def _capitals(text: str) -> str:
    """The capitals that hurried typing leaves out: I, and names of months and days."""
    text = re.sub(r"(?<![\w.])i(?=['’\s]|$)", "I", text)
    text = SHOUTED.sub(lambda m: m.group().lower(), text)
    text = re.sub(r"\b[A-Z]{5,}\b", lambda m: m.group().lower() if kinds(m.group()) and m.group().lower() not in w.PROPER else m.group(), text)
    return LOWER_NAMES.sub(lambda m: m.group().capitalize(), text)


def _calm(text: str) -> str:
    """Text in capitals -> sentence case, so that nobody shouts; short acronyms alone stay."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 6 or sum(c.isupper() for c in letters) / len(letters) < 0.7:
        return text
    return w.capitalise(text.lower())


def is_english(text: str) -> bool:
    """Whether enough of the words stand in the English dictionary; too little text is taken as English."""
    found = [part for word in w.words(text) for part in re.split(r"[^\w]", word) if part.isalpha() and len(part) > 1]
    if not found:
        return bool(w.words(text))
    known = sum(bool(kinds(word)) or word.lower() in FUNCTION or w.keep_capital(word) for word in found)
    return known / len(found) > (0.5 if len(found) > 2 else 0)


FUNCTION = frozenset(
    "a an the of to in on at for with from by and or but my own i me we our you your it its their they them this that who whose "
    "as than into over under up out off about after before between while where when what how all any some no not so too be is "
    "are was were been being have has had do does did can could would should may might will shall through within without "
    "everybody everyone somebody someone people more most other others new".split()
)


def wishes(text: str, pipeline: Language) -> list[Wish] | Refusal:
    """The wishes typed as one aspiration, in order, or why there is none to speak."""
    bare = plain(text)
    if not any(len(x) > 1 and x.lower() not in FUNCTION for x in w.words(bare)):
        return refusal("wish_not_understood")
    for code, pattern in (("wish_has_swearing", SWEARING), ("wish_is_own_company", OWN_BUSINESS)):
        if pattern.search(bare):
            return refusal(code)
    if MONEY.search(text) or (PAY.search(bare) and not FOR_OTHERS.search(bare)):
        return refusal("wish_is_money")
    if QUESTION.search(text.strip()):
        return refusal("wish_is_question")
    if not is_english(bare):
        return refusal("wish_not_english")
    parts = _parts(text, pipeline)
    return parts if parts else refusal("wish_not_understood")


def _parts(text: str, pipeline: Language) -> list[Wish]:
    pieces: list[str] = []
    for line in re.split(r"[\n\r;•]+", w.SPACE.sub(lambda m: "\n" if "\n" in m.group() else " ", text)):
        line = plain_keeping_stops(line)
        if line:
            pieces += [piece for s in split_sentences(pipeline, line) for piece in AGAIN.split(s.text)]
    cleaned = [p for p in (plain(piece) for piece in pieces) if p]
    wishing = [p for p in cleaned if STARTS_WISH.match(p)]
    chosen = wishing if wishing else cleaned[:1] if _is_prose(cleaned) else cleaned
    return [_with_reason(p) for p in dict.fromkeys(chosen)]


def plain_keeping_stops(line: str) -> str:
    return w.fold(_calm(BULLET.sub("", w.without_symbols(line))))


def _is_prose(pieces: list[str]) -> bool:
    """Several sentences of which none says that it is a wish: only the first can be taken for one."""
    return len(pieces) > 1 and any(re.match(r"(?:I|my|we|it|this|that|they)\b", p, re.IGNORECASE) for p in pieces[1:])


def _with_reason(piece: str) -> Wish:
    parts = BECAUSE.split(piece, maxsplit=1)
    if len(parts) == 2 and len(parts[0]) > 2 and len(parts[1].split()) > 1:
        return Wish(parts[0].rstrip(" ,"), parts[1])
    return Wish(piece)
