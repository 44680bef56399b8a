"""A few companies side by side, and what sets each apart."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from helper.cli import main
from helper.report.comparison import Row, StatedValue, row_of
from helper.report.distinctive import Distinctive
from helper.report.side_by_side import text
from tests.helper import samples


def row(slug: str, *values: str, theme: str = "learning_growth") -> Row:
    return Row(slug=slug, company=slug.title(), values=[StatedValue(value, themes=[theme]) for value in values], themes=[theme])


def test_what_few_companies_say_sets_them_apart() -> None:
    rows = [row("a", "Integrity", "Mend before you replace"), row("b", "Integrity", "Customers first"), row("c", "Customer love", "Integrity")]
    apart = Distinctive(rows)
    assert [(value := apart.of(one)) and value.name for one in rows] == ["Mend before you replace", "Customers first", "Customer love"]


def test_a_theme_sees_through_other_words() -> None:
    rows = [Row("a", "A", values=[StatedValue("Honesty", themes=["integrity"]), StatedValue("Zest", themes=["play"])]),
            Row("b", "B", values=[StatedValue("Truthfulness", themes=["integrity"])]),
            Row("c", "C", values=[StatedValue("Straight talk", themes=["integrity"])])]  # fmt: skip
    found = Distinctive(rows).of(rows[0])
    assert found is not None
    assert found.name == "Zest"


def test_nothing_is_distinctive_among_two_or_where_all_say_the_same() -> None:
    two = [row("a", "Care"), row("b", "Zest")]
    assert Distinctive(two).of(two[0]) is None
    same = [row("a", "Care"), row("b", "Care"), row("c", "Care")]
    assert Distinctive(same).of(same[0]) is None
    assert Distinctive(same).of(row("d")) is None


def test_side_by_side() -> None:
    met, bare = row_of("larkhill", samples.brief(), samples.profile()), samples.brief("birch.example")
    bare.company.name, bare.matches, bare.values = "Birch", [], []
    other = row_of("birch", bare, samples.profile())
    shown = text([met, other], width=80)
    assert max(map(len, shown.splitlines())) <= 80
    for part in ("Larkhill Instruments  60%", "Lead a team of my own", "strong (0.80): “Grow the next one”",
                 "gap. Ask: Do people here work in other countries?", "none found"):  # fmt: skip
        assert part in shown, part


def compare(*args: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["compare", *map(str, args)])
    return result.exit_code, result.stdout, result.stderr


def test_the_command(tmp_path: Path) -> None:
    for name in ("one", "two"):
        brief = samples.brief(f"{name}.example")
        brief.company.name = name.title()
        (tmp_path / f"{name}.json").write_text(brief.to_json())
    (tmp_path / "profile.json").write_text(samples.profile().model_dump_json(by_alias=True))
    files = [tmp_path / "one.json", tmp_path / "two.json", "--profile", tmp_path / "profile.json"]
    status, shown, _ = compare(*files)
    assert status == 0
    assert "All speak of" not in shown
    assert shown.startswith("Fit\n  One  60%\n  Two  60%\n")
    assert [one["company"] for one in json.loads(compare(*files, "--format", "json")[1])] == ["One", "Two"]
    assert "<h1>Companies by fit</h1>" in compare(*files, "--format", "html")[1]
    assert "| One | 60% |" in compare(*files, "--format", "md")[1]


def test_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "no.json").write_text("{}")
    assert compare("one.example")[0] == 2
    assert "[no_company]" in compare("one.example", "two.example")[2]
    assert "[bad_brief]" in compare(tmp_path / "no.json", tmp_path / "no.json")[2]
