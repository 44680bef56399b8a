from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.models import Models, models
from nlp.phrasing import words as w
from nlp.phrasing.company.cuts import MAX_WORDS, MIN_WORDS, Cut, cuts
from tests.nlp.phrasing.companies import ALL


def found(text: str, loaded: Models) -> dict[str, Cut]:
    return {cut.text: cut for sentence in loaded.pipeline(text).sents for cut in cuts(sentence)}


@pytest.mark.parametrize(
    ("sentence", "cut", "form"),
    [
        ("The drive to act without being asked.", "act without being asked", "verb"),
        ("We pay for every course in plain bookkeeping.", "every course in plain bookkeeping", "noun"),
        ("Put the member's worry before your own.", "Put the member's worry before your own", "verb"),
        ("We believe that savings are the backbone of a village.", "the backbone of a village", "noun"),
        ("We see in each complaint an opportunity to improve.", "an opportunity to improve", "noun"),
        ("We believe in mending the whole roof.", "mending the whole roof", "gerund"),
        ("Our culture is built on patience and plain words.", "built on patience and plain words", "predicate"),
        ("We think that behind every loan stands a family.", "stands a family", None),
        ("Any nurse can stop a procedure that looks unsafe.", "stop a procedure that looks unsafe", "verb"),
        ("We hire from more than thirty countries.", "more than thirty countries", "noun"),
        ("People here rest, recharge, and spend time with family and friends.", "spend time with family and friends", "verb"),
        ("We respect each other and share the night watch.", "respect each other", "verb"),
        ("Our school, helping all children read, opens at eight.", "helping all children read", "gerund"),
        ("A valley where every child has a safe way to school.", "a safe way to school", "noun"),
        ("Grow in your craft and get support for further study.", "support for further study", "noun"),
    ],
)
def test_candidate_cuts(sentence: str, cut: str, form: str | None, loaded: Models) -> None:
    all_cuts = found(sentence, loaded)
    if form is None:
        assert cut not in all_cuts or all_cuts[cut].form.value != "clause"
    else:
        assert all_cuts[cut].form.value == form


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("We offer skills, mentorship, and career development.", "skills, mentorship"),  # a list is whole or its first member
        ("We offer skills, mentorship, and career development.", "mentorship, and career development"),
        ("A valley in which no weaver works alone.", "no weaver works alone"),  # imagined, not claimed
        ("A valley where all people have access to the tools they need to weave.", "the tools they need to weave"),  # who?
        ("We strike a healthy balance between work and the river.", "a healthy balance between work"),
        ("We offer this and other weaving courses.", "other weaving courses"),  # other than what?
        ("You need help to walk along the river.", "walk along"),
        ("Read about our CULTURE of plain answers and long looms.", "CULTURE of plain answers"),  # what is left of a heading
        ("We do not reward overtime.", "reward overtime"),  # a negation stays
        ("We never compromise on the safety of a crew.", "compromise on the safety of a crew"),
        ("We are the centre of our members' lives.", "our members"),  # no we, our, us
        ("If you are new, we teach you the trade.", "teach you the trade"),  # no you
        ("Quality matters more than speed in everything we do.", "more than"),
        ("We rely on each other when the river rises.", "rely on"),
        ("We support both parents and carers of small children.", "both parents"),
        ("They keep their promises to the village.", "keep their promises to the village"),  # whose?
        ("We work in “the room next door” to our customers.", "“the room"),
        ("We pay $500 towards a bicycle.", "pay $500 towards a bicycle"),
        ("We provide the crews with warm boots.", "the crews with warm boots"),  # the with-phrase is the verb's
        ("We share our knowledge and experience with each other.", "knowledge and experience with each other"),
        ("We help families living in damp rooms.", "living in damp rooms"),  # said of the families
        ("We promise to be fair and careful in the behaviour shown to our neighbours.", "be fair and careful in the behaviour"),  # which?
        ("We take pride in the cloth woven by our oldest hands.", "take pride in the cloth"),
        ("Our dream is to draw from the rare social and cultural diversity, patience and capacity for craft of all our weavers.",
         "draw from the rare social and cultural diversity"),  # whose?
        ("Our commitment to wool, our people, and the river has been widely recognised.", "the river has been widely recognised"),
        ("We encourage to learn new trades.", "encourage to learn new trades"),  # whom?
    ],
)
def test_cuts_that_break_are_not_made(sentence: str, never: str, loaded: Models) -> None:
    assert never not in found(sentence, loaded)


def test_every_cut_is_a_piece_of_its_sentence(loaded: Models) -> None:
    for company in ALL:
        for statement in company.statements:
            for text, cut in found(statement.text, loaded).items():
                assert text in statement.text
                assert MIN_WORDS <= w.count(text) <= MAX_WORDS
                assert cut.words == w.count(text)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120))
def test_any_text_can_be_cut(text: str) -> None:
    doc = models().pipeline(text)
    for sentence in doc.sents:
        for cut in cuts(sentence):
            assert cut.text in text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from("we our people build the small boats and mend nets , for every family that fishes . not never with care learn you to of".split()), min_size=3, max_size=22))
def test_word_salad_gives_whole_words_of_it(words: list[str]) -> None:
    text = " ".join(words)
    doc = models().pipeline(text)
    for sentence in doc.sents:
        for cut in cuts(sentence):
            assert cut.text in text
            assert not {"we", "our"} & set(cut.text.split())
