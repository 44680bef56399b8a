"""What all tests share: their own data folder, no network but loopback, the fictional companies, one set of models."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

SITES = Path(__file__).parent / "sites"
LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A test that reaches for another machine fails, wherever the call comes from."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own; it does not exist yet."""
    folder = tmp_path / "visionfit-home"
    monkeypatch.setenv("VISIONFIT_HOME", str(folder))
    monkeypatch.delenv("VISIONFIT_PORT", raising=False)
    return folder


@pytest.fixture(scope="session")
def sites() -> Path:
    """The saved pages of fictional companies."""
    return SITES


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One driver for all browser tests: a thread can run no second one while the first is open."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running
