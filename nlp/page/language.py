"""The language of a page."""

from __future__ import annotations

import re

from nlp.page.text import fold

MIN_CHARACTERS = 200  # below this the identifier guesses (measured on headings: many errors)
MAX_CHARACTERS = 6000  # enough to be sure, and quick
PLAINLY = 0.12  # share of ENGLISH among the words; on labelled pages in other languages at most .04, in English mostly .2

# Frequent words of English that are frequent in no other language's text.
ENGLISH = frozenset(
    "the and our with that are for from your you have this their which been will by its more can all we who they "
    "has not was these what how about".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str) -> str:
    """ISO 639-1 code of a page's `text`; the page's own `lang` attribute where the text is too short to tell."""
    text = fold(text)[:MAX_CHARACTERS]
    if len(text) >= MIN_CHARACTERS:
        if _plainly_english(text):  # spares most companies the identifier, whose model takes a second and 120 MB to load
            return "en"
        from py3langid import classify

        return str(classify(text)[0])
    declared = declared.strip().lower().replace("_", "-").split("-")[0]
    return declared if len(declared) == 2 and declared.isalpha() else "und"


def _plainly_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return sum(word in ENGLISH for word in words) >= PLAINLY * len(words) > 0
