"""The fictional companies' saved sites, in their several markups, are read as their author meant them."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import UnicodeDammit

from nlp.brief import read
from nlp.contract import Page, Reading

SITES = Path(__file__).parents[2] / "sites"
COMPANIES = {c["slug"]: c for c in map(json.loads, (SITES / "companies.jsonl").read_text("utf-8").splitlines())}
EXPECTED = json.loads((SITES / "expected.json").read_text("utf-8"))


def reading(slug: str) -> Reading:
    pages = [
        Page(url=page["url"], html=UnicodeDammit((SITES / page["html_file"]).read_bytes(), is_html=True).unicode_markup)
        for page in COMPANIES[slug]["pages"]
    ]
    return read(pages, read_at="2026-01-01T00:00:00Z")


@pytest.mark.parametrize("slug", sorted(EXPECTED))
def test_a_site_is_read_as_meant(slug: str) -> None:
    found, meant = reading(slug), EXPECTED[slug]
    assert [s.text for s in found.statements if s.kind == "mission"] == meant["mission"]
    assert [s.text for s in found.statements if s.kind == "vision"] == meant["vision"]
    assert [v.name for v in found.values] == meant["values"]
