"""The reason of an aspiration ("because") -> a clause that can follow "because"."""
from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.models.pipeline import split_sentences
from nlp.phrasing import words as w
from nlp.phrasing.person.wishes import MONEY, PAY, SWEARING, is_english, plain
from nlp.phrasing.verbs import inflect, is_base, is_past, is_third_person, kinds, lemma_of

MAX_WORDS = 20
MARK = re.compile(r"^(?:and )?(?:because|since|as|for the reason that|the reason is(?: that)?|this is because|it is because|it's because)\s+(?!a\b|an\b)", re.IGNORECASE)
ANAPHOR = re.compile(r"^(?:that|this|it|they|these|those|he|she|there)\b", re.IGNORECASE)
COMPLAINT = re.compile(
    r"\b(?:my (?:current |present |old |last |former |ex[- ])?(?:boss|manager|employer|company|job|workplace)|they) (?:is|are|was|were|"
    r"does|do|did|never|always|don't|doesn't|didn't|doesn’t|don’t|hates?|ignores?|treats?|sucks?)\b|"
    r"\b(?:hate|sick of|fed up|tired of|toxic|terrible|awful|horrible|stupid|unfair|exploit\w*|underpaid|boring|bored)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reason:
    """`clause` follows "because"; when `purpose` it is an infinitive ("to help my family") and stands alone."""

    clause: str
    purpose: bool = False
    anaphoric: bool = False  # its subject points back, so it cannot stand first

    @property
    def words(self) -> int:
        return w.count(self.clause)

    @property
    def starts_with_i(self) -> bool:
        return bool(re.match(r"I\b", self.clause))


def reason(text: str | None, pipeline: Language) -> Reason | None:
    """The reason in a speakable form, or None when there is none, or none that should be said aloud."""
    if not text or MONEY.search(text) or PAY.search(text) or SWEARING.search(text) or COMPLAINT.search(text) or "?" in text:
        return None
    first = next(iter(split_sentences(pipeline, plain_text(text))), None)
    bare = MARK.sub("", plain(first.text if first is not None else ""))
    if not bare or not is_english(bare):
        return None
    # "here" in a profile is the user's own place; in an interview it would be the company.
    bare = w.fold(re.sub(r"\bhere\b", "", w.lower_first(bare)))
    if re.match(r"to \w+", bare) and is_base(bare.split()[1]):
        return Reason(bare, purpose=True) if w.count(bare) <= MAX_WORDS else None
    head = bare.split()[0].lower().strip(",")
    if _lacks_subject(head, bare):
        verb = bare.split()[0]
        tag_ok = verb if not is_third_person(verb) or is_base(verb) else inflect(lemma_of(verb), "VBP")
        bare = f"I {tag_ok}{bare[len(verb):]}"
    elif kinds(head) == {"ADJ"}:
        bare = f"I'm {bare}"
    clause = _clause(bare, pipeline)
    if clause is None:
        return None
    return Reason(clause, anaphoric=bool(ANAPHOR.match(clause)))


def plain_text(text: str) -> str:
    return w.fold(text)


def _lacks_subject(head: str, bare: str) -> bool:
    if " " not in bare or head in {"i", "my", "the", "a", "an", "it", "this", "that", "we", "our", "there", "people", "what"}:
        return False
    if kinds(head) <= {"VERB"} and kinds(head) and (is_base(head) or is_past(head)):
        return not head.endswith("ing")
    return head in {"want", "like", "love", "need", "hope", "enjoy", "believe", "feel", "find", "miss", "am", "was", "have", "had", "care"}


def _clause(bare: str, pipeline: Language) -> str | None:
    """`bare` if it is one finite clause with its own subject, short enough; else its shortest whole beginning."""
    frame = "I care about it because "
    doc = pipeline(w.capitalise(bare) + ".")
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or not _finite(root) or not _has_subject(root):
        # A second opinion: in its place the clause is often read right.
        framed = pipeline(f"{frame}{bare}.")
        inner = [t for t in framed if t.idx >= len(frame) and t.dep_ in {"advcl", "ccomp"} and t.head.idx < len(frame)]
        last = doc[max(0, len(doc) - 2)]
        verb_last = is_third_person(last.text) and last.tag_ == "NNS" and any(t.pos_ == "NOUN" for t in doc[:last.i])
        spoken = verb_last or any(_finite(t) and _has_subject(t) for t in inner)
        return bare if spoken and w.count(bare) <= MAX_WORDS else None
    if w.count(bare) <= MAX_WORDS:
        return bare
    return _cut(doc, root, bare)


def _finite(root: Token) -> bool:
    # The tagger often takes "let" or "put" for a base form after a third-person subject; it can only be a past tense there.
    if root.tag_ in {"VBD", "VBP", "VBZ", "MD"} or (root.tag_ == "VB" and is_past(root.text)):
        return True
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBP", "VBZ", "MD"} for c in root.children)


def _has_subject(root: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"} and c.i < root.i for c in root.children)


def _cut(doc: Doc, root: Token, bare: str) -> str | None:
    """The clause up to a later conjunct, adverbial or relative clause."""
    for token in reversed(doc[root.i + 2:]):
        starts = token.dep_ in {"cc", "mark"} or token.tag_ in {"WDT", "WP", "WRB"} or token.text == ","
        before = bare[:token.idx].rstrip(" ,")
        if starts and root.i < token.i and 3 <= w.count(before) <= MAX_WORDS and doc[token.i - 1].pos_ not in {"ADP", "DET", "CCONJ"}:
            clause = token if token.text == "," else token.head
            while clause.pos_ not in {"VERB", "AUX"} and clause.head.i != clause.i:
                clause = clause.head
            if re.search(r"\b(?:first|only|last|best|one|ones|those|person|people)(?: \w+)?$", before) and token.tag_ in {"WDT", "WP", "WP$"}:
                continue  # "the first accountant [who had asked]" says something else
            if token.text == "," or (clause.dep_ not in {"ccomp", "pcomp", "xcomp", "csubj"} and (token.dep_ != "cc" or token.head.pos_ in {"VERB", "AUX"})):
                return before
    return None
