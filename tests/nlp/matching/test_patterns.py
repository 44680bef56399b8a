from __future__ import annotations

import pytest

from nlp.matching.patterns import any_of, plain


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("innovat*", "Innovative thinking", True),
        ("innovat*", "renovating", False),
        ("work life", "work-life balance", True),
        ("wellbeing|well being", "our people's well-being", True),
        ("team ?work", "teamwork", True),
        ("team ?work", "team work", True),
        ("safe(ty|ly)?", "unsafe", False),
        ("don't stop", "We don’t stop", True),
        ("^empower*", "Empowerment", True),
        ("^empower*", "We empower", False),
    ],
)
def test_pattern(pattern: str, text: str, found: bool) -> None:
    assert bool(any_of([pattern]).search(plain(text))) is found


def test_no_patterns_find_nothing() -> None:
    assert any_of([]).search("anything") is None
