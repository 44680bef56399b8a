"""What scripts/bench tells, on runs made by hand."""
from __future__ import annotations

import math
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from scripts.benching import __main__ as bench
from scripts.benching import contest, corners, naive
from scripts.benching.__main__ import write
from scripts.benching.growth import Cost, plot


def test_a_contest_is_told_in_medians_and_ratios() -> None:
    runs = {
        "visionfit": [contest.Run(1.0, [0.1, 0.3], 0.4, 200, 0), contest.Run(1.0, [0.1, 0.1], 0.4, 210, 0),
                      contest.Run(1.0, [0.2, 0.2], 0.4, 205, 0)],
        "a": [contest.Run(2.0, [0.5, 1.1], 2.0, 300, 1)],
    }  # fmt: skip
    ours, other = contest.table(runs, 1000, {"visionfit": 0.7}).splitlines()[2:]
    assert [cell.strip() for cell in ours.split("|")[2:-1]] == [
        "5.0", "2,500", "200 ms", "200 ms", "200 ms", "1.00", "1.00", "205 MB", "1.0 s", "0.700",
    ]  # fmt: skip
    assert [cell.strip() for cell in other.split("|")[7:9]] == ["4.00", "5.00"]


def test_each_contender_reads_a_page() -> None:
    html = corners.company(3000)
    for name in contest.CONTENDERS:
        assert contest.reader(name)("https://boats.example/about", html) is not None


def test_a_naive_brief() -> None:
    sentences = (("Our values", ""), ("Plain speech", "Our values"), ("Our mission is to mend every boat here.", "Plain speech"),
                 ("Lunch is at noon on most days here.", "Plain speech"))  # fmt: skip
    brief = naive.brief_of([naive.Found(sentences, naive.embed([line for line, _ in sentences]))])
    assert [value.name for value in brief.values] == ["Plain speech"]
    assert [(s.kind, s.text) for s in brief.statements] == [("mission", "Our mission is to mend every boat here.")]


def test_vectors_do_not_depend_on_the_order() -> None:
    texts = ["Boats.", "We mend every boat that comes into the harbour.", "Hello there."] * 4
    assert np.allclose(naive.embed(texts), naive.embed(texts[::-1])[::-1], atol=1e-4)


@pytest.mark.parametrize("name", corners.SHAPES)
def test_shapes_are_about_as_large_as_asked_for(name: str) -> None:
    for size in (10_000, 40_000):
        assert 0.5 * size < len(corners.SHAPES[name](size)) < 2 * size


def test_tables_go_between_their_marks(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("Before\n<!-- bench:start -->\nold\n<!-- /bench:start -->\nAfter\n")
    write(file, "start", "new")
    assert file.read_text() == "Before\n<!-- bench:start -->\nnew\n<!-- /bench:start -->\nAfter\n"
    with pytest.raises(SystemExit, match="no marks"):
        write(file, "size", "new")


def test_linear_growth_is_a_straight_line_in_the_plot(tmp_path: Path) -> None:
    file = tmp_path / "plot.svg"
    plot([Cost(10**power, 10.0 ** (power - 6), 10.0 ** (power - 5)) for power in (3, 4, 5, 6)], file)
    points = re.findall(r'points="([^"]*)"', file.read_text())
    assert len(points) == 2
    for line in points:
        at = [tuple(map(float, point.split(","))) for point in line.split()]
        slopes = {round((y1 - y0) / (x1 - x0), 3) for (x0, y0), (x1, y1) in pairwise(at)}
        assert len(slopes) == 1
        assert math.isclose(slopes.pop(), -(300 / 6) / (560 / 4), rel_tol=0.01)


def test_f1_is_measured_last_for_the_memory_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(contest, "contest", lambda companies, rounds: done.append("contest") or {})  # type: ignore[func-returns-value]
    monkeypatch.setattr(contest, "table", lambda runs, words, f1: "")
    bench._contest("Pages", [], 1, lambda: done.append("f1") or {})  # type: ignore[func-returns-value]
    assert done == ["contest", "f1"]
