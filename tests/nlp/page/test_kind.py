"""The kind of a page by its address, title and first heading."""
from __future__ import annotations

import pytest

from nlp.page.kind import page_kind


@pytest.mark.parametrize(
    ("url", "title", "heading", "kind"),
    [
        ("https://tarnwick.example/", "About Tarnwick", "", "home"),
        ("https://tarnwick.example/en/index.html?x=/values", "", "", "home"),
        ("https://tarnwick.example/about-us/", "", "", "about"),
        ("https://tarnwick.example/about/our-values", "", "", "values"),
        ("https://tarnwick.example/company/mission.php#values", "", "", "mission"),
        ("https://tarnwick.example/careers/life-at-tarnwick", "", "", "culture"),
        ("https://tarnwick.example/jobs", "", "", "careers"),
        ("https://tarnwick.example/jobs/4711/job-description", "", "", "job"),
        ("https://tarnwick.example/p/17", "Our purpose | Tarnwick", "", "mission"),
        ("https://tarnwick.example/p/17", "Tarnwick", "Who we are", "about"),
        ("https://tarnwick.example/%64iversity", "", "", "culture"),
        ("https://tarnwick.example/p/17", "Rope and twine", "Rope", "other"),
        ("", "Working at Tarnwick", "", "careers"),
        ("file:///home/ada/values.html", "", "", "values"),
        ("http://[half", "", "", "home"),
    ],
)
def test_kind(url: str, title: str, heading: str, kind: str) -> None:
    assert page_kind(url, title, heading) == kind
