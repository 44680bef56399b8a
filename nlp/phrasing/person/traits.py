"""Skills and ways of working -> what can be brought: "SQL", "somebody who asks early", "somebody calm under pressure"."""
from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Token

from nlp.phrasing import words as w
from nlp.phrasing.person.wishes import MONEY, SWEARING, is_english, plain
from nlp.phrasing.verbs import inflect, is_base, is_gerund, is_third_person, kinds, lemma_of

MAX_WORDS = 9
BOAST = re.compile(
    r"\b(?:excellent|outstanding|great|strong|proven|exceptional|perfect|perfectionist|expert|guru|ninja|rockstar|the best|top|passionate|"
    r"highly|very|extremely|results?-driven|go-getter|team[- ]?player|hard[- ]?working|dynamic|synerg\w+|amazing)\b",
    re.IGNORECASE,
)
I_AM = re.compile(r"^(?:I am|I'm|I’m|being|am|is|be)\s+", re.IGNORECASE)
MYSELF = re.compile(r"\b(?:I|I['’]\w+|me|my|mine|myself)\b")  # cannot be said of "somebody"
I_VERB = re.compile(r"^I (?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trait:
    """`noun` can be brought or put to use; `somebody` completes "somebody …"; `mine` is a clause with I."""

    noun: str | None
    somebody: str | None
    mine: str | None
    source: str


NOT_USED = re.compile(r"\b(?:licen[cs]es?|certificates?|diplomas?|degrees?|courses?)$", re.IGNORECASE)  # had, not put to use
LEVEL = re.compile(r"^(\S+) \(?([ABC][12])\)?$")


def skill(text: str, pipeline: Language) -> Trait | None:
    """A skill: a noun phrase unless it says otherwise ("Spanish (B1)" is the language, not the person)."""
    bare = plain(text)
    if match := LEVEL.match(bare):
        return Trait(f"{match.group(2)} {w.capitalise(match.group(1))}", None, None, text)
    if " " not in bare and w.keep_capital(bare):
        return Trait(bare, None, None, text)
    return trait(text, pipeline)


def trait(text: str, pipeline: Language) -> Trait | None:
    """The forms of a way of working; None for boasts, for long texts and for what is not understood."""
    bare = plain(text)
    if not bare or MONEY.search(text) or SWEARING.search(text) or BOAST.search(bare) or w.count(bare) > MAX_WORDS or not is_english(bare):
        return None
    bare = re.sub(r"\s*\([^)]*\)", "", bare).strip()
    bare = w.lower_first(bare)
    described = bool(I_AM.match(bare))
    bare = I_AM.sub("", bare)
    first = (bare.split() or [""])[0].lower()
    if MYSELF.search(bare) and not I_VERB.match(bare):
        return None
    if first in {"on", "in", "at", "with", "always", "never"}:
        return Trait(None, f"who is {bare}", f"I'm {bare}", text)
    if NOT_USED.search(bare):
        return None
    if I_VERB.match(bare):
        verb, _, rest = bare[2:].partition(" ")
        if not is_base(verb):
            return None
        if MYSELF.search(rest):
            return Trait(None, None, bare, text)
        return Trait(None, f"who {_inflected(bare[2:], 'VBZ', pipeline)}", bare, text)
    if is_third_person(first) and not is_base(first) and (" " in bare) and not _plural_noun(bare, pipeline):
        return Trait(None, f"who {bare}", f"I {_inflected(bare, 'VBP', pipeline)}", text)
    if is_gerund(first) and " " in bare:
        return Trait(bare, None, None, text)
    doc = pipeline(f"I am {bare}.")
    head = next((t for t in doc[2:] if t.dep_ in {"acomp", "attr"} and t.head.i == 1), None)
    adjective = (head is not None and head.pos_ == "ADJ" and "NOUN" not in kinds(bare.split()[-1])) or (kinds(first) == {"ADJ"} and " " not in bare)
    second = ([*bare.split(), "", ""])[1]
    adjective = adjective or ("ADJ" in kinds(first) and second in {"with", "under", "on", "in", "at", "about", "to", "towards", "when"})
    participle = doc[2].tag_ in {"JJ", "VBN", "VBD"} and not kinds(first) & {"NOUN"} and not is_base(first) and (head is None or head.i == 2)
    if described or adjective or participle:
        return Trait(None, bare if " " in bare and " and " not in bare else f"who is {bare}", f"I'm {bare}", text)
    if "," in bare or (is_base(first) and kinds(first) <= {"VERB"}):
        return None
    return Trait(bare, None, None, text)


def _inflected(bare: str, tag: str, pipeline: Language) -> str:
    """A verb phrase ("ask early and write it down") with its verb and the verbs coordinated with it as `tag`."""
    subject = "She" if is_third_person(bare.split()[0]) and not is_base(bare.split()[0]) else "They"
    doc = pipeline(f"{subject} {bare}.")
    verbs = [doc[1], *(t for t in doc[2:] if t.dep_ == "conj" and t.head.i >= 1 and _joined(t, doc[1].i)
                       and (is_third_person(t.text) if subject == "She" else is_base(t.text)))]
    out, offset = bare, len(subject) + 1
    for token in reversed(verbs):
        at = token.idx - offset
        out = out[:at] + inflect(lemma_of(token.text), tag) + out[at + len(token.text):]
    return out


def _joined(token: Token, first: int) -> bool:
    """Whether `token` is coordinated with the word at `first`, over others if need be, as a verb with a part of its own."""
    while token.dep_ == "conj" and token.i != first:
        token = token.head
    return token.i == first


def _plural_noun(bare: str, pipeline: Language) -> bool:
    """ "Sales" or "leads generation": a plural noun that looks like a verb."""
    token = pipeline(f"She {bare}.")[1]
    return token.pos_ not in {"VERB", "AUX"}
