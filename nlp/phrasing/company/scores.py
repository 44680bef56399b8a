"""How well a cut quotes: concrete and uncommon words score, praise and abstractions do not.

Commonness of a lemma is the share of organisations that use it in their statements and values (measured over
labelled organisations; data/phrasing_commonness.json). It also gives a phrase its `genericness`.
"""
from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from nlp.matching.others import NONE, Others
from nlp.phrasing.company.cuts import Cut, Form
from nlp.phrasing.company.sources import Source
from nlp.phrasing.company.whole import lacks_article
from nlp.phrasing.verbs import is_word

DATA = Path(__file__).resolve().parents[2] / "data" / "phrasing_commonness.json"
RARE = 0.03  # share taken for a lemma that the table does not have
PRAISE = re.compile(
    r"\b(?:best|leading|leader in|world[- ]?class|first[- ]class|unparallell?ed|unmatched|unrivall?ed|finest|premier|premium|number one|no\. ?1|award[- ]\w+|"
    r"amazing|unique|superior|exceptional|excellent|outstanding|superb|top|cutting[- ]edge|state[- ]of[- ]the[- ]art|highest|greatest|ultimate|"
    r"innovative|great|perfect|fantastic|incredible|awesome|exciting|remarkable|trusted|renowned|prestigious|brightest|largest|fastest|"
    r"foremost|preferred|excellence|talented|well-established|experienced|visionar\w+|reputable|dynamic|vibrant|unwavering|relentless\w*|passionate\w*)\b",
    re.IGNORECASE,
)
ABSTRACT = re.compile(r"\w{4,}(?:tion|tions|sion|ity|ities|ence|ance|ment|ments|ness|ship|ism)\b", re.IGNORECASE)
MARKETING = re.compile(r"\b(?:drive|drives|driving|unlock\w*|leverag\w+|empower\w*|transform\w*|deliver\w*|enabl\w+|maximi[sz]\w+|optimi[sz]\w+|synerg\w+|"
                       r"solutions?|seamless\w*|holistic|strateg\w+|impactful|value-added|end-to-end|turnkey|ecosystem|stakeholders?|journey)\b", re.IGNORECASE)
EMPTY = frozenset("thing way lot part range variety reason number order kind sort example place time year day world life area field "
                  "level term form matter case fact step end point result".split())
GRIM = re.compile(
    r"\b(?:destroy\w*|violen\w+|cris[ie]s|kill\w*|racis\w+|disaster\w*|wars?|death\w*|deadly|threat\w*|corrupt\w*|hat(?:e|red)|pain|suffering|abuse\w*|"
    r"exploit\w*|greed\w*|poverty|crime\w*|fail(?:s|ed|ure|ures|ing)?|problem\w*|risk\w*|danger\w*|hostil\w*|unfair\w*|debt\w*|illiteracy|addict\w*|"
    r"broken|barriers?|discriminat\w+|oppress\w*|slavery|genocide|unemploy\w*|homeless\w*|hunger|disease\w*|illness\w*|complain\w*|brutal\w*|detention|prison\w*|victims?|trauma\w*|"
    r"cancer|shortages?|struggl\w*|harm(?:s|ed|ful|ing)?|neglect\w*|injustice\w*|inequalit\w+|slaughter\w*|terror\w*)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(r"\b(?:end|ending|fight\w*|prevent\w*|reduc\w+|against|remov\w+|break\w*|overcom\w+|solv\w+|tackl\w+|without|no|free|stop\w*|denounc\w+|"
                     r"cur(?:e|ing)|treat\w*|erad\w+|dismantl\w+|avoid\w*|lower\w*|cut\w*|rather than|not|relie\w+|escap\w+|beat\w*|defeat\w*|address\w*)\b", re.IGNORECASE)
PAY = re.compile(r"\b(?:salar\w+|remuneration|compensation|wages?|pay packages?|bonus(?:es)?|(?:competitive|good|great|fair|top) pay|pay (?:equity|gaps?|stud\w+|ranges?))\b", re.IGNORECASE)
UNITS = frozenset("week day hour year month minute percent time maximum minimum number total rate amount member employee".split())
ITSELF = frozenset("company organisation organization institution firm corporation agency nonprofit non-profit provider university college "
                   "hospital bank supplier manufacturer distributor subsidiary leader".split())
HALF_IDIOM = re.compile(r"(?:addition|terms|line|order|accordance|behalf|response|spite|keeping|regard) (?:to|of|with)\b", re.IGNORECASE)  # "in …"
CONTRAST = re.compile(r"\b(?:not|over|before|rather than|instead of|more than|without|nobody|no one|nothing)\b", re.IGNORECASE)
BOILERPLATE = re.compile(r"\b(?:equal opportunity|regardless of|sexual orientation|gender identity|national origin|applicable law|all applicants|"
                         r"marital status|veteran status|disability status|covid|pandemic|cookies?|privacy policy|terms (?:of|and)|click here|"
                         r"apply now|read more|learn more|contact us|compan(?:y|ies) act|registered office)\b", re.IGNORECASE)


@cache
def commonness_table() -> dict[str, float]:
    return dict(json.loads(DATA.read_text("utf-8")))


def content_lemmas(doc: Doc, start: int, end: int) -> list[str]:
    return [t.lemma_.lower() for t in doc[start:end] if t.is_alpha and not t.is_stop and t.pos_ in {"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"}]


def genericness(lemmas: list[str], others: Others = NONE) -> float:
    """0..1: how many organisations say such words; the mean over the less common half of them."""
    if not lemmas:
        return 1.0
    shares = sorted(_share(lemma, others) for lemma in lemmas)
    rarer = shares[: max(1, (len(shares) + 1) // 2)]
    return round(min(1.0, sum(rarer) / len(rarer)), 3)


def _share(lemma: str, others: Others) -> float:
    return others.rate_of_word(lemma, commonness_table().get(lemma, RARE))


def quality(cut: Cut, source: Source, company: str, others: Others = NONE) -> float:
    """Worth of a cut as a quote, about -1 to 1, whatever it is matched with."""
    doc = source.sentence.doc
    lemmas = content_lemmas(doc, cut.start, cut.end)
    if PAY.search(cut.text):
        return -1.0
    misspelt = any(t.is_alpha and t.text.islower() and not is_word(t.text) for t in doc[cut.start : cut.end])
    if misspelt or BOILERPLATE.search(source.sentence.text) or HALF_IDIOM.match(cut.text):
        return -1.0
    shares = [_share(lemma, others) for lemma in lemmas] or [1.0]
    score = 0.6 - genericness(lemmas, others) * 1.4 - 0.5 * sum(shares) / len(shares)
    score += {2: -0.3, 3: -0.1, 8: -0.1}.get(cut.words, 0.0)
    score -= 0.3 * len(PRAISE.findall(cut.text))
    score -= 0.12 * len(MARKETING.findall(cut.text))
    score -= 0.12 * max(0, len(ABSTRACT.findall(cut.text)) - 1)
    if (lemmas and all(lemma in EMPTY for lemma in lemmas)) or not lemmas:
        score -= 0.8
    if len(lemmas) == 1 and cut.form is not Form.NAME:
        score -= 0.3
    if any(t.like_num for t in doc[cut.start:cut.end]):
        score += 0.15
    score -= 0.12 * cut.text.count(",")
    own = cut.form is Form.NAME or cut.possessive
    if any(lacks_article(t) for t in doc[cut.start:cut.end] if not (own and t.i == cut.root)):
        return -1.0  # the page's own slip would be the speaker's
    if GRIM.search(cut.text) and not AGAINST.search(cut.text):
        score -= 0.8  # what they deplore is not what they stand for
    compared = any(t.tag_ in {"JJR", "RBR"} or t.lower_ == "same" for t in doc[cut.start : cut.end])
    if compared and not {"than", "as"} & set(cut.text.split()):
        score -= 0.3  # better or higher than what, the sentence says elsewhere
    if company and cut.text.lower().startswith(company.lower().split()[0]) and cut.form in {Form.CLAUSE, Form.VERB, Form.NAME}:
        score -= 1.0 if cut.form is Form.VERB else 0.5  # the company speaking of itself by name; a name is no verb
    if CONTRAST.search(cut.text):
        score += 0.15
    score += {Form.VERB: 0.1, Form.CLAUSE: 0.1, Form.NAME: 0.05, Form.PREPOSITION: -0.15, Form.PREDICATE: -0.05, Form.FINITE: -0.05}.get(cut.form, 0.0)
    if cut.form is Form.NOUN and doc[cut.root].lemma_.lower() in UNITS:
        score -= 0.6  # "three weeks": of what, the sentence says elsewhere
    if cut.form is Form.NAME and not cut.text[0].isupper():
        score -= 0.4  # half a sentence taken for a name
    if cut.form is Form.NOUN and doc[cut.root].lemma_.lower() in ITSELF:
        score -= 0.6  # "a not-for-profit organisation": what it is, not what it stands for
    names = sum(t.pos_ == "PROPN" for t in doc[cut.start:cut.end])
    if cut.form is Form.NAME and any(t.lower_ in {"we", "our", "us", "you", "your"} for t in doc[cut.start:cut.end]):
        score -= 0.3
    if doc[cut.start].lower_ in {"including", "excluding", "regarding", "according", "following", "based", "compared", "encompassing", "ranging"}:
        score -= 0.8
    if cut.form is not Form.NAME:
        score -= 0.15 * names
        if cut.end < source.sentence.end and doc[cut.end].dep_ not in {"punct", "cc"}:
            score -= 0.08  # the sentence goes on: something is left out
    letters = [c for c in cut.text if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.5 * len(letters):
        score -= 1.0
    return score
