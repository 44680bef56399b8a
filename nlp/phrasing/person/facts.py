"""A step, a piece of experience or training as it was noted -> a clause in the first person.

Notes come in five shapes (past verb, present verb, gerund, participle or adverb phrase, noun phrase); each has
its own way to "I". A note whose shape is none of these yields nothing: a clause left out is better than a
clause invented.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from spacy.language import Language

from nlp.phrasing import words as w
from nlp.phrasing.person.forms import is_person_noun
from nlp.phrasing.person.note_words import (
    ADVERB,
    BOUND,
    DATE_TAIL,
    DATED,
    DEGREE,
    DONE,
    HAS_EXPERIENCE,
    HELD,
    HELP_VERBS,
    LEAD_VERBS,
    LED,
    MAKE_VERBS,
    OFTEN,
    ONGOING_TAIL,
    PASSIVE_EVENTS,
    PASSIVE_STATES,
    PASSIVE_WITH_OBJECT,
    REPEATED,
    SINCE,
    SINCE_ONLY,
    STARTED_TAIL,
    STATE_START,
    STUDY_NOUNS,
    STUDY_VERBS,
    TAKEN,
    TAUGHT,
    UNIQUE_ROLE,
    YEAR_OF,
    YEARS,
)
from nlp.phrasing.person.offers import offer
from nlp.phrasing.person.wish_words import AFTER_A_VERB, WISH_VERBS
from nlp.phrasing.person.wishes import MONEY, SWEARING, is_english, plain
from nlp.phrasing.verbs import (
    AUXILIARIES,
    inflect,
    is_base,
    is_gerund,
    is_participle,
    is_past,
    is_third_person,
    kinds,
    lemma_of,
)

MAX_WORDS = 22


class Kind(StrEnum):
    """What sort of thing was done: it decides how it can be offered again."""

    HELP = "help"  # done for other people: mentored, taught, volunteered
    MAKE = "make"  # changed or built something: redesigned, cut, set up
    LEAD = "lead"  # answered for people or a place: ran, chaired
    STUDY = "study"  # learned: passed, studying
    ROLE = "role"  # is or was something: nurse in charge
    TIME = "time"  # years of work
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """One true thing about the user. `clause` starts with I (or the subject the note had) and has no stop."""

    clause: str
    kind: Kind
    ongoing: bool
    source: str
    gerund: str | None = None  # the same as a noun-like phrase: "running four workshops"
    offer: str | None = None  # the same again, named: "I could redesign a checklist like that with {team}"

    @property
    def perfect(self) -> str:
        """The clause in the present perfect where a past fact has no date: it reads better beside a wish."""
        match = re.match(r"I (\w+)(?= )", self.clause)
        if self.ongoing or match is None or DATED.search(self.clause) or BOUND.search(self.clause) or not is_past(match.group(1)):
            return self.clause
        if any(is_past(x) and not is_participle(x) for x in re.findall(r"(?:,|\band|\bthen) (\w+)", self.clause)):
            return self.clause
        return f"I've {inflect(lemma_of(match.group(1)), 'VBN')}{self.clause[match.end():]}"

    @property
    def words(self) -> int:
        return w.count(self.clause)

    @property
    def says_our(self) -> bool:
        """Whether "our" is said of the user's own place: it must not stand beside "your"."""
        return bool(re.search(r"\b(?:our|we|us)\b", self.clause, re.IGNORECASE))


def fact(note: str, pipeline: Language) -> Fact | None:
    """The note in the first person, or None when its shape is not understood or it should not be said."""
    if MONEY.search(note) or SWEARING.search(note):
        return None
    text = re.split(r"(?<=[.!?;])\s+|\n", plain(note))[0].rstrip(" .;")
    if not text or not is_english(text):
        return None
    text = _short(_relative(w.fold(re.sub(r"\bhere\b", "", w.lower_first(text)))))
    if text is None:
        return None
    adverb = ""
    if match := ADVERB.match(text):
        adverb, text = match.group(1).lower() + " ", text[match.end():]
    first, _, rest = text.partition(" ")
    bare = first.lower().strip(",")
    made = (_with_subject(text, bare, pipeline) or _from_years(text) or _from_state(text) or _from_verb(text, bare, rest, adverb)
            or _from_noun(text, bare) or _as_clause(text, pipeline))
    if made is None:
        return None
    clause, ongoing, lemma, gerund = made
    kind = _kind(lemma, clause)
    return Fact(clause, kind, ongoing, note, gerund, None if kind is Kind.STUDY else offer(clause))


Made = tuple[str, bool, str, str | None]


def _relative(text: str) -> str:
    """ "…, saves an hour a day" -> "…, which saves an hour a day": the note left its subject out."""
    def joined(match: re.Match[str]) -> str:
        return f", which {match.group(1)} " if is_third_person(match.group(1)) else match.group()

    return re.sub(r", (\w+s) (?=(?:an?|the|my|our|us|me|\d+|one|two|three|half|about|nearly)\b)", joined, text)


def _short(text: str) -> str | None:
    """The note, cut at its last comma that keeps it whole; None when it is too long all the same."""
    if w.count(text) <= MAX_WORDS:
        return text
    for match in reversed(list(re.finditer(r",| which | where | so that | because ", text))):
        head = text[:match.start()]
        if 4 <= w.count(head) <= MAX_WORDS:
            return head
    return None


def _with_subject(text: str, bare: str, pipeline: Language) -> Made | None:
    """A note that is a clause already: "I rebuilt …", "My team won …"."""
    if bare not in {"i", "i'm", "i’m", "i've", "i’ve", "my", "we", "our", "the"}:
        return None
    return _as_clause(text, pipeline)


def _as_clause(text: str, pipeline: Language) -> Made | None:
    bare = text.split(" ", 1)[0].lower()
    if bare in {"you", "they", "he", "she", "it", "this", "that", "there"}:
        return None
    doc = pipeline(w.capitalise(text) + ".")
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or not any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < root.i for c in root.children):
        return None
    if root.tag_ not in {"VBD", "VBP", "VBZ", "VBN", "VBG", "VB", "MD"} or (root.tag_ in {"VBN", "VBG", "VB"} and not any(
            c.dep_ in {"aux", "auxpass"} for c in root.children)):
        return None
    clause = "I" + text[1:] if bare in {"i", "i'm", "i’m", "i've", "i’ve"} else text
    return clause, root.tag_ in {"VBP", "VBZ"} and not is_past(root.text), lemma_of(root.text), None


def _from_years(text: str) -> Made | None:
    if match := YEAR_OF.match(text):
        return f"I'm in the {match.group(1).lower()} {text[match.end():]}", True, "study", None
    if re.match(r"^(?:my )?(?:first|last)\b", text, re.IGNORECASE) and re.search(r"\b(?:years?|months?)\b", text):
        bare = re.sub(r"^my ", "", text, flags=re.IGNORECASE)
        return f"I spent my {bare}", False, "spend", None
    if not YEARS.match(text):
        return None
    text = re.sub(r"^(\w+)\+ ", r"\1-plus ", text)
    if REPEATED.match(text):
        match = re.search(r",?\s+since .+$", text)
        if match:
            return f"I've spent {text[:match.start()]}{match.group().replace(',', '')}", True, "spend", None
        return f"I spend {text}", True, "spend", None
    return f"I've spent {text}", True, "spend", f"{text}"


def _from_state(text: str) -> Made | None:
    if not STATE_START.match(text):
        return None
    being = "I've been" if SINCE_ONLY.search(text) else "I'm"
    return f"{being} {text}", True, "be", None


def _from_verb(text: str, bare: str, rest: str, adverb: str) -> Made | None:
    lemma = lemma_of(bare)
    if bare in {"have", "has", "had"} and rest and is_participle(rest.split()[0]):
        done = rest.split()[0].lower()
        return (f"I {'had' if bare == 'had' else 'have'} {adverb}{rest}".replace("I have", "I've"), False, lemma_of(done), None)
    if bare in AUXILIARIES - {"have", "has", "had", "do", "did", "being"}:
        return {"am": (f"I'm {adverb}{rest}", True, "be", None), "was": (f"I was {adverb}{rest}", False, "be", None)}.get(bare)
    noun_reading = _reads_as_noun(text, bare, rest)
    if is_gerund(bare) and bare != "evening" and not noun_reading:
        if SINCE.search(text):
            return f"I've {adverb}been {text}", True, lemma, text
        if DATED.search(text):
            return f"I {adverb}{inflect(lemma, 'VBD')} {rest}", False, lemma, text
        return f"I'm {adverb}{text}", True, lemma, text
    if (bare in PASSIVE_EVENTS and not _has_object(rest)) or (bare in PASSIVE_WITH_OBJECT and rest):
        return f"I was {adverb}{text}", False, "be", None
    if bare in PASSIVE_STATES and rest and not _has_object(rest):
        if DATED.search(rest):
            return f"I was {adverb}{text}", False, "be", None
        return f"I'm {adverb}{text}", True, "be", None
    if bare in PASSIVE_STATES and is_person_noun(re.split(r"[,(]| in | at | for | of | since ", text)[0].split()[-1]):
        return None
    past, base = is_past(bare), is_base(bare)
    if past and not (base and OFTEN.search(text)):
        return f"I {adverb}{text}", False, lemma, f"{inflect(lemma, 'VBG')} {rest}".strip()
    if is_participle(bare) and not base:
        return f"I've {adverb}{text}", False, lemma, None
    if base and not noun_reading:
        if SINCE_ONLY.search(text) or (SINCE.search(text) and not DATED.search(text)):
            return f"I've {adverb}{inflect(lemma, 'VBN')} {rest}", True, lemma, None
        return f"I {adverb}{text}", True, lemma, None
    return None


def _has_object(rest: str) -> bool:
    first = rest.split()[0].lower() if rest else ""
    return bool(first) and first not in {"to", "in", "as", "for", "by", "at", "on", "with", "from", "since", "twice", "into"} and first[-2:] != "ly"


def _reads_as_noun(text: str, bare: str, rest: str) -> bool:
    """ "Volunteer fire officer", "training in first aid", "lead tester since May": the first word is no verb here."""
    if not rest:
        return True
    second = rest.split()[0].lower().strip(",")
    if is_gerund(bare):
        return bare in {"training", "engineering", "marketing", "nursing", "teaching"} and second in {"in", "for", "course", "certificate",
                                                                                                      "diploma", "degree", "assistant"}
    if "NOUN" not in kinds(bare):
        return False
    verbs = HELP_VERBS | MAKE_VERBS | LEAD_VERBS | STUDY_VERBS | WISH_VERBS
    if bare not in verbs and second not in AFTER_A_VERB - {"of", "with", "in", "for", "at"} and not second[0].isdigit():
        return True
    if second == "of" or HAS_EXPERIENCE.match(text):
        return True
    if is_person_noun(bare) and second not in AFTER_A_VERB - {"in", "at", "for", "with", "of"} and not second[0].isdigit():
        return True
    head = re.split(r"[,(]| in | at | for | of | since | with | on ", text)[0].split()
    return len(head) > 1 and (is_person_noun(head[-1]) or bool(STUDY_NOUNS.search(head[-1]))) and second not in AFTER_A_VERB


def _from_noun(text: str, bare: str) -> Made | None:
    when = ""
    if match := STARTED_TAIL.search(text):
        text = text[:match.start()]
        return f"I started {_a(text)} in {match.group(1)}", True, "study", None
    ongoing = ONGOING_TAIL.search(text)
    if ongoing:
        text = text[:ongoing.start()]
    if match := DATE_TAIL.search(text):
        text, when = text[:match.start()], f" in {match.group(1)}"
    head = re.split(r",|\(| in | at | for | of | since | with | from ", text)[0].strip()
    if STUDY_NOUNS.search(head) or HELD.search(text) or TAKEN.search(head) or DONE.search(head):
        if ongoing:
            return f"I'm working towards {_a(text)}", True, "study", None
        if DONE.search(head):
            return f"I did {_a(text)}{when}", False, "do", None
        if TAKEN.search(head) and OFTEN.search(text):
            return f"I take {_a(text)}", True, "study", None
        if TAKEN.search(head):
            return f"I took {_a(text)}{when}", False, "study", None
        if HELD.search(text):
            return (f"I got {_a(text)}{when}", False, "study", None) if when else (f"I have {_a(text)}", True, "study", None)
    if HAS_EXPERIENCE.match(text):
        return f"I have {text}", True, "have", None
    if head and is_person_noun(head.split()[-1]) and not ongoing and not when and "," not in text:
        noun = text if UNIQUE_ROLE.match(text) or bare in {"the", "my", "a", "an"} else f"{w.article(text)} {text}"
        verb = "I've been" if SINCE_ONLY.search(text) else "I'm"
        return f"{verb} {noun}", True, "be", None
    if re.match(r"(?:member|volunteer|trustee|governor|board member|part|founder|speaker|winner|finalist)\b", text, re.IGNORECASE) and "," not in text:
        verb = "I've been" if SINCE_ONLY.search(text) else "I'm"
        return f"{verb} {w.article(text)} {text}", True, "be", None
    return None


def _a(noun: str) -> str:
    """The noun with an article where it has none and needs one."""
    if match := DEGREE.match(noun):
        noun = f"{match.group(1)} in {match.group(2)}" if match.group(2) else noun
        return f"{w.article(noun)} {noun}"
    head = re.split(r",|\(| in | at | for | of | since | with | from ", noun)[0].strip()
    last = head.split()[-1].lower()
    if noun.split()[0].lower() in {"a", "an", "the", "my", "two", "three", "four", "some", "several", "our"} or noun[0].isdigit():
        return noun
    if (last.endswith("s") and not last.endswith(("ss", "'s", "’s"))) or last in {"training", "experience", "work"}:
        return noun
    return f"{w.article(noun)} {noun}"


def _kind(lemma: str, clause: str) -> Kind:
    if lemma == "study" or (lemma in STUDY_VERBS | {"be", "start", "do", "work", "have"} and STUDY_NOUNS.search(clause)) or \
            re.search(r"\b(?:start\w*|began|begun) (?:learning|studying)\b", clause):
        return Kind.STUDY
    if lemma in LEAD_VERBS | {"give", "hold", "start", "teach"} and TAUGHT.search(clause):
        return Kind.HELP
    if lemma in LEAD_VERBS and not LED.search(clause):
        return Kind.OTHER
    for kind, verbs in ((Kind.HELP, HELP_VERBS), (Kind.LEAD, LEAD_VERBS), (Kind.MAKE, MAKE_VERBS), (Kind.STUDY, STUDY_VERBS)):
        if lemma in verbs:
            return kind
    if lemma == "spend" or HAS_EXPERIENCE.search(clause[7:]):
        return Kind.TIME
    return Kind.ROLE if re.match(r"I(?:'m| was|'ve been) (?!\w+ing\b)", clause) else Kind.OTHER
