"""Where things are: the data folder and the helper's address. Environment variables override the defaults."""
from __future__ import annotations

import os
from pathlib import Path

from helper.errors import WRONG_USE, Problem

HOST = "127.0.0.1"  # never another: the Host allow-list and the extension's permission name this one
DEFAULT_PORT = 38427
DATABASE = "visionfit.db"


def data_folder() -> Path:
    """The folder that holds everything saved: VISIONFIT_HOME, or the platform's own place for user data."""
    override = os.environ.get("VISIONFIT_HOME")
    if override:
        return Path(override).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("visionfit", appauthor=False)


def port() -> int:
    """The helper's port: VISIONFIT_PORT, or 38427. Raises Problem(bad_port)."""
    text = os.environ.get("VISIONFIT_PORT") or str(DEFAULT_PORT)
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise Problem(
        "bad_port", f"VISIONFIT_PORT is {text!r}, which is no port number.",
        f"Use a number from 1 to 65535, or leave it unset for {DEFAULT_PORT}.", exit_status=WRONG_USE,
    )
