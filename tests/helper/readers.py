"""Stand-ins for reading a company, importable by a worker process."""

from __future__ import annotations

import os

from helper.errors import Problem
from helper.report.comparison import Row
from helper.research.plan import Job
from helper.research.run import Outcome
from nlp.contract import Profile


def quick(number: int, job: Job, profile: Profile | None) -> Outcome:
    return Outcome(number, Row(slug=job.slug, company=job.slug), "{}")


def deadly(number: int, job: Job, profile: Profile | None) -> Outcome:
    """Kills its process, as want of memory would, at every company whose slug says so."""
    if job.slug.startswith("deadly"):
        os._exit(9)
    return quick(number, job, profile)


def without_models(number: int, job: Job, profile: Profile | None) -> Outcome:
    raise Problem("models_failed", "The models are not there.", "Install them.", status=503)
