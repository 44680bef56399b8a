"""The commands that show the extension to a developer."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.browser
@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_run_browser_shows_the_demo(browser: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "browser.py"), "--headless", "--browser", browser]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("Hollowbrook Weather\n")


@pytest.mark.browser
def test_every_view_is_accessible_and_narrow_enough(tmp_path: Path) -> None:
    """In light and dark by axe; none wider than its window at 320 pixels; every picture small."""
    command = [sys.executable, str(ROOT / "scripts" / "screenshots.py"), "--out", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=420)
    assert ended.returncode == 0, ended.stderr
    shown = {path.name for path in (ROOT / "docs" / "screenshots").glob("*.png")}
    assert {path.name for path in tmp_path.glob("*.png")} == shown  # docs have every view, and no other


def test_run_browser_without_a_display_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    command = [sys.executable, str(ROOT / "scripts" / "browser.py"), "--browser", "chromium"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 2
    assert "--headless" in ended.stderr


def test_the_types_of_the_api_are_those_of_the_helper() -> None:
    """The extension is checked against them, so that it cannot drift from the helper unseen."""
    command = [sys.executable, str(ROOT / "scripts" / "api_types.py"), "--check"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stdout + ended.stderr
