from __future__ import annotations

from pathlib import Path

import pytest

from nlp.contract import Profile
from nlp.models import Models, models


@pytest.fixture(scope="session")
def loaded() -> Models:
    return models()


@pytest.fixture(scope="session")
def profiles() -> dict[str, Profile]:
    folder = Path(__file__).parent / "profiles"
    return {file.stem: Profile.model_validate_json(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))}
