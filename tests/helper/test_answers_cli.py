"""visionfit answer and prepare: composing, keeping one's own text, and what is prepared for a company."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helper.cli import main

pytestmark = pytest.mark.usefixtures("real_models")
COMPANY = "staldric.example"
PROFILE = {
    "role": "Ward helper",
    "aspirations": [
        {"id": "learn", "text": "Keep learning and train as a nurse", "because": "I left school too early",
         "steps": ["Finished a first-aid course"]},
        {"id": "visit", "text": "Make a difference to people who are alone", "horizon": "long",
         "because": "my grandmother had nobody", "steps": ["Visited two neighbours every week for a year"]},
    ],
    "skills": ["first aid", "listening"],
}  # fmt: skip


def visionfit(*args: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def brief(tmp_path: Path, sites: Path) -> Path:
    """The brief of a saved company, for the profile above."""
    (tmp_path / "profile.json").write_text(json.dumps(PROFILE))
    visionfit("profile", "import", tmp_path / "profile.json")
    file = tmp_path / "brief.json"
    pages = sorted((sites / "st-aldric-trust").glob("*.html"))
    assert visionfit("brief", *pages, "--save", "--format", "json", "--out", file).exit_code == 0
    return file


def test_the_questions_are_listed() -> None:
    lines = visionfit("answer", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines[:7]] == ["Q1", "Q2", "Q3", "Q5", "Q7", "Q8", "Q19"]
    assert len(lines) == 20
    assert len(json.loads(visionfit("answer", "--list", "--json").stdout)) == 20


def test_an_answer_by_domain_by_name_and_of_a_brief_file(brief: Path) -> None:
    told = [
        visionfit("answer", COMPANY, "--question", "Q7", "--audience", "manager"),
        visionfit("answer", "ST ALDRIC TRUST", "-q", "7", "--audience", "manager"),
        visionfit("answer", "st ald", "-q", "q7", "--audience", "manager"),
    ]
    assert {result.exit_code for result in told} == {0}
    assert len({result.stdout for result in told}) == 1
    assert "words, about" in told[0].stderr
    of_file = visionfit("answer", "--brief", brief, "-q", "Q7", "--audience", "manager", "--json")
    made = json.loads(of_file.stdout)
    assert 60 <= made["words"] <= 130
    assert (made["question"], made["audience"], made["own"]) == ("Q7", "manager", None)


def test_the_own_text_stays_beside_the_composed_one(brief: Path, tmp_path: Path) -> None:
    slot = ("answer", COMPANY, "-q", "Q1", "--audience", "peer")
    (tmp_path / "mine.txt").write_text("I'd like to learn at your amazing trust.")
    first = visionfit(*slot, "--edit", tmp_path / "mine.txt")
    assert first.exit_code == 0
    assert "[flattery]" in first.stderr
    assert "version 1" in first.stderr
    visionfit(*slot, "--edit", "-", stdin="I'd like to learn here, and to be of use to your visitors.\n")
    both = visionfit(*slot).stdout
    assert "Your own text, version 2" in both
    assert "to be of use to your visitors." in both
    assert "Composed anew:" in both
    told = json.loads(visionfit(*slot, "--json").stdout)
    assert (told["own"]["version"], told["own"]["text"]) == (2, "I'd like to learn here, and to be of use to your visitors.")
    assert told["text"] != told["own"]["text"]
    versions = visionfit(*slot, "--versions").stdout
    assert versions.index("Version 2") < versions.index("Version 1")
    assert "amazing" in versions
    assert visionfit(*slot[:4], "--versions").stdout == ""  # another listener


def test_where_there_is_too_little_it_says_so(brief: Path) -> None:
    refused = visionfit("answer", COMPANY, "-q", "Q12")
    assert refused.exit_code == 1
    assert "[too_little]" in refused.stderr
    assert refused.stdout == ""
    visionfit("answer", COMPANY, "-q", "Q12", "--edit", "-", stdin="I've changed my mind, and I'd like to work here.")
    own = visionfit("answer", COMPANY, "-q", "Q12")
    assert own.exit_code == 0
    assert "I've changed my mind" in own.stdout
    assert "[too_little]" in own.stderr


def test_another_profile(brief: Path, tmp_path: Path) -> None:
    (tmp_path / "bare.json").write_text('{"aspirations": []}')
    assert "no aspiration" in visionfit("answer", COMPANY, "-q", "Q7", "--profile", tmp_path / "bare.json").stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["-q", "Q7"], "name a saved company"),
        ([COMPANY], "--question is missing"),
        ([COMPANY, "-q", "Q21"], "is no question"),
        (["nobody.example", "-q", "Q1"], "[no_company]"),
        ([COMPANY, "-q", "Q1", "--audience", "friend"], "friend"),
        ([COMPANY, "-q", "Q1", "--register", "sung"], "sung"),
        (["--brief", __file__, "-q", "Q1", "--edit", "-"], "for saved companies"),
    ],
)
def test_wrong_use(args: list[str], told: str) -> None:
    result = visionfit("answer", *args)
    assert result.exit_code == 2
    assert told in result.stderr


def test_phrases_are_kept_and_said(brief: Path) -> None:
    ids = [phrase["id"] for phrase in json.loads(brief.read_text())["phrases"]]
    prepared = visionfit("prepare", COMPANY, "--keep", ",".join(ids[:2]), "--interview", "2026-03-01", "--note", "Ask for Mrs Quill.")
    assert prepared.exit_code == 0, prepared.stderr
    assert "Interview: 2026-03-01" in prepared.stdout
    assert "not yet marked as true" in prepared.stdout
    told = json.loads(visionfit("answer", COMPANY, "-q", "Q5", "--kept", f"{ids[1]},{ids[0]}", "--json").stdout)
    assert told["phrases"] == [ids[1], ids[0]]
    now = visionfit("prepare", COMPANY, "--drop", ids[0], "--true", ids[1]).stdout
    assert ids[0] + "  " not in now
    assert "not yet marked" not in now
    assert "Note: Ask for Mrs Quill." in now
    assert visionfit("prepare", COMPANY, "--keep", "p99").exit_code == 1
    assert json.loads(visionfit("prepare", COMPANY, "--json").stdout)["interview_date"] == "2026-03-01"
