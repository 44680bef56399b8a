"""The one sentence that says why a wish and a piece of company text were put together.

Whoever shows a match shows both texts beside it, so the reason repeats neither: it names the theme they share and, of
a long text, the words that speak of it.
"""
from __future__ import annotations

from nlp.contract import Statement, Strength, Value
from nlp.matching.excerpts import LONGEST, excerpt
from nlp.matching.facets import Facet
from nlp.matching.wishes import Wish

_LINK = {
    "strong": "Both are about {noun}",
    "partial": "Both touch on {noun}",
    "weak": "This only comes near {noun}",
}
_PRIVATE = {
    "strong": "One of your private aspirations is about this",
    "partial": "One of your private aspirations has to do with this",
    "weak": "This only comes near one of your private aspirations",
}


def why(wish: Wish, evidence: Statement | Value, facet: Facet | None, strength: Strength) -> str:
    """One plain sentence. `facet` is what both share, if they do. A private aspiration is not named, nor its theme."""
    if wish.aspiration.private:
        return f"{_PRIVATE[strength]}{_words(evidence, facet)}."
    if facet is None:
        return "No other line of theirs comes closer to this."
    return f"{_LINK[strength].format(noun=facet.noun)}{_words(evidence, facet)}."


def _words(evidence: Statement | Value, facet: Facet | None) -> str:
    """The words of a long text that speak of the facet, verbatim; nothing where the whole text is as short."""
    if facet is None:
        return ""
    if isinstance(evidence, Value):
        explains = evidence.description and (facet.clear.search(evidence.description) or facet.hint.search(evidence.description))
        if not explains or facet.clear.search(evidence.name) or not evidence.description:
            return ""
        return f": they explain it as “{excerpt(evidence.description, facet.clear, facet.hint)}”"
    if len(evidence.text.split()) <= LONGEST:
        return ""
    piece = excerpt(evidence.text, facet.clear, facet.hint)
    return f": “{piece}”" if facet.clear.search(piece) or facet.hint.search(piece) else ""
