from __future__ import annotations

import pytest

from nlp.contract import Statement, StatementKind, Value
from nlp.matching import Others
from nlp.models import Models
from nlp.phrasing.company.people import people
from nlp.phrasing.company.quotes import in_another_sense, quotes_of
from tests.nlp.phrasing.companies import ALDERBROOK, ALL, HARBOURLIGHT, QUILLMERE, SILENT, reading


def clauses(text: str, kind: StatementKind, loaded: Models, name: str = "Larkspur Mills") -> dict[str, list[str]]:
    """Quote -> its frames, for a company that says only `text`."""
    company = reading(name, {kind: [text]}, {})
    return {q.text: [f.clause for f in q.frames] for q in quotes_of(company.statements[0], company, loaded.pipeline)}


@pytest.mark.parametrize(
    ("text", "kind", "clause"),
    [
        ("We are committed to weaving cloth that outlives its owner.", "culture", "you are committed to “weaving cloth that outlives its owner”"),
        ("We strive to answer every letter by hand.", "culture", "you strive to “answer every letter by hand”"),
        ("We're a family of dyers and weavers.", "culture", "you call yourselves “a family of dyers and weavers”"),
        ("Our mission is to keep wool in the valley.", "mission", "your mission is to “keep wool in the valley”"),
        ("To keep wool in the valley.", "mission", "your mission is to “keep wool in the valley”"),
        ("Larkspur Mills trains apprentices and masters alike.", "growth", "you train “apprentices and masters”"),
        ("Larkspur Mills is guided by the seasons and the sheep.", "culture", "you are guided by “the seasons and the sheep”"),
        ("We strenuously guard the oldest looms.", "culture", "you “guard the oldest looms”"),
        ("We only sell cloth of our own wool.", "culture", "you only sell cloth of your “own wool”"),
        ("All staff learn the trade of a dyer.", "growth", "all your staff learn “the trade of a dyer”"),
        ("Our weavers are trusted to stop a loom.", "culture", "your weavers are trusted to “stop a loom”"),
        ("Employees are encouraged to stop a loom.", "culture", "your employees are encouraged to “stop a loom”"),
        ("We shear our own sheep and weave under one roof of slate.", "culture", "you “weave under one roof of slate”"),
        ("You will learn the whole trade of a weaver.", "growth", "you tell people who join that they will learn “the whole trade of a weaver”"),
        ("We will keep the mill in the valley.", "culture", "you say you will “keep the mill in the valley”"),
        ("Larkspur Mills' mission is to keep wool in the valley.", "mission", "your mission is to “keep wool in the valley”"),
        ("Committed to weaving cloth that outlives its owner.", "culture", "you are committed to “weaving cloth that outlives its owner”"),
        ("We help our people lead their own teams.", "growth", "you help your people “lead their own teams”"),
        ("We are weavers who look after each other.", "culture", "you “look after each other”"),
        ("Our Mission is to keep wool in the valley.", "mission", "your mission is to “keep wool in the valley”"),
        ("A world where every child has a safe way to school.", "vision", "you imagine a world where every child has “a safe way to school”"),
        ("A patient team to learn from.", "growth", "you list “A patient team to learn from” on your careers page"),
        ("Paid evening courses", "growth", "you list “Paid evening courses” on your careers page"),
    ],
)
def test_the_frame_is_the_sentences_own_turned_to_you(text: str, kind: StatementKind, clause: str, loaded: Models) -> None:
    assert clause in [c for frames in clauses(text, kind, loaded).values() for c in frames]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("We believe that every weaver has a right to rest.", "you believe that “every weaver”"),  # the clause would hang in the air
        ("We help our growers keep their land.", "you help “our growers”"),
        ("I learned the trade of a weaver here.", "“the trade of a weaver”"),  # a testimonial
        ("We must end child labour in cotton fields.", "you must"),
        ("We provide growers with seed and tools.", "you provide “growers”"),
    ],
)
def test_frames_that_would_mislead_are_not_made(text: str, never: str, loaded: Models) -> None:
    assert all(never not in c for frames in clauses(text, "culture", loaded).values() for c in frames)


def test_no_frame_holds_the_companys_we(loaded: Models) -> None:
    for company in ALL:
        for item in company.evidence.values():
            for quote in quotes_of(item, company, loaded.pipeline):
                assert company.holds(quote.text)
                for frame in quote.frames:
                    spoken = f" {frame.before} {frame.after} ".lower()
                    assert not {" we ", " our ", " us "} & {spoken[i:i + len(x)] for x in (" we ", " our ", " us ") for i in range(len(spoken))}
                    assert frame.clause.count("“") == frame.clause.count("”") == 1


def test_values_are_quoted_by_name_or_by_their_explanation(loaded: Models) -> None:
    by_name: dict[str, Value] = {v.name: v for v in QUILLMERE.values}
    named = [f.clause for q in quotes_of(by_name["Ask early, ask twice"], QUILLMERE, loaded.pipeline) for f in q.frames]
    assert "“Ask early, ask twice” is one of your values" in named
    explained = [f.clause for q in quotes_of(by_name["Kindness"], QUILLMERE, loaded.pipeline) for f in q.frames]
    assert any(c.startswith("you explain kindness as “The habit of naming mistakes") for c in explained)
    assert not quotes_of(HARBOURLIGHT.values[2], HARBOURLIGHT, loaded.pipeline)  # "Integrity" alone says nothing


def test_a_name_that_speaks_of_ours_is_not_quoted(loaded: Models) -> None:
    company = reading("Larkspur Mills", {}, {"Trust our weavers with keys": None, "We mend together": None})
    named = [[q.text for q in quotes_of(value, company, loaded.pipeline)] for value in company.values]
    assert named == [[], ["We mend together"]]


def test_a_rule_may_say_your_own(loaded: Models) -> None:
    company = reading("Larkspur Mills", {}, {"Humility": "Put the weaver's worry before your own."})
    rules = [f.clause for q in quotes_of(company.values[0], company, loaded.pipeline) for f in q.frames]
    assert "under humility you write “Put the weaver's worry before your own”" in rules
    unnamed = [f.clause for q in quotes_of(HARBOURLIGHT.values[1], HARBOURLIGHT, loaded.pipeline) for f in q.frames]
    assert not any("Put the member's worry" in c for c in unnamed)  # an order without its value is heard as one


def test_a_typing_error_is_not_quoted(loaded: Models) -> None:
    assert not any("forefornt" in q for q in clauses("We are at the forefornt of weaving warm cloth.", "culture", loaded))


def test_what_is_not_on_the_page_is_not_quoted(loaded: Models) -> None:
    absent = Statement(id="s9", kind="culture", text="We dance on every second Tuesday.", heading=None, url="", link="", explicit=True, confidence=1)
    assert quotes_of(absent, HARBOURLIGHT, loaded.pipeline) == []


def test_a_mission_does_not_begin_with_its_own_name(loaded: Models) -> None:
    found = clauses("The mission of the Valley Mill is to clothe everyone who is cold.", "mission", loaded)
    assert found
    assert not [clause for frames in found.values() for clause in frames if "begins “The mission" in clause or "reads “The mission" in clause]


def test_the_companys_own_word_for_its_people() -> None:
    assert people(HARBOURLIGHT) == "members"
    assert people(QUILLMERE) == "pupils"
    assert people(ALDERBROOK) == "patients"
    assert people(SILENT) is None


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("We are committed to help every weaver.", "committed to “help"),  # the page's own slip would be the speaker's
        ("We’re thrive at the loom every day.", "’re “thrive"),
        ("We are offer training in the old dyes.", "you are offer"),
        ("We allow early looms so long as the evening cloth is finished.", "“as the evening cloth"),
        ("We put honest cloth at the heart of our trade.", "you put “honest cloth”"),
        ("We've put honest cloth at the heart of our trade.", "put “honest cloth”"),
        ("We build friendly environment for every weaver.", "friendly environment"),
        ("We offer a competitive salary and a warm room.", "salary"),
        ("We make wool the common language of the valley.", "“wool the common"),  # a noun and what it is to become
        ("We are a widely respected with a patient team.", "respected with"),  # the page's own slip
        ("We bring together weavers and dyers from every valley.", "“bring together”"),
        ("We’re learning fast, and thrive when weaving with others.", "’re “thrive"),
        ("Working in a small team of patient dyers.", "you are working"),  # whoever is hired
        ("We invest in our human resource through patient training.", "your human resource"),
        ("Ensuring every loom strengthens the valley for generations to come.", "every loom"),  # an aim, no claim
        ("Ensuring every loom runs quietly for years to come.", "every loom"),
        ("As part of a long plan, we are working with weavers to gather views, create patterns and offer training support and time to address the needs of dyers.", "you are offer"),
        ("We mend openly and patiently with every weaver of the valley.", "mend and patiently"),
        ("All people have the right to warm and honest cloth.", "your people"),  # everybody, not their own
        ("Weavers share their looms.", "you write about"),  # whose looms, only a frame with the weavers says
    ],
)
def test_frames_that_would_not_read_are_not_made(text: str, broken: str, loaded: Models) -> None:
    assert not any(broken in clause for frames in clauses(text, "culture", loaded).values() for clause in frames)


def test_what_the_other_companies_say_as_well_is_worth_less(loaded: Models) -> None:
    company = reading("Larkspur Mills", {"culture": ["We mend every loom twice a year."]}, {})
    others = Others(4, {}, {"mend": 4, "loom": 4})
    alone, among = (quotes_of(company.statements[0], company, loaded.pipeline, o)[0] for o in (Others(), others))
    assert among.quality < alone.quality
    assert among.genericness > alone.genericness


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("We were founded by two sisters with a single loom.", "you were"),  # history is no way of working
        ("We are committed to giving paid training, warm looms, long holidays, and a share of the wool.", "paid training “"),
        ("Our culture making sure that everyone feels valued.", "your culture “making"),
        ("We have a loom and see that trust, care and wool remain a part of our trade.", "you remain"),
        ("Our CULTURE Larkspur weaves cloth that outlives its owner.", "CULTURE"),
        ("We encourage to explore new weaving skills.", "encourage to “"),  # whom, the page leaves out
        ("In addition to training for new weavers we pay for night school.", "“addition to"),
        ("We have a mill where people learn, ask questions, share patterns.", "learn “share"),
    ],
)
def test_no_frame_from_history_from_half_a_list_or_from_a_heading(text: str, never: str, loaded: Models) -> None:
    assert not [c for frames in clauses(text, "culture", loaded).values() for c in frames if never in c]


def test_a_role_is_not_an_activity(loaded: Models) -> None:
    company = reading("Larkspur Mills", {"culture": ["We actively partner with the families in the valley."]}, {})
    quotes = quotes_of(company.statements[0], company, loaded.pipeline)
    assert quotes
    partner = [q for q in quotes if "partner" in q.text]
    assert partner
    assert all(in_another_sense(q, "Make partner") for q in partner)
    assert not any(in_another_sense(q, "Work with families") for q in quotes)
