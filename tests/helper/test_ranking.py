"""All saved companies held against the profile at once."""
from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helper import briefing, ranking
from helper.cli import main
from helper.settings import DATABASE
from helper.store import Store
from helper.store.companies import SavedBrief
from nlp.contract import Aspiration, Company, Page, Profile
from tests.helper import samples

LEARN = Profile(aspirations=[Aspiration(id="a1", text="Keep learning new things")])


def save(store: Store, domain: str, text: str) -> None:
    reading = samples.reading(domain).model_copy(deep=True)
    reading.values, reading.sentences = [], []
    reading.statements = [samples.statement("s1", "growth", text, url=f"https://{domain}/")]
    reading.texts = [text]
    store.companies.save(reading, domain, SavedBrief(samples.brief(domain), None, "old", "2026-01-01T00:00:00Z"))


@pytest.fixture
def three(store: Store) -> Store:
    save(store, "quarry.example", "Our quarry sells gravel and sand by the tonne.")
    save(store, "school.example", "We pay for training courses and certificates, and learning never stops.")
    save(store, "lanterns.example", "You will learn new things from the people beside you.")
    return store


def test_the_best_supported_comes_first_and_figures_are_made_once(three: Store) -> None:
    made: list[Company] = []
    rows = ranking.ranked(three, LEARN, told=made.append)
    assert [row.company.domain for row in rows][-1] == "quarry.example"
    assert rows[0].support == rows[0].aspirations["a1"] > rows[-1].support
    assert len(made) == 3
    assert ranking.ranked(three, LEARN, told=made.append) == rows
    assert len(made) == 3


def test_weights_weigh(three: Store) -> None:
    both = Profile(aspirations=[Aspiration(id="a1", text="Keep learning new things", weight=3),
                                Aspiration(id="a2", text="Work abroad for a while", weight=1)])  # fmt: skip
    row = ranking.ranked(three, both)[0]
    assert row.support == pytest.approx((3 * row.aspirations["a1"] + row.aspirations["a2"]) / 4, abs=0.001)
    assert ranking.ranked(three, Profile(aspirations=[Aspiration(text="Learn", weight=0)])) == []


def test_figures_of_another_version_are_made_anew(three: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ranking.ranked(three, LEARN)
    monkeypatch.setattr(briefing, "core_version", lambda: "another")
    made: list[Company] = []
    assert ranking.ranked(three, LEARN, told=made.append) == before
    assert len(made) == 3


def test_forgetting_a_company_forgets_its_figures(three: Store, home: Path) -> None:
    ranking.ranked(three, LEARN)
    three.forget("school.example")
    assert [row.company.domain for row in ranking.ranked(three, LEARN)] == ["lanterns.example", "quarry.example"]
    with sqlite3.connect(home / DATABASE) as plain:
        assert plain.execute("SELECT count(*) FROM figures").fetchone() == (2,)


def test_a_brief_made_with_a_profile_brings_its_figures(store: Store) -> None:
    store.profiles.save(LEARN)
    page = Page(url="https://weavers.example/about", html="<h1>About</h1><h2>Our mission</h2><p>Our mission is to teach "
                "everybody in the valley to weave, and to keep learning ourselves.</p>")  # fmt: skip
    briefing.make_and_save(store, [page])
    assert list(store.figures.missing(briefing.core_version())) == []
    assert [row.company.domain for row in ranking.ranked(store, LEARN)] == ["weavers.example"]


# --- the command ---------------------------------------------------------------------------------------------


def rank(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["companies", "rank", *arguments], prog_name="visionfit")


def test_the_command(three: Store, tmp_path: Path) -> None:
    file = tmp_path / "profile.json"
    file.write_text(LEARN.model_dump_json(by_alias=True))
    told = rank("--profile", str(file))
    assert told.exit_code == 0
    assert [line.split()[1] for line in told.stdout.splitlines()][-1] == "quarry.example"
    assert told.stderr.count("Preparing") == 3
    rows = json.loads(rank("--profile", str(file), "--format", "json", "--top", "2").stdout)
    assert len(rows) == 2
    assert rows[0]["company"]["domain"] == told.stdout.split()[1]
    assert rows[0].keys() == {"company", "support", "aspirations"}


def test_without_aspirations_the_command_says_so(three: Store) -> None:
    told = rank()
    assert told.exit_code == 2
    assert "no_profile" in told.stderr
    assert told.stdout == ""
