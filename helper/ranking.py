"""All saved companies by how far their pages support the aspirations: at once, however many they are."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helper import briefing
from nlp.contract import Company, Profile

if TYPE_CHECKING:
    from helper.store import Store


@dataclass(frozen=True, slots=True)
class Ranked:
    """`support` is the mean of `aspirations` (id -> 0..1, how far the pages support it), by the aspirations' weights."""

    company: Company
    support: float
    aspirations: dict[str, float]


def ranked(store: Store, profile: Profile, *, told: Callable[[Company], None] | None = None) -> list[Ranked]:
    """The best supported first. `told` hears of each company whose figures have to be made first.

    Nothing to weigh by (no aspirations, or all weights 0): no rows. Raises Problem(models_failed).
    """
    weights = {aspiration.id: aspiration.weight for aspiration in profile.aspirations}
    total = sum(weights.values())
    if not total:
        return []
    from nlp.matching import Figures, figures_of, supports
    from nlp.models import models

    version = briefing.core_version()
    with briefing.core_errors():
        for reading in store.figures.missing(version):
            if told:
                told(reading.company)
            store.figures.save(reading.company, version, figures_of(reading, models()).to_bytes())
        saved = store.figures.all(version)
        table = supports(profile, [Figures.from_bytes(data) for _, data in saved], models())
    rows = []
    for (company, _), row in zip(saved, table.tolist(), strict=True):
        each = dict(zip(weights, row, strict=True))
        rows.append(Ranked(company, round(sum(weights[id_] * each[id_] for id_ in each) / total, 3), each))
    return sorted(rows, key=lambda one: (-one.support, one.company.domain))
