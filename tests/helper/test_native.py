"""The native-messaging host: where it is registered, whom it answers, what it says, and the helper it starts."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

import helper
from helper.cli import main
from helper.errors import Problem
from helper.native import CHROMIUM_ID, FIREFOX_ID, NAME
from helper.native import install as registration
from helper.native.browsers import BROWSERS, host_folder
from helper.native.host import caller, converse
from helper.presence import look
from helper.store import Store
from tests.helper.conftest import free_port

EXTENSION = Path(helper.__path__[0]).parent / "extension"
ORIGIN = f"chrome-extension://{CHROMIUM_ID}/"


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of somebody."""
    folder = tmp_path / "person"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return folder


def test_the_ids_are_those_of_the_extension() -> None:
    manifest = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256(base64.b64decode(manifest["key"])).hexdigest()[:32]
    assert "".join(chr(ord("a") + int(digit, 16)) for digit in digest) == CHROMIUM_ID
    assert manifest["browser_specific_settings"]["gecko"]["id"] == FIREFOX_ID
    assert "nativeMessaging" in manifest["permissions"]
    assert NAME in (EXTENSION / "background" / "native.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("platform", "name", "folder"),
    [
        ("linux", "chromium", ".config/chromium/NativeMessagingHosts"),
        ("linux", "chrome", ".config/google-chrome/NativeMessagingHosts"),
        ("linux", "edge", ".config/microsoft-edge/NativeMessagingHosts"),
        ("linux", "brave", ".config/BraveSoftware/Brave-Browser/NativeMessagingHosts"),
        ("linux", "firefox", ".mozilla/native-messaging-hosts"),
        ("darwin", "chrome", "Library/Application Support/Google/Chrome/NativeMessagingHosts"),
        ("darwin", "chromium", "Library/Application Support/Chromium/NativeMessagingHosts"),
        ("darwin", "edge", "Library/Application Support/Microsoft Edge/NativeMessagingHosts"),
        ("darwin", "brave", "Library/Application Support/BraveSoftware/Brave-Browser/NativeMessagingHosts"),
        ("darwin", "firefox", "Library/Application Support/Mozilla/NativeMessagingHosts"),
    ],
)
def test_where_browsers_look(person: Path, platform: str, name: str, folder: str) -> None:
    browser = BROWSERS[name]
    assert host_folder(browser, platform) == person / folder
    path = registration.install(browser, platform=platform)
    assert path == person / folder / f"{NAME}.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["type"]) == (NAME, "stdio")
    if name == "firefox":
        assert manifest["allowed_extensions"] == [FIREFOX_ID]
    else:
        assert manifest["allowed_origins"] == [ORIGIN]
    assert registration.uninstall(browser, platform)
    assert not path.exists()
    assert not Path(manifest["path"]).exists()
    assert not registration.uninstall(browser, platform)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("chrome", r"Software\Google\Chrome\NativeMessagingHosts"),
        ("chromium", r"Software\Chromium\NativeMessagingHosts"),
        ("edge", r"Software\Microsoft\Edge\NativeMessagingHosts"),
        ("brave", r"Software\BraveSoftware\Brave-Browser\NativeMessagingHosts"),
        ("firefox", r"Software\Mozilla\NativeMessagingHosts"),
    ],
)
def test_windows_registry(person: Path, monkeypatch: pytest.MonkeyPatch, name: str, key: str) -> None:
    kept: dict[str, str] = {}

    class Key:
        def __init__(self, _: object, path: str) -> None:
            self.path = path

        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    def delete(_: object, path: str) -> None:
        if path not in kept:
            raise FileNotFoundError(path)
        del kept[path]

    fake = SimpleNamespace(
        HKEY_CURRENT_USER=0,
        REG_SZ=1,
        CreateKeyEx=Key,
        SetValueEx=lambda opened, _name, _zero, _kind, value: kept.update({opened.path: value}),
        DeleteKey=delete,
    )
    monkeypatch.setitem(sys.modules, "winreg", fake)
    browser = BROWSERS[name]
    path = registration.install(browser, platform="win32")
    assert kept == {rf"{key}\{NAME}": str(path)}
    launcher = Path(json.loads(path.read_text(encoding="utf-8"))["path"])
    assert launcher.suffix == ".bat"
    assert f'"{sys.executable}" "-P" "-m" "helper" "native-host"' in launcher.read_text(encoding="utf-8")
    assert registration.uninstall(browser, "win32")
    assert not registration.uninstall(browser, "win32")
    assert kept == {}


def test_install_finds_the_browsers_there_are(person: Path) -> None:
    runner = CliRunner()
    none = runner.invoke(main, ["install"])
    assert (none.exit_code, none.stdout) == (1, "")
    assert "[no_browser]" in none.stderr
    (person / ".mozilla").mkdir()
    (person / ".config" / "BraveSoftware" / "Brave-Browser").mkdir(parents=True)
    done = runner.invoke(main, ["install"])
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["Brave", "Firefox"]
    back = runner.invoke(main, ["install", "--uninstall"])
    assert back.stdout == "Brave: taken back\nFirefox: taken back\n"
    assert not list(person.rglob(f"{NAME}.json"))


def test_another_id_may_be_let_in(person: Path) -> None:
    other = "a" * 32
    runner = CliRunner()
    assert runner.invoke(main, ["install", "--browser", "chrome", "--extension-id", other]).exit_code == 0
    manifest = json.loads((host_folder(BROWSERS["chrome"]) / f"{NAME}.json").read_text(encoding="utf-8"))
    assert manifest["allowed_origins"] == [ORIGIN, f"chrome-extension://{other}/"]
    assert f"--allow={other}" in Path(manifest["path"]).read_text(encoding="utf-8")
    assert runner.invoke(main, ["install", "--extension-id", "*"]).exit_code == 2


def test_files_are_the_user_s_alone(person: Path) -> None:
    path = registration.install(BROWSERS["firefox"])
    launcher = Path(json.loads(path.read_text(encoding="utf-8"))["path"])
    assert path.stat().st_mode & 0o777 == 0o600
    assert launcher.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("arguments", "origin"),
    [
        ([ORIGIN], ORIGIN.rstrip("/")),
        ([ORIGIN, "--parent-window=0"], ORIGIN.rstrip("/")),
        (["/a/manifest.json", FIREFOX_ID], None),
    ],
)
def test_callers_that_are_let_in(arguments: Sequence[str], origin: str | None) -> None:
    assert caller(arguments) == origin


@pytest.mark.parametrize(
    "arguments",
    [[], ["chrome-extension://" + "a" * 32 + "/"], ["/a/manifest.json", "other@example"], ["https://evil.example/"],
     [f"https://evil.example/{CHROMIUM_ID}"], [ORIGIN.replace("chrome-extension", "https")]],
)  # fmt: skip
def test_callers_that_are_not(arguments: Sequence[str]) -> None:
    with pytest.raises(Problem) as raised:
        caller(arguments)
    assert raised.value.code == "wrong_origin"


def framed(*messages: bytes) -> bytes:
    return b"".join(struct.pack("=I", len(message)) + message for message in messages)


def unframed(data: bytes) -> list[Any]:
    found = []
    while data:
        (length,) = struct.unpack("=I", data[:4])
        found.append(json.loads(data[4 : 4 + length]))
        data = data[4 + length :]
    return found


def answers(incoming: bytes) -> list[Any]:
    def answer(message: dict[str, Any]) -> dict[str, Any]:
        if message.get("break"):
            raise RuntimeError("a secret inside")
        return {"heard": message}

    outgoing = io.BytesIO()
    converse(answer, io.BytesIO(incoming), outgoing)
    return unframed(outgoing.getvalue())


def test_messages_are_framed_by_their_length() -> None:
    assert answers(framed(b'{"a": 1}', '{"b": "é"}'.encode())) == [{"heard": {"a": 1}}, {"heard": {"b": "é"}}]


@pytest.mark.parametrize(
    "message", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 90_000]
)
def test_a_broken_message_is_answered_and_the_next_one_too(message: bytes) -> None:
    first, second = answers(framed(message, b'{"a": 1}'))
    assert first["error"]["code"] == "bad_json"
    assert second == {"heard": {"a": 1}}


@pytest.mark.parametrize("incoming", [b"", b"\x01", b"\xff\xff\xff\xff", b"\xff\xff\xff\xffabc", b"\x08\x00\x00\x00{}"])
def test_a_message_that_breaks_off_ends_the_talk(incoming: bytes) -> None:
    assert answers(incoming) == []


def test_a_fault_is_told_without_its_inside(capsys: pytest.CaptureFixture[str]) -> None:
    (reply,) = answers(framed(b'{"break": 1}'))
    assert reply["error"]["code"] == "internal"
    assert "secret" not in json.dumps(reply)
    assert capsys.readouterr().out == ""


# --- for real


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    number = free_port()
    monkeypatch.setenv("VISIONFIT_PORT", str(number))
    yield number
    for process in Path("/proc").glob("[0-9]*"):
        try:
            ours = f"VISIONFIT_PORT={number}\0".encode() in (process / "environ").read_bytes()
            if ours and b"\0serve\0" in (process / "cmdline").read_bytes():
                os.kill(int(process.name), signal.SIGTERM)
        except OSError:
            continue


def ask(launcher: Path, message: dict[str, Any], *arguments: str) -> Any:
    """As a browser asks: the launcher, the message, and whatever comes out on stdout."""
    ended = subprocess.run(
        [str(launcher), *arguments], input=framed(json.dumps(message).encode()), capture_output=True, timeout=60,
        cwd=Path(__file__).parent / "world",
    )  # fmt: skip
    replies = unframed(ended.stdout)
    assert len(replies) <= 1
    return replies[0] if replies else None


def test_the_helper_is_started_and_a_token_given(person: Path, home: Path, port: int) -> None:
    manifest = json.loads(registration.install(BROWSERS["chromium"]).read_text(encoding="utf-8"))
    launcher = Path(manifest["path"])
    assert ask(launcher, {"token": ""}, "chrome-extension://" + "a" * 32 + "/") is None
    assert look("127.0.0.1", port).who == "nobody"

    reply = ask(launcher, {"token": "", "client": "Chromium on linux"}, ORIGIN)
    assert (reply["port"], reply["version"]) == (port, helper.version())
    assert look("127.0.0.1", port).who == "helper"
    again = ask(launcher, {"token": reply["token"], "client": "Chromium on linux"}, ORIGIN)
    assert again == reply  # the same helper, and no second pairing
    with Store() as store:
        assert [pairing.client for pairing in store.pairings.all()] == ["Chromium on linux"]
        assert store.pairings.knows(reply["token"], ORIGIN.rstrip("/"))
        assert not store.pairings.knows(reply["token"], "chrome-extension://" + "a" * 32)


def test_a_stranger_on_the_port_is_told(person: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setattr("helper.presence.SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        monkeypatch.setenv("VISIONFIT_PORT", str(stranger.getsockname()[1]))
        from helper.native.start import connect

        with pytest.raises(Problem) as raised:
            connect({}, None)
    assert raised.value.code == "port_taken"


def test_a_helper_that_was_started_ends_itself(home: Path, port: int) -> None:
    command = [sys.executable, "-m", "helper", "serve", "--idle", "0.5"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "without a call" in err


def test_work_under_way_is_no_idleness() -> None:
    from helper.api.front import Front

    front = Front()
    seen = []

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        time.sleep(0.05)
        seen.append(front.idle_seconds())
        return []

    front.open(app)
    time.sleep(0.02)
    assert front.idle_seconds() > 0
    front({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, None)
    assert seen == [0.0]
