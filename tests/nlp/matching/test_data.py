"""The hand-written data: complete, consistent, and in step with the vectors made from it."""
from __future__ import annotations

import json
import string
from collections import Counter

import numpy as np
import pytest

from nlp.matching.conflicts import fields
from nlp.matching.evidence import evidence, hits, wish_vectors, wishes_key
from nlp.matching.facets import DATA, Facet, facets, taxonomy
from nlp.matching.genericness import base_rates
from nlp.models import Models

QUESTIONS = json.loads((DATA / "gap_questions.json").read_text("utf-8"))


def test_every_theme_of_the_taxonomy_has_a_facet_and_a_rate() -> None:
    assert {facet.theme for facet in facets()} == set(taxonomy()) == set(base_rates())


def test_every_wish_cue_of_the_taxonomy_belongs_to_one_facet() -> None:
    owners = Counter(wish for facet in facets() for wish in facet.wishes)
    raw = json.loads((DATA / "taxonomy.json").read_text("utf-8"))
    cues = [cue for theme in raw for cue in theme["aspiration_cues"]]
    assert [cue for cue in set(cues) if owners[cue] != cues.count(cue)] == []


def test_the_stored_vectors_are_those_of_the_present_wishes() -> None:
    with np.load(DATA / "theme_vectors.npz") as file:
        assert str(file["key"]) == wishes_key(), "run scripts/evaluation/theme_vectors.py: themes.json has changed"
        assert file["weights"].shape == (len(facets()), 384)
        assert np.isfinite(file["weights"]).all()


def test_stored_wish_vectors_are_the_embedder_s_own(loaded: Models) -> None:
    for facet, stored in zip(facets(), wish_vectors(loaded), strict=True):
        fresh = loaded.embedder.encode(facet.wishes[:1])
        assert float(fresh[0] @ stored[0]) > 0.999


@pytest.mark.parametrize("facet", facets(), ids=lambda facet: facet.id)
def test_a_facet_finds_itself_in_its_own_employer_sentences(facet: Facet, loaded: Models) -> None:
    number = facets().index(facet)
    spoken = evidence(facet.cues, loaded.embedder.encode(facet.cues))[:, number]
    assert (spoken > 0.5).mean() >= 0.8
    assert (hits(facet.cues)[:, number] == 1).mean() >= 0.6


@pytest.mark.parametrize("facet", facets(), ids=lambda facet: facet.id)
def test_every_facet_has_questions_that_can_be_filled(facet: Facet) -> None:
    questions = QUESTIONS["themes"][facet.id]
    slots = [{name for _, name, _, _ in string.Formatter().parse(question) if name} for question in questions]
    assert len(set(questions)) == len(questions) >= 4
    assert set().union(*slots) <= {"people", "places"}
    assert sum(not names for names in slots) >= 2 or facet.id in {"customer_focus", "ease_of_use", "patient_care"}


def test_no_question_is_asked_twice_or_can_be_answered_with_yes() -> None:
    every = [question for questions in QUESTIONS["themes"].values() for question in questions]
    assert [question for question, times in Counter(every).items() if times > 2] == []
    openings = {question.split()[0] for question in every}
    assert openings <= {"How", "What", "Which", "Who", "Whose", "When", "Where", "Why"}
    assert all(question.endswith("?") for question in every)


def test_a_field_is_found_by_its_own_words() -> None:
    assert {field.id for field in fields() if field.wish.search("Lead a ward team")} == {"health"}
    assert not any(field.wish.search("Earn a reward for good work") for field in fields())
