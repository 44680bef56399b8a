"""The store as the rest of the helper sees it."""
from __future__ import annotations

from pathlib import Path

from helper.settings import data_folder
from helper.store.companies import Companies
from helper.store.database import Database
from helper.store.pairings import Pairings
from helper.store.profiles import Profiles


class Store:
    """Everything saved under one data folder. Open one a process and share it between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self.database = Database(folder or data_folder())
        self.profiles = Profiles(self.database)
        self.companies = Companies(self.database)
        self.pairings = Pairings(self.database)

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
