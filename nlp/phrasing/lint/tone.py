"""Rules 3, 10 and 11: spoken, honest, without flattery, clichés, hedges and complaint."""
from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.phrasing.lint.registry import Hit, hits, rule
from nlp.phrasing.lint.text import Text


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b", re.IGNORECASE)


FLATTERY = _any(
    r"amazing", r"prestigious", r"renowned", r"dream (?:company|job|employer)", r"honou?red", r"perfect (?:fit|match|place)", r"companies? like yours",
    r"like yours", r"rightful place", r"world[- ]class (?:company|team|organi[sz]ation)", r"wonderful (?:company|team|organi[sz]ation)",
    r"incredible", r"fantastic", r"awesome", r"admire", r"huge fan", r"big fan", r"always (?:wanted|dreamed) (?:to|of) (?:work|working|join|joining)",
    r"blown away", r"outstanding (?:company|reputation|team)", r"best (?:company|employer)", r"great (?:company|reputation|place to work)",
    r"impress(?:ed|ive)", r"privilege", r"inspir(?:ing|ed by your)", r"legendary", r"second to none",
)
BEGGING = _any(r"please (?:give|hire|consider)", r"any (?:chance|job|opportunity)", r"would do anything", r"give me a chance", r"desperate\w*", r"beg",
               r"i would be grateful", r"so grateful")
CLICHES = _any(
    r"aligns? (?:perfectly |well |closely )?with", r"resonates?(?: \w+)? with", r"fits? perfectly", r"passionate about", r"synerg\w+", r"furthermore",
    r"leverag\w+", r"proven track record", r"track record", r"think(?:ing)? outside the box", r"team player", r"hit the ground running", r"go-getter",
    r"self-starter", r"detail-oriented", r"results-driven", r"fast learner", r"quick learner", r"hard worker", r"win-win", r"take it to the next level",
    r"wealth of experience", r"skill ?set", r"value[- ]add(?:ed)?", r"moving forward", r"touch base", r"deep dive", r"at the end of the day",
    r"make a difference every day", r"people person", r"wear many hats", r"dynamic environment", r"thought leader", r"moreover", r"utili[sz]e",
    r"spearhead\w*", r"delve", r"testament to", r"cutting[- ]edge",
)
HEDGES = _any(r"maybe", r"kind of", r"sort of", r"I guess", r"I suppose", r"hopefully", r"a little bit", r"somewhat", r"not sure if", r"more or less",
              r"I(?:'d|’d| would) just like", r"if that makes sense", r"or something")
COMPLAINT = _any(
    r"(?:my|the) (?:current|old|last|former|present|previous) (?:boss|manager|employer|company|job|team) (?:is|was|does|did|never|doesn[’']t|didn[’']t|treats?)[^.]{0,40}"
    r"(?:bad|terrible|awful|unfair|toxic|boring|not|never|nothing|poor|hopeless|useless)", r"toxic", r"sick of", r"fed up", r"underpaid", r"the system is broken",
    r"I hate", r"waste of time", r"dead[- ]end", r"burn(?:t|ed) out by",
)
SUPERLATIVES = _any(
    r"the (?:very )?best (?:candidate|person|choice|in the)", r"number one", r"second to none", r"I am the best", r"natural[- ]born", r"natural leader",
    r"expert in everything", r"unique(?:ly)? (?:qualified|suited|positioned)", r"guarantee\w*", r"100 ?%", r"exceptional(?:ly)?", r"extraordinar\w+",
    r"outstanding", r"excellent", r"unparalleled", r"unmatched", r"highly (?:skilled|motivated|qualified|experienced)", r"extremely", r"perfectly",
    r"I will (?:always|never|definitely|certainly)", r"the most (?:skilled|talented|motivated|experienced)",
)
VAGUE = _any(r"a better (?:leader|person|professional|version of myself)", r"ready to learn anything", r"grow as a person", r"learn new things and grow",
             r"various (?:things|areas|skills)", r"many different things", r"do great things", r"achieve great things", r"be successful", r"add value",
             r"good at what I do", r"challenges? myself every day", r"some kind of", r"stuff", r"etc\.?", r"and so on")
WRITTEN = re.compile(r";|^\s*[-•*]\s|\b(?:hereby|herewith|therein|aforementioned|pursuant|whilst|thus|hence|thereby|in order to)\b", re.IGNORECASE | re.MULTILINE)


@rule("flattery", 11, "error", "Show respect through a detail of the page, not through praise.")
def flattery(text: Text) -> Iterator[Hit]:
    yield from hits(FLATTERY, text, "“{}” flatters.")


@rule("begging", 11, "warning", "Say what you would bring; do not ask for a favour.")
def begging(text: Text) -> Iterator[Hit]:
    yield from hits(BEGGING, text, "“{}” begs.")


@rule("complaint", 11, "error", "Leave present and former employers out, or say only what you look for.")
def complaint(text: Text) -> Iterator[Hit]:
    yield from hits(COMPLAINT, text, "“{}” complains.")


@rule("cliche", 3, "warning", "Say the same with a thing you did.")
def cliche(text: Text) -> Iterator[Hit]:
    yield from hits(CLICHES, text, "“{}” is worn out.")


@rule("hedging", 3, "warning", "Say it plainly or leave it out.")
def hedging(text: Text) -> Iterator[Hit]:
    yield from hits(HEDGES, text, "“{}” sounds unsure.")


@rule("superlative", 10, "error", "Say what you did and let the listener judge.")
def superlative(text: Text) -> Iterator[Hit]:
    yield from hits(SUPERLATIVES, text, "“{}” claims more than can be shown.")


@rule("vague", 5, "warning", "How? Name the step: a course, a task, a date.")
def vague(text: Text) -> Iterator[Hit]:
    yield from hits(VAGUE, text, "“{}” could mean anything.")


@rule("written_style", 3, "warning", "Say it as you would speak.")
def written(text: Text) -> Iterator[Hit]:
    yield from hits(WRITTEN, text, "“{}” is for paper, not for speaking.")
