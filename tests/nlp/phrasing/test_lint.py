from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.contract import Aspiration, Brief, Company, Finding, Phrase, Profile, Register, Story
from nlp.models import Models, models
from nlp.phrasing.lint import RULES, lint

PAGES = ["Our mission is to keep wool in the valley.\nWe answer every letter by hand, and we mend what we can before we buy anew."]
PROFILE = Profile(
    role="Weaver",
    aspirations=[
        Aspiration(id="a1", text="Learn the whole trade of a weaver", because="my grandmother wove blankets", steps=["Wove twelve blankets on a hand loom"]),
        Aspiration(id="a2", text="Buy a lighthouse", private=True),
    ],
    skills=["spinning"],
    financial_goals=["Pay back the mortgage on my boat"],
    stories=[Story(action="Repaired ninety spindles")],
)
BRIEF = Brief(company=Company(name="Larkspur Mills", domain="larkspur.example"), pages=[])
GOOD = (
    "I'd like to learn the whole trade of a weaver, because my grandmother wove blankets. You “answer every letter by hand”, "
    "and I'd bring that patience to your customers."
)


def found(text: str, loaded: Models, others: list[Phrase] | None = None) -> list[Finding]:
    return lint(
        text, brief=BRIEF, profile=PROFILE, page_texts=PAGES, models=loaded, others=others or [], rivals={"Corvid Carpets": ["We answer every letter by hand."]}
    )


def rules(text: str, loaded: Models, others: list[Phrase] | None = None) -> set[str]:
    return {f.rule for f in found(text, loaded, others)}


def test_a_good_phrase_has_no_finding_but_the_rivals(loaded: Models) -> None:
    assert rules(GOOD, loaded) == {"swap_test"}  # the other mill says the same
    assert lint(GOOD, brief=BRIEF, profile=PROFILE, page_texts=PAGES, models=loaded) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("quote_not_on_page", "I want to learn the trade. You “answer all letters by hand”, and I'd help."),
        ("quote_unbalanced", "I want to learn the trade. You “answer every letter by hand, and I'd help you."),
        ("quote_empty", "I want to learn the trade because of “” and I'd help you."),
        ("quote_length", "You “answer every letter by hand, and we mend what we can before we buy anew”, and I'd help."),
        ("no_quote", "I'd like to learn the whole trade of a weaver, and I'd help your customers with it."),
        ("quote_common", "I'd like to learn the trade, and you have “every day” on your page, so I'd help you."),
        ("quote_with_we", "I'd like to learn the trade, and you write “Our mission is to keep wool in the valley”."),
        ("copied_words", "I like that you keep wool and answer every letter by hand, and we mend what we can."),
        ("mostly_theirs", "You write that “answer every letter by hand, and we mend what we can” and I agree."),
        ("no_person", "The trade of a weaver is learned here, and your customers know it."),
        ("third_person", "The candidate wants to learn the trade, and I would help you."),
        ("no_aspiration", "I'd like to fly aeroplanes to the moon, and you “answer every letter by hand”."),
        ("no_reason", "I'd like to learn the whole trade of a weaver in your mill with your people."),
        ("no_action", "I'd like to learn the whole trade of a weaver in your mill with your people."),
        ("unsupported_number", "I wove ninety-nine and 400 blankets, and I'd do it for you."),
        ("unsupported_claim", "I managed a large hospital kitchen in Rome, and I'd do it for you."),
        ("private_said", "I'd like to buy a lighthouse, and you “answer every letter by hand”."),
        ("no_company", "I'd like to learn the whole trade of a weaver, because my grandmother wove blankets."),
        ("no_plan_here", "I'd like to learn the whole trade of a weaver. My grandmother wove blankets on a loom by the sea."),
        ("nothing_given", "I'd like to learn the whole trade of a weaver with you, because my grandmother wove blankets."),
        ("other_company", "I'd like to learn the trade, as at Corvid Carpets, and I'd help you."),
        ("swap_test", "I'd like to grow as a person in a good place, and I'd be glad to help your team."),
        ("flattery", "Your amazing mill is where I'd like to learn."),
        ("begging", "Please give me a chance, I'd do anything for you."),
        ("complaint", "My last boss was never fair to me, so I'd like to come to you."),
        ("cliche", "I'm a team player and I'd hit the ground running with you."),
        ("hedging", "I'd kind of like to learn the trade with you, I guess."),
        ("superlative", "I'm the best candidate you will find, and I guarantee it."),
        ("vague", "I'd like to be a better leader with you, and do great things."),
        ("written_style", "I'd like to learn the trade; furthermore, I'd help you."),
        ("money", "I'd like to earn £40,000 with you."),
        ("pay_leads", "A good salary is what I want, and then I'd learn your trade."),
        ("title_first", "I want to be director here."),
        ("exit", "I'd see you as a stepping stone to my next employer."),
        ("too_long", "I'd like to learn your trade " + "and more " * 130),
        ("length", "I'd help you."),
        ("empty", "…"),
        ("open_slot", "I'd like to learn {aspiration} with you."),
        ("doubled_word", "I'd like like to learn your trade."),
        ("doubled_article", "I'd be glad of a “the trade of a weaver” with you."),
        ("wrong_article", "I'd like to be an weaver with you."),
        ("agreement", "I is glad that you has looms."),
        ("agreement", "I'd like to learning the trade with you."),
        ("stray_mark", "I'd like to learn , and help you.."),
        ("many_likes", "I'd like to learn your trade, and I'd like to help you."),
        ("many_reasons", "I'd come to you because I weave, since my grandmother wove, so I'd help."),
        ("splice", "You write that “a mill is a village”, I would like to live in it."),
        ("far_apart", "I'd like to learn the whole trade of a weaver, because my grandmother wove blankets all winter long in a small house "
                      "by the river where nobody else lived, and you “answer every letter by hand”."),
        ("starts_with_i", "I weave. I spin. I'd help you."),
        ("repeated_opening", "I'd like to learn your trade. You mend wool. I'd like to help you."),
        ("private_said", "I'd like to learn your trade and pay back the mortgage on my boat with it."),
        ("quote_not_on_page", "I want to learn the trade. You ‘answer all letters by hand’, and I'd help."),
        ("quote_not_on_page", "I want to learn the trade. You 'answer all letters by hand', and I'd help."),
    ],
)
def test_each_rule_finds_its_fault(rule: str, text: str, loaded: Models) -> None:
    assert rule in rules(text, loaded)


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("HERE", "I'd like to learn the trade here, and I'd help you.", False),
        ("HERE", "I'd like to learn the trade as at HERE, and I'd help you.", True),
        ("Make", "Make is what I do; I'd make blankets with you, and you “Make it last”.", False),
        ("Make", "I'd like to learn the trade with you rather than with Make.", True),
        ("Make", "I know Make's looms, and I'd help you.", True),
        ("Second Home", "The mill would be a second home, and I'd help you.", False),
        ("Second Home", "I'd help you as I helped Second Home.", True),
        ("Zorvix", "I'd like to learn the trade as at zorvix, and I'd help you.", True),
        ("Zorvix", "I'd like to learn the trade of zorvixing, and I'd help you.", False),
    ],
)
def test_another_company_is_named_in_its_own_letters(name: str, text: str, named: bool, loaded: Models) -> None:
    found = {f.rule for f in lint(text, brief=BRIEF, profile=PROFILE, page_texts=PAGES, models=loaded, rivals={name: ()})}
    assert ("other_company" in found) is named


def test_a_part_of_the_own_name_is_no_other_company(loaded: Models) -> None:
    name = BRIEF.company.name
    part = {name.split()[0]: ()}
    found = lint(f"I'd like to learn the trade at {name}.", brief=BRIEF, profile=PROFILE, page_texts=PAGES, models=loaded, rivals=part)
    assert "other_company" not in {f.rule for f in found}


def test_my_at_the_start_of_a_sentence_is_the_first_person(loaded: Models) -> None:
    text = "My long-term aim is to learn the trade. You “answer every letter by hand”, and your team would get somebody patient."
    assert "no_person" not in rules(text, loaded)


def test_beside_other_phrases(loaded: Models) -> None:
    other = Phrase(id="p7", text=GOOD.replace("patience", "calm"), aspiration="a1", evidence=["s1"], quotes=["answer every letter by hand"], part="aim", words=30, genericness=0)
    assert {"same_opening", "too_similar", "same_quote"} <= rules(GOOD, loaded, [other])
    same = other.model_copy(update={"text": GOOD})
    assert not {"same_opening", "too_similar", "same_quote"} & rules(GOOD, loaded, [same])


def test_errors_come_first_and_every_finding_helps(loaded: Models) -> None:
    all_found = found("Your amazing mill {x} pays £40,000, I guess.", loaded)
    severities = [f.severity for f in all_found]
    assert severities == sorted(severities, key=lambda s: s != "error")
    for finding in all_found:
        assert finding.message.strip()
        assert finding.hint.strip()


def test_spans_point_at_the_fault(loaded: Models) -> None:
    text = "I'd like to learn at your amazing mill."
    finding = next(f for f in found(text, loaded) if f.rule == "flattery")
    assert finding.span is not None
    assert text[slice(*finding.span)] == "amazing"


def test_an_answer_has_an_answers_measure(loaded: Models) -> None:
    text = " ".join([GOOD] * 4)
    assert "too_long" not in rules(text, loaded)
    assert "too_long" in {f.rule for f in lint(text, models=loaded, form="phrase")}


def test_it_works_without_brief_and_profile(loaded: Models) -> None:
    assert {f.rule for f in lint("Hello", models=loaded)} >= {"no_person", "no_company", "length"}


def test_the_guide_names_every_rule() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "phrases.md").read_text("utf-8")
    assert {rule for rule in RULES if f"`{rule}`" not in guide} == set()


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    for finding in lint(text, brief=BRIEF, profile=PROFILE, page_texts=PAGES, models=models(), rivals={"Corvid Carpets": []}):
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start <= end <= len(text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(["I", "“", "”", '"', "answer every letter", "£9", "{", "}", "so", "because", "the the", "amazing", ",", "..", "you", "I'd like", "?", "\n", "«", "12"]), max_size=40))
def test_no_heap_of_fragments_makes_it_fail(parts: list[str]) -> None:
    text = " ".join(parts)
    for finding in lint(text, brief=BRIEF, profile=PROFILE, page_texts=PAGES, models=models()):
        assert finding.rule in RULES
        assert finding.span is None or finding.span[1] <= len(text)


@pytest.mark.parametrize(
    "quote", ["“answer every letter by hand,”", "“We answer every letter by hand.”", "‘answer every letter by hand’", "'answer every letter by hand'", "“wool  in the valley”".replace("  ", " ")]
)
def test_a_quote_ends_as_the_user_s_sentence_does(quote: str, loaded: Models) -> None:
    assert "quote_not_on_page" not in rules(f"I'd like to learn the trade. You say {quote} and I'd help.", loaded)


def test_apostrophes_are_no_quotation_marks(loaded: Models) -> None:
    text = "I'd learn the weavers' trade and the spinners' craft, because my grandmother's blankets weren't bought."
    assert "quote_not_on_page" not in rules(text, loaded)


def test_one_kind_of_apostrophe_is_as_good_as_another(loaded: Models) -> None:
    pages = ["We don’t buy what we can mend."]
    found = lint("You “don't buy what we can mend”.", page_texts=pages, models=loaded)
    assert "quote_not_on_page" not in {f.rule for f in found}


def test_a_question_claims_no_number(loaded: Models) -> None:
    assert "unsupported_number" not in rules("What should I have done after thirty days here?", loaded)
    assert "unsupported_number" in rules("I've mended thirty looms. What would I do here?", loaded)
    assert "unsupported_number" not in rules("I've repaired ninety spindles, and I'd do it for you.", loaded)


@pytest.mark.parametrize(("register", "words", "found"), [("written-80", 70, set()), ("written-80", 100, {"length"}), ("written-80", 170, {"too_long"}), ("written-250", 240, set())])
def test_a_written_answer_has_the_measure_of_its_form(register: Register, words: int, found: set[str], loaded: Models) -> None:
    text = "I'd like to learn " + "wool " * (words - 4)
    assert {f.rule for f in lint(text, models=loaded, form="answer", register=register)} & {"length", "too_long"} == found


@pytest.mark.parametrize("text", ["I'd like to grow from running a loom to running a mill.", "I'd like to bring the trade to you.", "I look forward to meeting the team."])
def test_what_agrees_is_let_be(text: str, loaded: Models) -> None:
    assert "agreement" not in rules(text, loaded)


def test_what_was_read_is_no_claim_about_oneself(loaded: Models) -> None:
    assert "unsupported_claim" not in rules("I noticed that your mill trains apprentices in a hospital kitchen.", loaded)
    assert "unsupported_claim" in rules("I noticed that nobody cooked in the hospital kitchen in Rome.", loaded)


def test_a_list_of_questions_needs_no_plan(loaded: Models) -> None:
    text = "Who teaches the trade of a weaver to newcomers? Who owns the looms of the mill? I never saw that on a page."
    assert "no_plan_here" not in rules(text, loaded)
