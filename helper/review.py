"""When to look at the profile again: aspirations change, and a brief is only as true as they are."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helper.store import Store
    from helper.store.profiles import SavedProfile

REVIEW_DAYS = 90


@dataclass(frozen=True, slots=True)
class Review:
    """`hint` says why a review is due."""

    due: bool
    hint: str | None = None


def review(store: Store, now: datetime | None = None) -> Review:
    """Whether the saved profile should be looked at again, at the instant `now` (default: this one).

    Due REVIEW_DAYS after it was last changed or reviewed, after an interview, and after another role was put into it
    while the aspirations stayed.
    """
    now = now or datetime.now(UTC)
    versions = store.profiles.versions()
    if not versions:
        return Review(False)
    reviewed = store.profiles.last_review() or ""
    looked_at = _when(max(versions[0].saved_at, reviewed))
    days = (now - looked_at).days
    if days >= REVIEW_DAYS:
        return Review(True, f"You last looked at your profile {days} days ago.")
    held = [day for day in store.preparations.interviews().values() if looked_at.date() < day < now.date()]
    if held:
        return Review(True, f"You have had an interview since you last looked at your profile ({max(held)}).")
    changed = _role_change(versions)
    if changed and reviewed < changed:
        return Review(True, "Your role has changed since you wrote your aspirations.")
    return Review(False)


def _role_change(versions: list[SavedProfile]) -> str | None:
    """When another role was saved beside aspirations that stayed as they were; None when there was none."""
    newest = versions[0]
    since = newest
    for older in versions[1:]:
        if older.profile.aspirations != newest.profile.aspirations:
            return None
        if any(before and before != after for before, after in zip(_roles(older), _roles(newest), strict=True)):
            return since.saved_at
        since = older
    return None


def _roles(saved: SavedProfile) -> tuple[str | None, ...]:
    return saved.profile.role, saved.profile.present_role, saved.profile.situation


def _when(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)
