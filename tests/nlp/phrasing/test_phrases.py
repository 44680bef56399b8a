from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.contract import Aspiration, Brief, Gap, Phrase, Profile, Reading
from nlp.models import Models, models
from nlp.phrasing import lint, suggest
from nlp.phrasing import words as w
from nlp.phrasing.person.person import speaker_of
from nlp.phrasing.say.choose import MOST, MOST_EACH, MOST_QUESTIONS, SHARED
from nlp.phrasing.suggest import candidates
from tests.nlp.phrasing.companies import ALL, HARBOURLIGHT, QUILLMERE, SILENT, Found, matched, reading

THEMES = ("learning_growth", "leadership_management", "purpose_helping_people", "teamwork_collaboration", "work_life_balance", "mentoring")


def everything(profile: Profile, company: Reading) -> Found:
    """Every aspiration matched with every statement and value: more than matching would ever find."""
    strengths = ("strong", "partial", "weak")
    items = list(company.evidence)
    rows = [
        (a.id, item, strengths[(n + k) % 3], THEMES[(n + k) % len(THEMES)])
        for n, a in enumerate(profile.aspirations) for k, item in enumerate(items)
    ]
    return matched(*rows)  # type: ignore[arg-type]


def check_quotes(phrases: list[Phrase], company: Reading) -> None:
    """The quote contract: what stands between the marks is on the page, and is what the phrase says it quotes."""
    for phrase in phrases:
        assert w.quoted(phrase.text) == phrase.quotes
        assert all(company.holds(quote) for quote in phrase.quotes)
        assert all(item in company.evidence for item in phrase.evidence)


@pytest.mark.parametrize("company", ALL, ids=lambda c: c.company.domain)
def test_phrases_of_every_profile(company: Reading, profiles: dict[str, Profile], loaded: Models) -> None:
    for profile in profiles.values():
        phrases = suggest(profile, company, everything(profile, company), loaded).phrases
        check_quotes(phrases, company)
        assert len(phrases) <= MOST
        assert max(Counter(p.aspiration for p in phrases).values(), default=0) <= MOST_EACH
        assert sum(p.text.endswith("?") for p in phrases) <= MOST_QUESTIONS
        assert len({w.opening(p.text) for p in phrases}) == len(phrases)
        for phrase in phrases:
            assert phrase.words == w.count(phrase.text) <= 45
            assert len(re.findall(r"[.?!](?= |$)", w.unquoted(phrase.text))) == 2
        for a, b in combinations(phrases, 2):
            assert w.overlap(a.text, b.text) <= SHARED
            assert not set(a.quotes) & set(b.quotes)


@pytest.mark.parametrize("company", ALL, ids=lambda c: c.company.domain)
def test_every_candidate_passes_lint_without_error(company: Reading, profiles: dict[str, Profile], loaded: Models) -> None:
    brief = Brief(company=company.company, pages=company.pages)
    for name in ("baker", "bare", "logistics"):
        profile = profiles[name]
        drafts = list(candidates(speaker_of(profile, loaded), company, everything(profile, company), loaded))
        for draft in drafts[:: max(1, len(drafts) // 40)]:
            found = lint(draft.text, brief=brief, profile=profile, page_texts=company.texts, models=loaded, form="phrase")
            assert [f for f in found if f.severity == "error"] == [], draft.text


def test_every_personal_word_comes_from_the_profile(profiles: dict[str, Profile], loaded: Models) -> None:
    """Facts used are the profile's own notes, and every number in a phrase is the profile's or in a quotation."""
    for profile in profiles.values():
        notes = {s for a in profile.aspirations for s in a.steps} | {*profile.experience, *profile.training, *profile.education, *profile.skills, *profile.work_style}
        said = " ".join([*notes, *(f"{a.text} {a.because or ''} {' '.join(a.planned)}" for a in profile.aspirations)]).lower()
        for company in ALL:
            for draft in candidates(speaker_of(profile, loaded), company, everything(profile, company), loaded):
                assert set(draft.facts) <= notes
                for number in re.findall(r"\d+", w.unquoted(draft.text)):
                    assert number in said


def test_the_same_input_gives_the_same_phrases(profiles: dict[str, Profile], loaded: Models) -> None:
    profile = profiles["librarian"]
    found = everything(profile, QUILLMERE)
    assert suggest(profile, QUILLMERE, found, loaded) == suggest(profile, QUILLMERE, found, loaded)


def test_companies_get_different_phrases(profiles: dict[str, Profile], loaded: Models) -> None:
    said = [p.text for c in ALL for p in suggest(profiles["bare"], c, everything(profiles["bare"], c), loaded).phrases]
    assert len(said) > 1
    assert len(set(said)) == len(said)


def test_private_aspirations_are_never_said(loaded: Models) -> None:
    profile = Profile(aspirations=[Aspiration(id="a1", text="Buy a lighthouse", private=True), Aspiration(id="a2", text="Keep learning and take courses")])
    made = suggest(profile, HARBOURLIGHT, matched(("a1", "s2", "strong", "learning_growth"), ("a2", "s2", "strong", "learning_growth")), loaded)
    spoken = " ".join([*(p.text for p in made.phrases), *(a.text for a in made.answers), *(n.text for n in made.notices)])
    assert made.phrases
    assert "lighthouse" not in spoken


def test_a_conflict_is_never_dressed_up(loaded: Models) -> None:
    profile = Profile(aspirations=[Aspiration(id="a1", text="Learn bookkeeping")])
    found = matched(("a1", "s2", "strong", "learning_growth"), gaps=[Gap(aspiration="a1", reason="conflict", question="Is there any?")])
    assert suggest(profile, HARBOURLIGHT, found, loaded).phrases == []


def test_weak_matches_only_ask(profiles: dict[str, Profile], loaded: Models) -> None:
    profile = profiles["baker"]
    for company in ALL:
        found = everything(profile, company)
        for match in found.matches:
            match.strength = "weak"
        for draft in candidates(speaker_of(profile, loaded), company, found, loaded):
            assert draft.text.endswith("?")


def test_nothing_matched_nothing_said(profiles: dict[str, Profile], loaded: Models) -> None:
    made = suggest(profiles["baker"], HARBOURLIGHT, Found(), loaded)
    assert made.phrases == []
    assert "no_phrases" in {n.code for n in made.notices}
    silent = suggest(profiles["baker"], SILENT, Found(), loaded)
    assert (silent.phrases, silent.answers) == ([], [])
    assert any("nothing to quote" in n.text for n in silent.notices)


def test_a_bare_profile_still_gets_true_phrases(profiles: dict[str, Profile], loaded: Models) -> None:
    made = suggest(profiles["bare"], QUILLMERE, everything(profiles["bare"], QUILLMERE), loaded)
    assert made.phrases
    for phrase in made.phrases:
        assert not re.search(r"\bI(?:'ve| have|'m)\b|\bbecause\b", w.unquoted(phrase.text))


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Should I lead?", "wish_is_question"), ("Make $90,000", "wish_is_money"), ("Une équipe à diriger", "wish_not_english"),
     ("Get my damn promotion", "wish_has_swearing"), ("Start my own bakery", "wish_is_own_company"), ("People trust my work", "wish_not_understood")],
)
def test_bad_wishes_are_told_in_a_notice(typed: str, code: str, loaded: Models) -> None:
    profile = Profile(aspirations=[Aspiration(id="a1", text=typed)])
    made = suggest(profile, HARBOURLIGHT, matched(("a1", "s2", "strong", "learning_growth")), loaded)
    assert made.phrases == []
    notice = next(n for n in made.notices if n.code == code)
    assert "90,000" not in notice.text
    assert "damn" not in notice.text


def test_a_paragraph_of_wishes_is_split_and_shown(loaded: Models) -> None:
    text = "I want to take courses and training. I'd also like to lead a small team, and I want to help families plan."
    profile = Profile(aspirations=[Aspiration(id="a1", text=text)])
    made = suggest(profile, HARBOURLIGHT, matched(("a1", "s2", "strong", "learning_growth")), loaded)
    notice = next(n for n in made.notices if n.code == "wish_split")
    assert "take courses and training" in notice.text
    assert "help families plan" in notice.text
    assert {p.aspiration for p in made.phrases} == {"a1"}


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60).filter(lambda t: t.strip()), min_size=1, max_size=3),
    st.text(max_size=40), st.text(max_size=40),
)
def test_any_typed_profile_gives_whole_sentences_or_a_notice(wishes: list[str], because: str, step: str) -> None:
    profile = Profile(aspirations=[Aspiration(text=text, because=because, steps=[step] if step else []) for text in wishes])
    made = suggest(profile, QUILLMERE, everything(profile, QUILLMERE), models())
    check_quotes(made.phrases, QUILLMERE)
    for phrase in made.phrases:
        assert not [f for f in lint(phrase.text, profile=profile, page_texts=QUILLMERE.texts, models=models(), form="phrase") if f.severity == "error"]
    assert made.phrases or made.notices


SUBJECTS = ("We", "Our people", "Larkspur Mills", "Every weaver", "Our mission is to", "Employees", "You will", "To", "")
VERBS = ("offer", "believe in", "are committed to", "learn", "mend", "do not sell", "strive to understand", "help each other with", "is")
OBJECTS = ("patient work", "the “old” ways", "a yearly course in dyeing™", "more than ninety looms", "what we owe our valley", "wool — and people", "craft, care, and candour",
           "no nonsense", "your own loom", "clean water\u200b for all", "$500 a year", "the best wool in the world", "Frieda’s lamp")


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.sampled_from(("", " for every weaver", ", and we mean it", " in the valley"))),
                min_size=1, max_size=4), st.sampled_from(["mission", "vision", "culture", "growth"]))
def test_whatever_the_page_says_quotes_are_exact(parts: list[tuple[str, str, str, str]], kind: str) -> None:
    texts = list(dict.fromkeys(w.fold(f"{subject} {verb} {thing}{rest}.") for subject, verb, thing, rest in parts))
    company = reading("Larkspur Mills", {kind: texts}, {})  # type: ignore[dict-item]
    profile = Profile(aspirations=[Aspiration(id="a1", text="Learn a craft from patient people", because="my grandmother wove", steps=["Wove a blanket"])])
    found = matched(*(("a1", f"s{n}", "strong", "learning_growth") for n in range(1, len(texts) + 1)))
    made = suggest(profile, company, found, models())
    check_quotes(made.phrases, company)
    for phrase in made.phrases:
        errors = [f for f in lint(phrase.text, profile=profile, page_texts=company.texts, models=models(), form="phrase") if f.severity == "error"]
        assert errors == [], phrase.text


def test_what_gains_by_an_aim_hangs_on_its_verb(loaded: Models) -> None:
    wish = Aspiration(id="a1", text="Keep learning the old dyes", because="my first teacher asked me to", steps=["Rewrote a dye book"])
    company = reading("Harbourlight", {"growth": ["We teach every member the old dyes."]}, {})
    drafts = candidates(speaker_of(Profile(aspirations=[wish]), loaded), company, matched(("a1", "s1", "strong", "learning_growth")), loaded)
    said = [d.text for d in drafts if d.skeleton in {"aim-last", "aim-since"}]
    assert any(", and pass on what I learn." in text or ", and show your newest people" in text for text in said)
    assert not any("is what I'd like" in text and re.search(r" here, and (?!I)", text) for text in said)


def test_what_was_done_is_offered_again(loaded: Models) -> None:
    wish = Aspiration(id="a1", text="Give plain advice", because="my mother signed what she couldn't read", steps=["Rewrote our fee sheet on one page"])
    company = reading("Harbourlight", {"culture": ["We give every member plain advice on one page."]}, {})
    drafts = candidates(speaker_of(Profile(aspirations=[wish]), loaded), company, matched(("a1", "s1", "strong", "customer_focus")), loaded)
    said = " ".join(d.text for d in drafts if d.skeleton == "offered")
    assert "I've rewritten our fee sheet on one page. " in said
    assert "plain advice" in said
    assert "”, and I could rewrite a sheet like that with your team." in said


def test_reason_and_step_stand_together_only_where_both_were_saved_for_this_wish(loaded: Models) -> None:
    wish = Aspiration(id="a1", text="Take more courses", because="my first teacher asked me to")
    other = Profile(aspirations=[wish], experience=["Rewrote a course book"])
    own = Profile(aspirations=[wish.model_copy(update={"steps": ["Rewrote a course book"]})])
    found = matched(("a1", "s2", "strong", "learning_growth"))
    together = [
        {d.opening for d in candidates(speaker_of(p, loaded), HARBOURLIGHT, found, loaded) if d.opening.startswith("both.")} for p in (other, own)
    ]
    assert together == [set(), {"both.and", "both.because"}]


def test_a_wish_for_children_is_not_tied_to_training_for_staff(loaded: Models) -> None:
    profile = Profile(aspirations=[Aspiration(id="a1", text="Help children learn")])
    assert suggest(profile, HARBOURLIGHT, matched(("a1", "s3", "strong", "learning_growth")), loaded).phrases == []


def test_a_wish_to_learn_is_not_tied_to_what_children_learn(loaded: Models) -> None:
    company = reading("Larkspur School", {"mission": ["Our mission is to help all children learn."]}, {})
    found = matched(("a1", "s1", "strong", "learning_growth"))
    own, theirs = (Profile(aspirations=[Aspiration(id="a1", text=text)]) for text in ("Learn new skills", "Help children learn"))
    assert suggest(own, company, found, loaded).phrases == []
    assert suggest(theirs, company, found, loaded).phrases
