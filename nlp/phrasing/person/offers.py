"""What a fact of the profile lets its owner offer: the same again, for the company.

A last clause that names the thing done ("I could redesign a checklist like that with your team") gives more than one that
points at "that experience", and offers nothing that was not shown.
"""
from __future__ import annotations

import re

from nlp.phrasing import words as w
from nlp.phrasing.person.forms import is_person_noun
from nlp.phrasing.verbs import inflect, is_base, is_gerund, kinds, lemma_of, lemmas

CREATING = frozenset("write rewrite redesign design build rebuild set put create introduce develop launch organise organize plan edit draft "
                     "install publish document host plant sew bake".split())
HOLDING = frozenset("teach give hold run lead chair manage coordinate direct".split())  # of an event, not of a place or of people
EVENTS = re.compile(
    r"(?:workshop|training|class|course|session|survey|study|project|campaign|programme|program|club|meeting|breakfast|newsletter|event|"
    r"festival|drive|swap|tour|trial|audit|pilot|review|hearing|fair)s?$|studies$|classes$", re.IGNORECASE)
IMPROVING = frozenset("cut reduce replace move improve fix shorten halve save raise clear simplify streamline speed lower swap rearrange "
                      "reorganise reorganize convert double automate digitise digitize repair restore renovate".split())
INSTRUCTING = frozenset("coach mentor train tutor".split())
WITH_PARTICLE = frozenset({"set", "put"})
OBJECT_END = re.compile(r",(?=\s)|\s(?=(?:every|each|in|for|at|on|with|since|last|next|to|from|of|that|which|who|where|twice|once|by|and|after|before|"
                        r"an? (?:day|week|month|year|round|shift|term))\b)")


def offer(clause: str) -> str | None:
    """A clause that offers the fact again and names it, so that it can stand a sentence later. Slots: team, newest, people."""
    done = _verb(clause)
    return _done_again(*done) if done else None


def _verb(clause: str) -> tuple[str, str] | None:
    """(lemma of the main verb, what follows it); None where one is something and does nothing."""
    match = re.match(r"I(?:'ve)?(?: been(?= \w+ing\b))? (\w+) (?=\w)", clause)
    return (lemma_of(match.group(1)), clause[match.end():]) if match and match.group(1) != "been" else None


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
