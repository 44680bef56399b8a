"""Make the two store-ready zips of the extension, the same bytes for the same sources.

One manifest serves both browsers while developing; each zip gets it without the other browser's keys.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

Browser = Literal["chromium", "firefox"]

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "extension"
DIST = ROOT / "dist"
BROWSERS: tuple[Browser, ...] = ("chromium", "firefox")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
FOREIGN_KEYS: dict[Browser, tuple[tuple[str, ...], ...]] = {
    # `key` gives an unpacked folder a lasting id; the Chrome Web Store refuses it
    "chromium": (
        ("key",),
        ("background", "scripts"),
        ("sidebar_action",),
        ("browser_specific_settings",),
        ("action", "default_area"),
    ),
    "firefox": (("key",), ("background", "service_worker"), ("side_panel",), ("minimum_chrome_version",)),
}
FOREIGN_PERMISSIONS: dict[Browser, frozenset[str]] = {"chromium": frozenset(), "firefox": frozenset({"sidePanel"})}


def manifest_for(browser: Browser, manifest: dict[str, Any]) -> dict[str, Any]:
    """The manifest without what only the other browser knows."""
    result: dict[str, Any] = json.loads(json.dumps(manifest))
    for *parents, key in FOREIGN_KEYS[browser]:
        part = result
        for parent in parents:
            part = part[parent]
        del part[key]
    result["permissions"] = [p for p in result["permissions"] if p not in FOREIGN_PERMISSIONS[browser]]
    return result


def files_for(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Every file of the package by its name inside it, sorted."""
    for path in sorted(SOURCE.rglob("*"), key=lambda p: p.relative_to(SOURCE).as_posix()):
        name = path.relative_to(SOURCE).as_posix()
        if not path.is_file() or name.endswith(".d.ts") or any(part.startswith(".") for part in Path(name).parts):
            continue
        content = path.read_bytes()
        if name == "manifest.json":
            content = (json.dumps(manifest_for(browser, json.loads(content)), indent=2) + "\n").encode()
        yield name, content


def unpack(browser: Browser, folder: Path) -> Path:
    """Write the package as a folder, as a browser loads it while testing."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files_for(browser):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def pack(browser: Browser, path: Path) -> Path:
    """Write the package as a zip."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files_for(browser):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_STORED  # what a compressor makes differs between its versions
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return path


def main() -> int:
    for browser in BROWSERS:
        unpack(browser, DIST / browser)
        path = pack(browser, DIST / f"visionfit-{browser}.zip")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
