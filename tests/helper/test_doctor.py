"""`visionfit doctor`: each fault found, each with its mend, and an exit status that says all."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from helper.cli import main
from helper.errors import Problem
from helper.native import install as registration
from helper.native.browsers import BROWSERS
from helper.settings import DATABASE
from helper.store import Store
from helper.store.renew import keep_aside
from tests.helper.conftest import Served, free_port


@pytest.fixture(autouse=True)
def healthy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody with a home folder, a free port, and models that are there."""
    person = tmp_path / "person"
    (person / ".mozilla").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("VISIONFIT_PORT", str(free_port()))
    monkeypatch.setattr("helper.briefing.load_models", lambda: None)
    return person


def examined() -> tuple[int, dict[str, list[dict[str, Any]]]]:
    result = CliRunner().invoke(main, ["doctor", "--json"])
    told = json.loads(result.stdout)
    assert told["well"] == (result.exit_code == 0)
    by_name: dict[str, list[dict[str, Any]]] = {}
    for check in told["checks"]:
        assert check["text"]
        assert bool(check["mend"]) == (check["state"] != "ok"), check
        by_name.setdefault(check["name"], []).append(check)
    return result.exit_code, by_name


def only(name: str) -> dict[str, Any]:
    (check,) = examined()[1][name]
    return check


def in_text() -> Result:
    return CliRunner().invoke(main, ["doctor"])


def test_all_well(store: Store) -> None:
    registration.install(BROWSERS["firefox"])
    store.pairings.grant("a test")
    exit_status, checks = examined()
    assert exit_status == 0
    assert {c["state"] for group in checks.values() for c in group} == {"ok"}
    assert {"python", "models", "folder", "store", "port", "pairing", "browsers", "native host", "extension"} == set(checks)
    assert in_text().exit_code == 0


def test_before_anything_was_done() -> None:
    exit_status, checks = examined()
    assert exit_status == 0
    assert checks["pairing"][0]["state"] == "note"
    assert "visionfit install" in checks["native host"][0]["mend"]
    assert "store" not in checks


def test_models_that_are_not_the_right_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    def altered() -> None:
        raise Problem("models_failed", "The model is not the one expected.", "Install again.", status=503)

    monkeypatch.setattr("helper.briefing.load_models", altered)
    exit_status, checks = examined()
    assert exit_status == 1
    assert checks["models"][0] == {
        "name": "models", "state": "bad", "text": "The model is not the one expected.", "mend": "Install again.",
    }  # fmt: skip
    text = in_text()
    assert text.exit_code == 1
    assert "BAD   models" in text.stdout
    assert "Install again." in text.stdout


def test_an_altered_model_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from helper import briefing
    from nlp.models import ModelError

    def verify() -> None:
        with briefing.core_errors():
            raise ModelError("the model file x is not the one expected (its sha256 differs)")

    monkeypatch.setattr("helper.briefing.load_models", verify)
    assert "sha256" in only("models")["text"]


def test_loose_modes(store: Store, home: Path) -> None:
    home.chmod(0o755)
    check = only("folder")
    assert check["state"] == "bad"
    assert check["mend"] == f"chmod go= {home}"
    home.chmod(0o700)
    (home / f"{DATABASE}-wal").chmod(0o644)
    assert "-wal" in only("folder")["text"]


def test_a_damaged_store(home: Path) -> None:
    home.mkdir(mode=0o700)
    (home / DATABASE).touch(0o600)
    (home / DATABASE).write_bytes(b"not a database at all" * 500)
    exit_status, checks = examined()
    assert exit_status == 1
    assert "visionfit restore" in checks["store"][0]["mend"]


def test_a_store_that_was_kept_aside(home: Path) -> None:
    Store().close()
    aside = keep_aside(home)
    check = only("copies")
    assert check["state"] == "note"
    assert str(aside) in check["text"]


def test_another_program_on_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.presence.SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("VISIONFIT_PORT", str(other.getsockname()[1]))
        assert only("port")["state"] == "bad"


def test_a_port_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISIONFIT_PORT", "many")
    assert only("port")["state"] == "bad"


def test_a_running_helper(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISIONFIT_PORT", str(served.port))
    assert "runs on port" in only("port")["text"]
    monkeypatch.setattr("helper.doctor.machine.version", lambda: "9.9.9")
    assert "version 0" in only("port")["text"]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lambda manifest, launcher: manifest.write_text("{"), "cannot be read"),
        (lambda manifest, launcher: launcher.unlink(), "is not there"),
        (lambda manifest, launcher: launcher.chmod(0o600), "cannot be run"),
        (lambda manifest, launcher: launcher.write_text("#!/bin/sh\nexec /gone/python -m helper\n"), "/gone/python, is gone"),
        (lambda manifest, launcher: manifest.write_text('{"path": "/elsewhere/firefox"}'), "another installation"),
    ],
)
def test_a_registration_that_does_not_work(fault: Any, told: str) -> None:
    browser = BROWSERS["firefox"]
    registration.install(browser)
    fault(registration.manifest_path(browser), registration.launcher_path(browser))
    check = only("native host")
    assert check["state"] == "bad"
    assert told in check["text"]
    assert "visionfit install --browser firefox" in check["mend"]


def test_an_extension_of_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.doctor.browsers.version", lambda: "9.9.9")
    assert only("extension")["state"] == "bad"


def test_a_check_that_fails_by_itself_does_not_end_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.doctor.browsers.found", lambda: 1 / 0)
    exit_status, checks = examined()
    assert exit_status == 1
    assert "ZeroDivisionError" in checks["browsers"][0]["text"]
    assert "extension" in checks
