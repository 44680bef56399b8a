"""Markup of every sort: a document or a clear error, never a crash."""
from __future__ import annotations

import pytest

from nlp.contract import Page
from nlp.page import PageError, read_page
from nlp.page.parse import MAX_CHARACTERS, MAX_LINES
from nlp.page.walk import MAX_BLOCKS

from .pages import read, texts

MISSION = "To keep wooden boats on the water."


def words(html: str) -> list[str]:
    return [block.text for block in read_page(Page(url="", html=html)).blocks]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{MISSION}",
        f"<body><p>{MISSION}</p>",
        f"<html><head><title>Tarnwick<meta name=x><body><p>{MISSION}</p></html>",
        f"<html><body></body></html><p>{MISSION}</p>",
        f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE html><html><body><p>{MISSION}</p></body></html>',
        f'<meta charset="utf-16"><p>{MISSION}</p>',
        "<p>To keep woo\0den bo\x01ats on\u200b the water.</p>",
        "<p>\ud800To keep wooden boats on the \udfffwater.</p>",
        f"<form><table><tr><td><p>{MISSION}</p></form>",
        f"<!-- <p>old</p> --><![CDATA[ x ]]><p>{MISSION}</p>",
        f"<p>{MISSION}</p><script>var a = '<p>never</p>';",
        f"<div><div><ul><li>{MISSION}</ul></span></b></div></p>",
        f"<p class='{'a ' * 50_000}'>{MISSION}</p>",
        "<div>" * 10_000 + f"<p>{MISSION}</p>" + "</div>" * 10_000,
    ],
)
def test_the_text_is_found(html: str) -> None:
    assert words(html) == [MISSION]


def test_wrong_charset_declared_changes_nothing() -> None:
    html = "<meta charset='koi8-r'><p>Überall: “Segel”, naïve Träume – 日本</p>"
    assert words(html) == ["Überall: “Segel”, naïve Träume – 日本"]


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("", "empty_page"),
        (" \n\t", "empty_page"),
        ("<frameset><frame src=a><frame src=b><noframes><p>No frames?</p></noframes></frameset>", "empty_page"),
        ("Our mission is to keep boats afloat.", "not_html"),
        ('{"mission": "<p>To keep boats afloat.</p>"}', "not_html"),
        ("%PDF-1.7\n<</Type /Catalog>> <a b>", "not_html"),
        ("<p>rope</p>" * (MAX_CHARACTERS // 10), "too_large"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_a_hint(html: str, code: str) -> None:
    with pytest.raises(PageError) as raised:
        read_page(Page(url="", html=html))
    assert raised.value.code == code
    assert raised.value.message.endswith(".")
    assert raised.value.hint.endswith(".")


def test_a_page_without_text_has_no_blocks_and_no_coverage() -> None:
    page = read("<div id=app></div><script>start()</script>")
    assert (page.blocks, page.coverage) == ((), 0.0)


def test_more_nodes_than_are_followed_become_plain_lines() -> None:
    page = read("<i>oak</i> <b>elm</b> " * 110_000)
    assert texts(page)[:2] == ["oak", "elm"]
    assert len(page.blocks) <= MAX_LINES


def test_blocks_are_bounded_and_what_is_past_them_counts_as_missed() -> None:
    page = read("<p>oak and elm</p>" * (2 * MAX_BLOCKS))
    assert len(page.blocks) == MAX_BLOCKS
    assert page.coverage == pytest.approx(0.5, abs=0.01)
    assert page.removed[-1].reason == "past the limit"


def test_a_json_page_left_in_braces_by_a_template_is_still_a_page() -> None:
    assert words("{{ banner }}<p>To float.</p>")[-1] == "To float."
