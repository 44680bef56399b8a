"""Whole matches on fictional companies: what is found, what is not, and what is said of it."""
from __future__ import annotations

import re

import pytest

from nlp.contract import Aspiration, Profile, Reading, Statement
from nlp.matching import Matching, match
from nlp.matching.support import constants
from nlp.models import Models
from tests.nlp.matching.companies import ferries, profile, reading


def best(result: Matching, aspiration: str = "a1") -> tuple[float, str, str]:
    """Score, strength and evidence of an aspiration's first match."""
    found = [m for m in result.matches if m.aspiration == aspiration]
    return (found[0].score, found[0].strength, found[0].evidence) if found else (0.0, "none", "")


@pytest.mark.parametrize(
    ("wish", "evidence"),
    [
        ("Keep learning and earn certificates", "s2"),
        ("Learn from experienced colleagues", "s3"),
        ("Help newcomers grow", "s3"),
        ("Have time for my family", "s4"),
        ("Be safe at work", "v1"),
    ],
)
def test_the_best_evidence_is_found(wish: str, evidence: str, loaded: Models) -> None:
    _, strength, shown = best(match(profile(wish), ferries(), loaded))
    assert shown == evidence
    assert strength in {"strong", "partial"}


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("Keep learning and earn certificates", "We pay for training courses and certificates, and learning never stops."),
        ("Mentor younger colleagues", "Experienced skippers mentor new colleagues and help them grow."),
        ("Have time for my family", "Flexible hours and a good work-life balance leave time for your family."),
        ("Protect the environment", "We protect the environment and cut our carbon emissions every year."),
        ("Work abroad", "Our international team works across countries, and you may work abroad for a year."),
        ("Be well paid", "We offer a competitive salary, a bonus and full benefits."),
        ("Work for an honest company", "We act with honesty and integrity in everything we do."),
    ],
)
def test_what_is_plainly_offered_is_strong(wish: str, text: str, loaded: Models) -> None:
    company = reading(statements=[("culture", text)], sentences=["Tickets are sold on board.", "We sail to nine islands."])
    assert best(match(profile(wish), company, loaded))[1] == "strong"


@pytest.mark.parametrize(
    "wish", ["Work abroad, in other cultures", "Fight climate change", "Start my own company", "Earn a high salary"]
)
def test_what_is_not_there_is_a_gap_with_a_question(wish: str, loaded: Models) -> None:
    result = match(profile(wish), ferries(), loaded)
    assert best(result)[1] in {"none", "weak"}
    assert [(gap.aspiration, gap.reason) for gap in result.gaps] == [("a1", "nothing_found")]
    assert result.gaps[0].question.endswith("?")


def test_supported_wishes_score_above_unsupported_ones(loaded: Models) -> None:
    supported = ["Keep learning", "Be mentored", "Work safely", "Be home with my family in the evening"]
    unsupported = ["Work abroad", "Protect the environment", "Become an executive", "Found a company", "Invent things"]
    result = match(profile(*supported, *unsupported), ferries(), loaded)
    scores = [result.support[f"a{number}"] for number in range(1, 10)]
    assert min(scores[:4]) > max(scores[4:])


def test_scores_fall_with_the_evidence(loaded: Models) -> None:
    offers = reading(statements=[("growth", "We pay for courses and certificates, and everyone has a learning budget.")])
    hints = reading(statements=[("mission", "We build knowledge of the sea.")])
    scores = [best(match(profile("Keep learning new things"), company, loaded))[0] for company in (offers, hints)]
    assert scores[0] > 0.7 > scores[1]


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("Decide how I do my work", "Our software empowers businesses to make better decisions."),
        ("Lead a team of my own", "We are the market leader in island freight."),
        ("Be an expert in my field", "Talk to one of our experts about your crossing."),
        ("Be recognised for good work", "We won the award for the best ferry line."),
        ("Work where all are included", "Our shareholders hold private equity in three ports."),
    ],
)
def test_ambiguous_words_and_wrong_beneficiaries_are_never_strong(wish: str, text: str, loaded: Models) -> None:
    company = reading(statements=[("culture", text)], sentences=["The company owns seven boats."])
    assert best(match(profile(wish), company, loaded))[1] != "strong"


def test_a_wish_off_the_taxonomy_is_never_strong(loaded: Models) -> None:
    company = reading(statements=[("mission", "We restore Victorian pipe organs in village churches.")])
    score, strength, shown = best(match(profile("Restore Victorian pipe organs"), company, loaded))
    assert shown == "s1"
    assert strength in {"partial", "weak"}
    assert score > best(match(profile("Restore Victorian pipe organs"), ferries(), loaded))[0]


def test_at_most_three_matches_in_order_and_the_first_carries_the_support(loaded: Models) -> None:
    company = reading(statements=[
        ("growth", text) for text in (
            "We train every new colleague in new skills.", "Everyone has a budget for training courses.",
            "We pay for certificates and further training.", "We never stop learning.", "Develop your skills with us.",
        )
    ])
    found = match(profile("Keep learning new skills"), company, loaded).matches
    assert len(found) == 3
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)
    assert len({m.evidence for m in found}) == 3


def test_every_match_has_a_reason_that_repeats_neither_side(loaded: Models) -> None:
    company = ferries()
    wishes = profile("Keep learning", "Work safely", "Speak plainly with customers", "Growth")
    result = match(wishes, company, loaded)
    assert result.matches
    for found in result.matches:
        said = company.evidence[found.evidence]
        text = said.text if isinstance(said, Statement) else said.name
        assert found.why.endswith(".")
        assert found.why[0].isupper()
        assert text.rstrip(".") not in found.why
        assert not any(a.text in found.why for a in wishes.aspirations)
        assert 0 <= found.score <= 1
    assert any("learning" in found.why for found in result.matches)


def test_of_a_long_line_the_reason_names_the_words_that_count(loaded: Models) -> None:
    text = ("Every deckhand has a yearly budget for training courses, whichever of our nine boats they sail on, and we keep the "
            "time free for it.")
    company = reading(statements=[("growth", text)])
    [found] = match(profile("Learn new skills"), company, loaded).matches
    [piece] = re.findall("“([^”]+)”", found.why)
    assert piece in text
    assert "training courses" in piece
    assert len(piece) < len(text) / 1.5


def test_strength_follows_the_score(loaded: Models) -> None:
    wishes = ("Keep learning", "Work safely", "Lead a crew", "Explain things", "Restore organs", "Make a difference")
    for found in match(profile(*wishes), ferries(), loaded).matches:
        expected = "strong" if found.score >= constants()["strong"] else "partial" if found.score >= 0.5 else "weak"
        assert found.strength == expected


def test_the_same_input_gives_the_same_output(loaded: Models) -> None:
    wishes = profile("Keep learning", "Work abroad", "Lead a crew", avoid=["night shifts"])
    assert match(wishes, ferries(), loaded) == match(wishes, ferries(), loaded)


def test_matching_changes_neither_profile_nor_reading(loaded: Models) -> None:
    wishes, company = profile("KEEP LEARNING!"), ferries()
    before = wishes.model_dump_json(), company.model_dump_json()
    match(wishes, company, loaded)
    assert (wishes.model_dump_json(), company.model_dump_json()) == before


# --- odd input ---------------------------------------------------------------------------------------------


def test_no_aspirations(loaded: Models) -> None:
    result = match(Profile(), ferries(), loaded)
    assert (result.matches, result.gaps) == ([], [])
    assert [notice.code for notice in result.notices] == ["no_aspirations"]


@pytest.mark.parametrize("company", [reading(), reading(sentences=["Tickets are sold on board."])])
def test_a_company_that_says_nothing_gives_gaps_only(company: Reading, loaded: Models) -> None:
    result = match(profile("Keep learning", "Lead a crew"), company, loaded)
    assert result.matches == []
    assert [gap.aspiration for gap in result.gaps] == ["a1", "a2"]


def test_another_language_is_named_and_left_out(loaded: Models) -> None:
    result = match(profile("Quiero liderar un equipo internacional", "Keep learning"), ferries(), loaded)
    assert [(n.code, "Quiero" in n.text) for n in result.notices] == [("aspiration_not_english", True)]
    assert {m.aspiration for m in result.matches} == {"a2"}


@pytest.mark.parametrize("text", ["Growth", "🚀 learn! 🌍", "KEEP LEARNING", "learn " * 300, "Is it about learning?", "x"])
def test_any_text_is_taken(text: str, loaded: Models) -> None:
    result = match(profile(text), ferries(), loaded)
    assert len(result.matches) + len(result.gaps) >= 1
    assert all(len(found.why) < 400 for found in result.matches)


def test_the_wishes_of_a_paragraph_are_matched_each(loaded: Models) -> None:
    text = "I want to keep learning and earn certificates. I hope to have evenings with my family as well, always."
    found = match(profile(text), ferries(), loaded).matches
    assert {"s2", "s4"} <= {m.evidence for m in found}
    assert {m.aspiration for m in found} == {"a1"}


def test_fifty_aspirations(loaded: Models) -> None:
    wishes = profile(*[f"{verb} {thing}" for verb in ("Learn", "Teach", "Lead", "Design", "Protect")
                       for thing in ("seamanship", "a crew", "new routes", "harbours", "the sea", "children", "engines",
                                     "others", "software", "safety")])
    result = match(wishes, ferries(), loaded)
    questions = [gap.question for gap in result.gaps]
    assert len(set(questions)) == len(questions)
    assert set(result.support) == {a.id for a in wishes.aspirations}


def test_a_private_wish_is_matched_and_never_repeated(loaded: Models) -> None:
    secret = Profile(aspirations=[Aspiration(text="Learn from experienced skippers in secret", private=True),
                                  Aspiration(text="Become a millionaire secretly", private=True)])
    result = match(secret, ferries(), loaded)
    assert best(result)[1] in {"strong", "partial"}
    assert result.gaps == []
    said = " ".join([m.why for m in result.matches] + [n.text for n in result.notices])
    assert "in secret" not in said
    assert "millionaire" not in said


def test_training_on_offer_is_no_strong_match_for_helping_others(loaded: Models) -> None:
    offered, asked = "We invest in our people and their professional development.", "Experienced colleagues mentor and coach our newest people."
    wish = profile("Help others to develop their skills")
    assert best(match(wish, reading(statements=[("growth", offered)]), loaded))[1] == "partial"
    assert best(match(wish, reading(statements=[("growth", asked)]), loaded))[1] == "strong"
