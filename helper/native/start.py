"""A running helper for a browser: the one that is there, or one that is started and ends by itself."""
from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from helper import version
from helper.errors import Problem
from helper.presence import look, port_taken
from helper.settings import HOST, data_folder, port

IDLE_SECONDS = 1800
START_SECONDS = 20.0
BREAK_AWAY = 0x01000208  # CREATE_BREAKAWAY_FROM_JOB, CREATE_NEW_PROCESS_GROUP, DETACHED_PROCESS


def connect(message: dict[str, Any], origin: str | None) -> dict[str, Any]:
    """What the extension needs: {"port", "token", "version"}. Raises Problem: port_taken, not_started."""
    number = port()
    running = ensure_running(number)
    from helper.store import Store

    client, token = (str(message.get(key) or "") for key in ("client", "token"))
    with Store() as store:
        if not (token and store.pairings.knows(token, origin)):
            token = store.pairings.grant(client[:200] or "A browser, by itself", origin)
    return {"port": number, "token": token, "version": running}


def ensure_running(number: int) -> str:
    """Start the helper unless it runs. Returns its version. Raises Problem: port_taken, not_started."""
    there = look(HOST, number)
    if there.who == "other":
        raise port_taken(number)
    if there.who == "helper":
        return there.version
    process = _start()
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        there = look(HOST, number)
        if there.who == "helper":
            return there.version
        if process.poll() is not None and look(HOST, number).who != "helper":  # it may have met another that started
            break
        time.sleep(0.05)
    raise Problem("not_started", f"The Visionfit helper {version()} could not be started.", "Run `visionfit doctor`.")


def _start() -> subprocess.Popen[bytes]:
    """A helper that outlives us: browsers end the programs they start, and on Windows those that these start."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "helper", "serve", f"--idle={IDLE_SECONDS}"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=data_folder() if data_folder().is_dir() else Path.home(),
        start_new_session=True, creationflags=BREAK_AWAY if sys.platform == "win32" else 0,
    )
