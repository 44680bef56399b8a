"""Rules 2, 3, 6, 7 and 10: the user's own aspiration, reason and deeds, and nothing invented."""
from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from nlp.phrasing import words as w
from nlp.phrasing.lint.registry import Hit, hits, rule
from nlp.phrasing.lint.text import Text

FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|d|ve|ll)|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b")
REASON = re.compile(r"\b(?:because|since|after|when I|ever since|so that|so|why|that['’]s why|matters? to me|is personal|taught me|made me|"
                    r"what I like|I like|I enjoy|I care)\b", re.IGNORECASE)
DID = re.compile(r"\b(?:I['’]ve|I have|I['’]m (?:\w+ )?(?:\w+ing|halfway|in (?:the|charge)|part|nurse|an?|trained)|I (?:\w+ly )?(?!would|could|want|wish|hope|might|may|will|like|love|do|am|can)\w+(?:ed|t|n|w|k|g|e|d|s|p)?\b)")
NOT_SAID = re.compile(r"\bthe (?:candidate|applicant)\b|\b(?:he|she|they) (?:is|are) (?:a|an) (?:\w+ )?(?:candidate|applicant)\b", re.IGNORECASE)
WISHING = frozenset("would could might may will shall should can 'd ’d want like hope wish plan aim intend love prefer ask".split())
SPEECH = frozenset("notice read see find know think believe say tell understand mean stop pick ask wonder look apply like want hope wish enjoy "
                   "care learn guess lean mind stay come go do have be get make take give bring feel spend work start use".split())
NOTICING = frozenset("read notice see hear find understand note".split())
NUMBER = re.compile(r"(?<![\w.])\d[\d.,]*%?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
                    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|hundred|thousand|million)\b", re.IGNORECASE)


OF_THE_QUESTION = re.compile(r"\b(?:five|ten) years (?=is\b|I\b|I['’])|\b(?:two|three) (?=things\b)", re.IGNORECASE)  # no claim
ASKED = re.compile(r"[^.?!]*\?")  # who asks claims nothing


@rule("no_person", 3, "error", "Say it in the first person: I, my.")
def no_person(text: Text) -> Iterator[Hit]:
    if text.words and not FIRST_PERSON.search(text.own):
        yield "Nobody speaks here: there is no “I” and no “my”.", None


@rule("third_person", 3, "error", "Say it in the first person.")
def third_person(text: Text) -> Iterator[Hit]:
    yield from hits(NOT_SAID, text, "“{}” speaks of you as somebody else.")


@rule("no_aspiration", 2, "warning", "Name one of your saved aspirations, in your own words.")
def no_aspiration(text: Text) -> Iterator[Hit]:
    if text.profile is None or text.words < 5:
        return
    wishes = [a.text for a in text.profile.aspirations if not a.private]
    if not wishes:
        return
    own = {t.lemma_.lower() for t in text.doc if t.is_alpha and not t.is_stop}
    for wish in wishes:
        lemmas = {t.lemma_.lower() for t in text.models.pipeline(wish) if t.is_alpha and not t.is_stop}
        if lemmas and len(lemmas & own) / len(lemmas) >= 0.4:
            return
    near = [*wishes, *(a.because for a in text.profile.aspirations if a.because and not a.private)]
    vectors = text.models.embedder.encode([w.fold(text.own), *near])
    if float((vectors[1:] @ vectors[0]).max()) < 0.55:
        yield "None of your saved aspirations is named.", None


@rule("no_reason", 6, "warning", "Add why it matters to you: because …, after …, or a thing that happened.")
def no_reason(text: Text) -> Iterator[Hit]:
    if text.words >= 12 and not REASON.search(text.own) and not _tells(text):
        yield "It is not said why this matters to you.", None


@rule("no_action", 7, "warning", "Add something you have done, started or planned.")
def no_action(text: Text) -> Iterator[Hit]:
    if text.words >= 12 and not _tells(text) and not REASON.search(text.own):
        yield "There is a wish and nothing done or planned for it.", None


def _tells(text: Text) -> bool:
    """Whether something done, started or lived is told: a claim of one's own, or four words running of the profile's facts."""
    if DID.search(text.own) or any(True for _ in _claims(text)):
        return True
    words = re.findall(r"[\w'’-]+", text.own.lower())
    return any(" ".join(words[i:i + 4]) in text.fact_text for i in range(len(words) - 3))


@rule("unsupported_number", 10, "error", "Use only figures that stand in your profile.")
def unsupported_number(text: Text) -> Iterator[Hit]:
    """A number said of oneself that the profile does not have. Numbers in quotations are the company's."""
    if text.profile is None:
        return
    known = {n.lower().rstrip(".,") for n in NUMBER.findall(text.profile_text)}
    pages = {n.lower().rstrip(".,") for n in NUMBER.findall(text.page_text)}
    claimed = text.own
    for no_claim in (OF_THE_QUESTION, ASKED):
        claimed = no_claim.sub(lambda m: " " * len(m.group()), claimed)
    for match in NUMBER.finditer(claimed):
        number = match.group().lower().rstrip(".,")
        if number not in known | pages | {"one", "two", "five"}:
            yield f"“{match.group()}” stands neither in your profile nor on the pages.", match.span()


@rule("unsupported_claim", 10, "warning", "Save it in your profile if it is true; take it out if it is not.")
def unsupported_claim(text: Text) -> Iterator[Hit]:
    """A clause "I did …" of whose words the profile has less than a third."""
    if text.profile is None or not text.profile_text:
        return
    for verb in _claims(text):
        if verb.lemma_.lower() in NOTICING and any(t.lower_ in {"you", "your", "yours"} for t in verb.subtree):
            continue  # what was read or heard of the company is held against its pages
        content = [t for t in verb.subtree if t.pos_ in {"NOUN", "PROPN", "VERB", "NUM", "ADJ"} and t.is_alpha and not t.is_stop
                   and t.lemma_.lower() not in SPEECH and t.lower_ != "that"]
        if len(content) < 2:
            continue
        known = sum(t.lemma_.lower() in text.profile_lemmas or t.lower_ in text.profile_text for t in content)
        if known / len(content) < 0.34:
            yield f"Nothing in your profile shows “I {_words(verb)}”.", None


def _claims(text: Text) -> Iterator[Token]:
    """Finite verbs with the subject I that state a fact, not a wish."""
    for token in text.doc:
        if token.pos_ not in {"VERB", "AUX"} or not any(c.dep_ in {"nsubj", "nsubjpass"} and c.text == "I" for c in token.children):
            continue
        if token.lemma_.lower() in {"want", "like", "hope", "wish", "plan", "aim", "would", "intend", "prefer", "love", "need", "ask", "promise"}:
            continue
        if any(c.dep_ == "aux" and c.lower_ in WISHING for c in token.children) or token.lower_ in WISHING:
            continue
        yield token


def _words(verb: Token) -> str:
    return " ".join(t.text for t in list(verb.subtree) if t.i >= verb.i)[:60].strip()


@rule("private_said", 10, "error", "This is marked private in your profile; leave it out.")
def private_said(text: Text) -> Iterator[Hit]:
    if text.profile is None:
        return
    own = text.own.lower()
    secrets = [aspiration.text for aspiration in text.profile.aspirations if aspiration.private]
    secrets += [*text.profile.financial_goals, *text.profile.social_circles]
    for secret in (secret.lower().strip(" .") for secret in secrets):
        at = own.find(secret) if len(secret.split()) >= 2 else -1
        if at >= 0:
            yield "Something private is said aloud.", (at, at + len(secret))
