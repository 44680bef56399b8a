"""The two judges of a quote: how far it speaks to a wish, and how well it is said."""
from __future__ import annotations

import csv

import pytest

from nlp.models import Models
from nlp.phrasing.company.link import FEATURES as LINK
from nlp.phrasing.company.link import Offered
from nlp.phrasing.company.quotes import quotes_of
from nlp.phrasing.company.said import FEATURES as SAID
from nlp.phrasing.company.said import weights
from scripts.training.quotes import JUDGED, fitted, judged
from tests.nlp.phrasing.companies import reading


def offered(text: str, loaded: Models, kind: str = "culture") -> Offered:
    company = reading("Larkspur Mills", {kind: [text]}, {})
    item = company.statements[0]
    return Offered(item, quotes_of(item, company, loaded.pipeline), loaded)


def of(found: Offered, quote: str, frame: str) -> int:
    return next(i for i, (q, f) in enumerate(found.pairs) if q.text == quote and f.id.startswith(frame))


def test_a_quote_links_to_the_wish_it_speaks_of(loaded: Models) -> None:
    found = offered("We teach every apprentice the whole trade of a dyer.", loaded)
    near, far = (max(found.link(wish)) for wish in ("Learn the trade of a dyer", "Work flexible hours"))
    assert near > far + 0.5


def test_what_leads_up_to_a_quote_is_heard_with_it(loaded: Models) -> None:
    found = offered("We invest in the growth of new leaders.", loaded)
    link = found.link("Invest in people")
    led, alone = (link[of(found, "the growth of new leaders", frame)] for frame in ("lead.", "mention."))
    assert led > alone + 0.05


def test_what_any_firm_says_is_worth_less(loaded: Models) -> None:
    def price(text: str) -> float:
        found = offered(text, loaded)
        link = found.link("Mend things with others")
        return float(max(link + found.said - found.worth("Mend things with others", link)))

    assert price("We believe in integrity and teamwork.") > price("We mend worn looms by candlelight.") + 0.2


def test_a_frame_that_only_points_at_the_page_costs_what_a_verb_of_theirs_does_not(loaded: Models) -> None:
    found = offered("We invest in the growth of new leaders.", loaded)
    link = found.link("Invest in people")
    price = link + 0.3 * found.said - found.worth("Invest in people", link)
    assert price[of(found, "the growth of new leaders", "mention.")] > price[of(found, "the growth of new leaders", "lead.")] + 1


def test_a_line_that_carries_the_wish_makes_its_quotes_worth_more(loaded: Models) -> None:
    found = offered("We teach every apprentice the whole trade of a dyer.", loaded)
    same = found.link("Learn the trade of a dyer")
    assert (found.worth("Learn the trade of a dyer", same) > found.worth("Work flexible hours", same) + 0.2).all()


def test_a_noun_torn_from_its_clause_is_said_worse(loaded: Models) -> None:
    found = offered("We mend every worn loom for the weavers of the lower valley.", loaded)
    assert found.said[of(found, "mend every worn loom", "lead.")] > found.said[of(found, "the lower valley", "mention.")] + 0.2


def test_nothing_quotable_links_to_nothing(loaded: Models) -> None:
    company = reading("Larkspur Mills", {"culture": ["We dance."]}, {})
    assert Offered(company.statements[0], [], loaded).link("Dance every day").shape == (0,)


@pytest.mark.parametrize(("which", "names"), [("link", LINK), ("said", SAID)])
def test_the_weights_are_those_of_the_judged_pairs(which: str, names: tuple[str, ...]) -> None:
    assert set(weights(which)) == {*names, "constant"}
    assert fitted(judged(), which) == pytest.approx(weights(which), abs=2e-4)


def test_the_judged_pairs_hold_numbers_and_no_words() -> None:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert len(rows) > 1000
    assert all(float(value) == float(value) for row in rows for value in row)
