"""The store as the rest of the helper sees it."""
from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete

from helper.settings import data_folder
from helper.store.answers import Answers
from helper.store.companies import Companies
from helper.store.database import Database
from helper.store.figures import SavedFigures
from helper.store.journal import Journal
from helper.store.pairings import Pairings
from helper.store.preparation import Drafts, Preparations
from helper.store.profiles import Profiles
from helper.store.tables import metadata


class Store:
    """Everything saved under one data folder. Open one a process and share it between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self.database = Database(folder or data_folder())
        self.profiles = Profiles(self.database)
        self.companies = Companies(self.database)
        self.figures = SavedFigures(self.database)
        self.answers = Answers(self.database)
        self.preparations = Preparations(self.database)
        self.drafts = Drafts(self.database)
        self.pairings = Pairings(self.database)
        self.journal = Journal(self.database)

    def forget(self, domain: str) -> bool:
        """Remove all that is saved of a company, to the last byte. False when there was nothing."""
        found = self.companies.delete(domain)
        if found:
            self.database.wipe()
        return found

    def forget_all(self) -> None:
        """Remove everything that is saved, to the last byte: pairings too. The empty store stays."""
        with self.database.writing() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
        self.database.wipe()

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
