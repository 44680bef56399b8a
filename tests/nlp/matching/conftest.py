from __future__ import annotations

import pytest

from nlp.models import Models, models


@pytest.fixture(scope="session")
def loaded() -> Models:
    return models()
