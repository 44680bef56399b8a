"""What a fact of the profile left its owner with, as a noun phrase: "those nine years", "what redesigning that checklist taught me".

A last clause that offers it points back to the very fact that the first sentence told, so nothing is offered that was
not shown.
"""
from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Token

from nlp.phrasing.person.forms import is_person_noun
from nlp.phrasing.person.note_words import DATED, HELP_VERBS, LEAD_VERBS, MAKE_VERBS, OFTEN, STUDY_NOUNS
from nlp.phrasing.verbs import inflect, is_gerund, lemma_of

EXPERIENCE, TRAINING, LEARNING, HABIT = "that experience", "that training", "what I'm learning", "that habit"
PERIOD = re.compile(
    r"\b((?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty) (?:years|months|weeks|summers|winters|seasons))\b", re.IGNORECASE)
DONE_TO = (HELP_VERBS | MAKE_VERBS | LEAD_VERBS | frozenset("interview report test teach read command found edit hold paint".split())) - {"make", "raise"}
WITH_PARTICLE = frozenset({"set", "put"})
JOINED = frozenset("volunteer sit join serve belong".split())  # after these it is the place that teaches
INSTRUCTION = frozenset("coach mentor train teach tutor help support".split())
BY_ATTENDING = re.compile(r"course|training|workshop|bootcamp|refresher|class(?:es)?|apprenticeship|module", re.IGNORECASE)
TEACHES_LITTLE = frozenset("be have get see ask leave keep take pass finish complete study learn read attend join do start spend want like begin bring".split())
TIMES = frozenset({"morning", "evening", "day", "afternoon", "saturday", "time", "hour", "week", "month", "year"})
VAGUE = TIMES | frozenset("part way people person place number lot level total end use charge thing role job work list company first most".split())


def gained(clause: str, *, study: bool, ongoing: bool, pipeline: Language) -> str:
    """What the fact told by `clause` ("I've redesigned our ward's checklist") brought."""
    if match := PERIOD.search(clause):
        period = f"those {match.group(1).lower()}"
        return period if period.endswith("years") else f"what {period} taught me"
    root = next((token for token in pipeline(clause + ".") if token.dep_ == "ROOT"), None)
    if study:
        return _learned(root, clause, ongoing)
    if root is not None and (taught := _done(root) or _joined(root)):
        has = "have " if taught.startswith("those ") else "has "
        return f"what {taught} {has if ongoing else ''}taught me"
    habit = ongoing and OFTEN.search(clause) and not DATED.search(clause) and not re.match(r"I(?:'m|'ve been) (?!\w+ing\b)", clause)
    return HABIT if habit else EXPERIENCE


def again(clause: str) -> str | None:
    """What was done for others, as something that they could be given here: "the same coaching"."""
    for word in re.sub(r"^I(?:'ve|'m)?(?: been)? ", "", clause).split()[:1]:
        for lemma in INSTRUCTION:
            if word.lower() in {lemma, inflect(lemma, "VBN"), inflect(lemma, "VBD"), inflect(lemma, "VBG")}:
                return f"the same {lemma if lemma in {'help', 'support'} else inflect(lemma, 'VBG')}"
    return None


def lesson(clause: str, *, ongoing: bool) -> str | None:
    """The whole fact as what it taught: "what I learned redesigning my ward's checklist", "my nine years in school kitchens"."""
    if match := re.match(r"I(?:'ve)? spent (.+)$", clause):
        return f"my {match.group(1).split(', ')[0]}" if PERIOD.match(match.group(1)) and "years" in match.group(1) else None
    match = re.match(r"I(?:'ve)?(?: been(?= \w+ing\b))? (\w+)(?= )", clause)
    if match is None or match.group(1) == "been":
        return None
    lemma = lemma_of(match.group(1))
    if lemma in TEACHES_LITTLE:
        return None
    rest = clause[match.end():].split(", ")[0]
    rest = re.sub(r"\bour(?= \w+['’]s\b)", "my", rest)  # "our" would stand beside the company's "your"
    rest = re.sub(r"\bour\b", "the", rest)
    if re.search(r"\b(?:us|we|there|which|and)\b", rest):
        return None
    return f"what {'I have' if ongoing else 'I'} learned {inflect(lemma, 'VBG')}{rest}".replace("I have", "I've")


def _learned(root: Token | None, clause: str, ongoing: bool) -> str:
    running = ongoing and " have " not in f" {clause} " or re.search(r"\bI(?:'ve)? (?:started|begun|began)\b", clause) is not None
    if root is not None and root.lemma_.lower() in {"study", "learn"} and (language := _object(root)) is not None and language.tag_ == "NNP":
        return f"my {language.text}" if not any(c.dep_ == "compound" for c in language.children) else LEARNING
    for noun in STUDY_NOUNS.finditer(clause):
        word = noun.group().lower().split()[-1]
        if word not in {"programming", "language", "level"} and not noun.group().isupper() and len(word) > 3:
            these = "those" if word.endswith("s") and not word.endswith("ss") else "that"
            if BY_ATTENDING.fullmatch(word):
                return f"what {'I learn in ' if running else ''}{these} {word}{'' if running else ' taught me'}"
            return f"what I {'learn' if running else 'learned'} for {these} {word}"
    if root is not None and root.lemma_ in {"take", "earn", "gain"}:
        return EXPERIENCE
    return LEARNING if running else TRAINING


def _done(root: Token) -> str | None:
    """ "redesigning that checklist", "coaching those engineers"."""
    thing, lemma = _object(root), root.lemma_.lower()
    if thing is None or lemma not in DONE_TO or thing.tag_ not in {"NN", "NNS"} or not thing.text.isalpha() or thing.lemma_.lower() in VAGUE:
        return None
    particle = next((c.lower_ for c in root.children if c.dep_ == "prt"), None)
    if root.nbor().tag_ == "VB" or any(c.dep_ in {"xcomp", "ccomp"} for c in root.children) or (lemma not in HELP_VERBS | LEAD_VERBS and is_person_noun(thing.lower_)):
        return None
    if (lemma in WITH_PARTICLE) != (particle is not None) or is_gerund(thing.lower_) and thing.tag_ == "NNS":
        return None
    verb = inflect(lemma, "VBG") + (f" {particle}" if particle else "")
    return f"{verb} {'those' if thing.tag_ == 'NNS' else 'that'} {thing.lower_}"


def _joined(root: Token) -> str | None:
    """ "the mountain rescue", "that clinic"."""
    if root.lemma_.lower() not in JOINED:
        return None
    holders = [root, *(t for t in root.subtree if t.lemma_.lower() in TIMES)]
    places = [p for t in holders for prep in t.children if prep.dep_ == "prep" for p in prep.children if p.dep_ == "pobj"]
    objects = [t for t in root.children if t.dep_ == "dobj"]
    for place in [*objects, *places]:
        if place.tag_ in {"NN", "NNS"} and place.lemma_.lower() not in VAGUE:
            before = [c for c in place.children if c.i < place.i and c.dep_ in {"det", "compound", "amod"}]
            if before and before[0].lower_ == "the" and len(before) <= 3:
                return place.doc[before[0].i : place.i + 1].text
            return f"{'those' if place.tag_ == 'NNS' else 'that'} {place.lower_}"
    return None


def _object(root: Token) -> Token | None:
    return next((t for t in root.children if t.dep_ == "dobj"), None)
