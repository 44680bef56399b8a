"""Small tools on running text: quotation marks, counting, first letters, lists. No language model."""
from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence

OPEN, CLOSE = "“", "”"
DOUBLE_ARTICLE = re.compile(r"\b(?:a|an|the|my|your|our)\s+[“\"]?(?:a|an|the|our|your|my)\s", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:[-’'.,/&][^\W_]+)*")
SPOKEN = re.compile(r"\S*[^\W_]\S*")
QUOTED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
SPACE = re.compile(r"\s+")
VOWEL_SOUND = re.compile(r"[aeiou]|hour|honest|honou?r|heir|8|11\b|18\b", re.IGNORECASE)
CONSONANT_SOUND = re.compile(r"(?:uni(?!n|m)|use|user|usual|usa|europ|one\b|once\b|eu[a-z]|u[A-Z]|ux\b|uk\b)", re.IGNORECASE)
# Words that keep their capital inside a sentence: months, days, languages and tools people name in a profile.
PROPER = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday english french german spanish italian portuguese dutch polish turkish russian "
    "arabic chinese mandarin japanese korean hindi python java javascript typescript excel word powerpoint photoshop "
    "sap salesforce linux windows rust kotlin swift tableau google microsoft adobe scrum kanban europe european africa "
    "african asia asian america american british indian christmas easter".split()
)


def fold(text: str) -> str:
    """`text` with white space folded to single spaces and none at its ends."""
    return SPACE.sub(" ", text).strip()


def quote(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


def quoted(text: str) -> list[str]:
    """What stands between double quotation marks in `text`."""
    return QUOTED.findall(text)


def unquoted(text: str) -> str:
    """`text` without its quotations."""
    return QUOTED.sub(" ", text)


def words(text: str) -> list[str]:
    return WORD.findall(text)


def count(text: str) -> int:
    """Spoken words: what stands between spaces and holds a letter or a digit."""
    return len(SPOKEN.findall(text))


def keep_capital(word: str) -> bool:
    """Whether `word` keeps its capital in the middle of a sentence: I, acronyms, names of months, tools …"""
    bare = word.split("'")[0].split("’")[0]
    if bare == "I" or bare.lower() in PROPER:
        return True
    return sum(c.isupper() for c in bare) > 1 or any(c.isdigit() for c in bare)


def lower_first(text: str) -> str:
    """`text` as the middle of a sentence would have it."""
    first = re.match(r"[^\W_]+(?:['’][^\W_]+)?", text)
    if not first or keep_capital(first.group()):
        return text
    return text[0].lower() + text[1:]


def capitalise(text: str) -> str:
    """`text` as the start of a sentence. A quotation at its start stays as it is."""
    return text[:1].upper() + text[1:]


def article(noun_phrase: str) -> str:
    """`a` or `an`, by sound as far as spelling shows it."""
    first = noun_phrase.split(" ", 1)[0]
    vowel = VOWEL_SOUND.match(first) and not CONSONANT_SOUND.match(first)
    if first.isupper() and len(first) > 1:  # an acronym is spelt out: an SQL course, a BSc
        vowel = first[0] in "AEFHILMNORSX"
    return "an" if vowel else "a"


def listed(items: Sequence[str]) -> str:
    """`a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(*clauses: str) -> str:
    """Clauses joined by nothing but their own connectives, as one sentence with a capital and a stop."""
    text = fold(" ".join(clause for clause in clauses if clause))
    text = re.sub(r"\s+([,.?!])", r"\1", text)
    return capitalise(text if text[-1:] in ".?!" else text + ".")


def overlap(a: str, b: str) -> float:
    """Shared share of the word sets of two texts: |A ∩ B| / min(|A|, |B|)."""
    left, right = ({w.lower() for w in words(t)} for t in (a, b))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def opening(text: str, length: int = 4) -> tuple[str, ...]:
    """The first words of a text, lower case."""
    return tuple(w.lower() for w in words(text)[:length])


def without_symbols(text: str) -> str:
    """`text` without emoji, control and other characters nobody speaks."""
    kept = (c if unicodedata.category(c) not in {"So", "Sk", "Cs", "Co", "Cn", "Cf", "Cc"} else " " for c in text)
    return fold("".join(c for c in kept if not 0xFE00 <= ord(c) <= 0xFE0F))


def tie_break(*keys: str) -> float:
    """A fixed number in [0, 1) for `keys`: the same everywhere and always, so that choices repeat."""
    return zlib.crc32("\x1f".join(keys).encode()) / 2**32
