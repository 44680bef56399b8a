"""What is saved: the profile and its versions, readings, briefs and pairings, in one SQLite file."""
from helper.store.store import Store

__all__ = ["Store"]
