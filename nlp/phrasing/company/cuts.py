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
from nlp.phrasing.verbs import kinds

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
    plural: bool
    determined: bool  # a noun phrase that brings its own article, or needs none
    possessive: bool  # "our" stood before it and was left out

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
FIRST_PERSON = frozenset("i we us our ours ourselves me my mine myself let's".split())
SECOND_PERSON = frozenset("you your yours yourself yourselves".split())
POINTING = frozenset("it they them this that these those he she him her its their theirs such here there so".split())
BAD_LAST_POS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PUNCT", "SYM", "SPACE", "X"})
BAD_LAST_WORDS = frozenset("n't n’t to not no of and or the a an very more most who which that whose than as such both either also well while".split())
GOOD_FIRST_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "DET", "ADP", "ADV", "SCONJ", "PRON", "AUX"})
ONE_PERSON = frozenset("employee person individual member student child customer client patient pupil learner colleague everyone everybody anyone "
                       "staff team family company organisation organization woman man user guest".split())
FIRST_PREPOSITIONS = frozenset("with without in on for through across by from at beyond behind beside between among within as under".split())
PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "quantmod", "det"})
SPARE_ALWAYS = frozenset({"punct", "cc", "conj", "parataxis", "advcl", "relcl", "npadvmod", "intj", "meta", "dep"})
SPARE_LEFT_OF_VERB = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "mark", "punct", "cc", "preconj", "csubj", "expl", "advcl", "prep",
                                "npadvmod", "dep", "intj"})
NEVER_SPARED = frozenset({"neg", "prt", "dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative", "agent", "pobj", "pcomp", "compound",
                          "amod", "nummod", "quantmod", "case", "nmod", "poss", "predet", "acl"})
SPARE_VERB_PREPS = frozenset("in by through throughout across during at among amongst within over while since after before around via".split())
SPARE_NOUN_PREPS = frozenset("in at by through throughout across during within via around".split())
COMPARED = frozenset("than instead without unless except rather never neither nor".split())
CONDITION = frozenset("if unless when whenever where whether until once although though because".split())


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
    if low in {"also", "so", "then", "just", "even", "that", "being", "therefore", "hence", "thus", "too", "very"} or (low in CONDITION and low not in {"where", "how", "what"}):
        return False
    if token.pos_ == "ADP" and low not in FIRST_PREPOSITIONS:
        return False
    if token.i and not token.doc[token.i - 1].whitespace_ and token.i > token.sent.start:
        return token.doc[token.i - 1].text in {"—", "–", "(", "/"}
    return not (token.pos_ == "PRON" and low not in {"everyone", "everybody", "something", "nothing", "what", "who", "those", "people", "nobody", "anyone"})


def _may_end(token: Token, sentence: Span) -> bool:
    if token.pos_ in BAD_LAST_POS or token.lower_ in BAD_LAST_WORDS or not token.text[-1].isalnum():
        return token.pos_ == "ADP" and token.dep_ == "prt"
    if token.pos_ == "PRON" and token.lower_ in FIRST_PERSON | {"who", "which", "that"}:
        return False
    if token.tag_ in {"POS"} or token.dep_ in {"poss", "det", "predet"}:
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
    if any(word in FIRST_PERSON for word in low) or not _paired(low):
        return None
    # "you" means anyone in a rule ("Put the team's needs ahead of your own"), elsewhere the reader.
    if any(word in SECOND_PERSON for word in low) and not (span.start == sentence.start and root.tag_ in {"VB", "VBP"}):
        return None
    if _points_out(tokens, inside) or not _whole(tokens, root, inside, sentence) or not _keeps_meaning(root, span, sentence):
        return None
    if (root.dep_ in PREMODIFIERS and root.head.i > root.i) or _lists_part(span, sentence) or _dangles(tokens[-1], root, inside):
        return None
    form = _form(root, tokens)
    if form is None or all(t.pos_ in {"PROPN", "DET", "ADP", "PART"} for t in tokens):
        return None
    determined, possessive = _determiner(root, span, form)
    if form is Form.NOUN and determined is None:
        return None
    return Cut(text, form, span.start, span.end, root.i, root.tag_ in {"NNS", "NNPS"} or bool(_conjoined(root, inside)),
               bool(determined), possessive)


def _paired(low: list[str]) -> bool:
    """ "both … and", "not only … but", "either … or" are quoted with both halves or not at all."""
    if ("both" in low and "and" not in low[low.index("both"):]) or ("either" in low and "or" not in low):
        return False
    if "between" in low and "and" not in low[low.index("between"):]:
        return False
    return not (("only" in low or "just" in low) and "not" in low and "but" not in low) and low[-1] not in {"themselves", "itself"}


def _lists_part(span: Span, sentence: Span) -> bool:
    """A piece out of the middle of an enumeration ("labs, and digital skills"), or one that was misread."""
    sorts = {"NOUN": "n", "PROPN": "n", "PRON": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "a"}
    before = span.doc[span.start - 1] if span.start > sentence.start else None
    opened = before is not None and (before.text in {",", "/", "&"} or before.dep_ == "cc")
    for token in span:
        members = [c for c in token.children if c.dep_ == "conj"]
        inner = [c for c in members if c.i < span.end]
        if token.dep_ == "conj" and token.head.i >= span.start:
            if sorts.get(token.pos_) != sorts.get(token.head.pos_):
                return True
        elif inner:  # the head of a list that is quoted in part or whole
            if opened and token.dep_ == "conj":
                return True
            chain = [token, *_chain(token)]
            if any(c.i >= span.end for link in chain for c in link.children if c.dep_ == "conj"):
                return True
    joined = any(t.dep_ == "cc" or t.text == "&" or t.lower_ in {"not", "but"} for t in span)
    return any(t.text == "," for t in span) and not joined


def _chain(token: Token) -> list[Token]:
    """The later members of the list that starts with `token`."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj":
            found += [child, *_chain(child)]
    return found


def _dangles(last: Token, root: Token, inside: range) -> bool:
    """A verb without its object ("to preserve [and strengthen …]"), or a bare noun without the clause that defines it."""
    following = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if last.pos_ == "VERB" and last.tag_ != "VBN" and following is not None and (
            following.dep_ == "cc" or following.text in {",", "&"} or (last.dep_ == "conj" and not following.is_punct)):
        return True
    if last.pos_ == "ADJ" and last.dep_ in {"pobj", "dobj", "amod", "compound"} and last.lower_ != "own":
        return True
    if any(c.dep_ == "relcl" and c.i not in inside for c in last.children) or any(
            c.dep_ == "relcl" and c.i not in inside for c in root.children):
        return last.pos_ == "PRON" or not any(c.dep_ in {"amod", "compound", "nummod", "prep"} and c.i in inside for c in last.children)
    if root.pos_ == "NOUN" and any(c.lower_ == "the" and c.i in inside for c in root.children) and not any(
            t.dep_ in {"amod", "compound", "nummod"} or t.lower_ == "of" for t in last.doc[inside.start:inside.stop]):
        return following is not None and not following.is_punct and following.dep_ != "cc"
    return last.lower_ in {"everything", "anything", "something", "way"}


def _conjoined(root: Token, inside: range) -> list[Token]:
    return [c for c in root.children if c.dep_ == "conj" and c.i in inside]


def _points_out(tokens: list[Token], inside: range) -> bool:
    """A pronoun whose noun was left outside."""
    for token in tokens:
        if token.lower_ in POINTING - SECOND_PERSON and token.pos_ in {"PRON", "DET"} and token.dep_ not in {"mark"}:
            before = [t for t in tokens if t.i < token.i and t.pos_ in {"NOUN", "PROPN", "PRON"} and t.lower_ not in POINTING]
            if token.tag_ in {"WDT", "WP"} and before:
                continue
            if token.lower_ == "their" and any(t.lemma_.lower() in ONE_PERSON for t in before):
                continue
            plural = any(t.tag_ in {"NNS", "NNPS"} or t.lower_ in {"everyone", "people", "everybody", "one", "anyone"} for t in before)
            if token.lower_ in {"their", "them", "they", "theirs"} and plural:
                continue
            if token.lower_ in {"it", "its"} and before and not plural:
                continue
            return True
    return False


def _whole(tokens: list[Token], root: Token, inside: range, sentence: Span) -> bool:
    for token in tokens:
        for child in token.children:
            if child.i in inside or child.i not in range(sentence.start, sentence.end):
                continue
            if not _spare(child, token, root, inside):
                return False
    last = tokens[-1]
    after = last.doc[last.i + 1] if last.i + 1 < sentence.end else None
    # "skills, mentorship, and …": a list is quoted whole or by its first member alone.
    listed = [t for t in tokens if t.dep_ == "conj"]
    if listed and any(c.dep_ == "conj" and c.i not in inside for t in tokens for c in t.children if t.dep_ == "conj" or (c.head.i in inside and c.i > last.i and any(x.head.i == c.head.i for x in listed))):
        return False
    if any(t.dep_ == "cc" and t.head.i in inside and not any(c.dep_ == "conj" and c.i in inside for c in t.head.children) for t in tokens):
        return False
    return not (after is not None and after.text in {"-", "/"})


def _spare(child: Token, head: Token, root: Token, inside: range) -> bool:
    """Whether `child` of `head` can be left out of the cut without breaking it."""
    dep, left = child.dep_, child.i < inside.start
    verbal = head.pos_ in {"VERB", "AUX"}
    if dep == "neg":
        return False
    if dep in {"cc", "conj"} and head.i != root.i and not left:
        # Leaving out "and mentoring" after a word deep inside changes what that word belongs to.
        return head.i == inside.stop - 1 or all(t.i <= head.i or t.is_punct for t in head.doc[head.i:inside.stop])
    if dep == "preconj":
        return False
    if left and head.i == root.i:
        if verbal:
            return dep in SPARE_LEFT_OF_VERB
        if root.pos_ in {"NOUN", "PROPN", "PRON"}:
            return dep in {"poss", "punct", "cc", "advmod", "nsubj", "aux", "mark", "advcl", "prep"} and (
                dep != "poss" or child.lower_ in {"our", "your", "their", "its"})
        return dep in {"punct", "cc", "nsubj", "nsubjpass", "aux", "auxpass", "advmod", "mark", "advcl", "prep", "npadvmod"} and head.pos_ != "ADP"
    if left:
        return dep in {"punct"}
    if dep == "acl" or dep == "relcl":
        return (child.tag_ != "VB" and dep == "relcl") or (dep == "acl" and child.tag_ in {"VBG", "VBN"})
    if dep == "prep":
        word = child.lower_
        if any(c.dep_ == "pcomp" for c in child.children) and word not in {"by", "through", "while"}:
            return False
        if verbal:
            has_object = any(c.i in inside and c.dep_ in {"dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "oprd", "agent"} for c in head.children)
            if head.lemma_ in {"take", "play", "have", "make", "put", "place", "give", "pay", "set", "keep"} and word != "through":
                return False
            return has_object and (word in SPARE_VERB_PREPS or (word == "for" and any(c.i in inside and c.dep_ == "dobj" for c in head.children)))
        return head.pos_ != "ADJ" and word in SPARE_NOUN_PREPS
    if dep in {"advmod", "npadvmod"}:
        if any(c.dep_ == "prep" for c in child.children) or head.lemma_.lower() in {"put", "keep", "place", "set", "go", "come"}:
            return False  # "ahead of …", "put … first"
        return child.lower_ not in {"not", "never", "only", "together", "forward", "away", "back", "up", "well", "better", "first", "more", "less"}
    if dep == "appos":
        return True
    if dep in SPARE_ALWAYS:
        return not (dep == "advcl" and any(c.lower_ in CONDITION for c in child.children if c.dep_ in {"mark", "advmod"}))
    return dep not in NEVER_SPARED and dep in {"aux"} and left


def _keeps_meaning(root: Token, span: Span, sentence: Span) -> bool:
    """Nothing outside the cut denies, compares or conditions what it says."""
    node = root
    first = True
    while True:
        for child in node.children:
            if child.i in range(span.start, span.end):
                continue
            if child.dep_ == "neg":
                following = [t.lower_ for t in child.doc[child.i + 1:child.i + 2]]
                if following not in (["only"], ["just"], ["merely"], ["simply"]) or not first:
                    return False
            if child.lower_ in {"no", "never", "neither", "nor", "without", "rather", "hardly", "less", "unlike"} and child.i < span.start:
                return False
            if child.lower_ in {"only", "almost", "nearly", "mainly", "mostly"} and child.i in {span.start - 1, span.end}:
                return False
            if child.dep_ in {"mark", "advmod"} and child.lower_ in CONDITION and not (first and child.i > span.start):
                return False
        if node.lower_ in COMPARED:
            return False
        if node.head.i == node.i or node.head.i not in range(sentence.start, sentence.end):
            return True
        node, first = node.head, False


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
        relative = tokens[0].tag_ in {"WDT", "WP", "WRB", "WP$"}
        return Form.CLAUSE if finite and (not relative or tokens[0].lower_ in {"where", "how", "what"}) else None
    if root.pos_ in {"VERB", "AUX"}:
        if any(c.dep_ in {"aux", "auxpass", "mark"} and c in tokens for c in root.children) and tokens[0].dep_ != "advmod":
            return None
        if tag in {"VB", "VBP"}:
            return Form.VERB
        if tag == "VBZ":
            return Form.FINITE
        if tag == "VBG":
            return Form.GERUND
        if tag == "VBN" and len(tokens) > 2:
            return Form.PREDICATE
        return None
    if root.tag_ == "NNS" and any(c.lower_ in {"a", "an"} and c in tokens for c in root.children):
        return None  # "a teller finishes": misread
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
