"""How well a company fits a whole profile, as one number that can be compared across companies."""
from __future__ import annotations

from nlp.contract import Brief, Match, Profile


def best_matches(brief: Brief) -> dict[str, Match]:
    """Each aspiration's best match. One that the pages speak against (a conflict) has none."""
    against = {gap.aspiration for gap in brief.gaps if gap.reason == "conflict"}
    best: dict[str, Match] = {}
    for match in brief.matches:
        if match.aspiration not in against and (
            match.aspiration not in best or match.score > best[match.aspiration].score
        ):
            best[match.aspiration] = match
    return best


def fit(brief: Brief, profile: Profile | None) -> float | None:
    """The mean over all aspirations, by their weight, of each one's best match score; 0..1.

    None where there is nothing to weigh: no profile, no aspirations, or all weights 0.
    """
    aspirations = profile.aspirations if profile else []
    total = sum(aspiration.weight for aspiration in aspirations)
    if not total:
        return None
    best = best_matches(brief)
    return sum(a.weight * best[a.id].score for a in aspirations if a.id in best) / total
