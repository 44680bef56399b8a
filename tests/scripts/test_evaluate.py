"""`scripts/evaluate` runs the part that its first word names; the parts tell what fails."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from nlp.contract import Aspiration, Phrase, Profile, Reading
from scripts.evaluation import __main__ as evaluate
from scripts.evaluation import matching, outside_readings, phrases, reading
from scripts.training.companies import labelled_companies
from tests.nlp.matching.companies import ferries


@pytest.mark.parametrize("word", [*evaluate.PARTS])
def test_the_first_word_names_the_part(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(arguments: list[str]) -> int:
        asked.append(arguments)
        return 7

    monkeypatch.setattr(f"scripts.evaluation.{evaluate.PARTS[word]}.main", run)
    assert evaluate.main([word, "FOLDER", "--out", "x"]) == 7
    assert asked == [["FOLDER", "--out", "x"]]


def test_without_a_part_the_reading_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "main", lambda arguments: 0 if list(arguments) == ["FOLDER", "--curve"] else 1)
    assert evaluate.main(["FOLDER", "--curve"]) == 0


def test_help_names_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in evaluate.PARTS)
    assert evaluate.main([]) == 2


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """A folder with one labelled company, its reading already made, and one profile."""
    (tmp_path / "ferries").mkdir()
    page = "<html lang='en'><body><main><h2>Our mission</h2><p>We carry passengers between the islands safely.</p></main></body></html>"
    (tmp_path / "ferries" / "about.html").write_text(page)
    gold = {"mission": [{"text": "We carry passengers between the islands safely.", "explicit": True}], "vision": [],
            "values": [], "culture": [], "growth": [], "support": {"a1": {"level": 2}}}
    (tmp_path / "ferries" / "gold.json").write_text(json.dumps(gold))
    meta = {"pages": [{"url": "https://larkfield-ferries.example/about", "file": "about.html"}]}
    (tmp_path / "ferries" / "meta.json").write_text(json.dumps(meta))
    entry = {"slug": "ferries", "company": "Larkfield Ferries",
             "pages": [{"url": meta["pages"][0]["url"], "html_file": "ferries/about.html"}]}
    (tmp_path / "companies.jsonl").write_text(json.dumps(entry) + "\n")
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / "ferries.json").write_text(ferries().model_dump_json())
    wishes = Profile(aspirations=[Aspiration(id="a1", text="Work safely", because="I have seen an accident")])
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "deckhand.json").write_text(wishes.model_dump_json(by_alias=True))
    return tmp_path


def test_phrases_are_made_checked_and_written(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = labelled / "phrases.txt"
    status = evaluate.main([
        "--phrases", str(labelled), "--readings", str(labelled / "readings"), "--profiles", str(labelled / "profiles"),
        "--out", str(out),
    ])
    assert status == 0
    assert "== ferries / deckhand" in out.read_text()
    assert "gate failures 0, lint errors 0" in capsys.readouterr().out


def test_a_gate_tells_what_is_wrong_with_a_phrase() -> None:
    said = Phrase(id="p1", text="I'd like {aim}. You say “never at sea”, and I'd help.", aspiration="a1", evidence=["s1"],
                  quotes=["never at sea"], part="aim", words=10, genericness=0.1)
    found = " ".join(phrases.gate_failures(said, ferries()))
    assert "not on a page" in found
    assert "slot" in found


def test_matching_is_tabled_by_company_and_aspiration(labelled: Path) -> None:
    profile = Profile.model_validate_json((labelled / "profiles" / "deckhand.json").read_text())
    found = matching.table(labelled, profile, labelled / "readings")
    assert (found.slugs, found.aspirations) == (["ferries"], ["a1"])
    assert found.level.tolist() == [[2]]
    assert found.raw[0, 0] > 0
    assert found.score[0, 0] > 0.5


def test_auc_counts_ties_half() -> None:
    assert matching.auc(np.array([2.0, 3.0]), np.array([1.0])) == 1
    assert matching.auc(np.array([1.0]), np.array([1.0])) == 0.5
    assert matching.auc(np.array([0.0, 2.0]), np.array([1.0])) == 0.5


def test_the_threshold_is_the_lowest_that_keeps_its_precision() -> None:
    score, supported = np.array([0.9, 0.8, 0.7, 0.6]), np.array([True, True, False, False])
    assert matching.threshold(score, supported) == 0.8
    assert matching.threshold(score, np.array([False] * 4)) == 1


def test_an_outside_reading_has_what_the_judges_chose(labelled: Path) -> None:
    from nlp.models import models

    [company] = [c for c in labelled_companies(labelled, models()) if not c.negative]
    scores = {label: np.full(len(company.candidates), 0.0) for label in ("mission", "vision", "commitment")}
    scores["value"] = np.zeros(len(company.items))
    nothing = outside_readings.reading_of(company, scores, {})
    assert isinstance(nothing, Reading)
    assert (nothing.statements, nothing.values) == ([], [])
    assert any("between the islands" in sentence.text for sentence in nothing.sentences)
    scores["mission"] += 0.99
    assert [s.kind for s in outside_readings.reading_of(company, scores, {}).statements] == ["mission"]
