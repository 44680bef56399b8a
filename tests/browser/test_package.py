"""The zips that go to the stores."""
from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import package_extension as package
import pytest

BROWSERS = package.BROWSERS


def manifest_in(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
    return manifest


@pytest.mark.parametrize("browser", BROWSERS)
def test_same_sources_same_bytes(browser: package.Browser, tmp_path: Path) -> None:
    first = package.pack(browser, tmp_path / "first.zip").read_bytes()
    os.utime(package.SOURCE / "manifest.json")  # a new time stamp, as after a fresh checkout
    assert package.pack(browser, tmp_path / "second.zip").read_bytes() == first


@pytest.mark.parametrize("browser", BROWSERS)
def test_zip_and_folder_hold_the_same_files(browser: package.Browser, tmp_path: Path) -> None:
    folder = package.unpack(browser, tmp_path / "folder")
    with zipfile.ZipFile(package.pack(browser, tmp_path / "it.zip")) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert list(packed) == sorted(packed)
    assert not [name for name in packed if name.endswith(".d.ts")]  # types are for developers


def test_each_browser_gets_its_own_keys_only(tmp_path: Path) -> None:
    chromium = manifest_in(package.pack("chromium", tmp_path / "chromium.zip"))
    firefox = manifest_in(package.pack("firefox", tmp_path / "firefox.zip"))
    assert set(chromium) - set(firefox) == {"side_panel", "minimum_chrome_version"}
    assert set(firefox) - set(chromium) == {"sidebar_action", "browser_specific_settings"}
    assert set(chromium["background"]) == {"service_worker", "type"}
    assert set(firefox["background"]) == {"scripts", "type"}
    assert set(chromium["permissions"]) - set(firefox["permissions"]) == {"sidePanel"}


@pytest.mark.parametrize("browser", BROWSERS)
def test_every_file_the_manifest_names_is_there(browser: package.Browser, tmp_path: Path) -> None:
    path = package.pack(browser, tmp_path / "it.zip")
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())

    def named(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [name for inner in value.values() for name in named(inner)]
        if isinstance(value, list):
            return [name for inner in value for name in named(inner)]
        return [value] if isinstance(value, str) and value.endswith((".js", ".html", ".png")) else []

    wanted = named(manifest_in(path))
    assert wanted
    assert set(wanted) <= names
