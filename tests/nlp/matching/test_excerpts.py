from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.matching.excerpts import LONGEST, excerpt, own_words
from nlp.matching.facets import facets
from nlp.matching.patterns import NEVER

MENTORING = next(facet for facet in facets() if facet.id == "mentoring")


@given(st.text(alphabet=st.sampled_from("abc mentor the and ,.;:()“”\"'–—•-\n!"), max_size=400))
def test_an_excerpt_is_a_run_of_the_text(text: str) -> None:
    piece = excerpt(text, MENTORING.clear, MENTORING.hint)
    assert piece in text
    assert len(piece.split()) <= LONGEST
    assert piece.count("“") == piece.count("”") or not piece


def test_the_excerpt_holds_the_theme_s_own_words() -> None:
    text = (
        "Larkfield was founded by two brothers in a boathouse on the eastern shore; today experienced skippers "
        "mentor every new crew member in the first year, and nobody is left alone on deck."
    )
    assert excerpt(text, MENTORING.clear, MENTORING.hint) == (
        "today experienced skippers mentor every new crew member in the first year"
    )


def test_a_long_clause_without_stops_is_cut_at_a_joining_word() -> None:
    text = (
        "The islands have had a regular boat service since the days of sail and every one of our experienced skippers "
        "mentors new crew members through all of the long and dark winter months of their very first year aboard"
    )
    piece = excerpt(text, MENTORING.clear, MENTORING.hint)
    assert piece.startswith("every one of our experienced skippers mentors")
    assert piece in text


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("We mentor new crew.", NEVER, NEVER) == "We mentor new crew"


@pytest.mark.parametrize(
    ("text", "words"),
    [("Lead a ward team.", "lead a ward team"), ("I want peace", "I want peace"), ("IT support", "IT support"),
     ('Do "good" work', "do 'good' work")],
)
def test_own_words(text: str, words: str) -> None:
    assert own_words(text) == words


def test_long_own_words_are_cut() -> None:
    assert own_words("word " * 40).endswith(" …")
