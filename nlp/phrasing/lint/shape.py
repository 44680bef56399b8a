"""Rules 3 and 4: length, order and grammar that the ear would catch."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.contract import Register
from nlp.phrasing import words as w
from nlp.phrasing.lint.registry import Hit, rule
from nlp.phrasing.lint.text import Text
from nlp.phrasing.verbs import is_base

LEAST, MOST, TOO_MANY = 15, 45, 60
ANSWER_LEAST, ANSWER_MOST = 60, 130
WORDS_A_MINUTE = 140
SLOT = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>|\b(?:None|null|undefined|TODO|XXX|lorem ipsum)\b|_{3,}")
DOUBLED = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)
MAY_DOUBLE = frozenset({"that", "had", "very"})
WRONG_ARTICLE = re.compile(r"\b(a)\s+(?=[aeio]\w)(?!(?:one|once|eu\w*|ewe)\b)\w+|\b(an)\s+(?=[bcdfgjklmnpqrstvwxyz][a-z])(?!(?:hour|honest|honou?r|heir)\w*)\w+", re.IGNORECASE)
AGREEMENT = re.compile(r"\bI (?:is|are|has|does|were|wants|likes|hopes)\b|(?<!with )(?<!of )(?<!for )(?<!to )(?<!in )(?<!from )(?<!by )\b(?:you|they|we) (?:is|was|has|does)\b|\b(?:he|she|it) (?:are|were|have|do)\b",
                       re.IGNORECASE)
TO_FORM = re.compile(r"\b(?:want|like|hope|wish|plan|aim|love) to (\w+(?:ing|ed)) (?:a|an|the)\b", re.IGNORECASE)
CAUSAL = re.compile(r"\b(?:because|since|so)\b", re.IGNORECASE)
JUNK = re.compile(r",\s*,|\.\s*\.(?!\.)|\s[,.;:?!](?:\s|$)|,\s*[.?!]|[?!.],|\(\s*\)")


@rule("too_long", 4, "error", "Cut it: one idea, one quotation, one thing you would do.")
def too_long(text: Text) -> Iterator[Hit]:
    if text.words > _limits(text)[2]:
        yield f"{text.words} words are too many for one {'breath' if text.form == 'phrase' else 'answer'}.", None


@rule("length", 4, "warning", "A phrase has 15 to 45 words, a spoken answer 60 to 130, a written one what the form asks for.")
def length(text: Text) -> Iterator[Hit]:
    least, most, too_many = _limits(text)
    if text.words < least:
        yield f"Only {text.words} words.", None
    elif most < text.words <= too_many:
        spoken = f", about {seconds(text.words)} seconds" if text.register == "spoken" else f" where {asked(text.register)} are asked for"
        yield f"{text.words} words{spoken}.", None


def _limits(text: Text) -> tuple[int, int, int]:
    """(words to have at least, at most, and that are too many) for this form and register."""
    if text.form == "phrase":
        return LEAST, MOST, TOO_MANY
    if text.register == "spoken":
        return ANSWER_LEAST, ANSWER_MOST, 2 * ANSWER_MOST
    words = asked(text.register)
    return ANSWER_LEAST, words, 2 * words


def asked(register: Register) -> int:
    """The words a written register has room for."""
    return int(register.rpartition("-")[2])


def seconds(words: int) -> int:
    """Speaking time at 140 words a minute."""
    return round(words * 60 / WORDS_A_MINUTE)


@rule("empty", 3, "error", "Write at least one sentence.")
def empty(text: Text) -> Iterator[Hit]:
    if not any(c.isalpha() for c in text.raw):
        yield "There is no text.", None


@rule("open_slot", 10, "error", "Fill the blank or take the clause out.")
def open_slot(text: Text) -> Iterator[Hit]:
    for match in SLOT.finditer(text.raw):
        yield f"“{match.group()}” is a blank that nobody filled.", match.span()


@rule("doubled_word", 3, "error", "Say it once.")
def doubled_word(text: Text) -> Iterator[Hit]:
    for match in DOUBLED.finditer(text.own):
        if match.group(1).lower() not in MAY_DOUBLE and "  " not in match.group():
            yield f"“{match.group()}” stands twice.", match.span()


@rule("doubled_article", 3, "error", "Keep one of the two.")
def doubled_article(text: Text) -> Iterator[Hit]:
    for match in w.DOUBLE_ARTICLE.finditer(text.raw):
        yield f"“{match.group().strip()}” has two articles.", match.span()


@rule("wrong_article", 3, "warning", "“a” before a consonant, “an” before a vowel.")
def wrong_article(text: Text) -> Iterator[Hit]:
    for match in WRONG_ARTICLE.finditer(text.own):
        if "  " in match.group():
            continue
        noun = match.group().split()[-1]
        if w.article(noun) != match.group().split()[0].lower():
            yield f"“{match.group()}”: the article does not fit.", match.span()


@rule("agreement", 3, "error", "Mend the verb.")
def agreement(text: Text) -> Iterator[Hit]:
    for match in AGREEMENT.finditer(text.own):
        yield f"“{match.group()}” does not agree.", match.span()
    for match in TO_FORM.finditer(text.own):
        if not is_base(match.group(1)):
            yield f"“{match.group()}” does not agree.", match.span()


@rule("stray_mark", 3, "error", "Mend the punctuation.")
def stray_mark(text: Text) -> Iterator[Hit]:
    for match in JUNK.finditer(text.raw):
        if not re.fullmatch(r"\s*\.\s*", match.group()) or match.start() > 0:
            yield "The punctuation is broken here.", match.span()


@rule("many_likes", 3, "warning", "One “I'd like to” is enough; turn the other into what you would do.")
def many_likes(text: Text) -> Iterator[Hit]:
    most = 1 if text.form == "phrase" else 2
    found = list(re.finditer(r"\bI(?:['’]d| would) like\b", text.own))
    if len(found) > most:
        yield f"“I'd like” stands {len(found)} times.", found[most].span()


@rule("many_reasons", 3, "warning", "One because or so in a sentence is enough; make the other a new sentence.")
def many_reasons(text: Text) -> Iterator[Hit]:
    if text.form != "phrase":
        return
    found = [m for m in CAUSAL.finditer(text.own) if not re.match(r"so (?:that|far|much|many|long|small|often|early)\b", text.own[m.start():], re.IGNORECASE)
             and not re.search(r"\b(?:and|do|think|say|said)\s+$", text.own[:m.start()]) and not re.match(r"since (?:\w+ )?(?:\d|[A-Z]|then)", text.own[m.start():])]
    for one, other in pairwise(found):
        if not re.search(r"[.?!]\s", text.own[one.end():other.start()]):
            yield "Two reasons hang on one another.", other.span()
            return


@rule("splice", 3, "warning", "Put a full stop or “and” after the quotation.")
def splice(text: Text) -> Iterator[Hit]:
    for match in re.finditer(r"[”\"],\s+(?:I|I['’]\w+|you|my|we|it)\s", text.raw):
        before, _, quote = text.raw[:match.start()].rpartition("“")
        if re.match(r"(?:since|as|because|if|when|where|while)\b", re.split(r"(?<=[.?!])\s+", before)[-1], re.IGNORECASE):
            continue  # the quotation ends a clause that leads up to this one
        if re.search(r"\b(?:is|are|was|has|have|can|must|should|will|does|do)\b", quote):
            yield "Two sentences are joined by a comma.", match.span()


@rule("far_apart", 3, "warning", "Bring the quotation and your aim closer together.")
def far_apart(text: Text) -> Iterator[Hit]:
    if text.form == "phrase" and text.quotes and text.words > 30:
        before = w.count(text.raw[: text.quotes[0][1]])
        if before > 28:
            yield f"{before} words come before the quotation.", None


@rule("starts_with_i", 3, "warning", "Begin one of the sentences with a fact, a number or “you”.")
def starts_with_i(text: Text) -> Iterator[Hit]:
    starts = [s.strip() for s in re.split(r"(?<=[.!?])\s+", text.raw) if s.strip()]
    if len(starts) >= 3 and all(re.match(r"I\b", s) for s in starts):
        yield "Every sentence begins with I.", None


@rule("repeated_opening", 3, "warning", "Begin one of them with something else: a fact, their words, “you”.")
def repeated_opening(text: Text) -> Iterator[Hit]:
    """Two sentences that begin with the same three words."""
    seen: set[tuple[str, ...]] = set()
    for match in re.finditer(r"[^.!?\s][^.!?]*[.!?]+", text.raw):
        start = w.opening(match.group(), 3)
        if len(start) == 3 and start in seen:
            yield f"Another sentence begins with “{' '.join(match.group().split()[:3])}”, too.", (match.start(), match.start() + len(" ".join(match.group().split()[:3])))
            return
        seen.add(start)
