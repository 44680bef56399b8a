"""A malformed profile is told by file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper.errors import Problem
from helper.json_lines import line_of
from helper.profiles import load, parse

GOOD = b'{"schema": "visionfit/profile@1", "aspirations": [{"text": "Lead a team"}]}'


def refused(data: bytes) -> Problem:
    with pytest.raises(Problem) as raised:
        parse(data, "me.json")
    assert (raised.value.code, raised.value.exit_status) == ("bad_profile", 2)
    return raised.value


def test_the_least_a_profile_needs() -> None:
    assert [a.text for a in parse(GOOD, "x").aspirations] == ["Lead a team"]
    assert parse(b"\xef\xbb\xbf" + GOOD, "x").aspirations[0].id == "a1"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{\n "aspirations": [\n  {"text": "Lead"},\n  {"text": ""}\n ]\n}', "me.json, line 4, aspirations[1].text: "),
        (
            '{\n "aspirations": [\n  {"text": "Lead"},\n  {"because": "I can"}\n ]\n}',
            "me.json, line 4, aspirations[1].text: field required",
        ),
        (
            '{\n "aspirations": [\n  {"text": "Lead",\n   "horizon":\n    "soon"}\n ]\n}',
            "me.json, line 5, aspirations[0].horizon: ",
        ),
        ('{\n "skills": "SQL"\n}', "me.json, line 2, skills: "),
        ('{\n "schema": "visionfit/profile@2"\n}', "me.json, line 2, schema: "),
        ("[]", "me.json, line 1, the whole: "),
        (
            '{\n "aspirations": [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]\n}',
            "me.json, line 1, the whole: two aspirations have the same id",
        ),
        ('{\n "role": "x"\n "level": "lead"\n}', "me.json, line 3, column 2: no valid JSON"),
        ("", "me.json, line 1, column 1: no valid JSON"),
        ('{"aspirations": [{"text": "x", "weight": 1e999}]}', "me.json: no valid JSON (1e999 is no JSON number)"),
    ],
)
def test_what_is_wrong_is_told(text: str, told: str) -> None:
    assert refused(text.encode()).message.startswith(told)


def test_how_many_more_are_wrong_is_told() -> None:
    assert "(and 2 more)" in refused(b'{"aspirations": [{}, {}, {}]}').message


def test_not_utf_8_is_told_by_line() -> None:
    assert refused(b'{\n "role": "caf\xe9"}').message == "me.json, line 2: the file is not UTF-8 text."


def test_a_nesting_bomb_is_no_crash() -> None:
    assert "no valid JSON" in refused(b'{"aspirations": ' + b"[" * 200_000).message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem) as raised:
        load(tmp_path / "none.json")
    assert str(tmp_path / "none.json") in raised.value.message


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("a",), 2),
        (("b", 1), 5),
        (("b", 1, "c"), 6),
        (("b", 1, "none"), 5),
        (("none", 3), 1),
        (("b", "c"), 3),
        (("a", 0), 2),
    ],
)
def test_line_of(path: tuple[str | int, ...], line: int) -> None:
    text = '{\n "a": "no } or , matters \\" here",\n "b": [\n  [1, {"x": []}],\n  {"first": null,\n   "c": 3}]\n}'
    assert line_of(text, path) == line


def test_of_a_repeated_key_the_last_counts() -> None:
    assert line_of('{"a": 1,\n "a": 2}', ["a"]) == 2
