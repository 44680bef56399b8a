"""The pages of made-up organisations become a labelled folder, every label stands on its page, and readings are held against them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.contract import Page, Reading, Statement, Value
from nlp.models import models
from nlp.page import read_page
from scripts.evaluation.made_up import tally
from scripts.training.dataset import read_folder
from scripts.training.made_up import SOURCE, unpack

PAGE = """<!-- page /about about -->
<html><body><main><h2>About</h2><p>We sell rope. <m>We exist to keep <em>small boats</em> tied up.</m></p>
<ul><li><b><n>Splice it twice</n></b> <d>A knot is a promise.</d> <d>We keep both.</d></li></ul></main></body></html>
<!-- page /jobs careers -->
<html><body><p><co>Nobody works on Sundays.</co> <g>We teach every apprentice to splice.</g></p></body></html>
"""


def test_tags_become_labels_and_leave_the_pages(tmp_path: Path) -> None:
    (tmp_path / "ropewalk.html").write_text(PAGE)
    folder = unpack(tmp_path / "out", tmp_path) / "ropewalk"
    gold = json.loads((folder / "gold.json").read_text())
    assert gold["mission"] == [{"text": "We exist to keep small boats tied up.", "page": "0.html", "explicit": True}]
    assert gold["values"] == [
        {"name": "Splice it twice", "description": "A knot is a promise. We keep both.", "page": "0.html", "optional": False}
    ]
    assert (gold["culture"][0]["optional"], gold["growth"][0]["optional"]) == (True, False)
    pages = json.loads((folder / "meta.json").read_text())["pages"]
    assert [page["url"] for page in pages] == ["https://ropewalk.example/about", "https://ropewalk.example/jobs"]
    assert "<m>" not in (folder / "0.html").read_text()


def test_rows_of_made_up_pages_carry_their_labels(tmp_path: Path) -> None:
    (tmp_path / "ropewalk.html").write_text(PAGE)
    pages = list(read_folder(unpack(tmp_path / "out", tmp_path), models().pipeline))
    labels = {row.text: (row.label, row.value) for page in pages for row in page.rows}
    assert labels["We exist to keep small boats tied up."] == ("mission", "none")
    assert labels["We sell rope."] == ("none", "none")
    assert labels["We teach every apprentice to splice."] == ("growth", "none")


def test_a_reading_is_held_against_what_is_true(tmp_path: Path) -> None:
    (tmp_path / "ropewalk.html").write_text(PAGE)
    folder = unpack(tmp_path / "out", tmp_path) / "ropewalk"
    gold = json.loads((folder / "gold.json").read_text())
    statements = [("mission", "We exist to keep small boats tied up."), ("culture", "Nobody works on Sundays."), ("vision", "We sell rope.")]
    reading = Reading(
        company={"name": "Ropewalk", "domain": "ropewalk.example"}, pages=[], texts=[], sentences=[], notices=[],
        statements=[Statement(id=f"s{n}", kind=kind, text=text, heading=None, url="", link="", explicit=True, confidence=1)
                    for n, (kind, text) in enumerate(statements)],
        values=[Value(id="v1", name="Splice it", description=None, url="", link="", confidence=1)],
    )  # fmt: skip
    counted = {kind: (t.found, len(t.missed), len(t.wrong)) for kind, t in tally([("ropewalk", gold, reading)]).items()}
    assert counted == {"mission": (1, 0, 0), "vision": (0, 0, 1), "commitments": (0, 1, 0), "values": (1, 0, 0)}


@pytest.mark.parametrize("file", sorted(SOURCE.glob("*.html")), ids=lambda file: file.stem)
def test_every_label_stands_on_its_page(file: Path, tmp_path: Path) -> None:
    (tmp_path / file.name).write_text(file.read_text("utf-8"))
    folder = unpack(tmp_path / "out", tmp_path) / file.stem
    gold = json.loads((folder / "gold.json").read_text())
    shown = {}
    for page in json.loads((folder / "meta.json").read_text())["pages"]:
        shown[page["file"]] = " ".join(read_page(Page(url=page["url"], html=(folder / page["file"]).read_text())).text.split())
    for kind in ("mission", "vision", "culture", "growth", "values"):
        for entry in gold[kind]:
            said = entry.get("text") or entry["name"]
            assert said.lower() in shown[entry["page"]].lower(), said
