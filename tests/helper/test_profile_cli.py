"""visionfit profile: the ladder, edits, versions and reminders by the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from helper.cli import main
from helper.store import Store
from helper.store.preparation import Preparation
from tests.helper import samples


def visionfit(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def exported() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(visionfit("profile", "export").stdout)
    return told


@pytest.fixture
def ladder() -> None:
    visionfit("profile", "add", "Lead a ward", "--horizon", "long", "--because", "I like it when a colleague gets there")
    visionfit("profile", "add", "Finish a certificate", "--kind", "goal", "--leads-to", "a1", "--planned", "Take the exam in May")
    visionfit("profile", "add", "Visit a conference", "--kind", "goal", "--leads-to", "a2", "--step", "Found the money for it")
    visionfit("profile", "add", "Break new ground in my industry")


@pytest.mark.usefixtures("ladder")
def test_the_ladder_is_drawn() -> None:
    assert visionfit("profile", "ladder").stdout == (
        "a1  Lead a ward  (long)\n"
        "    a2  Finish a certificate  (goal)\n"
        "        next: Take the exam in May\n"
        "        a3  Visit a conference  (goal)\n"
        "            done: Found the money for it\n"
        "a4  Break new ground in my industry\n"
        "    No goal leads here yet: visionfit profile add GOAL --kind goal --leads-to a4\n"
    )


def test_without_a_plan_there_are_ways_to_begin() -> None:
    visionfit("profile", "add", "Lead a ward")
    assert "mentor" in visionfit("profile", "ladder").stderr


@pytest.mark.usefixtures("ladder")
def test_an_aspiration_is_edited() -> None:
    edits = ("--text", "Pass the certificate", "--horizon", "short", "--weight", "3", "--step", "Take the exam in May", "--private")
    assert visionfit("profile", "edit", "a2", *edits, "--clear", "leads_to").exit_code == 0
    changed = exported()["aspirations"][1]
    assert (changed["text"], changed["horizon"], changed["weight"], changed["private"]) == ("Pass the certificate", "short", 3, True)
    assert (changed["steps"], changed["planned"], changed["leads_to"]) == (["Take the exam in May"], [], None)
    visionfit("profile", "edit", "a2", "--public")
    assert not exported()["aspirations"][1]["private"]


@pytest.mark.usefixtures("ladder")
def test_a_ladder_stays_whole() -> None:
    before = exported()
    for args in (("edit", "a1", "--leads-to", "a3"), ("edit", "a1", "--leads-to", "a9"), ("add", "x", "--leads-to", "a9")):
        result = visionfit("profile", *args)
        assert (result.exit_code, "[bad_ladder]" in result.stderr) == (2, True)
    assert exported() == before
    assert "a2" in visionfit("profile", "remove", "a1").stderr
    assert exported()["aspirations"][0]["leads_to"] is None


def test_every_field_can_be_set_and_is_shown() -> None:
    told = {
        "role": "Ward manager", "industry": "Health care", "present_role": "Nurse", "situation": "evolve", "level": "lead",
        "mission": "Nobody waits", "vision": "Wards without noise", "stay_years": "5",
    }  # fmt: skip
    for field, value in told.items():
        assert visionfit("profile", "set", field, value).exit_code == 0, field
    lists = (
        "values", "passions", "strengths", "avoid", "energisers", "drains", "skills", "experience", "education",
        "training", "work_style", "colleagues", "social_circles", "financial_goals",
    )  # fmt: skip
    for field in lists:
        assert visionfit("profile", "set", field, f"one {field}", "two").exit_code == 0
    visionfit("profile", "set", "skills", "three", "--add")
    visionfit("profile", "set", "stepping_stone", "yes")
    visionfit("profile", "story", "Sorted the store", "--situation", "Two wards shared it", "--result", "Nobody searched")
    visionfit("profile", "story", "sorted the store", "--lesson", "Ask first")
    shown = visionfit("profile", "show").stdout
    for text in (*told.values(), *(f"one {field}; two" for field in lists), "two; three", "step to something else"):
        assert text in shown
    assert "Two wards shared it / Sorted the store / Nobody searched / Ask first" in shown
    assert "financial goals (private)" in shown
    assert visionfit("profile", "story", "Sorted the store", "--remove").exit_code == 0
    assert visionfit("profile", "story", "Sorted the store", "--remove").exit_code == 2
    assert visionfit("profile", "set", "role", "a", "--add").exit_code == 2
    assert visionfit("profile", "set", "stay_years", "long").exit_code == 2


@pytest.mark.usefixtures("ladder")
def test_versions_are_listed_shown_and_restored() -> None:
    listed = json.loads(visionfit("profile", "versions", "--format", "json").stdout)
    assert [one["aspirations"] for one in listed] == [4, 3, 2, 1]
    assert len(visionfit("profile", "versions").stdout.splitlines()) == 4
    second = listed[-2]["version"]
    assert "Visit" not in visionfit("profile", "restore", str(second), "--show").stdout
    assert len(exported()["aspirations"]) == 4
    assert visionfit("profile", "restore", str(second)).exit_code == 0
    assert len(exported()["aspirations"]) == 2
    assert len(visionfit("profile", "versions").stdout.splitlines()) == 5
    assert visionfit("profile", "restore", "99").exit_code == 2


@pytest.mark.usefixtures("ladder")
def test_what_is_done_already_is_not_done_twice() -> None:
    for _ in range(2):
        visionfit("profile", "edit", "a3", "--step", "Found the money for it", "--step", "Wrote to them", "--planned", "Go there")
    edited = exported()["aspirations"][2]
    assert (edited["steps"], edited["planned"]) == (["Found the money for it", "Wrote to them"], ["Go there"])


def test_an_aspiration_without_words_is_refused() -> None:
    for text in ("", "  "):
        refused = visionfit("profile", "add", text)
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "say what you aspire to" in refused.stderr
    visionfit("profile", "add", "Lead a ward")
    refused = visionfit("profile", "edit", "a1", "--text", " ")
    assert refused.exit_code == 2
    assert "aspirations[0].text: it is empty. [bad_profile]" in refused.stderr
    assert visionfit("profile", "versions").stdout.endswith("1 aspiration\n")


def test_a_file_that_is_no_profile(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text("[]")
    assert "the whole: it is no object: { … }. [bad_profile]" in visionfit("profile", "import", tmp_path / "list.json").stderr


def test_an_old_profile_is_reminded_of(sites: Path) -> None:
    with Store() as store:
        store.profiles.save(samples.profile(), at="2001-01-01T00:00:00Z")
    for command in (("profile", "show"), ("profile", "versions")):
        assert "days ago" in visionfit(*command).stderr
    assert visionfit("profile", "reviewed").exit_code == 0
    assert visionfit("profile", "show").stderr == ""


@pytest.mark.usefixtures("real_models")
def test_a_brief_reminds_on_stderr_only(sites: Path) -> None:
    from datetime import date

    with Store() as store:
        store.profiles.save(samples.profile(), at="2001-01-01T00:00:00Z")
        store.profiles.reviewed(at="2001-01-02T00:00:00Z")
        store.preparations.save("a.example", Preparation(interview_date=date(2001, 1, 5)))
    result = visionfit("brief", sites / "orrin-labs" / "company.html", "--format", "json")
    assert "days ago" in result.stderr
    json.loads(result.stdout)


def test_an_example_s_own_words_are_noticed() -> None:
    visionfit("profile", "add", "Help others develop their skills")
    assert "a1 still has the example's words" in visionfit("profile", "show").stderr
