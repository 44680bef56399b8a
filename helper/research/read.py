"""Reading one company, on whatever process or machine. It needs nothing but its arguments and the language core."""
from __future__ import annotations

import os

from helper.errors import Problem
from helper.report.comparison import failed_row, row_of
from helper.research.work import Material, Outcome
from nlp.contract import Profile, Reading


def research_one(material: Material, profile: Profile | None) -> Outcome:
    """Read one company. Any error becomes its row, but for models that are not there: nothing would go right then."""
    from helper.briefing import core_errors, pages_sha256
    from nlp.brief import from_reading, read

    try:
        with core_errors():
            if material.reading is None:
                reading = read(material.pages, read_at=material.read_at)
                read_before = reading.model_dump_json()
            else:
                reading = Reading.model_validate_json(read_before := material.reading)
                for page in reading.pages:
                    page.read_at = material.read_at
            if material.company:
                reading.company.name = material.company
            reading.notices += material.notices
            brief = from_reading(reading, profile)
        row = row_of(material.slug, brief, profile)
        return Outcome(material.number, row, brief.to_json(), read_before, pages_sha256(material.pages),
                       tuple(material.notices))
    except Problem as problem:
        if problem.code == "models_failed":
            raise
        return failed(material, problem)
    except Exception as error:
        if os.environ.get("VISIONFIT_DEBUG"):
            raise
        return failed(material, Problem("internal", f"{type(error).__name__}: {error}."))


def failed(material: Material, problem: Problem) -> Outcome:
    row = failed_row(material.slug, material.company or material.slug, material.source, problem, material.url)
    row.notices.extend(f"{notice.code}: {notice.text}" for notice in material.notices)
    return Outcome(material.number, row, None)
