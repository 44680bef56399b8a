"""What a fact of the profile lets its owner offer: the same again, for the company.

A last clause that names the thing done ("I could redesign a checklist like that with your team") gives more than one that
points at "that experience", and offers nothing that was not shown.
"""
from __future__ import annotations

import re

from nlp.phrasing import words as w
from nlp.phrasing.person.forms import is_person_noun
from nlp.phrasing.person.note_words import DATED, OFTEN, STUDY_NOUNS
from nlp.phrasing.verbs import inflect, is_base, is_gerund, kinds, lemma_of, lemmas

YEARS = re.compile(
    r"\b((?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty) years)\b", re.IGNORECASE)
CREATING = frozenset("write rewrite redesign design build rebuild set put create introduce develop launch organise organize plan edit draft "
                     "install publish document host plant sew bake teach give hold".split())
HOLDING = frozenset("run lead chair manage coordinate direct".split())  # of an event, not of a place or of people
EVENTS = re.compile(
    r"(?:workshop|training|class|course|session|survey|study|project|campaign|programme|program|club|meeting|breakfast|newsletter|event|"
    r"festival|drive|swap|tour|trial|audit|pilot|review|hearing|fair)s?$|studies$|classes$", re.IGNORECASE)
IMPROVING = frozenset("cut reduce replace move improve fix shorten halve save raise clear simplify streamline speed lower swap rearrange "
                      "reorganise reorganize convert double automate digitise digitize repair restore renovate".split())
INSTRUCTING = frozenset("coach mentor train tutor".split())
NOT_REPEATED = frozenset("be have get see ask leave keep take pass finish complete study learn read attend join do start spend want like begin "
                         "bring stand sit retire deputise return teach command work interview".split())
WITH_PARTICLE = frozenset({"set", "put"})
OBJECT_END = re.compile(r",(?=\s)|\s(?=(?:every|each|in|for|at|on|with|since|last|next|to|from|of|that|which|who|where|twice|once|by|and|after|before|"
                        r"an? (?:day|week|month|year|round|shift|term))\b)")
BY_ATTENDING = re.compile(r"course|training|workshop|bootcamp|refresher|class(?:es)?|apprenticeship|module", re.IGNORECASE)


def offer(clause: str, *, study: bool, ongoing: bool) -> str | None:
    """A clause that offers the fact again and names it, so that it can stand a sentence later. Slots: team, newest, people."""
    if study:
        return f"I'd use {learned} from day one" if (learned := _learned(clause, ongoing)) else None
    if match := YEARS.search(clause):
        return f"I'd put those {match.group(1).lower()} into it"
    if (done := _verb(clause)) is None:
        return None
    lemma, rest = done
    if lemma == "volunteer":
        return "I'd lend a hand like that here, too"
    habit = ongoing and OFTEN.search(clause) and not DATED.search(clause) and lemma not in NOT_REPEATED
    return _done_again(lemma, rest) or ("I'd keep that habit up here" if habit else None)


def repeated(clause: str, *, study: bool, ongoing: bool) -> str | None:
    """The same right after the fact itself: "…, and I could do it again with your team"."""
    if study:
        return "I'd use it here from day one" if _learned(clause, ongoing) else None
    done = _verb(clause)
    if done is None or done[0] in NOT_REPEATED or YEARS.search(clause):
        return None
    if done[0] == "volunteer":
        return "I'd lend a hand here, too"
    return "I'd do the same here" if ongoing else "I could do it again with {team}"


def _verb(clause: str) -> tuple[str, str] | None:
    """(lemma of the main verb, what follows it); None where one is something and does nothing."""
    match = re.match(r"I(?:'ve)?(?: been(?= \w+ing\b))? (\w+) (?=\w)", clause)
    return (lemma_of(match.group(1)), clause[match.end():]) if match and match.group(1) != "been" else None


def _learned(clause: str, ongoing: bool) -> str | None:
    """ "my Python", "what that course taught me", "what I learned for that exam"."""
    running = (ongoing and " have " not in f" {clause} ") or re.search(r"\bI(?:'ve)? (?:started|begun|began)\b", clause) is not None
    if match := re.search(r"\b(?:study|learn)(?:ing)? ([A-Z]\w+)(?= (?:at|on|in|for|with|every|since)\b|$)", clause):
        return f"my {match.group(1)}"
    for noun in STUDY_NOUNS.finditer(clause):
        word = noun.group().lower().split()[-1]
        if word not in {"programming", "language", "level"} and not noun.group().isupper() and len(word) > 3:
            these = "those" if word.endswith("s") and not word.endswith("ss") else "that"
            if BY_ATTENDING.fullmatch(word):
                return f"what {'I learn in ' if running else ''}{these} {word}{'' if running else ' taught me'}"
            return f"what I {'learn' if running else 'learned'} for {these} {word}"
    return "what I'm learning" if running else None


def _done_again(lemma: str, rest: str) -> str | None:
    particle, rest = _particle(lemma, rest)
    words = OBJECT_END.split(rest)[0].split()
    thing = words[-1] if words else ""
    if not thing.isalpha() or not thing.islower() or is_gerund(words[0]):
        return None
    if lemma in {"help", "support"} and not is_base(words[0]):
        return "I'd help {people} the same way"
    if lemma in INSTRUCTING:
        return f"I'd {lemma} {{newest}} the same way"
    if is_person_noun(next(iter(lemmas(thing, "NOUN")), thing)):
        return None
    if lemma in IMPROVING:
        return "I'd look for an improvement like that with {team}"
    if not (lemma in CREATING or (lemma in HOLDING and EVENTS.search(thing))) or "NOUN" not in kinds(thing):
        return None
    verb = f"{lemma} {particle}" if particle else lemma
    if inflect(lemmas(thing, "NOUN")[0], "NNS") == thing:
        return f"I could {verb} {thing} like those with {{team}}"
    article = "" if thing in {"training", "coaching", "teaching"} else f"{w.article(thing)} "
    return f"I could {verb} {article}{thing} like that with {{team}}"


def _particle(lemma: str, rest: str) -> tuple[str, str]:
    """ "set up a panel" -> ("up", "a panel"). A verb that needs one and has none leaves nothing."""
    first, _, after = rest.partition(" ")
    if first in {"up", "in", "together"}:
        return first, after
    return ("", "") if lemma in WITH_PARTICLE else ("", rest)
