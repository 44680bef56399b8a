"""docs/coverage.md: every line has a place that exists and a test that exists, or says why it was left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED = 153
MOST_LEFT_OUT = 10


@dataclass(frozen=True)
class Line:
    number: int
    asked: str
    where: str
    shown: str

    @property
    def left_out(self) -> bool:
        return self.where == "left out"


@cache
def lines() -> tuple[Line, ...]:
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", text, re.MULTILINE)
    return tuple(Line(int(number), *(part.strip() for part in rest)) for number, *rest in rows)


def test_every_line_is_there_once() -> None:
    assert [line.number for line in lines()] == list(range(1, ASKED + 1))


def test_little_is_left_out_and_each_says_why() -> None:
    left_out = [line for line in lines() if line.left_out]
    assert len(left_out) <= MOST_LEFT_OUT
    assert all(len(line.shown.split()) >= 8 and "`" not in line.shown for line in left_out)


@pytest.mark.parametrize("line", [line for line in lines() if not line.left_out], ids=lambda line: str(line.number))
def test_the_place_and_the_test_exist(line: Line) -> None:
    place, shown = (re.fullmatch(r"`([^`]+)`", cell) for cell in (line.where, line.shown))
    assert place, line.where
    assert (ROOT / place[1]).is_file(), place[1]
    assert shown, line.shown
    file, _, name = shown[1].partition("::")
    assert (ROOT / file).is_file(), file
    assert name in names_in(file), f"{file} has no test {name!r}"


@cache
def names_in(file: str) -> frozenset[str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    pattern = r"^(?:async )?def (test_\w+)" if file.endswith(".py") else r"""^\s*(?:test|it)\(\s*(['"`])(.*?)\1"""
    return frozenset(found if isinstance(found, str) else found[1] for found in re.findall(pattern, text, re.MULTILINE))
