"""Saved pages: decoded as a browser would, with the address they were saved from."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper import pages
from helper.errors import Problem

TEXT = "A café’s values"


@pytest.mark.parametrize(
    ("head", "encoding", "mark"),
    [
        ("", "utf-8", b""),
        ("", "windows-1252", b""),
        ("", "utf-8", b"\xef\xbb\xbf"),
        ('<meta charset="windows-1252">', "utf-8", b"\xef\xbb\xbf"),  # the mark goes before what is declared
        ("", "utf-16-le", b"\xff\xfe"),
        ("", "utf-16-be", b"\xfe\xff"),
        ('<meta charset="iso-8859-1">', "windows-1252", b""),
        ('<meta http-equiv="Content-Type" content="text/html; charset=us-ascii">', "windows-1252", b""),
        ('<meta charset="utf-16">', "utf-8", b""),  # it could not have been read if that were true
        ('<meta charset="no-such-code">', "utf-8", b""),
        ('<?xml version="1.0" encoding="windows-1252"?>', "windows-1252", b""),
    ],
)
def test_decoding(head: str, encoding: str, mark: bytes) -> None:
    html = f"<html><head>{head}</head><body>{TEXT}"
    assert pages.decode(mark + html.encode(encoding)) == html


def test_declared_cyrillic_and_broken_bytes() -> None:
    assert "Миссия" in pages.decode('<meta charset="windows-1251"><p>Миссия'.encode("cp1251"))
    assert pages.decode(b'<meta charset="utf-8"><p>ca\xff\xc3\xa9') == '<meta charset="utf-8"><p>ca\ufffdé'


def test_a_page_saved_in_windows_1252(sites: Path) -> None:
    assert "the founder’s daughter" in pages.load(sites / "brightwater-bakery" / "about.html").html


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<!-- saved from url=(0025)https://acme.example/about -->\n<html>", "https://acme.example/about"),
        (
            "<html> <!--\n Page saved with SingleFile \n url: https://acme.example/a \n saved date: x\n-->",
            "https://acme.example/a",
        ),
        ('<link rel="canonical" href="https://acme.example/c">', "https://acme.example/c"),
        ('<meta property="og:url" content="http://acme.example/o">', "http://acme.example/o"),
        ('<link rel="canonical" href="/relative">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("<p>nothing", None),
    ],
)
def test_the_address_a_page_gives_for_itself(html: str, url: str | None) -> None:
    assert pages.own_address(html) == url


def test_an_address_given_goes_first(sites: Path) -> None:
    file = sites / "orrin-labs" / "jobs.html"
    assert pages.load(file, "https://other.example/").url == "https://other.example/"
    assert pages.load(file).url == "https://orrinlabs.example/jobs"
    assert pages.load(sites / "plumb-and-sons" / "home.html").url.startswith("file:///")


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Problem) as raised:
        pages.load(tmp_path / "none.html")
    assert raised.value.code == "no_page"
    monkeypatch.setattr(pages, "MAX_BYTES", 100)
    (tmp_path / "big.html").write_bytes(b"x" * 101)
    with pytest.raises(Problem) as raised:
        pages.load(tmp_path / "big.html")
    assert raised.value.code == "too_large"
