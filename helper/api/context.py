"""What the API's calls share, kept on the app."""
from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app

from helper.api.work import Workshop
from helper.store import Store

KEY = "visionfit"


@dataclass(frozen=True, slots=True)
class Context:
    store: Store
    workshop: Workshop
    version: str
    hosts: frozenset[str]  # what the Host header may say


def context() -> Context:
    return cast(Context, current_app.extensions[KEY])
