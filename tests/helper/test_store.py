"""The store: who can read it, what it keeps, how two processes share it, what it says when it can't be used."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

import helper.store
from helper.errors import Problem
from helper.settings import DATABASE
from helper.store import Store
from helper.store.companies import SavedBrief
from helper.store.migrate import HEAD
from helper.store.tables import metadata
from nlp.contract import Profile
from tests.helper import samples

MIGRATIONS = Path(helper.store.__path__[0]) / "migrations"


def saved(version: int | None = None, domain: str = "larkhill.example") -> SavedBrief:
    return SavedBrief(samples.brief(domain), version, "core-1", "2025-03-01T10:00:00Z")


def test_nobody_else_can_read_it(store: Store, home: Path) -> None:
    store.profiles.save(samples.profile())
    assert home.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in home.iterdir()} == {
        DATABASE: 0o600,
        f"{DATABASE}-wal": 0o600,
        f"{DATABASE}-shm": 0o600,
    }


def test_loose_modes_of_an_earlier_file_are_closed(home: Path) -> None:
    Store().close()
    home.chmod(0o755)
    (home / DATABASE).chmod(0o644)
    Store().close()
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / DATABASE).stat().st_mode & 0o777 == 0o600


def test_a_folder_with_other_things_in_it_keeps_its_mode(home: Path) -> None:
    home.mkdir(mode=0o755)
    (home / "letter.txt").touch()
    Store().close()
    assert home.stat().st_mode & 0o777 == 0o755
    assert (home / DATABASE).stat().st_mode & 0o777 == 0o600


def test_profile_versions(store: Store) -> None:
    assert store.profiles.current() is None
    first = store.profiles.save(samples.profile())
    assert store.profiles.save(samples.profile()) == first  # nothing changed
    changed = samples.profile().model_copy(update={"role": "Head of calibration"})
    assert store.profiles.save(changed) > first
    current = store.profiles.current()
    assert current
    assert current.profile == changed


def test_a_newer_version_s_fields_survive(store: Store) -> None:
    told = Profile.model_validate({"aspirations": [{"text": "Lead", "colour": "blue"}], "pronouns": "they"})
    store.profiles.save(told)
    current = store.profiles.current()
    assert current
    assert current.profile.model_dump() == told.model_dump()


def test_a_company_is_kept_and_replaced_and_forgotten(store: Store) -> None:
    version = store.profiles.save(samples.profile())
    store.companies.save(samples.reading(), "a" * 64, saved(version))
    assert store.companies.brief("larkhill.example") == saved(version)
    assert store.companies.reading("larkhill.example") == samples.reading()
    assert store.companies.reading_of_pages("a" * 64, "core-1") == samples.reading()
    assert store.companies.reading_of_pages("a" * 64, "core-2") is None

    store.companies.save(samples.reading(), "b" * 64, saved(version))
    assert store.companies.reading_of_pages("a" * 64, "core-1") is None  # the page has changed: nothing old stays
    assert len(store.companies.all()) == 1

    assert store.companies.delete("larkhill.example")
    assert not store.companies.delete("larkhill.example")
    assert store.companies.reading("larkhill.example") is None
    assert store.companies.reading_of_pages("b" * 64, "core-1") is None


def test_a_brief_of_a_forgotten_company_is_not_brought_back(store: Store) -> None:
    store.companies.save(samples.reading(), "a" * 64, saved())
    store.companies.delete("larkhill.example")
    store.companies.save_brief(saved())
    assert store.companies.all() == []


def test_a_failed_write_leaves_nothing_behind(store: Store) -> None:
    store.companies.save(samples.reading(), "a" * 64, saved())
    with pytest.raises(Problem):
        store.companies.save(samples.reading(), "b" * 64, saved(version=999))  # no such profile: a foreign key
    assert store.companies.reading_of_pages("a" * 64, "core-1") == samples.reading()


def test_migrations_make_the_tables_of_the_code(store: Store) -> None:
    with store.database.reading() as connection:
        made = inspect(connection)
        for table in metadata.sorted_tables:
            assert {c["name"]: bool(c["nullable"]) for c in made.get_columns(table.name)} == {
                c.name: bool(c.nullable) for c in table.columns
            }
            assert len(made.get_foreign_keys(table.name)) == len(table.foreign_keys)


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_wal_and_foreign_keys_are_on(store: Store) -> None:
    with store.database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


WRITER = """
from helper.store import Store
from nlp.contract import Profile
with Store() as store:
    for number in range(6):
        store.profiles.save(Profile(role=f"{name} {number}"))
"""


def test_two_processes_at_once_from_the_first_start(home: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", f"name = {name!r}\n{WRITER}"]) for name in ("one", "two", "three")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    with Store() as store, store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM profiles").scalar() == 18


def test_a_reader_does_not_wait_for_a_writer(store: Store) -> None:
    store.profiles.save(samples.profile())
    with store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM profiles")
        current = store.profiles.current()
    assert current
    assert current.profile == samples.profile()
    assert store.profiles.current() is None


def test_a_locked_store_is_told(store: Store, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr("helper.store.database.LOCK_SECONDS", 0.05)
    with Store() as impatient:
        other = sqlite3.connect(home / DATABASE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Problem) as raised:
            impatient.profiles.save(samples.profile())
        other.close()
    assert (raised.value.code, raised.value.status) == ("store_busy", 503)


def test_a_file_that_is_no_store_is_told_and_kept(home: Path) -> None:
    home.mkdir()
    (home / DATABASE).write_bytes(b"not a database at all, not at all" * 100)
    with pytest.raises(Problem) as raised:
        Store()
    assert raised.value.code == "store_broken"
    assert (home / DATABASE).read_bytes().startswith(b"not a database")


def test_a_store_of_a_newer_version_is_told_and_kept(home: Path) -> None:
    with Store() as store:
        store.profiles.save(samples.profile())
        with store.database.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Problem) as raised:
        Store()
    assert raised.value.code == "store_newer"
    with sqlite3.connect(home / DATABASE) as connection:
        assert connection.execute("SELECT count(*) FROM profiles").fetchone() == (1,)
    connection.close()
