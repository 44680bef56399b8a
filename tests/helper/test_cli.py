"""The command line: arguments, formats, exit status, and what goes to stdout."""

from __future__ import annotations

import csv
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helper.cli import main
from helper.settings import DATABASE
from helper.store import Store
from nlp.contract import Brief
from tests.helper import samples

pytestmark = pytest.mark.usefixtures("real_models")


def visionfit(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args], input=stdin, prog_name="visionfit")


@pytest.fixture
def profile_file(tmp_path: Path) -> Path:
    file = tmp_path / "profile.json"
    file.write_text(samples.profile().model_dump_json(by_alias=True))
    return file


def brief_in(output: str) -> Brief:
    return Brief.model_validate_json(output)


# --- demo ---------------------------------------------------------------------------------------------------


def test_demo() -> None:
    result = visionfit("demo")
    assert result.exit_code == 0
    for part in (
        "Hollowbrook",
        "Mission",
        "give every grower a forecast they can act on",
        "Vision",
        "Values",
        "Stand in the field",
        "How your aspirations fit",
        "Lead a team of my own",
        "Gaps: what to ask",
        "Phrases you could say",
        "An answer",
    ):
        assert part in result.stdout, part


def test_demo_touches_no_data(home: Path) -> None:
    visionfit("demo")
    assert not home.exists()


# --- brief --------------------------------------------------------------------------------------------------


def test_brief_of_saved_pages(sites: Path, profile_file: Path) -> None:
    folder = sites / "st-aldric-trust"
    result = visionfit(
        "brief", folder / "who-we-are.html", folder / "work-for-us.html", "--profile", profile_file, "--format", "json"
    )
    assert (result.exit_code, result.stderr) == (0, "")
    brief = brief_in(result.stdout)
    assert [page.url for page in brief.pages] == [
        "https://staldric.example/who-we-are/",
        "https://staldric.example/work-for-us/",
    ]
    assert brief.company.domain == "staldric.example"
    expected = json.loads((sites / "expected.json").read_text())["st-aldric-trust"]
    assert [s.text for s in brief.statements if s.kind == "mission"] == expected["mission"]
    assert [v.name for v in brief.values] == expected["values"]


def test_the_same_pages_give_the_same_brief(sites: Path, profile_file: Path) -> None:
    args = ("brief", sites / "orrin-labs" / "company.html", "--profile", profile_file, "--format", "json")
    assert visionfit(*args).stdout == visionfit(*args).stdout


def test_brief_from_standard_input(sites: Path) -> None:
    html = (sites / "plumb-and-sons" / "home.html").read_bytes()
    result = visionfit("brief", "-", "--url", "https://plumb.example/", "--format", "json", stdin=html)
    assert result.exit_code == 0
    brief = brief_in(result.stdout)
    assert brief.company.domain == "plumb.example"
    assert not brief.values
    assert not [s for s in brief.statements if s.kind in ("mission", "vision")]
    assert brief.notices


@pytest.mark.parametrize(
    ("form", "start"), [("text", "\nOrrin Labs"), ("json", "{"), ("md", "# Orrin Labs"), ("html", "<!doctype html>")]
)
def test_formats_and_out(sites: Path, tmp_path: Path, form: str, start: str) -> None:
    page, out = sites / "orrin-labs" / "company.html", tmp_path / "brief.out"
    shown = visionfit("brief", page, "--format", form)
    assert shown.stdout.startswith(start)
    written = visionfit("brief", page, "--format", form, "--out", out)
    assert (written.exit_code, written.stdout) == (0, "")
    assert out.read_text() == shown.stdout


def test_without_a_profile_the_saved_one_is_used(sites: Path, home: Path) -> None:
    page = sites / "kestrel-freight" / "people.html"
    without = visionfit("brief", page, "--format", "json")
    assert not brief_in(without.stdout).matches
    assert not home.exists()
    visionfit("profile", "add", "Lead a team of my own")
    assert brief_in(visionfit("brief", page, "--format", "json").stdout).matches


def test_a_profile_without_aspirations_gives_a_brief_without_matches(sites: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text('{"schema": "visionfit/profile@1"}')
    page = sites / "st-aldric-trust" / "who-we-are.html"
    result = visionfit("brief", page, "--profile", tmp_path / "empty.json", "--format", "json")
    brief = brief_in(result.stdout)
    assert result.exit_code == 0
    assert brief.statements
    assert not brief.matches
    assert not brief.gaps
    assert not brief.phrases
    assert "no_aspirations" in {notice.code for notice in brief.notices}


def test_a_malformed_profile(sites: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{\n "aspirations": [\n  {"text": 7}\n ]\n}')
    result = visionfit("brief", sites / "orrin-labs" / "company.html", "--profile", tmp_path / "bad.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{tmp_path / 'bad.json'}, line 3, aspirations[0].text: " in result.stderr
    assert "[bad_profile]" in result.stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_page"),
        (b"  \n", "empty_page"),
        (b"%PDF-1.4 \x00\x01\x02", "not_html"),
        (b"<p>" + b"x" * 20_000_001, "too_large"),
        (b"<p>" + b"x" * 19_000_000, "too_large"),
    ],
)
def test_pages_that_cannot_be_read(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "page.html").write_bytes(content)
    result = visionfit("brief", tmp_path / "page.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"[{code}]" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_page_that_is_not_english(tmp_path: Path) -> None:
    words = "Unsere Mission ist es, jedem Menschen in der Stadt ein warmes Zuhause zu geben, das er bezahlen kann. "
    (tmp_path / "page.html").write_text(
        f'<html lang="de"><body><h1>Unsere Mission</h1><p>{words * 5}</p></body></html>'
    )
    result = visionfit("brief", tmp_path / "page.html", "--url", "https://a.example/", "--format", "json")
    assert result.exit_code == 0
    assert "not_english" in {notice.code for notice in brief_in(result.stdout).notices}


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["ftp://acme.example/about"], "[bad_address]"),
        (["none.html"], "[no_page]"),
        ([], "PAGE"),
        (["-", "--url", "https://a.example/", "--url", "https://b.example/"], "more --url than pages"),
        (["-", "--url", "ftp://acme.example/about"], "[bad_address]"),
        (["-", "--url", "about.html"], "[bad_address]"),
        (["-", "--format", "pdf"], "pdf"),
        (["-", "--profile", "none.json"], "none.json"),
    ],
)
def test_wrong_use(args: list[str], told: str) -> None:
    result = visionfit("brief", *args, stdin=b"<p>x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_explain_tells_on_stderr_what_was_left_out(sites: Path) -> None:
    result = visionfit("brief", sites / "st-aldric-trust" / "who-we-are.html", "--format", "json", "--explain")
    assert "about page, language en" in result.stderr
    assert "left out (" in result.stderr
    brief_in(result.stdout)


# --- research -----------------------------------------------------------------------------------------------


def rows_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "companies.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_research(sites: Path, tmp_path: Path, profile_file: Path) -> None:
    result = visionfit(
        "research",
        sites / "companies.jsonl",
        "--out",
        tmp_path / "out",
        "--profile",
        profile_file,
        "--jobs",
        "1",
        "--format",
        "json,csv,md,html",
    )
    assert (result.exit_code, result.stdout) == (0, "")
    rows = rows_of(tmp_path / "out")
    slugs = ["brightwater-bakery", "orrin-labs", "st-aldric-trust", "kestrel-freight", "plumb-and-sons"]
    assert [(row["slug"], row["status"]) for row in rows] == [(slug, "ok") for slug in slugs]
    assert rows[0]["company"] == "Brightwater Bakery"
    assert rows[0]["pages"] == "2"
    assert "Honest flour; Nothing wasted" in rows[0]["values"]
    assert all(0 <= float(row["fit"]) <= 1 for row in rows)
    for slug in slugs:
        brief_in((tmp_path / "out" / f"{slug}.json").read_text())
    assert "Kestrel Freight" in (tmp_path / "out" / "report.html").read_text()
    assert "Kestrel Freight" in (tmp_path / "out" / "report.md").read_text()


def test_research_goes_on_after_a_company_that_fails(sites: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "ok.html").write_bytes((sites / "orrin-labs" / "company.html").read_bytes())
    (folder / "empty.html").touch()
    lines = [
        "{not json",
        *(
            json.dumps({"slug": slug, "pages": [{"url": f"https://{slug}.example/", "html_file": file}]})
            for slug, file in (
                ("missing", "none.html"),
                ("escape", "../secret.html"),
                ("empty", "empty.html"),
                ("fine", "ok.html"),
            )
        ),
    ]
    (folder / "list.jsonl").write_text("\n".join(lines))
    out = tmp_path / "out"
    out.mkdir()
    (out / "missing.json").write_text("of an earlier run")
    result = visionfit("research", folder / "list.jsonl", "--out", out, "--jobs", "2", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    rows = {row["slug"]: row for row in rows_of(out)}
    assert {slug: row["status"] for slug, row in rows.items()} == {
        "line-1": "bad_line",
        "missing": "no_page",
        "escape": "outside_folder",
        "empty": "empty_page",
        "fine": "ok",
    }
    assert "list.jsonl:1: " in rows["line-1"]["notices"]
    assert "list.jsonl:3: " in rows["escape"]["notices"]
    assert "list.jsonl:1: The line is no valid JSON" in result.stderr
    assert "[bad_line]" in result.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        ".run.db", ".run.lock", "companies.csv", "companies.jsonl", "fine.json", "report.html",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "args",
    [
        ["none.jsonl", "--out", "x"],
        ["ftp://acme.example", "--out", "x"],
        ["--out", "x"],
        ["--out", "x", "--resume"],
        ["{jsonl}", "--out", "x", "--engine", "dask"],
        ["{jsonl}"],
        ["{jsonl}", "--out", "x", "--format", "pdf"],
        ["{jsonl}", "--out", "x", "--jobs", "0"],
        ["{sites}/README.md", "--out", "x"],
    ],
)
def test_research_wrong_use(sites: Path, args: list[str]) -> None:
    result = visionfit("research", *(a.format(jsonl=sites / "companies.jsonl", sites=sites) for a in args))
    assert result.exit_code == 2


# --- profile, companies, pair, serve ------------------------------------------------------------------------


def test_profile_by_the_command_line(tmp_path: Path, profile_file: Path) -> None:
    assert visionfit("profile", "import", profile_file).exit_code == 0
    assert (
        visionfit(
            "profile", "add", "Mentor a newcomer", "--horizon", "short", "--step", "Ran a workshop", "--private"
        ).exit_code
        == 0
    )
    assert visionfit("profile", "set", "skills", "SQL", "calm").exit_code == 0
    assert visionfit("profile", "set", "role", "Nurse").exit_code == 0
    assert visionfit("profile", "remove", "a3").exit_code == 0
    exported = json.loads(visionfit("profile", "export").stdout)
    assert [a["text"] for a in exported["aspirations"]] == [
        "Lead a team of my own",
        "Keep learning new things",
        "Mentor a newcomer",
    ]
    assert exported["aspirations"][2]["steps"] == ["Ran a workshop"]
    assert exported["aspirations"][2]["private"]
    assert (exported["role"], exported["skills"], exported["schema"]) == (
        "Nurse",
        ["SQL", "calm"],
        "visionfit/profile@1",
    )
    shown = visionfit("profile", "show").stdout
    assert "Mentor a newcomer  (short, private)" in shown
    assert "role: Nurse" in shown
    assert visionfit("profile", "export", "--out", tmp_path / "copy.json").exit_code == 0
    assert json.loads((tmp_path / "copy.json").read_text()) == exported
    visionfit("profile", "set", "role")
    assert json.loads(visionfit("profile", "export").stdout)["role"] is None


def test_profile_wrong_use(tmp_path: Path) -> None:
    assert visionfit("profile", "remove", "a9").exit_code == 2
    assert visionfit("profile", "set", "shoe_size", "40").exit_code == 2
    assert visionfit("profile", "set", "role", "A", "B").exit_code == 2
    (tmp_path / "bad.json").write_text("{")
    assert "[bad_profile]" in visionfit("profile", "import", tmp_path / "bad.json").stderr
    assert visionfit("profile", "add", " ").exit_code == 2


def test_companies_are_saved_matched_anew_and_forgotten(sites: Path) -> None:
    folder = sites / "kestrel-freight"
    visionfit("profile", "add", "Lead a team of my own")
    assert visionfit("brief", folder / "people.html", folder / "purpose.html", "--save").exit_code == 0
    (listed,) = json.loads(visionfit("companies", "list", "--format", "json").stdout)
    domain = listed["domain"]
    assert domain.endswith("kestrelfreight.example")
    assert listed["pages"] == 2
    assert domain in visionfit("companies", "list").stdout
    first = brief_in(visionfit("companies", "show", domain, "--format", "json").stdout)
    assert {m.aspiration for m in first.matches} <= {"a1"}
    visionfit("profile", "add", "Work abroad, in other countries")
    second = brief_in(visionfit("companies", "show", domain, "--format", "json").stdout)
    assert "a2" in {m.aspiration for m in second.matches} | {g.aspiration for g in second.gaps}
    assert second.statements == first.statements
    assert visionfit("companies", "delete", domain).exit_code == 0
    gone = visionfit("companies", "show", domain)
    assert gone.exit_code == 1
    assert "[no_company]" in gone.stderr


def test_pair_shows_a_code_that_works(home: Path) -> None:
    result = visionfit("pair")
    code = result.stdout.removeprefix("Pairing code: ").strip()
    with Store() as store:
        assert store.pairings.pair(code, "x")
    assert (home / DATABASE).exists()


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("0.0.0.0", "[not_loopback]"),
        ("192.168.1.2", "[not_loopback]"),
        ("::", "[not_loopback]"),
        ("localhost", "[not_loopback]"),
        ("", "[not_loopback]"),
    ],
)
def test_serve_refuses_other_addresses(host: str, told: str) -> None:
    result = visionfit("serve", "--host", host)
    assert result.exit_code == 2
    assert told in result.stderr


def test_serve_is_loud_about_a_taken_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("VISIONFIT_PORT", str(port))
        result = visionfit("serve")
    assert result.exit_code == 1
    assert f"Port {port} is taken by another program. [port_taken]" in result.stderr
    assert "Pairing code" not in result.stdout


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "٣", "1e3"])
def test_serve_refuses_what_is_no_port(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("VISIONFIT_PORT", port)
    result = visionfit("serve")
    assert result.exit_code == 2
    assert "[bad_port]" in result.stderr


# --- as a program -------------------------------------------------------------------------------------------


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from helper.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('pydantic', 'flask', 'sqlalchemy', 'rich', 'nlp', 'spacy', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
    for command in ("demo", "brief", "research", "serve", "pair", "profile", "companies"):
        assert f"\n  {command} " in run.stdout


def test_what_a_command_keeps_is_seldom_looked_through() -> None:
    code = (
        "import atexit, gc\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0, gc.get_threshold()[0]))\n"
        "from helper.cli import main\nmain(['demo', '--help'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "True 10000"


def test_as_a_program(sites: Path, tmp_path: Path) -> None:
    args = [sys.executable, "-m", "helper", "brief", "-", "--url", "https://plumb.example/", "--format", "json"]
    html = (sites / "plumb-and-sons" / "home.html").read_bytes()
    run = subprocess.run(
        args, input=html, capture_output=True, env={**os.environ, "VISIONFIT_HOME": str(tmp_path / "h")}, check=False
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert json.loads(run.stdout)["schema"] == "visionfit/brief@1"


def test_a_bug_is_told_without_a_trace(monkeypatch: pytest.MonkeyPatch, sites: Path) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("helper.briefing.make_brief", broken)
    page = sites / "orrin-labs" / "company.html"
    result = visionfit("brief", page)
    assert result.exit_code == 1
    assert "[internal]" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("VISIONFIT_DEBUG", "1")
    assert isinstance(visionfit("brief", page).exception, ZeroDivisionError)


def test_models_that_are_absent_are_told(
    monkeypatch: pytest.MonkeyPatch, sites: Path, real_models: Callable[[], None]
) -> None:
    from nlp.models import ModelError

    def absent(*_: object, **__: object) -> None:
        raise ModelError("the sentence embedder is not installed")

    monkeypatch.setattr("nlp.brief.read", absent)
    result = visionfit("brief", sites / "orrin-labs" / "company.html")
    assert result.exit_code == 1
    assert "[models_failed]" in result.stderr


def test_without_aspirations_the_way_to_some_is_told_on_stderr(sites: Path, profile_file: Path) -> None:
    page = sites / "orrin-labs" / "company.html"
    assert "visionfit profile add" in visionfit("brief", page).stderr
    assert visionfit("brief", page, "--profile", profile_file).stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_output_that_is_full_is_told_without_a_trace(sites: Path, tmp_path: Path) -> None:
    args = [sys.executable, "-m", "helper", "brief", sites / "orrin-labs" / "company.html", "--format", "json"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            args, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "VISIONFIT_HOME": str(tmp_path / "h")},
        )  # fmt: skip
    assert run.returncode == 1
    assert "The output cannot be written (No space left on device). [no_output]" in run.stderr
    assert "Traceback" not in run.stderr
