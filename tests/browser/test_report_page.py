"""The report of a research run in a real browser: it sorts, filters, opens reasons, loads nothing and breaks no policy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from helper.report.comparison import Cell, OpenGap, Row, StatedValue
from helper.report.distinctive import Distinctive
from helper.report.html import comparison_html

pytestmark = pytest.mark.browser
COUNT = 450


def row(number: int) -> Row:
    fit = (number * 37 % 100) / 100
    theme = "sustainability" if number % 9 == 0 else "learning_growth"
    return Row(
        slug=f"c{number}", company=f"Company {number}", url=f"https://c{number}.example/", pages=3, fit=fit,
        mission=f"Our mission is number {number}.", values=[StatedValue("Care", themes=[theme])], themes=[theme],
        cells=[Cell("Lead a team", fit), Cell("Work abroad", None)], gaps=[OpenGap("Work abroad", "Who works abroad?")],
        phrases=[f"I would like to do number {number} with you."], top_match="Lead a team: “Care” (strong, 0.80)",
    )  # fmt: skip


@pytest.fixture
def report(playwright: Playwright, tmp_path: Path) -> Iterator[Page]:
    rows = sorted((row(number) for number in range(COUNT)), key=lambda r: -(r.fit or 0))
    (tmp_path / "report.html").write_text(comparison_html(rows, [], Distinctive(rows)))
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
    page.goto((tmp_path / "report.html").as_uri())
    yield page
    assert told == []
    browser.close()


def first(page: Page, table: str = "ranking") -> str:
    return page.locator(f".{table} tbody tr:visible td:first-child").first.inner_text()


def test_sorting(report: Page) -> None:
    best = first(report)
    fit = report.get_by_role("columnheader", name="Fit")
    assert fit.get_attribute("aria-sort") == "descending"
    fit.get_by_role("button").click()
    assert fit.get_attribute("aria-sort") == "ascending"
    assert first(report) != best
    report.locator(".ranking th button", has_text="Company").click()
    assert [cell.inner_text() for cell in report.locator(".ranking tbody tr:visible td:first-child").all()[:3]] == [
        "Company 0", "Company 1", "Company 2",  # as numbers: not 0, 1, 10
    ]  # fmt: skip
    report.locator(".heatmap th button", has_text="Lead a team").click()
    assert report.locator(".heatmap tbody tr:visible td").nth(1).inner_text() == "0.99"


def test_filtering(report: Page) -> None:
    shown = report.locator("#shown")
    assert shown.inner_text() == f"200 of {COUNT} shown"
    assert report.locator(".ranking tbody tr:visible").count() == 200
    report.locator("#find").fill("mission 441.")
    expect(shown).to_have_text(f"1 of {COUNT}")
    assert first(report) == "Company 441"
    report.locator("#find").fill("")
    expect(shown).to_have_text(f"200 of {COUNT} shown")
    report.locator("#theme").select_option("sustainability")
    assert shown.inner_text() == f"50 of {COUNT}"
    report.locator("#least").select_option("0.5")
    assert 0 < report.locator("#reasons details:visible").count() < 50
    report.locator("#theme").select_option("")
    report.locator("#least").select_option("-1")
    report.get_by_role("button", name="Show all").click()
    assert report.locator(".heatmap tbody tr:visible").count() == COUNT


def test_a_company_leads_to_its_reasons(report: Page) -> None:
    report.locator(".ranking tbody a").first.click()
    opened = report.locator("details[open]")
    assert opened.count() == 1
    assert "Who works abroad?" in opened.inner_text()
    assert "I would like to do number" in opened.inner_text()
