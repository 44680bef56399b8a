"""Whatever is typed as an aspiration: matching and phrasing together give a fitting phrase or an honest notice."""
from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.contract import Aspiration, Profile, Reading
from nlp.matching import match
from nlp.models import Models, models
from nlp.phrasing import Suggestions, lint, suggest
from nlp.phrasing import words as w
from tests.nlp.phrasing.companies import ALDERBROOK, HARBOURLIGHT, QUILLMERE

LONG = (
    "I want to take courses and training and learn new skills, because in my present work I have seen for years how much "
    "easier things become once somebody has shown you how they are done, and "
) + "then I would like to go on with it, and " * 30 + "that is all."
PARAGRAPH = "I want to learn new skills. I'd also like to work from home, and I hope to help children who hate reading."


def said(company: Reading, *typed: str) -> Suggestions:
    """What a brief would get; every sentence in it is whole, whatever was typed."""
    profile = Profile(aspirations=[Aspiration(text=text) for text in typed])
    made = suggest(profile, company, match(profile, company, models()), models())
    for phrase in made.phrases:
        assert w.quoted(phrase.text) == phrase.quotes
        assert all(company.holds(quote) for quote in phrase.quotes)
        own = w.QUOTED.sub("Q", phrase.text)
        assert not re.search(r"[\U0001F000-\U0001FFFF{}<>*_#]|\s[,.?]|\bi\b|,,|\.\.", own)
        assert not re.search(r"\b[A-Z]{4,}\b", own)
        found = lint(phrase.text, profile=profile, page_texts=company.texts, models=models(), form="phrase")
        assert [f for f in found if f.severity == "error"] == [], phrase.text
    return made


@pytest.mark.parametrize(
    "typed",
    ["Learn new skills", "LEARN NEW SKILLS", "learn new skills 🚀🔥", 'Learn "new" skills', "“Learn” new skills!!!",
     "  learn   new\tskills  ", "- learn new skills", "I WANT TO LEARN new skills AND PASS THEM ON", "Learn <b>new</b> skills", LONG],
)
def test_odd_spelling_of_a_supported_wish_still_gives_a_phrase(typed: str) -> None:
    made = said(QUILLMERE, typed)
    assert made.phrases
    assert "“new”" not in made.phrases[0].text


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Should I learn new skills?", "wish_is_question"), ("Learn new skills and make $90,000", "wish_is_money"),
     ("Neue Fähigkeiten lernen und ein Team leiten", "wish_not_english"), ("Learn the damn skills", "wish_has_swearing"),
     ("!!!", "wish_not_understood"), ("My the learn", "wish_not_understood")],
)
def test_what_cannot_be_said_is_told(typed: str, code: str) -> None:
    made = said(QUILLMERE, typed)
    assert made.phrases == []
    assert code in {notice.code for notice in made.notices}


def test_three_wishes_in_a_paragraph_are_split_and_shown() -> None:
    made = said(QUILLMERE, PARAGRAPH)
    shown = next(notice.text for notice in made.notices if notice.code == "wish_split")
    assert all(part in shown for part in ("learn new skills", "work from home", "help children who hate reading"))
    taken = [next(part for part in ("skills", "home", "read") if part in phrase.text) for phrase in made.phrases]
    assert taken
    assert len(set(taken)) == len(taken)


def test_fifty_aspirations_give_a_few_different_phrases() -> None:
    verbs = ("learn", "teach", "lead", "design", "test")
    things = ("new skills", "a team", "from home", "with children", "books", "software", "others", "early", "every year", "abroad")
    made = said(HARBOURLIGHT, *(f"{verb.capitalize()} {thing}" for verb in verbs for thing in things))
    assert 1 <= len(made.phrases) <= 6
    assert len({p.aspiration for p in made.phrases}) == len(made.phrases)


@pytest.mark.parametrize("typed", ["Growth", "Leadership", "x", "Learn", "books"])
def test_one_word_gives_a_phrase_or_a_notice(typed: str) -> None:
    made = said(QUILLMERE, typed)
    assert made.phrases or made.notices


def test_no_aspiration_gives_no_phrase() -> None:
    assert said(ALDERBROOK).phrases == []


WORDS = st.sampled_from(
    "learn lead Team of and my own I want to be a better nurse in with people who children new skills work from home safe the "
    "AND 😀 “ \" ' ? ! , . ; \n 50,000 € www.example.org <i> -- growth become expert because it don't 3".split(" ")
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join).filter(str.strip))
def test_any_mix_of_wish_words_gives_whole_sentences_or_a_notice(typed: str) -> None:
    made = said(QUILLMERE, typed)
    assert made.phrases or made.notices


def test_the_same_bad_input_gives_the_same_output(loaded: Models) -> None:
    assert said(QUILLMERE, "learn NEW skills 🚀") == said(QUILLMERE, "learn NEW skills 🚀")
