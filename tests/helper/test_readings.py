"""What was read before is used again: for the same pages and the same language core, and for nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helper.cli import main
from helper.research import conduct, readings
from helper.research.engine import InProcess
from helper.research.read import research_one
from helper.research.readings import FILE, Readings
from helper.research.work import Material, Outcome
from nlp.contract import Notice, Page, Profile
from tests.helper import samples
from tests.helper.world.cli import stub

PAGE = "<title>About</title><h1>About us</h1><h2>Our mission</h2><p>{}</p>"
BRIDGES = PAGE.format("Our mission is to keep old bridges safe.")


class Reader:
    """Reads as `stub` does, and notes which companies it read and which it was given the reading of."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.recalled: list[str] = []

    def __call__(self, material: Material, profile: Profile | None) -> Outcome:
        (self.read if material.reading is None else self.recalled).append(material.slug)
        return replace(stub(material, profile), reading="{}", pages_sha256=readings.pages_sha256(material.pages))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Reader:
    made = Reader()
    monkeypatch.setattr(conduct, "InProcess", partial(InProcess, read=made))
    for name in ("alder", "birch"):
        (tmp_path / "saved" / name).mkdir(parents=True)
        (tmp_path / "saved" / name / "about.html").write_text(BRIDGES.replace("bridges", name))
    (tmp_path / "profile.json").write_text(samples.profile().model_dump_json(by_alias=True))
    return made


def research(folder: Path, out: str, *args: str) -> Result:
    return CliRunner().invoke(main, ["research", str(folder / "saved"), "--out", str(folder / out), "--jobs", "1", *args])


def test_another_profile_matches_without_reading(reader: Reader, tmp_path: Path) -> None:
    assert research(tmp_path, "one").exit_code == 0
    assert (sorted(reader.read), reader.recalled) == (["alder", "birch"], [])
    told = research(tmp_path, "one", "--resume", "--profile", str(tmp_path / "profile.json"))
    assert "is matched anew and not read again" in told.stderr
    assert research(tmp_path, "two", "--profile", str(tmp_path / "profile.json")).exit_code == 0
    assert (len(reader.read), sorted(reader.recalled)) == (2, ["alder", "alder", "birch", "birch"])


def test_other_pages_and_another_core_are_read(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    research(tmp_path, "one")
    (tmp_path / "saved" / "birch" / "about.html").write_text(BRIDGES)
    research(tmp_path, "two")
    assert (reader.read[2:], reader.recalled) == (["birch"], ["alder"])
    monkeypatch.setattr(readings, "core_version", lambda: "another")
    research(tmp_path, "three")
    assert (sorted(reader.read[3:]), reader.recalled) == (["alder", "birch"], ["alder"])


def test_a_file_that_cannot_be_used_costs_time_and_nothing_else(reader: Reader, tmp_path: Path, home: Path) -> None:
    home.mkdir()
    (home / FILE).write_bytes(b"no database" * 100)
    assert research(tmp_path, "one").exit_code == 0
    assert research(tmp_path, "two").exit_code == 0
    assert (len(reader.read), reader.recalled) == (4, [])


def test_readings_are_dropped_when_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Readings(tmp_path)
    first.put("sha", "{}")
    first.close()
    monkeypatch.setattr(readings.time, "time", lambda: 1e12)
    again = Readings(tmp_path)
    assert again.get("sha") is None
    again.close()


def test_a_recalled_reading_gives_the_same_brief(real_models: Callable[[], None]) -> None:
    material = Material(
        0, "alder", "list", "Alder Works", "https://alder.example/", [Page(url="https://alder.example/about", html=BRIDGES)],
        "2025-03-01T09:30:00Z", [Notice(code="pages_chosen", text="Pages chosen: one.")],
    )  # fmt: skip
    fresh = research_one(material, samples.profile())
    recalled = research_one(replace(material, reading=fresh.reading), samples.profile())
    assert fresh.brief
    assert recalled == fresh
    later = research_one(replace(material, reading=fresh.reading, read_at="2026-03-01T09:30:00Z"), None)
    assert later.brief
    assert '"read_at": "2026-03-01T09:30:00Z"' in later.brief
    assert "2025-03-01" not in later.brief
