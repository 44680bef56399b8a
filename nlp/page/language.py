"""The language of a page."""
from __future__ import annotations

from nlp.page.text import fold

MIN_CHARACTERS = 200  # below this the identifier guesses (measured on headings: many errors)
MAX_CHARACTERS = 6000  # enough to be sure, and quick


def language_of(text: str, declared: str) -> str:
    """ISO 639-1 code of a page's `text`; the page's own `lang` attribute where the text is too short to tell."""
    from py3langid import classify

    text = fold(text)
    declared = declared.strip().lower().replace("_", "-").split("-")[0]
    if len(text) >= MIN_CHARACTERS:
        return str(classify(text[:MAX_CHARACTERS])[0])
    return declared if len(declared) == 2 and declared.isalpha() else "und"
