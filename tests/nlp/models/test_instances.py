"""The models of a process: loaded in the background, one after the other."""
from __future__ import annotations

import time
from typing import Any

import pytest

from nlp.models import ModelError, instances
from nlp.models.instances import Models


def test_the_networks_load_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def slow(name: str) -> str:
        told.append(f"{name} begins")
        time.sleep(0.02)
        told.append(f"{name} ends")
        return name

    monkeypatch.setattr(instances, "_embedder", lambda: slow("embedder"))
    monkeypatch.setattr(instances, "_statement_encoder", lambda: slow("encoder"))
    models: Any = Models()
    models.begin()
    assert (models.embedder, models.statement_encoder) == ("embedder", "encoder")
    assert told == ["embedder begins", "embedder ends", "encoder begins", "encoder ends"]


def test_a_network_that_fails_is_told_at_its_use_and_leaves_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> None:
        raise ModelError("it is not there")

    monkeypatch.setattr(instances, "_embedder", absent)
    monkeypatch.setattr(instances, "_statement_encoder", lambda: "encoder")
    models: Any = Models()
    models.begin()
    assert models.statement_encoder == "encoder"
    with pytest.raises(ModelError, match="not there"):
        _ = models.embedder
