"""The pinned figures of reading quality hold wherever the labelled pages are."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.evaluation import reading

LABELLED = Path(__file__).parents[3] / "shared" / "eval" / "dev"


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled pages are not part of the repository")
def test_reading_holds_its_floors() -> None:
    assert reading.main([str(LABELLED)]) == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "page.html").write_text("<p>Hello</p>")
    monkeypatch.setattr(reading, "FLOORS", tmp_path / "floors.json")
    return tmp_path / "corpus"


FIGURES = {"mission": 0.6, "vision": 0.7, "values": 0.8, "commitments": 0.7, "false_alarms": 0.0}


def test_a_fall_below_a_floor_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reading.pin(folder, FIGURES, lower=False) == 0
    assert reading.hold(folder, FIGURES) == 0
    assert reading.hold(folder, FIGURES | {"vision": 0.68}) == 1
    assert "vision: 0.680, the floor is 0.700" in capsys.readouterr().err
    assert reading.hold(folder, FIGURES | {"false_alarms": 0.2}) == 1


def test_a_floor_is_lowered_only_when_told_to(folder: Path) -> None:
    reading.pin(folder, FIGURES, lower=False)
    lower = FIGURES | {"values": 0.5}
    assert reading.pin(folder, lower, lower=False) == 1
    assert json.loads(reading.FLOORS.read_text())["floors"]["values"] == 0.8
    assert reading.pin(folder, lower, lower=True) == 0
    assert json.loads(reading.FLOORS.read_text())["floors"]["values"] == 0.5


def test_floors_hold_for_one_corpus_only(folder: Path) -> None:
    reading.pin(folder, FIGURES, lower=False)
    (folder / "page.html").write_text("<p>Goodbye</p>")
    assert reading.hold(folder, FIGURES) == 1
