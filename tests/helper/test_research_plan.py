"""The lines of a .jsonl file: which are companies, and what is wrong with the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helper.research.inputs import Job, Refused, plan
from helper.research.inputs.job import SavedPage

GOOD = '{"slug": "good", "pages": [{"html_file": "good/about.html", "url": "https://good.example/"}]}'


def planned(folder: Path, *lines: str | bytes) -> list[Job | Refused]:
    file = folder / "list.jsonl"
    file.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    return list(plan([str(file)], 8))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "bad_line"),
        ("null", "bad_line"),
        ("[]", "bad_line"),
        ('{"slug": "x"}', "bad_line"),
        (b"\xff\xfe{", "bad_line"),
        ('{"slug": "x", "pages": []}', "bad_line"),
        ('{"slug": "x", "pages": [{"url": "https://x.example"}]}', "bad_line"),
        ("[" * 100_000, "bad_line"),
        ('{"slug": "x", "pages": [{"html_file": "a\\u0000b"}]}', "bad_line"),
        ('{"slug": "../x", "pages": [{"html_file": "a"}]}', "bad_slug"),
        ('{"slug": "a/b", "pages": [{"html_file": "a"}]}', "bad_slug"),
        ('{"slug": ".x", "pages": [{"html_file": "a"}]}', "bad_slug"),
        ('{"slug": "", "pages": [{"html_file": "a"}]}', "bad_slug"),
        ('{"slug": "x\\n", "pages": [{"html_file": "a"}]}', "bad_slug"),
        ('{"slug": "-x", "pages": [{"html_file": "a"}]}', "bad_slug"),
        ('{"slug": "x", "pages": [{"html_file": "../secret.html"}]}', "outside_folder"),
        ('{"slug": "x", "pages": [{"html_file": "a/../../secret.html"}]}', "outside_folder"),
        ('{"slug": "x", "pages": [{"html_file": "/etc/passwd"}]}', "outside_folder"),
        ('{"slug": "good", "pages": [{"html_file": "a"}]}', "duplicate_slug"),
        ('{"slug": "GOOD", "pages": [{"html_file": "a"}]}', "duplicate_slug"),
    ],
)
def test_a_broken_line_fails_alone(tmp_path: Path, line: str | bytes, code: str) -> None:
    before, broken, after = planned(tmp_path, GOOD, line, GOOD.replace('"good"', '"other"'))
    assert isinstance(broken, Refused)
    assert (broken.problem.code, broken.source) == (code, "list.jsonl:2")
    assert isinstance(before, Job)
    assert isinstance(after, Job)
    assert (before.slug, before.source, after.slug, after.source) == ("good", "list.jsonl:1", "other", "list.jsonl:3")


def test_a_link_out_of_the_folder_is_followed_and_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "in" / "about.html").symlink_to(tmp_path / "secret.html")
    (refused,) = planned(tmp_path / "in", '{"slug": "x", "pages": [{"html_file": "about.html"}]}')
    assert isinstance(refused, Refused)
    assert refused.problem.code == "outside_folder"


def test_a_company(tmp_path: Path) -> None:
    (job,) = planned(tmp_path, b"\xef\xbb\xbf" + GOOD.encode(), "", "  ")
    assert job == Job("good", "list.jsonl:1", None, (SavedPage(tmp_path / "good/about.html", "https://good.example/"),))


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ({"company": "Örtel & Söhne"}, "rtel-s-hne"),
        ({}, "good-example"),
        ({"company": "株式会社"}, "line-1"),
    ],
)
def test_a_slug_is_made_where_none_is_given(tmp_path: Path, given: dict[str, str], slug: str) -> None:
    line = {**given, "pages": [{"html_file": "a.html", "url": "https://good.example/x"}]}
    (job,) = planned(tmp_path, json.dumps(line))
    assert isinstance(job, Job)
    assert job.slug == slug


def test_several_files_share_their_slugs(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(GOOD + "\n\n")
    first, second = plan([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")], 8)
    assert isinstance(first, Job)
    assert isinstance(second, Refused)
    assert second.source == "b.jsonl:1"
