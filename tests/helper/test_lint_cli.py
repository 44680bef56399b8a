"""visionfit lint: where the text comes from, what it is held against, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helper.cli import main

pytestmark = pytest.mark.usefixtures("real_models")
PROFILE = '{"aspirations": [{"text": "Keep learning and earn qualifications", "because": "I left school too early"}]}'
FLATTERY = "I'd like to keep learning at your amazing trust, and I'd share it with your team."
CLEAN = "I'd like to keep learning with you, because I left school too early, and I'd share it with your team."


def visionfit(*args: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def rules(result: Result) -> set[str]:
    return {finding["rule"] for finding in json.loads(result.stdout)["findings"]}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.json"
    file.write_text(PROFILE)
    return file


def test_a_text_a_file_and_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(FLATTERY)
    for result in (visionfit("lint", FLATTERY), visionfit("lint", file), visionfit("lint", "-", stdin=FLATTERY)):
        assert result.exit_code == 1
        assert "error: “amazing” flatters. [flattery]\n  Show respect" in result.stdout
    assert visionfit("lint", CLEAN).exit_code == 0


def test_json() -> None:
    result = visionfit("lint", FLATTERY, "--json")
    finding = next(f for f in json.loads(result.stdout)["findings"] if f["rule"] == "flattery")
    assert set(finding) == {"rule", "severity", "message", "hint", "span"}
    assert FLATTERY[slice(*finding["span"])] == "amazing"
    assert result.exit_code == 1


def test_a_clean_text_says_so(profile: Path) -> None:
    result = visionfit("lint", "Here, I'd like to keep learning, because I left school too early: 12 evenings so far.")
    assert result.exit_code == 0


def test_against_a_saved_company_and_a_brief_file(tmp_path: Path, sites: Path, profile: Path) -> None:
    folder = sites / "st-aldric-trust"
    visionfit("profile", "import", profile)
    brief = tmp_path / "brief.json"
    made = visionfit("brief", *sorted(folder.glob("*.html")), "--save", "--format", "json", "--out", brief)
    assert made.exit_code == 0, made.stderr
    true_quote = json.loads(brief.read_text())["values"][0]["name"]
    for against in (("--company", "staldric.example"), ("--company", "st aldric"), ("--brief", brief)):
        invented = visionfit("lint", f"{CLEAN} You write “a line nobody wrote”.", *against, "--json")
        assert "quote_not_on_page" in rules(invented)
        assert invented.exit_code == 1
        honest = visionfit("lint", f"{CLEAN} You write “{true_quote}”.", *against, "--json")
        assert "quote_not_on_page" not in rules(honest)
        assert honest.exit_code == 0
    claimed = f"{CLEAN} I managed a large hospital kitchen in Rome."
    assert "unsupported_claim" in rules(visionfit("lint", claimed, "--company", "staldric.example", "--json"))


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["mine.txt"], "is no file"),
        ([" "], "no text"),
        ([CLEAN, "--company", "nobody.example"], "[no_company]"),
        ([CLEAN, "--brief", "none.json"], "none.json"),
        ([CLEAN, "--company", "a", "--brief", __file__], "exclude each other"),
        ([CLEAN, "--brief", __file__], "[bad_brief]"),
        ([], "Missing argument"),
    ],
)
def test_wrong_use(args: list[str], told: str) -> None:
    result = visionfit("lint", *args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_a_file_that_may_not_be_read_is_told_without_a_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.txt").write_text("I want to lead.")

    def refuse(path: Path, *_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    for reads in ("open", "read_bytes", "read_text"):
        monkeypatch.setattr(Path, reads, refuse)
    result = CliRunner().invoke(main, ["lint", str(tmp_path / "mine.txt")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "mine.txt cannot be used (Permission denied). [file_error]" in result.stderr
