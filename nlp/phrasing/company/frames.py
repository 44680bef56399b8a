"""The clause a quote stands in: chosen by the quote's form and by what the page says around it.

A frame claims something of the company, so its verb is the page's own wherever the sentence has one (lead.py);
otherwise it says no more than where the words stand.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from nlp.phrasing import words as w
from nlp.phrasing.company.cuts import Cut, Form
from nlp.phrasing.company.lead import Lead, imagined, lead
from nlp.phrasing.company.sources import Source
from nlp.phrasing.company.whole import LIGHT_VERBS
from nlp.phrasing.verbs import is_base, kinds


class Relation(StrEnum):
    """What the company's words are to the user's aim."""

    OFFER = "offer"  # something it gives its people
    NORM = "norm"  # a way of working it asks for
    PURPOSE = "purpose"  # what it is there for
    IDENTITY = "identity"  # what it is


@dataclass(frozen=True, slots=True)
class Frame:
    """A finite clause around the quote: `before` + “quote” + `after`. `before` is lower case."""

    id: str
    before: str
    quote: str
    after: str
    relation: Relation
    fit: float  # how well this frame reads, 0..1
    form: Form
    asks: bool = False  # a norm put as what they ask of people

    @property
    def clause(self) -> str:
        return w.fold(f"{self.before} {w.quote(self.quote)} {self.after}").replace(" ,", ",")

    @property
    def starts_with_quote(self) -> bool:
        return not self.before

    @property
    def words(self) -> int:
        return w.count(self.before) + w.count(self.quote) + w.count(self.after)


OFFERING = frozenset("offer provide give support invest encourage help enable promote foster empower reward recognise recognize train develop "
                     "sponsor mentor nurture allow let ensure grow teach equip".split())
BENEFITS = re.compile(r"\b(?:benefits?|perks?|offer|rewards?|what you get|why work|why join|working (?:here|with us)|life at|growth|development)\b", re.IGNORECASE)
AIMS = frozenset("mission vision goal aim purpose ambition aspiration objective commitment dream desire want aim strive seek aspire exist".split())
ITS_OWN_NAME = re.compile(r"\b(?:mission|vision)\b", re.IGNORECASE)  # "your mission begins “The mission of …”"
PURPOSE_KINDS = frozenset({"mission", "vision"})


def is_mention(frame: Frame) -> bool:
    """Whether it says only where the words stand."""
    return frame.id.startswith("mention.") and frame.id not in {"mention.write_that", "mention.say_that"}


def frames(cut: Cut, source: Source, company: str) -> Iterator[Frame]:
    """The frames that `cut` reads well in, best first within each family."""
    if source.is_name:
        yield from _of_name(cut)
        return
    if any(t.lower_ in {"i", "my", "me"} for t in source.sentence):
        return  # somebody's testimonial: not the company's own voice
    if {"csubj", "nsubj"} <= {c.dep_ for c in source.sentence.root.children}:
        return  # "Ensuring every loom strengthens the valley", where the parser takes the aim for the claim
    if cut.says_you:
        if source.kind == "value":
            yield from (f for f in _of_opening(cut, source) if f.id == "rule.says")
        return
    found = lead(cut, source.sentence, company)
    if found is not None and _closes(cut, source) and (cut.leans_on is None or found.text.endswith(cut.leans_on)):
        yield from _of_lead(cut, source, found)
    if cut.leans_on is not None:
        return
    if source.kind in PURPOSE_KINDS and _closes(cut, source) and (before := imagined(cut, source.sentence)):
        yield Frame("lead.imagine", before, cut.text, "", Relation.PURPOSE, 0.86, cut.form)
    if cut.start == source.sentence.start:
        yield from _of_opening(cut, source)
    elif cut.start == source.sentence.start + 1 and source.sentence[0].lower_ == "to" and cut.form is Form.VERB:
        yield from _of_infinitive(cut, source)
    yield from _of_mention(cut, source, spoken_of=found is not None)


def _closes(cut: Cut, source: Source) -> bool:
    """Whether the sentence can end after the cut: nothing before it waits for words that come later."""
    root = source.sentence.doc[cut.root]
    if root.dep_ in {"nsubj", "nsubjpass", "csubj", "expl", "dative"}:
        return False
    for token in source.sentence.doc[source.sentence.start:cut.start]:
        if token.lemma_.lower() in LIGHT_VERBS and any(c.i >= cut.end and c.dep_ in {"prep", "advmod", "acomp", "oprd"} for c in token.children):
            return False  # "put [people] at the centre"
        for child in token.children:
            if child.i < cut.end or child.i >= source.sentence.end:
                continue
            if child.dep_ in {"dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "prt", "neg", "pobj", "pcomp", "agent", "acl"}:
                return False
            if child.dep_ == "prep" and child.lower_ in {"with", "to", "into", "from", "as", "of", "than", "against"}:
                return False
    return True


def _after_to(cut: Cut, source: Source) -> bool:
    before = source.sentence.doc[cut.start - 1] if cut.start > source.sentence.start else None
    root = source.sentence.doc[cut.root]
    own = root.dep_ in {"advcl", "ROOT"} or (root.dep_ in {"acl", "xcomp"} and root.head.lemma_.lower() in AIMS)
    return before is not None and before.tag_ == "TO" and before.head.i == cut.root and own


def _of_name(cut: Cut) -> Iterator[Frame]:
    def frame(id_: str, before: str, after: str, fit: float) -> Frame:
        return Frame(id_, before, cut.text, after, Relation.NORM, fit, Form.NAME)

    yield frame("name.one_of", "", "is one of your values", 0.76)
    yield frame("name.among", "you count", "among your values", 0.76)
    yield frame("name.noticed", "I noticed", "among your values", 0.76)
    yield frame("name.stopped", "", "is the value of yours I stopped at", 0.72)


def _of_lead(cut: Cut, source: Source, found: Lead) -> Iterator[Frame]:
    relation = _relation(source, found)
    text, fit = found.text, 0.9 - 0.03 * max(0, found.words - 4)
    if cut.form in {Form.PREPOSITION, Form.PREDICATE}:
        fit -= 0.1
    if found.speaker == "reader":
        if source.kind in {"growth", "culture"}:
            yield Frame("lead.reader", f"you tell people who join that {text}", cut.text, "", Relation.OFFER, fit - 0.1, cut.form)
        return
    if found.speaker == "other":
        if cut.form is not Form.FINITE or found.words > 1:
            yield Frame("lead.say", f"you say that {text}", cut.text, "", relation, fit - 0.15, cut.form)
        return
    if found.copular and cut.form is Form.NOUN and found.speaker == "company":
        if text in {"you are", "you're"}:
            yield Frame("lead.identity", "you call yourselves", cut.text, "", Relation.IDENTITY, fit, cut.form)
            return
        relation = Relation.IDENTITY
    if cut.form is Form.FINITE and found.speaker == "company":
        return
    yield Frame(f"lead.{found.speaker}", text, cut.text, "", relation, fit if found.words > 1 else fit - 0.05, cut.form)


def _relation(source: Source, found: Lead) -> Relation:
    if source.kind in PURPOSE_KINDS:
        return Relation.PURPOSE
    if source.kind == "growth" or (found.verb in OFFERING and source.kind == "culture"):
        return Relation.OFFER
    return Relation.NORM


def _of_opening(cut: Cut, source: Source) -> Iterator[Frame]:
    """Sentences without a subject: rules, definitions, entries of a list."""
    capital = cut.text[0].isupper()
    first, second = ([*cut.text.lower().split(), ""])[:2]
    # A small parser takes many capitalised imperatives for names.
    imperative = cut.form is Form.VERB or (cut.form is Form.NOUN and is_base(first) and second not in {"and", "&", "of", "for", "in"}
                                           and ("NOUN" not in kinds(first) or source.sentence[0].pos_ == "VERB"))
    whole = cut.end >= source.sentence.end - 1
    if source.kind == "value":
        if imperative and capital and source.label:
            yield Frame("rule.says", f"under {source.label} you write", cut.text, "", Relation.NORM, 0.75, cut.form)
            yield Frame("rule.is", f"when it comes to {source.label}, your rule is", cut.text, "", Relation.NORM, 0.7, cut.form)
        elif cut.form in {Form.NOUN, Form.GERUND} and source.label and cut.root == source.sentence.root.i and not _repeats(cut, source.label):
            yield Frame("explain.as", f"you explain {source.label} as", cut.text, "", Relation.NORM, 0.9, cut.form)
            yield Frame("explain.describe", f"you describe {source.label} as", cut.text, "", Relation.NORM, 0.85, cut.form)
    elif source.kind in PURPOSE_KINDS:
        if (whole or cut.form in {Form.VERB, Form.GERUND} or cut.words >= 5) and not ITS_OWN_NAME.search(cut.text):
            yield Frame("purpose.reads", f"your {source.kind} begins" if not whole else f"your {source.kind} reads", cut.text, "", Relation.PURPOSE, 0.62, cut.form)
            yield Frame("purpose.how", "", cut.text, f"is how your {source.kind} begins" if not whole else f"is how you put your {source.kind}", Relation.PURPOSE, 0.65, cut.form)
    elif cut.form is Form.NOUN and not (imperative and capital) and (whole or BENEFITS.search(source.heading or "")):
        offered = bool(BENEFITS.search(source.heading or "")) or source.kind == "growth"
        if offered:
            yield Frame("item.lists", "you list", cut.text, f"on your {source.page}", Relation.OFFER, 0.75, cut.form)
        yield Frame("item.names", f"your {source.page} names", cut.text, "", Relation.OFFER, 0.65, cut.form)


def _repeats(cut: Cut, label: str) -> bool:
    """ "Sustainable Larkspur" under sustainability explains nothing."""
    stems = {word[:6] for word in label.split() if len(word) > 3}
    return cut.words < 4 and any(word[:6] in stems for word in cut.text.lower().split())


def _of_infinitive(cut: Cut, source: Source) -> Iterator[Frame]:
    if source.kind in PURPOSE_KINDS:
        if source.explicit:
            yield Frame("purpose.is_to", f"your {source.kind} is to", cut.text, "", Relation.PURPOSE, 0.95, cut.form)
        yield Frame("purpose.want", "you want to", cut.text, "", Relation.PURPOSE, 0.85, cut.form)
    elif source.label:
        yield Frame("explain.as_to", f"you explain {source.label} like this: to", cut.text, "", Relation.NORM, 0.4, cut.form)


def _is_aimed_at(verb: Token) -> bool:
    """An infinitive or participle without a finite auxiliary."""
    return verb.tag_ in {"VB", "VBG"} and not any(c.dep_ == "aux" and c.tag_ in {"VBP", "VBZ", "MD"} for c in verb.children)


def _of_mention(cut: Cut, source: Source, *, spoken_of: bool) -> Iterator[Frame]:
    """Frames that say only where the words stand: true of any quote."""
    relation = {"mission": Relation.PURPOSE, "vision": Relation.PURPOSE, "growth": Relation.OFFER}.get(source.kind, Relation.NORM)
    low = 0.1 if spoken_of else 0.0
    root = source.sentence.doc[cut.root]
    if root.dep_ in {"attr", "acomp", "nsubj", "nsubjpass"} and cut.form is Form.NOUN and "be" in {root.head.lemma_, source.sentence.root.lemma_}:
        return  # what is said of it was cut off
    if cut.form is Form.CLAUSE and root.dep_ in {"ccomp", "dobj"} and _is_aimed_at(root.head):
        return  # "Ensuring every loom runs quietly", "We want to see that …": no claim
    if cut.form is Form.NOUN and cut.text[0].islower() and not cut.possessive and cut.words > 2:
        yield Frame("mention.talk", "you write about", cut.text, "", relation, 0.45 - low, cut.form)
    elif cut.form is Form.VERB and source.kind in PURPOSE_KINDS and _after_to(cut, source):
        yield Frame("purpose.want", "you want to", cut.text, "", relation, 0.75 - low, cut.form)
    elif cut.form is Form.GERUND and cut.text[0].islower():
        yield Frame("mention.talk", "you write about", cut.text, "", relation, 0.6 - low, cut.form)
        yield Frame("mention.page", f"your {source.page} speaks of", cut.text, "", relation, 0.58 - low, cut.form)
    elif cut.form is Form.CLAUSE and cut.text[0].islower() and cut.text.split()[0].lower() not in {"that", "where", "how", "what"}:
        yield Frame("mention.write_that", "you write that", cut.text, "", relation, 0.8, cut.form)
        yield Frame("mention.say_that", "you say that", cut.text, "", relation, 0.78, cut.form)
    elif cut.form is Form.CLAUSE and cut.text.split()[0].lower() not in {"that", "where", "how", "what"}:
        yield Frame("mention.line", "", cut.text, f"is the line on your {source.page} that I stopped at", relation, 0.52, cut.form)
