"""Only addresses of the public internet are connected to, and only the very ones that were checked."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.fetch import address
from helper.fetch.address import is_public
from helper.fetch.transport import Transport
from tests.helper.world.online import online, site
from tests.helper.world.replies import page, redirect


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
        "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_private_addresses(inside: str) -> None:
    assert not is_public(inside)


@pytest.mark.parametrize("outside", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "64:ff9b::808:808", "2002:808:808::1"])
def test_public_addresses(outside: str) -> None:
    assert is_public(outside)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://0x7f000001:1/",
                                 "http://2130706433:1/", "http://127.1:1/", "http://[::ffff:127.0.0.1]:1/"])  # fmt: skip
def test_every_spelling_of_this_machine_is_refused(url: str) -> None:
    transport = Transport()
    try:
        with pytest.raises(Problem) as raised:
            transport.get(url, {})
    finally:
        transport.close()
    assert raised.value.code in ("private_address", "no_such_host")


def test_a_name_with_one_private_address_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "lookup", lambda host, port: [("93.184.215.14", port), ("10.0.0.1", port)])
    transport = Transport()
    with pytest.raises(Problem) as raised:
        transport.get("http://rebound.example/", {})
    transport.close()
    assert raised.value.code == "private_address"


def test_a_redirect_into_the_private_network_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first address counts as public here, so that only the second one's check can stop it."""
    with online(monkeypatch, tmp_path, site({"/": redirect("http://inside.example/secret")}),
                site({"/secret": page("Secret", "secret")}, "inside.example")) as made:  # fmt: skip
        known = address.lookup

        def lookup(host: str, port: int) -> list[tuple[str, int]]:
            return [("10.0.0.1", port)] if host == "inside.example" else known(host, port)

        monkeypatch.setattr(address, "lookup", lookup)
        monkeypatch.setattr(address, "is_public", lambda at: at != "10.0.0.1")
        with pytest.raises(Problem) as raised:
            made.client(allow_private=False).get("http://larkhill.example/")
        assert raised.value.code == "private_address"
        assert "/secret" not in made.paths()
        assert made.log[-1][0] == "refused"


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A name that answers otherwise the second time (rebinding) gets no second time: it is resolved once a connection."""
    with online(monkeypatch, tmp_path, site({"/": page("Home", "home")})) as made:
        port, asked = made.world.http, []

        def lookup(host: str, _port: int) -> list[tuple[str, int]]:
            asked.append(host)
            return [("127.0.0.1", port)]

        monkeypatch.setattr(address, "lookup", lookup)

        def system(*args: object, **kwargs: object) -> list[object]:
            assert args[0] == "127.0.0.1", "the name was resolved again"
            return real(*args, **kwargs)  # type: ignore[arg-type, return-value]

        real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", system)
        transport = Transport(allow_private=True)
        assert transport.get("http://larkhill.example/", {}).status == 200
        transport.close()
        assert asked == ["larkhill.example"]
