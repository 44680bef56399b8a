"""What a company says otherwise than before."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from helper.cli import main
from helper.report.changes import changes, markdown, text
from helper.store import Store
from tests.helper import samples
from tests.helper.world.online import online, site
from tests.helper.world.replies import FILLER, Reply, menu, page


def test_new_gone_and_reworded() -> None:
    before, after = samples.brief(), samples.brief()
    after.statements[0].text = "We build instruments that people can trust with their health."
    after.statements.pop()
    after.values[0].name = "Say it early"
    after.pages[0].url = "https://larkhill.example/who-we-are"
    found = changes(before, after)
    assert [(one.what, one.before is None, one.after is None) for one in found.changes] == [
        ("Mission", False, False), ("Growth", False, True), ("Value", False, True), ("Value", True, False),
        ("Page", False, True), ("Page", True, False),
    ]  # fmt: skip
    told = text(found)
    assert "6 changes since 2025-03-01" in told
    assert "Mission, reworded: We build instruments that people can trust with their health." in told
    assert markdown(found).startswith("## Larkhill Instruments (larkhill.example): 6 changes")


def test_white_space_and_case_are_no_change() -> None:
    after = samples.brief()
    after.statements[0].text = after.statements[0].text.upper().replace(" ", "  ")
    found = changes(samples.brief(), after, by_the_reader=True)
    assert found.changes == []
    assert "nothing has changed since" in text(found)


def about(mission: str) -> Reply:
    return page("About Larkhill", f"<h1>About us</h1><h2>Our mission</h2><p>{mission}</p><h2>How we work</h2><p>{FILLER}</p>")


def test_a_saved_company_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, real_models: Callable[[], None]
) -> None:
    first, second = "Our mission is to keep old bridges safe.", "Our mission is to keep old bridges safe for a hundred years."
    pages = {"/": page("Larkhill", menu(("/about", "About us")) + f"<h1>Larkhill</h1><p>{FILLER}"), "/about": about(first)}
    run = CliRunner().invoke
    with online(monkeypatch, tmp_path, site(pages)) as made:
        made_brief = run(main, ["brief", "http://larkhill.example/", "--save", "--allow-private", "--format", "json"])
        assert made_brief.exit_code == 0, made_brief.stderr
        assert [one["text"] for one in json.loads(made_brief.stdout)["statements"] if one["kind"] == "mission"] == [first]
        same = run(main, ["watch", "--allow-private", "--pause", "0"])
        assert re.search(r"nothing has changed since \d{4}-", same.stdout), same.output
        made.world.replace("larkhill.example", "/about", about(second))
        changed = run(main, ["watch", "larkhill.example", "--allow-private", "--pause", "0", "--format", "json"])
        (told,) = json.loads(changed.stdout)
        assert told["changes"] == [{"what": "Mission", "before": first, "after": second}]
        with Store() as store:
            saved = store.companies.brief("larkhill.example")
            assert saved is not None
            assert second in [statement.text for statement in saved.brief.statements]
            assert {entry.kind for entry in store.journal.newest()} == {"fetched"}
        gone = run(main, ["watch", "larkhill.example", "birch.example", "--allow-private", "--pause", "0"])
        assert gone.exit_code == 1
        assert "birch.example: No brief of 'birch.example' is saved. [no_company]" in gone.stderr


def test_nothing_saved(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["watch"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No company is saved yet" in result.stderr


def test_a_research_run_is_looked_through(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, real_models: Callable[[], None]
) -> None:
    first, second = "Our mission is to keep old bridges safe.", "Our mission is to keep old bridges safe for a hundred years."
    home = page("Larkhill", menu(("/about", "About us")) + f"<h1>Larkhill</h1><p>{FILLER}")
    lark, kite = site({"/": home, "/about": about(first)}), site({"/": home, "/about": about(first)}, "kite.example")
    results = tmp_path / "results"
    run = CliRunner().invoke
    with online(monkeypatch, tmp_path, lark, kite) as made:
        addresses = ["http://larkhill.example/", "http://kite.example/"]
        began = run(main, ["research", *addresses, "--out", str(results), "--jobs", "1", "--pause", "0", "--allow-private"])
        assert began.exit_code == 0, began.stderr
        same = run(main, ["watch", str(results)])
        assert same.exit_code == 0, same.stderr
        assert same.stdout.count("nothing has changed since") == 2
        made.world.replace("larkhill.example", "/about", about(second))
        changed = run(main, ["watch", str(results), "--format", "json"])
        told = {one["domain"]: one["changes"] for one in json.loads(changed.stdout)}
        assert told == {"larkhill.example": [{"what": "Mission", "before": first, "after": second}], "kite.example": []}
        assert second in (results / "larkhill-example.json").read_text()
        assert second in (results / "companies.csv").read_text()
        (results / "kite-example.json").unlink()
        again = run(main, ["watch", str(results)])
        assert "kite-example: read for the first time" in again.stderr
        assert again.stdout.count("nothing has changed since") == 1


def test_a_folder_without_a_run(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["watch", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no run in" in result.stderr
    assert list(tmp_path.iterdir()) == []
