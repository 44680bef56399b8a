"""Backup and restore, export and import, and forgetting that leaves no byte behind."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from helper.api.logs import log_file
from helper.cli import main
from helper.errors import Problem
from helper.settings import DATABASE
from helper.store import Store, archive
from helper.store.backup import back_up, restore
from helper.store.companies import SavedBrief
from helper.store.renew import keep_aside
from tests.helper import samples

LARK, KITE = "larkhill.example", "kite.example"


def fill(store: Store) -> None:
    version = store.profiles.save(samples.profile())
    for number, domain in enumerate((LARK, KITE)):
        brief, reading = (
            type(made).model_validate_json(made.model_dump_json(by_alias=True).replace(LARK, domain))
            for made in (samples.brief(domain), samples.reading(domain))
        )
        store.companies.save(reading, str(number) * 64, SavedBrief(brief, version, "core-1", "2025-03-01T10:00:00Z"))
        store.journal.record("received", f"https://www.{domain}/about", "read", 100)
    store.pairings.grant("Firefox on linux")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def content(folder: Path) -> dict[str, Any]:
    with Store(folder) as store:
        return dict(archive.export(store)["tables"])


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


# --- backup and restore


def test_backup_and_restore(store: Store, home: Path, tmp_path: Path) -> None:
    fill(store)
    before = content(home)
    file = tmp_path / "all.backup"
    assert run("backup", str(file)).stdout == f"{file}\n"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.glob("all*")] == ["all.backup"]  # one file, whole
    store.forget_all()
    store.profiles.save(samples.profile().model_copy(update={"role": "Somebody else"}))

    done = run("restore", str(file))
    assert done.exit_code == 0
    assert content(home) == before
    current = store.profiles.current()  # a helper that was running all the time sees it
    assert current
    assert current.profile == samples.profile()
    assert len(store.pairings.all()) == 1
    (replaced,) = home.glob(f"{DATABASE}.replaced-*")
    assert str(replaced) in done.stderr
    assert run("restore", str(replaced)).exit_code == 0
    current = store.profiles.current()
    assert current
    assert current.profile.role == "Somebody else"


def test_a_backup_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "there"
    file.write_text("mine")
    refused = run("backup", str(file))
    assert refused.exit_code == 1
    assert "[file_exists]" in refused.stderr
    assert file.read_text() == "mine"
    assert "[no_output]" in run("backup", str(tmp_path / "no" / "folder")).stderr


def test_a_backup_of_an_earlier_form_is_brought_to_this_one(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "old"
    with Store(tmp_path / "other") as other:
        fill(other)
        back_up(other, file)
    with sqlite3.connect(file) as connection:  # as version 0.1.0 had it
        for table in ("journal", "preparations", "answers", "drafts", "reviews", "figures"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE pairings DROP COLUMN origin")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()
    assert restore(home, file) is None
    assert len(content(home)["briefs"]) == 2


@pytest.mark.parametrize("data", [b"", b"nonsense" * 1000, b"SQLite format 3\x00" + b"x" * 5000])
def test_what_is_no_backup_is_not_restored(store: Store, home: Path, tmp_path: Path, data: bytes) -> None:
    fill(store)
    before = content(home)
    file = tmp_path / "file"
    file.write_bytes(data)
    refused = run("restore", str(file))
    assert refused.exit_code == 1
    assert "[bad_backup]" in refused.stderr
    assert content(home) == before


# --- export and import


@pytest.mark.parametrize("name", ["all.json", "all.zip"])
def test_export_and_import(store: Store, home: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    before = content(home)
    file = tmp_path / name
    assert run("export", str(file)).stdout == f"{file}\n"
    assert file.stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("VISIONFIT_HOME", str(tmp_path / "elsewhere"))
    done = run("import", str(file))
    assert done.exit_code == 0
    assert "briefs: 2" in done.stdout
    assert content(tmp_path / "elsewhere") == before


def test_an_export_holds_no_token(store: Store, tmp_path: Path) -> None:
    fill(store)
    text = run("export", "-").stdout
    assert "pairings" not in text
    assert json.loads(text)["tables"]["profiles"][0]["json"]["role"] == "Calibration technician"


def test_import_does_not_replace_unless_told(store: Store, home: Path, tmp_path: Path) -> None:
    fill(store)
    file = tmp_path / "all.json"
    run("export", str(file))
    store.companies.delete(KITE)
    assert "[store_not_empty]" in run("import", str(file)).stderr
    assert len(content(home)["briefs"]) == 1
    done = run("import", str(file), "--replace")
    assert done.exit_code == 0
    assert len(content(home)["briefs"]) == 2
    assert len(store.pairings.all()) == 1  # the browser stays paired
    assert list(home.glob(f"{DATABASE}.replaced-*"))


def broken(document: dict[str, Any], how: str) -> Any:
    tables = document["tables"]
    match how:
        case "schema":
            document["schema"] = "visionfit/export@99"
        case "table":
            tables["pairings"] = [{"id": 1}]
        case "rows":
            tables["briefs"] = {"a": 1}
        case "column":
            tables["briefs"][0]["more"] = 1
        case "kind":
            tables["briefs"][0]["domain"] = 5
        case "document":
            tables["profiles"][0]["json"] = {"aspirations": 5}
        case "reference":
            tables["readings"] = []
        case "list":
            return [document]
    return document


@pytest.mark.parametrize("how", ["schema", "table", "rows", "column", "kind", "document", "reference", "list"])
def test_a_file_that_is_no_export_changes_nothing(store: Store, home: Path, tmp_path: Path, how: str) -> None:
    fill(store)
    document = json.loads(run("export", "-").stdout)
    before = content(home)
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(broken(document, how)))
    refused = run("import", str(file), "--replace")
    assert refused.exit_code == 1
    assert "[internal]" not in refused.stderr
    assert content(home) == before


@pytest.mark.parametrize("data", [b"", b"{", b"PK\x03\x04nonsense", b"\xff" * 100, b"[" * 100_000])
def test_nonsense_is_no_export(data: bytes) -> None:
    with pytest.raises(Problem) as raised:
        archive.parse(data)
    assert raised.value.code == "bad_export"


def test_a_zip_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(archive.INSIDE, " " * 100_000)
    with pytest.raises(Problem, match="too large"):
        archive.parse(file.read_bytes())


# --- forgetting


def test_a_forgotten_company_leaves_no_byte(store: Store, home: Path) -> None:
    fill(store)
    for cache in ("http-cache.db", "readings.db"):
        (home / cache).write_bytes(LARK.encode())
    assert LARK.encode() in on_disk(home)
    done = run("forget", LARK, "--yes")
    assert done.exit_code == 0
    kept = on_disk(home)
    assert LARK.encode() not in kept
    assert KITE.encode() in kept
    assert len(store.companies.all()) == 1  # the helper that has the store open goes on
    assert "[no_company]" in run("forget", LARK, "--yes").stderr


def test_a_company_that_was_read_and_not_saved_is_forgotten_too(store: Store, home: Path) -> None:
    store.journal.record("fetched", "https://www.wren.example/about", "page", 1000)
    (home / "http-cache.db").write_bytes(b"wren.example")
    assert run("forget", "wren.example", "--yes").exit_code == 0
    assert b"wren.example" not in on_disk(home)
    assert "[no_company]" in run("forget", "wren.example", "--yes").stderr


def test_a_company_deleted_by_the_browser_leaves_no_byte(client: FlaskClient, store: Store, home: Path) -> None:
    fill(store)
    assert client.delete(f"/v1/briefs/{LARK}").status_code == 204
    assert LARK.encode() not in on_disk(home)
    assert client.delete(f"/v1/briefs/{LARK}").status_code == 404


def test_everything_forgotten_leaves_no_byte(store: Store, home: Path) -> None:
    fill(store)
    run("restore", str(_backup(store, home.parent / "b")))  # leaves a copy of what was there
    log_file(home).parent.mkdir()
    log_file(home).write_text(LARK)
    for cache in ("http-cache.db", "readings.db"):
        (home / cache).write_bytes(LARK.encode())
    done = run("forget", "--all", "--yes")
    assert done.exit_code == 0
    kept = on_disk(home)
    for secret in (LARK, KITE, "Calibration technician", "Lead a team of my own", "Firefox on linux"):
        assert secret.encode() not in kept
    assert store.profiles.current() is None
    assert store.pairings.all() == []


def _backup(store: Store, path: Path) -> Path:
    back_up(store, path)
    return path


def test_copies_that_may_hold_it_are_named(store: Store, home: Path) -> None:
    fill(store)
    store.close()
    aside = keep_aside(home)
    with Store() as fresh:
        fill(fresh)
    assert str(aside) in run("forget", LARK, "--yes").stderr
    assert run("forget", "--all", "--yes").exit_code == 0
    assert not aside.exists()


def test_forgetting_asks_first(store: Store) -> None:
    fill(store)
    assert CliRunner().invoke(main, ["forget", "--all"], input="n\n").exit_code == 1
    assert len(store.companies.all()) == 2
    assert run("forget").exit_code == 2
    assert run("forget", LARK, "--all").exit_code == 2
