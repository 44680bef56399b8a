"""A wish -> the forms a sentence needs: `to lead a team`, `leading a team`, `an executive role`.

The parser is asked about the wish inside a frame ("I want to …", "I want …"), because on a bare imperative
("Lead a team") a small model often takes the verb for a name.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.phrasing import words as w
from nlp.phrasing.person.wish_words import (
    AFTER_A_VERB,
    COMPOUNDS,
    DETERMINERS,
    LEAD_INS,
    LIGHT,
    NO_GERUND_BEFORE,
    PERSON,
    TIME_FIRST,
    TIME_LAST,
    TITLE_ALONE,
    WISH_VERBS,
)
from nlp.phrasing.verbs import AUXILIARIES, inflect, is_base, is_gerund, kinds, lemma_of

MAX_WORDS = 13
@dataclass(frozen=True, slots=True)
class Forms:
    """What can stand in a sentence for one wish; a form that does not exist for it is None.

    `like` follows "I'd like "; `inf` is a bare infinitive; `subject` can be a clause's subject ("leading a team
    is my next step"); `noun` is a noun phrase; `outward`: it is done for somebody else.
    """

    like: str
    inf: str | None
    subject: str | None
    noun: str | None
    outward: bool = False

    @property
    def words(self) -> int:
        return w.count(self.like)


OUTWARD = frozenset(
    "help teach mentor coach train support serve guide advise explain share give care treat heal protect inspire develop encourage "
    "improve make bring show solve represent translate feed welcome empower raise cut reduce save build design create".split()
)


def forms(text: str, pipeline: Language) -> Forms | None:
    """The forms of a wish of any shape, or None when no sentence can be made of it."""
    rest, kind = _strip(text)
    if not rest or w.DOUBLE_ARTICLE.search(rest):
        return None
    rest = w.lower_first(rest)
    if kind == "person" or (kind != "inf" and _is_person(rest, pipeline)):
        return _of_verb("become " + _with_article(rest), pipeline)
    first = re.split(r"[\s,]", rest, maxsplit=1)[0]
    if first.lower() in {"not", "never"} and is_base(([*rest.split(), ""])[1]):
        return Forms(f"{first} to {rest[len(first) + 1:]}", None, None, None) if w.count(rest) <= MAX_WORDS else None
    if kind == "inf" or _starts_with_verb(rest, first, pipeline):
        return _of_verb(rest, pipeline)
    if first.lower() == "being" and " " in rest:
        return _of_verb("be" + rest[5:], pipeline)
    if is_gerund(first) and _is_gerund_phrase(rest, pipeline):
        return _of_gerund(rest, first, pipeline)
    if kind == "object" and (found := _of_object_and_infinitive(rest, pipeline)):
        return found
    return _of_noun_or_adjective(rest, pipeline)


def _strip(text: str) -> tuple[str, str]:
    """`text` without "I want to", "my goal is", "one day" …, and what must follow: inf, object, person or any."""
    rest, kind = TIME_FIRST.sub("", text), "any"
    for pattern, found in LEAD_INS:
        match = pattern.match(rest)
        if match:
            rest, kind = rest[match.end():], found
            break
    if kind in {"any", "object"} and re.match(r"to \w+", rest):
        rest, kind = rest[3:], "inf"
    return TIME_LAST.sub("", TIME_FIRST.sub("", rest)).strip(" ,.:"), kind


def _starts_with_verb(rest: str, first: str, pipeline: Language) -> bool:
    if not is_base(first) or COMPOUNDS.match(rest) or "-" in first:
        return False
    if " " not in rest:
        return first.lower() in {"win", "help", "study", "serve", "care"} or not kinds(first) & {"NOUN", "ADJ"}
    if kinds(first) <= {"VERB"} or first.lower() in WISH_VERBS:
        return True
    if "NOUN" in kinds(first) and rest.split()[1].lower() not in AFTER_A_VERB:
        return False
    token = pipeline(f"I want to {rest}.")[3]
    return token.tag_ == "VB" and token.dep_ == "xcomp" and any(c.dep_ in {"dobj", "prep", "ccomp"} for c in token.children)


def _is_person(rest: str, pipeline: Language) -> bool:
    """Whether the phrase names a kind of person: "senior engineer", "a better leader"."""
    doc = pipeline(f"I know {rest}.")
    heads = [t for t in doc[2:] if t.dep_ in {"dobj", "attr"} and t.head.i == 1]
    if len(heads) == 1:
        first = doc[2]
        return is_person_noun(heads[0].text) and (first.i >= heads[0].left_edge.i) and not is_base_not_noun(first.text)
    return is_person_noun(rest.split()[-1]) and w.count(rest) <= 4 and not is_base_not_noun(rest.split()[0])


NOT_PERSONS = frozenset(
    "career number offer power matter order paper summer winter river letter water corner better other center never ever over under "
    "later former lower higher upper chapter cover computer answer shelter charter quarter border former factor sector motor doctor "
    "color colour honor error mirror floor door manner order proper silver leather weather whether together newsletter transfer".split()
)


def is_person_noun(word: str) -> bool:
    """Whether a noun names somebody: by list, or because it is made of a verb (installer, organiser)."""
    low = word.lower()
    if PERSON.search(low):
        return True
    if low in NOT_PERSONS or not low.endswith(("er", "or")) or len(low) < 5:
        return False
    stem = low[:-2]
    return any(is_base(x) for x in (stem, stem + "e") if len(x) > 3) or (stem[-1:] == stem[-2:-1] and is_base(stem[:-1]) and len(stem) > 4)


def is_base_not_noun(word: str) -> bool:
    return is_base(word) and (word.lower() in WISH_VERBS - {"lead", "head", "chair", "master"} or kinds(word) <= {"VERB"})


def _with_article(noun: str) -> str:
    first = noun.split()[0].lower()
    if first in DETERMINERS or TITLE_ALONE.match(noun) or first.endswith(("'s", "’s")) or first in {"somebody", "someone"}:
        return noun
    return f"{w.article(noun)} {noun}"


def _verbs(doc: Doc) -> list[Token]:
    """The head verb of "I want to <wish>." and the verbs coordinated with it."""
    head = doc[3]
    found = [head]
    for token in doc[4:]:
        if token.dep_ != "conj" or not is_base(token.text):
            continue
        if token.head in found and (token.tag_ in {"VB", "VBP"} or token.text.lower() in WISH_VERBS - {"work", "help", "support"}):
            found.append(token)
    return found


def _of_verb(rest: str, pipeline: Language) -> Forms | None:
    short = _shorten(_first_of_asyndeton(rest), pipeline)
    if short is None or short.lower() in AUXILIARIES:
        return None
    doc = pipeline(f"I want to {short}.")
    first = short.split()[0]
    lead = lemma_of(first)
    if not is_base(first):
        if first.lower() in {"always", "really", "truly", "better", "actively", "continuously", "also"}:
            return Forms(f"to {short}", short, None, None)
        return None
    subject = None if lead in NO_GERUND_BEFORE and re.match(r"\w+ing\b", short[len(first):].strip()) else _gerund(short, doc)
    noun = None
    if lead in LIGHT and (match := re.match(r"\w+ ((?:an?|the|more|greater) .+)$", short)) and " and " not in short:
        noun = match.group(1)
    return Forms(f"to {short}", short, subject, noun, lead in OUTWARD)


def _first_of_asyndeton(rest: str) -> str:
    """ "help others, help myself": without an "and" only the first can be inflected with certainty."""
    head, comma, after = rest.partition(", ")
    return head if comma and is_base(after.split()[0]) and not re.search(r"\b(?:and|or)\b", after) and " " in head else rest


def _gerund(short: str, doc: Doc) -> str:
    out = short
    offset = doc[3].idx
    for token in reversed(_verbs(doc)):
        at = token.idx - offset
        if at == 0 or out[at:at + len(token.text)] == token.text:
            out = out[:at] + inflect(lemma_of(token.text), "VBG") + out[at + len(token.text):]
    return re.sub(r"\b(and|or|then) to (\w+ing)\b", r"\1 \2", out)


def _of_gerund(rest: str, first: str, pipeline: Language) -> Forms | None:
    verb = lemma_of(first)
    made = _of_verb(re.sub(r"\b(and|or) (\w+ing)\b", lambda m: f"{m[1]} {lemma_of(m[2])}" if is_gerund(m[2]) else m[0],
                           verb + rest[len(first):]), pipeline)
    if made is None or w.count(made.like) != w.count(rest) + 1:
        return made
    return replace(made, subject=rest)


def _is_gerund_phrase(rest: str, pipeline: Language) -> bool:
    """ "Leading a team" is one, "training opportunities" is not."""
    token = pipeline(f"I like {rest}.")[2]
    return token.tag_ == "VBG" and (" " in rest) and any(
        c.i > token.i and c.dep_ in {"dobj", "prep", "xcomp", "acomp", "attr", "ccomp", "prt", "advmod", "dative", "oprd", "npadvmod"}
        for c in token.children
    )


def _of_object_and_infinitive(rest: str, pipeline: Language) -> Forms | None:
    """ "I want people to trust my numbers": nothing but "I'd like people to trust my numbers" can be made of it."""
    doc = pipeline(f"I want {rest}.")
    if any(t.dep_ in {"ccomp", "xcomp"} and t.tag_ == "VB" and t.head.i == 1 and t.i > 3 for t in doc) and " to " in rest:
        return Forms(rest, None, None, None) if w.count(rest) <= MAX_WORDS else None
    return None


def _of_noun_or_adjective(rest: str, pipeline: Language) -> Forms | None:
    doc = pipeline(f"I want {rest}.")
    head = next((t for t in doc[2:] if t.head.i == 1 and t.dep_ in {"dobj", "oprd", "acomp", "ccomp", "xcomp", "attr"}), None)
    if head is None or any(t.dep_ in {"nsubj", "nsubjpass"} and t.i >= head.left_edge.i and t.head == head for t in doc[2:]):
        return None
    if head.pos_ in {"ADJ", "ADV"} or (head.tag_ in {"VBN", "VBD"}) or (kinds(rest.split()[0]) == {"ADJ"} and " " not in rest):
        return _of_verb("be " + rest, pipeline)
    if head.pos_ not in {"NOUN", "PROPN", "PRON"} and kinds(head.text) & {"NOUN"} == frozenset():
        return None
    short = rest if w.count(rest) <= MAX_WORDS else _shorter_noun(doc, head)
    if not short:
        return None
    if head.tag_ == "NN" and _is_countable(short, head):
        short = _with_article(short)
    return Forms(short, None, short, short)


COUNT_NOUNS = re.compile(r"(?:role|job|position|career|title|promotion|degree|certificate|mentor|team|place|post|contract|company|mood|atmosphere|boss|manager|kitchen|office|workplace|challenge)$", re.IGNORECASE)


def _is_countable(short: str, head: Token) -> bool:
    return bool(COUNT_NOUNS.search(head.text)) and short.split()[0].lower() not in DETERMINERS


def _shorter_noun(doc: Doc, head: Token) -> str | None:
    end = head.i
    text = doc[2:end + 1].text
    return text if 0 < w.count(text) <= MAX_WORDS else None


def _shorten(rest: str, pipeline: Language) -> str | None:
    """The longest beginning of a verb phrase that is whole and short enough to be said."""
    if w.count(rest) <= MAX_WORDS:
        return rest
    doc = pipeline(f"I want to {rest}.")
    head = doc[3]
    best = None
    for end in range(len(doc) - 1, 4, -1):
        text = doc[3:end].text.rstrip(" ,")
        if w.count(text) > MAX_WORDS or ("," in text and not re.search(r"\b(?:and|or|not)\b", text[text.index(","):])):
            continue
        last, after = doc[end - 1], doc[end]
        cut = [t for t in doc[end:] if t.head.i < end and t.head.i >= 3 and t.dep_ != "punct"]
        loose = all(t.dep_ in {"cc", "conj", "advcl", "relcl", "parataxis", "advmod", "npadvmod", "acl"} or
                    (t.dep_ == "prep" and t.head.i != head.i) for t in cut)
        whole = last.pos_ not in {"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "PRON"} or last.text.lower() in {"people", "others"}
        if loose and whole and after.dep_ not in {"compound"} and w.count(text) >= 2:
            best = text
            break
    return best
