"""What goes wrong on people's machines, and what must be true afterwards: nothing lost, nothing half, all told."""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from helper.api.app import create_app
from helper.api.server import bind, running
from helper.errors import Problem
from helper.presence import look
from helper.settings import DATABASE
from helper.store import Store, migrate
from helper.store.renew import open_or_renew
from nlp.contract import Brief, Page, Profile, Reading
from nlp.models.memory import give_back
from tests.helper import samples
from tests.helper.conftest import free_port, ready_workshop

PAGES = [{"url": "https://larkhill.example/about", "html": "<html><body><p>We build instruments.</p></body></html>"}]


@pytest.fixture
def quick_core(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """A language core that answers at once, and counts how often it was asked."""
    asked: Counter[str] = Counter()

    def read(pages: list[Page], **_: object) -> Reading:
        asked["read"] += 1
        domain = pages[0].url.split("/")[2]
        return samples.reading(domain)

    def match(reading: Reading, *_: object, **__: object) -> Brief:
        asked["match"] += 1
        return samples.brief(reading.company.domain)

    monkeypatch.setattr("nlp.brief.read", read)
    monkeypatch.setattr("nlp.brief.from_reading", match)
    return asked


class Running:
    """`visionfit serve` as a process, on a port of its own."""

    def __init__(self) -> None:
        self.port = free_port()
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        env = {**os.environ, "VISIONFIT_PORT": str(self.port)}
        command = [sys.executable, "-m", "helper", "serve"]
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith("Pairing code"):
                return
        raise AssertionError(self.process.communicate()[1])

    def end(self, how: signal.Signals) -> str:
        """Ends it; gives what it said on stderr."""
        assert self.process
        self.process.send_signal(how)
        _, err = self.process.communicate(timeout=60)
        return err

    def ask(self, method: str, path: str, token: str, body: Any = None) -> tuple[int, Any]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, json.loads(text) if text else None


@pytest.fixture
def program() -> Iterator[Running]:
    made = Running()
    yield made
    if made.process and made.process.poll() is None:
        made.end(signal.SIGKILL)


# --- kill -9


def test_killed_in_the_middle_of_a_request(program: Running, home: Path) -> None:
    program.start()
    with Store() as store:
        token = store.pairings.grant("a test")
    assert program.ask("PUT", "/v1/profile", token, {"role": "Before"})[0] == 200
    body = json.dumps({"pages": PAGES})
    head = (
        f"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1:{program.port}\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", program.port), timeout=30) as connection:
        connection.sendall((head + body).encode())  # it waits for the models now
        while json.loads(subprocess_log(home)[-1])["entries"] == 0:
            time.sleep(0.02)
        program.end(signal.SIGKILL)
    program.start()
    assert program.ask("GET", "/v1/profile", token)[1]["role"] == "Before"
    assert program.ask("GET", "/v1/briefs", token) == (200, {"briefs": []})
    assert "damaged" not in program.end(signal.SIGTERM)


def subprocess_log(home: Path) -> list[str]:
    with Store(home) as store:
        return [json.dumps({"entries": len(store.journal.newest())})]


WRITER = """
import sys
from helper.store import Store
from nlp.contract import Profile
with Store() as store:
    for number in range(10_000):
        print(store.profiles.save(Profile(role=f"{number} " + "x" * 5000)), flush=True)
"""
HALF = """
import sys, time
from helper.store import Store
with Store() as store, store.database.writing() as connection:
    connection.exec_driver_sql("DELETE FROM profiles")
    print("deleted", flush=True)
    time.sleep(60)
"""


def test_killed_in_the_middle_of_writing(home: Path) -> None:
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True)
        assert writer.stdout
        promised = 0
        for line in writer.stdout:
            promised = int(line)
            if promised % 20 == 0:
                break
        writer.kill()
        rest, _ = writer.communicate()
        promised = max([promised, *map(int, re.findall(r"^\d+$", rest, re.MULTILINE))])
        with Store() as store:
            assert store.database.sound()
            current = store.profiles.current()
            assert current
            assert current.version >= promised  # what was said to be saved is saved


def test_killed_in_the_middle_of_a_transaction(store: Store) -> None:
    store.profiles.save(samples.profile())
    writer = subprocess.Popen([sys.executable, "-c", HALF], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    assert writer.stdout.readline() == "deleted\n"
    writer.kill()
    writer.communicate()
    current = store.profiles.current()
    assert current
    assert current.profile == samples.profile()
    store.profiles.save(Profile(role="after"))  # and its lock went with it


def test_an_ended_helper_leaves_no_connection_hanging(program: Running) -> None:
    """A browser keeps a connection open: it must be told that nobody answers there any more."""
    program.start()
    with socket.create_connection(("127.0.0.1", program.port), timeout=30) as connection:
        request = f"GET /v1/health HTTP/1.1\r\nHost: 127.0.0.1:{program.port}\r\n\r\n".encode()
        connection.sendall(request)
        answer = b""
        while b"}" not in answer:
            answer += connection.recv(65536)
        assert program.process
        program.process.send_signal(signal.SIGTERM)
        assert connection.recv(65536) == b""
    program.process.communicate(timeout=60)


# --- disk full


def limit_pages(store: Store, more: int) -> None:
    """Let the file grow by so many pages and no further, as a full disk does."""
    with store.database.reading() as connection:
        count = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    store.database.close()
    event.listen(
        store.database.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {count + more}")
    )


def test_disk_full(client: FlaskClient, store: Store, quick_core: Counter[str]) -> None:
    assert client.put("/v1/profile", json={"role": "Before"}).status_code == 200
    limit_pages(store, 1)
    answer = client.put("/v1/profile", json={"role": "x" * 400_000})
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (507, "disk_full")
    assert client.get("/v1/profile").get_json()["role"] == "Before"
    assert client.get("/v1/health").status_code == 200
    assert store.database.sound()


def test_a_disk_that_fails_while_writing(home: Path) -> None:
    script = (
        "import resource, sys\n"
        "from helper.errors import Problem\nfrom helper.store import Store\nfrom nlp.contract import Profile\n"
        "store = Store()\nstore.profiles.save(Profile(role='before'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try:\n    store.profiles.save(Profile(role='x' * 1_000_000))\n"
        "except Problem as problem:\n    print(problem.code, problem.status, store.profiles.current().profile.role)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout in {"disk_full 507 before\n", "disk_error 507 before\n"}


def test_a_log_that_cannot_be_written_stops_nothing(program: Running, home: Path) -> None:
    home.mkdir(mode=0o700)
    (home / "logs").write_text("a file where the folder should be")
    program.start()
    assert look("127.0.0.1", program.port).who == "helper"
    assert "no log file" in program.end(signal.SIGTERM)


# --- locked, damaged, half-migrated


def test_locked_store(client: FlaskClient, store: Store, home: Path) -> None:
    with store.database.reading():
        pass
    store.database.close()
    event.listen(store.database.engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout = 50"))
    other = sqlite3.connect(home / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = client.put("/v1/profile", json={"role": "x"})
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (503, "store_busy")
    assert answer.headers["Retry-After"] == "2"
    assert client.get("/v1/profile").status_code == 200  # reading goes on
    other.execute("ROLLBACK")
    other.close()
    assert client.put("/v1/profile", json={"role": "x"}).status_code == 200


def spoil_all(path: Path) -> None:
    path.write_bytes(b"this was a database once " * 1000)


def spoil_a_page(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(data)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10_000])


@pytest.mark.parametrize("spoil", [spoil_all, spoil_a_page, cut_off])
def test_damaged_store_is_kept_aside_and_told(spoil: Callable[[Path], None], program: Running, home: Path) -> None:
    with Store() as store:
        for number in range(50):
            store.profiles.save(Profile(role=f"{number}" * 500))
        store.database.wipe()
    for ending in ("-wal", "-shm"):
        (home / f"{DATABASE}{ending}").unlink(missing_ok=True)
    spoil(home / DATABASE)
    spoilt = (home / DATABASE).read_bytes()
    program.start()
    with Store() as store:
        token = store.pairings.grant("a test")
    assert program.ask("GET", "/v1/profile", token)[0] == 200
    err = program.end(signal.SIGTERM)
    (aside,) = (path for path in home.glob(f"{DATABASE}.broken-*") if not path.name.endswith(("-wal", "-shm")))
    assert aside.read_bytes() == spoilt
    assert str(aside) in err
    assert "visionfit restore" in err


def test_a_sound_store_is_not_set_aside(home: Path) -> None:
    with Store() as store:
        store.profiles.save(samples.profile())
    with open_or_renew() as store:
        assert store.profiles.current() is not None
    assert not list(home.glob("*broken*"))


def test_a_store_of_a_newer_version_is_not_set_aside(home: Path) -> None:
    with Store() as store, store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Problem) as raised:
        open_or_renew()
    assert raised.value.code == "store_newer"
    assert not list(home.glob("*broken*"))


FAILING = '''
"""A migration that gets half-way."""
import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("half", sa.Column("id", sa.Integer))
    op.execute("DELETE FROM profiles")
    op.execute("DROP TABLE briefs")
    raise RuntimeError("the power went out")
'''


def test_half_failed_migration(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store() as store:
        store.profiles.save(samples.profile())
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9000_failing.py").write_text(FAILING.format(head=migrate.HEAD))
    with monkeypatch.context() as newer:
        newer.setattr(migrate, "FOLDER", folder)
        newer.setattr(migrate, "HEAD", "9000")
        with pytest.raises(Problem) as raised:
            Store()
        assert raised.value.code == "migration_failed"
        assert "the power went out" in raised.value.message
    with Store() as store, store.database.reading() as connection:
        assert migrate.current_revision(connection) == migrate.HEAD
        assert connection.exec_driver_sql("SELECT count(*) FROM profiles").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM briefs").scalar() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar() == 0


# --- two at once, twice the same, a clock that jumps


def test_two_helpers_at_once(home: Path) -> None:
    env = {**os.environ, "VISIONFIT_PORT": str(free_port())}
    command = [sys.executable, "-m", "helper", "serve", "--idle", "4"]
    started = [
        subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    ended = [(process.communicate(timeout=120), process.returncode) for process in started]
    assert sorted(code for _, code in ended) == [0, 1, 1]
    for (out, err), returned in ended:
        assert ("[already_running]" in err) == (returned == 1)
        assert out.startswith("Visionfit helper") == (returned == 0)


def test_double_submit(client: FlaskClient, store: Store, quick_core: Counter[str]) -> None:
    """The same pages sent twice are read once and saved once."""
    app = client.application
    token = client.environ_base["HTTP_AUTHORIZATION"]

    def post(_: int) -> Any:
        each = app.test_client()
        each.environ_base["HTTP_AUTHORIZATION"] = token
        return each.post("/v1/briefs", json={"pages": PAGES})

    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(post, range(3)))
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({answer.data for answer in answers}) == 1
    assert quick_core["read"] == 1
    assert len(store.companies.all()) == 1


@pytest.mark.parametrize("years", [-5, 5])
def test_clock_jump(client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch, years: int) -> None:
    """A clock that is set back or forward unpairs nobody and turns no order round."""
    store.profiles.save(Profile(role="First"))
    store.journal.record("fetched", "https://a.example/1", "x")
    now = time.time() + years * 365 * 86_400
    monkeypatch.setattr(time, "time", lambda: now)
    for module in ("profiles", "journal", "pairings"):
        monkeypatch.setattr(f"helper.store.{module}.stamp", lambda: "2001-01-01T00:00:00Z", raising=False)
    assert client.put("/v1/profile", json={"role": "Second"}).status_code == 200
    assert client.get("/v1/profile").get_json()["role"] == "Second"
    store.journal.record("fetched", "https://a.example/2", "x")
    assert [entry.url[-1] for entry in store.journal.newest()] == ["2", "1"]
    assert store.pairings.pair(store.pairings.offer(), "paired after the jump")


# --- many at once, and for long


def serve(store: Store) -> Any:
    port = free_port()
    return port, running(bind(create_app(store, ready_workshop(), port), "127.0.0.1", port))


def ask(port: int, token: str, method: str, path: str, body: Any = None) -> tuple[int, Any, str | None]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection.request(method, path, json.dumps(body) if body is not None else None, headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, json.loads(text) if text else None, answer.getheader("Retry-After")


def test_fifty_parallel_requests(store: Store, token: str, quick_core: Counter[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is done or told that the helper is busy; what was done is saved; who is here is answered all the time."""
    slow = Event()
    match = samples.brief

    def slowly(reading: Reading, *_: object, **__: object) -> Brief:
        slow.wait(0.03)
        return match(reading.company.domain)

    monkeypatch.setattr("nlp.brief.from_reading", slowly)
    port, serving = serve(store)

    def one(number: int) -> tuple[str, tuple[int, Any, str | None]]:
        if number % 5 == 4:
            return "health", ask(port, token, "GET", "/v1/health")
        if number % 5 == 3:
            return "profile", ask(port, token, "PUT", "/v1/profile", {"role": f"Role {number}"})
        page = {"url": f"https://company-{number}.example/about", "html": PAGES[0]["html"]}
        return f"company-{number}.example", ask(port, token, "POST", "/v1/briefs", {"pages": [page]})

    with serving, ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(one, range(50)))
    done = {name for name, (status, _, _) in answers if status == 200}
    for name, (status, body, retry_after) in answers:
        if status != 200:
            assert (status, body["error"]["code"], retry_after) == (503, "busy", "2")
            assert name.startswith("company-")
    saved = {one.brief.company.domain for one in store.companies.all()}
    assert saved == done - {"health", "profile"}
    assert saved
    with store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM profiles").scalar() == 10


def resident() -> int:
    """What this process holds, in bytes."""
    gc.collect()
    give_back()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_soak(store: Store, token: str, quick_core: Counter[str]) -> None:
    """Many requests of all kinds leave the process, and after forgetting the file, no larger than before."""
    port, serving = serve(store)

    def work(times: int) -> None:
        for number in range(times):
            url = f"https://company-{number % 7}.example/about"
            page = {"url": url, "html": f"<p>{number % 14} {'x' * 20_000}</p>"}
            assert ask(port, token, "POST", "/v1/briefs", {"pages": [page]})[0] == 200
            assert ask(port, token, "GET", "/v1/briefs")[0] == 200
            assert ask(port, token, "PUT", "/v1/profile", {"role": f"Role {number % 3}"})[0] == 200
            assert ask(port, token, "GET", "/v1/nothing")[0] == 404
            assert ask(port, "wrong" * 6, "GET", "/v1/profile")[0] == 401
            assert ask(port, token, "PUT", "/v1/profile", [number])[0] == 400

    with serving:
        work(30)
        before = resident()
        work(80)
        grown = resident() - before
    assert grown < 6_000_000, f"{grown / 1e6:.1f} MB more after 480 requests"
