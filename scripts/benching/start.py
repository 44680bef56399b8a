"""What starting costs: commands in fresh processes, as a new shell runs them once Python has compiled what it imports.

Python does so at the first start (or pip, when it installs), and it takes a second more.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {"visionfit --help": ["--help"], "visionfit demo": ["demo"]}


@dataclass(frozen=True, slots=True)
class Start:
    command: str
    seconds: float
    cpu: float
    megabytes: float


def starts(rounds: int) -> list[Start]:
    """Medians of each command over the rounds."""
    with tempfile.TemporaryDirectory() as compiled:
        return [_measured(name, arguments, rounds, compiled) for name, arguments in COMMANDS.items()]


def _measured(name: str, arguments: Sequence[str], rounds: int, compiled: str) -> Start:
    _, *runs = [_once(arguments, compiled) for _ in range(rounds + 1)]
    seconds, cpu, megabytes = (statistics.median(values) for values in zip(*runs, strict=True))
    return Start(name, seconds, cpu, megabytes)


def _once(arguments: Sequence[str], compiled: str) -> tuple[float, float, float]:
    """Wall seconds, processor seconds, peak megabytes."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "VISIONFIT_HOME": home,
                       "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}  # fmt: skip
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "helper", *arguments], env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"visionfit {' '.join(arguments)} failed")
    return seconds, used.ru_utime + used.ru_stime, _megabytes(used)


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / 1024
