"""A run and its journal: ended early, gone on with, tried again, refreshed; and what is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helper.cli import main
from helper.research import conduct
from helper.research.engine import InProcess, Read
from helper.research.inputs import Job
from helper.research.journal import RunJournal
from helper.research.work import Material, Outcome
from helper.store import Store
from nlp.contract import Profile
from tests.helper import samples
from tests.helper.world.cli import stub
from tests.helper.world.online import Online, online, site
from tests.helper.world.replies import FILLER, Reply, menu, page

NAMES = ("alder", "birch", "cedar", "dunlin")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Online]:
    reads(monkeypatch, stub)
    sites = []
    for name in NAMES:
        about = page("About", f"<p>Our mission is to mend {name}.</p>{FILLER}")
        sites.append(site({"/": page(name, menu(("/about", "About")) + FILLER), "/about": about}, f"{name}.example"))
    with online(monkeypatch, tmp_path, *sites) as made:
        (tmp_path / "list.txt").write_text("\n".join(f"http://{name}.example/" for name in NAMES))
        yield made


def reads(monkeypatch: pytest.MonkeyPatch, reader: Read) -> None:
    monkeypatch.setattr(conduct, "InProcess", partial(InProcess, read=reader))


def research(world: Online, *args: object) -> Result:
    base = ["research", "--out", world.folder / "out", "--jobs", "1", "--pause", "0", "--allow-private"]
    return CliRunner().invoke(main, [str(arg) for arg in (*base, *args)])


def rows(world: Online) -> dict[str, dict[str, str]]:
    with (world.folder / "out" / "companies.csv").open(newline="") as file:
        return {row["slug"].removesuffix("-example"): row for row in csv.DictReader(file)}


def statuses(world: Online) -> dict[str, str]:
    return {slug: row["status"] for slug, row in rows(world).items()}


class Interrupting:
    """Reads as `stub` does; at the third company Ctrl-C is pressed."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, material: Material, profile: Profile | None) -> Outcome:
        self.read.append(material.slug)
        if len(self.read) == 3:
            raise KeyboardInterrupt
        return stub(material, profile)


def test_ctrl_c_and_resume(world: Online, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Interrupting()
    reads(monkeypatch, reader)
    stopped = research(world, world.folder / "list.txt")
    assert stopped.exit_code == 1
    assert "Stopped. `visionfit research --resume --out" in stopped.stderr
    assert "2 of 4 companies read, 0 failed, 2 not done" in stopped.stderr
    assert sorted(statuses(world).values()) == ["not_done", "not_done", "ok", "ok"]
    asked = world.paths()
    resumed = research(world, "--resume")
    assert (resumed.exit_code, set(statuses(world).values())) == (0, {"ok"})
    assert sorted(reader.read[3:]) == sorted({f"{name}-example" for name in NAMES} - set(reader.read[:2]))
    once = [(one.host, one.path) for one in world.world.asked()]
    assert len(once) == len(set(once))
    assert world.paths()[: len(asked)] == asked
    assert rows(world)["cedar"]["mission"] == "Our mission is to mend cedar."


def test_a_run_that_is_done_is_not_done_again(world: Online) -> None:
    assert research(world, world.folder / "list.txt", "--resume").exit_code == 0  # nothing to resume: a new run
    asked = len(world.paths())
    (world.folder / "out" / "companies.csv").unlink()
    assert research(world, "--resume").exit_code == 0
    assert research(world, world.folder / "list.txt", "--resume").exit_code == 0
    assert len(world.paths()) == asked
    assert set(statuses(world).values()) == {"ok"}


def test_retry_reads_what_failed_and_nothing_else(world: Online) -> None:
    world.world.replace("birch.example", "/", Reply(b"down", 500))
    failed = research(world, world.folder / "list.txt")
    assert failed.exit_code == 1
    assert "birch-example: list.txt:2: http://birch.example/ cannot be had now (status 500). [server_error]" in failed.stderr
    assert statuses(world)["birch"] == "server_error"
    asked = len(world.paths())
    world.world.replace("birch.example", "/", page("Birch", FILLER))
    assert research(world, "--resume").exit_code == 1
    assert len(world.paths()) == asked
    assert research(world, "--retry").exit_code == 0
    assert {one.host for one in world.world.asked()[asked:]} == {"birch.example"}


def test_refresh_sees_what_has_changed(world: Online) -> None:
    research(world, world.folder / "list.txt")
    asked = len(world.paths())
    world.world.replace("alder.example", "/about", page("About", f"<p>Our mission is to mend more.</p>{FILLER}"))
    assert research(world, "--refresh").exit_code == 0
    again = world.world.asked()[asked:]
    assert all(one.conditional or one.status == 404 for one in again)
    assert [one.host for one in again if one.status == 200] == ["alder.example"]
    assert rows(world)["alder"]["mission"] == "Our mission is to mend more."


def test_another_profile_reads_all_again_without_fetching(world: Online) -> None:
    research(world, world.folder / "list.txt")
    asked = len(world.paths())
    (world.folder / "profile.json").write_text(samples.profile().model_dump_json(by_alias=True))
    told = research(world, "--resume", "--profile", world.folder / "profile.json")
    assert told.exit_code == 0
    assert "all are done again" in told.stderr
    assert len(world.paths()) == asked


def test_a_run_keeps_to_the_options_it_was_begun_with(world: Online) -> None:
    (world.folder / "profile.json").write_text(samples.profile().model_dump_json(by_alias=True))
    research(world, world.folder / "list.txt", "--pages", "1", "--format", "csv,md", "--profile", world.folder / "profile.json")
    (world.folder / "out" / "report.md").unlink()
    bare = ["research", "--out", str(world.folder / "out"), "--jobs", "1", "--resume"]
    resumed = CliRunner().invoke(main, bare)
    assert resumed.exit_code == 0
    assert "all are done again" not in resumed.stderr
    assert (world.folder / "out" / "report.md").exists()
    assert {row["pages"] for row in rows(world).values()} == {"1"}
    again = CliRunner().invoke(main, [*bare, "--pages", "2", "--pause", "0", "--allow-private"])
    assert "all are done again" in again.stderr
    assert {row["pages"] for row in rows(world).values()} == {"2"}


def test_the_same_folder_twice_at_once(world: Online) -> None:
    (world.folder / "out").mkdir()
    journal = RunJournal(world.folder / "out")
    refused = research(world, world.folder / "list.txt")
    assert "[run_in_use]" in refused.stderr
    journal.close()
    assert research(world, world.folder / "list.txt").exit_code == 0


def test_a_run_is_not_gone_on_with_for_others(world: Online) -> None:
    research(world, world.folder / "list.txt")
    refused = research(world, "http://other.example/", "--resume")
    assert (refused.exit_code, "[other_run]" in refused.stderr) == (2, True)
    assert "[no_run]" in CliRunner().invoke(main, ["research", "--resume", "--out", str(world.folder / "new")]).stderr
    assert not (world.folder / "new").exists()


def test_a_plan_that_was_cut_short_is_made_again(world: Online) -> None:
    (world.folder / "out").mkdir()
    journal = RunJournal(world.folder / "out")
    journal.start([str(world.folder / "list.txt")], "", {})

    def cut() -> Iterator[Job]:
        yield Job("alder-example", "list.txt:1", None, starts=("http://alder.example/",))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.plan(cut())
    assert (journal.exists, journal.count()) == (False, 0)
    journal.close()
    assert research(world, "--resume").exit_code == 0
    assert len(statuses(world)) == 4


def test_progress_for_programs(world: Online) -> None:
    told = [json.loads(line) for line in research(world, world.folder / "list.txt", "--json-progress").stderr.splitlines() if line[0] == "{"]
    assert [line["done"] for line in told] == [1, 2, 3, 4]
    assert told[-1] | {"slug": "", "companies_per_minute": 0} == {
        "slug": "", "status": "ok", "done": 4, "total": 4, "failed": 0, "pages": 8, "companies_per_minute": 0, "seconds_left": 0,
    }  # fmt: skip


def test_duplicates_and_rows_without_address_are_told(world: Online) -> None:
    (world.folder / "list.csv").write_text("Company,Website\nAlder,http://alder.example/\nAgain,http://www.alder.example\nNobody,\n")
    told = research(world, world.folder / "list.csv", "--format", "csv,json,md,html,parquet")
    assert told.exit_code == 1
    assert statuses(world) == {"alder": "ok", "again": "duplicate_company", "nobody": "no_address"}
    import pyarrow.parquet as pq

    table = pq.read_table(world.folder / "out" / "companies.parquet").to_pylist()
    assert [(row["slug"], row["status"]) for row in table] == [("alder", "ok"), ("again", "duplicate_company"), ("nobody", "no_address")]
    lines = (world.folder / "out" / "companies.jsonl").read_text().splitlines()
    assert [json.loads(line)["slug"] for line in lines] == ["alder", "again", "nobody"]


def test_save_keeps_briefs_beside_a_running_helper(world: Online, monkeypatch: pytest.MonkeyPatch) -> None:
    def whole(material: Material, profile: Profile | None) -> Outcome:
        domain = f"{material.slug.removesuffix('-example')}.example"
        outcome = stub(material, profile)
        return Outcome(outcome.number, outcome.row, samples.brief(domain).to_json(), samples.reading(domain).model_dump_json(), domain)

    reads(monkeypatch, whole)
    with Store() as helper:  # the running helper's
        assert research(world, world.folder / "list.txt", "--save").exit_code == 0
        assert [saved.brief.company.domain for saved in helper.companies.all()] == [f"{name}.example" for name in NAMES]
