"""Verb forms: what a word can be, and how it inflects. A thin layer over lemminflect."""
from __future__ import annotations

from functools import cache

from nlp.models.files import vocabulary_file
from nlp.models.lexicon import all_lemmas, inflection

# Where lemminflect's table lacks the doubled consonant or offers two spellings, British first.
FORMS = {
    ("program", "VBG"): "programming", ("program", "VBD"): "programmed", ("mimic", "VBG"): "mimicking",
    ("travel", "VBG"): "travelling", ("travel", "VBD"): "travelled", ("model", "VBG"): "modelling",
    ("counsel", "VBG"): "counselling", ("label", "VBG"): "labelling", ("learn", "VBD"): "learned",
    ("learn", "VBN"): "learned", ("focus", "VBG"): "focusing", ("lead", "VBD"): "led", ("lead", "VBN"): "led",
    ("be", "VBP"): "are", ("be", "VBD"): "were", ("work", "VBD"): "worked", ("work", "VBN"): "worked",
    ("speed", "VBD"): "sped", ("burn", "VBD"): "burned", ("get", "VBN"): "got",
}
AUXILIARIES = frozenset("be am is are was were been have has had do does did will would can could may might must shall should".split())


@cache
def lemmas(word: str, kind: str) -> tuple[str, ...]:
    """Dictionary lemmas of a lower-case word as `kind` (VERB, NOUN, ADJ, ADV); empty when it cannot be one."""
    return tuple(all_lemmas(word.lower(), kind).get(kind, ()))


@cache
def kinds(word: str) -> frozenset[str]:
    return frozenset(all_lemmas(word.lower()))


@cache
def inflect(lemma: str, tag: str) -> str:
    """`lemma` in the form of the Penn tag (VBG, VBD, VBN, VBZ, VBP, NNS …)."""
    known = FORMS.get((lemma, tag))
    if known:
        return known
    forms = inflection(lemma, tag)
    return forms[0] if forms else lemma


def is_base(word: str) -> bool:
    """Whether `word` is a verb's base form: lead, coach, set."""
    return word.lower() in lemmas(word, "VERB") or word.lower() == "be"


def is_past(word: str) -> bool:
    """Whether `word` is a past tense: led, coached, set."""
    low = word.lower()
    return any(low in inflection(lemma, "VBD") or low == inflect(lemma, "VBD") for lemma in lemmas(low, "VERB"))


def is_participle(word: str) -> bool:
    low = word.lower()
    return any(low in inflection(lemma, "VBN") or low == inflect(lemma, "VBN") for lemma in lemmas(low, "VERB"))


def is_gerund(word: str) -> bool:
    low = word.lower()
    return low.endswith("ing") and bool(lemmas(low, "VERB")) and low not in lemmas(low, "VERB")


def is_third_person(word: str) -> bool:
    """Whether `word` is a present third-person form: leads, asks."""
    low = word.lower()
    return low.endswith("s") and any(low in inflection(lemma, "VBZ") for lemma in lemmas(low, "VERB"))


def lemma_of(word: str) -> str:
    """The verb lemma of `word`; the word itself where it is no verb."""
    found = lemmas(word, "VERB")
    return found[0] if found else word.lower()


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(vocabulary_file().read_text("utf-8").split())


def is_word(word: str) -> bool:
    """Whether a lower-case word is one: the dictionary or the embedder's vocabulary has it. A typing error is none."""
    return bool(kinds(word)) or word.lower() in _vocabulary()
