"""How a sentence leads up to a cut, turned from "we" to "you".

"We are committed to providing exact figures" + the cut "providing exact figures" -> "you are committed to". The
words between the subject and the quote are the page's own, so the frame claims nothing that the page does not.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from spacy.tokens import Span, Token

from nlp.phrasing import words as w
from nlp.phrasing.company.cuts import FORBIDDEN, Cut, Form
from nlp.phrasing.company.whole import CONDITION, lacks_article, shouts
from nlp.phrasing.verbs import inflect, is_word, kinds, lemma_of

Speaker = Literal["company", "part", "staff", "other", "reader"]
MAX_LEAD = 7
STAFF = frozenset("employee staff associate colleague teammate people worker team crew member professional leader manager engineer "
                  "talent workforce consultant teacher nurse volunteer intern apprentice graduate specialist".split())
COMPANY = frozenset("company organisation organization firm group team bank agency school university college hospital institute foundation "
                    "business department association society charity nonprofit practice studio academy cooperative".split())
PRONOUNS = {"we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves", "themselves": "yourselves"}
SPARE_ADVERBS = frozenset("also always truly strongly proudly constantly firmly deeply passionately continually continuously actively really "
                          "therefore thus further furthermore additionally simply consistently proactively tirelessly relentlessly "
                          "wholeheartedly together currently still already strongly fully daily".split())

KEPT_ADVERBS = frozenset("only hardly rarely partly mostly nearly mainly largely solely purely exclusively early".split())  # these limit the claim


@dataclass(frozen=True, slots=True)
class Lead:
    """`text` comes before the quote and starts with the subject in lower case: "you are committed to"."""

    text: str
    speaker: Speaker
    verb: str  # lemma of its main verb
    copular: bool  # the quote is what the subject is: "you are “a family-run team”"

    @property
    def words(self) -> int:
        return w.count(self.text)


def lead(cut: Cut, sentence: Span, company: str) -> Lead | None:
    """What leads up to `cut` in its sentence, in the second person, or None where that is too long or unsaid."""
    if participle := _participle_start(sentence):
        return _of_fragment(cut, sentence, participle)
    if _describes_us(cut, sentence):
        return Lead("you", "company", lemma_of(sentence.doc[cut.root].lower_), False)
    main = _main_verb(sentence, cut)
    if main is None:
        return None
    first, verb = main
    root = sentence.doc[cut.root]
    if root.dep_ == "conj" and root not in {first, verb} and cut.start and sentence.doc[cut.start - 1].text == ",":
        return None  # "where people learn, ask, [share ideas]": the list before it would lose its joints
    subject = _subject_of(first)
    if subject is None or subject.i >= cut.start or not _intro_is_harmless(first, sentence, subject):
        return None
    shared, begin = _begin(first, verb, subject)
    if begin > cut.start:
        return None
    subject_text, speaker, plural = _subject(subject, company)
    if subject_text is None or shouts(subject.subtree) or (speaker == "company" and not plural and first.tag_ == "VBZ") or not _is_finite(first, verb):
        return None  # "we rewards": misread, or the page's own slip
    if verb.tag_ == "VB" and {"are", "is", "'re", "’re", "been"} & set(shared.lower().split()[-1:]):
        return None  # "we are working to gather, create and [offer …]": it goes on from "to", not from "are"
    if shared in {"must", "should", "shall"} or verb.lemma_.lower() in NOT_THEIRS:
        return None
    tokens = _spoken_tokens(list(sentence.doc[begin:cut.start]))
    middle = None if tokens is None else _second_person(tokens, shared, to_plural=plural)
    if not middle and cut.form not in {Form.VERB, Form.FINITE}:
        return None  # "your culture “making sure …”": no verb
    if tokens is None or middle is None or (not tokens and plural and sentence.doc[cut.root].tag_ == "VBZ"):
        return None
    if cut.form is Form.VERB and GERUND_NEXT.search(middle):
        return None  # "committed to help": the page's own slip
    if cut.form is Form.VERB and re.search(r"(?:\b(?:are|is|be|been|being)|['’‘ʼ´]re)$", middle):
        return None  # "we're thrive": likewise
    if verb.lemma_ == "be" and tokens and tokens[-1].pos_ == "ADP" and tokens[-1].head.lemma_ == "be" and cut.text.startswith("the "):
        return None  # "are on the lookout for": one idiom
    if tokens and tokens[-1].lemma_.lower() in {"put", "place", "set"} and cut.form is Form.NOUN:
        return None  # where they put it, the sentence says later, wherever the parser hangs it
    text = w.fold(f"{subject_text}{middle}")
    if cut.form is Form.VERB and WITHOUT_WHOM.search(text):
        return None  # "you encourage to": whom, the page leaves out
    if w.count(text) - w.count(subject_text) > MAX_LEAD or FORBIDDEN.search(text):
        return None
    if NO_NOUN.search(text):
        return None
    if text == "you've" and cut.form is not Form.PREDICATE:
        text = "you have"
    if re.match(r"\S+(?: \S+){0,2} (?:were|was)\b", text):
        return None  # history, no way of working
    if re.match(r"you(?: (?:will|can|could|would|may|might)|'ll|'d)(?: |$)", text):
        text = f"you say {text}"
    copular = verb.lemma_ == "be" and bool(tokens) and tokens[-1].lemma_ in {"be", "'re", "’re"}
    return Lead(text, speaker, lemma_of(verb.text.lower().replace("’re", "are")), copular)


# "you are a globally recognised with", "your human resource are": the page's own slips
NO_NOUN = re.compile(r"\b(?:an?|the) (?:\w+ly )?\w+ed (?:with|for|by|in|as|to)$|\bhuman resource\b")
IMAGINED = frozenset("world future society community country city planet place nation generation".split())


def imagined(cut: Cut, sentence: Span) -> str | None:
    """ "A world where every child has [a safe way to school]" -> "you imagine a world where every child has": a vision
    that is a noun phrase without a verb of its own."""
    root = sentence.root
    first = sentence[0]
    if root.lemma_.lower() not in IMAGINED or root.dep_ != "ROOT" or first.lower_ not in {"a", "an"} or _subject_of(root) is not None:
        return None
    if not root.i < cut.start or cut.form in {Form.CLAUSE, Form.FINITE}:
        return None
    tokens = _spoken_tokens(list(sentence.doc[sentence.start:cut.start]))
    middle = None if tokens is None else _second_person(tokens, "", to_plural=False)
    if middle is None or w.count(middle) > MAX_LEAD or FORBIDDEN.search(middle):
        return None
    return "you imagine " + w.lower_first(middle.strip())


def _describes_us(cut: Cut, sentence: Span) -> bool:
    """ "We are a team of people who look after each other": what the cut says of the people, it says of "we"."""
    verb, main = sentence.doc[cut.root], sentence.root
    subject = _subject_of(main)
    if cut.form is not Form.VERB or verb.tag_ != "VBP" or main.lemma_ != "be" or subject is None or subject.lower_ != "we":
        return False
    if verb.dep_ != "relcl" or verb.i - 1 != cut.start - 1 or sentence.doc[cut.start - 1].tag_ not in {"WDT", "WP"}:
        return False
    attribute = next((c for c in main.children if c.dep_ == "attr"), None)
    bare = attribute is not None and not any(c.dep_ in {"neg", "cc"} for c in main.children)
    return bare and attribute is not None and verb.head in attribute.subtree and sentence.root.i < attribute.i


def _subject_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i), None)


def _is_finite(first: Token, verb: Token) -> bool:
    parts = [verb, *verb.children, first, *(c for c in first.children if c.i < first.i)]
    return any(t.tag_ in {"VBP", "VBZ", "VBD", "MD"} and t.dep_ in {"ROOT", "aux", "auxpass", "conj", "ccomp"} for t in parts)


def _begin(first: Token, verb: Token, subject: Token) -> tuple[str, int]:
    """(shared auxiliary, index where the words after the subject start).

    A later verb of the same subject ("We listen, learn and share …") leads from its own start.
    """
    if verb is first:
        return "", subject.right_edge.i + 1
    begin = min([verb.i] + [c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and c.i < verb.i])
    before = verb.doc[begin - 1]
    if before.dep_ != "cc" and before.text != "," and before.pos_ != "ADV":
        return "", len(verb.doc)  # "…, and see that trust and care remain": another subject than the first verb's
    own = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    shared = ""
    if not own and verb.tag_ not in {"VBP", "VBZ", "VBD"}:
        shared = " ".join(c.text for c in first.children if c.dep_ in {"aux", "auxpass"} and c.i < first.i)
    return shared, begin


def _spoken_tokens(tokens: list[Token]) -> list[Token] | None:
    """The words of a lead without asides; None where it does not read on, orders about, or holds a typing error."""
    if any(t.text in {",", "(", ")", "–", "—", ":", ";", "/", "-"} for t in tokens):
        bare = _without_asides(tokens)
        if bare is None:
            return None
        tokens = bare
    if (tokens and tokens[-1].dep_ == "cc") or any(lacks_article(t) for t in tokens):
        return None
    if any(t.tag_ in {"VB", "VBP"} and t.lemma_ != "be" and before.lower_ in {"are", "’re", "'re", "is"} for before, t in pairwise(tokens)):
        return None  # "we are offer": the page's own slip
    if shouts(tokens):
        return None
    if any((t.dep_ == "mark" and t.lower_ != "that") or t.lower_ in {"must", "should", "shall", "so", "while"} for t in tokens):
        return None
    return None if any(t.is_alpha and t.text.islower() and not is_word(t.text) for t in tokens) else tokens


def _participle_start(sentence: Span) -> Token | None:
    """The participle of a sentence without subject: "Committed to …", "Striving to …"."""
    first = sentence[0]
    root = sentence.root
    bare = root.i == first.i and first.tag_ in {"VBN", "VBG", "JJ"} and _subject_of(root) is None
    of_the_hire = first.lower_ == "working" and first.i + 1 < sentence.end and first.nbor().lower_ in {"in", "at", "on", "under", "alongside", "as"}
    return first if bare and first.lower_ in FRAGMENTS and not of_the_hire else None


WITHOUT_WHOM = re.compile(r"\b(?:encourage|allow|enable|empower|inspire|motivate|invite|train|teach)s? to$")
GERUND_NEXT = re.compile(r"\b(?:committed|dedicated|devoted|commitment|dedication) to$")
APOSTROPHE = re.compile("[’‘ʼ´`]")
NOT_THEIRS = frozenset("deserve need face lack suffer struggle".split())  # here "we" is everybody
FRAGMENTS = frozenset("committed dedicated devoted driven guided focused striving aiming working seeking determined proud inspired".split())


def _of_fragment(cut: Cut, sentence: Span, participle: Token) -> Lead | None:
    tokens = _spoken_tokens(list(sentence.doc[participle.i:cut.start]))
    middle = _second_person(tokens, "", to_plural=False) if tokens else None
    if not middle:
        return None
    text = w.fold("you are " + middle.strip()[0].lower() + middle.strip()[1:])
    return Lead(text, "company", lemma_of(participle.lower_), False) if w.count(text) <= MAX_LEAD and not FORBIDDEN.search(text) else None


def _main_verb(sentence: Span, cut: Cut) -> tuple[Token, Token] | None:
    """(the verb that has the subject, the verb in whose part the cut stands)."""
    root = sentence.root
    node, path = sentence.doc[cut.root], []
    while node.i != root.i:
        path.append(node)
        if node.head.i == node.i:
            return None
        node = node.head
    main = root
    # "…, and we strive to …": the clause of its own that the cut stands in.
    while path and path[-1].dep_ == "conj" and path[-1].pos_ in {"VERB", "AUX"} and _subject_of(path[-1]) is not None:
        main = path.pop()
        if main.i == cut.root:
            break
    # "We help children learn, so they can …": the parser takes the first clause for what is said in the second.
    if path and path[-1].dep_ == "ccomp" and path[-1].left_edge.i == sentence.start and _subject_of(path[-1]) is not None:
        main = path.pop()
    if main.pos_ not in {"VERB", "AUX"}:
        return None
    below = path[-1] if path else None
    if below is not None and below.dep_ == "conj" and below.pos_ in {"VERB", "AUX"}:
        deeper = path[-2] if len(path) > 1 else None
        chained = deeper is not None and deeper.dep_ == "conj" and deeper.pos_ in {"VERB", "AUX"} and _subject_of(deeper) is None
        return main, deeper if chained and deeper is not None else below
    if below is not None and below.dep_ in {"parataxis", "conj", "nsubj", "nsubjpass", "csubj"}:
        return None
    return main, main


def _intro_is_harmless(main: Token, sentence: Span, subject: Token) -> bool:
    """What stands before the subject can be dropped: "At Acme, we …", not "If you ask, we …"."""
    start = sentence.start if main.i == sentence.root.i else main.left_edge.i
    before = list(sentence.doc[start:subject.left_edge.i])
    return not any(t.lower_ in CONDITION or t.dep_ == "neg" or t.lower_ in {"not", "no", "never", "only", "most", "some"} for t in before)


def _without_asides(tokens: list[Token]) -> list[Token] | None:
    """The tokens without an aside between commas; None where what is left would not read on."""
    texts = [t.text for t in tokens]
    if texts.count(",") == 2 and not any(x in texts for x in ("(", ")", "–", "—", ":", ";", "/")):
        first, last = texts.index(","), len(texts) - 1 - texts[::-1].index(",")
        aside = tokens[first:last]
        if last == len(texts) - 1 and first and tokens[first - 1].pos_ in {"NOUN", "PROPN", "ADJ"} and aside[-1].pos_ in {"NOUN", "PROPN", "ADJ"}:
            return None  # "training, new tasks, [a bonus]": a list, no aside
        if last - first > 2 and not any(t.dep_ == "cc" or t.dep_ == "conj" for t in aside):
            return tokens[:first] + tokens[last + 1:]
    return None


def _subject(subject: Token, company: str) -> tuple[str | None, Speaker, bool]:
    """(the subject in the second person, who it is, whether a singular verb must become plural)."""
    low = subject.lower_
    phrase = list(subject.subtree)
    if len(phrase) != phrase[-1].i - phrase[0].i + 1 or len(phrase) > 4:
        return None, "other", False
    text = subject.doc[phrase[0].i:phrase[-1].i + 1].text
    if low == "we":
        return "you", "company", False
    if low in {"you"}:
        return "they", "reader", False
    if subject.pos_ == "PRON" and low not in {"everyone", "everybody", "anyone", "nobody"}:
        return None, "other", False
    if _is_company(text, company) or (low in COMPANY and phrase[0].lower_ in {"the", "our"} and len(phrase) == 2 and low != "team"):
        return "you", "company", True
    words_ = [t.lower_ for t in phrase]
    if any(x in {"you", "your", "i", "my", "me"} for x in words_) or FORBIDDEN.search(text):
        return None, "other", False
    if {"we", "us", "its", "their", "his", "her", "this", "these", "that", "those", "such"} & set(words_) or "our" in words_[1:]:
        return None, "other", False
    staff = subject.lemma_.lower() in STAFF
    if words_[0] == "our":
        return "your" + _calm(text[len(phrase[0].text):]), "staff" if staff else "part", False
    if staff and (subject.tag_ == "NNS" or low == "staff"):
        if words_ == ["all", "people"]:
            return w.lower_first(text), "other", False  # everybody, not their own
        if words_[0] == "all":
            rest = text[3:].replace(" the ", " ", 1) if words_[1:2] != ["of"] else ""
            return (f"all your{rest}", "staff", False) if rest else (None, "other", False)
        if words_[0] in {"the", "these", "those", "many", "some", "most"}:
            return None, "other", False
        return f"your {w.lower_first(text)}", "staff", False
    owned = re.match(r"(.+?)['’]s? (?=\w)", text)
    if owned and _is_company(owned.group(1), company):
        return "your " + text[owned.end():], "staff" if staff else "part", False
    if match := re.match(rf"the (?:{'|'.join(sorted(COMPANY))})['’]s ", text, re.IGNORECASE):
        return "your " + text[match.end():], "part", False
    keep = text if (phrase[0].pos_ == "PROPN" and not kinds(phrase[0].text)) or text.startswith(company) else w.lower_first(text)
    return keep, "other", False


def _calm(text: str) -> str:
    """ " Mission" -> " mission": words that headings write with a capital."""
    return re.sub(r"\b(?:Mission|Vision|Values?|Culture|Purpose|Goals?|Team|People|Employees|Staff|Commitment)\b", lambda m: m.group().lower(), text)


def _is_company(text: str, company: str) -> bool:
    bare, name = (re.sub(r"[^a-z0-9 ]", "", re.sub(r"\b(?:the|inc|ltd|llc|gmbh|plc|corp|co|limited|group|company)\b", "", t.lower())).split()
                  for t in (text, company))
    return bool(bare) and (bare == name or (bare[0] == (name or [""])[0] and len(bare) <= len(name)))


def _second_person(tokens: list[Token], shared: str, *, to_plural: bool) -> str | None:
    """The words between subject and quote with their pronouns turned and the first finite verb agreeing with "you"."""
    parts: list[str] = []
    agreed = not to_plural
    if shared:
        parts.append(" " + shared)
    for n, token in enumerate(tokens):
        low = token.lower_
        follows = tokens[n + 1].lower_ if n + 1 < len(tokens) else ""
        if low in {"i", "my", "me", "you", "your", "it", "its", "they", "their", "them", "this", "these", "those"} and (low, follows) != ("those", "who"):
            return None
        spare = token.dep_ == "advmod" and (low in SPARE_ADVERBS or (low.endswith("ly") and low not in KEPT_ADVERBS))
        if spare and not any(c.dep_ in {"cc", "conj"} for c in token.children):  # of "openly and transparently" both stay
            continue
        text = APOSTROPHE.sub("'", PRONOUNS.get(low, token.text))
        if not agreed and token.tag_ in {"VBZ"}:
            text = {"is": "are", "has": "have", "does": "do", "'s": "are", "was": "were"}.get(low.replace("’", "'"), inflect(token.lemma_.lower(), "VBP"))
            agreed = True
        elif not agreed and low == "was":
            text, agreed = "were", True
        elif not agreed and token.tag_ in {"VBD", "MD"}:
            agreed = True
        glued = text.startswith("'") or text in {"n't", "%", "."} or (
            n > 0 and tokens[n - 1].i == token.i - 1 and not tokens[n - 1].whitespace_ and bool(parts))
        if n == 0 and text == "'s" and to_plural:
            text, glued = "are", False
        parts.append(text if glued else " " + text)
    return "".join(parts)
