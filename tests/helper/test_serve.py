"""`visionfit serve` as a program: from its pairing code to a saved brief, and to its end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from helper.pages import load
from tests.helper.conftest import EXTENSION, free_port


@dataclass
class Helper:
    process: subprocess.Popen[str]
    port: int
    code: str
    token: str = ""

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """As the extension asks: with its Origin, and JSON said to be JSON."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Origin": EXTENSION, "Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, json.loads(text) if text else None


@pytest.fixture
def helper(tmp_path: Path) -> Iterator[Helper]:
    port = free_port()
    process = start(port)
    assert process.stdout
    first, second = process.stdout.readline(), process.stdout.readline()
    assert first.startswith("Visionfit helper ")
    code = re.fullmatch(r"Pairing code: (\d{4}-\d{4})\n", second)
    assert code
    yield Helper(process, port, code[1])
    process.kill()
    process.communicate()


def start(port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "helper", "serve"]
    env = {**os.environ, "VISIONFIT_PORT": str(port)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)


def test_from_the_code_to_a_saved_brief_to_the_end(helper: Helper, sites: Path, home: Path) -> None:
    assert helper.ask("GET", "/v1/health")[1]["service"] == "visionfit"
    status, answer = helper.ask("POST", "/v1/pairings", {"code": helper.code, "client": "Chromium on Linux"})
    assert status == 201
    helper.token = answer["token"]
    assert helper.ask("PUT", "/v1/profile", {"aspirations": [{"text": "Lead a team of my own"}]})[0] == 200
    folder = sites / "kestrel-freight"
    pages = [load(folder / name).model_dump() for name in ("purpose.html", "people.html")]
    status, brief = helper.ask("POST", "/v1/briefs", {"pages": pages})
    assert status == 200
    domain = brief["company"]["domain"]

    another = start(helper.port)
    out, err = another.communicate(timeout=60)
    assert (another.returncode, out) == (1, "")
    assert "[already_running]" in err

    run = subprocess.run(
        [sys.executable, "-m", "helper", "companies", "show", domain, "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    )  # the command line reads what the running helper has saved
    assert json.loads(run.stdout) == brief

    helper.process.send_signal(signal.SIGINT)
    helper.process.send_signal(signal.SIGTERM)  # impatience breaks nothing off
    out, err = helper.process.communicate(timeout=60)
    assert helper.process.returncode == 0
    assert "POST /v1/briefs 200" in err
    assert helper.token not in out + err
    assert helper.code not in err
    assert "Traceback" not in err
