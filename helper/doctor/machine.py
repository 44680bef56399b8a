"""Python, the language models, the port."""
from __future__ import annotations

import platform
import sys
from collections.abc import Iterator

from helper import version
from helper.doctor.check import Check
from helper.errors import Problem

NEEDED = (3, 11)


def python() -> Iterator[Check]:
    """The Python that runs Visionfit."""
    text = f"Visionfit {version()}, Python {platform.python_version()} at {sys.executable}"
    fits = sys.version_info[:2] >= NEEDED
    yield Check("python", "ok" if fits else "bad", text, "" if fits else "Install Python 3.11.")


def models() -> Iterator[Check]:
    """The models, loaded for good: their hashes are held against those they were measured with."""
    from helper.briefing import load_models

    try:
        load_models()
    except Problem as problem:
        yield Check("models", "bad", problem.message, problem.hint)
    else:
        yield Check("models", "ok", "The language models are there, and their hashes are right.")


def port() -> Iterator[Check]:
    """Who has the helper's port."""
    from helper.presence import look, port_taken
    from helper.settings import HOST
    from helper.settings import port as configured

    try:
        number = configured()
    except Problem as problem:
        yield Check("port", "bad", problem.message, problem.hint)
        return
    there = look(HOST, number)
    if there.who == "other":
        taken = port_taken(number)
        yield Check("port", "bad", taken.message, taken.hint)
    elif there.who == "nobody":
        yield Check("port", "ok", f"Port {number} is free: the helper is not running.")
    elif there.version != version():
        yield Check("port", "bad", f"On port {number} runs a helper of version {there.version}, not {version()}.",
                    "End it and start it again.")
    else:
        yield Check("port", "ok", f"The helper runs on port {number}.")
