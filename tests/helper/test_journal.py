"""The privacy log: what is written down, how long it is kept, who can see it, and the main job with no network at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from helper.cli import main
from helper.store import Store
from helper.store.journal import Entry


def test_entries_come_back_newest_first(store: Store) -> None:
    store.journal.record("fetched", "https://a.example/robots.txt", "robots.txt", 12)
    store.journal.record("refused", "http://10.0.0.1/", "private_address")
    entries = store.journal.newest()
    assert [(e.kind, e.url, e.reason, e.bytes) for e in entries] == [
        ("refused", "http://10.0.0.1/", "private_address", 0),
        ("fetched", "https://a.example/robots.txt", "robots.txt", 12),
    ]
    assert len(store.journal.newest(1)) == 1


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://me:secret@a.example:8080/x?q=1#part", "https://a.example:8080/x?q=1"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("https://[broken", "https://[broken"),
        ("", ""),
    ],
)
def test_an_address_is_kept_without_its_secrets(store: Store, url: str, kept: str) -> None:
    store.journal.record("fetched", url, "x")
    assert store.journal.newest()[0].url == kept


def test_only_the_newest_entries_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.store.journal.MOST_ENTRIES", 10)
    store.journal.record_all(Entry("fetched", f"https://a.example/{n}", "x") for n in range(25))
    store.journal.record("fetched", "https://a.example/last", "x")
    urls = [entry.url for entry in store.journal.newest(100)]
    assert len(urls) == 10
    assert urls[:2] == ["https://a.example/last", "https://a.example/24"]


def test_a_forgotten_company_s_entries_go_with_it(store: Store) -> None:
    from helper.store.companies import SavedBrief
    from tests.helper import samples

    store.companies.save(samples.reading(), "a" * 64, SavedBrief(samples.brief(), None, "core", "2025-03-01T10:00:00Z"))
    for host in ("larkhill.example", "jobs.larkhill.example", "notlarkhill.example", "other.example"):
        store.journal.record("fetched", f"https://{host}/", "x")
    store.forget("larkhill.example")
    assert [e.url for e in store.journal.newest()] == ["https://other.example/", "https://notlarkhill.example/"]


def test_pages_that_come_in_are_written_down(client: FlaskClient, store: Store) -> None:
    page = {"url": "https://a.example/about", "html": ""}
    client.post("/v1/briefs", json={"pages": [page]})
    answer = client.get("/v1/log?limit=5").get_json()
    assert [(e["kind"], e["url"], e["bytes"]) for e in answer["entries"]] == [("received", page["url"], 0)]
    assert client.get("/v1/log?limit=0").status_code == 422


def test_on_the_command_line(store: Store) -> None:
    runner = CliRunner()
    nothing = runner.invoke(main, ["log"])
    assert nothing.stdout == ""
    assert "Nothing" in nothing.stderr
    store.journal.record("fetched", "https://a.example/\x1b[2J", "about page", 1500)
    assert "went out" in runner.invoke(main, ["log"]).stdout
    assert "\x1b" not in runner.invoke(main, ["log"]).stdout
    (entry,) = json.loads(runner.invoke(main, ["log", "--json"]).stdout)
    assert (entry["kind"], entry["bytes"]) == ("fetched", 1500)


WITHOUT_NETWORK = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the network was asked for")
for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.create_connection = refuse
from helper.cli import main
main(sys.argv[1:], prog_name="visionfit")
"""


def test_the_main_job_with_the_network_refused(home: Path, sites: Path, tmp_path: Path) -> None:
    """From pages to a saved brief, and back out of the store; and nothing of ours writes outside the data folder."""
    person = tmp_path / "person"
    person.mkdir()
    env = {**os.environ, "HOME": str(person)}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-c", WITHOUT_NETWORK, *arguments]
        ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    run("profile", "add", "Lead a team of my own")
    page = sites / "kestrel-freight" / "people.html"
    brief = json.loads(run("brief", str(page), "--save", "--format", "json"))
    domain = brief["company"]["domain"]
    assert json.loads(run("companies", "show", domain, "--format", "json")) == brief
    assert json.loads(run("log", "--json")) == []
    assert list(person.rglob("*")) == []  # no library keeps a note of us: onnxruntime's reports would begin there


def test_the_page_reader_reports_to_nobody() -> None:
    """onnxruntime sends reports of its use unless it is told not to before it is imported."""
    script = "import nlp, os, sys; assert 'onnxruntime' not in sys.modules; print(os.environ['ORT_DISABLE_TELEMETRY'])"
    env = {**os.environ, "ORT_DISABLE_TELEMETRY": "0"}
    ended = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert ended.stdout == "1\n"


