"""A run over a small world of fictional sites: every answer right, nobody asked against their will, kills survived."""

from __future__ import annotations

from pathlib import Path

from tests.helper.world.sites import KINDS, make
from tests.helper.world.trial import trial


def test_every_kind_of_site_gets_its_answer_and_its_peace(tmp_path: Path) -> None:
    found = trial(make(len(KINDS)), tmp_path, kills=0, between=(0, 0), arguments=("--jobs", "1"))
    assert (found.wrong, found.forbidden, found.crowded) == ([], [], [])


def test_a_run_that_is_killed_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    found = trial(make(40), tmp_path, kills=4, between=(5, 60), arguments=("--jobs", "2"))
    assert found.kills == 4
    assert (found.wrong, found.forbidden, found.again, found.lost) == ([], [], [], [])
