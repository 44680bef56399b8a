"""The first moments: who is here is answered before the rest is loaded, and other calls wait for it."""

from __future__ import annotations

import json
import subprocess
import sys
from threading import Thread
from typing import Any

import pytest

from helper import version
from helper.api.front import Front
from helper.api.work import Workshop


def ask(front: Front, method: str, path: str) -> tuple[str, dict[str, str], bytes]:
    """What a WSGI application answers."""
    told: list[Any] = []
    body = b"".join(
        front({"REQUEST_METHOD": method, "PATH_INFO": path}, lambda status, headers: told.extend([status, dict(headers)]))
    )
    return told[0], told[1], body


def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    start_response("200 OK", [("X-From", "app")])
    return [environ["PATH_INFO"].encode()]


def test_health_is_answered_before_there_is_an_app() -> None:
    status, headers, body = ask(Front(), "GET", "/v1/health")
    assert status == "200 OK"
    assert headers["X-Visionfit"] == version()
    assert json.loads(body) == {"service": "visionfit", "version": version(), "models": "loading"}


def test_then_the_app_answers_it() -> None:
    front = Front()
    front.open(app)
    assert ask(front, "GET", "/v1/health")[1] == {"X-From": "app"}


def test_other_calls_wait_for_the_app() -> None:
    front = Front()
    answers: list[bytes] = []
    waiting = Thread(target=lambda: answers.append(ask(front, "GET", "/v1/profile")[2]))
    waiting.start()
    waiting.join(0.05)
    assert answers == []
    front.open(app)
    waiting.join(10)
    assert answers == [b"/v1/profile"]


def test_an_app_that_does_not_come_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.api.front.OPEN_SECONDS", 0.01)
    status, _, body = ask(Front(), "GET", "/v1/profile")
    assert status.startswith("503")
    assert json.loads(body)["error"]["code"] == "busy"


def test_what_answers_first_imports_nothing_heavy() -> None:
    """Half a second to the first answer is a matter of what is imported before it."""
    script = (
        "import sys, helper.cli.serve, helper.api.front, helper.api.server, helper.settings\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} &"
        " {'flask', 'sqlalchemy', 'pydantic', 'alembic', 'spacy', 'numpy', 'onnxruntime', 'lxml', 'nlp'}))"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_the_store_and_the_app_need_no_models() -> None:
    """Under 80 MB until the models load: nothing of theirs is imported with the API."""
    script = (
        "import sys, helper.serving\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'spacy', 'onnxruntime', 'alembic', 'readability'}))"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_loading_that_is_cut_off_by_the_end_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    def cut_off() -> None:
        made.close()
        raise RuntimeError("cannot schedule new futures after interpreter shutdown")

    made = Workshop(cut_off)
    made._load_models()
    assert caplog.records == []
    failing = Workshop(lambda: 1 / 0)  # type: ignore[arg-type, return-value]
    failing._load_models()
    assert [record.message for record in caplog.records] == ["models could not be loaded"]
