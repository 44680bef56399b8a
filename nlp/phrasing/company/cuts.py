"""Two to eight words of a sentence that can be quoted alone: whole constituents, by dependency parse.

A window of words is a cut when all but one of its words depend on a word inside it, when no word that
depends on it is left out except one that can be spared, and when it keeps what limits the claim (negation,
comparison, condition). Follows the list of candidates and filters in docs/phrases.md.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span, Token

from nlp.phrasing import words as w
from nlp.phrasing.company.whole import (
    CONDITION,
    FIRST_PERSON,
    SECOND_PERSON,
    dangles,
    ends_reciprocal,
    is_paired,
    is_part_of_list,
    is_two_phrases,
    is_whole,
    keeps_meaning,
    owner_before,
    points_out,
    shouts,
)
from nlp.phrasing.verbs import is_base, kinds

MIN_WORDS, MAX_WORDS = 2, 8


class Form(StrEnum):
    """The syntactic form of a quote: it decides the frames."""

    VERB = "verb"  # bare verb phrase: "take action without being asked"
    FINITE = "finite"  # verb phrase with a present -s whose subject was cut off
    GERUND = "gerund"
    NOUN = "noun"
    CLAUSE = "clause"  # finite clause with its subject
    PREDICATE = "predicate"  # participle or adjective phrase: "built on trust"
    PREPOSITION = "preposition"
    NAME = "name"  # a value's name, whole


@dataclass(frozen=True, slots=True)
class Cut:
    """A quotable part of a sentence. `start` and `end` are token indices in the sentence's Doc."""

    text: str
    form: Form
    start: int
    end: int
    root: int
    determined: bool  # a noun phrase that brings its own article, or needs none
    possessive: bool  # "our" stood before it and was left out
    leans_on: str | None = None  # the noun before it that its "their" means: only a frame that keeps that noun will do

    @property
    def words(self) -> int:
        return w.count(self.text)

    @property
    def says_you(self) -> bool:
        return bool(SECOND_PERSON & set(self.text.lower().split()))


FORBIDDEN = re.compile(
    r"[\"“”«»„\[\]{}|•·…<>@*_=~\\®™©℠:;]|\s[—–―-]|[—–―]\s|\.{2,}|https?:|www\.|[$€£¥₹]|\d[\d.,]*\s*(?:usd|eur|k\b)|[\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad]",
    re.IGNORECASE,
)
BAD_LAST_POS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PUNCT", "SYM", "SPACE", "X"})
BAD_LAST_WORDS = frozenset("n't n’t to not no of and or the a an very more most who which that whose than as such both either also well while".split())
GOOD_FIRST_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "DET", "ADP", "ADV", "SCONJ", "PRON", "AUX"})
FIRST_PREPOSITIONS = frozenset("with without in on for through across by from at beyond behind beside between among within as under".split())
PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "quantmod", "det"})


def cuts(sentence: Span) -> Iterator[Cut]:
    """All quotable parts of a sentence, shortest first at each start."""
    doc = sentence.doc
    for start in range(sentence.start, sentence.end):
        if not _may_start(doc[start]):
            continue
        length = 0
        for end in range(start + 1, sentence.end + 1):
            token = doc[end - 1]
            length += any(c.isalnum() for c in token.text) and (end - 1 == start or bool(doc[end - 2].whitespace_))
            if length > MAX_WORDS:
                break
            if length >= MIN_WORDS and _may_end(token, sentence):
                cut = _cut(doc[start:end], sentence)
                if cut is not None:
                    yield cut


def _may_start(token: Token) -> bool:
    low = token.lower_
    if token.pos_ not in GOOD_FIRST_POS or not token.text[0].isalnum() or low in FIRST_PERSON | SECOND_PERSON:
        return False
    if low in {"as", "other", "another", "also", "so", "then", "just", "even", "that", "being", "therefore", "hence", "thus", "too", "very"} or (low in CONDITION and low not in {"where", "how", "what"}):
        return False
    if token.pos_ == "ADP" and low not in FIRST_PREPOSITIONS:
        return False
    if token.i and not token.doc[token.i - 1].whitespace_ and token.i > token.sent.start:
        return token.doc[token.i - 1].text in {"—", "–", "(", "/"}
    return not (token.pos_ == "PRON" and low not in {"everyone", "everybody", "something", "nothing", "what", "who", "those", "people", "nobody", "anyone"})


def _may_end(token: Token, sentence: Span) -> bool:
    if (token.pos_ in BAD_LAST_POS and not ends_reciprocal(token)) or token.lower_ in BAD_LAST_WORDS or not token.text[-1].isalnum():
        return token.pos_ == "ADP" and token.dep_ == "prt"
    if token.pos_ == "PRON" and token.lower_ in FIRST_PERSON | {"who", "which", "that"}:
        return False
    if token.tag_ in {"POS"} or (token.dep_ in {"poss", "det", "predet"} and not ends_reciprocal(token)):
        return False
    after = token.doc[token.i + 1] if token.i + 1 < sentence.end else None
    if after is not None and after.lower_ in {"of", "than"}:
        return False
    return after is None or bool(token.whitespace_) or (after.is_punct and after.text not in {"-", "/", "’s", "'s"})


def _cut(span: Span, sentence: Span) -> Cut | None:
    tokens = list(span)
    inside = range(span.start, span.end)
    roots = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    if len(roots) != 1:
        return None
    root = roots[0]
    text = span.text
    if FORBIDDEN.search(text) or text.count("(") != text.count(")") or (text.count("'") % 2 and re.search(r"(?<!\w)'|'(?!\w)", text)):
        return None
    low = [t.lower_ for t in tokens]
    if any(word in FIRST_PERSON for word in low) or not is_paired(low):
        return None
    # "you" means anyone in a rule ("Put the team's needs ahead of your own"), elsewhere the reader.
    if any(word in SECOND_PERSON for word in low) and not (span.start == sentence.start and root.tag_ in {"VB", "VBP"}):
        return None
    leans_on = owner_before(tokens, root, sentence) if points_out(tokens, inside) else None
    if (leans_on is None and points_out(tokens, inside)) or not is_whole(tokens, root, inside, sentence) or not keeps_meaning(root, span, sentence):
        return None
    if (root.dep_ in PREMODIFIERS and root.head.i > root.i) or is_part_of_list(span, sentence) or dangles(tokens[-1], root, inside):
        return None
    form = _form(root, tokens)
    if form is not None and (shouts(tokens) or (form is Form.NOUN and is_two_phrases(span))):
        return None
    if form is Form.VERB and len(tokens) == 2 and tokens[1].pos_ in {"ADV", "ADP", "PART"}:
        return None  # "bring together": whom or what, the sentence says elsewhere
    if form is Form.PREDICATE and tokens[0].dep_ == "det":
        return None  # "a widely respected with …": the page left its noun out
    if form is None or all(t.pos_ in {"PROPN", "DET", "ADP", "PART"} for t in tokens):
        return None
    if form is Form.CLAUSE and _shares_its_subject(span, sentence):
        return None
    determined, possessive = _determiner(root, span, form)
    if form is Form.NOUN and determined is None:
        return None
    return Cut(text, form, span.start, span.end, root.i, bool(determined), possessive, leans_on)


def _shares_its_subject(span: Span, sentence: Span) -> bool:
    """ "Our care for wool, our people, and [the river has been praised]": the last of several subjects, misread as the only one."""
    before = sentence.doc[sentence.start : span.start]
    return bool(before) and before[-1].dep_ == "cc" and not any(t.tag_ in {"VBP", "VBZ", "VBD", "MD"} for t in before)


def _form(root: Token, tokens: list[Token]) -> Form | None:
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} and c in tokens for c in root.children)
    tag = root.tag_
    if root.lemma_ == "be" and tag != "VB" and not subject:
        return None
    if tokens[0].tag_ == "WRB" and not subject:
        return None
    if subject:
        auxiliary = [c for c in root.children if c.dep_ in {"aux", "auxpass"} and c in tokens]
        finite = tag in {"VBZ", "VBP", "VBD"} or any(a.tag_ in {"VBZ", "VBP", "VBD", "MD"} for a in auxiliary)
        if any(c not in tokens and (c.tag_ in {"WRB", "WP", "WDT"} or c.lower_ in CONDITION) for c in root.children):
            return None
        if root.dep_ == "ccomp" and root.head.lemma_ in {"help", "let", "make", "see", "watch", "have"} and not auxiliary:
            return None  # a bare infinitive with its subject, no clause of its own
        if tokens[0].pos_ in {"AUX", "VERB"} or tokens[0].lower_ in {"do", "does", "please", "let"}:
            return None  # an order or a question
        if tokens[0].text.islower() and tokens[0].tag_ == "NN" and tokens[0].dep_ in {"nsubj", "compound"} and is_base(tokens[0].text):
            return None  # "[we] scale using two looms": a verb taken for the subject
        relative = tokens[0].tag_ in {"WDT", "WP", "WRB", "WP$"}
        if root.dep_ == "relcl" and not relative:
            return None  # "[a world in which] no farmer works alone": no claim of its own
        return Form.CLAUSE if finite and (not relative or tokens[0].lower_ in {"where", "how", "what"}) else None
    if root.pos_ in {"VERB", "AUX"}:
        if root.lemma_.lower() in {"put", "place"} and not any(c.dep_ in {"prep", "advmod", "prt"} and c.i > root.i and c in tokens for c in root.children):
            return None  # where it is put, the sentence says elsewhere
        if any(c.dep_ in {"aux", "auxpass", "mark"} and c in tokens for c in root.children) and tokens[0].dep_ != "advmod":
            return None
        if tag in {"VB", "VBP"}:
            return None if root.lemma_ in NEED_SOMEBODY and root.i + 1 < len(root.doc) and root.nbor().lower_ == "to" else Form.VERB
        if tag == "VBZ":
            return Form.FINITE
        if tag == "VBG":
            return None if root.dep_ == "acl" else Form.GERUND  # "families [living in damp rooms]": it is said of them
        if tag == "VBN" and len(tokens) > 2:
            return Form.PREDICATE
        return None
    if root.tag_ == "NNS" and any(c.lower_ in {"a", "an"} and c in tokens for c in root.children):
        return None  # "a teller finishes": misread
    before = tokens[0].nbor(-1).lower_ if tokens[0].i > tokens[0].sent.start else ""
    if before in {"to", "and", "or", ",", "&"} and tokens[0].dep_ in {"compound", "amod"} and tokens[0].text.islower() and is_base(tokens[0].text):
        return None  # "to [tune loom motors]": a verb taken for part of a name
    if root.pos_ in {"NOUN", "PROPN"} and _belongs_to_the_verb(root, tokens):
        return None
    if root.tag_ == "NN" and tokens[0] is root and root.text.islower() and is_base(root.text) and not _is_object_of_the_word_before(root):
        return None  # "[we] walk along the river": a verb taken for a noun
    if root.pos_ == "NOUN" and any(t.tag_ == "WRB" for t in tokens):
        return None
    if root.pos_ == "NOUN" and not (kinds(root.text) & {"NOUN"} or root.lower_.endswith("ing")) and kinds(root.text):
        return None  # a verb taken for a noun
    if root.pos_ in {"NOUN", "PROPN", "NUM"} or (root.pos_ == "PRON" and root.lower_ in {"everyone", "everybody", "something", "nothing", "those", "anyone"}):
        return Form.NOUN
    if root.pos_ == "ADJ" and root.dep_ in {"acomp", "oprd", "ROOT", "conj", "amod"}:
        return Form.PREDICATE if len(tokens) > 2 and root.dep_ != "amod" else None
    if root.pos_ == "ADP" and root.dep_ == "prep" and (
            root.head.lemma_ == "be" or any(c.dep_ == "dobj" and c.i < root.i for c in root.head.children)):
        return Form.PREPOSITION  # not "believe in": there verb and preposition are one
    return None


def _is_object_of_the_word_before(noun: Token) -> bool:
    """ "get [support for …]": no second verb can follow the first."""
    return noun.dep_ == "dobj" and noun.head.i == noun.i - 1 and noun.head.tag_ in {"VB", "VBG", "VBZ"} and is_base(noun.head.lemma_)


GIVING = frozenset("provide equip supply furnish empower present arm share connect help support engage inspire".split())
NEED_SOMEBODY = frozenset("encourage allow enable permit require invite inspire empower".split())  # "encourage to explore": whom?


def _belongs_to_the_verb(root: Token, tokens: list[Token]) -> bool:
    """ "provide [students with knowledge]", "share [what we know with each other]": the with-phrase is the verb's."""
    with_ = [t for t in tokens if t.lower_ == "with" and t.i > root.i]
    return bool(with_) and ((root.dep_ == "dobj" and root.head.lemma_.lower() in GIVING) or ends_reciprocal(tokens[-1]))


def _determiner(root: Token, span: Span, form: Form) -> tuple[bool | None, bool]:
    """(the noun phrase needs no further article, "our" was left out); None for the first: an article is missing."""
    if form is not Form.NOUN:
        return True, False
    if span[0].lower_ in {"no", "both", "either", "neither", "any", "each", "every", "another"} and len(span) < 4:
        return None, False
    left_out = [c for c in root.children if c.i < span.start and c.dep_ in {"det", "poss", "predet"}]
    if any(c.dep_ in {"det", "predet"} for c in left_out):
        return None, False
    owners = [c for c in left_out if c.dep_ == "poss"]
    if any(c.lower_ != "our" for c in owners):
        return None, False
    return True, bool(owners)
