"""What makes a run of words whole: nothing left out that it needs, nothing that limits the claim, no half of a pair or list."""
from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from nlp.phrasing.verbs import kinds

POINTING = frozenset("it they them this that these those he she him her its their theirs such here there so".split())
ONE_PERSON = frozenset("employee person individual member student child customer client patient pupil learner colleague everyone everybody anyone "
                       "staff team family company organisation organization woman man user guest".split())
SPARE_ALWAYS = frozenset({"punct", "cc", "conj", "parataxis", "advcl", "relcl", "npadvmod", "intj", "meta", "dep"})
SPARE_LEFT_OF_VERB = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "mark", "punct", "cc", "preconj", "csubj", "expl", "advcl", "prep",
                                "npadvmod", "dep", "intj"})
NEVER_SPARED = frozenset({"neg", "prt", "dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative", "agent", "pobj", "pcomp", "compound",
                          "amod", "nummod", "quantmod", "case", "nmod", "poss", "predet", "acl"})
SPARE_VERB_PREPS = frozenset("in by through throughout across during at among amongst within over while since after before around via".split())
SPARE_NOUN_PREPS = frozenset("in at by through throughout across during within via around".split())
COMPARED = frozenset("than instead without unless except rather never neither nor".split())
CONDITION = frozenset("if unless when whenever where whether until once although though because".split())
FIRST_PERSON = frozenset("i we us our ours ourselves me my mine myself let's".split())
SECOND_PERSON = frozenset("you your yours yourself yourselves".split())
SORTS = {"NOUN": "n", "PROPN": "n", "PRON": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "a"}
LIGHT_VERBS = frozenset("take play have make put place give pay set keep".split())  # "take pride in": verb, noun and preposition are one

COUNTABLE = frozenset("environment workplace team company organisation organization atmosphere career place setting community opportunity goal future "
                      "customer employee client student member partner network impact programme program system platform solution approach world".split())


def is_whole(tokens: list[Token], root: Token, inside: range, sentence: Span) -> bool:
    """Whether nothing that a word inside needs was left outside."""
    for token in tokens:
        for child in token.children:
            outside = child.i not in inside and sentence.start <= child.i < sentence.end
            if outside and not _spare(child, token, root, inside):
                return False
    # "skills and …": no conjunction without what it joins.
    if any(t.dep_ == "cc" and t.head.i in inside and not any(c.dep_ == "conj" and c.i in inside for c in t.head.children) for t in tokens):
        return False
    after = tokens[-1].i + 1
    return not (after < sentence.end and tokens[-1].doc[after].text in {"-", "/"})


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
        if any(c.dep_ == "pobj" and c.lemma_.lower() in TIMES for c in child.children):
            return True
        if any(c.dep_ == "pcomp" for c in child.children) and word not in {"by", "through", "while"}:
            return False
        if verbal:
            has_object = any(
                c.i in inside and (c.dep_ in {"dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "oprd", "agent"} or c.lower_ == "together")
                for c in head.children
            )
            if head.lemma_ in LIGHT_VERBS and word != "through":
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


def keeps_meaning(root: Token, span: Span, sentence: Span) -> bool:
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
            relative = child.lower_ == "where" and node.dep_ == "relcl" and node.head.i < child.i  # "a world where …" sets no condition
            if child.dep_ in {"mark", "advmod"} and child.lower_ in CONDITION and not relative and not (first and child.i > span.start):
                return False
        if node.lower_ in COMPARED:
            return False
        if node.head.i == node.i or node.head.i not in range(sentence.start, sentence.end):
            return True
        node, first = node.head, False


TIMES = frozenset("day week month quarter year summer winter term shift".split())
EACH = frozenset("a an each every".split())


def points_out(tokens: list[Token], inside: range) -> bool:
    """A pronoun whose noun was left outside."""
    for token in tokens:
        if token.lower_ in POINTING - SECOND_PERSON and token.pos_ in {"PRON", "DET"} and token.dep_ not in {"mark"}:
            before = [t for t in tokens if t.i < token.i and t.pos_ in {"NOUN", "PROPN", "PRON"} and t.lower_ not in POINTING]
            if token.tag_ in {"WDT", "WP"} and before:
                continue
            if token.dep_ == "nsubj" and token.head.dep_ == "relcl":
                before = [t for t in before if t.i != token.head.head.i]  # "the help they need": "they" are not the help
            if token.lower_ == "their" and any(t.lemma_.lower() in ONE_PERSON for t in before):
                continue
            plural = any(t.tag_ in {"NNS", "NNPS"} or t.lower_ in {"everyone", "people", "everybody", "one", "anyone"} for t in before)
            if token.lower_ in {"their", "them", "they", "theirs"} and plural:
                continue
            if token.lower_ in {"it", "its"} and not plural and (
                any(t.tag_ == "WDT" and t.i < token.i for t in tokens)
                or any(t.nbor(-1).lower_ in EACH for t in before if t.i > token.sent.start)
            ):
                continue
            return True
    return False


THEIRS = frozenset("their them themselves".split())


def owner_before(tokens: list[Token], root: Token, sentence: Span) -> str | None:
    """The plural subject just before a verb phrase that its "their" means: "[we help] our people | lead their own teams"."""
    pointing = [t for t in tokens if t.lower_ in POINTING and t.pos_ in {"PRON", "DET"}]
    subject = next((c for c in root.children if c.dep_ == "nsubj" and sentence.start <= c.i < tokens[0].i), None)
    if subject is None or subject.i != tokens[0].i - 1 or any(t.lower_ not in THEIRS for t in pointing):
        return None
    plural = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"people", "everyone", "everybody"}
    nouns = [t for t in tokens if t.tag_ in {"NNS", "NNPS"} and t.i < pointing[0].i]
    return subject.text if plural and not nouns else None


def is_paired(low: list[str]) -> bool:
    """ "both … and", "not only … but", "either … or" are quoted with both halves or not at all."""
    if ("both" in low and "and" not in low[low.index("both"):]) or ("either" in low and "or" not in low):
        return False
    if "between" in low and "and" not in low[low.index("between"):]:
        return False
    if any(word in low and "and" not in low[low.index(word):] for word in ("balance", "balancing", "balances")):
        return "balance" in low and low[low.index("balance") - 1] in {"life", "-", "a", "the", "good", "healthy"}
    return not (("only" in low or "just" in low) and "not" in low and "but" not in low) and low[-1] not in {"themselves", "itself"}


def is_part_of_list(span: Span, sentence: Span) -> bool:
    """A piece out of the middle of an enumeration ("labs, and digital skills"), or one that was misread."""
    before = span.doc[span.start - 1] if span.start > sentence.start else None
    opened = before is not None and (before.text in {",", "/", "&"} or before.dep_ == "cc")
    for token in span:
        members = [c for c in token.children if c.dep_ == "conj"]
        inner = [c for c in members if c.i < span.end]
        if token.dep_ == "conj" and token.head.i >= span.start:
            if SORTS.get(token.pos_) != SORTS.get(token.head.pos_):
                return True
        elif inner:  # the head of a list that is quoted in part or whole
            if opened and token.dep_ == "conj":
                return True
            chain = [token, *_chain(token)]
            if any(c.i >= span.end for link in chain for c in link.children if c.dep_ == "conj"):
                return True
    joined = any(t.dep_ == "cc" or t.text == "&" or t.lower_ in {"not", "but"} for t in span)
    return any(t.text == "," for t in span) and not joined


def is_two_phrases(span: Span) -> bool:
    """ "[make] trade the common language": a noun and what it is to become, without their verb."""
    return any(t.tag_ == "DT" and t.lower_ in {"the", "a", "an"} and t.i > span.start and t.nbor(-1).tag_ in {"NN", "NNS", "NNP", "NNPS"} for t in span)


def _chain(token: Token) -> list[Token]:
    """The later members of the list that starts with `token`."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj":
            found += [child, *_chain(child)]
    return found


def ends_reciprocal(token: Token) -> bool:
    """ "each other", "one another": whole, although they end in an adjective or a determiner."""
    return token.i > 0 and (token.nbor(-1).lower_, token.lower_) in {("each", "other"), ("one", "another")}


def _has_own_subject(verb: Token) -> bool:
    """ "all children learn": nothing is missing after it."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children) and not any(c.dep_ == "conj" for c in verb.children)


def dangles(last: Token, root: Token, inside: range) -> bool:
    """A verb without its object ("to preserve [and strengthen …]"), or a bare noun without the clause that defines it."""
    following = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if last.pos_ == "VERB" and last.tag_ != "VBN" and following is not None and (
            following.dep_ == "cc" or (following.text in {",", "&"} and not _has_own_subject(last)) or (last.dep_ == "conj" and not following.is_punct)):
        return True
    if following is not None and following.text == "," and last.tag_ in {"NN", "VBG"} and last.lower_.endswith("ing"):
        return True  # "with weaving, dyeing and mending courses": the noun comes last
    if last.pos_ == "ADJ" and last.dep_ in {"pobj", "dobj", "amod", "compound"} and last.lower_ != "own" and not ends_reciprocal(last):
        return True
    if any(c.dep_ == "relcl" and c.i not in inside for c in last.children) or any(
            c.dep_ == "relcl" and c.i not in inside for c in root.children):
        return last.pos_ == "PRON" or not any(c.dep_ in {"amod", "compound", "nummod", "prep"} and c.i in inside for c in last.children)
    if root.pos_ == "NOUN" and any(c.lower_ == "the" and c.i in inside for c in root.children) and not any(
            t.dep_ in {"amod", "compound", "nummod"} or t.lower_ == "of" for t in last.doc[inside.start:inside.stop]):
        return following is not None and not following.is_punct and following.dep_ != "cc"
    return last.lower_ in {"everything", "anything", "something", "way"} or _is_told_apart_later(last, inside)


def _is_told_apart_later(noun: Token, inside: range) -> bool:
    """ "in the behaviour [displayed towards …]", "the diversity[, creativity and skill of our staff]": which one, the page says outside."""
    if noun.pos_ != "NOUN" or not any(c.lower_ == "the" and c.i in inside for c in noun.children):
        return False
    later = any(t.lower_ == "of" and t.i >= inside.stop for member in _chain(noun) for t in member.subtree)
    bare = not any(c.dep_ in {"amod", "compound", "nummod", "prep"} and c.i in inside for c in noun.children)
    return later or (bare and any(c.dep_ == "acl" and c.i >= inside.stop for c in noun.children))


def lacks_article(token: Token) -> bool:
    """A countable noun that stands bare: "build friendly environment"."""
    if token.tag_ != "NN" or token.dep_ not in {"dobj", "pobj", "attr"} or token.lemma_.lower() not in COUNTABLE:
        return False
    return not any(c.dep_ in {"det", "poss", "nummod", "predet", "quantmod"} or c.dep_ == "cc" for c in token.children)


def shouts(tokens: Iterable[Token]) -> bool:
    """A dictionary word in capitals inside other text: what is left of a heading ("our CULTURE Larkspur values")."""
    texts = [t.text for t in tokens if t.is_alpha and len(t.text) > 1]
    return any(x.isupper() and len(x) > 3 and kinds(x.lower()) for x in texts) and not all(x.isupper() for x in texts)
