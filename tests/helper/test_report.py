"""Renderings: what they show, and that nothing of a page can break out of them."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from helper.errors import Problem
from helper.report.clean import clean, web_link
from helper.report.comparison import failed_row, ranked, row_of
from helper.report.distinctive import Distinctive
from helper.report.fit import fit
from helper.report.html import comparison_html, html
from helper.report.markdown import comparison_markdown, escape, markdown
from helper.report.table import COLUMNS, cell, write_table
from helper.report.text import text
from nlp.contract import Brief, Gap, Profile
from tests.helper import samples

HOSTILE = "\x1b]0;owned\x07\x1b[2J<script>alert(1)</script>\u202e\x9b31m [x](javascript:alert(1)) `id` <!-- **b** | c"


def hostile() -> Brief:
    """A brief in which every text of a page, and every address, is an attack."""
    brief = samples.brief()
    brief.company.name = HOSTILE
    brief.pages[0].title = HOSTILE
    brief.pages[0].url = "javascript:alert(1)"
    for statement in brief.statements:
        statement.text = statement.heading = HOSTILE
        statement.url = statement.link = 'javascript:alert(1)//"><script>'
    for value in brief.values:
        value.name = value.description = HOSTILE
        value.link = 'https://a.example/"><script>alert(1)</script>'
    for match in brief.matches:
        match.why = HOSTILE
    for phrase in brief.phrases:
        phrase.text = HOSTILE
    for answer in brief.answers:
        answer.question = answer.text = HOSTILE
    brief.gaps[0].question = HOSTILE
    brief.notices[0].text = HOSTILE
    return brief


def test_text_shows_everything_a_brief_has() -> None:
    shown = text(samples.brief(), samples.profile())
    for part in (
        "Larkhill Instruments",
        "“We build instruments that people can trust with their lives.”",
        "Grow the next one",
        "Lead a team of my own",
        "●●● strong",
        "Do people here work in other countries?",
        "1.  I'd like to lead a team",
        "An answer   3 seconds, to managers",
        "There is little text on these pages.",
        "overall 60%",
    ):
        assert part in shown, part
    assert max(map(len, shown.splitlines())) <= 96
    assert shown.index("Lead a team of my own") < shown.index("Keep learning new things")  # best first


def test_text_is_as_narrow_as_the_terminal_and_coloured_only_there() -> None:
    assert max(map(len, text(samples.brief(), samples.profile(), width=50).splitlines())) <= 50
    assert "\x1b[" not in text(samples.brief(), samples.profile())
    assert "\x1b[" in text(samples.brief(), samples.profile(), colour=True)


def test_text_lets_no_terminal_escape_through() -> None:
    shown = text(hostile(), samples.profile())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "<script>" in shown  # nothing else is lost: rich takes none of it for markup


def test_rich_markup_in_a_page_is_text() -> None:
    brief = samples.brief()
    brief.values[0].name = "[bold red]Care[/] [link=https://evil.example]x[/link] :smile:"
    shown = text(brief, None)
    assert "[bold red]Care[/]" in shown
    assert "[link=https://evil.example]x[/link]" in shown
    assert ":smile:" in shown


def test_html_escapes_everything_and_runs_nothing() -> None:
    for page in (
        html(hostile(), samples.profile()),
        comparison_html([row_of("larkhill", hostile(), samples.profile())], [], Distinctive([])),
    ):
        soup = BeautifulSoup(page, "lxml")
        assert all("alert" not in script.text for script in soup.find_all("script"))
        assert all(a["href"].startswith(("https://", "#")) for a in soup.find_all("a"))
        assert not [
            name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on") or name == "style"
        ]
        assert not soup.find_all(["img", "iframe", "link", "object", "embed", "base", "form"])


def test_html_policy_allows_its_own_style_and_script_only() -> None:
    for page, script_count in ((html(samples.brief(), None), 0), (comparison_html([], [], Distinctive([])), 1)):
        soup = BeautifulSoup(page, "html.parser")
        policy = str(soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"])
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        for kind, tags in (("style-src", soup.find_all("style")), ("script-src", soup.find_all("script"))):
            hashes = [
                "'sha256-" + base64.b64encode(hashlib.sha256(t.string.encode()).digest()).decode() + "'" for t in tags
            ]
            allowed = hashes[0] if hashes else "'none'"
            assert f"{kind} {allowed};" in policy
        assert len(soup.find_all("script")) == script_count


def test_markdown_shows_page_text_as_it_stands() -> None:
    page = BeautifulSoup(MarkdownIt("commonmark").render(markdown(hostile(), samples.profile())), "lxml")
    assert not page.find_all(["script", "img"])
    assert all(a["href"].startswith("https://") for a in page.find_all("a"))
    assert page.find("h1").text == clean(HOSTILE)


@pytest.mark.parametrize(
    "line", ["1. one", "- one", "+ one", "# one", "> one", "=== x", "a|b", "*a*", "<b>", "---", "12) x", "\\"]
)
def test_markdown_escape_round_trip(line: str) -> None:
    rendered = BeautifulSoup(MarkdownIt("commonmark").render(escape(line)), "lxml")
    assert [tag.name for tag in rendered.body.find_all(True)] == ["p"]
    assert rendered.text.strip() == line


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\x00=", " =", "\u202e=", "＝"])
def test_csv_injection(start: str) -> None:
    assert cell(start + "HYPERLINK(1)").startswith("'")


def test_csv_leaves_other_cells_alone() -> None:
    assert cell("Care = trust; 1 + 1") == "Care = trust; 1 + 1"


def test_companies_csv() -> None:
    brief = hostile()
    brief.company.name = "=cmd|'/c calc'!A1"
    brief.statements[0].text = "+1\nand\r\nmore"
    rows = [
        row_of("larkhill", brief, samples.profile()),
        failed_row("broken", "broken", "list.jsonl:2", Problem("bad_line", "The line is no valid JSON.")),
    ]
    out = io.StringIO(newline="")
    write_table(rows, out)
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert (
        tuple(read[0])
        == COLUMNS
        == ("slug", "company", "url", "status", "pages", "mission", "values", "fit", "top_match", "notices")
    )
    assert read[0]["company"] == "'=cmd|'/c calc'!A1"
    assert read[0]["mission"] == "'+1 and more"
    assert (read[0]["status"], read[0]["pages"], read[0]["fit"]) == ("ok", "1", "0.600")
    assert read[1]["status"] == "bad_line"
    assert read[1]["notices"] == "list.jsonl:2: The line is no valid JSON."


def test_fit_weighs_each_aspiration_s_best_match() -> None:
    assert fit(samples.brief(), samples.profile()) == pytest.approx((3 * 0.8 + 1 * 0.6 + 0) / 5)
    against = samples.brief()
    against.gaps.append(Gap(aspiration="a1", reason="conflict", question="?"))
    assert fit(against, samples.profile()) == pytest.approx(0.6 / 5)
    assert fit(samples.brief(), None) is None
    assert fit(samples.brief(), Profile()) is None


def test_ranking() -> None:
    problem = Problem("empty_page", "The page is empty.")
    good, poor = row_of("good", samples.brief(), samples.profile()), row_of("poor", samples.brief(), samples.profile())
    poor = poor.__class__(slug="poor", company="A", fit=0.1)
    unknown = poor.__class__(slug="unknown", company="B")
    rows = [failed_row("gone", "C", "x:1", problem), unknown, poor, good]
    assert [row.slug for row in ranked(rows)] == ["good", "poor", "unknown", "gone"]
    table = comparison_markdown(ranked(rows), Distinctive([]))
    assert table.index("Larkhill") < table.index("x:1: The page is empty.")


def test_links_are_web_addresses() -> None:
    assert web_link("https://a.example/x#:~:text=a") == "https://a.example/x#:~:text=a"
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://a.example/\n",
        " https://a.example",
        "",
    ):
        assert web_link(url) is None
