"""Work grows as the page does: counted in calls, not in seconds, on shapes that have made readers quadratic."""
from __future__ import annotations

import sys
from types import FrameType

import pytest

from nlp.contract import Page
from nlp.page import PageError, read_page
from nlp.page.tags import MOST_ATTRIBUTES, SMALL, without_swollen_tags
from scripts.benching.corners import SHAPES, page, prose

SIZE = 6_000
TIMES = 4
ALLOWED = 1.5  # for what begins to matter on larger pages only


def calls(html: str) -> int:
    """Calls of functions, Python's and built-in ones, while the page is read."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counting)
    try:
        read_page(Page(url="https://boats.example/about", html=html))
    except PageError:
        pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", SHAPES)
def test_work_grows_as_the_page_does(name: str) -> None:
    calls(SHAPES[name](SIZE))  # what is loaded and kept once
    small, large = calls(SHAPES[name](SIZE)), calls(SHAPES[name](TIMES * SIZE))
    assert large <= ALLOWED * TIMES * small + 500


# --- tags of many attributes: the parser compares each with all before it --------------------------------------------


def swollen(attribute: str, count: int) -> str:
    return page(f"<p>{prose(SMALL)}</p>", "".join(attribute.format(n=n) for n in range(count)))


@pytest.mark.parametrize("attribute", [" a{n}=1", " a{n}", " a{n}='>'", ' a{n} = "<p x=1>"', "/a{n}", "\n a{n}=é"])
def test_a_swollen_tag_loses_its_attributes(attribute: str) -> None:
    html = swollen(attribute, 5 * MOST_ATTRIBUTES)
    assert without_swollen_tags(html) == swollen("", 0)


@pytest.mark.parametrize("attribute", [" a{n}=1", " a{n}='>'", ' a{n} = "<p x=1>"'])
def test_a_tag_of_many_attributes_stays(attribute: str) -> None:
    html = swollen(attribute, MOST_ATTRIBUTES)
    assert without_swollen_tags(html) == html


def test_one_long_value_stays() -> None:
    value = '{"boat": 1, "mended": true}' * 5000
    html = page(f"<p data-all='{value}'>We mend boats.</p>")
    assert without_swollen_tags(html) == html


def test_what_only_looks_like_a_swollen_tag_harms_nothing() -> None:
    script = "if (a<b) { " + "x = y; " * 5000 + "}"
    html = page(f"<script>{script}</script><h1>About us</h1><p>{prose(SMALL)}</p>")
    texts = [block.text for block in read_page(Page(url="https://boats.example/about", html=html)).blocks]
    assert texts[0] == "About us"
    assert len(texts) == 2
