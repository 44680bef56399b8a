"""Make the helper known to a browser, for this user alone, and unknown again."""
from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from helper.errors import Problem
from helper.native import CHROMIUM_ID, FIREFOX_ID, NAME
from helper.native.browsers import Browser, host_folder
from helper.settings import data_folder

FORWARDED = ("VISIONFIT_HOME", "VISIONFIT_PORT")  # a browser does not start programs from the user's shell


def install(browser: Browser, extension_ids: Sequence[str] = (), platform: str = sys.platform) -> Path:
    """Register the helper. `extension_ids` may use it besides the extension's own. Returns the manifest's path.

    Raises Problem(no_output).
    """
    ids = _ids(browser, extension_ids)
    path = manifest_path(browser, platform)
    try:
        launcher = _write_launcher(launcher_path(browser, platform), ids, platform)
        _write(path, json.dumps(_manifest(browser, launcher, ids), indent=2) + "\n", 0o600)
    except OSError as error:
        raise Problem("no_output", f"{path} cannot be written ({error.strerror}).",
                      "Give yourself access to that folder.") from error
    if platform == "win32":
        winreg = _winreg()
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, registry_key(browser)) as key:
            winreg.SetValueEx(key, "", 0, winreg.REG_SZ, str(path))
    return path


def uninstall(browser: Browser, platform: str = sys.platform) -> bool:
    """Take the registration back. False when there was none."""
    there = installed(browser, platform)
    if platform == "win32":
        winreg = _winreg()
        with suppress(FileNotFoundError):
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, registry_key(browser))
    manifest_path(browser, platform).unlink(missing_ok=True)
    launcher_path(browser, platform).unlink(missing_ok=True)
    return there


def installed(browser: Browser, platform: str = sys.platform) -> bool:
    """Whether the browser knows the helper."""
    return manifest_path(browser, platform).is_file()


def manifest_path(browser: Browser, platform: str = sys.platform) -> Path:
    """On Windows the registry says where it is; elsewhere it must be where the browser looks."""
    if platform == "win32":
        return data_folder() / "native" / f"{browser.name}.json"
    return host_folder(browser, platform) / f"{NAME}.json"


def launcher_path(browser: Browser, platform: str = sys.platform) -> Path:
    """The program that the manifest names: it starts this very Python with this very helper."""
    return data_folder() / "native" / f"{browser.name}{'.bat' if platform == 'win32' else ''}"


def registry_key(browser: Browser) -> str:
    return rf"{browser.registry}\NativeMessagingHosts\{NAME}"


def _ids(browser: Browser, more: Sequence[str]) -> list[str]:
    return [CHROMIUM_ID if browser.family == "chromium" else FIREFOX_ID, *more]


def _manifest(browser: Browser, launcher: Path, ids: Sequence[str]) -> dict[str, Any]:
    manifest = {"name": NAME, "description": "The Visionfit helper", "path": str(launcher), "type": "stdio"}
    if browser.family == "chromium":
        return {**manifest, "allowed_origins": [f"chrome-extension://{one}/" for one in ids]}
    return {**manifest, "allowed_extensions": list(ids)}


def _write_launcher(path: Path, ids: Sequence[str], platform: str) -> Path:
    # -P: a browser may start it in any folder, and no module is to be taken from there
    command = [sys.executable, "-P", "-m", "helper", "native-host", *(f"--allow={one}" for one in ids)]
    settings = {name: os.environ[name] for name in FORWARDED if os.environ.get(name)}
    if platform == "win32":
        lines = ["@echo off", *(f'set "{name}={value}"' for name, value in settings.items())]
        lines.append(" ".join(f'"{part}"' for part in command) + " %*")
        _write(path, "\r\n".join(lines) + "\r\n", 0o700)
    else:
        lines = ["#!/bin/sh", *(f"export {name}={shlex.quote(value)}" for name, value in settings.items())]
        lines.append(f'exec {shlex.join(command)} "$@"')
        _write(path, "\n".join(lines) + "\n", 0o700)
    return path


def _write(path: Path, text: str, mode: int) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def _winreg() -> Any:
    return import_module("winreg")  # Windows alone has it
