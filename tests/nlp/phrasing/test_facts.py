from __future__ import annotations

import pytest

from nlp.models import Models
from nlp.phrasing.person.facts import Kind, fact
from nlp.phrasing.person.reasons import reason
from nlp.phrasing.person.traits import skill, trait


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        # past verb
        ("Rewrote our branch's fee sheet on one page", "I rewrote our branch's fee sheet on one page"),
        ("Cut scrap on one line from 4 to 2.5 percent", "I cut scrap on one line from 4 to 2.5 percent"),
        ("Put in the practice's booking system", "I put in the practice's booking system"),
        ("Moved the shelves, saves an hour a day", "I moved the shelves, which saves an hour a day"),
        # present verb
        ("Coach two graduate engineers", "I coach two graduate engineers"),
        ("Run two branches since January", "I've run two branches since January"),
        ("Read two trade journals every week", "I read two trade journals every week"),
        # gerund
        ("Studying Python on weekday evenings", "I'm studying Python on weekday evenings"),
        ("Teaching maths for nine years", "I've been teaching maths for nine years"),
        # participle, adverb or prepositional phrase
        ("Halfway through an executive diploma", "I'm halfway through an executive diploma"),
        ("Promoted to shift lead in 2022", "I was promoted to shift lead in 2022"),
        ("Trained in first aid", "I'm trained in first aid"),
        ("Trained as a safety officer in 2024", "I was trained as a safety officer in 2024"),
        ("Responsible for the generators since 2021", "I've been responsible for the generators since 2021"),
        ("Evening course in welding, twice a week", "I take an evening course in welding, twice a week"),
        ("Trained 22 teachers", "I trained 22 teachers"),
        ("Taken three evening classes", "I've taken three evening classes"),
        ("Second year of an apprenticeship", "I'm in the second year of an apprenticeship"),
        # noun
        ("Nurse in charge twice a week", "I'm nurse in charge twice a week"),
        ("Volunteer fire officer since 2019", "I've been a volunteer fire officer since 2019"),
        ("Member of the works council", "I'm a member of the works council"),
        ("SQL course, June 2026", "I took an SQL course in June 2026"),
        ("Leadership certificate, started September 2026", "I started a leadership certificate in September 2026"),
        ("BSc Physics", "I have a BSc in Physics"),
        ("BSc Physics, final year", "I'm working towards a BSc in Physics"),
        ("HGV licence", "I have an HGV licence"),
        ("Fourteen years in retail banking", "I've spent fourteen years in retail banking"),
        ("20+ years in logistics", "I've spent 20-plus years in logistics"),
        ("First two years in a free clinic", "I spent my first two years in a free clinic"),
        # a clause already
        ("I rebuilt the returns process", "I rebuilt the returns process"),
        ("My team won the safety award", "my team won the safety award"),
    ],
)
def test_steps_in_the_first_person(note: str, clause: str, loaded: Models) -> None:
    found = fact(note, loaded.pipeline)
    assert found is not None
    assert found.clause == clause
    assert found.source == note


@pytest.mark.parametrize("note", ["Six Sigma Green Belt, 2024", "Saved €40,000 in postage", "", "🎉", "Wir haben gewonnen"])
def test_what_is_not_understood_is_left_out(note: str, loaded: Models) -> None:
    assert fact(note, loaded.pipeline) is None


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("Redesigned our ward's medicine-round checklist", "I could redesign a checklist like that with {team}"),
        ("Wrote two grant applications, both accepted", "I could write applications like those with {team}"),
        ("Set up a panel of twenty testers", "I could set up a panel like that with {team}"),
        ("Organise our street's clothes swap every spring", "I could organise a swap like that with {team}"),
        ("Ran four workshops for the student society", "I could run workshops like those with {team}"),
        ("Cut interruptions from nine to four a round", "I'd look for an improvement like that with {team}"),
        ("Replaced 1,400 lamps with LEDs", "I'd look for an improvement like that with {team}"),
        ("Coach two graduate engineers", "I'd coach {newest} the same way"),
        ("Help two families a month with their support forms", "I'd help {people} the same way"),
        ("Ran the evacuation of a flooded village", None),
        ("Taught maths for nine years", None),
        ("Finished a course in SQL", None),
        ("Volunteer with the mountain rescue", None),
        ("Helped fit panels on a community hall", None),
        ("Left a list of my questions for the next intern", None),
    ],
)
def test_a_fact_is_offered_by_its_name(note: str, named: str | None, loaded: Models) -> None:
    found = fact(note, loaded.pipeline)
    assert found is not None
    assert found.offer == named


def test_perfect_only_without_a_date(loaded: Models) -> None:
    undated, dated = fact("Redesigned our checklist", loaded.pipeline), fact("Passed the exam in May", loaded.pipeline)
    assert undated is not None
    assert undated.perfect == "I've redesigned our checklist"
    assert dated is not None
    assert dated.perfect == "I passed the exam in May"


@pytest.mark.parametrize(
    ("note", "kind"),
    [("Mentored six nurses", Kind.HELP), ("Set up a lending library", Kind.MAKE), ("Led a group of five", Kind.LEAD),
     ("Finished a course in SQL", Kind.STUDY), ("Ten years in nursing", Kind.TIME), ("Ran a survey for a food bank", Kind.OTHER)],
)
def test_kinds(note: str, kind: Kind, loaded: Models) -> None:
    found = fact(note, loaded.pipeline)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    ("because", "clause"),
    [
        ("Because I like people", "I like people"),
        ("want to be useful", "I want to be useful"),
        ("loved building things as a child", "I loved building things as a child"),
        ("my first manager let me sit in on every lending decision", "my first manager let me sit in on every lending decision"),
        ("my partner works nights", "my partner works nights"),
        ("curious about how things work", "I'm curious about how things work"),
        ("I grew up on a farm. My dad still runs it.", "I grew up on a farm"),
        ("to help my family", "to help my family"),
        ("I know every dock here", "I know every dock"),
    ],
)
def test_reasons(because: str, clause: str, loaded: Models) -> None:
    found = reason(because, loaded.pipeline)
    assert found is not None
    assert found.clause == clause


@pytest.mark.parametrize("because", [None, "", "my children", "my current boss never listens", "I earn too little, only $20,000", "why not?"])
def test_no_reason_is_made_of_what_is_none(because: str | None, loaded: Models) -> None:
    assert reason(because, loaded.pipeline) is None


def test_a_reason_that_points_back_says_so(loaded: Models) -> None:
    found = reason("that is what my nine years of teaching were for", loaded.pipeline)
    assert found is not None
    assert found.anaphoric


@pytest.mark.parametrize(
    ("text", "noun", "somebody"),
    [
        ("writes things down", None, "who writes things down"),
        ("calm under pressure", None, "calm under pressure"),
        ("I listen first", None, "who listens first"),
        ("Organised", None, "who is organised"),
        ("on the dock at six", None, "who is on the dock at six"),
        ("writing clear instructions", "writing clear instructions", None),
    ],
)
def test_traits(text: str, noun: str | None, somebody: str | None, loaded: Models) -> None:
    found = trait(text, loaded.pipeline)
    assert found is not None
    assert (found.noun, found.somebody) == (noun, somebody)


def test_a_language_is_a_skill_and_not_a_nationality(loaded: Models) -> None:
    found = skill("Spanish (B1)", loaded.pipeline)
    assert found is not None
    assert found.noun == "B1 Spanish"


@pytest.mark.parametrize("text", ["Excellent communicator", "team player", "forklift licence"])
def test_boasts_and_papers_are_no_traits(text: str, loaded: Models) -> None:
    assert skill(text, loaded.pipeline) is None


def test_somebody_else_has_no_me(loaded: Models) -> None:
    said = trait("I explain what I'm doing to the nurses", loaded.pipeline)
    assert said is not None
    assert said.somebody is None


@pytest.mark.parametrize(
    ("text", "somebody", "mine"),
    [
        ("I ask early and write it down", "who asks early and writes it down", "I ask early and write it down"),
        ("plans the week and keeps to it", "who plans the week and keeps to it", "I plan the week and keep to it"),
        ("likes looms and people", "who likes looms and people", "I like looms and people"),
    ],
)
def test_every_verb_of_a_trait_agrees(text: str, somebody: str, mine: str, loaded: Models) -> None:
    found = trait(text, loaded.pipeline)
    assert found is not None
    assert (found.somebody, found.mine) == (somebody, mine)


def test_an_order_to_oneself_is_no_state(loaded: Models) -> None:
    assert trait("listen first, then decide", loaded.pipeline) is None
