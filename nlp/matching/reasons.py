"""The one sentence that says why a wish and a piece of company text were put together."""
from __future__ import annotations

from nlp.contract import Statement, Strength, Value
from nlp.matching.excerpts import excerpt, own_words
from nlp.matching.facets import Facet
from nlp.matching.patterns import NEVER
from nlp.matching.wishes import Wish

SHORT = 5  # words of a wish that reads as the name of a thing
_LINK = {
    "strong": "both are about {noun}",
    "partial": "both touch on {noun}",
    "weak": "that only comes near {noun}",
}


def why(wish: Wish, evidence: Statement | Value, facet: Facet | None, strength: Strength) -> str:
    """One plain sentence with the user's words and the company's. `facet` is the theme they share, if they do.

    A private aspiration is not repeated.
    """
    theirs = _theirs(evidence, facet)
    if wish.aspiration.private:
        return f"One of your private aspirations has to do with this: {theirs}."
    words = own_words(wish.text)
    opening = "You want to" if wish.verb_first else "You wish for" if len(wish.text.split()) <= SHORT else "You wrote"
    ours = f"{opening} “{words}”"
    if facet is None:
        return f"{ours}; {theirs}: no other line of theirs comes closer."
    return f"{ours}; {theirs}: {_LINK[strength].format(noun=facet.noun)}."


def _theirs(evidence: Statement | Value, facet: Facet | None) -> str:
    if isinstance(evidence, Statement):
        return f"they write “{_piece(evidence.text, facet)}”"
    name, description = evidence.name.strip(" .:"), evidence.description
    explains = facet and description and (facet.clear.search(description) or facet.hint.search(description))
    if facet and description and explains and not facet.clear.search(name):
        return f"they explain their value “{name}” with “{_piece(description, facet)}”"
    return f"they name “{name}” among their values"


def _piece(text: str, facet: Facet | None) -> str:
    if facet is None:
        return excerpt(text, NEVER, NEVER)
    return excerpt(text, facet.clear, facet.hint)
